"""Escaping, counting and cutting words, whatever somebody calls himself."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.wording import clean, html, pieces, utf8_bytes, utf16_units, visible
from domain.messages import Text

HOSTILE = st.one_of(
    st.text(alphabet=st.characters(codec=None, exclude_categories=())),
    st.sampled_from(["<b>王", "</blockquote>", "a&amp;b", "\ud83d", "\x00李", "\u202e芳", "<a href='x'>", "👍🏽" * 50]),
)


class Reader(HTMLParser):
    """Reads back what a platform would: the words, and which tags it met."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not attrs

    def handle_data(self, data: str) -> None:
        self.words += data


@given(st.lists(st.builds(Text, HOSTILE, st.sampled_from(["plain", "strong", "quote"])), max_size=4))
def test_a_reader_sees_exactly_the_words_whatever_they_contain(texts: list[Text]) -> None:
    reader = Reader()
    reader.feed(html(texts))
    reader.close()
    assert reader.words == "\n".join(clean(text.value) for text in texts)
    assert reader.tags == [{"strong": "b", "quote": "blockquote"}[t.style] for t in texts if t.style != "plain"]


@given(HOSTILE)
def test_clean_words_can_be_sent_and_are_cleaned_once(words: str) -> None:
    clean(words).encode()
    assert clean(clean(words)) == clean(words)


@given(HOSTILE)
def test_length_is_counted_as_the_platforms_count(words: str) -> None:
    assert utf16_units(clean(words)) == len(clean(words).encode("utf-16-le")) // 2
    assert utf8_bytes(clean(words)) == len(clean(words).encode())


@given(HOSTILE, st.integers(4, 30), st.sampled_from([utf16_units, utf8_bytes]))
def test_cutting_loses_nothing_but_line_ends(words: str, limit: int, count: object) -> None:
    assert callable(count)
    found = list(pieces(clean(words), limit, count))
    assert all(count(piece) <= limit for piece in found)
    assert "".join(found).replace("\n", "") == clean(words).replace("\n", "")


@pytest.mark.parametrize("words", ["", " \n", "\u200b\u2060", "\u3164", "\u2800"])
def test_what_shows_nothing_is_invisible(words: str) -> None:
    assert not visible(words)


def test_a_name_cannot_turn_the_line_around() -> None:
    assert clean("王\u202e芳\u2066") == "王芳"
