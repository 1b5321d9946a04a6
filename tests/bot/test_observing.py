"""What whoever watches over the bot can ask: is it well, is it ready, and the figures."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families

from bot.health import Health
from bot.metrics import Exposition
from bot.observing import BOUNDS, Observed, Spans, kind_of
from domain.messages import Address, Choice, Inbound, Join, Media, MediaKind, Outbound, Text
from sandbox import Sandbox
from storage.overview import Overview
from tests.bot.program import Program
from tests.stories.house import Play, raised
from tests.waiting import until

pytestmark = pytest.mark.asyncio
ROWS = Overview(18, 4096, 3, 2, 1, 1, 7, 2, 1, 5, datetime(2026, 11, 23, 2, 0, tzinfo=UTC), 1, 0, ("abc",))
NOW = datetime(2026, 11, 23, 2, 1, tzinfo=UTC)


def parsed(body: bytes) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    families = text_string_to_metric_families(body.decode())
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for each in families
        for sample in each.samples
    }


async def test_figures_are_read_back_as_they_were_counted(tmp_path: Path) -> None:
    observed = Observed()
    observed.updates["words"].add(0.004)
    observed.updates["words"].add(0.2)
    observed.deliveries["sent"] += 3
    observed.came_late("remind", 90.0)
    told = parsed(Exposition(observed, ROWS, {"queued": 5, "dead": 1}, NOW, tmp_path).text())
    assert told["little_bench_update_seconds_count", (("kind", "words"),)] == 2
    assert told["little_bench_update_seconds_bucket", (("kind", "words"), ("le", "0.005"))] == 1
    assert told["little_bench_update_seconds_bucket", (("kind", "words"), ("le", "0.25"))] == 2
    assert told["little_bench_deliveries_total", (("outcome", "sent"),)] == 3
    assert told["little_bench_outbox_messages", (("state", "queued"),)] == 5
    assert told["little_bench_outbox_oldest_seconds", ()] == 60
    assert told["little_bench_matters_overdue", ()] == 1
    assert told["little_bench_tick_late_seconds_count", (("kind", "remind"),)] == 1
    assert told["little_bench_tick_late_seconds_sum", (("kind", "remind"),)] == 90
    assert told["little_bench_disk_free_bytes", ()] > 0


async def test_a_span_falls_under_the_first_bound_that_holds_it() -> None:
    spans = Spans()
    for seconds in (0.0, 0.001, 0.0011, 4000.0):
        spans.add(seconds)
    assert (spans.counts[0], spans.counts[1], spans.counts[-1]) == (2, 1, 1)
    assert len(spans.counts) == len(BOUNDS) + 1


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        (Text("路灯坏了"), "words"),
        (Text("/start"), "command"),
        (Choice("m:1", "accept"), "choice"),
        (Media(MediaKind.PHOTO, "ref"), "media"),
        (Join("gate1"), "join"),
    ],
)
async def test_updates_are_told_apart_by_what_they_are(part: Text | Choice | Media | Join, kind: str) -> None:
    assert kind_of(Inbound(Address("telegram", "1"), "u1", NOW, (part,), "1")) == kind


async def test_the_running_program_shows_its_figures_to_whoever_runs_it_alone(
    program: Program, sandbox: Sandbox, port: int
) -> None:
    program.configure(health={"port": port})
    zhao = sandbox.world.add_person(101, "赵奶奶")
    running = await (await program.runs()).is_up()
    zhao.says("3号楼2单元门口的路灯坏了")
    await until(lambda: any("我这样记" in message.text for message in zhao.messages if message.out))
    async with ClientSession(f"http://127.0.0.1:{port}") as session:
        async with session.get("/metrics") as answer:
            body, content_type = await answer.read(), answer.headers["Content-Type"]
        async with session.get("/readyz") as answer:
            ready = answer.status
    told = parsed(body)
    assert content_type.startswith("text/plain")
    assert told["little_bench_update_seconds_count", (("kind", "words"),)] == 1
    assert told["little_bench_deliveries_total", (("outcome", "sent"),)] >= 1
    assert told["little_bench_act_seconds_count", (("act", "turn"),)] == 1
    assert ready == 200
    assert "赵" not in body.decode()
    assert await running.is_told_to_stop() == 0


def health(play: Play, heard_at: datetime | None) -> Health:
    return Health(play.bench, play.clock, play.directory, play.clock.now(), lambda: heard_at)


async def test_messages_that_do_not_leave_are_no_health(tmp_path: Path) -> None:
    async with raised(tmp_path) as play:
        await play.settled()
        watched = health(play, None)
        await until(lambda: play.bench.heartbeat.beat_at is not None)
        assert (await watched.well())[0]
        play.bench.delivery.close()
        await asyncio.sleep(0)
        lost = Outbound(Address("telegram", "101"), (Text("您好"),))
        await play.database.transact("put", lambda tx: tx.outbox.put(lost))
        play.clock.advance(299)
        assert (await watched.well())[1]["ill"] == []
        play.clock.advance(2)
        assert "outbox" in (await watched.well())[1]["ill"]


async def test_a_platform_that_is_silent_for_minutes_is_no_health(tmp_path: Path) -> None:
    async with raised(tmp_path) as play:
        await until(lambda: play.bench.heartbeat.beat_at is not None)
        watched = health(play, play.clock.now() - timedelta(minutes=6))
        well, told = await watched.well()
        assert (well, told["ill"]) == (False, ["platform"])
