"""Little histories written as tables, one line an event: matter, day and hour in the district, what, details."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.areas import Area, AreaKind, Tree
from domain.clocks import Clocks
from domain.digests.counting import count
from domain.digests.course import Course
from domain.digests.courses import read_course
from domain.digests.figures import Case, Digest, Figure, Side, Span, SpanKind
from domain.events import Event

ZONE = ZoneInfo("Asia/Shanghai")
CLOCKS = Clocks()
TREE = Tree(
    {
        area.id: area
        for area in (
            Area("street", AreaKind.STREET, "", "河湾街道"),
            Area("peach", AreaKind.COMMUNITY, "street", "桃源社区"),
            Area("plum", AreaKind.COMMUNITY, "street", "梅园社区"),
            Area("g1", AreaKind.GRID, "peach", "桃源一网格", order=1),
            Area("g2", AreaKind.GRID, "peach", "桃源二网格", order=2),
            Area("g3", AreaKind.GRID, "plum", "梅园一网格", order=3),
        )
    }
)
TYPES = {
    "filed": "MatterFiled", "assigned": "MatterAssigned", "accepted": "MatterAccepted", "said": "ProgressReported",
    "raised": "MatterRaised", "closed": "MatterClosed", "undone": "ClosingUndone", "reported": "MatterReported",
    "reopened": "MatterReopened", "agreed": "ResidentAgreed", "lapsed": "MatterLapsed", "rated": "MatterRated",
    "withdrawn": "MatterWithdrawn", "placed": "PlaceSet", "joined": "MatterJoined", "kind": "KindSet",
    "paused": "MatterPaused", "resumed": "MatterResumed", "extended": "ExtensionGranted", "relaxed": "MatterRelaxed",
    "nudged": "ResidentNudged", "noted": "MatterNoted", "united": "MattersUnited", "taken_up": "MatterTakenUp",
    "cried": "CriedAgain", "hotline": "HotlineSet", "reckoned": "ClocksReckoned",
}  # fmt: skip
USUAL: dict[str, dict[str, str | int]] = {
    "filed": {"kind": "lighting", "tier": "ordinary", "grid": "g1", "owner": "wang", "level": "grid"},
    "assigned": {"owner": "chen", "why": "transfer", "level": "grid", "before": "wang"},
    "accepted": {"level": "grid", "before": "wang"},
    "closed": {"cause": "solved", "level": "grid", "before": "wang"},
}


def at(words: str) -> datetime:
    """ "23 10:00" in November 2026, "12-01 08:30" in that year, "2027-03-02 00:00"."""
    day, clock = words.split()
    *before, day = day.split("-")
    whole = "-".join(["2026", "11"][: 2 - len(before)] + before)
    return datetime.fromisoformat(f"{whole}-{int(day):02d}T{clock}").replace(tzinfo=ZONE).astimezone(UTC)


def events_of(table: str) -> dict[str, list[Event]]:
    """By matter, in the table's order. Details are written "grid=g2"."""
    found: dict[str, list[Event]] = {}
    for line in filter(None, map(str.strip, table.splitlines())):
        matter, day, clock, what, *details = line.split()
        facts = {**USUAL.get(what, {}), **dict(detail.split("=") for detail in details)}
        by = str(facts.pop("by", "wang"))
        when = at(f"{day} {clock}")
        if what == "filed":
            facts.setdefault("sent_at", when.isoformat())
        if what == "reported":
            facts.setdefault("cause", found[matter][-1].facts.get("cause", "solved"))
        found.setdefault(matter, []).append(Event(f"matter:{matter}", TYPES[what], when, by, facts))
    return found


def courses(table: str, until: datetime) -> Iterator[Course]:
    for matter, events in events_of(table).items():
        course = read_course(matter, events, CLOCKS, until)
        if course is not None:
            yield course


def digest(table: str, since: str, until: str, *tops: str, kind: SpanKind = SpanKind.WEEK) -> Digest:
    span = Span(kind, at(since), at(until))
    return count(courses(table, span.until_at), span, tops or ("peach",), TREE, ZONE)


def behind(found: Digest, figure: Figure, side: Side = Side.IN) -> dict[str, str]:
    """Matter and reason of those on this side."""
    return {case.matter_id: case.why for case in found.figures[figure] if case.side is side}


def ids(cases: tuple[Case, ...]) -> set[str]:
    return {case.matter_id for case in cases}


def minutes(**span: float) -> int:
    return int(timedelta(**span).total_seconds() // 60)
