"""Polling and webhook: nothing is confirmed to the platform before its commit, whatever happens in between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web

from channels.base import Raw, Revoked
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from channels.telegram.webhook import LARGEST, Webhook
from sandbox import Person, Sandbox
from tests.clock import FakeClock
from tests.waiting import until

SECRET = "s3cret-of-the-hook"


class Taken:
    """Stands where the dispatch will: remembers what was accepted, and fails as often as it is told to."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.numbers: list[int] = []
        self.failures = 0
        self.refuses = ""

    async def accept(self, raw: Raw) -> None:
        await asyncio.sleep(0)
        message = raw.get("message")
        text = str(message.get("text", "")) if isinstance(message, dict) else ""
        if text == self.refuses and self.failures:
            self.failures -= 1
            raise OSError("disk full")
        self.texts.append(text)
        self.numbers.append(int(str(raw.get("update_id", 0))))


@pytest.fixture
def taken() -> Taken:
    return Taken()


@pytest_asyncio.fixture
async def polling(telegram: Telegram, taken: Taken, clock: FakeClock, wang: Person) -> AsyncIterator[Polling]:
    """Running."""
    polling = Polling(telegram, taken.accept, clock, seconds=1)
    task = asyncio.create_task(polling.run())
    yield polling
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.asyncio
async def test_updates_come_in_order_and_are_confirmed_after_the_commit(
    polling: Polling, taken: Taken, wang: Person, sandbox: Sandbox
) -> None:
    for text in "一二三":
        wang.says(text)
    await until(lambda: sandbox.pending_updates == 0)
    assert taken.texts == ["/start", "一", "二", "三"]


@pytest.mark.asyncio
async def test_what_could_not_be_kept_is_not_confirmed_and_comes_again(
    polling: Polling, taken: Taken, wang: Person, sandbox: Sandbox
) -> None:
    await until(lambda: taken.texts == ["/start"])
    taken.refuses, taken.failures = "二", 2
    for text in "一二":
        wang.says(text)
    await until(lambda: "二" in taken.texts and sandbox.pending_updates == 0)
    assert taken.texts.count("二") == 1


@pytest.mark.asyncio
async def test_an_update_that_came_before_the_failed_one_is_confirmed(
    telegram: Telegram, taken: Taken, wang: Person, sandbox: Sandbox, clock: FakeClock
) -> None:
    wang.says("一")
    wang.says("二")
    taken.refuses, taken.failures = "二", 1000
    task = asyncio.create_task(Polling(telegram, taken.accept, clock, seconds=1).run())
    await until(lambda: sandbox.pending_updates == 1)
    task.cancel()
    assert taken.texts[:2] == ["/start", "一"]


@pytest.mark.asyncio
async def test_numbers_that_jump_back_are_accepted(
    polling: Polling, taken: Taken, wang: Person, sandbox: Sandbox
) -> None:
    await until(lambda: sandbox.pending_updates == 0)
    sandbox.faults.jump_update_id(5)
    wang.says("一周以后")
    await until(lambda: "一周以后" in taken.texts)
    assert taken.numbers[-1] == 5


@pytest.mark.asyncio
async def test_a_batch_out_of_order_loses_nothing(
    telegram: Telegram, taken: Taken, wang: Person, sandbox: Sandbox, clock: FakeClock
) -> None:
    wang.says("一")
    sandbox.faults.shuffle()
    taken.refuses, taken.failures = "/start", 1
    task = asyncio.create_task(Polling(telegram, taken.accept, clock, seconds=1).run())
    await until(lambda: sandbox.pending_updates == 0)
    task.cancel()
    assert set(taken.texts) == {"/start", "一"}


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["500", "html", "reset"])
async def test_a_server_in_trouble_is_asked_again_after_a_pause(
    telegram: Telegram, taken: Taken, wang: Person, sandbox: Sandbox, clock: FakeClock, kind: str
) -> None:
    sandbox.faults.plan("getUpdates", kind, times=3)  # type: ignore[arg-type]
    task = asyncio.create_task(Polling(telegram, taken.accept, clock, seconds=1).run())
    await until(lambda: taken.texts == ["/start"])
    task.cancel()
    assert len(clock.slept) == 3
    assert clock.slept[2] > clock.slept[0]


@pytest.mark.asyncio
async def test_a_wait_that_is_asked_for_is_kept(
    telegram: Telegram, taken: Taken, wang: Person, sandbox: Sandbox, clock: FakeClock
) -> None:
    sandbox.faults.plan("getUpdates", "429", retry_after=17)
    task = asyncio.create_task(Polling(telegram, taken.accept, clock, seconds=1).run())
    await until(lambda: taken.texts == ["/start"])
    task.cancel()
    assert clock.slept == [17]


