"""How far somebody sees on the lists: the areas that she answers for, and those around them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reach:
    """Ids of areas. `within`: with all that lies in them; `also`: themselves alone (a member's own community)."""

    within: tuple[str, ...]
    also: tuple[str, ...] = ()
