"""Claiming and marking: the order in which messages leave, and what becomes of those that did not arrive."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.messages import RING, Address, Op, Outbound, Urgency
from domain.open import Known
from storage.outbox import Parcel
from storage.transaction import Transaction
from tests.storage.support import LI, NOON, WANG, Run, letter, settle, words_of

MINUTE = timedelta(minutes=1)


def put(tx: Transaction, *messages: Outbound) -> None:
    for message in messages:
        tx.outbox.put(message)


def claimed(tx: Transaction, minutes: int = 0, limit: int = 10) -> list[str]:
    return [words_of(parcel.outbound) for parcel in tx.outbox.claim(NOON + minutes * MINUTE, limit)]


def in_flight(tx: Transaction, message: Outbound) -> Parcel:
    tx.outbox.put(message)
    return tx.outbox.claim(NOON, 10)[0]


@pytest.mark.asyncio
async def test_an_address_has_one_message_in_flight_and_gets_them_in_order(run: Run) -> None:
    def act(tx: Transaction) -> list[list[str]]:
        put(tx, letter("1"), letter("2"), letter("a", to=WANG))
        (first, other) = tx.outbox.claim(NOON, 10)
        nothing = claimed(tx)
        tx.outbox.sent(first.id, "77")
        return [[words_of(first.outbound), words_of(other.outbound)], nothing, claimed(tx)]

    assert await run(act) == [["1", "a"], [], ["2"]]


@pytest.mark.asyncio
async def test_danger_goes_first_and_among_the_rest_of_an_address_the_order_of_putting(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        put(tx, letter("notice", urgency=Urgency.NOTICE), letter("turn"), letter("danger", urgency=Urgency.DANGER))
        order: list[str] = []
        while parcels := tx.outbox.claim(NOON, 10):
            order += [words_of(parcel.outbound) for parcel in parcels]
            tx.outbox.sent(parcels[0].id, "")
        return order

    assert await run(act) == ["danger", "notice", "turn"]


@pytest.mark.asyncio
async def test_among_addresses_the_most_urgent_is_claimed_first(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        for urgency in reversed(Urgency):
            put(tx, letter(urgency.name, to=Address("telegram", urgency.name), urgency=urgency))
        return claimed(tx, limit=3)

    assert await run(act) == ["DANGER", "TURN", "REMINDER"]


@pytest.mark.asyncio
async def test_what_may_not_leave_yet_lets_others_pass_and_leaves_in_time(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        put(tx, letter("later", not_before=NOON + MINUTE), letter("now"))
        (now,) = tx.outbox.claim(NOON, 10)
        tx.outbox.sent(now.id, "")
        return words_of(now.outbound), claimed(tx), tx.outbox.next_at(NOON), claimed(tx, minutes=1)

    assert await run(act) == ("now", [], NOON + MINUTE, ["later"])


@pytest.mark.asyncio
async def test_a_message_put_before_the_clock_was_set_back_still_leaves(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        put(tx, letter("now"))
        return claimed(tx, minutes=-60)

    assert await run(act) == ["now"]


@pytest.mark.asyncio
async def test_a_retry_holds_back_its_address_and_no_other(run: Run) -> None:
    def act(tx: Transaction) -> list[list[str]]:
        first = in_flight(tx, letter("1"))
        put(tx, letter("2"), letter("danger", urgency=Urgency.DANGER), letter("a", to=WANG))
        tx.outbox.retry(first.id, NOON + MINUTE, "429")
        return [claimed(tx), claimed(tx, minutes=1)]

    assert await run(act) == [["a"], ["danger"]]


@pytest.mark.asyncio
async def test_a_retry_that_does_not_hold_lets_others_pass(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        first = in_flight(tx, letter("1"))
        put(tx, letter("2"))
        tx.outbox.retry(first.id, NOON + MINUTE, "no photo yet", hold=False)
        return claimed(tx)

    assert await run(act) == ["2"]


@pytest.mark.asyncio
async def test_what_has_the_key_of_a_waiting_row_does_not_pass_it(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        put(tx, letter("card", key="k"))
        tx.outbox.sent(tx.outbox.claim(NOON, 1)[0].id, "77")
        deletion = in_flight(tx, letter("", key="k", op=Op.DELETE))
        tx.outbox.retry(deletion.id, NOON + MINUTE, "later", hold=False)
        put(tx, letter("new card", key="k"))
        early = claimed(tx)
        (first,) = tx.outbox.claim(NOON + MINUTE, 10)
        tx.outbox.sent(first.id, "")
        return [*early, first.outbound.op, *claimed(tx, minutes=1)]

    assert await run(act) == ["delete", "new card"]


@pytest.mark.asyncio
async def test_a_retry_counts_its_attempts_and_keeps_its_time_when_replaced(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        first = in_flight(tx, letter("card", key="k"))
        tx.outbox.retry(first.id, NOON + MINUTE, "429")
        put(tx, letter("card again", key="k"))
        early = claimed(tx)
        (second,) = tx.outbox.claim(NOON + MINUTE, 10)
        return early, words_of(second.outbound), second.attempts

    assert await run(act) == ([], "card again", 2)


@pytest.mark.asyncio
async def test_what_is_too_late_dies_and_lets_the_next_pass(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        put(tx, letter("stale", not_after=NOON - MINUTE), letter("fresh", not_after=NOON))
        return claimed(tx), tx.outbox.depth()

    assert await run(act) == (["fresh"], {"dead": 1, "sending": 1})


@pytest.mark.asyncio
async def test_what_was_sent_is_known_by_its_handle_and_its_key(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        for handle in ("77", "78"):
            tx.outbox.sent(in_flight(tx, letter("card", key="k", about="m1")).id, handle)
        return tx.handles.handle(LI, "k"), tx.handles.known(LI, "77"), tx.handles.known(WANG, "77"), tx.outbox.depth()

    assert await run(act) == ("78", Known("k", "m1"), None, {})


@pytest.mark.asyncio
async def test_what_is_dead_does_not_hold_up_the_address(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        first = in_flight(tx, letter("1"))
        put(tx, letter("2"))
        tx.outbox.dead(first.id, "blocked")
        return claimed(tx), tx.outbox.depth()

    assert await run(act) == (["2"], {"dead": 1, "sending": 1})


@pytest.mark.asyncio
async def test_a_message_that_may_have_arrived_is_repeated_once_in_its_place(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        first = in_flight(tx, letter("card", purpose="card"))
        put(tx, letter("next"))
        tx.outbox.unknown(first.id, "time-out")
        (second,) = tx.outbox.claim(NOON, 10)
        tx.outbox.unknown(second.id, "time-out again")
        return first.maybe_repeat, words_of(second.outbound), second.maybe_repeat, claimed(tx), tx.outbox.depth()

    assert await run(act) == (False, "card", True, ["next"], {"unknown": 2, "sending": 1})


@pytest.mark.asyncio
async def test_what_very_many_are_told_at_once_is_repeated_where_each_waits_for_it(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        tx.outbox.unknown(in_flight(tx, letter("water is back", purpose=RING, urgency=Urgency.NOTICE)).id, "time-out")
        return claimed(tx)

    assert await run(act) == ["water is back"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "message", [letter("chat", purpose=""), letter("notice", purpose="notice", urgency=Urgency.NOTICE)]
)
async def test_what_nobody_waits_for_is_not_repeated(run: Run, message: Outbound) -> None:
    def act(tx: Transaction) -> list[str]:
        tx.outbox.unknown(in_flight(tx, message).id, "time-out")
        return claimed(tx)

    assert await run(act) == []


@pytest.mark.asyncio
async def test_an_update_that_may_have_arrived_is_sent_again_not_before_its_time(run: Run) -> None:
    def act(tx: Transaction) -> list[list[str]]:
        tx.outbox.unknown(in_flight(tx, letter("u", key="k", op=Op.UPDATE)).id, "time-out", repeat_at=NOON + MINUTE)
        return [claimed(tx), claimed(tx, minutes=1)]

    assert await run(act) == [[], ["u"]]


@pytest.mark.asyncio
async def test_after_a_crash_updates_and_what_somebody_waits_for_go_again(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        put(tx, letter("turn", purpose="answer"), letter("u", to=WANG, key="k", op=Op.UPDATE))
        put(tx, letter("notice", to=Address("telegram", "3"), purpose="notice", urgency=Urgency.NOTICE))
        assert len(tx.outbox.claim(NOON, 10)) == 3
        recovered = tx.outbox.recover(NOON)
        parcels = tx.outbox.claim(NOON, 10)
        return recovered, {(words_of(parcel.outbound), parcel.maybe_repeat) for parcel in parcels}

    assert await run(act) == (3, {("turn", True), ("u", True)})


@pytest.mark.asyncio
async def test_marks_for_rows_that_are_not_in_flight_change_nothing(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        done = in_flight(tx, letter("1", key="k", purpose="p"))
        tx.outbox.sent(done.id, "77")
        tx.outbox.unknown(done.id, "late answer")
        tx.outbox.retry(done.id, NOON, "late answer")
        tx.outbox.dead(done.id, "late answer")
        tx.outbox.sent(done.id, "78")
        return claimed(tx), tx.outbox.depth(), tx.handles.handle(LI, "k")

    assert await run(act) == ([], {}, "77")


@pytest.mark.asyncio
async def test_a_group_that_became_a_supergroup_keeps_its_messages_under_the_new_account(run: Run) -> None:
    new = Address("telegram", "-1001")

    def act(tx: Transaction) -> tuple[object, ...]:
        settle(tx, "li", "stranger")
        tx.people.bind("li", LI)
        tx.people.bind("stranger", new)
        tx.outbox.sent(in_flight(tx, letter("card", key="k", dedupe="d")).id, "77")
        flying = in_flight(tx, letter("flying"))
        put(tx, letter("waiting"))
        tx.outbox.move(LI, "-1001")
        tx.outbox.retry(flying.id, NOON, "moved")
        put(tx, letter("card", to=new, dedupe="d"))
        order = []
        while parcels := tx.outbox.claim(NOON, 10):
            order += [(words_of(parcel.outbound), parcel.outbound.to.account) for parcel in parcels]
            tx.outbox.sent(parcels[0].id, "")
        return order, tx.handles.handle(new, "k"), tx.handles.handle(LI, "k"), tx.people.addresses("li")

    expected = [("flying", "-1001"), ("waiting", "-1001")]
    assert await run(act) == (expected, "77", None, [new])


@pytest.mark.asyncio
async def test_moving_to_the_same_account_changes_nothing(run: Run) -> None:
    def act(tx: Transaction) -> object:
        settle(tx, "li")
        tx.people.bind("li", LI)
        tx.outbox.move(LI, LI.account)
        return tx.people.addresses("li")

    assert await run(act) == [LI]
