"""Work: the lists of a desk as a workbook, or an empty one to fill in, written in the child process."""

from __future__ import annotations

from bot.digests import Room
from bot.intake.blank import print_blank
from bot.lists_table import print_lists
from bot.press import ChildLost, JobFailed
from bot.work import Hopeless
from domain.messages import Media, MediaKind
from domain.people.person import Person
from domain.phrases import phrase
from handlers.listening.ports import ListsTransaction
from handlers.listening.sheet import send_blank, send_table, table_failed
from handlers.speaking import voice_of
from handlers.turn import Turn
from storage.transaction import Transaction
from storage.work import Job

TRIES = 3
"""She waits for it: after so many failures she is told."""


class Lists:
    """A bot.work.Kind; args as in handlers.listening.sheet."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def do(self, job: Job) -> Media:
        room, now = self._room, self._room.clock.now()
        person, name = await room.database.read("lists", lambda tx: self._reader(tx, job))
        try:
            write = print_blank if job.args.get("blank") else print_lists
            made = await room.press.run(write, room.url, _areas(job), person.language, room.house().zone.key, now)
        except (ChildLost, JobFailed) as error:
            if job.attempts >= TRIES:
                raise Hopeless(str(error)) from error
            raise
        ref = await room.made.keep(made, ".xlsx", now)
        return Media(MediaKind.DOCUMENT, ref, name=f"{name}.xlsx")

    def _turn(self, tx: Transaction) -> Turn[ListsTransaction]:
        fits: ListsTransaction = tx
        return Turn(fits, self._room.house())

    def _reader(self, tx: Transaction, job: Job) -> tuple[Person, str]:
        """Who asked for it, and what the file is called in her language."""
        turn, person = self._turn(tx), tx.people.get(str(job.args["person"]))
        called = (
            phrase("intake.blank_file") if job.args.get("blank") else phrase("lists.file", day=turn.today.isoformat())
        )
        return person, voice_of(turn, person).say(called)

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, Media)
        person = tx.people.get(str(job.args["person"]))
        if job.args.get("blank"):
            send_blank(self._turn(tx), person, result, str(job.args["key"]))
        else:
            send_table(self._turn(tx), person, result, _areas(job), str(job.args["key"]))

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        table_failed(self._turn(tx), tx.people.get(str(job.args["person"])), str(job.args["key"]))


def _areas(job: Job) -> list[str]:
    areas = job.args["areas"]
    assert isinstance(areas, list | tuple)
    return [str(each) for each in areas]
