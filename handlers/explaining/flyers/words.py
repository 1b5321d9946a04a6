"""The words of a printed flyer: read by whoever passes, in the language of the house."""

from __future__ import annotations

from domain.explaining.flyer import PREFIX, Page, in_english, parted
from domain.explaining.notice import Notice
from domain.phrases import Phrase, phrase
from handlers.areas import area_name
from handlers.explaining.notices.outage import of_notice
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.matters.trouble_card import between
from handlers.texts.say import Day, Several, ShortDay, Voice
from handlers.turn import Turn


def page_of(turn: Turn[NoticesTransaction], notice: Notice) -> Page:
    """It says on which day it was sent, and of an outage on which it will be: "tomorrow" on a door is read for days."""
    voice = Voice(turn.house.language, turn.now, turn.house.zone, dated=True)
    headline, body = parted(notice.text)
    hours = _hours(turn, notice)
    headline = headline or (voice.say(hours) if hours is not None else "")
    sent_on = ShortDay(notice.sent_at.astimezone(turn.house.zone).date())
    desk = phrase("flyer.desk", desk=area_name(turn, notice.desk_id), day=sent_on, phone=turn.house.contacts.desk)
    other = Voice("en", turn.now, turn.house.zone) if voice.language != "en" and in_english(notice.text) else None
    more = voice.say(phrase("flyer.more"))
    return Page(
        voice.language, voice.say(phrase(f"flyer.band_{notice.kind.value}")), headline, body or (more,), more,
        voice.say(phrase("flyer.until", day=Day(notice.until_on))), voice.say(desk),
        f"{turn.house.bot_link}{PREFIX}{notice.id}", voice.say(phrase("flyer.scan")),
        other.say(phrase("flyer.scan")) if other else "",
    )  # fmt: skip


def _hours(turn: Turn[NoticesTransaction], notice: Notice) -> Phrase | None:
    """What is off, and when; None where no outage is registered with the notice."""
    off = of_notice(turn, notice.id)
    if not off:
        return None
    kinds = Several(tuple(phrase(f"outage.off_{trouble.kind}") for trouble in off))
    first = off[0]
    return phrase("flyer.hours", off=kinds, span=between(first.from_at or first.marked_at, first.until_at))
