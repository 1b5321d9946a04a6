"""Notices, whom they go to, how many arrived, and what is asked under them, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.areas import Area, AreaKind
from domain.errors import NotFound
from domain.events import Content
from domain.explaining.notice import Delivery, Notice, NoticeAct, NoticeKind, NoticeQuestion
from domain.explaining.topics import ALL, Topic
from domain.mailing import Mailing
from domain.messages import Address, Op, Urgency
from domain.people.person import Person
from domain.reach import Reach
from storage.transaction import Transaction
from tests.storage.support import LI, NOON, Run, letter

pytestmark = pytest.mark.asyncio
DAY = timedelta(days=1)
TODAY = date(2025, 11, 23)
PHOTO = {"kind": "photo", "ref": "p"}
NOTICE = Notice(
    "n1", "community", "g7", "ma", NoticeKind.OUTAGE, "c1", NOON, TODAY + 2 * DAY, "e1", (Topic.ELDERS, Topic.HOMES),
    text="停水", media=(PHOTO,),
)  # fmt: skip
ASKED = NoticeQuestion("q1", "n1", "li", "w1", NOON, "ma", words="几楼？")
GRIDS = {"ma": "g7", "li": "g7", "wu": "g7", "xu": "g7", "far": "g8", "new": ""}
OFF = {"wu": (Topic.ELDERS, Topic.HOMES), "xu": (Topic.ELDERS,), "far": (ALL,)}


def world(tx: Transaction) -> None:
    grids = [Area(id, AreaKind.GRID, "community", id) for id in ("g7", "g8")]
    tx.areas.replace([Area("community", AreaKind.COMMUNITY, "", "桃源社区"), *grids], [])
    for id, grid in GRIDS.items():
        tx.people.save(Person(id, id, spot_grid=grid))
        tx.people.bind(id, Address("telegram", id))
        tx.topics.choose(id, OFF.get(id, ()))
    tx.mailings.add(Mailing("e1", "notice", "n1"))
    tx.contents.add(Content("c1", NOTICE.subject, "notice", "ma", NOON, "停水", (PHOTO,)))
    tx.notices.save(NOTICE)
    tx.contents.add(Content("w1", ASKED.subject, "notice_question", "li", NOON, "几楼？", salt="s"))
    tx.notice_questions.save(ASKED)


async def test_it_comes_back_with_its_words_and_as_it_stands(run: Run) -> None:
    await run(world)
    assert await run(lambda tx: tx.notices.get("n1")) == NOTICE
    withdrawn = NOTICE.after(NoticeAct.WITHDRAW, NOON + DAY)
    await run(lambda tx: tx.notices.save(withdrawn))
    assert await run(lambda tx: tx.notices.page(Reach(("community",)), 9)) == [withdrawn]
    assert await run(lambda tx: tx.notices.of_area(["g7"], TODAY)) == []
    assert await run(lambda tx: tx.notices.find("n2")) is None
    with pytest.raises(NotFound):
        await run(lambda tx: tx.notices.get("n2"))


async def test_it_is_news_where_it_was_told_as_long_as_it_counts(run: Run) -> None:
    await run(world)
    assert await run(lambda tx: tx.notices.of_area(["g7", "community"], NOTICE.until_on)) == [NOTICE]
    assert await run(lambda tx: tx.notices.of_area(["g7"], NOTICE.until_on + DAY)) == []
    assert await run(lambda tx: tx.notices.of_area(["g8", "community"], TODAY)) == []
    spans = ((NOON - DAY, NOON + DAY), (NOON + DAY, NOON + 2 * DAY))
    counts = await run(lambda tx: [tx.notices.count_between(Reach(("community",)), *span) for span in spans])
    assert counts == [1, 0]


async def test_it_goes_to_who_wants_one_of_its_topics_and_danger_to_everybody(run: Run) -> None:
    await run(world)
    topics = NOTICE.topics
    assert await run(lambda tx: tx.notices.audience("g7", "ma", topics, "", 9)) == ["li", "xu"]
    assert await run(lambda tx: tx.notices.audience("g7", "ma", (), "li", 9)) == ["wu", "xu"]
    assert await run(lambda tx: tx.notices.audience("community", "ma", None, "", 9)) == ["far", "li", "wu", "xu"]
    counts = await run(lambda tx: [tx.notices.reaches("community", "ma", which, 3) for which in (topics, None)])
    assert counts == [2, 3]


async def test_how_many_have_it_is_known_after_its_letters_are_emptied(run: Run) -> None:
    await run(world)
    key = "mailing:e1"

    def put(tx: Transaction) -> None:
        for n in range(5):
            to = replace(LI, account=f"{n}")
            tx.outbox.put(letter("停水", to, key=key, urgency=Urgency.NOTICE))
        tx.outbox.put(letter("别的", key="mailing:e2", urgency=Urgency.NOTICE))

    def outcome(tx: Transaction) -> None:
        off = replace(LI, account="4")
        assert tx.outbox.letters(off) == [key]
        assert tx.outbox.cancel(off, key, "unwanted")
        first, second, third, *_ = tx.outbox.claim(tx.now, 9)
        tx.outbox.sent(first.id, "1")
        tx.outbox.dead(second.id, "blocked")
        tx.outbox.unknown(third.id, "timeout")
        tx.outbox.put(letter("作废", first.outbound.to, key=key, op=Op.UPDATE, urgency=Urgency.NOTICE))
        while tx.outbox.forget(tx.now + DAY):
            pass

    await run(put)
    await run(outcome)
    assert await run(lambda tx: tx.notices.delivery("e1")) == Delivery(1, 1, 1, 1, 1)


async def test_what_is_asked_stands_first_while_it_waits(run: Run) -> None:
    await run(world)
    answered = replace(ASKED, answer_id="a1", answered_at=NOON + DAY, answer="整栋")

    def more(tx: Transaction) -> None:
        tx.contents.add(Content("a1", ASKED.subject, "notice_answer", "ma", NOON, "整栋"))
        tx.notice_questions.save(answered)
        tx.contents.add(Content("w2", "nq:q2", "notice_question", "wu", NOON, "几点？"))
        tx.notice_questions.save(NoticeQuestion("q2", "n1", "wu", "w2", NOON, "ma"))

    await run(more)
    assert [q.id for q in await run(lambda tx: tx.notice_questions.of("n1", 9))] == ["q2", "q1"]
    assert await run(lambda tx: tx.notice_questions.by_content("w1")) == answered
    assert await run(lambda tx: tx.notice_questions.count("n1")) == (2, 1)
    assert await run(lambda tx: tx.notice_questions.waiting("n1", "wu")) == 1
    assert await run(lambda tx: tx.notice_questions.waiting_in(Reach(("community",)))) == 1
    assert await run(lambda tx: tx.notice_questions.waiting_in(Reach(("g8",)))) == 0


async def test_two_records_of_one_person_keep_what_both_asked(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.people.merge("li", "wu"))
    assert [q.id for q in await run(lambda tx: tx.notice_questions.of_person("wu"))] == ["q1"]


async def test_who_missed_it_is_who_was_sent_it_in_vain_and_can_get_it_now(run: Run) -> None:
    await run(world)
    key = "mailing:e1"

    def sends(tx: Transaction, *people: str, lost: bool = True) -> None:
        for id in people:
            tx.outbox.put(letter("停水", Address("telegram", id), key=key, urgency=Urgency.NOTICE))
        for parcel in tx.outbox.claim(tx.now, 9):
            tx.outbox.dead(parcel.id, "blocked") if lost else tx.outbox.sent(parcel.id, "7")

    async def stand() -> tuple[object, ...]:
        missed = await run(lambda tx: tx.notices.missed(NOTICE, "", 9))
        delivery = await run(lambda tx: tx.notices.delivery("e1"))
        return missed, await run(lambda tx: tx.notices.count_missed(NOTICE, 9)), delivery.missed, delivery.sent

    await run(lambda tx: sends(tx, "li", "xu", "wu"))
    assert await stand() == (["li", "xu"], 2, 3, 0)  # wu wants none of its topics
    await run(lambda tx: tx.people.block(Address("telegram", "xu"), True))
    await run(lambda tx: tx.people.bind("li", Address("telegram", "other")))
    assert await stand() == (["li"], 1, 3, 0)
    await run(lambda tx: sends(tx, "li"))
    assert await stand() == (["li"], 1, 3, 0)
    await run(lambda tx: sends(tx, "other", lost=False))
    assert await stand() == ([], 0, 3, 1)
