"""A message read from the outbox is the message that was put there."""

from __future__ import annotations

import json
from datetime import UTC
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from domain.messages import (
    Address,
    Ask,
    Block,
    Button,
    Choices,
    Keys,
    Location,
    Media,
    MediaKind,
    Op,
    Outbound,
    Text,
    Urgency,
)
from storage.bodies import NAMES, decode, encode

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
COUNTS = st.integers(0, 10**12)
ROWS = st.lists(st.lists(WORDS, max_size=3).map(tuple), max_size=3).map(tuple)
BUTTONS = st.lists(st.lists(st.builds(Button, WORDS, WORDS, WORDS), max_size=3).map(tuple), max_size=3).map(tuple)
DEGREES = st.floats(-180, 180)
INSTANTS = st.none() | st.datetimes(timezones=st.just(UTC))
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, WORDS, WORDS),
    st.builds(Media, st.sampled_from(MediaKind), WORDS, WORDS, WORDS, COUNTS, COUNTS, WORDS, WORDS),
    st.builds(Location, DEGREES, DEGREES, WORDS, WORDS),
    st.builds(Choices, WORDS, BUTTONS),
    st.builds(Keys, ROWS),
    st.builds(Ask, WORDS, WORDS, ROWS),
)
MESSAGES = st.builds(
    Outbound,
    to=st.builds(Address, WORDS, WORDS),
    blocks=st.lists(BLOCKS, max_size=4).map(tuple),
    op=st.sampled_from(Op),
    purpose=WORDS,
    urgency=st.sampled_from(Urgency),
    silent=st.booleans(),
    protected=st.booleans(),
    key=WORDS,
    about=WORDS,
    reply_to=WORDS,
    dedupe=WORDS,
    not_before=INSTANTS,
    not_after=INSTANTS,
)


@given(MESSAGES)
def test_encoding_and_decoding_gives_the_same_message(message: Outbound) -> None:
    again = decode(encode(message))
    assert again == message
    assert (type(again.op), type(again.urgency)) == (Op, Urgency)


def test_every_kind_of_block_has_a_name() -> None:
    assert set(NAMES) == set(get_args(Block))
    assert len(set(NAMES.values())) == len(NAMES)


def test_a_body_without_a_field_that_was_added_later_takes_its_default() -> None:
    raw = json.loads(encode(Outbound(Address("telegram", "1"), (Text("早"),))))
    del raw["protected"]
    assert decode(json.dumps(raw)).protected is False
