"""The outbox through Telegram over HTTP, with the platform failing in every way it knows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.delivery import Delivery
from channels.base import Revoked
from channels.telegram.channel import Telegram
from channels.telegram.request import AiohttpRequest, Timeouts
from domain.messages import Address, Button, Choices, Media, MediaKind, Op, Outbound, Text, Urgency
from sandbox import BotAccount, Person, Sandbox
from sandbox.faults import FaultKind
from storage.database import Database
from storage.transaction import Transaction
from tests.bot.conftest import Beside
from tests.clock import FakeClock

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


class Street:
    """A sandbox with two people and a group, the outbox, and the delivery running between them."""

    def __init__(self, sandbox: Sandbox, database: Database, clock: FakeClock) -> None:
        self.sandbox = sandbox
        self.database = database
        self.clock = clock
        self.gone: list[str] = []
        self.zhao = self._person(42, "赵奶奶")
        self.wang = self._person(43, "王芳")

    def build(self, telegram: Telegram) -> None:
        self.delivery = Delivery(
            self.database,
            {"telegram": telegram},
            self.clock,
            on_gone=self._on_gone,
            repeat_line=lambda outbound: "（可能重复）",
        )

    async def put(self, *messages: Outbound) -> None:
        def act(tx: Transaction) -> None:
            for message in messages:
                tx.outbox.put(message)

        await self.database.transact("put", act)
        await self.settle()

    async def settle(self, *later: float) -> None:
        """Until nothing due is left, now and after each of the seconds."""
        for seconds in (0, *later):
            self.clock.advance(seconds)
            async with asyncio.timeout(60):
                await self.delivery.idle()

    async def states(self) -> dict[str, int]:
        return await self.database.read("depth", lambda tx: tx.outbox.depth())

    def _on_gone(self, tx: Transaction, to: Address, outbound: Outbound) -> None:
        self.gone.append(to.account)

    def _person(self, number: int, name: str) -> Person:
        person = self.sandbox.world.add_person(number, name)
        person.starts()
        return person


@pytest_asyncio.fixture
async def sandbox(clock: FakeClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN, BotAccount(110201543, "小板凳", "little_bench_bot"), clock)
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture
async def telegram(sandbox: Sandbox, clock: FakeClock) -> AsyncIterator[Telegram]:
    request = AiohttpRequest(timeouts=Timeouts(connect=1.0, read=0.4))
    telegram = Telegram(TOKEN, clock, api=await sandbox.start(), request=request)
    await telegram.start()
    yield telegram
    await telegram.stop()


@pytest.fixture
def street(sandbox: Sandbox, telegram: Telegram, database: Database, clock: FakeClock, beside: Beside) -> Street:
    street = Street(sandbox, database, clock)
    street.build(telegram)
    beside(street.delivery.run())
    return street


def to(person: int, text: str, urgency: Urgency = Urgency.TURN, purpose: str = "answer") -> Outbound:
    return Outbound(Address("telegram", str(person)), (Text(text),), urgency=urgency, purpose=purpose)


def heard(person: Person) -> list[str]:
    return [message.text for message in person.messages if message.out]


@pytest.mark.asyncio
async def test_a_burst_is_never_refused_by_the_platforms_own_limits(street: Street) -> None:
    await street.put(*(to(42 + n % 2, str(n)) for n in range(12)))
    assert heard(street.zhao) == ["0", "2", "4", "6", "8", "10"]
    assert heard(street.wang) == ["1", "3", "5", "7", "9", "11"]


@pytest.mark.asyncio
async def test_a_wait_that_is_asked_for_is_kept_and_danger_goes_first_afterwards(street: Street) -> None:
    street.sandbox.faults.plan("sendMessage", "429", retry_after=20)
    await street.put(to(42, "通知", Urgency.NOTICE))
    await street.put(to(42, "煤气", Urgency.DANGER))
    await street.settle(19)
    assert heard(street.zhao) == []
    await street.settle(2)
    assert heard(street.zhao) == ["煤气", "通知"]


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["500", "html"])
async def test_a_platform_in_trouble_gets_the_message_later(street: Street, kind: FaultKind) -> None:
    street.sandbox.faults.plan("sendMessage", kind, times=2)
    await street.put(to(42, "接了"))
    await street.settle(3, 3)
    assert heard(street.zhao) == ["接了"]


@pytest.mark.asyncio
async def test_a_file_of_ours_is_sent_once_more_when_nobody_knows_whether_it_arrived(
    street: Street, tmp_path: Path
) -> None:
    (tmp_path / "4f1d.xlsx").write_bytes(b"PK")
    table = Media(MediaKind.DOCUMENT, f"file:{tmp_path / '4f1d.xlsx'}", name="桃源社区-简报.xlsx")
    street.sandbox.faults.plan("sendDocument", "after")
    await street.put(Outbound(Address("telegram", "42"), (Text("表格"), table), purpose="answer"))
    await street.settle(3, 30)
    sent = [message for message in street.zhao.messages if message.out]
    assert [(message.caption, message.media and message.media.name) for message in sent] == [
        ("表格", "桃源社区-简报.xlsx"), ("（可能重复）\n表格", "桃源社区-简报.xlsx"),
    ]  # fmt: skip


@pytest.mark.asyncio
async def test_a_file_that_is_gone_holds_up_nobody(street: Street, tmp_path: Path) -> None:
    gone = Media(MediaKind.PHOTO, f"file:{tmp_path / 'gone.png'}")
    await street.put(Outbound(Address("telegram", "42"), (gone,)), to(42, "接了"))
    assert heard(street.zhao) == ["接了"]
    assert (await street.states())["dead"] == 1


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("after", ["接了", "（可能重复）\n接了"]),
        ("stall", ["接了", "（可能重复）\n接了"]),
        ("reset", ["（可能重复）\n接了"]),
        ("timeout", ["（可能重复）\n接了"]),
    ],
)
async def test_what_may_have_arrived_is_repeated_at_most_once_and_says_so(
    street: Street, kind: FaultKind, said: list[str]
) -> None:
    street.sandbox.faults.plan("sendMessage", kind)
    await street.put(to(42, "接了"))
    await street.settle(3, 30)
    assert heard(street.zhao) == said


@pytest.mark.asyncio
async def test_an_edit_that_got_no_answer_is_simply_made_again(street: Street) -> None:
    card = to(42, "路灯")
    await street.put(Outbound(card.to, card.blocks, key="card"))
    street.sandbox.faults.plan("editMessageText", "after")
    await street.put(Outbound(card.to, (Text("接了"),), Op.UPDATE, key="card"))
    await street.settle(3)
    assert heard(street.zhao) == ["接了"]
    assert await street.states() == {}


@pytest.mark.asyncio
async def test_without_a_connection_nothing_is_lost_or_repeated(street: Street, telegram: Telegram) -> None:
    port = int(telegram.address.split(":")[2].split("/")[0])
    await street.sandbox.stop()
    await telegram.request.shutdown()
    await telegram.request.initialize()
    await street.put(to(42, "接了"), to(42, "来了"))
    await street.settle(3, 3)
    assert await street.states() == {"queued": 2}
    await street.sandbox.start(port=port)
    await street.settle(10)
    assert heard(street.zhao) == ["接了", "来了"]


@pytest.mark.asyncio
async def test_who_blocked_the_bot_is_noted_and_hears_no_more(street: Street) -> None:
    street.wang.blocks_bot()
    await street.put(to(43, "卡片"), to(42, "好"))
    assert (street.gone, heard(street.zhao), await street.states()) == (["43"], ["好"], {"dead": 1})


@pytest.mark.asyncio
async def test_a_group_that_became_a_supergroup_still_hears_us(street: Street) -> None:
    group = street.sandbox.world.add_group(-5, "三号楼", [42])
    bigger = group.migrates(-100500)
    await street.put(to(-5, "大家好"))
    assert [message.text for message in bigger.chat.messages.values() if message.out] == ["大家好"]


@pytest.mark.asyncio
async def test_a_card_that_was_deleted_is_sent_anew(street: Street, telegram: Telegram) -> None:
    address = Address("telegram", "42")
    buttons = Choices("m:1", ((Button("接了", "accept"),),))
    await street.put(Outbound(address, (Text("路灯"), buttons), key="card"))
    await telegram.bot.delete_message(42, street.zhao.messages[-1].id)
    await street.put(Outbound(address, (Text("路灯，接了"),), Op.UPDATE, key="card"))
    await street.put(Outbound(address, (Text("路灯，好了"),), Op.UPDATE, key="card"))
    assert heard(street.zhao) == ["路灯，好了"]


@pytest.mark.asyncio
async def test_a_revoked_token_stops_everything_loudly_with_the_messages_kept(
    sandbox: Sandbox, telegram: Telegram, database: Database, clock: FakeClock
) -> None:
    street = Street(sandbox, database, clock)
    street.build(telegram)
    await database.transact("put", lambda tx: tx.outbox.put(to(42, "接了")))
    sandbox.revoke_token()
    with pytest.raises(Revoked):
        async with asyncio.timeout(60):
            await street.delivery.run()
    assert await street.states() == {"queued": 1}
