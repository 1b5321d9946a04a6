"""A venue (场所): a shop, office or school that is called at, and when somebody was there last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.listening.visit import VisitSort

SORTS = (VisitSort.SHOP, VisitSort.OFFICE, VisitSort.SCHOOL)


@dataclass(frozen=True, slots=True)
class Venue:
    """`area_id` is the smallest area it lies in, `label` where in words. `visited_at` is derived from the visits."""

    id: str
    area_id: str
    name: str
    sort: VisitSort
    label: str
    added_by: str
    added_at: datetime
    closed_at: datetime | None = None
    visited_at: datetime | None = None

    @property
    def subject(self) -> str:
        return f"venue:{self.id}"
