"""转12345: at the top of the ladder the matter goes to the hotline, with one page that says all about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.errors import NoLongerPossible, NotAllowed
from domain.events import Content, Event
from domain.matters.draft import media_from_json
from domain.matters.kinds import kind_of
from domain.matters.matter import Act, Matter, State
from domain.matters.packet import Packet, cut, ends_of
from domain.messages import Media, MediaKind, Text
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script
from handlers.matters.accepting import taken
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, place_of, prompt_of, what_of
from handlers.matters.judging import words_of
from handlers.matters.ladder import at_the_top
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_be_at_its_desk
from handlers.matters.whole_way import way_line
from handlers.speaking import Strong, Tap, send, take_back, voice_of
from handlers.telling import new_content, tell
from handlers.texts.say import EN, Named, Voice
from handlers.turn import Turn

WORK = "packet"
ASKS = ("office", "together", "answer")
HISTORY = (
    "MatterFiled", "MatterAssigned", "MatterAccepted", "ProgressReported", "WordAdded", "MatterRaised", "MatterOverdue",
    "MatterUnanswered", "MatterClosed", "ResidentAgreed", "MatterReopened", "PlaceSet", "RungSkipped",
)  # fmt: skip
"""What an office outside is told; reminders, notes and the reasons between desks stay in the house."""
VALUE, SAID, ASKED, LINE, LINES = 150, 640, 300, 92, 14
"""Widths (a Chinese letter is two) of what stands on the page, and how many lines its history has."""
MOST_PHOTOS = 4
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_OUTSIDER = Person("-", "")
"""Who reads it is nobody of ours, so that nobody is "you" in it."""


def may_go_to_hotline(turn: Turn[Any], person: Person, matter: Matter) -> bool:
    return matter.can(Act.ASSIGN) and not matter.hotline_no and at_the_top(turn, person, matter.spot)


def ask_what_for(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in what is asked of the hotline."""
    matter = turn.tx.matters.get(dialog.subject)
    voice = voice_of(turn, person)
    offered = [voice.say(phrase(f"packet.ask_{ask}")) for ask in ASKS]
    options = tuple(Option(words, words) for words in offered)  # the words that she could have typed
    words = phrase("packet.ask", no=matter.number, what=what_of(matter))
    return (yield Question("for", (words,), options, read=lambda given: given.text or None, valid=lambda v: True))


def begin_packet(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, asked: str) -> None:
    """She has it from now on; the page is made beside the turns. Raises NotAllowed, NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    must_be_at_its_desk(turn, person, matter)
    if not at_the_top(turn, person, matter.spot):
        raise NotAllowed(f"{person.id} hands {matter.id} to the hotline")
    if not matter.can(Act.ASSIGN):
        raise NoLongerPossible(matter.id)
    if matter.state is State.WAITING:
        taken(turn, person, matter)
    content = new_content(turn, matter.subject, "asked", person.id, text=asked)
    tell(turn, matter.subject, "PacketAsked", by=person.id, content=content)
    key = f"packet:{turn.tx.new_id()}"
    send(turn, person, phrase("packet.making"), key=key, silent=True)
    turn.tx.work.add(WORK, matter.subject, {"person": person.id, "asked": content.id, "key": key})


TO_HOTLINE = Script("to_hotline", ask_what_for, begin_packet, calm=True)


# ---- what stands on it ---------------------------------------------------------------------------------------------


def packet_of(turn: Turn[MattersTransaction], matter: Matter, reader: Person, asked: Content) -> Packet:
    """In the reader's language; whoever reported it is only "a resident"."""
    matter = replace(matter, anonymous=True)
    voice = voice_of(turn, reader)
    contents = words_of(turn, matter)
    said = [c.text for c in contents if c.by == matter.reporter_id and c.role in ("report", "word", "complaint")]
    history = [_line(turn, voice, matter, event, contents) for event in turn.tx.events.of(matter.subject)
               if event.type in HISTORY]  # fmt: skip
    gap = voice.say(phrase("packet.gap", n=len(history)))
    return Packet(
        voice.language,
        voice.say(phrase("packet.title", no=matter.number)),
        [(label, cut(_without_numbers(value), VALUE)) for label, value in _facts(turn, voice, matter)],
        (voice.say(phrase("packet.said")), cut(_without_numbers("；".join(filter(None, said))), SAID)),
        (voice.say(phrase("packet.asked")), cut(asked.text, ASKED)),
        (voice.say(phrase("packet.history")), ends_of(history, LINES, gap)),
        [voice.say(phrase(f"packet.blank_{blank}")) for blank in ("number", "who", "on")],
        voice.say(phrase("packet.foot", no=matter.number, desk=turn.house.contacts.desk)),
        _photos(contents),
    )  # fmt: skip


