"""Seasons and holidays: what is asked after a report, how it stands on the card, what a desk is offered to say."""

from __future__ import annotations

SEASONS: dict[str, tuple[str, str]] = {
    # the calendar
    "ring.calendar": (
        "放假和调休的日子有变，这件改到{until}前有结果，{member}接着办。",
        "The public holidays have changed: now a result by {until}. {member} goes on with it.",
    ),
    "told.ClocksReckoned": (
        "{at} 放假和调休的日子有变，期限跟着改了",
        "{at} public holidays changed, and the time with them",
    ),
    "way.ClocksReckoned": ("{at} 放假和调休的日子有变，期限重新算了", "{at}: public holidays changed; reckoned again"),
    # residents
    "season.ask_scope": (
        "{member}想先知道：是您一家不热，还是整栋楼？",
        "So that {member} knows where to look: is it your flat only, or the whole building?",
    ),
    "season.ask_scope_joined": (
        "{member}想先知道：是就这几家不热，还是整栋楼？",
        "So that {member} knows where to look: is it a few flats, or the whole building?",
    ),
    "season.ask_degrees": ("屋里大概几度？", "About how warm is it in there?"),
    "season.own": ("就我家", "My flat only"),
    "season.few": ("就几家", "A few flats"),
    "season.whole": ("整栋楼", "The whole building"),
    "season.below": ("不到{high}度", "Below {high} °C"),
    "season.between": ("{low}–{high}度", "{low}–{high} °C"),
    "season.from": ("{low}度以上", "{low} °C or more"),
    "season.unknown": ("不知道", "I do not know"),
    "season.noted": ("记下了，{member}看得到。", "Noted; {member} can see it."),
    # members and the desk
    "season.card_own": ("只有这一家不热", "Only this flat is cold"),
    "season.card_whole": ("说是整栋楼都不热", "The whole building is said to be cold"),
    "season.card_whole_many": ("{n}户说整栋楼都不热", "{n} households say that the whole building is cold"),
    "season.card_degrees": ("屋里{degrees}", "In the flat: {degrees}"),
    "season.card_too_cold": ("屋里{degrees}，低于{threshold}度", "In the flat: {degrees}, below {threshold} °C"),
    "season.next_door": ("邻居家：{flats}", "Neighbours' flats: {flats}"),
    "season.flats": ("{degrees}{n}户", "{degrees} in {n}"),
    "season.hint": (
        "{building}有{n}户说整栋楼都不热，可以标成「大家都在报」。",
        "{building}: {n} households say that the whole building is cold. It may be a known trouble.",
    ),
    "season.hint_several": (
        "{buildings}，今天{n}栋楼都有{least}户以上说整栋楼都不热，可以一起标成「大家都在报」。",
        "{buildings}: in {n} buildings today {least} households or more say that all of it is cold. They may be one known trouble.",
    ),
    "season.use_notice": ("就用这句", "Use this line"),
    "season.notice_heating": (
        "{area}好几户暖气不热，正在联系供热单位，问到时间就告诉大家",
        "Several flats in {area} are cold; we are asking the heating supplier and will say as soon as we know more",
    ),
}
