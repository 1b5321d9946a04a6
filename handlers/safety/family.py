"""Safety as the house sees it."""

from __future__ import annotations

from handlers.family import Family
from handlers.safety import tidying

SAFETY = Family(name="safety", ticks={tidying.TIDY: tidying.tidy}, plans=tidying.plan)
