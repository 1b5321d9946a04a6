"""Restore, tested by use: backed up under load, killed, the disk lost, put back, run again; no number is another's."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from sandbox import Sandbox
from sandbox.happenings import Happening
from storage.transaction import Transaction
from tests.bot.bench import torn
from tests.bot.crowd import LOOKS_EVERY, Resident, district
from tests.bot.program import Program
from tests.waiting import until

A_WAVE = 12
NUMBER = re.compile(r"\b\d{4}-\d{2,}\b")


class Street:
    """Residents who report at once and hand in whatever is offered; `arrived` holds each message as it first read."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._residents: list[Resident] = []
        self.arrived: dict[int, list[str]] = defaultdict(list)
        sandbox.world.subscribe(self._happens)

    def reports(self) -> None:
        """So many more people, each with something of her own."""
        for _ in range(A_WAVE):
            n = len(self._residents)
            phone = self._sandbox.world.add_person(10_001 + n, f"居民{n}")
            self._residents.append(Resident(phone, f"甲{n:03d}", n, hasty=False))
            self._residents[-1].reports()

    async def lives(self) -> None:
        while True:
            for resident in self._residents:
                resident.looks()
            await asyncio.sleep(LOOKS_EVERY)

    def _happens(self, happening: Happening) -> None:
        if happening.chat is not None and happening.type == "message" and happening.detail["message"]["out"]:
            self.arrived[happening.chat].append(happening.detail["message"]["text"])


@pytest_asyncio.fixture
async def street(sandbox: Sandbox) -> AsyncIterator[Street]:
    street = Street(sandbox)
    living = asyncio.create_task(street.lives())
    yield street
    living.cancel()
    await asyncio.gather(living, return_exceptions=True)


@pytest_asyncio.fixture
async def bench(api: str, tmp_path: Path) -> AsyncIterator[Program]:
    (tmp_path / "district.toml").write_text(district(), "utf-8")
    program = Program(tmp_path, api)
    yield await program.has_a_district(tmp_path / "district.toml")
    await program.is_over()


@pytest.mark.asyncio
async def test_backed_up_under_load_killed_restored_and_run_again_nobody_gets_a_number_twice(
    bench: Program, street: Street
) -> None:
    running = await (await bench.runs()).is_up()
    street.reports()
    await until(lambda: pairs(street.arrived) >= 3)
    assert (await bench.does("backup")).status == 0
    street.reports()
    await until(lambda: pairs(street.arrived) >= A_WAVE + 5)
    await running.is_killed()
    before = {chat: list(words) for chat, words in street.arrived.items()}
    torn(bench.database_path)
    restored = await bench.does("restore", str(bench.directory / "backups"))
    assert restored.status == 0, restored.err
    running = await (await bench.runs()).is_up()
    street.reports()
    await until(lambda: pairs(street.arrived) >= pairs(before) + A_WAVE)
    assert await running.is_told_to_stop() == 0
    assert {number: chats for number, chats in given(street.arrived).items() if len(chats) > 1} == {}
    assert came_again_unmarked(before, street.arrived) == []
    assert await bench.rows(broken) == []


def given(arrived: dict[int, list[str]]) -> dict[str, set[int]]:
    """Who has read which number in her own chat."""
    found: dict[str, set[int]] = defaultdict(set)
    for chat, messages in arrived.items():
        for number in NUMBER.findall("\n".join(messages)):
            found[number].add(chat)
    return found


def came_again_unmarked(before: dict[int, list[str]], arrived: dict[int, list[str]]) -> list[str]:
    """What somebody had read with a number in it, word for word, once more."""
    news = {chat: words[len(before.get(chat, [])) :] for chat, words in arrived.items()}
    return [
        word for chat, words in news.items() for word in words if word in before.get(chat, []) and NUMBER.search(word)
    ]


def pairs(arrived: dict[int, list[str]]) -> int:
    """How many have a number, counted once for each that somebody has."""
    return sum(len(chats) for chats in given(arrived).values())


def broken(tx: Transaction) -> list[object]:
    return [found for subject in tx.events.subjects() if (found := tx.events.broken(subject))]
