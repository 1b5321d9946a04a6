"""Safety as the house sees it."""

from __future__ import annotations

from handlers.family import Family
from handlers.safety import flood, tidying

SAFETY = Family(name="safety", bars=flood.floods, ticks={tidying.TIDY: tidying.tidy}, plans=tidying.plan)
