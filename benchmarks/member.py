"""How long a member's screens take over a year of a whole district: `python -m benchmarks.member --url …`.

The database is the one that `benchmarks.district` filled; one in ten members is given a skill and a thing first.
Each line is the median and the longest of some runs in milliseconds, as in `benchmarks.desk`; an act must stay under 5.
"""

from __future__ import annotations

import argparse
import asyncio
from typing import Any

from benchmarks.desk import Act, Clocked
from benchmarks.district import NOW
from bot.bootstrap import reactions
from bot.crafts.places import Places
from domain.clocks import Clocks
from domain.duty.helping import Wanted
from domain.matters.matter import Matter, State
from domain.people.person import Ability, Resource, Role
from handlers.dialogs import begin
from handlers.matters.closing import CLOSE
from handlers.matters.finder import near, wanted_in
from handlers.matters.handing_on import HAND_ON
from handlers.matters.help_calls import ask_people
from handlers.matters.helping import HELP
from handlers.matters.leave import LEAVE
from handlers.matters.member_card import show_member
from handlers.matters.more import MORE
from handlers.matters.worklists import tasks
from handlers.turn import Contacts, House, Turn
from storage.database import open_database
from storage.transaction import Transaction

SKILLS = ("plumbing", "electric", "law", "media", "driving", "sign_language")
EVERY = 10


def give_skills(tx: Transaction) -> None:
    members = sorted({post.person_id for post in tx.roster.all() if post.role is Role.MEMBER})
    for n, person_id in enumerate(members[::EVERY]):
        tx.abilities.save(Ability(person_id, (SKILLS[n % len(SKILLS)],)))
        tx.resources.save(Resource(f"thing-{person_id}", person_id, ("梯子", "面包车", "会议室")[n % 3]))


def busiest(tx: Transaction) -> Matter:
    """A matter that somebody has taken, of whoever has most in hand."""
    row = tx.statements.one(
        """
        SELECT owner_id FROM matters WHERE state = 'taken' AND level = 'grid'
        GROUP BY owner_id ORDER BY COUNT(*) DESC, owner_id LIMIT 1
        """
    )
    assert row is not None
    return next(m for m in tx.matters.of_owner(row["owner_id"]) if m.state is State.TAKEN)


async def measure(url: str) -> None:
    database = await open_database(url, now=lambda: NOW, seed=lambda: 1)
    areas = await database.read("areas", lambda tx: list(tx.areas.tree().areas.values()))
    house = House(Clocks(), Contacts("0931-1234567"), Places(areas), reactions=reactions())
    await database.transact("skills", give_skills)
    one = await database.read("one", busiest)
    act = Clocked(database.transact, "act")

    def turn(tx: Transaction) -> tuple[Turn[Any], Any]:
        return Turn(tx, house), tx.people.get(one.owner_id)

    def matter(tx: Transaction) -> Matter:
        return tx.matters.get(one.id)

    def asks(tx: Transaction) -> None:
        tx.statements.run("DELETE FROM helpers")
        assert ask_people(*turn(tx), matter(tx), Wanted("skill", "plumbing"))

    screens: dict[str, Act] = {
        "我的任务": lambda tx: tasks(*turn(tx)),
        "her card": lambda tx: show_member(turn(tx)[0], matter(tx), turn(tx)[1]),
        "更多": lambda tx: begin(*turn(tx), MORE, subject=one.id),
        "不归我": lambda tx: begin(*turn(tx), HAND_ON, subject=one.id),
        "办结": lambda tx: begin(*turn(tx), CLOSE, subject=one.id),
        "请人帮忙": lambda tx: begin(*turn(tx), HELP, subject=one.id),
        "谁会修水管, found": lambda tx: wanted_in(turn(tx)[0], "谁会修水管"),
        "谁有梯子, found": lambda tx: wanted_in(turn(tx)[0], "谁有梯子"),
        "the five nearest of a skill": lambda tx: near(turn(tx)[0], matter(tx), Wanted("skill", "plumbing"), (), 5),
        "five asked for a hand": asks,
        "请假, the plan": lambda tx: begin(*turn(tx), LEAVE, draft={"words": "下周请假"}),
    }
    try:
        print(f"{'':52} {'wall':>8} {'longest':>8} {'cpu':>8} {'longest':>8}")
        for name, show in screens.items():
            await act.show(name, show)
    finally:
        await database.close()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--url", required=True)
    asyncio.run(measure(arguments.parse_args().url))


if __name__ == "__main__":
    main()
