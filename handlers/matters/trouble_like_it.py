"""Open matters that are of the same kind in the same area, and could wait for the end of a known trouble with it."""

from __future__ import annotations

from domain.areas import AreaKind
from domain.matters.matter import Matter
from domain.matters.trouble import Trouble
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, place_of, what_of
from handlers.matters.places import mapped
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_card import PROMPT
from handlers.speaking import Tap, send
from handlers.turn import Turn

MOST_LISTED = 8
MOST_OF_A_BUILDING = 40
"""Open matters of the grid that are read to find those of one building."""
MOST_COUNTED = 5000


def like_it(turn: Turn[MattersTransaction], trouble: Trouble, limit: int) -> list[Matter]:
    """Those of one owner together; filed before it was known, since later ones were asked and said no."""
    if not _is_a_building(turn, trouble):
        return [turn.tx.matters.get(matter_id) for matter_id in _ids(turn, trouble, trouble.area_id, limit)]
    grid_id = turn.tx.areas.tree().grid_of(trouble.area_id)
    near = [turn.tx.matters.get(matter_id) for matter_id in _ids(turn, trouble, grid_id, MOST_OF_A_BUILDING)]
    return [matter for matter in near if mapped(turn, matter.spot).building_id == trouble.area_id][:limit]


def count_like_it(turn: Turn[MattersTransaction], trouble: Trouble) -> int:
    if _is_a_building(turn, trouble):
        return len(like_it(turn, trouble, MOST_OF_A_BUILDING))
    return len(_ids(turn, trouble, trouble.area_id, MOST_COUNTED))


def _ids(turn: Turn[MattersTransaction], trouble: Trouble, area_id: str, limit: int) -> list[str]:
    return list(turn.tx.troubles.like_it(trouble.kind, area_id, trouble.gathers, limit))


def _is_a_building(turn: Turn[MattersTransaction], trouble: Trouble) -> bool:
    area = turn.tx.areas.tree().areas.get(trouble.area_id)
    return area is not None and area.kind is AreaKind.BUILDING


def offer(turn: Turn[MattersTransaction], trouble: Trouble, person: Person) -> None:
    """What is open already and like it, in a list, to be joined by one tap."""
    n = count_like_it(turn, trouble)
    if not n:
        return
    found = like_it(turn, trouble, MOST_LISTED)
    lines = [
        phrase("trouble.like_it", no=m.number, what=what_of(m), place=place_of(m), member=owner_name(owner_of(turn, m)))
        for m in found
    ]
    if n > len(found):
        lines.append(phrase("trouble.like_it_more", n=n - len(found)))
    taps = ((Tap(phrase("trouble.adopt", n=n), f"adopt:{trouble.id}"),),)
    send(turn, person, phrase("trouble.open_already", n=n), *lines, taps=taps, prompt=PROMPT, silent=True)
