"""Two who hold the same link and say at the same moment that it is theirs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from domain.messages import Address
from handlers.people.invitations import invite
from storage.transaction import Transaction
from tests.stories.house import Play, raised


@pytest_asyncio.fixture(params=["", "postgres_url"], ids=["sqlite", "postgres"])
async def play(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Play]:
    url = request.getfixturevalue(request.param) if request.param else ""
    async with raised(tmp_path, database_url=url) as play:
        yield play


@pytest.mark.asyncio
async def test_of_two_who_race_for_a_link_one_joins_and_the_other_hears_that_it_is_used(play: Play) -> None:
    link = await play.database.transact("invite", lambda tx: invite(play.bench.turn(tx), tx.people.get("wang")))
    racers = [play.newcomer(301 + n, name) for n, name in enumerate(("小芳", "阿飞", "老四", "小五"))]
    for racer in racers:
        await racer.starts(link)
    for racer in racers:
        racer.phone.taps(racer.finds("王芳").id, "是")
    await play.settled()
    joined = [racer for racer in racers if racer.hears("王芳，欢迎")]
    used = [racer for racer in racers if racer.hears("用过了")]
    assert (len(joined), len(used)) == (1, 3)
    assert await play.database.read("accounts", accounts) == [str(joined[0].phone.id)]


def accounts(tx: Transaction) -> list[str]:
    addresses: list[Address] = list(tx.people.addresses("wang"))
    return [address.account for address in addresses]
