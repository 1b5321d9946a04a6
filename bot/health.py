"""How the running bot is, for programs: well or not, ready or not, and in figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.bootstrap import LittleBench
from bot.clock import Clock
from bot.pulse import UNWELL_AFTER
from bot.server import Check
from storage.overview import backlog, overview
from storage.transaction import Transaction

STUCK_AFTER = timedelta(minutes=5)
"""A message that could have left so long ago is held up, whatever the heart does."""
DEAF_AFTER = timedelta(minutes=5)
"""Polling hears from the platform at least every fifty seconds, if only that there is nothing."""


@dataclass(frozen=True, slots=True)
class Health:
    """`since` is when the process began; `heard_at` when the platform last answered a poll, with a webhook nobody can
    say.
    """

    bench: LittleBench
    clock: Clock
    media: Path
    since: datetime
    heard_at: Callable[[], datetime | None] | None = None

    async def well(self) -> tuple[bool, Mapping[str, Any]]:
        """Whether the heart beats, messages leave and the platform is heard."""
        now, beat = self.clock.now(), self.bench.heartbeat.beat_at
        depth, oldest = await self.bench.database.read("health", lambda tx: _queue(tx, now))
        heard = (self.heard_at() if self.heard_at else None) or self.since
        ills = {
            "heartbeat": beat is None or now - beat >= UNWELL_AFTER,
            "outbox": oldest is not None and now - oldest >= STUCK_AFTER,
            "platform": self.heard_at is not None and now - heard >= DEAF_AFTER,
        }
        return not any(ills.values()), {
            "ill": [name for name, ill in ills.items() if ill], "heartbeat": beat.isoformat() if beat else None,
            "outbox": depth,
        }  # fmt: skip

    async def ready(self) -> tuple[bool, Mapping[str, Any]]:
        """Whether the first beat is done: database, schema, district and token are there, or there would be none."""
        return self.bench.heartbeat.beat_at is not None, {}

    @property
    def checks(self) -> Mapping[str, Check]:
        return {"/healthz": self.well, "/readyz": self.ready}

    async def figures(self) -> tuple[bytes, str]:
        from bot.metrics import CONTENT_TYPE, Exposition  # whoever is not watched over does without the library

        now = self.clock.now()
        rows, depth = await self.bench.database.read(
            "metrics", lambda tx: (overview(tx.statements, now), tx.outbox.depth())
        )
        return Exposition(self.bench.observed, rows, depth, now, self.media).text(), CONTENT_TYPE


def _queue(tx: Transaction, now: datetime) -> tuple[dict[str, int], datetime | None]:
    return tx.outbox.depth(), backlog(tx.statements, now)[1]
