"""What each failure of the Bot API means for the message that met it, over HTTP."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import EndPointNotFound, TelegramError

from channels.base import Revoked
from channels.telegram.channel import Telegram
from channels.telegram.errors import TooLarge, decision
from channels.telegram.request import AiohttpRequest, Timeouts
from domain.errors import DeliveryFailed
from domain.messages import Address, Media, MediaKind, Outbound, Text
from sandbox import Person, Sandbox
from sandbox.faults import FaultKind
from tests.channels.conftest import TOKEN
from tests.clock import FakeClock

HELLO = Outbound(Address("telegram", "42"), (Text("您好"),))


async def failure(telegram: Telegram, outbound: Outbound = HELLO) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as failed:
        await telegram.deliver(outbound)
    return failed.value


@pytest.mark.asyncio
async def test_429_says_how_long_to_wait(telegram: Telegram, wang: Person, sandbox: Sandbox) -> None:
    sandbox.faults.plan("sendMessage", "429", retry_after=7)
    failed = await failure(telegram)
    assert (failed.retry_after, failed.permanent, failed.unknown) == (7, False, False)


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["500", "html"])
async def test_a_server_in_trouble_can_be_asked_again(
    telegram: Telegram, wang: Person, sandbox: Sandbox, kind: FaultKind
) -> None:
    sandbox.faults.plan("sendMessage", kind)
    failed = await failure(telegram)
    assert (failed.permanent, failed.unknown, failed.retry_after) == (False, False, None)


@pytest.mark.asyncio
@pytest.mark.parametrize(("kind", "arrived"), [("timeout", False), ("stall", True), ("after", True), ("reset", False)])
async def test_no_answer_after_sending_may_mean_that_it_arrived(
    telegram: Telegram, wang: Person, sandbox: Sandbox, kind: FaultKind, arrived: bool
) -> None:
    sandbox.faults.plan("sendMessage", kind)
    assert (await failure(telegram)).unknown
    assert any(message.out for message in wang.messages) is arrived


@pytest.mark.asyncio
async def test_without_a_connection_nothing_was_sent(telegram: Telegram, wang: Person, sandbox: Sandbox) -> None:
    await sandbox.stop()
    await telegram.request.shutdown()
    await telegram.request.initialize()
    failed = await failure(telegram)
    assert (failed.permanent, failed.unknown) == (False, False)


@pytest.mark.asyncio
async def test_a_full_pool_is_a_connection_that_was_not_had(
    base: str, clock: FakeClock, wang: Person, sandbox: Sandbox
) -> None:
    narrow = Telegram(TOKEN, clock, api=base, request=AiohttpRequest(connections=1, timeouts=Timeouts(0.2, 1.0, 1.0)))
    await narrow.start()
    sandbox.faults.plan("getMe", "timeout")
    busy = asyncio.create_task(narrow.bot.get_me())
    await asyncio.sleep(0.05)
    failed = await failure(narrow)
    assert not failed.unknown
    with pytest.raises(TelegramError):
        await busy
    await narrow.stop()


@pytest.mark.asyncio
async def test_who_blocked_the_bot_is_gone(telegram: Telegram, wang: Person) -> None:
    wang.blocks_bot()
    failed = await failure(telegram)
    assert failed.gone
    assert failed.permanent


@pytest.mark.asyncio
async def test_a_chat_that_never_was_is_gone(telegram: Telegram) -> None:
    assert (await failure(telegram, Outbound(Address("telegram", "77"), (Text("?"),)))).gone


@pytest.mark.asyncio
async def test_a_group_that_became_a_supergroup_names_its_new_id(
    telegram: Telegram, wang: Person, sandbox: Sandbox
) -> None:
    sandbox.world.add_group(-5, "三号楼", [42]).migrates(-100500)
    assert (await failure(telegram, Outbound(Address("telegram", "-5"), (Text("大家好"),)))).moved_to == "-100500"


@pytest.mark.asyncio
async def test_a_revoked_token_is_not_the_messages_fault(telegram: Telegram, wang: Person, sandbox: Sandbox) -> None:
    sandbox.revoke_token()
    with pytest.raises(Revoked):
        await telegram.deliver(HELLO)


def photos_and_words(wang: Person) -> Outbound:
    """Two platform messages: an album, then the words."""
    wang.sends_album(["lamp", "stairs"])
    album = [Media(MediaKind.PHOTO, message.media.file_id) for message in wang.messages[-2:] if message.media]
    return Outbound(HELLO.to, (*album, Text("两张")))


@pytest.mark.asyncio
async def test_a_later_part_that_is_held_up_is_waited_for(
    telegram: Telegram, wang: Person, sandbox: Sandbox, clock: FakeClock
) -> None:
    sandbox.faults.plan("sendMessage", "429", retry_after=5)
    await telegram.deliver(photos_and_words(wang))
    assert wang.messages[-1].text == "两张"
    assert clock.slept == [5]


@pytest.mark.asyncio
async def test_a_message_that_got_half_way_is_unknown(telegram: Telegram, wang: Person, sandbox: Sandbox) -> None:
    sandbox.faults.plan("sendMessage", "500", times=3)
    failed = await failure(telegram, photos_and_words(wang))
    assert failed.unknown
    assert "1 of 2 parts left" in str(failed)


def test_what_cannot_get_better_is_permanent() -> None:
    for error in (EndPointNotFound("no"), TooLarge("big")):
        failed = decision(error)
        assert isinstance(failed, DeliveryFailed)
        assert failed.permanent
