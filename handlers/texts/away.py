"""What is said after the house was away."""

from __future__ import annotations

AWAY: dict[str, tuple[str, str]] = {
    "away.desk": (
        "我从{since}停到{until}。别人说的话，Telegram 最多替我留一天：{since}到{lost}之间的可能没收到。有人说报过、这里又没有的，请让她再说一遍。",
        "I was away from {since} to {until}. Telegram keeps what people say for a day at most: what was said from {since} to {lost} may be missing. If somebody has reported what is not here, please ask her to say it again.",
    ),
    "away.pressed_minutes": (
        "我刚才停了{n}分钟。您那时按过按钮的话，我没收到，请再按一次。",
        "I was away for {n} minutes. If you pressed a button then, it did not reach me: please press it again.",
    ),
    "away.pressed": (
        "我从{since}停到{until}。您那时按过按钮的话，我没收到，请再按一次。",
        "I was away from {since} to {until}. If you pressed a button then, it did not reach me: please press it again.",
    ),
    "late.minutes": ("{n}分钟", "{n} minutes"),
    "late.hours": ("{n}小时", "{n} hours"),
    "late.days": ("{n}天", "{n} days"),
    "late.reminder": ("我停过一阵，这句说晚了。", "I was away for a while, so this comes late."),
    "late.way": ("{line}（迟了{late}）", "{line} (late by {late})"),
    "away.card": ("{no} {what}，还没有人接。", "{no} {what}: nobody has taken it yet."),
    "away.end": ("{no} {what}，等您一句话。", "{no} {what} waits for your word."),
}
