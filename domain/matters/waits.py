"""挂起: for what a matter may wait, and how long its member may let it wait without asking the desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from domain.matters.deadlines import Pause

MOST_ALONE = 2
MOST_TIME = timedelta(days=15)


class Wait(StrEnum):
    RESIDENT = "resident"  # 等居民
    PARTS = "parts"  # 等配件
    WEATHER = "weather"  # 看天气
    OTHERS = "others"  # 等别人办
    OWN = "own"  # 自己写的原因


def needs_the_desk(pauses: Sequence[Pause], now: datetime, until: datetime) -> bool:
    """Whether a member's next pause, from now until then, is more than she may begin alone.

    Only what no desk has agreed to counts: two pauses, or fifteen days of waiting in all.
    """
    alone = [pause for pause in pauses if not pause.desk]
    waited = sum(((pause.ended_at or now) - pause.at for pause in alone), timedelta())
    return len(alone) >= MOST_ALONE or waited + (until - now) > MOST_TIME
