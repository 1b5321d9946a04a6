"""Work: what a desk asked to be found is looked for beside the writer, so that no search holds a turn up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.desk.finding import sought
from handlers.desk.finding import NEWEST, PAGE, show
from handlers.desk.ports import DeskTransaction
from handlers.turn import Turn
from storage.database import Database
from storage.transaction import Transaction
from storage.work import Job


class Finding:
    """A bot.work.Kind; subject: "person:<id>", args: page, words, before."""

    def __init__(self, database: Database, turn: Callable[[Transaction], Turn[DeskTransaction]]) -> None:
        self._database = database
        self._turn = turn

    async def do(self, job: Job) -> object:
        person_id, what, before = _person(job), sought(str(job.args["words"])), int(str(job.args["before"]))

        def query(tx: Transaction) -> Sequence[tuple[int, str]]:
            found = tx.search.find(person_id, what, tx.now, PAGE + 1, before)
            return [(each.number, each.matter_id) for each in found]

        return await self._database.read("find", query)

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, list)
        words, page, first = str(job.args["words"]), str(job.args["page"]), job.args["before"] == NEWEST
        show(self._turn(tx), tx.people.get(_person(job)), page, words, result, first=first)

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        """She can ask again; the log has the reason."""


def _person(job: Job) -> str:
    return job.subject.partition(":")[2]
