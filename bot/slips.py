"""Work: a slip with a code of its own is set in the child process and sent to whoever gives it out."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from bot.crafts.slips import print_slip
from bot.digests import Room
from bot.press import ChildLost, JobFailed
from bot.work import Hopeless
from domain.listening.slip import Page, new_code
from domain.messages import Media, MediaKind
from domain.phrases import phrase
from handlers.listening.visits.ports import VisitsTransaction
from handlers.listening.visits.slip_page import page_of
from handlers.listening.visits.slips import page_failed, send_page
from handlers.speaking import voice_of
from handlers.turn import Turn
from storage.transaction import Transaction
from storage.work import Job

TRIES = 3
"""She waits for it: after so many failures she is told."""


class Printed(NamedTuple):
    code: str
    page: Media


class Slips:
    """A bot.work.Kind; subject and args as in handlers.listening.visits.slips.

    The code is made here and kept only once its page goes out, and then as a hash: it never lies in the work's row.
    """

    def __init__(self, room: Room) -> None:
        self._room = room

    async def do(self, job: Job) -> Printed:
        code = new_code(Random(self._room.clock.seed()))  # noqa: S311 (seeded by the system's own chance)
        page, name = await self._room.database.read("slip", lambda tx: self._worded(tx, job, code))
        try:
            made = await self._room.press.run(print_slip, page)
        except (ChildLost, JobFailed) as error:
            if job.attempts >= TRIES:
                raise Hopeless(str(error)) from error
            raise
        ref = await self._room.made.keep(made, ".pdf", self._room.clock.now())
        return Printed(code, Media(MediaKind.DOCUMENT, ref, name=f"{name}.pdf"))

    def _turn(self, tx: Transaction) -> Turn[VisitsTransaction]:
        fits: VisitsTransaction = tx
        return Turn(fits, self._room.house())

    def _worded(self, tx: Transaction, job: Job, code: str) -> tuple[Page, str]:
        """The page, and what the file is called for whoever asked for it."""
        turn, person = self._turn(tx), tx.people.get(str(job.args["person"]))
        matter = tx.matters.get(job.subject.partition(":")[2])
        name = voice_of(turn, person).say(phrase("slip.file", no=matter.number))
        return page_of(turn, person, matter, code, self._room.clock.now()), name

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, Printed)
        person, matter = tx.people.get(str(job.args["person"])), tx.matters.get(job.subject.partition(":")[2])
        send_page(self._turn(tx), person, matter, result.code, result.page, str(job.args["key"]))

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        page_failed(self._turn(tx), tx.people.get(str(job.args["person"])), str(job.args["key"]))
