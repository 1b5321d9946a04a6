"""Looks over the shoulder of every act: no matter is without an owner who can act, no clock without a cause, and no
group is told anything of anybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from domain.duty.helping import HelpState
from domain.matters.kinds import private
from domain.matters.life import differs
from domain.matters.matter import Matter
from domain.messages import Choices, Outbound, Text
from domain.phrases import phrase
from handlers.matters.unowned import unowned
from handlers.roles import able
from handlers.texts.say import Voice
from handlers.turn import House, Turn
from storage.bodies import decode
from storage.database import Database
from storage.transaction import Transaction
from tests.stories.promises import Promises, newest

T = TypeVar("T")


class Watched:
    """A database whose every act is followed by a look at all that is in hand; `found` holds what was wrong.

    A test that makes a fault of its own stops `looking` meanwhile.
    """

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house
        self.found: list[str] = []
        self.promises = Promises()
        self.looking = True

    async def transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        def looked_at(tx: Transaction) -> T:
            before = newest(tx)
            result = act(tx)
            if self.looking and name != "delivery" and (name != "work" or result):  # those change no matter
                turn = Turn(tx, self._house)
                self.promises.look(tx, before)
                self.found += [f"{name}: {line}" for line in wrong(turn)]
            return result

        return await self._database.transact(name, looked_at, order=order)

    async def read(self, name: str, query: Callable[[Transaction], T]) -> T:
        return await self._database.read(name, query)

    async def close(self) -> None:
        await self._database.close()


def wrong(turn: Turn[Transaction]) -> list[str]:
    """Whatever does not hold, a line for each."""
    return [*unowned(turn), *clocks_without_a_cause(turn), *helping_in_vain(turn), *told_in_groups(turn)]


def clocks_without_a_cause(turn: Turn[Transaction]) -> list[str]:
    """Deadlines and promises that are not what the matter's own events say."""
    suspects = [matter.id for matter in turn.tx.matters.in_hand() if _differs(turn, matter)]
    again = [  # on PostgreSQL another act may have come between
        turn.tx.matters.get(matter_id) for matter_id in suspects
    ]
    return [f"{matter.number} {line}" for matter in again for line in _differs(turn, matter)]


def helping_in_vain(turn: Turn[Transaction]) -> list[str]:
    """Helpers of what is over, of what has been theirs since, or who cannot come."""
    rows = turn.tx.statements.all("SELECT matter_id, person_id FROM helpers WHERE state IN ('asked', 'helping')")
    found = []
    for row in rows:
        matter, person = turn.tx.matters.get(row["matter_id"]), turn.tx.people.get(row["person_id"])
        helper = turn.tx.helpers.get(matter.id, person.id)  # on PostgreSQL another act may have come between
        if helper is None or helper.state not in (HelpState.ASKED, HelpState.HELPING):
            continue
        wanted = matter.in_hand if helper.state is HelpState.ASKED else matter.open
        if not wanted or matter.joined or private(matter) or matter.owner_id == person.id:
            found.append(f"{person.name} helps in vain with {matter.number}")
        if not able(turn, person):
            found.append(f"{person.name} helps with {matter.number} and cannot come")
    return found


def told_in_groups(turn: Turn[Transaction]) -> list[str]:
    """What is on its way to a group (whose account begins with a minus) beside the way into the private chat."""
    rows = turn.tx.statements.all("SELECT body FROM outbox WHERE state = 'queued' AND account LIKE '-%'")
    return [f"a group is told: {row['body']}" for row in rows if not _may_be_said(turn, decode(row["body"]))]


def _may_be_said(turn: Turn[Transaction], outbound: Outbound) -> bool:
    voice = Voice(turn.house.language, turn.now, turn.house.zone)
    words = [block.value for block in outbound.blocks if isinstance(block, Text)]
    links = [block for block in outbound.blocks if isinstance(block, Choices) and not block.prompt]
    only_these = len(words) + len(links) == len(outbound.blocks)
    return only_these and words == [voice.say(phrase("core.group", desk=turn.house.contacts.desk))]


def _differs(turn: Turn[Transaction], matter: Matter) -> list[str]:
    return differs(matter, turn.tx.events.of(matter.subject), turn.house.clocks)
