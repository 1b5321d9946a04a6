"""Messages that may have arrived before: repeated for each crash, never for ever, and always known as what they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.messages import Button, Choices, Op
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, letter, words_of

CARD = letter("card", purpose="card", key="k")


def claim(tx: Transaction) -> list[tuple[str, bool]]:
    return [(words_of(parcel.outbound), parcel.maybe_repeat) for parcel in tx.outbox.claim(NOON, 10)]


@pytest.mark.asyncio
async def test_a_crash_before_the_repeat_has_left_does_not_lose_the_message(run: Run) -> None:
    def act(tx: Transaction) -> list[list[tuple[str, bool]]]:
        tx.outbox.put(CARD)
        seen = [claim(tx)]
        for _ in range(2):
            tx.outbox.recover(NOON)
            seen.append(claim(tx))
        return seen

    assert await run(act) == [[("card", False)], [("card", True)], [("card", True)]]


@pytest.mark.asyncio
async def test_a_message_during_which_the_process_always_ends_is_left_alone_in_the_end(run: Run) -> None:
    def act(tx: Transaction) -> tuple[int, dict[str, int]]:
        tx.outbox.put(CARD)
        times = 0
        while claim(tx):
            times += 1
            tx.outbox.recover(NOON)
        return times, tx.outbox.depth()

    assert await run(act) == (6, {"unknown": 2})


@pytest.mark.asyncio
async def test_a_repeat_that_is_put_again_in_the_same_words_is_still_a_repeat(run: Run) -> None:
    def act(tx: Transaction) -> list[tuple[str, bool]]:
        tx.outbox.put(CARD)
        claim(tx)
        tx.outbox.recover(NOON)
        tx.outbox.put(letter("card", key="k", op=Op.UPDATE))
        return claim(tx)

    assert await run(act) == [("card", True)]


@pytest.mark.asyncio
async def test_a_repeat_that_only_loses_its_buttons_is_still_a_repeat(run: Run) -> None:
    buttons = Choices("m:1", ((Button("接了", "accept"),),))

    def act(tx: Transaction) -> list[tuple[str, bool]]:
        tx.outbox.put(replace(CARD, blocks=(*CARD.blocks, buttons)))
        claim(tx)
        tx.outbox.recover(NOON)
        tx.outbox.put(letter("card", key="k", op=Op.UPDATE))
        return claim(tx)

    assert await run(act) == [("card", True)]


@pytest.mark.asyncio
async def test_a_repeat_that_comes_back_to_its_first_words_is_one_again(run: Run) -> None:
    def act(tx: Transaction) -> list[tuple[str, bool]]:
        tx.outbox.put(CARD)
        claim(tx)
        tx.outbox.recover(NOON)
        for words in ("taken", "card"):
            tx.outbox.put(letter(words, key="k", op=Op.UPDATE))
        return claim(tx)

    assert await run(act) == [("card", True)]


@pytest.mark.asyncio
async def test_a_repeat_with_new_words_is_none(run: Run) -> None:
    def act(tx: Transaction) -> list[tuple[str, bool]]:
        tx.outbox.put(CARD)
        claim(tx)
        tx.outbox.recover(NOON)
        tx.outbox.put(letter("taken", key="k", op=Op.UPDATE))
        return claim(tx)

    assert await run(act) == [("taken", False)]
