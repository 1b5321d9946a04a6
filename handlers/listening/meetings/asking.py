"""What is asked before a meeting is called: where, when, and over which stops."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from domain.areas import Tree
from domain.errors import NoLongerPossible
from domain.listening.beginning import beginning_in
from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.speaking import voice_of
from handlers.texts.say import Dated
from handlers.turn import Turn

UNREAD, LATE_HOUR, NO_STOPS = "?", "?night", "none"
TRIES = 5
MOST_PLACES, MOST_STOPS = 4, 10
LONGEST_PLACE, LONGEST_STOP = 60, 60
SATURDAY = 5


def ask_place(turn: Turn[MeetingsTransaction], person: Person, area_id: str) -> Asking:
    """Ends in words: where meetings were before and talk points stand as buttons."""
    tree: Tree = turn.tx.areas.tree()
    language = voice_of(turn, person).language
    points = [
        point.called(language)
        for point in turn.tx.areas.talk_points()
        if not point.retired and tree.within(point.area_id, area_id)
    ]
    known = list(dict.fromkeys([*turn.tx.meetings.places(area_id, MOST_PLACES), *points]))[:MOST_PLACES]
    options = tuple(Option(name, name) for name in known)
    said = yield Question(
        "place", (phrase("meetings.where"),), options, lambda given: given.text or None, lambda value: True, rows=(2,)
    )
    return said[:LONGEST_PLACE]


def ask_when(turn: Turn[MeetingsTransaction], key: str, words: Phrase) -> Asking:
    """Ends in an instant to come at which people are awake; anything else is asked for again."""
    likely = _likely(turn)
    options = tuple(Option(at.isoformat(), phrase("meetings.at", at=Dated(at))) for at in likely)
    for n in range(TRIES):
        said: str = yield Question(
            f"{key}.{n}", (words,), options, lambda given: _read(turn, given), valid=lambda value: True
        )
        if not said.startswith(UNREAD) and (at := datetime.fromisoformat(said)) > turn.now:
            return at
        words = phrase("meetings.when_night" if said == LATE_HOUR else "meetings.when_wrong")
    raise NoLongerPossible(key)


def _likely(turn: Turn[MeetingsTransaction]) -> list[datetime]:
    """Tomorrow at three; the next Saturday at ten and at three, which tomorrow may be."""
    saturday = (SATURDAY - turn.today.weekday()) % 7 or 7
    days = sorted({(1, time(15)), (saturday, time(10)), (saturday, time(15))})
    return [
        datetime.combine(turn.today + timedelta(days=n), hour, turn.house.zone).astimezone(turn.now.tzinfo)
        for n, hour in days
    ]


def _read(turn: Turn[MeetingsTransaction], given: Inbound) -> str | None:
    if not given.text:
        return None
    found = beginning_in(given.text, turn.now.astimezone(turn.house.zone))
    if found is None:
        return UNREAD
    return found.astimezone(turn.now.tzinfo).isoformat() if turn.house.clocks.awake(found) else LATE_HOUR


def ask_stops() -> Asking:
    """Ends in the stops in their order, a line each."""
    none = (Option(NO_STOPS, phrase("meetings.no_stops")),)
    said = yield Question(
        "stops", (phrase("meetings.stops"),), none, lambda given: given.text or None, lambda value: True
    )
    if said == NO_STOPS:
        return ()
    lines = [line.strip()[:LONGEST_STOP] for line in said.splitlines() if line.strip()]
    return tuple(lines[:MOST_STOPS])
