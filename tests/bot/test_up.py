"""The running bot tells that it is up, how it is, and goes through a proxy when it must."""

from __future__ import annotations

import asyncio
import json
import socket

import pytest
from aiohttp import ClientSession

from sandbox import Sandbox
from tests.bot.program import PASSWORD, Program
from tests.proxy import Proxy
from tests.waiting import until

pytestmark = pytest.mark.asyncio
LAMP = "桃源里3号楼2单元门口的路灯坏了"


async def test_one_line_says_who_is_up_for_whom_with_what_in_hand(program: Program) -> None:
    running = await program.runs()
    await running.says(
        "小板凳起来了：@little_bench_bot · 青禾区 · 6 个网格 · 委员 10 位（0 位已加入） · 案头 2 位（0 位已加入）"
        " · 在办 0 件 · SQLite · 自己取消息 · 22:00–07:00 只响危险"
    )
    assert await running.is_told_to_stop() == 0


async def test_the_log_can_be_json_from_the_first_line_to_the_last(program: Program) -> None:
    program.configure(log={"format": "json"}, place={"language": "en"})
    running = await program.runs()
    await running.says('"message": "Little Bench is up: @little_bench_bot')
    assert await running.is_told_to_stop() == 0
    assert {json.loads(line)["level"] for line in running.log.splitlines()} == {"INFO"}


async def test_health_is_answered_in_polling_too(program: Program, port: int) -> None:
    program.configure(health={"port": port})
    running = await (await program.runs()).is_up()
    async with ClientSession(f"http://127.0.0.1:{port}") as session:
        for _ in range(100):  # until the first heartbeat it is not well yet
            async with session.get("/healthz") as answer:
                told = await answer.json()
            if told["ok"]:
                break
            await asyncio.sleep(0.05)
        assert (answer.status, told["ok"]) == (200, True)
    assert await running.is_told_to_stop() == 0


async def test_a_taken_health_port_is_told_by_its_key(program: Program, port: int) -> None:
    program.configure(health={"port": port})
    with socket.create_server(("127.0.0.1", port)):
        running = await program.runs()
        assert await running.ends() == 1
    assert f"health.port: 127.0.0.1:{port} cannot be listened on" in running.log


async def test_everything_goes_through_the_proxy_and_its_password_stands_nowhere(
    program: Program, sandbox: Sandbox
) -> None:
    proxy = Proxy(f"bench:{PASSWORD}")
    program.configure(bot={"proxy": f"http://bench:{PASSWORD}@{await proxy.start()}"})
    zhao = sandbox.world.add_person(101, "赵奶奶")
    running = await (await program.runs()).is_up()
    zhao.says(LAMP)
    await until(lambda: any("我这样记" in message.text for message in zhao.messages if message.out))
    assert await running.is_told_to_stop() == 0
    assert set(proxy.passed) == {program.api.removeprefix("http://")}
    await proxy.stop()


async def test_what_is_in_the_way_is_named_with_what_to_look_at(program: Program) -> None:
    program.configure(bot={"base_url": "http://telegram.invalid"})
    running = await program.runs()
    await running.says("Telegram (telegram.invalid) cannot be reached yet, trying again", "DNS", "查不到这个名字的地址")
    assert await running.is_told_to_stop() == 0
