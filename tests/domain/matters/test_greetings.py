"""Short texts: thanks, greetings, abuse, "any news?", yes, no, numbers."""

from pathlib import Path

import pytest

from domain.matters.greetings import asks_state, chosen_number, is_no, is_yes, small_talk

TABLE = Path(__file__).with_name("sentences_of_small_talk.tsv")
ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()]


def texts(*expected: str) -> list[str]:
    return [text for what, text in ROWS if what in expected]


@pytest.mark.parametrize(("tone", "text"), [r for r in ROWS if r[0] in ("thanks", "greeting", "ok", "abuse_no_matter")])
def test_small_talk(tone: str, text: str) -> None:
    assert small_talk(text) == tone


@pytest.mark.parametrize("text", [*texts("no small talk"), "", "  "])
def test_words_that_say_something_are_no_small_talk(text: str) -> None:
    assert small_talk(text) is None


@pytest.mark.parametrize("text", texts("asks"))
def test_asking_how_things_stand(text: str) -> None:
    assert asks_state(text)


@pytest.mark.parametrize("text", texts("tells"))
def test_telling_is_not_asking(text: str) -> None:
    assert not asks_state(text)


@pytest.mark.parametrize("text", texts("yes"))
def test_yes(text: str) -> None:
    assert is_yes(text)
    assert not is_no(text)


@pytest.mark.parametrize("text", texts("no"))
def test_no(text: str) -> None:
    assert is_no(text)
    assert not is_yes(text)


@pytest.mark.parametrize("text", [*texts("neither"), ""])
def test_neither_yes_nor_no(text: str) -> None:
    assert not is_yes(text)
    assert not is_no(text)


@pytest.mark.parametrize(("what", "text"), [row for row in ROWS if row[0].startswith("number ")])
def test_numbers_instead_of_buttons(what: str, text: str) -> None:
    assert f"number {chosen_number(text)}" == what


@pytest.mark.parametrize("text", [*texts("no number"), ""])
def test_other_words_are_no_number(text: str) -> None:
    assert chosen_number(text) is None
