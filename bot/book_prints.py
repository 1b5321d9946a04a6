"""Work: the answer book of a desk as a booklet or a workbook, made in the child process, sent to whoever asked."""

from __future__ import annotations

from bot.book_table import print_book
from bot.crafts.booklet import print_booklet
from bot.digests import Room
from bot.press import ChildLost, JobFailed
from bot.work import Hopeless
from domain.explaining.booklet import Booklet
from domain.messages import Media, MediaKind
from domain.people.person import Person
from domain.phrases import phrase
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.printing import Form, booklet_of, not_made, send_made
from handlers.speaking import voice_of
from handlers.turn import Turn
from storage.transaction import Transaction
from storage.work import Job

TRIES = 3
"""She waits for it: after so many failures she is told."""


class BookPrints:
    """A bot.work.Kind; args as in handlers.explaining.book.printing."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def do(self, job: Job) -> Media:
        form = Form(str(job.args["form"]))
        person, called, booklet = await self._room.database.read("book", lambda tx: self._read(tx, job, form))
        try:
            made = await self._made(person, _areas(job), booklet)
        except (ChildLost, JobFailed) as error:
            if job.attempts >= TRIES:
                raise Hopeless(str(error)) from error
            raise
        ending = ".xlsx" if booklet is None else ".pdf"
        ref = await self._room.made.keep(made, ending, self._room.clock.now())
        return Media(MediaKind.DOCUMENT, ref, name=f"{called}{ending}")

    async def _made(self, person: Person, areas: list[str], booklet: Booklet | None) -> bytes:
        room = self._room
        if booklet is not None:
            return await room.press.run(print_booklet, booklet)
        return await room.press.run(
            print_book, room.url, areas, person.language, room.house().zone.key, room.clock.now()
        )  # fmt: skip

    def _turn(self, tx: Transaction) -> Turn[BookTransaction]:
        fits: BookTransaction = tx
        return Turn(fits, self._room.house())

    def _read(self, tx: Transaction, job: Job, form: Form) -> tuple[Person, str, Booklet | None]:
        """Who asked for it, what the file is called in her language, and what is in the booklet."""
        turn, person = self._turn(tx), tx.people.get(str(job.args["person"]))
        called = voice_of(turn, person).say(phrase(f"book.file_{form.value}", day=turn.today.isoformat()))
        return person, called, booklet_of(turn, person, _areas(job)) if form is Form.BOOKLET else None

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, Media)
        person, form = tx.people.get(str(job.args["person"])), Form(str(job.args["form"]))
        send_made(self._turn(tx), person, result, _areas(job), form, str(job.args["key"]))

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        not_made(self._turn(tx), tx.people.get(str(job.args["person"])), str(job.args["key"]))


def _areas(job: Job) -> list[str]:
    areas = job.args["areas"]
    assert isinstance(areas, list | tuple)
    return [str(each) for each in areas]
