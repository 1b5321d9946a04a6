"""Whatever somebody writes into a name, a text or a file's name, what comes in can be stored, shown and sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.telegram.parse import parse
from channels.wording import visible
from domain.messages import Inbound, Media, Text

NOW = datetime(2025, 11, 23, 9, 30, tzinfo=UTC)
NASTY = "\x00\x01\x1b\x7f\r\n\t\u202a\u202e\u2066\u2069\u200f\u200d\ufeff\u3164\ud800\udfff😀👩‍👩‍👧‍👦🏽<&>\"'%{}|:/"
UNWANTED = set("\x00\x01\x1b\x7f\r\u202a\u202e\u2066\u2069\ud800\udfff")

hostile = st.text(st.one_of(st.sampled_from(NASTY), st.characters()), min_size=1, max_size=60)
"""Of every sort of character; `characters` alone draws no lone surrogates."""


def update(text: str, name: str, kind: str) -> dict[str, object]:
    """An update in which every word that a person can choose is one of these two."""
    sender = {"id": 42, "is_bot": False, "first_name": name, "last_name": name, "language_code": text}
    message: dict[str, object] = {"message_id": 7, "date": 1, "chat": {"id": 42, "type": "private"}, "from": sender}
    point = {"latitude": 36.06, "longitude": 103.73}
    file = {"file_id": "f", "file_unique_id": "u", "file_name": text, "mime_type": text}
    parts: dict[str, dict[str, object]] = {
        "text": {"text": text},
        "start": {"text": f"/start {text}"},
        "caption": {"caption": text, "document": file},
        "venue": {"location": point, "venue": {"location": point, "title": text, "address": text}},
        "contact": {"contact": {"phone_number": text, "first_name": text, "user_id": 42}},
        "album": {"media_group_id": text, "caption": text, "photo": [{**file, "width": 1, "height": 1}]},
    }
    if kind == "press":
        press = {"id": "9", "from": sender, "chat_instance": "1", "data": text, "message": message}
        return {"update_id": 1, "callback_query": press}
    return {"update_id": 1, "message": {**message, **parts[kind]}}


def parsed(text: str, name: str = "李叔", kind: str = "text") -> Inbound | None:
    return parse(update(text, name, kind), username="little_bench_bot", now=NOW)


def words_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from words_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_in(getattr(value, field.name))


@pytest.mark.parametrize("kind", ["text", "start", "caption", "venue", "contact", "album", "press"])
@given(text=hostile, name=hostile)
def test_no_word_that_comes_in_can_harm(kind: str, text: str, name: str) -> None:
    for words in words_in(parsed(text, name, kind)):
        assert not UNWANTED & set(words)
        words.encode()


@given(name=hostile)
def test_a_name_is_one_short_line_that_shows_something_or_none(name: str) -> None:
    inbound = parsed("路灯坏了", name * 20)
    assert inbound is not None
    assert len(inbound.name) <= 64
    assert "\n" not in inbound.name
    assert inbound.name == "" or visible(inbound.name)


def test_ten_thousand_emojis_are_kept_in_a_text_and_cut_in_a_name() -> None:
    inbound = parsed("😀" * 10_000, "👩‍👩‍👧‍👦" * 10_000)
    assert inbound is not None
    assert inbound.parts == (Text("😀" * 10_000),)
    assert set(inbound.name.split("👩‍👩‍👧‍👦")) == {""}


def test_half_a_character_becomes_a_sign_for_it_and_the_rest_stays() -> None:
    inbound = parsed("路灯\ud83d坏了", "李\ud83d叔")
    assert inbound is not None
    assert (inbound.text, inbound.name) == ("路灯\ufffd坏了", "李\ufffd叔 李\ufffd叔")


def test_a_mark_that_turns_a_line_around_is_taken_out_of_a_file_name() -> None:
    inbound = parsed("\u202egpj.exe", kind="caption")
    assert inbound is not None
    media = inbound.part(Media)
    assert media is not None
    assert (media.name, media.caption) == ("gpj.exe", "gpj.exe")
