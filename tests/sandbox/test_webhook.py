"""setWebhook and its siblings, and how updates are pushed."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web

from sandbox import Person, Sandbox
from tests.sandbox.support import Api


@dataclass
class Receiver:
    """The bot's own server: keeps what it is told and answers what the test wants."""

    url: str = ""
    told: list[dict[str, Any]] = field(default_factory=list)
    signed_by: list[str | None] = field(default_factory=list)
    refuse: set[int] = field(default_factory=set)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def hear(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.told.append(update)
        self.signed_by.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.news.set()
        chat = update.get("message", {}).get("chat", {}).get("id")
        return web.Response(status=500 if chat in self.refuse else 200)

    async def heard(self, count: int) -> list[dict[str, Any]]:
        while len(self.told) < count:
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), 30)
        return self.told


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    application = web.Application()
    application.router.add_post("/hook", receiver.hear)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


@pytest.mark.asyncio
async def test_an_update_is_pushed_with_the_secret_and_confirmed_by_200(
    api: Api, wang: Person, sandbox: Sandbox, receiver: Receiver
) -> None:
    await api("setWebhook", url=receiver.url, secret_token="only_we_two")
    wang.says("路灯坏了")
    assert (await receiver.heard(1))[0]["message"]["text"] == "路灯坏了"
    assert receiver.signed_by == ["only_we_two"]
    await asyncio.wait_for(sandbox.drained(), 30)


@pytest.mark.asyncio
async def test_what_waited_before_is_pushed_in_order(api: Api, wang: Person, receiver: Receiver) -> None:
    for word in ("一", "二", "三"):
        wang.says(word)
    await api("setWebhook", url=receiver.url)
    assert [update["message"]["text"] for update in await receiver.heard(3)] == ["一", "二", "三"]


@pytest.mark.asyncio
async def test_a_refused_update_blocks_its_chat_but_no_other(
    api: Api, wang: Person, sandbox: Sandbox, receiver: Receiver
) -> None:
    zhao = sandbox.world.add_person(5002, "赵奶奶")
    receiver.refuse.add(wang.id)
    await api("setWebhook", url=receiver.url)
    wang.says("一")
    wang.says("二")
    zhao.says("三")
    await receiver.heard(4)
    assert {update["message"]["text"] for update in receiver.told} == {"一", "三"}
    receiver.refuse.clear()
    await asyncio.wait_for(sandbox.drained(), 30)
    assert receiver.told[-1]["message"]["text"] == "二"


@pytest.mark.asyncio
async def test_a_press_overtakes_a_message_of_its_chat_that_is_refused(
    api: Api, wang: Person, receiver: Receiver
) -> None:
    card = await api.says(reply_markup={"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]})
    receiver.refuse.add(wang.id)
    await api("setWebhook", url=receiver.url)
    wang.says("一")
    wang.taps(card, "好")
    await receiver.heard(2)
    assert any("callback_query" in update for update in receiver.told)


@pytest.mark.asyncio
async def test_the_last_error_is_told(api: Api, wang: Person, receiver: Receiver) -> None:
    receiver.refuse.add(wang.id)
    await api("setWebhook", url=receiver.url)
    wang.says("一")
    await receiver.heard(2)
    info = await api("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert info["pending_update_count"] == 1


@pytest.mark.asyncio
async def test_a_server_that_is_down_is_tried_until_it_is_up(api: Api, wang: Person, sandbox: Sandbox) -> None:
    await api("setWebhook", url="http://127.0.0.1:9/hook")
    wang.says("一")
    await asyncio.sleep(0.1)
    assert (await api("getWebhookInfo"))["last_error_message"] == "Connection refused"
    assert sandbox.pending_updates == 1


@pytest.mark.asyncio
async def test_pending_updates_are_dropped_only_when_asked(api: Api, wang: Person, sandbox: Sandbox) -> None:
    wang.says("一")
    await api("deleteWebhook")
    assert sandbox.pending_updates == 1
    await api("deleteWebhook", drop_pending_updates=True)
    assert sandbox.pending_updates == 0


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"url": "http://example.org/hook"}, "An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org/", "secret_token": "has space"}, "secret token contains unallowed characters"),
        ({"url": "https://example.org/", "max_connections": 101}, "max_connections"),
    ],
)
async def test_a_bad_webhook_is_refused(api: Api, parameters: dict[str, Any], reason: str) -> None:
    assert reason in await api.refusal("setWebhook", **parameters)


@pytest.mark.asyncio
async def test_without_a_webhook_the_url_is_empty(api: Api) -> None:
    assert (await api("getWebhookInfo"))["url"] == ""
