"""Mailings: a portion goes into the outbox whenever that has room, so that nobody's answer ever waits behind one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Protocol

from domain.events import Event
from domain.mailing import Mailing, Stage
from domain.messages import Address, Op, Urgency
from domain.open import Due
from domain.people.person import Person
from handlers.ports import Outbox, Transaction
from handlers.speaking import Line, Rows, Strong, quiet, send
from handlers.telling import tell
from handlers.turn import Turn

MAIL = "mail"
IN_ONE_ACT = 20
ENOUGH = 60
"""Notices that wait: two seconds' worth. More in the outbox would only be harder to stop, and slow down the rest."""
PAUSE = timedelta(seconds=1)
UNWANTED = "unwanted"
"""Why a letter did not leave: whoever it was for has switched its sort off meanwhile."""


class Mailings(Protocol):
    def add(self, mailing: Mailing) -> None: ...
    def get(self, mailing_id: str) -> Mailing: ...  # raises NotFound
    def save(self, mailing: Mailing) -> None: ...
    def going(self) -> Sequence[Mailing]: ...
    def everybody(self, after: str, limit: int) -> Sequence[str]: ...  # who can be reached, ids after that one


class Letters(Outbox, Protocol):
    def waiting(self, urgency: Urgency, most: int) -> int: ...  # queued of that urgency, counted up to `most`
    def cancel(self, address: Address, key: str, reason: str = ...) -> bool: ...
    def letters(self, address: Address) -> Sequence[str]: ...  # keys of the mailings' letters that have not left yet
    def cancel_all(self, key: str) -> int: ...  # what has not left, whoever it is for; how many


class MailingTransaction(Transaction, Protocol):
    @property
    def mailings(self) -> Mailings: ...
    @property
    def outbox(self) -> Letters: ...


@dataclass(frozen=True, slots=True)
class Letter:
    """What one of them reads, with its buttons (`below` are further ones, each block with a prompt of its own);
    `about` is what a reply to it speaks of. It rings by day, or always, or never. `mends` is the key of the message
    that says this from now on, where somebody has that; who has not is not written to. `key` is that of a new one,
    where it goes by another mailing's.
    """

    lines: Sequence[Line | Strong]
    taps: Rows = ()
    prompt: str = ""
    about: str = ""
    below: Sequence[tuple[str, Rows]] = ()
    rings: bool | None = None
    mends: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """`people` are ids in order, those after the given one, at most so many; `letter` is for one of them. `wanted` says
    of one whose letter has not left whether she has a mind to get it still.
    """

    people: Callable[[Turn[Any], Mailing, str, int], Sequence[str]]
    letter: Callable[[Turn[Any], Mailing, Person], Letter]
    wanted: Callable[[Turn[Any], Mailing, Person], bool] = lambda turn, mailing, person: True


Kinds = Mapping[str, Kind]


def begin(turn: Turn[MailingTransaction], kind: str, about: str, by: str) -> Mailing:
    """It goes on by itself, across restarts, until everybody has it or it is stopped."""
    mailing = Mailing(turn.tx.new_id(), kind, about)
    turn.tx.mailings.add(mailing)
    tell(turn, mailing.subject, "MailingBegun", by=by, kind=kind, about=about)
    _plan(turn, mailing)
    return mailing


def stop(turn: Turn[MailingTransaction], mailing_id: str, by: str) -> None:
    """What has not left never will, though it be the last portion of one that is over; that one stays so."""
    mailing = turn.tx.mailings.get(mailing_id)
    taken_back = turn.tx.outbox.cancel_all(mailing.subject)
    stopped = replace(mailing, reached=mailing.reached - taken_back)
    if mailing.stage is Stage.GOING:
        turn.tx.schedule.cancel(mailing.subject)
        _end(turn, replace(stopped, stage=Stage.STOPPED), by)
    elif taken_back:
        turn.tx.mailings.save(stopped)


def plan(turn: Turn[MailingTransaction]) -> None:
    """At every start: one whose portion failed is tried again."""
    for mailing in turn.tx.mailings.going():
        turn.tx.schedule.cancel(mailing.subject)
        _plan(turn, mailing)


