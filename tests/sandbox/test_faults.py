"""Planned misfortunes, as the stock bot and a bare client meet them."""

import asyncio

import aiohttp
import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError

from sandbox import Person, Sandbox
from tests.sandbox.support import WANG, Api


@pytest.mark.asyncio
async def test_a_fault_strikes_as_often_as_planned_and_its_method_only(
    api: Api, wang: Person, sandbox: Sandbox
) -> None:
    sandbox.faults.plan("sendMessage", "500", times=2)
    await api("getMe")
    answers = [await api.answer("sendMessage", chat_id=WANG, text="x") for _ in range(3)]
    assert [answer.get("error_code") for answer in answers] == [500, 500, None]
    assert len(wang.messages) == 1


@pytest.mark.asyncio
async def test_429_names_the_seconds_to_wait(api: Api, wang: Person, sandbox: Sandbox) -> None:
    sandbox.faults.plan("sendMessage", "429", retry_after=7)
    answer = await api.answer("sendMessage", chat_id=WANG, text="x")
    assert answer["parameters"] == {"retry_after": 7}
    assert wang.messages == []


@pytest.mark.asyncio
async def test_a_refusal_of_the_callers_choice(bot: Bot, wang: Person, sandbox: Sandbox) -> None:
    sandbox.faults.plan("sendMessage", "refuse", code=403, description="Forbidden: user is deactivated")
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(WANG, "x")


@pytest.mark.asyncio
async def test_a_proxys_page_is_no_json(bot: Bot, wang: Person, sandbox: Sandbox) -> None:
    sandbox.faults.plan("sendMessage", "html")
    with pytest.raises(NetworkError):
        await bot.send_message(WANG, "x")
    assert wang.messages == []


@pytest.mark.asyncio
@pytest.mark.parametrize(("kind", "arrived"), [("reset", 0), ("after", 1)])
async def test_a_dropped_connection_hides_whether_the_message_arrived(
    api: Api, wang: Person, sandbox: Sandbox, kind: str, arrived: int
) -> None:
    sandbox.faults.plan("sendMessage", kind)  # type: ignore[arg-type]  # a parametrized literal is a plain str
    with pytest.raises(aiohttp.ClientError):
        await api.answer("sendMessage", chat_id=WANG, text="x")
    assert len(wang.messages) == arrived


@pytest.mark.asyncio
@pytest.mark.parametrize(("kind", "arrived"), [("timeout", 0), ("stall", 1)])
async def test_an_answer_that_never_comes_hides_whether_the_message_arrived(
    api: Api, wang: Person, sandbox: Sandbox, kind: str, arrived: int
) -> None:
    sandbox.faults.plan("sendMessage", kind)  # type: ignore[arg-type]  # a parametrized literal is a plain str
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(api.answer("sendMessage", chat_id=WANG, text="x"), 0.2)
    assert len(wang.messages) == arrived


@pytest.mark.asyncio
async def test_a_download_can_fail(api: Api, wang: Person, sandbox: Sandbox) -> None:
    wang.sends_document("a.txt", b"a", "text/plain")
    file_id = (await api.updates())[0]["message"]["document"]["file_id"]
    path = (await api("getFile", file_id=file_id))["file_path"]
    sandbox.faults.plan("download", "500")
    async with api.session.get(f"{api.base}/file/bot{api.token}/{path}") as response:
        assert response.status == 500


@pytest.mark.asyncio
async def test_an_update_comes_again_after_it_was_confirmed(api: Api, wang: Person, sandbox: Sandbox) -> None:
    sandbox.faults.repeat_updates(1)
    wang.says("一")
    (first,) = await api.updates()
    assert await api.updates(offset=first["update_id"] + 1) == [first]
    assert await api.updates(offset=first["update_id"] + 1) == []


@pytest.mark.asyncio
async def test_a_batch_comes_newest_first(api: Api, wang: Person, sandbox: Sandbox) -> None:
    sandbox.faults.shuffle()
    wang.says("一")
    wang.says("二")
    assert [update["message"]["text"] for update in await api.updates()] == ["二", "一"]
    assert [update["message"]["text"] for update in await api.updates()] == ["一", "二"]


@pytest.mark.asyncio
async def test_numbers_that_jump_back_are_not_taken_for_confirmed(api: Api, wang: Person, sandbox: Sandbox) -> None:
    wang.says("一")
    (before,) = await api.updates()
    await api.updates(offset=before["update_id"] + 1)
    sandbox.faults.jump_update_id(5)
    wang.says("二")
    (after,) = await api.updates(offset=before["update_id"] + 1)
    assert (after["update_id"], after["message"]["text"]) == (5, "二")


@pytest.mark.asyncio
async def test_an_update_no_parser_expects_is_delivered_as_it_is(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.odd_update("message", {"message_id": "seven"})
    assert [update["message"] for update in await api.updates()] == [{"message_id": "seven"}]


@pytest.mark.asyncio
async def test_clearing_forgets_every_plan(bot: Bot, wang: Person, sandbox: Sandbox) -> None:
    sandbox.faults.plan("*", "500", times=9)
    with pytest.raises(NetworkError):
        await bot.get_me()
    sandbox.faults.clear()
    await bot.send_message(WANG, "x")


@pytest.mark.asyncio
async def test_the_stock_bot_reads_refusals_as_its_own_errors(bot: Bot, wang: Person) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(4, "x")
    wang.blocks_bot()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(WANG, "x")
