"""The transaction fits what the handlers ask for; mypy does the checking, the tests keep the assignments alive."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handlers.away import AwayTransaction
from handlers.desk.ports import DeskTransaction
from handlers.digests.ports import DigestsTransaction
from handlers.explaining.book.out_of_matter import KeepingTransaction
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.flyers.ports import FlyersTransaction
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.explaining.topics.ports import TopicsTransaction
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.ports import ListsTransaction
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.visits.ports import VisitsTransaction
from handlers.mailing import MailingTransaction
from handlers.matters.ports import MattersTransaction
from handlers.ports import Transaction as AnyTransaction
from handlers.roster.ports import RosterTransaction
from handlers.safety.ports import SafetyTransaction
from storage.transaction import Transaction
from tests.storage.support import Run

ROOT = Path(__file__).parents[2]


@pytest.mark.asyncio
async def test_the_transaction_fits_the_ports_of_every_family(run: Run) -> None:
    def fits(tx: Transaction) -> bool:
        for_all: AnyTransaction = tx
        for_matters: MattersTransaction = tx
        for_desks: DeskTransaction = tx
        for_digests: DigestsTransaction = tx
        for_the_roster: RosterTransaction = tx
        for_safety: SafetyTransaction = tx
        for_mailings: MailingTransaction = tx
        after_absence: AwayTransaction = tx
        for_lists: ListsTransaction = tx
        for_visits: VisitsTransaction = tx
        for_meetings: MeetingsTransaction = tx
        for_questions: QuestionsTransaction = tx
        for_notices: NoticesTransaction = tx
        for_flyers: FlyersTransaction = tx
        for_topics: TopicsTransaction = tx
        for_the_book: BookTransaction = tx
        for_stories: StoriesTransaction = tx
        for_keeping_an_answer: KeepingTransaction = tx
        return all(
            each is tx
            for each in (
                for_all, for_matters, for_desks, for_digests, for_the_roster, for_safety, for_mailings, after_absence,
                for_lists, for_visits, for_meetings, for_questions, for_notices, for_flyers,
                for_topics, for_the_book, for_stories, for_keeping_an_answer,
            )
        )  # fmt: skip

    assert await run(fits)


def test_no_port_is_left_out_above() -> None:
    there = {
        name
        for module in (ROOT / "handlers").rglob("*.py")
        for name in re.findall(r"^class (\w+Transaction)\(", module.read_text("utf-8"), re.MULTILINE)
    }
    assert sorted(there - set(re.findall(r": (\w+Transaction) = tx", Path(__file__).read_text("utf-8")))) == []


@pytest.mark.asyncio
async def test_a_repository_is_built_once_per_transaction(run: Run) -> None:
    assert await run(lambda tx: tx.people is tx.people)
