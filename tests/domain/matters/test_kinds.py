"""Kinds: what sentences of residents mean, and when one kind is clear enough to be taken unasked."""

from pathlib import Path

import pytest

from domain.matters.kinds import KINDS, clear, kind_of, likely_kinds
from domain.matters.matter import Tier
from domain.matters.words_of_kinds import WORDS

TABLE = Path(__file__).with_name("sentences_of_kinds.tsv")
ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()]
SENTENCES = [(text, kinds) for kinds, text in ROWS]


def best(text: str) -> str:
    likely = likely_kinds(text)
    return likely[0][0] if likely else "other"


def test_the_table_of_sentences_is_large_and_names_known_kinds() -> None:
    assert len(SENTENCES) >= 120
    assert {kind for _, kinds in SENTENCES for kind in kinds.split("|")} == set(KINDS)


def test_at_least_95_percent_of_the_sentences_are_understood() -> None:
    wrong = [(text, kinds, likely_kinds(text)[:3]) for text, kinds in SENTENCES if best(text) not in kinds.split("|")]
    assert len(wrong) <= len(SENTENCES) * 0.05, wrong


def test_what_is_taken_unasked_is_right() -> None:
    taken = [(text, kinds, clear(likely_kinds(text))) for text, kinds in SENTENCES]
    wrong = [(text, code) for text, kinds, code in taken if code is not None and code not in kinds.split("|")]
    assert len(wrong) <= len(SENTENCES) * 0.02, wrong


def test_most_sentences_need_no_question_about_the_kind() -> None:
    told = [text for text, kinds in SENTENCES if kinds != "other"]
    assert sum(clear(likely_kinds(text)) is not None for text in told) >= len(told) * 0.9


def test_every_kind_of_the_word_table_exists() -> None:
    assert set(WORDS) <= set(KINDS)


@pytest.mark.parametrize(
    ("likely", "taken"),
    [
        ([("lighting", 6.0)], "lighting"),
        ([("lighting", 6.0), ("stairs", 2.0)], "lighting"),
        ([("water", 4.0), ("heating", 3.5), ("road", 2.0)], None),
        ([("enquiry", 1.5)], None),
        ([], None),
    ],
)
def test_a_kind_is_taken_when_it_is_strong_and_well_ahead(likely: list[tuple[str, float]], taken: str | None) -> None:
    assert clear(likely) == taken


@pytest.mark.parametrize("code", ["heating", "water", "power", "gas", "lift"])
def test_utilities_run_round_the_clock(code: str) -> None:
    assert KINDS[code].tier is Tier.UTILITY


def test_a_complaint_about_a_person_is_private_and_complex() -> None:
    kind = KINDS["complaint_person"]
    assert kind.private
    assert kind.quiet
    assert kind.tier is Tier.COMPLEX


def test_what_is_private_is_quiet_too() -> None:
    assert all(kind.quiet for kind in KINDS.values() if kind.private)


def test_an_unknown_code_is_other() -> None:
    assert kind_of("coal").code == "other"


def test_the_name_is_a_catalogue_key() -> None:
    assert kind_of("lift").name_key == "kind.lift"
