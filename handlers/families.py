"""The only list of families; a new one is added here and nowhere else."""

from __future__ import annotations

from handlers.desk.family import DESK
from handlers.digests.family import DIGESTS
from handlers.duty.family import DUTY
from handlers.explaining.family import EXPLAINING
from handlers.family import Family
from handlers.listening.family import LISTENING
from handlers.matters.family import MATTERS
from handlers.people.family import PEOPLE
from handlers.roster.family import ROSTER
from handlers.safety.family import SAFETY

FAMILIES: tuple[Family, ...] = (
    PEOPLE,
    MATTERS,
    DESK,
    ROSTER,
    DUTY,
    DIGESTS,
    LISTENING,
    *EXPLAINING,
    SAFETY,
)
