"""`run` as its operator meets it: how it starts, why it will not, and how it ends."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import ClientSession

from sandbox import Person, Sandbox
from storage.transaction import Transaction
from tests.bot.front import PUBLIC, Front
from tests.bot.program import CANARIES, SECRET, Program, Running, sandbox_of_one_bot
from tests.waiting import until

pytestmark = pytest.mark.asyncio
NOBODY_THERE = "http://127.0.0.1:9"
LAMP = "桃源里3号楼2单元门口的路灯坏了"


@pytest_asyncio.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = sandbox_of_one_bot()
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture
async def program(sandbox: Sandbox, tmp_path: Path) -> AsyncIterator[Program]:
    program = Program(tmp_path, await sandbox.start())
    yield await program.has_a_district()
    await program.is_over()
    assert not any(canary in program.words for canary in CANARIES)


@pytest.fixture
def zhao(sandbox: Sandbox) -> Person:
    return sandbox.world.add_person(101, "赵奶奶")


def hears(person: Person, *words: str) -> bool:
    return any(all(word in message.text for word in words) for message in person.messages if message.out)


async def in_flight(program: Program) -> int:
    return await program.rows(lambda tx: tx.outbox.depth().get("sending", 0))


# ---- starting and ending -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
async def test_told_to_stop_it_lets_through_what_is_in_flight_and_ends_well(
    program: Program, zhao: Person, sign: signal.Signals
) -> None:
    running = await (await program.runs()).is_up()
    zhao.says(LAMP)
    await until(lambda: hears(zhao, "我这样记"))
    assert await running.is_told_to_stop(sign, seconds=15) == 0
    assert "stopping" in running.log
    assert await in_flight(program) == 0


async def test_what_was_said_while_it_was_down_is_answered_when_it_is_back(program: Program, zhao: Person) -> None:
    await (await (await program.runs()).is_up()).is_told_to_stop()
    zhao.says(LAMP)
    running = await (await program.runs()).is_up()
    await until(lambda: hears(zhao, "我这样记"))
    assert await running.is_told_to_stop() == 0


async def test_a_platform_that_does_not_answer_cannot_keep_it_from_ending(
    program: Program, sandbox: Sandbox, zhao: Person
) -> None:
    running = await (await program.runs()).is_up()
    sandbox.faults.plan("sendMessage", "timeout", times=5)
    zhao.says(LAMP)
    await until(lambda: sandbox.pending_updates == 0)
    assert await running.is_told_to_stop(seconds=15) == 0


# ---- why it will not -----------------------------------------------------------------------------------------------


async def said_and_ended(running: Running) -> str:
    """Its words, once it has given up by itself."""
    assert await running.ends() == 1
    assert "Traceback" not in running.log
    return running.log


async def test_a_wrong_token_is_told_without_being_shown(program: Program, sandbox: Sandbox) -> None:
    sandbox.token = "424242:another-token-altogether"
    words = await said_and_ended(await program.runs())
    assert "令牌不对" in words


async def test_a_token_that_is_revoked_stops_it_loudly_with_the_rows_intact(
    program: Program, sandbox: Sandbox, zhao: Person
) -> None:
    running = await (await program.runs()).is_up()
    zhao.says(LAMP)
    await until(lambda: hears(zhao, "我这样记"))
    sandbox.revoke_token()
    assert "令牌不对" in await said_and_ended(running)
    assert await program.rows(lambda tx: len(tx.areas.tree().areas)) == 22


async def test_without_a_district_it_says_what_to_do(program: Program) -> None:
    program.database_path.unlink()
    assert "bot load" in await said_and_ended(await program.runs())


async def test_a_database_of_a_later_release_is_refused_by_name(program: Program) -> None:
    def from_the_future(tx: Transaction) -> None:
        tx.statements.run("INSERT INTO schema_migrations (version, name, applied_at) VALUES (9999, 'future', '')")

    await program.rows(from_the_future)
    assert "数据库是更新的版本写的（9999 (future)）" in await said_and_ended(await program.runs())


async def test_a_second_one_on_the_same_file_is_refused_and_told_who_holds_it(program: Program) -> None:
    first = await (await program.runs()).is_up()
    assert f"进程 {first.pid} " in await said_and_ended(await program.runs())
    assert await first.is_told_to_stop() == 0


async def test_a_platform_out_of_reach_is_named_again_and_again_until_it_is_told_to_stop(program: Program) -> None:
    program.configure(bot={"base_url": NOBODY_THERE})
    running = await program.runs()
    await until(lambda: running.log.count("Telegram (127.0.0.1) cannot be reached") >= 2)
    assert await running.is_told_to_stop(seconds=15) == 0


async def test_a_platform_in_trouble_on_the_way_is_named_and_nothing_is_lost(
    program: Program, sandbox: Sandbox, zhao: Person
) -> None:
    running = await (await program.runs()).is_up()
    sandbox.faults.plan("getUpdates", "500", times=2)
    zhao.says(LAMP)
    await until(lambda: hears(zhao, "我这样记"))
    assert await running.is_told_to_stop() == 0
    assert "no updates from Telegram (127.0.0.1)" in running.log


# ---- by webhook ----------------------------------------------------------------------------------------------------


@pytest.fixture
def port() -> int:
    """Free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@pytest_asyncio.fixture
