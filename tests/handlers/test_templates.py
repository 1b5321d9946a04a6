"""Every text with names and words meant to do harm in each of its places, worded, escaped and read back as Telegram
would read it."""

from __future__ import annotations

import string
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup

from channels.render import Call, render
from channels.telegram.render import CAPS, keyboard
from channels.wording import clean, html, utf16_units
from domain.messages import Address, Button, Choices, Outbound, Text
from domain.phrases import phrase
from handlers.texts.catalogue import TEXTS
from handlers.texts.say import Voice
from sandbox.entities import TAGS, formatted

NASTY = "</b><a href='https://evil.test'>李&amp;\u202e\u2067\x00\ud83d{what}%s{0.__class__}\"\r\n<blockquote>😀"
HOSTILE = st.one_of(
    st.just(NASTY),
    st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=40),
    st.sampled_from(
        ["😀" * 10_000, "<" * 5000, "\u0301" * 300, "\u202e" * 9, "{", "}", "{}", "&", "&lt;", "\ud83d\ude00"]
    ),
)
STYLES = ("plain", "strong", "quote")
MARKS: dict[str, tuple[str, ...]] = {"plain": (), "strong": ("bold",), "quote": ("blockquote",)}
OURS = {*TAGS.values(), "text_mention"}
"""What words become only when somebody marks them so."""
LANGUAGES = ("zh", "en")
HARM = "\x00\u202e\u2067\ud83d"


def places_in(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name]


def expected(text: str, words: str) -> str:
    """The text with these words wherever it has a place, and nothing in them looked at again."""
    parsed = string.Formatter().parse(text)
    return "".join(literal + (words if name is not None else "") for literal, name, _, _ in parsed)


def said(key: str, language: str, words: str) -> str:
    voice = Voice(language, datetime(2026, 11, 23, 2, 0, tzinfo=UTC), ZoneInfo("Asia/Shanghai"))
    return voice.say(phrase(key, **dict.fromkeys(places_in(TEXTS[key][LANGUAGES.index(language)]), words)))


def shown(words: str, style: str = "plain") -> tuple[Call, ...]:
    """As a line of a message and as the label of the button below it."""
    buttons = Choices("m:1", ((Button(words, "1"),),))
    return render(Outbound(Address("telegram", "1"), (Text(words, style), buttons)), CAPS)


def harm_in(calls: tuple[Call, ...], style: str) -> list[str]:
    """What Telegram would refuse, or show as something that we did not write."""
    found = []
    for call in calls:
        text, marks = formatted(html(call.texts), "HTML", None)
        found += ["too long"] if utf16_units(text) > CAPS.text_limit else []
        found += [f"a {mark.type}" for mark in marks if mark.type in OURS and mark.type not in MARKS[style]]
        found += [f"harm in {line!r}" for line in (text, *labels_of(call)) if set(line) & set(HARM)]
        found += [f"the label {label!r}" for label in labels_of(call) if "\n" in label or not label]
    return found


def labels_of(call: Call) -> list[str]:
    markup = keyboard(call)
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else ()
    return [button.text for row in rows for button in row]


def read_back(calls: tuple[Call, ...]) -> str:
    return "\n".join(formatted(html(call.texts), "HTML", None)[0] for call in calls)


def goes_wrong(key: str, language: str) -> str:
    """What is wrong with the text when its places are filled with the nastiest words, "" when nothing is."""
    words = said(key, language, NASTY)
    if words != expected(TEXTS[key][LANGUAGES.index(language)], NASTY):
        return f"{key} looks at words again: {words!r}"
    calls = shown(words)
    if read_back(calls) != clean(words).strip():
        return f"{key} is not read as it was written: {read_back(calls)!r}"
    return f"{key}: {harm}" if (harm := harm_in(calls, "plain")) else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_mean_harm_stand_in_every_text_as_they_were_written(language: str) -> None:
    assert not [wrong for key in TEXTS if (wrong := goes_wrong(key, language))]


@settings(max_examples=200)
@given(st.sampled_from(sorted(TEXTS)), st.sampled_from(LANGUAGES), HOSTILE, st.sampled_from(STYLES))
def test_no_words_break_a_text_in_any_style(key: str, language: str, words: str, style: str) -> None:
    assert not harm_in(shown(said(key, language, words), style), style)