@pytest.mark.asyncio
async def test_a_second_poller_is_explained(
    polling: Polling, telegram: Telegram, taken: Taken, caplog: pytest.LogCaptureFixture
) -> None:
    await until(lambda: taken.texts == ["/start"])
    async with aiohttp.ClientSession() as other, other.get(f"{telegram.address}/getUpdates?timeout=0") as answer:
        assert answer.status == 200
    await until(lambda: "another program is receiving" in caplog.text)


@pytest.mark.asyncio
async def test_polling_ends_with_revoked_when_the_token_is(
    telegram: Telegram, taken: Taken, wang: Person, sandbox: Sandbox, clock: FakeClock
) -> None:
    sandbox.faults.plan("getUpdates", "refuse", code=401, description="Unauthorized")
    with pytest.raises(Revoked):
        await Polling(telegram, taken.accept, clock, seconds=1).run()


@pytest.mark.asyncio
async def test_start_with_a_wrong_token_ends_at_once(base: str, clock: FakeClock) -> None:
    telegram = Telegram("1:wrong", clock, api=base)
    with pytest.raises(Revoked):
        await telegram.start()
    await telegram.stop()


@pytest.mark.asyncio
async def test_start_waits_for_a_platform_in_trouble(
    base: str, sandbox: Sandbox, clock: FakeClock, telegram: Telegram
) -> None:
    sandbox.faults.plan("getMe", "500", times=2)
    assert (await telegram.start()).username == "little_bench_bot"
    assert len(clock.slept) == 2


# ---- webhook -------------------------------------------------------------------------------------------------------


@pytest_asyncio.fixture
async def hook(taken: Taken) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_post("/telegram", Webhook(taken.accept, SECRET, patience=0.5).handle)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
    await runner.cleanup()


async def post(hook: str, body: bytes | AsyncIterator[bytes], secret: str | None = SECRET) -> int:
    """With its length said beforehand, or in pieces without."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret is not None else {}
    data = BytesIO(body) if isinstance(body, bytes) else body
    async with aiohttp.ClientSession() as session, session.post(hook, data=data, headers=headers) as answer:
        return answer.status


async def pieces(*parts: bytes, every: float = 0.0) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
        await asyncio.sleep(every)


@pytest.mark.asyncio
async def test_pushed_updates_are_confirmed_after_the_commit(
    telegram: Telegram, hook: str, taken: Taken, wang: Person, sandbox: Sandbox
) -> None:
    taken.refuses, taken.failures = "路灯", 2
    await telegram.hook(hook, SECRET)
    wang.says("路灯")
    await until(lambda: sandbox.pending_updates == 0)
    assert taken.texts == ["/start", "路灯"]


@pytest.mark.asyncio
@pytest.mark.parametrize("secret", [None, "", "guess", "é"])
async def test_without_the_secret_nothing_is_taken(hook: str, taken: Taken, secret: str | None) -> None:
    assert await post(hook, b'{"update_id": 1}', secret) == 403
    assert taken.numbers == []


@pytest.mark.asyncio
async def test_a_body_that_is_too_large_is_refused(hook: str, taken: Taken) -> None:
    assert await post(hook, b" " * (LARGEST + 1)) == 413
    assert taken.numbers == []


@pytest.mark.asyncio
async def test_a_body_that_does_not_say_how_large_it_is_is_refused_once_it_is_too_large(
    hook: str, taken: Taken
) -> None:
    assert await post(hook, pieces(*[b" " * (LARGEST // 4)] * 5)) == 413
    assert taken.numbers == []


@pytest.mark.asyncio
async def test_a_body_that_trickles_in_is_not_waited_for(hook: str, taken: Taken) -> None:
    assert await post(hook, pieces(*[b" "] * 50, every=0.1)) == 408
    assert taken.numbers == []


@pytest.mark.asyncio
@pytest.mark.parametrize("body", [b"<html>", b"[1]", b"\xff"])
async def test_a_body_that_is_no_update_goes_on_to_the_quarantine(hook: str, taken: Taken, body: bytes) -> None:
    assert await post(hook, body) == 200
    assert len(taken.numbers) == 1


def test_a_webhook_needs_a_secret(taken: Taken) -> None:
    with pytest.raises(ValueError, match="secret"):
        Webhook(taken.accept, "")
