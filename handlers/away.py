"""After the house was away: desks hear what may be missing, and who may have pressed in vain is asked once more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from domain.open import Due
from domain.people.person import Person
from domain.phrases import phrase
from handlers.away_span import Span
from handlers.dialogs import Script, advance, stands
from handlers.family import Family
from handlers.matters.offered_again import cards_again, ends_again
from handlers.matters.ports import MattersTransaction
from handlers.roles import at_desk
from handlers.speaking import quiet, send
from handlers.telling import tell
from handlers.turn import Turn

AWAY, OFFER, HOUSE = "away", "offer_again", "house"
PRESSES_LIVE, WORDS_LIVE = timedelta(seconds=150), timedelta(hours=24)
"""How long a platform keeps a pressed button, and anything else, for a bot that does not fetch it."""
WORDS_FIRST = timedelta(minutes=1)
"""What was written meanwhile is taken in before anybody is asked again."""
IN_ONE_ACT = 20
ONCE_IN = timedelta(hours=6)
"""Who was asked again is left in peace for so long, however often the house falls down."""


class Unanswered(Protocol):
    """Ids of people, at most `limit`, in order, those after `after`."""

    def questions(self, from_at: datetime, until_at: datetime, after: str, limit: int) -> Sequence[str]: ...
    def cards(self, from_at: datetime, until_at: datetime, after: str, limit: int) -> Sequence[str]: ...
    def ends(self, from_at: datetime, until_at: datetime, after: str, limit: int) -> Sequence[str]: ...


class AwayTransaction(MattersTransaction, Protocol):
    @property
    def unanswered(self) -> Unanswered: ...


def been_away(turn: Turn[Any], since: datetime) -> None:
    """At the start, `since` being the last sign of life. A span is seen to once, however often this is called."""
    away = turn.now - since
    if away > WORDS_LIVE:
        turn.tx.schedule.add(Due(AWAY, HOUSE, since.isoformat(), turn.now))
    if away > PRESSES_LIVE:
        slot = _slot(Span(since, turn.now), _SOURCES[0])
        turn.tx.schedule.add(Due(OFFER, HOUSE, slot, turn.now + WORDS_FIRST))


def ticks(families: Sequence[Family]) -> Mapping[str, Callable[[Turn[Any], Sequence[Due]], None]]:
    """By kind of row. Questions are put by the script they belong to, whichever family's that is."""
    scripts = {script.name: script for family in families for script in family.scripts}
    return {AWAY: _tell_desks, OFFER: lambda turn, due: _offer(turn, due, scripts)}


# ---- the desks -----------------------------------------------------------------------------------------------------


def _tell_desks(turn: Turn[AwayTransaction], due: Sequence[Due]) -> None:
    """Whoever is on duty at each desk, once however many desks she sits at."""
    for row in due:
        since, until = datetime.fromisoformat(row.slot), row.due_at
        sitting = [person for area_id in turn.tx.roster.desks() for person in at_desk(turn, area_id)[:1]]
        told = {person.id: person for person in sitting}
        words = phrase("away.desk", since=since, until=until, lost=until - WORDS_LIVE)
        for person in told.values():
            send(turn, person, words, silent=quiet(turn))
        tell(turn, "house:bench", "BenchWasAway", since=row.slot, until=until.isoformat(), told=len(told))


# ---- whoever may have pressed a button -----------------------------------------------------------------------------

_SOURCES = ("questions", "cards", "ends")


def _slot(span: Span, source: str, after: str = "") -> str:
    return f"{span.since.isoformat()}|{span.until.isoformat()}|{source}|{after}"


def _offer(turn: Turn[AwayTransaction], due: Sequence[Due], scripts: Mapping[str, Script]) -> None:
    """One portion; the next follows, of these and then of the next source."""
    for row in due:
        since, until, source, after = row.slot.split("|")
        span = Span(datetime.fromisoformat(since), datetime.fromisoformat(until))
        people = _people(turn, span, source, after)
        for person_id in people:
            _again(turn, turn.tx.people.get(person_id), span, source, scripts)
        following = _SOURCES[_SOURCES.index(source) + 1 :]
        if len(people) == IN_ONE_ACT:
            turn.tx.schedule.add(Due(OFFER, HOUSE, _slot(span, source, people[-1]), turn.now))
        elif following:
            turn.tx.schedule.add(Due(OFFER, HOUSE, _slot(span, following[0]), turn.now))


def _people(turn: Turn[AwayTransaction], span: Span, source: str, after: str) -> Sequence[str]:
    unanswered = turn.tx.unanswered
    found = {"questions": unanswered.questions, "cards": unanswered.cards, "ends": unanswered.ends}[source]
    return found(span.shown_from, span.until, after, IN_ONE_ACT)


def _again(turn: Turn[AwayTransaction], person: Person, span: Span, source: str, scripts: Mapping[str, Script]) -> None:
    """At most one message to each, of whatever is found first."""
    name = f"asked_again:{person.id}"
    noted = turn.tx.notes.get(name)
    if not person.reachable or (noted and turn.now - datetime.fromisoformat(noted) < ONCE_IN):
        return
    match source:
        case "questions":
            asked = _question_again(turn, person, span, scripts)
        case "cards":
            asked = cards_again(turn, person, span)
        case _:
            asked = ends_again(turn, person, span)
    if asked:
        turn.tx.notes.set(name, turn.now.isoformat())


def _question_again(turn: Turn[AwayTransaction], person: Person, span: Span, scripts: Mapping[str, Script]) -> bool:
    """False when what it is about has moved on; it is put away when it is next answered."""
    dialog = turn.tx.dialogs.front(person.id)
    if dialog is None or not stands(turn, person, scripts[dialog.script], dialog):
        return False
    advance(turn, person, scripts[dialog.script], dialog, lead=span.words, silent=quiet(turn))
    return True
