"""The three weeks in each language: the ledger verifies, and the people in them speak that language."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.demo.clock import StageClock
from bot.demo.seeding import seed
from storage.database import open_beside
from storage.transaction import Transaction

CHINESE = re.compile(r"[\u4e00-\u9fff]")
OPENING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


def words_that_verify(tx: Transaction) -> str:
    """What people said, after every chain and every commitment was recomputed."""
    said = []
    for subject in tx.events.subjects():
        assert tx.events.broken(subject) is None
        for event in (event for event in tx.events.of(subject) if event.content_id):
            content = tx.contents.get(event.content_id)
            assert content.commitment() == event.commitment, (subject, event.type)
            said.append(content.text)
    return " ".join(said)


@pytest.mark.asyncio
@pytest.mark.parametrize(("language", "chinese"), [("zh", True), ("en", False)])
async def test_every_commitment_holds_and_the_words_are_of_the_language(
    tmp_path: Path, language: str, chinese: bool
) -> None:
    await seed(tmp_path / "seed.db", OPENING, StageClock().seed, language)
    database = await open_beside(f"sqlite:///{tmp_path}/seed.db", now=lambda: OPENING, seed=lambda: 7)
    said = await database.read("words", words_that_verify)
    await database.close()
    assert len(said) > 500
    assert bool(CHINESE.search(said)) is chinese
