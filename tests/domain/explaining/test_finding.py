"""What words are about, whether they ask for something that can be looked up, and which entry that is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.explaining.asking import asks_to_know
from domain.explaining.entry import Entry
from domain.explaining.features import features, wants
from domain.explaining.finding import Found, asked_terms, rank, rarity, terms_of
from handlers.explaining.book.looking import WORTH_SHOWING

DAY, AT = date(2026, 11, 23), datetime(2026, 11, 23, tzinfo=UTC)
QUESTIONS = ("老年卡在哪里办？", "老年卡丢了怎么补？", "社区食堂几点开门？", "暖气费怎么交？", "居住证要带什么材料？")
BOOK = [Entry(f"e{n}", "d", "", "", "", q, "答。", DAY, DAY, AT, number=n) for n, q in enumerate(QUESTIONS, 1)]


def sounds(run: str) -> tuple[str, ...]:
    """Characters that sound alike."""
    return tuple({"正": "zen", "证": "zen"}.get(character, character) for character in run)


def found(words: str) -> Found:
    terms = asked_terms(words, sounds)
    spread = {term: sum(term in terms_of(entry, sounds) for entry in BOOK) for term in terms}
    return rank(words, BOOK, {term: rarity(n, len(BOOK)) for term, n in spread.items()}, sounds)[0]


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("请问敬老卡在哪达办呢", 0),
        ("我妈的老年证丢掉了咋办", 1),
        ("食堂啥时候开门", 2),
        ("取暖费咋交", 3),
        ("居住正要拿些啥", 4),
        ("what documents for a residence permit", 4),
    ],
)
def test_other_names_dialect_slips_and_english_find_the_same_entry(words: str, question: int) -> None:
    assert found(words).entry is BOOK[question]


def test_what_is_wanted_tells_two_entries_of_one_thing_apart() -> None:
    assert found("老年卡丢了怎么办").entry is BOOK[1]
    assert found("老年卡怎么办在哪个窗口").entry is BOOK[0]


@pytest.mark.parametrize(
    ("words", "sure"),
    [("老年卡在哪办", True), ("怎么办老年卡?", True), ("老年卡多少钱", False), ("哪里能学游泳", False)],
)
def test_an_entry_is_offered_only_where_it_answers_what_is_wanted(words: str, sure: bool) -> None:
    assert found(words).sure is sure


def test_a_word_that_only_an_answer_has_finds_its_entry_and_is_never_sure() -> None:
    meals = Entry("e9", "d", "", "", "", "社区食堂几点开门？", "七十岁以上的可以送饭。", DAY, DAY, AT, number=9)
    (only,) = rank("送饭", [meals], {"送饭": 5.0, "送": 3.0, "饭": 3.0})
    assert only.score >= WORTH_SHOWING
    assert not only.sure


def test_whoever_tells_a_story_asks_at_its_end() -> None:
    assert wants("我妈住在哪里都行，身份证也丢了，想给她办老年卡，要带什么材料") == {"papers"}
    assert wants("老年卡怎么办") == {"how"}


def test_words_of_asking_are_no_terms() -> None:
    assert not {"请问", "问一", "一下"} & features("请问一下老年卡").keys()


@pytest.mark.parametrize("words", ["老年卡怎么办", "食堂几点开", "where do I get a senior card", "低保啥条件"])
def test_a_question_asks_to_know(words: str) -> None:
    assert asks_to_know(words)


@pytest.mark.parametrize(
    "words",
    [
        "3号楼路灯坏了", "路灯坏了找谁修", "老年活动室的灯坏了怎么办", "停水了，什么时候来水", "暖气不热怎么办",
        "家里煤气味很大怎么办", "我的低保申请交上去两个月了怎么还没有消息", "能不能给我们楼装个扶手",
        "卫生站的护士态度特别差，找谁说", "when will the broken lift be repaired", "谢谢您",
    ],
)  # fmt: skip
def test_what_somebody_must_see_to_is_no_question_of_the_book(words: str) -> None:
    assert not asks_to_know(words)
