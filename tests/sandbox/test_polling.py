"""getUpdates: what it hands out, when it waits, whom it sends away."""

import asyncio

import pytest

from sandbox import Person, Sandbox
from sandbox.updates import PRESS_LIFE
from tests.sandbox.support import Api, HandClock

DAY = 24 * 3600


@pytest.mark.asyncio
async def test_an_update_comes_again_until_a_higher_offset_confirms_it(api: Api, wang: Person) -> None:
    wang.says("路灯坏了")
    first = await api.updates()
    assert await api.updates() == first
    assert await api.updates(offset=first[0]["update_id"] + 1) == []


@pytest.mark.asyncio
async def test_a_negative_offset_keeps_the_newest_and_forgets_the_rest(
    api: Api, wang: Person, sandbox: Sandbox
) -> None:
    for word in ("一", "二", "三"):
        wang.says(word)
    assert [update["message"]["text"] for update in await api.updates(offset=-2)] == ["二", "三"]
    assert sandbox.pending_updates == 2


@pytest.mark.asyncio
async def test_limit_holds_back_the_rest(api: Api, wang: Person) -> None:
    wang.says("一")
    wang.says("二")
    assert len(await api.updates(limit=1)) == 1


@pytest.mark.asyncio
async def test_a_long_poll_ends_as_soon_as_something_is_said(api: Api, wang: Person) -> None:
    waiting = asyncio.create_task(api.updates(timeout=20))
    await asyncio.sleep(0.05)
    wang.says("路灯坏了")
    assert [update["message"]["text"] for update in await asyncio.wait_for(waiting, 30)] == ["路灯坏了"]


@pytest.mark.asyncio
async def test_a_long_poll_without_news_ends_empty(api: Api, wang: Person) -> None:
    assert await asyncio.wait_for(api.updates(timeout=1), 30) == []


@pytest.mark.asyncio
async def test_a_second_poller_sends_the_first_away(api: Api, wang: Person) -> None:
    first = asyncio.create_task(api.answer("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(api.answer("getUpdates", timeout=1))
    refused = await asyncio.wait_for(first, 30)
    assert refused["error_code"] == 409
    assert "terminated by other getUpdates request" in refused["description"]
    assert (await second)["ok"]


@pytest.mark.asyncio
async def test_a_poller_that_hangs_up_leaves_its_place(api: Api, wang: Person) -> None:
    first = asyncio.create_task(api.updates(timeout=20))
    await asyncio.sleep(0.05)
    first.cancel()
    await asyncio.sleep(0.05)
    wang.says("还在吗")
    assert len(await api.updates()) == 1


@pytest.mark.asyncio
async def test_polling_is_refused_while_a_webhook_is_set(api: Api) -> None:
    await api("setWebhook", url="http://127.0.0.1:9/hook")
    assert "can't use getUpdates method while webhook is active" in await api.refusal("getUpdates")
    await api("deleteWebhook")
    assert await api.updates() == []


@pytest.mark.asyncio
async def test_reactions_come_only_when_asked_for_and_the_wish_is_remembered(api: Api, wang: Person) -> None:
    heard = wang.says("路灯坏了")
    wang.reacts(heard, "👍")
    assert [set(update) for update in await api.updates()] == [{"update_id", "message"}]
    await api.updates(allowed_updates=["message_reaction"])
    wang.reacts(heard, "❤")
    assert "message_reaction" in (await api.updates())[-1]


@pytest.mark.asyncio
async def test_an_empty_list_of_allowed_updates_is_the_default(api: Api, wang: Person) -> None:
    await api.updates(allowed_updates=["callback_query"])
    wang.says("听不见")
    await api.updates(allowed_updates=[])
    wang.says("听得见")
    assert [update["message"]["text"] for update in await api.updates()] == ["听得见"]


@pytest.mark.asyncio
async def test_a_message_waits_a_day_and_no_longer(api: Api, wang: Person, clock: HandClock) -> None:
    wang.says("路灯坏了")
    clock.passes(DAY - 1)
    assert len(await api.updates()) == 1
    clock.passes(1)
    assert await api.updates() == []


@pytest.mark.asyncio
async def test_a_button_press_waits_a_hundred_and_fifty_seconds(api: Api, wang: Person, clock: HandClock) -> None:
    card = await api.says(reply_markup={"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]})
    wang.taps(card, "好")
    clock.passes(PRESS_LIFE - 1)
    assert len(await api.updates()) == 1
    clock.passes(1)
    assert await api.updates() == []


@pytest.mark.asyncio
async def test_pending_updates_counts_what_is_not_confirmed(api: Api, wang: Person, sandbox: Sandbox) -> None:
    wang.says("一")
    wang.says("二")
    first, _ = await api.updates()
    await api.updates(offset=first["update_id"] + 1)
    assert sandbox.pending_updates == 1
