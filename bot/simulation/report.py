"""What a simulated month comes to, counted from the events, from the outbox and on the telephones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any

from bot.figures import Wanted, counted
from bot.simulation.agenda import ZONE
from bot.simulation.counts import Counts
from bot.simulation.somebody import words_of
from bot.simulation.stage import Stage
from bot.simulation.town import Town
from domain.digests.figures import Figure, Side, Span, SpanKind
from domain.events import Event
from domain.matters.matter import Matter
from storage.transaction import Transaction

DISTRICT = "d"
WORST_SHOWN = 60
BLOCKED = "Forbidden"
"""Begins the reason of a message that died because its reader has blocked the bot."""
DUE_FACTS = ("contact_due", "progress_due", "result_due")


@dataclass(frozen=True, slots=True)
class Worst:
    """The telephone that got most on one day: whose it is, and what it read."""

    name: str
    role: str
    on: date
    messages: int
    rings: int
    texts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Report:
    """`kept` holds (kept, due) by clock, `a_day` messages per person and day by role: median, 99th percentile, most.

    `violations` are lines, `turn_ms` the median and 99th percentile of acts by name in milliseconds.
    """

    seed: int
    days: float
    whole: bool
    figures: Mapping[str, Any]
    settled: Mapping[str, int]
    kept: Mapping[str, tuple[int, int]]
    events: Mapping[str, int]
    a_day: Mapping[str, tuple[int, int, int]]
    rings_a_day: Mapping[str, tuple[int, int, int]]
    worst: Sequence[Worst]
    night_rings: Sequence[str]
    """What rang between ten and seven without being an answer."""
    turn_ms: Mapping[str, tuple[float, float]]
    most_behind: float
    violations: Sequence[str]


async def reported(
    stage: Stage, town: Town, counts: Counts, seed: int, begins: datetime, ends: datetime, *, whole: bool
) -> Report:
    span = Span(SpanKind.OWN, begins, ends + timedelta(seconds=1))
    clocks = stage.bench.house.clocks

    def look(tx: Transaction) -> Report:
        digest = counted(tx, Wanted((DISTRICT,), span, clocks))
        histories = list(_histories(tx))
        figures: dict[str, Any] = {figure.value: digest.count(figure) for figure in Figure if figure not in RATES}
        figures |= {figure.value: digest.of(figure) for figure in RATES}
        figures |= {
            "contact_minutes": (digest.contact.p50, digest.contact.p90), "messages": counts.sent, "edits": counts.edits,
            "result_minutes": (digest.result.p50, digest.result.p90), "people": len(town.people),
            "left": digest.count(Figure.OPEN, Side.IN),
        }  # fmt: skip
        return Report(
            seed, (ends - begins) / timedelta(days=1), whole, figures, dict(digest.settled), _kept(histories, ends),
            dict(Counter(event.type for _, events in histories for event in events)),
            _by_role(town, counts, {key: len(ids) for key, ids in counts.received.items()}, begins, ends),
            _by_role(town, counts, counts.rings, begins, ends),
            [_worst(town, counts, role) for role in ROLES if _ids(town, counts, role)],
            [_read(town, account, message_id) for account, message_id in counts.night_rings],
            {name: (_at(took, 0.5), _at(took, 0.99)) for name, took in stage.watch.took.items() if name in ACTS},
            stage.most_behind, [*stage.watch.found, *_wrong(tx)],
        )  # fmt: skip

    return await stage.watch.read("report", look)


RATES = (Figure.RESPONSE, Figure.SOLVED, Figure.SATISFIED)
ROLES = ("resident", "member", "desk")
ACTS = ("turn", "tick", "delivery")


def _histories(tx: Transaction) -> Iterator[tuple[Matter, Sequence[Event]]]:
    after = ""
    while page := tx.events.subjects(after):
        after = page[-1]
        for subject in page:
            if subject.startswith("matter:"):
                yield tx.matters.get(subject.partition(":")[2]), tx.events.of(subject)


# ---- the three clocks ----------------------------------------------------------------------------------------------


def _kept(histories: Sequence[tuple[Matter, Sequence[Event]]], now: datetime) -> dict[str, tuple[int, int]]:
    """As first promised at filing, of those that have fallen due: a word by then, news by then, an end by then."""
    kept: Counter[str] = Counter()
    due: Counter[str] = Counter()
    for _, events in histories:
        filed = events[0]
        if filed.facts.get("trouble"):
            continue
        for fact, ending in zip(DUE_FACTS, ENDINGS, strict=True):
            by = datetime.fromisoformat(str(filed.facts[fact]))
            met = next((event.at for event in events if event.type in ending), None)
            gone = next((event.at for event in events if event.type in GONE), None)
            if (met is None and by > now) or (gone is not None and gone <= by and (met is None or met > gone)):
                continue
            due[fact] += 1
            kept[fact] += met is not None and met <= by
    return {fact.removesuffix("_due"): (kept[fact], due[fact]) for fact in DUE_FACTS}


ENDED = frozenset({"MatterClosed", "MatterReported"})
SPOKEN = ENDED | {"MatterAccepted", "ProgressReported"}
ENDINGS = (SPOKEN, frozenset({"ProgressReported"}) | ENDED, ENDED)
GONE = frozenset({"MatterWithdrawn", "MatterJoined"})
"""What ends a clock without keeping or breaking it."""


# ---- telephones ----------------------------------------------------------------------------------------------------


def _by_role(
    town: Town, counts: Counts, numbers: Mapping[tuple[int, date], int], begins: datetime, ends: datetime
) -> dict[str, tuple[int, int, int]]:
    """Of all days of all who ever got anything; a day without a message counts as one with none."""
    days = max(1, ceil((ends - begins) / timedelta(days=1)))
    found = {}
    for role in ROLES:
        heard = {account for account, _ in counts.received if town.people[account].role == role}
        of_days = sorted(n for (account, _), n in numbers.items() if account in heard)
        if heard:
            padded = [0] * max(0, len(heard) * days - len(of_days)) + of_days
            found[role] = (round(_at(padded, 0.5)), round(_at(padded, 0.99)), padded[-1])
    return found


def _ids(town: Town, counts: Counts, role: str) -> dict[tuple[int, date], list[int]]:
    return {key: ids for key, ids in counts.received.items() if town.people[key[0]].role == role}


def _worst(town: Town, counts: Counts, role: str) -> Worst:
    ids = _ids(town, counts, role)
    account, on = max(ids, key=lambda key: (len(ids[key]), key))
    phone = town.people[account].phone
    texts = [_read(town, account, message_id) for message_id in ids[account, on][:WORST_SHOWN]]
    return Worst(phone.first_name, role, on, len(ids[account, on]), counts.rings[account, on], texts)


def _read(town: Town, account: int, message_id: int) -> str:
    message = town.people[account].phone.chat.messages[message_id]
    rang = "" if message.silent else "♪ "
    return f"{message.date.astimezone(ZONE):%H:%M} {rang}{words_of(message) or message.kind}"


def _at(numbers: Sequence[float], part: float) -> float:
    ranked = sorted(numbers)
    return ranked[min(len(ranked) - 1, ceil(part * len(ranked)) - 1)] if ranked else 0.0


# ---- what may not be -----------------------------------------------------------------------------------------------


def _wrong(tx: Transaction) -> list[str]:
    """Messages that were lost, updates that could not be handled, rows that were forgotten."""
    depth = tx.outbox.depth()
    wrong = [f"outbox: {depth[state]} {state}" for state in ("sending", "unknown") if depth.get(state)]
    dead = tx.statements.all("SELECT reason, COUNT(*) AS n FROM outbox WHERE state = 'dead' GROUP BY reason")
    wrong += [f"outbox: {row['n']} dead of {row['reason']}" for row in dead if BLOCKED not in row["reason"]]
    if tx.quarantine.count():
        wrong.append(f"quarantine: {tx.quarantine.count()}")
    wrong += [f"left lying: {row.kind} of {row.subject}" for row in tx.schedule.due(tx.now, 10)]
    return wrong