async def hooked(program: Program, port: int) -> AsyncIterator[Program]:
    """Configured for a webhook behind something that takes the TLS off."""
    front = Front(program.api, f"http://127.0.0.1:{port}")
    program.configure(
        bot={"mode": "webhook", "base_url": await front.start()},
        webhook={"url": f"{PUBLIC}/hook", "secret": SECRET, "port": port},
    )
    yield program
    await front.stop()


async def test_pushed_updates_are_answered_and_those_of_a_down_time_too(
    hooked: Program, sandbox: Sandbox, zhao: Person
) -> None:
    running = await (await hooked.runs()).is_up()
    zhao.says(LAMP)
    await until(lambda: hears(zhao, "我这样记"))
    await running.is_killed()
    zhao.taps(zhao.messages[-1].id, zhao.messages[-1].buttons[0][0].text)
    again = await (await hooked.runs()).is_up()
    await until(lambda: hears(zhao, "交上去了"))
    assert sandbox.pending_updates == 0
    assert await again.is_told_to_stop() == 0


async def test_only_who_knows_the_secret_is_let_in_and_anybody_may_ask_for_its_health(
    hooked: Program, port: int, zhao: Person
) -> None:
    running = await (await hooked.runs()).is_up()
    forged = {"update_id": 1, "message": {"message_id": 1, "date": 0, "chat": {"id": 101, "type": "private"}}}
    async with ClientSession(f"http://127.0.0.1:{port}") as session:
        async with session.post("/hook", json=forged, headers={"X-Telegram-Bot-Api-Secret-Token": "guess"}) as answer:
            assert answer.status == 403
        assert await _well(session)
    assert await running.is_told_to_stop() == 0


async def _well(session: ClientSession) -> bool:
    """Until the first heartbeat it says that it is not well yet."""
    for _ in range(100):
        async with session.get("/healthz") as answer:
            if answer.status == 200:
                return bool((await answer.json())["ok"])
        await asyncio.sleep(0.1)
    return False


async def test_from_webhook_to_polling_nothing_is_lost(hooked: Program, zhao: Person) -> None:
    await (await (await hooked.runs()).is_up()).is_told_to_stop()
    zhao.says(LAMP)
    hooked.configure()
    running = await (await hooked.runs()).is_up()
    await until(lambda: hears(zhao, "我这样记"))
    assert await running.is_told_to_stop() == 0


async def test_an_address_that_the_platform_will_not_take_is_told(hooked: Program, sandbox: Sandbox) -> None:
    sandbox.faults.plan("setWebhook", "refuse", description="Bad Request: bad webhook: failed to resolve host")
    words = await said_and_ended(await hooked.runs())
    assert "（webhook.url）" in words
    assert "failed to resolve host" in words


async def test_a_port_that_is_taken_is_told(hooked: Program, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        words = await said_and_ended(await hooked.runs())
    assert f"127.0.0.1:{port}" in words
