"""What the desk hears of the house itself."""

from __future__ import annotations

SAFETY: dict[str, tuple[str, str]] = {
    "kept.title": ("我这里留着您的", "What I keep of you"),
    "kept.what": (
        "称呼{name}，电话{phone}；报过{n}件事，{words}段话，{media}张照片或语音。",
        "Your name, {name}; telephone: {phone}; {n} matters, {words} texts, {media} photos or voice notes.",
    ),
    "kept.no_phone": ("没有", "none"),
    "kept.who": ("{who}（{no}）", "{who} ({no})"),
    "kept.who_times": ("{who}（{no}，{n}次）", "{who} ({no}, {n} times)"),
    "kept.phone_unseen": ("您的电话没有给过谁。", "Your number was given to nobody."),
    "kept.PhoneShown": ("您的电话给过{people}。", "Your number was given to {people}."),
    "kept.PhoneSeen": ("打开看过号码的：{people}。", "Looked at it: {people}."),
    "kept.WordsOpened": ("案头打开看过您说的：{people}。", "A desk opened what you said: {people}."),
    "kept.HelperJoined": ("来帮过忙、看过您说的：{people}。", "Came to help and read what you said: {people}."),
    "flood.deaf": (
        "您一下子说了很多，我{until}再听。急事请打{desk}；有危险，照样告诉我，先打110、119、120。",
        "That was very much at once; I listen again {until}. Urgent: {desk}. Danger: tell me all the same, and call 110, 119 or 120 first.",
    ),
    "restored.desk": (
        "这里换回了备份，{since}到{until}之间的事可能不在了。有人说报过、这里又没有的，请让她再说一遍。",
        "A backup was put back here: what happened from {since} to {until} may be missing. If somebody has reported what is not here, please ask her to say it again.",
    ),
    "alarm.heartbeat": (
        "提醒停了五分钟没动。请管机器的人看一看：little-bench status。",
        "Reminders have stood still for five minutes. Please ask whoever runs the machine to look: little-bench status.",
    ),
    "alarm.outbox": (
        "有消息等了一分钟还没发出去。人多的时候会慢一点；一直这样，请管机器的人看 little-bench status。",
        "Messages have waited for a minute. With many people that may be; if it lasts, whoever runs the machine should look: little-bench status.",
    ),
    "alarm.disk": (
        "机器的磁盘快满了。满了就收不进新的事，请管机器的人腾地方。",
        "The machine's disk is nearly full. When it is, nothing new can be taken in; please ask whoever runs it to make room.",
    ),
    "alarm.clock": (
        "机器的钟不准。我先按 Telegram 的时间走，提醒和简报不受影响；请管机器的人把钟对好。",
        "The machine's clock is wrong. I go by Telegram's time, so reminders and digests come as they should; please ask whoever runs it to set it right.",
    ),
    "alarm.heartbeat_over": ("提醒又走起来了。", "Reminders run again."),
    "alarm.outbox_over": ("消息都发出去了。", "The messages have left."),
    "alarm.disk_over": ("磁盘有地方了。", "There is room on the disk again."),
    "alarm.clock_over": ("机器的钟准了。", "The machine's clock is right again."),
}
