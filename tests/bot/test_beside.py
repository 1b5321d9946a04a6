"""load and invite while the bot is running: nothing has to be stopped, and the bot follows within seconds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from sandbox import Sandbox
from sandbox.people import Person
from tests.bot.program import DISTRICT, Program, sandbox_of_one_bot
from tests.waiting import until

NEW_BUILDING = '\n[[area]]\nid = "b99"\nkind = "building"\nparent = "g2"\nname = "牡丹苑7号楼"\n'


@pytest_asyncio.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = sandbox_of_one_bot()
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture
async def program(tmp_path: Path, sandbox: Sandbox) -> AsyncIterator[Program]:
    program = await Program(tmp_path, await sandbox.start()).has_a_district()
    yield program
    await program.is_over()


def hears(person: Person, words: str) -> bool:
    return any(words in message.text for message in person.messages)


def with_a_building(folder: Path) -> Path:
    path = folder / "larger.toml"
    path.write_text(DISTRICT.read_text("utf-8") + NEW_BUILDING, "utf-8")
    return path


@pytest.mark.asyncio
async def test_a_load_beside_the_running_bot_is_followed_at_once(program: Program, sandbox: Sandbox) -> None:
    running = await (await program.runs()).is_up()
    zhao = sandbox.world.add_person(101, "赵奶奶")
    zhao.starts()
    await until(lambda: hears(zhao, "您好"))
    done = await program.does("load", "--yes", str(with_a_building(program.directory)))
    assert done.status == 0, done.err
    await running.says("the map in force now has")
    zhao.says("牡丹苑7号楼路灯坏了")
    await until(lambda: hears(zhao, "我这样记：牡丹苑7号楼"))
    assert await running.is_told_to_stop() == 0


@pytest.mark.asyncio
async def test_invite_beside_the_running_bot(program: Program, sandbox: Sandbox) -> None:
    running = await (await program.runs()).is_up()
    one, two = await asyncio.gather(program.does("invite", "王芳"), program.does("invite", "陈亮"))
    assert [done.status for done in (one, two)] == [0, 0]
    chen = sandbox.world.add_person(102, "陈")
    chen.starts(two.out.rpartition("=")[2].split()[0])
    await until(lambda: hears(chen, "您是陈亮吗"))
    assert await running.is_told_to_stop() == 0
