"""What a digest says of places and kinds fits one message, whatever they are called and however many they are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.digests.figures import Case, Digest, Figure, KindAt, Named, Part, Side, Span, SpanKind, Times
from domain.matters.kinds import KINDS
from domain.people.person import Person
from domain.phrases import phrase
from handlers.digests.block import standing
from handlers.digests.wording import lasted, rate
from handlers.texts.say import Voice

NOW, ZONE = datetime(2026, 11, 30, 0, 30, tzinfo=UTC), ZoneInfo("Asia/Shanghai")
TURN: Any = None  # it asks nothing of the turn
COMMUNITIES = [Named(f"c{n}", "community", f"{n}" * 60, f"{n}" * 120) for n in range(9)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_month_of_many_places_with_long_names_stays_short_and_says_what_it_leaves_out(language: str) -> None:
    parts = tuple(Part(area, "street", new=99, closed=99, open=99, overdue=99) for area in COMMUNITIES)
    kinds = tuple(KindAt(kind, area.id, 9, 9, 9) for kind in KINDS for area in COMMUNITIES)
    span = Span(SpanKind.MONTH, NOW - timedelta(days=30), NOW)
    digest = Digest(span, (Named("street", "street", "街"),), {}, parts, kinds, Times(), Times(), ())
    voice = Voice(language, NOW, ZONE)
    lines = [voice.say(line) for line in standing(TURN, Person("ma", "马丽"), digest)]
    assert sum(map(len, lines)) < 2500
    left_out = [line for line in lines if "另3处" in line or "3 more places" in line or "还有3处" in line]
    assert len(left_out) == 7
    assert f"{len(KINDS) - 6}" in lines[-1]


def test_of_one_place_alone_nothing_is_said_that_the_title_does_not_say() -> None:
    span = Span(SpanKind.DAY, NOW - timedelta(days=1), NOW)
    parts = (Part(COMMUNITIES[0], "street", new=3, closed=2, open=1, overdue=0),)
    digest = Digest(span, (COMMUNITIES[0],), {}, parts, (), Times(), Times(), ())
    assert standing(TURN, Person("ma", "马丽"), digest) == []


def test_of_ten_a_percent_is_said_and_nine_hundred_and_ninety_nine_of_a_thousand_are_not_all() -> None:
    span = Span(SpanKind.DAY, NOW - timedelta(days=1), NOW)
    voice = Voice("zh", NOW, ZONE)
    for yes, of, said in (
        (7, 9, "7/9"),
        (7, 10, "70%（7/10）"),
        (999, 1000, "99%（999/1000）"),
        (10, 10, "100%（10/10）"),
    ):
        cases = tuple(Case(f"m{n}", Side.IN if n < yes else Side.OUT) for n in range(of))
        digest = Digest(span, (), {Figure.SOLVED: cases}, (), (), Times(), Times(), ())
        assert voice.say(phrase("digest.said", line=rate(digest, Figure.SOLVED))) == said


@pytest.mark.parametrize(("minutes", "said"), [(60, "60分钟"), (90, "1.5小时"), (2881, "2.1天"), (14400, "10天")])
def test_a_time_is_rounded_up_to_a_unit_in_which_it_is_said(minutes: int, said: str) -> None:
    assert Voice("zh", NOW, ZONE).say(lasted(minutes)) == said
