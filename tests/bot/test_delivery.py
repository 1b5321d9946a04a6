"""The outbox is emptied: in order, paced, once, and every failure ends where it should."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.delivery import Delivery
from channels.base import Revoked
from domain.errors import DeliveryFailed
from domain.messages import Address, Op, Outbound, Text, Urgency
from storage.database import Database
from storage.transaction import Transaction
from tests.bot.conftest import Beside
from tests.bot.postman import BrokenLine, FullDisk, Postman
from tests.clock import FakeClock
from tests.waiting import until


class Desk:
    """Hears of people who are gone."""

    def __init__(self) -> None:
        self.gone: list[tuple[str, str]] = []
        self.fails = False

    def on_gone(self, tx: Transaction, to: Address, outbound: Outbound) -> None:
        if self.fails:
            raise ZeroDivisionError("a bug")
        self.gone.append((to.account, outbound.key))
        tx.outbox.put(message("desk", "王芳联系不上"))


@pytest.fixture
def desk() -> Desk:
    return Desk()


Build = Callable[..., Delivery]


@pytest.fixture
def build(database: Database, postman: Postman, desk: Desk, clock: FakeClock) -> Build:
    def make(on: Database = database, at_once: int = 16) -> Delivery:
        return Delivery(
            on,
            {"telegram": postman},
            clock,
            on_gone=desk.on_gone,
            repeat_line=lambda outbound: "（可能重复）",
            at_once=at_once,
        )

    return make


def message(person: str, text: str, **more: object) -> Outbound:
    return Outbound(Address("telegram", person), (Text(text),), **more)  # type: ignore[arg-type]


async def put(database: Database, *messages: Outbound) -> None:
    def act(tx: Transaction) -> None:
        for outbound in messages:
            tx.outbox.put(outbound)

    await database.transact("put", act)


async def depth(database: Database) -> dict[str, int]:
    return await database.read("depth", lambda tx: tx.outbox.depth())


async def settle(delivery: Delivery) -> None:
    async with asyncio.timeout(60):
        await delivery.idle()


@pytest.mark.asyncio
async def test_what_waits_is_sent_in_order_for_each_person(
    build: Build, database: Database, postman: Postman, beside: Beside
) -> None:
    await put(database, *(message("42", text) for text in "一二三"))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    assert postman.texts == ["一", "二", "三"]
    assert await depth(database) == {}


@pytest.mark.asyncio
async def test_what_is_put_later_is_sent_when_woken(
    build: Build, database: Database, postman: Postman, beside: Beside
) -> None:
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    await put(database, message("42", "您好"))
    await settle(delivery)
    assert postman.texts == ["您好"]


@pytest.mark.asyncio
async def test_many_people_are_served_side_by_side_but_only_so_many(
    build: Build, database: Database, postman: Postman, beside: Beside
) -> None:
    await put(database, *(message(str(n), "停水") for n in range(40)))
    delivery = build(at_once=4)
    beside(delivery.run())
    await settle(delivery)
    assert len(postman.delivered) == 40
    assert 1 < postman.most_flying <= 4


@pytest.mark.asyncio
async def test_notices_that_a_platform_is_slow_to_take_keep_no_answer_waiting(
    build: Build, database: Database, postman: Postman, beside: Beside
) -> None:
    postman.slow[Urgency.NOTICE] = asyncio.Event()
    await put(database, *(message(str(n), "停水", urgency=Urgency.NOTICE) for n in range(100, 140)))
    delivery = build()
    beside(delivery.run())
    await until(lambda: postman.flying == 12)
    await put(database, message("42", "您好"))
    delivery.wake()
    await until(lambda: postman.texts == ["您好"])
    assert postman.flying == 12
    postman.slow[Urgency.NOTICE].set()
    await settle(delivery)
    assert len(postman.delivered) == 41


@pytest.mark.asyncio
async def test_sending_is_paced(
    build: Build, database: Database, postman: Postman, beside: Beside, clock: FakeClock
) -> None:
    await put(database, *(message("42", str(n)) for n in range(6)))
    delivery, start = build(), clock.monotonic()
    beside(delivery.run())
    await settle(delivery)
    assert clock.monotonic() - start >= 2.99


@pytest.mark.asyncio
async def test_a_message_for_later_waits_for_its_time(
    build: Build, database: Database, postman: Postman, beside: Beside, clock: FakeClock
) -> None:
    await put(database, message("42", "明早", not_before=clock.now() + timedelta(hours=8)))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    assert postman.texts == []
    clock.advance(hours=8)
    await until(lambda: postman.texts == ["明早"])


@pytest.mark.asyncio
async def test_a_card_is_known_by_its_handle_afterwards(
    build: Build, database: Database, postman: Postman, beside: Beside
) -> None:
    delivery = build()
    beside(delivery.run())
    await put(database, message("42", "路灯", key="card", about="matter:1"))
    await settle(delivery)
    await put(
        database,
        message("42", "路灯，接了", key="card", op=Op.UPDATE),
        message("42", "王芳接了", reply_to="card"),
    )
    await settle(delivery)
    assert postman.handles == [("", ""), ("101", ""), ("", "101")]


@pytest.mark.asyncio
async def test_an_edit_of_a_message_that_is_missing_is_sent_anew(
    build: Build, database: Database, postman: Postman, beside: Beside
) -> None:
    delivery = build()
    beside(delivery.run())
    await put(database, message("42", "路灯", key="card"))
    await settle(delivery)
    postman.failures = [DeliveryFailed("gone", missing=True)]
    await put(database, message("42", "接了", key="card", op=Op.UPDATE))
    await settle(delivery)
    assert [(o.op, texts) for o, texts in zip(postman.delivered, postman.texts, strict=True)][-1] == (Op.SEND, "接了")
    handle = await database.read("h", lambda tx: tx.handles.handle(Address("telegram", "42"), "card"))
    assert handle == "102"


@pytest.mark.asyncio
async def test_what_surely_failed_is_tried_again_later_and_nothing_overtakes_it(
    build: Build, database: Database, postman: Postman, beside: Beside, clock: FakeClock
) -> None:
    postman.failures = [DeliveryFailed("502"), DeliveryFailed("502")]
    await put(database, message("42", "一"), message("42", "二"))
    delivery = build()
    beside(delivery.run())
    for _ in range(3):
        await settle(delivery)
        clock.advance(5)
    await settle(delivery)
    assert postman.texts == ["一", "二"]


@pytest.mark.asyncio
async def test_a_failing_message_does_not_delay_other_people(
    build: Build, database: Database, postman: Postman, beside: Beside
) -> None:
    postman.failures = [DeliveryFailed("502")]
    await put(database, message("42", "一"), message("43", "别人"))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    assert postman.texts == ["别人"]


@pytest.mark.asyncio
async def test_after_a_global_pause_the_urgent_go_first(
    build: Build, database: Database, postman: Postman, beside: Beside, clock: FakeClock
) -> None:
    postman.failures = [DeliveryFailed("429", retry_after=30) for _ in range(2)]
    await put(database, message("1", "通知一", urgency=Urgency.NOTICE), message("2", "通知二", urgency=Urgency.NOTICE))
    delivery = build(at_once=2)
    beside(delivery.run())
    await settle(delivery)
    assert postman.texts == []
    await put(database, message("3", "通知三", urgency=Urgency.NOTICE), message("4", "煤气", urgency=Urgency.DANGER))
    clock.advance(31)
    await settle(delivery)
    assert postman.texts[0] == "煤气"
    assert len(postman.texts) == 4


@pytest.mark.asyncio
async def test_what_may_have_arrived_is_repeated_once_with_a_word_of_warning(
    build: Build, database: Database, postman: Postman, beside: Beside, clock: FakeClock
) -> None:
    postman.failures = [DeliveryFailed("no answer", unknown=True)]
    await put(database, message("42", "接了", purpose="accepted"), message("43", "谢谢"))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    clock.advance(5)
    await settle(delivery)
    assert postman.texts == ["谢谢", "（可能重复）\n接了"]
    assert await depth(database) == {"unknown": 1}


@pytest.mark.asyncio
async def test_what_may_have_arrived_and_matters_little_is_not_repeated(
    build: Build, database: Database, postman: Postman, beside: Beside, clock: FakeClock
) -> None:
    postman.failures = [DeliveryFailed("no answer", unknown=True)]
    await put(database, message("42", "谢谢"))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    clock.advance(60)
    await settle(delivery)
    assert postman.texts == []
    assert await depth(database) == {"unknown": 1}


@pytest.mark.asyncio
async def test_what_was_in_flight_when_the_process_ended_is_repeated_with_a_warning(
    build: Build, database: Database, postman: Postman, beside: Beside, clock: FakeClock
) -> None:
    await put(database, message("42", "接了", purpose="accepted"), message("43", "还没出门"))
    await database.transact("claim", lambda tx: tx.outbox.claim(tx.now, 1))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    assert sorted(postman.texts) == ["还没出门", "（可能重复）\n接了"]


@pytest.mark.asyncio
async def test_an_edit_in_flight_when_the_process_ended_is_made_again_without_a_warning(
    build: Build, database: Database, postman: Postman, beside: Beside
) -> None:
    await database.transact("had", lambda tx: tx.handles.add(Address("telegram", "42"), "7", "card", "", tx.now))
    await put(database, message("42", "王芳接了", key="card", op=Op.UPDATE))
    await database.transact("claim", lambda tx: tx.outbox.claim(tx.now, 1))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    assert (postman.texts, postman.handles) == (["王芳接了"], [("7", "")])


@pytest.mark.asyncio
async def test_an_edit_that_had_to_be_sent_anew_when_the_process_ended_is_repeated_with_a_warning(
    build: Build, database: Database, postman: Postman, beside: Beside
) -> None:
    await put(database, message("42", "王芳接了", key="card", op=Op.UPDATE))
    await database.transact("claim", lambda tx: tx.outbox.claim(tx.now, 1))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    assert postman.texts == ["（可能重复）\n王芳接了"]


@pytest.mark.asyncio
async def test_who_blocked_the_bot_gets_nothing_more_and_the_desk_hears_of_it(
    build: Build, database: Database, postman: Postman, beside: Beside, desk: Desk
) -> None:
    postman.failures = [DeliveryFailed("blocked", permanent=True, gone=True)]
    await put(database, message("42", "卡片", key="card"))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    assert desk.gone == [("42", "card")]
    assert postman.texts == ["王芳联系不上"]
    assert await depth(database) == {"dead": 1}


@pytest.mark.asyncio
async def test_the_desk_hears_of_it_once_though_nobody_heard_that_it_was_written_down(
    build: Build, database: Database, postman: Postman, beside: Beside, desk: Desk
) -> None:
    line = BrokenLine(database)

    async def blocked(outbound: Outbound, *, handle: str = "", reply_to: str = "") -> str:
        line.failures = 1 if outbound.to.account == "42" else 0
        return await Postman.deliver(postman, outbound, handle=handle, reply_to=reply_to)

    postman.failures = [DeliveryFailed("blocked", permanent=True, gone=True)]
    postman.deliver = blocked  # type: ignore[method-assign]  # the line breaks while the message is on its way
    await put(database, message("42", "卡片", key="card"))
    delivery = build(line)
    beside(delivery.run())
    await settle(delivery)
    assert desk.gone == [("42", "card")]


@pytest.mark.asyncio
async def test_a_bug_in_telling_leaves_the_message_dead_and_the_others_going(
    build: Build, database: Database, postman: Postman, beside: Beside, desk: Desk
) -> None:
    desk.fails = True
    postman.failures = [DeliveryFailed("blocked", permanent=True, gone=True)]
    await put(database, message("42", "卡片"), message("43", "别人"))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    assert (postman.texts, await depth(database)) == (["别人"], {"dead": 1})


@pytest.mark.asyncio
async def test_a_group_that_moved_gets_the_message_under_its_new_id(
    build: Build, database: Database, postman: Postman, beside: Beside
) -> None:
    postman.failures = [DeliveryFailed("moved", moved_to="-100500")]
    await put(database, message("-5", "大家好"), message("-5", "还有一句"))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    assert [(o.to.account, t) for o, t in zip(postman.delivered, postman.texts, strict=True)] == [
        ("-100500", "大家好"),
        ("-100500", "还有一句"),
    ]


@pytest.mark.asyncio
@pytest.mark.parametrize("failure", [DeliveryFailed("bad", permanent=True), ZeroDivisionError("a bug of ours")])
async def test_what_will_never_arrive_is_dead_and_lets_the_next_one_pass(
    build: Build, database: Database, postman: Postman, beside: Beside, failure: Exception
) -> None:
    postman.failures = [failure]
    await put(database, message("42", "坏"), message("42", "好"))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    assert (postman.texts, await depth(database)) == (["好"], {"dead": 1})


@pytest.mark.asyncio
async def test_a_message_for_an_unknown_channel_is_dead(build: Build, database: Database, beside: Beside) -> None:
    await put(database, Outbound(Address("pigeon", "1"), (Text("咕"),)))
    delivery = build()
    beside(delivery.run())
    await settle(delivery)
    assert await depth(database) == {"dead": 1}


@pytest.mark.asyncio
async def test_a_revoked_token_ends_the_delivery_loudly_with_everything_still_queued(
    build: Build, database: Database, postman: Postman
) -> None:
    postman.failures = [Revoked("token") for _ in range(2)]
    await put(database, message("42", "一"), message("43", "二"))
    with pytest.raises(Revoked):
        async with asyncio.timeout(60):
            await build().run()
    assert await depth(database) == {"queued": 2}


@pytest.mark.asyncio
async def test_a_full_disk_delays_marking_but_sends_nothing_twice(
    build: Build, database: Database, postman: Postman, beside: Beside
) -> None:
    disk = FullDisk(database)
    postman.seconds = 0.05
    delivery = build(on=disk)
    beside(delivery.run())
    await settle(delivery)
    await put(database, message("42", "一"))
    delivery.wake()
    await until(lambda: postman.flying)
    disk.failures = 3
    await settle(delivery)
    assert (postman.texts, await depth(database)) == (["一"], {})


@pytest.mark.asyncio
async def test_closing_lets_what_is_in_flight_arrive(build: Build, database: Database, postman: Postman) -> None:
    postman.seconds = 0.05
    await put(database, message("42", "一"), message("42", "二"))
    delivery = build()
    run = asyncio.create_task(delivery.run())
    await until(lambda: postman.flying)
    delivery.close()
    await run
    assert (postman.texts, await depth(database)) == (["一"], {"queued": 1})


@pytest.mark.asyncio
async def test_a_poisoned_message_is_given_up_while_others_arrive(
    build: Build, database: Database, postman: Postman, beside: Beside, clock: FakeClock
) -> None:
    delivery = build()
    beside(delivery.run())
    await put(database, message("42", "毒"))
    for n in range(60):
        postman.failures = [DeliveryFailed("500")]
        await settle(delivery)
        postman.failures = []
        await put(database, message("43", str(n)))
        await settle(delivery)
        clock.advance(31)
        if (await depth(database)).get("dead"):
            break
    assert await depth(database) == {"dead": 1}
