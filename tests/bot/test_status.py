"""`status`: one screen that says how it stands and what to do, also beside a running bot and without Telegram."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clock import SystemClock
from bot.commands.status import Point, Screen
from bot.config import load_config
from bot.glance import rows_in
from bot.pulse import Sign
from bot.speech import Speech
from bot.standing import Reach, Standing
from bot.standing_words import WORDS
from domain.messages import Address
from sandbox import Sandbox
from tests.bot.operator import Operator
from tests.bot.program import PASSWORD, SECRET, Program

pytestmark = pytest.mark.asyncio


def line(screen: str, about: str) -> str:
    """The line about this, with the arrows under it."""
    lines = screen.splitlines()
    start = next(n for n, text in enumerate(lines) if text[3:].startswith(about))
    end = next((n for n in range(start + 1, len(lines)) if "→" not in lines[n]), len(lines))
    return "\n".join(lines[start:end])


def points(found: Standing) -> dict[str, Point]:
    return {point.about: point for point in Screen(found, Speech("zh", WORDS)).points()}


async def test_beside_a_running_bot_all_is_well(program: Program, operator: Operator) -> None:
    await program.rows(lambda tx: tx.people.bind("ma", Address("telegram", "500")))
    running = await (await program.runs()).is_up()
    done = await operator.does("status")
    assert done.status == 0, done.out
    assert done.out.startswith("小板凳 · 青禾区")
    assert f"进程 {running.pid}" in line(done.out, "运行")
    assert "@little_bench_bot" in line(done.out, "Telegram")
    assert "6 个网格，4 个说事点；委员 10 位，加入了 0 位" in line(done.out, "人手")
    assert "SQLite bench.sqlite3" in line(done.out, "数据")
    assert done.out.rstrip().endswith("都好。")
    assert await running.is_told_to_stop() == 0
    assert "没在运行，上一次到" in line((await operator.does("status")).out, "运行")


async def test_what_is_not_fine_is_told_with_what_to_do(program: Program, operator: Operator) -> None:
    done = await operator.does("status")
    assert done.status == 1
    assert "✗ 运行" in done.out
    assert "bot run" in line(done.out, "运行")
    assert "案头一个都没加入" in line(done.out, "人手")
    assert "bot invite" in line(done.out, "人手")
    assert "有 2 处要看一看" in done.out


async def test_without_telegram_the_rest_is_told_all_the_same(program: Program, operator: Operator) -> None:
    program.configure(bot={"base_url": "http://127.0.0.1:9"})
    done = await operator.does("status")
    assert "连不上：那头拒绝连接" in line(done.out, "Telegram")
    assert "[bot] proxy" in line(done.out, "Telegram")
    assert "SQLite" in line(done.out, "数据")


async def test_a_refused_token_is_told(program: Program, operator: Operator, sandbox: Sandbox) -> None:
    sandbox.revoke_token()
    assert "@BotFather" in line((await operator.does("status")).out, "Telegram")


async def test_before_anything_is_there_it_says_how_to_begin(operator: Operator) -> None:
    done = await operator.does("status")
    assert done.status == 1
    assert "还没有 config.toml" in done.out
    assert "bot init" in done.out
    assert operator.files == set()


async def test_mistakes_of_the_configuration_stand_on_the_screen(program: Program, operator: Operator) -> None:
    program.configure(bot={"mode": "pigeons"}, contacts={"desk": ""})
    done = await operator.does("status")
    assert done.status == 1
    assert "有 2 处要改" in done.out
    assert '"polling"' in done.out


async def test_a_webhook_that_telegram_knows_nothing_of_is_told(program: Program, operator: Operator) -> None:
    program.configure(bot={"mode": "webhook"}, webhook={"url": "https://bench.example/hook", "secret": SECRET})
    done = await operator.does("status")
    assert "没记着网址" in line(done.out, "Telegram")


async def test_a_webhook_that_telegram_cannot_deliver_to_is_told_with_its_error(program: Program) -> None:
    url = "https://bench.example/hook"
    program.configure(bot={"mode": "webhook"}, webhook={"url": url, "secret": SECRET})
    reach = Reach("little_bench_bot", hook=url, pending=7, hook_error="Connection refused")
    found = Standing(SystemClock().now(), program.config, load_config(program.config, {}), reach=reach)
    point = points(found)["telegram"]
    assert not point.fine
    assert f"往 {url} 送不进来：Connection refused" in point.words
    assert "8080" in point.todo[0]


async def test_a_bot_without_a_heartbeat_is_no_healthy_bot(program: Program) -> None:
    now, hour = SystemClock().now(), timedelta(hours=1)
    rows = await program.rows(rows_in)
    sign = Sign(77, now - 2 * hour, now, now - hour)
    config = load_config(program.config, {})
    found = Standing(now, program.config, config, reach=Reach("b"), pid=77, rows=replace(rows, sign=sign), free=1 << 40)
    assert "没有心跳" in points(found)["running"].words
    assert "看日志" in points(found)["running"].todo[0]
    well = replace(found, rows=replace(rows, sign=replace(sign, beat_at=now - timedelta(minutes=2))))
    assert points(well)["running"].words.endswith("心跳 2 分钟前")


async def test_another_program_that_takes_the_messages_is_told(program: Program) -> None:
    config = load_config(program.config, {})
    reach = Reach("little_bench_bot", hook="https://other.example/hook")
    found = Standing(SystemClock().now(), program.config, config, reach=reach, pid=77)
    assert not points(found)["telegram"].fine
    assert points(replace(found, pid=None))["telegram"].fine


async def test_a_full_disk_is_told_before_it_is_full(program: Program) -> None:
    rows, config = await program.rows(rows_in), load_config(program.config, {})
    found = Standing(SystemClock().now(), program.config, config, rows=rows, free=100 << 20)
    assert "磁盘只剩 100.0 MB" in points(found)["database"].words


async def test_what_waits_too_long_to_leave_is_told(program: Program) -> None:
    now, rows, config = SystemClock().now(), await program.rows(rows_in), load_config(program.config, {})
    counts = replace(rows.counts, queued=7, oldest_at=now - timedelta(hours=2))
    found = Standing(now, program.config, config, rows=replace(rows, counts=counts), free=1 << 40)
    assert "7 条等着发" in points(found)["outbox"].words


async def test_on_postgresql_a_running_bot_is_known_by_its_sign_of_life(
    operator: Operator, api: str, postgres_url: str
) -> None:
    program = Program(operator.folder, api, database={"url": postgres_url})
    await program.has_a_district()
    running = await (await program.runs()).is_up()
    assert f"进程 {running.pid}" in line((await operator.does("status")).out, "运行")
    assert await running.is_told_to_stop() == 0
    done = await operator.does("status")
    assert "没在运行，上一次到" in line(done.out, "运行")
    assert "PostgreSQL" in line(done.out, "数据")


async def test_what_could_not_be_handled_is_told_by_its_reference(program: Program, operator: Operator) -> None:
    now = SystemClock().now()
    reference = await program.rows(lambda tx: tx.quarantine.add("telegram", "7", "{}", "a bug", now))
    assert reference in line((await operator.does("status")).out, "搁下")


async def test_a_database_out_of_reach_is_told_without_its_password(program: Program, operator: Operator) -> None:
    program.configure(database={"url": f"postgresql://bench:{PASSWORD}@127.0.0.1:1/bench"})
    done = await operator.does("status")
    assert done.status == 1
    assert "✗ 数据" in done.out
    assert PASSWORD not in done.out + done.err


async def test_for_programs_there_is_json_with_the_same_status(program: Program, operator: Operator) -> None:
    done = await operator.does("status", "--json")
    told = json.loads(done.out)
    assert (done.status, told["ok"]) == (1, False)
    assert told["telegram"]["username"] == "little_bench_bot"
    assert told["database"]["counts"]["members"] == 10
    assert [wrong["about"] for wrong in told["wrong"]] == ["running", "district"]


async def test_in_english(program: Program, operator: Operator) -> None:
    done = await operator.does("status", "--english")
    assert "not running" in line(done.out, "running")
    assert done.out.rstrip().endswith("2 to look at: follow the arrows.")
