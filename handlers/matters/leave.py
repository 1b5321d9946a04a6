"""请假: said in a line, confirmed by a tap; another goes on with what is in hand, and the residents hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain.errors import NotAllowed
from domain.messages import Inbound
from domain.open import Due, OpenDialog
from domain.people.leave import PARTS, Rest, days_in, first_day_in, leave_in
from domain.people.person import Absence, Person
from domain.people.words_of_leave import speaks_of_leave, speaks_of_return, takes_leave_back
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.dialogs import Asking, Option, Question, Script, begin
from handlers.matters.assigning import owner_name
from handlers.matters.leave_over import hand_over, over, plan_end
from handlers.matters.leave_plan import plan_lines, whose_leave
from handlers.matters.leave_span import from_to, midnight, span_words
from handlers.matters.ports import MattersTransaction
from handlers.rights import may_at
from handlers.roles import posts_of
from handlers.speaking import quiet, send
from handlers.telling import tell
from handlers.texts.say import Day
from handlers.turn import Turn

OFTEN = {
    "今天": "leave.tap_today",
    "明天": "leave.tap_tomorrow",
    "到周日": "leave.tap_week",
    "下周": "leave.tap_next_week",
}
"""Answers to "from when to when" that one tap gives, as the words that they stand for."""
HALVES = {"morning": "leave.tap_morning", "afternoon": "leave.tap_afternoon"}


def asked_for(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """Free words of a member or coordinator that say when she rests, or is back; a leave is nobody else's to take."""
    words = inbound.text
    if not words or inbound.media or not posts_of(turn, person.id):
        return False
    other = whose_leave(turn, person, words) if speaks_of_leave(words) else ""
    if other:
        _for_another(turn, person, other, words)
        return True
    if takes_leave_back(words) or (speaks_of_return(words) and _away(turn, person)):
        return _returns(turn, person, first_day_in(words, _today(turn)))
    if not speaks_of_leave(words) and leave_in(words, _today(turn)) is None:
        return False
    begin(turn, person, LEAVE, draft={"words": words})
    return True


def _for_another(turn: Turn[MattersTransaction], person: Person, name: str, words: str) -> None:
    """A desk takes it down for somebody of its own who cannot; from anybody else it must be her own word."""
    hers = _hers(turn, person, name)
    if len(hers) == 1:
        begin(turn, person, LEAVE, subject=hers.pop(), draft={"words": words})
    else:
        send(turn, person, phrase("leave.for_herself", member=name, desk=turn.house.contacts.desk))


def _hers(turn: Turn[Any], person: Person, name: str) -> set[str]:
    """Who of this name serves at her desks or below them."""
    found = turn.tx.roster.named(person.id, name)
    return {post.person_id for post in found if may_at(turn, person, post.area_id, AreaRight.TAKE_LEAVE)} - {person.id}


def _whose(turn: Turn[Any], person: Person, dialog: OpenDialog) -> Person:
    """Who rests: she who says so, or for whom a desk does."""
    return turn.tx.people.get(dialog.subject) if dialog.subject else person


