"""Draws the documentation's example of a digest's picture: `python docs/pictures/digest.py`."""

from __future__ import annotations

import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from bot.digest_picture import print_digest  # noqa: E402 (found only once the path is set)
from domain.digests.figures import Case, Digest, Figure, Named, Part, Span, SpanKind, Step, Times  # noqa: E402

ZONE = "Asia/Shanghai"
AS_OF = datetime(2026, 11, 23, 8, 30, tzinfo=ZoneInfo(ZONE))
DAYS = ((3, 1), (1, 2), (2, 2), (4, 1), (1, 3), (0, 2), (1, 0), (2, 1))
"""Handed in and finished, by day."""
GRIDS = (("一", 3, 1), ("二", 7, 2), ("三", 0, 0), ("四", 4, 0), ("五", 2, 0), ("六", 1, 0))
"""Open and overdue, in map order."""


def example() -> Digest:
    """A week of an invented community."""
    grids = [
        Part(Named(f"g{n}", "grid", f"桃源{name}网格", f"Peach grid {n}"), "taoyuan", open=many, overdue=late)
        for n, (name, many, late) in enumerate(GRIDS, start=1)
    ]
    left = before = sum(grid.open for grid in grids) - sum(new - closed for new, closed in DAYS)
    steps = []
    for day, (new, closed) in enumerate(DAYS):
        left += new - closed
        steps.append(Step(date(2026, 11, 16) + timedelta(days=day), new, closed, left))
    counts = {
        Figure.NEW: sum(new for new, _ in DAYS),
        Figure.CLOSED: sum(closed for _, closed in DAYS),
        Figure.OPEN: sum(grid.open for grid in grids),
        Figure.OVERDUE: sum(grid.overdue for grid in grids),
    }
    return Digest(
        Span(SpanKind.WEEK, AS_OF - timedelta(days=7), AS_OF),
        (Named("taoyuan", "community", "桃源社区", "Peach Community"),),
        {figure: tuple(Case(str(n)) for n in range(count)) for figure, count in counts.items()},
        tuple(grids), (), Times(), Times(), tuple(steps), before,
    )  # fmt: skip


if __name__ == "__main__":
    (HERE / "digest.png").write_bytes(print_digest(example(), "zh", ZONE))
    (HERE / "digest.en.png").write_bytes(print_digest(example(), "en", ZONE))
