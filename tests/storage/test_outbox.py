"""Putting: what replaces what, and what is never sent twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from domain.messages import Op, Outbound, Text, Urgency
from storage.outbox import Parcel
from storage.transaction import Transaction
from tests.storage.support import LI, NOON, WANG, Run, letter, words_of

HOUR = timedelta(hours=1)


def put(tx: Transaction, *messages: Outbound) -> None:
    for message in messages:
        tx.outbox.put(message)


def send_all(tx: Transaction) -> list[str]:
    """Claims and delivers one after another; the words in the order in which they left."""
    left: list[str] = []
    while parcels := tx.outbox.claim(NOON, 10):
        for parcel in parcels:
            left.append(f"{parcel.outbound.op} {words_of(parcel.outbound)}")
            tx.outbox.sent(parcel.id, f"message {parcel.id}")
    return left


def in_flight(tx: Transaction, message: Outbound) -> Parcel:
    tx.outbox.put(message)
    parcels: Sequence[Parcel] = tx.outbox.claim(NOON, 10)
    return parcels[0]


@pytest.mark.asyncio
async def test_a_message_leaves_as_it_was_put(run: Run) -> None:
    message = Outbound(LI, (Text("早"),), purpose="card", key="k", about="m1", silent=True, not_after=NOON + HOUR)
    parcel = await run(lambda tx: in_flight(tx, message))
    assert (parcel.outbound, parcel.attempts, parcel.maybe_repeat) == (message, 1, False)


@pytest.mark.asyncio
async def test_a_later_message_with_the_same_key_takes_the_place_of_one_that_has_not_left(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        put(tx, letter("card", key="k"), letter("between"), letter("card again", key="k"))
        return send_all(tx)

    assert await run(act) == ["send card again", "send between"]


@pytest.mark.asyncio
async def test_an_update_that_overtakes_its_message_becomes_that_message(run: Run) -> None:
    first = letter("card", key="k", silent=False, purpose="card", reply_to="other", dedupe="d", about="m1")
    update = letter("card, taken", key="k", op=Op.UPDATE, silent=True, urgency=Urgency.NOTICE)

    def act(tx: Transaction) -> Sequence[Parcel]:
        put(tx, first, update)
        return tx.outbox.claim(NOON, 10)

    (parcel,) = await run(act)
    assert parcel.outbound == letter(
        "card, taken", key="k", silent=False, purpose="card", reply_to="other", dedupe="d", about="m1"
    )


@pytest.mark.asyncio
async def test_an_update_of_a_message_that_left_goes_out_as_an_update(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        put(tx, letter("card", key="k"))
        left = send_all(tx)
        put(tx, letter("one", key="k", op=Op.UPDATE), letter("two", key="k", op=Op.UPDATE))
        return left + send_all(tx)

    assert await run(act) == ["send card", "update two"]


@pytest.mark.asyncio
async def test_messages_without_a_key_or_to_another_address_stand_beside_one_another(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        put(tx, letter("a"), letter("b"), letter("c", key="k"), letter("d", to=WANG, key="k"))
        return sorted(send_all(tx))

    assert await run(act) == ["send a", "send b", "send c", "send d"]


@pytest.mark.asyncio
async def test_what_is_in_flight_is_not_replaced(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        flying = in_flight(tx, letter("card", key="k"))
        put(tx, letter("card again", key="k"))
        tx.outbox.sent(flying.id, "77")
        return send_all(tx)

    assert await run(act) == ["send card again"]


@pytest.mark.asyncio
async def test_deleting_what_never_left_leaves_nothing_to_send(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        put(tx, letter("card", key="k"), letter("", key="k", op=Op.DELETE))
        return send_all(tx)

    assert await run(act) == []


@pytest.mark.asyncio
async def test_deleting_what_left_replaces_its_waiting_update_and_forgets_the_handle(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        put(tx, letter("card", key="k"))
        send_all(tx)
        put(tx, letter("card, taken", key="k", op=Op.UPDATE), letter("", key="k", op=Op.DELETE))
        return send_all(tx), tx.handles.handle(LI, "k")

    assert await run(act) == (["delete "], None)


@pytest.mark.asyncio
async def test_a_new_message_does_not_take_the_place_of_a_deletion(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        put(tx, letter("card", key="k"))
        send_all(tx)
        put(tx, letter("", key="k", op=Op.DELETE), letter("new card", key="k"))
        return send_all(tx)

    assert await run(act) == ["delete ", "send new card"]


@pytest.mark.asyncio
async def test_a_dedupe_is_sent_once_to_an_address_even_after_it_left_or_was_replaced(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        put(tx, letter("half", dedupe="half"), letter("half", dedupe="half"))
        left = send_all(tx)
        put(tx, letter("half", dedupe="half"))
        put(tx, letter("a", key="k", dedupe="a"), letter("b", key="k", dedupe="b"), letter("a", key="k", dedupe="a"))
        put(tx, letter("half", to=WANG, dedupe="half"))
        return left + sorted(send_all(tx))

    assert await run(act) == ["send half", "send b", "send half"]


@pytest.mark.asyncio
async def test_cancelling_tells_whether_it_will_never_arrive(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        put(tx, letter("told", key="k"), letter("kept", key="other"))
        first, second = tx.outbox.cancel(LI, "k"), tx.outbox.cancel(LI, "k")
        left = send_all(tx)
        return first, second, left, tx.outbox.cancel(LI, "other"), tx.outbox.cancel(LI, "")

    assert await run(act) == (True, False, ["send kept"], False, False)


@pytest.mark.asyncio
async def test_bodies_are_forgotten_when_they_are_old_and_done_with(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        put(tx, letter("sent"), letter("waiting", to=WANG, not_before=NOON + HOUR))
        send_all(tx)
        return (
            tx.outbox.forget(tx.now),
            tx.outbox.forget(tx.now + HOUR),
            tx.outbox.forget(tx.now + HOUR),
            [words_of(parcel.outbound) for parcel in tx.outbox.claim(NOON + HOUR, 10)],
        )

    assert await run(act) == (0, 1, 0, ["waiting"])


@pytest.mark.asyncio
async def test_when_the_newest_of_a_key_was_sent_is_known_and_an_edit_does_not_make_it_new(run: Run) -> None:
    def act(tx: Transaction) -> object:
        tx.handles.add(LI, "7", "k", "", NOON)
        tx.handles.add(LI, "7", "k", "", NOON + HOUR)
        same = [tx.handles.older(LI, "k", NOON), tx.handles.older(LI, "k", NOON + HOUR)]
        tx.handles.add(LI, "8", "k", "", NOON + HOUR)
        return *same, tx.handles.older(LI, "k", NOON + HOUR), tx.handles.older(LI, "never sent", NOON)

    assert await run(act) == (False, True, False, False)


@pytest.mark.asyncio
async def test_what_waits_can_be_discarded_all_at_once_and_nothing_else(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        flies = in_flight(tx, letter("in flight"))
        put(tx, letter("waits"), letter("waits too", to=WANG))
        discarded = tx.outbox.discard_waiting("its past")
        tx.outbox.sent(flies.id, "7")
        return discarded, send_all(tx), tx.outbox.discard_waiting("its past")

    assert await run(act) == (2, [], 0)
