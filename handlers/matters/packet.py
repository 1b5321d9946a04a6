"""What stands on the page for the 12345 hotline: the matter and all that was done, and nothing of who reported it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from domain.events import Content, Event
from domain.matters.draft import media_from_json
from domain.matters.kinds import kind_of
from domain.matters.likeness import LEAST_NAME
from domain.matters.matter import Matter
from domain.matters.packet import Packet, cut, ends_of
from domain.messages import MediaKind
from domain.people.numbers import masked
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import UNKNOWN_RESIDENT, owner_name
from handlers.matters.cards import owner_of, place_of, what_of
from handlers.matters.help_words import COLLEAGUE
from handlers.matters.judging import words_of
from handlers.matters.metoo_words import MOST_NAMED, names_of
from handlers.matters.number_for_hotline import number_of
from handlers.matters.ports import MattersTransaction
from handlers.matters.whole_way import way_line
from handlers.speaking import voice_of
from handlers.texts.say import EN, Named, Voice
from handlers.turn import Turn

HISTORY = (
    "MatterFiled", "MatterAssigned", "MatterAccepted", "ProgressReported", "WordAdded", "MatterRaised", "MatterOverdue",
    "MatterRelaxed", "MatterUnanswered", "MatterPaused", "MatterResumed", "ExtensionGranted", "MatterClosed",
    "ResidentAgreed", "MatterReopened", "PlaceSet", "RungSkipped",
)  # fmt: skip
"""What an office outside is told; reminders, notes and the reasons between desks stay in the house."""
VALUE, SAID, ASKED, LINE, LINES = 150, 640, 300, 92, 14
"""Widths (a Chinese letter is two) of what stands on the page, and how many lines its history has."""
MOST_PHOTOS = 6
_OUTSIDER = Person("-", "")
"""Who reads it is nobody of ours, so that nobody is "you" in it."""


def packet_of(turn: Turn[MattersTransaction], matter: Matter, reader: Person, asked: Content) -> Packet:
    """In the house's language, which the hotline speaks; whoever reported it is only "a resident"."""
    phone = "" if matter.anonymous else number_of(turn, matter)
    matter = replace(matter, anonymous=True)
    voice = replace(voice_of(turn, reader), language=turn.house.language)
    unnamed = _without_names(turn, matter)
    matter = replace(matter, what=unnamed(matter.what))
    contents = [replace(content, text=unnamed(content.text)) for content in words_of(turn, matter)]
    said = [c.text for c in contents if c.by == matter.reporter_id and c.role in ("report", "word", "complaint")]
    history = [_line(turn, voice, matter, event, contents) for event in turn.tx.events.of(matter.subject)
               if event.type in HISTORY]  # fmt: skip
    gap = voice.say(phrase("packet.gap", n=len(history)))
    return Packet(
        voice.language,
        voice.say(phrase("packet.title", no=matter.number)),
        [
            *((label, cut(masked(value), VALUE)) for label, value in _facts(turn, voice, matter)),
            (voice.say(phrase("packet.reach")), voice.say(_reach(turn, matter, phone))),
        ],
        (voice.say(phrase("packet.said")), cut(masked("；".join(filter(None, said))), SAID)),
        (voice.say(phrase("packet.asked")), cut(unnamed(asked.text), ASKED)),
        (voice.say(phrase("packet.history")), ends_of(history, LINES, gap)),
        [voice.say(phrase(f"packet.blank_{blank}")) for blank in ("number", "who", "on")],
        voice.say(phrase("packet.foot", no=matter.number, desk=turn.house.contacts.desk)),
        _photos(contents),
    )  # fmt: skip


def _facts(turn: Turn[MattersTransaction], voice: Voice, matter: Matter) -> list[tuple[str, str]]:
    areas = [Named(area.name, area.name_en) for area in reversed(turn.tx.areas.tree().up(matter.spot.grid_id))]
    where = [voice.say(phrase("packet.value", value=value)) for value in (*areas, place_of(matter))]
    kind = phrase(kind_of(matter.kind).name_key)
    values: dict[str, object] = {
        "what": phrase("packet.what_value", what=what_of(matter), kind=kind),
        "where": " ".join(where),
        "since": _date(matter.sent_at, voice, year=True),
        "owner": phrase("packet.owner_value", member=owner_name(owner_of(turn, matter)), desk=turn.house.contacts.desk),
    }
    waiting = turn.tx.supporters.waiting(matter.id)
    if waiting:
        values["homes"] = waiting + 1
    return [
        (voice.say(phrase(f"packet.{label}")), voice.say(phrase("packet.value", value=value)))
        for label, value in values.items()
    ]


def _reach(turn: Turn[MattersTransaction], matter: Matter, phone: str) -> Phrase:
    """By the number that she let the hotline have, else through us."""
    if phone:
        return phrase("packet.reach_phone", phone=phone)
    return phrase("packet.reach_through", no=matter.number, desk=turn.house.contacts.desk)


def _line(turn: Turn[MattersTransaction], voice: Voice, matter: Matter, event: Event, contents: list[Content]) -> str:
    outside = replace(event, facts={**event.facts, "reason": ""})
    words = next((c for c in contents if c.id == event.content_id), None) if event.type != "MatterAssigned" else None
    told = way_line(turn, _OUTSIDER, matter, outside, words, at=_date(event.at, voice))
    return cut(masked(voice.say(told)), LINE)


def _date(at: datetime, voice: Voice, *, year: bool = False) -> str:
    """Never "today": it is read on another day."""
    here = at.astimezone(voice.zone)
    if voice.language == EN:
        return f"{here.day} {here:%b}{f' {here.year}' if year else ''} {here:%H:%M}"
    return f"{f'{here.year}年' if year else ''}{here.month}月{here.day}日 {here:%H:%M}"


def _without_names(turn: Turn[MattersTransaction], matter: Matter) -> Callable[[str], str]:
    """Takes the names of the households out of words, whoever wrote them."""
    households = (matter, *turn.tx.supporters.households(matter.id, MOST_NAMED))
    names = sorted((name for name in names_of(turn, households) if len(name) >= LEAST_NAME), key=len, reverse=True)
    if not names:
        return str
    pattern = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    somebody = Voice(turn.house.language, turn.now, turn.house.zone).say(UNKNOWN_RESIDENT)
    return lambda words: pattern.sub(somebody, words)


def _photos(contents: list[Content]) -> list[str]:
    shown = [content for content in contents if content.role not in ("relay", COLLEAGUE)]
    media = [media_from_json(m) for content in shown for m in content.media]
    return [each.ref for each in media if each.kind is MediaKind.PHOTO][:MOST_PHOTOS]
