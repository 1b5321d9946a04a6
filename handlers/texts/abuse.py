"""What is no matter: what member, desk and whoever sent it read."""

from __future__ import annotations

ABUSE: dict[str, tuple[str, str]] = {
    "more.abuse": ("不是正经事", "Not a real matter"),
    "abuse.ask": (
        "{member}说{no}「{what}」不是正经事。停这人七天，还是照常办？",
        "{member} says that {no} “{what}” is no real matter. Stop listening to them for seven days, or go on as usual?",
    ),
    "abuse.mute": ("停七天", "Seven days"),
    "abuse.go_on": ("照常办", "Go on as usual"),
    "abuse.asked": ("{no}请{member}看了，等回话。", "{member} will look at {no}."),
    "abuse.goes_on": ("{no}照常办。", "{no} goes on as usual."),
    "abuse.why": (
        "{no}为什么不办？对方会看到。停到{until}。",
        "Why is {no} not done? They will read it. Until {until}.",
    ),
    "abuse.why_rude": ("骂人的话", "abusive words"),
    "abuse.why_pictures": ("乱发的图片", "pictures that do not belong here"),
    "abuse.why_joke": ("开玩笑的", "a joke"),
    "abuse.never_mind": ("算了", "Never mind"),
    "abuse.muted": (
        "{no}不办了，停到{until}。有危险还是会收。",
        "{no} is not done; stopped until {until}. Danger is still heard.",
    ),
    "abuse.let_go": ("放开", "Listen again"),
    "abuse.let_gone": ("{no}那位，现在照常收了。", "Whoever sent {no} is listened to again."),
    "abuse.done": ("{no}案头看过，不用办了。", "The desk has looked at {no}; nothing to do."),
    "abuse.noted": ("案头看过，不当正经事办。", "The desk has looked; it is not taken for a real matter."),
    "abuse.told": (
        "{no}没有当事办：{line}。{until}前我不收您的话，有事请打{desk}。有危险照样告诉我，先打110、119、120。",
        "{no} was not taken for a matter: {line}. Until {until} I take nothing from you; call {desk}. Danger: tell me all the same, and call 110, 119 or 120 first.",
    ),
    "abuse.until": (
        "{until}前我不收您的话（{line}）。有事请打{desk}；有危险照样告诉我，先打110、119、120。",
        "Until {until} I take nothing from you ({line}). Call {desk}; danger: tell me all the same, and call 110, 119 or 120 first.",
    ),
    "abuse.listens": ("现在可以照常跟我说了。", "You can write to me as usual again."),
    "way.AbuseSaid": ("{at} {who}说不是正经事", "{at}: {who} called it no real matter"),
    "way.ResidentMuted": ("{at} {who}停收七天：{line}", "{at}: {who} stopped listening for seven days: {line}"),
    "way.ResidentUnmuted": ("{at} {who}又照常收了", "{at}: {who} listens again"),
}