def _facts(turn: Turn[MattersTransaction], voice: Voice, matter: Matter) -> list[tuple[str, str]]:
    areas = [Named(area.name, area.name_en) for area in reversed(turn.tx.areas.tree().up(matter.spot.grid_id))]
    where = [voice.say(phrase("packet.value", value=value)) for value in (*areas, place_of(matter))]
    kind = phrase(kind_of(matter.kind).name_key)
    values: Mapping[str, object] = {
        "what": phrase("packet.what_value", what=what_of(matter), kind=kind),
        "where": " ".join(where),
        "since": _date(matter.sent_at, voice, year=True),
        "owner": phrase("packet.owner_value", member=owner_name(owner_of(turn, matter)), desk=turn.house.contacts.desk),
    }
    return [
        (voice.say(phrase(f"packet.{label}")), voice.say(phrase("packet.value", value=value)))
        for label, value in values.items()
    ]


def _line(turn: Turn[MattersTransaction], voice: Voice, matter: Matter, event: Event, contents: list[Content]) -> str:
    outside = replace(event, facts={**event.facts, "reason": ""})
    words = next((c for c in contents if c.id == event.content_id), None) if event.type != "MatterAssigned" else None
    told = way_line(turn, _OUTSIDER, matter, outside, words, at=_date(event.at, voice))
    return cut(_without_numbers(voice.say(told)), LINE)


def _date(at: datetime, voice: Voice, *, year: bool = False) -> str:
    """Never "today": it is read on another day."""
    here = at.astimezone(voice.zone)
    if voice.language == EN:
        return f"{here.day} {here:%b}{f' {here.year}' if year else ''} {here:%H:%M}"
    return f"{f'{here.year}年' if year else ''}{here.month}月{here.day}日 {here:%H:%M}"


def _without_numbers(words: str) -> str:
    """She may have written her own number; that is for whom she gave it to."""
    return _MOBILE.sub(lambda found: f"{found[0][:3]}********", words)


def _photos(contents: list[Content]) -> list[str]:
    media = [media_from_json(m) for content in contents if content.role != "relay" for m in content.media]
    return [each.ref for each in media if each.kind is MediaKind.PHOTO][:MOST_PHOTOS]


# ---- it is made ----------------------------------------------------------------------------------------------------


def send_packet(
    turn: Turn[MattersTransaction], person: Person, matter: Matter, key: str, made: Packet, page: Media, until: datetime
) -> None:
    """As words that can be copied, and as a page (whose file is there `until`); then for the hotline's number."""
    take_back(turn, person, key)
    lines = [f"{label}：{value}" if made.language != EN else f"{label}: {value}"
             for label, value in (*made.facts, made.said, made.asked)]  # fmt: skip
    text = "\n".join([*lines, made.history[0], *made.history[1], made.foot])
    send(turn, person, Strong(phrase("packet.title", no=matter.number)), Text(text), about=matter.subject, silent=True)
    send(turn, person, page, about=matter.subject, silent=True, purpose="packet", not_after=until)
    taps = ((Tap(phrase("packet.tap_number"), "hotline"),),)
    send(
        turn,
        person,
        phrase("packet.ready", no=matter.number),
        taps=taps,
        prompt=prompt_of(matter),
        about=matter.subject,
    )


def packet_failed(turn: Turn[MattersTransaction], person: Person, key: str) -> None:
    take_back(turn, person, key)
    send(turn, person, phrase("packet.failed", desk=turn.house.contacts.desk), silent=True)