def ticks(kinds: Kinds) -> Mapping[str, Callable[[Turn[Any], Sequence[Due]], None]]:
    """What the clock does about mailings of all these kinds, together with `plan`."""
    return {MAIL: lambda turn, due: _mail(turn, due, kinds)}


def reactions(kinds: Kinds) -> Mapping[str, Sequence[Callable[[Turn[Any], Event], None]]]:
    """What follows for mailings of all these kinds from what happens elsewhere."""
    return {"TopicsChosen": (lambda turn, event: _spare(turn, turn.tx.people.get(event.by), kinds),)}


def _spare(turn: Turn[MailingTransaction], person: Person, kinds: Kinds) -> None:
    """What she has just switched off and what has not left yet stays here; those in flight arrive."""
    for address in turn.tx.people.addresses(person.id):
        for key in turn.tx.outbox.letters(address):
            mailing = turn.tx.mailings.get(key.partition(":")[2])
            if not kinds[mailing.kind].wanted(turn, mailing, person) and turn.tx.outbox.cancel(address, key, UNWANTED):
                turn.tx.mailings.save(replace(mailing, reached=mailing.reached - 1))


def _mail(turn: Turn[MailingTransaction], due: Sequence[Due], kinds: Kinds) -> None:
    """The next portion of each, or a pause while the outbox has enough."""
    for row in due:
        mailing = turn.tx.mailings.get(row.subject.partition(":")[2])
        if mailing.stage is not Stage.GOING:
            continue
        if turn.tx.outbox.waiting(Urgency.NOTICE, ENOUGH) >= ENOUGH:
            _plan(turn, mailing, PAUSE)
        else:
            _portion(turn, mailing, kinds[mailing.kind])


def _portion(turn: Turn[MailingTransaction], mailing: Mailing, kind: Kind) -> None:
    people = kind.people(turn, mailing, mailing.cursor, IN_ONE_ACT)
    arrive = [_send(turn, mailing, turn.tx.people.get(person_id), kind) for person_id in people]
    cursor = people[-1] if people else mailing.cursor
    further = replace(mailing, cursor=cursor, reached=mailing.reached + sum(arrive))
    if len(people) < IN_ONE_ACT:
        _end(turn, replace(further, stage=Stage.DONE), "")
    else:
        turn.tx.mailings.save(further)
        _plan(turn, further)


def _send(turn: Turn[MailingTransaction], mailing: Mailing, person: Person, kind: Kind) -> bool:
    """Its name keeps it from going to an address twice, whatever happens to the cursor."""
    letter = kind.letter(turn, mailing, person)
    if letter.mends:
        return _mend(turn, mailing, person, letter)
    silent = quiet(turn) if letter.rings is None else not letter.rings
    return send(
        turn, person, *letter.lines, taps=letter.taps, prompt=letter.prompt, below=letter.below, about=letter.about,
        purpose="mailing", urgency=Urgency.NOTICE, silent=silent, key=letter.key or mailing.subject,
        dedupe=mailing.subject,
    )  # fmt: skip


def _mend(turn: Turn[MailingTransaction], mailing: Mailing, person: Person, letter: Letter) -> bool:
    address = next(iter(turn.tx.people.addresses(person.id)), None)
    return address is not None and turn.tx.handles.handle(address, letter.mends) is not None and send(
        turn, person, *letter.lines, taps=letter.taps, prompt=letter.prompt, about=letter.about, purpose="mailing",
        op=Op.UPDATE, urgency=Urgency.NOTICE, silent=True, key=letter.mends, dedupe=mailing.subject,
    )  # fmt: skip


def _end(turn: Turn[MailingTransaction], mailing: Mailing, by: str) -> None:
    turn.tx.mailings.save(mailing)
    tell(turn, mailing.subject, "MailingEnded", by=by, stage=mailing.stage.value, reached=mailing.reached)


def _plan(turn: Turn[Any], mailing: Mailing, after: timedelta = timedelta()) -> None:
    turn.tx.schedule.add(Due(MAIL, mailing.subject, turn.tx.new_id(), turn.now + after))
