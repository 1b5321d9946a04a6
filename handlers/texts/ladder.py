"""What is said on the ladder: going up and down with a reason, rungs without anybody, and the 12345 hotline."""

from __future__ import annotations

LADDER: dict[str, tuple[str, str]] = {
    "ladder.for_money": ("要花钱", "It costs money"),
    "ladder.for_unit": ("要别的单位", "Needs another office"),
    "ladder.for_power": ("我管不到", "Beyond my say"),
    "ladder.for_unhappy": ("居民不满意", "The resident is not content"),
    "ladder.for_not_here": ("不是我这片", "Not my area"),
    "ladder.for_cannot": ("我办不了", "I cannot do it"),
    "ladder.for_no_time": ("最近顾不上", "No time these days"),
    "ladder.for_near": ("就近能办", "Can be done close by"),
    "ladder.for_ready": ("条件有了", "It can be done now"),
    "ladder.back_why": (
        "{no}交回案头，为什么？写一句也行，只有案头看得到。",
        "{no} goes back to the desk: why? A line will do too; only the desk reads it.",
    ),
    "ladder.up_why": (
        "{no}交给{area}{member}，为什么？写一句也行。",
        "{no} goes up to {member}, {area}: why? A line will do too.",
    ),
    "ladder.down_why": (
        "{no}退回给{member}，为什么？写一句也行。",
        "{no} goes back down to {member}: why? A line will do too.",
    ),
    "ladder.card_return": ("退回来的：{reason}", "Given back: {reason}"),
    "ladder.card_up": ("交上来的：{reason}", "Handed up: {reason}"),
    "ladder.card_down": ("上面退回来的：{reason}", "Sent back down: {reason}"),
    "ladder.because": ("{why}：{reason}", "{why}: {reason}"),
    "ladder.empty": (
        "{area}这会儿没有人能接，{no}直接到了{member}这儿。请看看那边的排班。",
        "Nobody in {area} can take anything just now; {no} went straight to {member}. Please look at who serves there.",
    ),
    "ladder.at_building": ("楼院", "the building"),
    "ladder.at_grid": ("网格", "the grid"),
    "ladder.at_community": ("社区", "the community"),
    "ladder.at_street": ("街道", "the street"),
    "ladder.at_district": ("区里", "the district"),
    "ladder.untaken": ("没人接", "not taken"),
    "ladder.with": ("{member}", "{member}"),
    "ladder.watched": ("{member}，请督办", "{member}, please keep an eye on it"),
    "desk.item_climbed": ("{no} {what}，{place}，{stands}，{due}", "{no} {what}, {place}, {stands}, {due}"),
    "desk.item_above": (
        "{no} {what}，{place}，在{level} · {member}，{due}",
        "{no} {what}, {place}, with {member} at {level}, {due}",
    ),
    "desk.group_climbed": ("交上来的{n}件", "Come up: {n}"),
    "desk.group_above": ("在上一级的{n}件", "Further up: {n}"),
    "desk.chip_climbed": ("交上来 {n}", "Come up {n}"),
    "desk.chip_above": ("在上面 {n}", "Further up {n}"),
    "ladder.watch": (
        "{no} {what}过了{until}还没有结果，在{member}手上。请督办。",
        "{no} {what} is late since {until}, with {member}. Please keep an eye on it.",
    ),
    "ladder.watch_again": (
        "{no} {what}过了{until}，{member}还没办完。要不要接到{area}来办？",
        "{no} {what}, late since {until}: {member} has not finished. Shall {area} take it on?",
    ),
    "ladder.take_here": ("接到{area}办", "{area} takes it"),
    "way.MatterWatched": ("{at} 过时了，请{to}督办", "{at}: late, {to} was asked to keep an eye on it"),
    "way.why_up": ("交上一级", "handed up"),
    "way.why_down": ("退回下一级", "sent back down"),
    "way.RungSkipped": ("{at} {area}没有人能接，往上走", "{at}: nobody in {area} can take it, it went up"),
    "more.up": ("交上一级", "Hand it up"),
    "more.down": ("退回下一级", "Send it back down"),
}
