"""Work: a spreadsheet of the lists is fetched and looked at in the child process; later its entries are taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.digests import Room
from bot.intake.looking import Reader
from bot.intake.reading import read_lists
from bot.press import ChildLost, JobFailed
from bot.work import Hopeless
from channels.base import Channel
from domain.errors import DeliveryFailed, NoLongerPossible, NotAllowed, NotFound
from domain.listening.entry import Entry, Looked, Row, Sort, Why
from domain.people.person import Person
from handlers.explaining.book.entering import enter_answer
from handlers.explaining.book.ports import BookTransaction
from handlers.listening.entering import ENTER, Enter
from handlers.listening.handing_in import LARGEST, PROMPT, looked, not_looked, taken
from handlers.listening.unchanged import ReadsOtherwise
from handlers.listening.visits.ports import VisitsTransaction
from handlers.turn import Turn
from storage.transaction import Transaction
from storage.work import Job

TRIES = 3
"""She waits for it: after so many failures she is told."""


class Entered(VisitsTransaction, BookTransaction, Protocol):
    """What putting any row where it belongs needs."""


def enter(turn: Turn[Entered], person: Person, entry: Entry) -> None:
    """Each sort of row is put where it belongs by the family that it belongs to; raises as handlers.listening.entering
    says.
    """
    how: Mapping[Sort, Enter] = {**ENTER, Sort.ANSWER: enter_answer}
    how[entry.sort](turn, person, entry)


class LookAtLists:
    """A bot.work.Kind; args as in handlers.listening.handing_in. The file itself is kept nowhere."""

    def __init__(self, room: Room, channels: Mapping[str, Channel]) -> None:
        self._room, self._channels = room, channels

    async def do(self, job: Job) -> Looked:
        room, channel = self._room, self._channels.get(str(job.args["channel"]))
        if channel is None:
            raise Hopeless(f"there is no channel {job.args['channel']!r}")
        person = await room.database.read("lists", lambda tx: tx.people.get(str(job.args["person"])))
        reader = Reader(
            person.id, _areas(job), person.language, room.house().zone.key, str(job.args["sheet"])
        )  # fmt: skip
        try:
            content = await channel.fetch(str(job.args["ref"]))
            if len(content) > LARGEST:
                raise Hopeless("larger than was said")
            return await room.press.run(
                read_lists, room.url, content, str(job.args["name"]), reader, room.clock.now()
            )  # fmt: skip
        except (ChildLost, JobFailed, DeliveryFailed) as error:
            if job.attempts >= TRIES or (isinstance(error, DeliveryFailed) and error.permanent):
                raise Hopeless(str(error)) from error
            raise

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, Looked)
        looked(_turn(self._room, tx), _person(tx, job), str(job.args["sheet"]), _areas(job), result)

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        not_looked(_turn(self._room, tx), _person(tx, job), str(job.args["sheet"]))


class TakeLists:
    """A bot.work.Kind; subject "sheet:<id>". Each entry is an act of its own, so that turns go on between them."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def do(self, job: Job) -> None:
        """May be begun again anywhere: what is settled stays settled."""
        sheet_id, database = _sheet(job), self._room.database
        person = await database.read("lists", lambda tx: _person(tx, job))
        for row in await database.read("lists", lambda tx: tx.sheets.rows(sheet_id)):
            if not row.settled:
                await self._settle(sheet_id, person, row)

    async def _settle(self, sheet_id: str, person: Person, row: Row) -> None:
        def act(tx: Transaction) -> None:
            enter(_turn(self._room, tx), person, row.entry)
            tx.sheets.settle(sheet_id, row.number)

        try:
            await self._room.database.transact("lists", act)
        except (NoLongerPossible, NotFound, NotAllowed) as error:
            why = _why(error)
            await self._room.database.transact("lists", lambda tx: tx.sheets.settle(sheet_id, row.number, why))

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        _tell(self._room, tx, job)

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        """What was taken stays; she reads how far it came."""
        _tell(self._room, tx, job)


def _why(error: Exception) -> Why:
    if isinstance(error, ReadsOtherwise):
        return Why.CHANGED
    return Why.NOT_YOURS if isinstance(error, NotAllowed) else Why.OVER


def _tell(room: Room, tx: Transaction, job: Job) -> None:
    try:
        tx.sheets.get(_sheet(job))
    except NotFound:  # whoever sent it has been forgotten meanwhile
        return
    taken(_turn(room, tx), _sheet(job))


def _turn(room: Room, tx: Transaction) -> Turn[Entered]:
    fits: Entered = tx
    return Turn(fits, room.house())


def _person(tx: Transaction, job: Job) -> Person:
    return tx.people.get(str(job.args["person"]))


def _sheet(job: Job) -> str:
    return job.subject.removeprefix(PROMPT)


def _areas(job: Job) -> tuple[str, ...]:
    areas = job.args["areas"]
    assert isinstance(areas, list | tuple)
    return tuple(str(each) for each in areas)
