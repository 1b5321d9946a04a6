"""Somebody who is not listened to for some days: what she sent was no matter, and a desk has said so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Mute:
    """`matter_id` is what it came of, `reason_id` the content that says why; `until_at` an aware UTC instant."""

    person_id: str
    matter_id: str
    reason_id: str
    until_at: datetime
