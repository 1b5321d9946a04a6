"""Questions, whom they go to and what people answered, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.areas import Area, AreaKind
from domain.errors import NotFound
from domain.events import Content
from domain.listening.question import Answer, Question, QuestionAct, Tally
from domain.mailing import Mailing
from domain.messages import Address
from domain.people.muting import Mute
from domain.people.person import Person
from domain.reach import Reach
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter

pytestmark = pytest.mark.asyncio
ALL = Reach(("community",))
DAY = timedelta(days=1)
ROOM = Question("q1", "community", "g7", "ma", "asked", NOON, date(2025, 11, 26), "e1")
WORDS = replace(ROOM, line="开到几点", answers=("六点", "九点"))
GRIDS = {"ma": "g7", "li": "g7", "wu": "g7", "gone": "g7", "muted": "g7", "leaving": "g7", "far": "g8", "new": ""}


def world(tx: Transaction) -> None:
    tx.areas.replace(
        [
            Area("community", AreaKind.COMMUNITY, "", "桃源社区"),
            Area("g7", AreaKind.GRID, "community", "七网格"),
            Area("g8", AreaKind.GRID, "community", "八网格"),
        ],
        [],
    )
    for id, grid in GRIDS.items():
        tx.people.save(Person(id, id, spot_grid=grid))
        tx.people.bind(id, Address("telegram", id))
    tx.people.block(Address("telegram", "gone"), True)
    tx.matters.add(matter("m", reporter_id="muted", owner_id="ma"))
    tx.contents.add(Content("w", "matter:m", "note", "ma", NOON, "不是正经事"))
    tx.mutes.save(Mute("muted", "m", "w", tx.now + DAY))
    tx.erasing.ask("leaving", tx.now + DAY)
    tx.mailings.add(Mailing("e1", "question", "q1"))
    tx.contents.add(Content("asked", "question:q1", "question", "ma", NOON, "开到几点\n六点\n九点"))
    tx.questions.save(ROOM)


def answers(tx: Transaction) -> None:
    for n, (person, choice, words) in enumerate((("li", 2, "要安静"), ("wu", 2, ""), ("far", 0, "随便"))):
        if words:
            tx.contents.add(Content(f"w{n}", f"answer:a{9 - n}", "answer", person, NOON, words, salt="s"))
        tx.question_answers.save(Answer(f"a{9 - n}", "q1", person, choice, f"w{n}" if words else "", NOON))


async def test_it_comes_back_with_its_words_and_as_it_stands(run: Run) -> None:
    await run(world)
    assert await run(lambda tx: tx.questions.get("q1")) == WORDS
    ended = WORDS.after(QuestionAct.END, ended_at=NOON + DAY)
    await run(lambda tx: tx.questions.save(ended))
    assert await run(lambda tx: tx.questions.page(ALL, 9)) == [ended]
    with pytest.raises(NotFound):
        await run(lambda tx: tx.questions.get("q2"))


async def test_it_goes_to_who_is_there_and_can_be_reached_and_to_nobody_else(run: Run) -> None:
    await run(world)
    assert await run(lambda tx: tx.questions.audience("g7", "ma", "", 9)) == ["li", "wu"]
    assert await run(lambda tx: tx.questions.audience("community", "ma", "far", 1)) == ["li"]
    assert await run(lambda tx: [tx.questions.reaches("community", "ma", most) for most in (9, 2)]) == [3, 2]


async def test_lists_and_digests_find_it_in_its_time(run: Run) -> None:
    await run(world)
    asked = (NOON - DAY, NOON + DAY)

    def found(tx: Transaction) -> list[int]:
        spans = ((*asked,), (NOON + DAY, NOON + 2 * DAY))
        counts = [tx.questions.count_between(ALL, *span) for span in spans]
        return [*counts, *(len(tx.questions.stirred(ALL, *span, 9)) for span in spans)]

    assert await run(found) == [1, 0, 1, 1]
    await run(lambda tx: tx.questions.save(WORDS.after(QuestionAct.LAY_BY, ended_at=NOON)))
    assert await run(found) == [1, 0, 1, 0]
    since = NOON + DAY
    assert await run(lambda tx: tx.questions.of_desk("community", since)) == []
    assert len(await run(lambda tx: tx.questions.between(ALL, *asked, 9))) == 1


async def test_answers_are_counted_and_each_person_has_one(run: Run) -> None:
    await run(world)
    await run(answers)
    assert await run(lambda tx: tx.question_answers.tally(WORDS)) == Tally(3, (0, 2), 2)
    given = await run(lambda tx: tx.question_answers.find("q1", "wu"))
    assert given is not None
    await run(lambda tx: tx.question_answers.save(replace(given, choice=1)))
    assert await run(lambda tx: tx.question_answers.tally(WORDS)) == Tally(3, (1, 1), 2)
    assert await run(lambda tx: tx.question_answers.own_words("q1", 9)) == ["随便", "要安静"]
    assert await run(lambda tx: tx.question_answers.answered("q1", "far", 9)) == ["li", "wu"]


async def test_of_whoever_is_forgotten_the_count_stays_and_nothing_else(run: Run) -> None:
    await run(world)
    await run(answers)
    await run(lambda tx: tx.erasing.at_once(["li", "ma"]))
    assert await run(lambda tx: tx.question_answers.tally(WORDS)) == Tally(3, (0, 2), 1)
    assert await run(lambda tx: tx.question_answers.own_words("q1", 9)) == ["随便"]
    assert await run(lambda tx: tx.question_answers.of_person("li")) == []
    assert await run(lambda tx: tx.question_answers.answered("q1", "", 9)) == ["far", "wu"]
    assert (await run(lambda tx: tx.contents.get("w0"))).text == ""
    assert (await run(lambda tx: tx.questions.get("q1"))).line == "开到几点"


async def test_words_that_were_said_long_ago_go_and_the_counts_stay(run: Run) -> None:
    await run(world)
    await run(answers)
    later = NOON + 400 * DAY
    assert await run(lambda tx: tx.keeping.count(words_before=later, photos_before=None)) == (0, 0)
    await run(lambda tx: tx.questions.save(WORDS.after(QuestionAct.END, ended_at=NOON + DAY)))
    assert await run(lambda tx: tx.keeping.words(NOON + DAY, 9)) == 0
    assert await run(lambda tx: tx.keeping.count(words_before=later, photos_before=None)) == (2, 0)
    assert await run(lambda tx: [tx.keeping.words(later, most) for most in (1, 9)]) == [1, 1]
    assert await run(lambda tx: tx.question_answers.own_words("q1", 9)) == []
    assert await run(lambda tx: tx.question_answers.tally(WORDS)) == Tally(3, (0, 2), 2)


async def test_two_records_of_one_person_have_one_answer(run: Run) -> None:
    await run(world)
    await run(answers)
    await run(lambda tx: tx.people.merge("wu", "li"))
    assert await run(lambda tx: tx.question_answers.tally(WORDS)) == Tally(2, (0, 1), 2)
    await run(lambda tx: tx.people.merge("far", "new"))
    assert await run(lambda tx: tx.question_answers.find("q1", "new")) is not None