def command(turn: Turn[MattersTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    begin(turn, person, LEAVE, draft={"words": rest})


def _today(turn: Turn[Any]) -> date:
    return turn.now.astimezone(turn.house.zone).date()


def _away(turn: Turn[Any], person: Person) -> bool:
    return turn.tx.roster.absent(person.id, turn.now) is not None


# ---- asked ---------------------------------------------------------------------------------------------------------


def ask_leave(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a Rest that is not over yet, or None."""
    rest = _ahead(turn, str(dialog.draft.get("words", "")))
    if rest is None:
        said = yield Question(
            "when",
            (phrase("leave.when"),),
            tuple(Option(words, phrase(key)) for words, key in OFTEN.items()),
            read=lambda given: given.text if _ahead(turn, given.text) else None,
            rows=(2,),
        )
        rest = _ahead(turn, said)
    if rest is not None and rest.half:
        rest = yield from _which_half(turn, rest)
    whom = _whose(turn, person, dialog)
    if rest is None or _rests_anyway(turn, whom, rest):
        return rest
    yes_or_no = (Option("yes", phrase("leave.yes")), Option("no", phrase("leave.no")))
    sure = yield Question("sure", _plan(turn, whom, rest, own=whom.id == person.id), yes_or_no, rows=(2,))
    return rest if sure == "yes" else None


def _which_half(turn: Turn[Any], rest: Rest) -> Asking:
    halves = [name for name in HALVES if from_to(turn, _half(rest, name))[1] > turn.now]
    options = [*(Option(name, phrase(HALVES[name])) for name in halves), Option("day", phrase("leave.tap_day"))]
    which = yield Question("half", (phrase("leave.which_half", day=Day(rest.first)),), tuple(options), rows=(3,))
    return _half(rest, which) if which in HALVES else replace(rest, half=False)


def _half(rest: Rest, name: str) -> Rest:
    from_hour, to_hour = PARTS[name]
    return replace(rest, from_hour=from_hour, to_hour=to_hour, half=False)


def _ahead(turn: Turn[Any], words: str) -> Rest | None:
    rest = days_in(words, _today(turn)) if words else None
    return rest if rest is not None and from_to(turn, rest)[1] > turn.now else None


def _rests_anyway(turn: Turn[Any], person: Person, rest: Rest) -> bool:
    """All of it lies within a leave that she has taken already."""
    from_at, to_at = from_to(turn, rest)
    known = turn.tx.roster.absent(person.id, max(from_at, turn.now))
    return known is not None and known.to_at >= to_at


def _plan(turn: Turn[MattersTransaction], person: Person, rest: Rest, *, own: bool) -> tuple[Phrase, ...]:
    """When she rests (a leave that it makes longer included) and who goes on meanwhile."""
    from_at, to_at = from_to(turn, rest)
    known = turn.tx.roster.absent(person.id, max(from_at, turn.now))
    if known is not None and known.from_at < from_at:
        begun = known.from_at.astimezone(turn.house.zone)
        rest = replace(rest, first=begun.date(), from_hour=begun.hour)
    rests = phrase("leave.you_rest", span=span_words(rest))
    if not own:
        rests = phrase("leave.she_rests", span=span_words(rest), member=owner_name(person))
    return plan_lines(turn, person, max(from_at, turn.now), to_at, rests, own=own)


# ---- taken, begun, ended -------------------------------------------------------------------------------------------


def take_leave(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, rest: Rest | None) -> None:
    """A leave that has begun moves her matters at once, a later one when it begins. Raises NotAllowed."""
    if rest is None:
        send(turn, person, phrase("leave.none"))
        return
    whom = _whose(turn, person, dialog)
    own, member = whom.id == person.id, owner_name(whom)
    if not own and whom.id not in _hers(turn, person, whom.name):
        raise NotAllowed(f"leave of {whom.id}")
    if _rests_anyway(turn, whom, rest):
        send(
            turn, person, phrase("leave.already" if own else "leave.already_for", span=span_words(rest), member=member)
        )
        return
    from_at, to_at = from_to(turn, rest)
    from_at = max(from_at, turn.now)
    turn.tx.roster.add_absence(Absence(whom.id, from_at, to_at))
    tell(turn, f"person:{whom.id}", "LeaveTaken", by=person.id, from_at=from_at.isoformat(), to_at=to_at.isoformat())
    send(turn, person, phrase("leave.noted" if own else "leave.noted_for", member=member))
    if not own:
        rests = phrase("leave.you_rest", span=span_words(rest))
        send(turn, whom, phrase("leave.told", by=owner_name(person), rests=rests), silent=quiet(turn))
    plan_end(turn, whom, to_at)
    if from_at <= turn.now:
        hand_over(turn, whom)
    else:
        turn.tx.schedule.add(Due("leave", f"person:{whom.id}", turn.tx.new_id(), from_at))


def plan(turn: Turn[MattersTransaction]) -> None:
    """At every start: what lies with whoever went on leave meanwhile moves before anything else is committed."""
    for person_id in turn.tx.choosing.resting(turn.now):
        hand_over(turn, turn.tx.people.get(person_id))


def begins(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """The first hour of the leave, unless it was taken back."""
    for row in due:
        person = turn.tx.people.get(row.subject.partition(":")[2])
        if _away(turn, person):
            hand_over(turn, person)


def ends(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """The instant after its last, unless another leave follows."""
    for row in due:
        over(turn, turn.tx.people.get(row.subject.partition(":")[2]))


def back(turn: Turn[MattersTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """销假: she is here again; not away yet, she takes back what lies ahead. What others have taken stays theirs."""
    _returns(turn, person, None)


def _returns(turn: Turn[MattersTransaction], person: Person, on: date | None) -> bool:
    """Her leave ends now, or when that later day begins; not away yet, she takes back what lies ahead."""
    away = turn.tx.roster.absent(person.id, turn.now)
    later = midnight(turn, on) if on is not None and on > _today(turn) else turn.now
    if away is None:
        turn.tx.roster.cancel_absences(person.id, turn.now)
    elif later >= away.to_at:  # she would have been back by then anyway
        send(turn, person, phrase("leave.over", day=Day(away.to_at.astimezone(turn.house.zone).date())))
        return True
    else:
        turn.tx.roster.end_absence(person.id, later)
    tell(turn, f"person:{person.id}", "LeaveEnded", by=person.id, to_at=later.isoformat())
    plan_end(turn, person, later)
    if away is not None and on is not None and later > turn.now:
        send(turn, person, phrase("leave.back_on", day=Day(on)))
    else:
        send(turn, person, phrase("leave.back" if away else "leave.cancelled"))
    return True


LEAVE = Script("leave", ask_leave, take_leave)
