"""What was observed, and what lies in the rows, in the words of Prometheus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.alarms import free
from bot.observing import BOUNDS, Observed, Spans
from storage.overview import Overview

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
PREFIX = "little_bench_"


class Exposition(Collector):
    """One moment of one bot."""

    def __init__(
        self, observed: Observed, rows: Overview, outbox: Mapping[str, int], now: datetime, media: Path
    ) -> None:
        self._observed, self._rows, self._outbox, self._now, self._media = observed, rows, outbox, now, media

    def text(self) -> bytes:
        registry = CollectorRegistry(auto_describe=False)
        registry.register(self)
        return generate_latest(registry)

    def collect(self) -> Iterable[Metric]:
        yield from self._happened()
        yield from self._rows_now()

    def _happened(self) -> Iterator[Metric]:
        seen = self._observed
        yield _histogram("update_seconds", "Updates by kind, from arrival to commit.", "kind", seen.updates)
        yield _histogram("act_seconds", "Transactions by name, waiting included.", "act", seen.acts)
        yield _histogram("tick_late_seconds", "What was due, by kind: how long after its instant.", "kind", seen.late)
        yield _counter("deliveries", "Messages by what became of them.", "outcome", seen.deliveries)
        yield _counter("updates_refused", "Updates that could not be kept, by why.", "why", seen.refused)

    def _rows_now(self) -> Iterator[Metric]:
        rows = self._rows
        outbox = GaugeMetricFamily(f"{PREFIX}outbox_messages", "Messages that are not done with.", labels=["state"])
        for state in ("queued", "sending", "unknown", "dead"):
            outbox.add_metric([state], self._outbox.get(state, 0))
        yield outbox
        oldest = (self._now - rows.oldest_at).total_seconds() if rows.oldest_at else 0.0
        gauges = (
            ("outbox_oldest_seconds", "How long the oldest message that could leave has waited.", max(0.0, oldest)),
            ("matters_open", "Matters that have not ended.", rows.open),
            ("matters_waiting", "Matters that nobody has taken yet.", rows.waiting),
            ("matters_overdue", "Matters with a clock that has run out.", rows.overdue),
            ("quarantine", "Updates and rows set aside within a week, ten at most.", len(rows.quarantined)),
            ("database_bytes", "Size of the database.", rows.bytes),
            ("disk_free_bytes", "Room left where photos are kept.", free(self._media)),
        )
        for name, about, value in gauges:
            yield GaugeMetricFamily(f"{PREFIX}{name}", about, value=value)


def _counter(name: str, about: str, label: str, counted: Mapping[str, int]) -> Metric:
    family = CounterMetricFamily(f"{PREFIX}{name}", about, labels=[label])
    for value, n in sorted(counted.items()):
        family.add_metric([value], n)
    return family


def _histogram(name: str, about: str, label: str, spans: Mapping[str, Spans]) -> Metric:
    family = HistogramMetricFamily(f"{PREFIX}{name}", about, labels=[label])
    for value, each in sorted(spans.items()):
        total, buckets = 0, []
        for bound, n in zip((*map(str, BOUNDS), "+Inf"), each.counts, strict=True):
            total += n
            buckets.append((bound, float(total)))
        family.add_metric([value], buckets, each.seconds)
    return family
