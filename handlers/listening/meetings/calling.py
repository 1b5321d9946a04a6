"""开会: of which kind, where, when, what of and with whom; shown before anybody is invited."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.meeting import Guest, Meeting, MeetingKind, Stop, Topic
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.areas import area_name, ask_area
from handlers.dialogs import Asking, Option, Question, Script, begin, choose
from handlers.listening.meetings.agenda import ask_agenda, topic_of
from handlers.listening.meetings.asking import ask_place, ask_stops, ask_when
from handlers.listening.meetings.clock import plan, plan_news
from handlers.listening.meetings.page import show_meeting
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.rights import areas_to_call, kinds_for, may_call
from handlers.listening.meetings.whom import ask_whom, ids_of, who
from handlers.listening.meetings.words import topic_lines
from handlers.questions import NO, YES
from handlers.speaking import Line, Strong, send
from handlers.telling import new_content, tell
from handlers.texts.say import Dated
from handlers.turn import Turn

PLACE, TOPIC, STOP = "meeting_place", "topic", "stop"
"""Roles in `contents`."""


class Called(NamedTuple):
    """`topics` and `whom` as `topic_of` and `ids_of` read them."""

    kind: MeetingKind
    area_id: str
    place: str
    at: datetime
    stops: tuple[str, ...]
    topics: tuple[str, ...]
    whom: tuple[str, ...]


def call_one(turn: Turn[MeetingsTransaction], person: Person) -> None:
    begin(turn, person, CALL)


def ask_meeting(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a Called, or in None. Raises NotAllowed."""
    kinds = kinds_for(turn, person)
    if not kinds:
        raise NotAllowed("calls none")
    kind = kinds[0]
    if len(kinds) > 1:
        options = [Option(each.value, phrase(f"meetings.kind_{each.value}")) for each in kinds]
        kind = MeetingKind((yield from choose("kind", phrase("meetings.which"), options=options, rows=(2,))))
    area_id = yield from ask_area(
        turn, person, areas_to_call(turn, person, kind), phrase("meetings.which_area"),
        lambda area_id: may_call(turn, person, area_id, kind),
    )  # fmt: skip
    place = yield from ask_place(turn, person, area_id)
    stops = (yield from ask_stops()) if kind is MeetingKind.FIELD else ()
    at = yield from ask_when(turn, "when", phrase("meetings.when"))
    topics = yield from ask_agenda(turn, area_id)
    whom = yield from ask_whom(turn, person, area_id)
    called = Called(kind, area_id, place, at, stops, topics, whom)
    options = [Option(YES, phrase("meetings.yes_send"), sealed=True), Option(NO, phrase("meetings.no_leave"))]
    sure = yield Question("sure", _preview(turn, person, called), tuple(options), rows=(2,))
    return called if sure == YES else None


def _preview(turn: Turn[MeetingsTransaction], person: Person, called: Called) -> tuple[Line | Strong, ...]:
    kind = phrase(f"meetings.kind_{called.kind.value}")
    title = phrase("meetings.title", kind=kind, when=Dated(called.at), place=called.place)
    n = len(ids_of(turn, person, called.area_id, called.whom))
    lines: list[Phrase] = [
        phrase("place.area", area=area_name(turn, called.area_id)),
        who(turn, person, called.area_id, called.whom),
    ]
    lines += [phrase("meetings.stop", n=at, line=line) for at, line in enumerate(called.stops, 1)]
    topics = topics_of(turn, called)
    if topics:
        lines += [phrase("meetings.topics"), *topic_lines(turn, topics)]
    return Strong(title), *lines, phrase("meetings.sure", n=n)


def topics_of(turn: Turn[MeetingsTransaction], called: Called) -> list[Topic]:
    found = (topic_of(turn, called.area_id, value) for value in called.topics)
    return [topic for topic in found if topic is not None]


def call(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog, called: Called | None) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    if called is None:
        send(turn, person, phrase("meetings.not_sent"))
        return
    if not may_call(turn, person, called.area_id, called.kind):
        raise NotAllowed(called.area_id)
    ids = ids_of(turn, person, called.area_id, called.whom)
    if called.at <= turn.now or not ids:
        raise NoLongerPossible("meeting")
    meeting = _written_down(turn, person, called, len(ids))
    for person_id in ids:
        turn.tx.guests.save(Guest(meeting.id, person_id))
    plan(turn, meeting)
    plan_news(turn, meeting)
    show_meeting(turn, person, meeting, phrase("meetings.sent", n=len(ids)))


def _written_down(turn: Turn[MeetingsTransaction], person: Person, called: Called, guests: int) -> Meeting:
    meeting_id = turn.tx.new_id()
    subject = f"meeting:{meeting_id}"
    place = new_content(turn, subject, PLACE, person.id, text=called.place)
    topics = topics_of(turn, called)
    own = [
        None if topic.need_id or topic.matter_id else new_content(turn, subject, TOPIC, person.id, text=topic.line)
        for topic in topics
    ]
    stops = [new_content(turn, subject, STOP, person.id, text=line) for line in called.stops]
    meeting = Meeting(
        meeting_id, called.area_id, called.kind, person.id, place.id, called.at, turn.now, place=called.place
    )
    tell(
        turn, subject, "MeetingCalled", by=person.id, content=place, more=[*(each for each in own if each), *stops],
        kind=called.kind.value, area=called.area_id, starts=called.at.isoformat(), guests=guests,
    )  # fmt: skip
    turn.tx.meetings.save(meeting)
    kept = [replace(topic, words_id=words.id if words else "") for topic, words in zip(topics, own, strict=True)]
    turn.tx.meetings.put_topics(meeting_id, kept)
    for n, content in enumerate(stops, 1):
        turn.tx.meetings.save_stop(Stop(meeting_id, n, content.id))
    return meeting


CALL = Script("meeting", ask_meeting, call, calm=True)
