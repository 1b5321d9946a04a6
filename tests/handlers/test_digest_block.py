"""What a digest says of places and kinds fits one message, whatever they are called and however many they are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.digests.figures import Digest, KindAt, Named, Part, Span, SpanKind, Times
from domain.matters.kinds import KINDS
from domain.people.person import Person
from handlers.digests.block import standing
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
