"""Pages that are torn under a running bot: it says so and how to go on, and confirms nothing it could not keep."""

from __future__ import annotations

import pytest

from sandbox import Sandbox
from tests.bot.program import Program
from tests.storage.support import tear


@pytest.mark.asyncio
async def test_a_running_bot_stops_loudly_names_the_command_and_does_not_start_again(
    program: Program, sandbox: Sandbox
) -> None:
    running = await (await program.runs()).is_up()
    tear(program.database_path, "seen")
    sandbox.world.add_person(77, "赵奶奶").says("路灯坏了")
    assert await running.ends() == 1
    assert "数据库坏了" in running.log
    assert " restore " in running.log
    assert sandbox.pending_updates == 1
    again = await program.does("run")
    assert again.status == 1
    assert "数据库坏了" in again.err
