"""A notice that something will be off: registered with it, so that reports are answered while it lasts."""

from __future__ import annotations

OUTAGES: dict[str, tuple[str, str]] = {
    "outage.kind": (
        "停的是什么？点一个，几样一起就写「水电」。到时候有人报，直接告诉他，不用再派。",
        "What will be off? Tap one, or write several, such as “water and power”. Reports of it will be answered at once.",
    ),
    "outage.kind_again": ("没看出停的是什么。写水、电、气、暖。", "Water, power, gas or heating?"),
    "outage.of_water": ("水", "Water"),
    "outage.of_power": ("电", "Power"),
    "outage.of_gas": ("气", "Gas"),
    "outage.of_heating": ("暖", "Heating"),
    "outage.off_water": ("停水", "Water off"),
    "outage.off_power": ("停电", "Power off"),
    "outage.off_gas": ("停气", "Gas off"),
    "outage.off_heating": ("停暖", "Heating off"),
    "outage.off": ("{off}", "{off}"),
    "outage.not": ("不用，只发通知", "No, only the notice"),
    "outage.when": (
        "从什么时候停到什么时候？比如「明天9点到17点」。",
        "From when until when? Such as “tomorrow 9 am to 5 pm”.",
    ),
    "outage.when_again": (
        "没看出从几点到几点，要在现在之后。比如「明天9点到17点」。",
        "I could not read from when until when, still to come. Such as “tomorrow 9 am to 5 pm”.",
    ),
    "outage.sure": (
        "{span}这中间有人报{off}，先读到这句，不用再派，好了一起告诉。要改，直接写一句，或者写个时间。",
        "{span} Whoever reports “{off}” meanwhile reads this at once, and hears when it is over. "
        "To change it, write another line, or another time.",
    ),
    "outage.yes": ("好，到时候这样答", "Yes, answer so"),
    "notices.part_outage": ("停什么、停多久", "What is off, and when"),
    "outage.goes_with": ("{span}有人报{off}，先读到「{line}」。", "{span} Reports of “{off}” read “{line}” first."),
    "outage.still": (
        "通知作废了。跟着它登记的这件还在，不停了就点下面的按钮：",
        "The notice is withdrawn. What was registered with it still stands; if it is called off, tap below:",
    ),
    "outage.stopped": (
        "不再往下发了。跟着通知登记的这件还在，不停了就点下面的按钮：",
        "It goes no further. What was registered with it still stands; if it is called off, tap below:",
    ),
    "outage.tell_again": (
        "时间改了。收过通知的那一片，要不要再发一句？",
        "The hours have changed. Shall the people who had the notice be told?",
    ),
    "outage.tap_again": ("再发一句", "Tell them"),
    "outage.again": ("{off}改时间了。{span}", "{off}: the hours have changed. {span}"),
    "outage.again_until": ("{off}改时间了，预计到{until}。", "{off}: now probably until {until}."),
    "outage.again_open": (
        "{off}还要多等一阵，到什么时候还不知道。",
        "{off}: it takes longer, nobody knows until when.",
    ),
    "outage.sent_again": ("正在发这句：", "This is on its way:"),
}
