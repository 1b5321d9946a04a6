"""How an area stands, in a few lines of a digest: times, where things were settled, the places in map order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

from domain.digests.figures import Digest, Figure, Part
from domain.digests.figures import Named as Area
from domain.matters.kinds import kind_of
from domain.matters.matter import Level
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.digests.wording import times
from handlers.texts.say import Named, Several
from handlers.turn import Turn

PLACES = 6
KINDS = 6
NAME, NAME_EN = 16, 32
"""Lines, and letters of a place, that still fit on a phone's screen; the picture and the table have them all."""


def standing(turn: Turn[Any], person: Person, digest: Digest) -> Sequence[Phrase]:
    return [
        *times("contact_time", digest.contact), *times("result_time", digest.result), *_settled(digest),
        *_joined(digest), *_places(digest), *_kinds(digest),
    ]  # fmt: skip


def _settled(digest: Digest) -> list[Phrase]:
    """From the grid upwards."""
    levels = [phrase(f"digest.at_{level.value}", n=n) for level in Level if (n := digest.settled.get(level.value, 0))]
    return [phrase("digest.settled", levels=Several(tuple(levels)))] if levels else []


def _joined(digest: Digest) -> list[Phrase]:
    n = digest.count(Figure.JOINED)
    return [phrase("digest.joined", n=n)] if n else []


def _places(digest: Digest) -> list[Phrase]:
    """In map order, only those with something; one place alone says nothing that is not said already."""
    if len(digest.shown_parts) < 2:
        return []
    busy = [part for part in digest.shown_parts if part.new or part.closed or part.open]
    lines = [_place(part) for part in busy[:PLACES]]
    return [*lines, phrase("digest.more_places", n=len(busy) - PLACES)] if len(busy) > PLACES else lines


def _place(part: Part) -> Phrase:
    named: object = _short(part.area) if part.area.id else phrase("digest.nowhere")
    counted = (("new", part.new), ("closed", part.closed), ("open", part.open), ("overdue", part.overdue))
    counts = [phrase(f"digest.n_{name}", n=n) for name, n in counted if n]
    joined = reduce(lambda before, after: phrase("digest.beside", a=before, b=after), counts)
    return phrase("digest.place", place=named, counts=joined)


def _short(area: Area) -> Named:
    fits = ((area.name, NAME), (area.name_en, NAME_EN))
    return Named(*(name if len(name) <= most else name[: most - 1] + "…" for name, most in fits))


def _kinds(digest: Digest) -> list[Phrase]:
    """Of a month: each kind with the places where it was handed in, kinds in their usual order."""
    names = {part.area.id: part.area for part in digest.shown_parts}
    by_kind: dict[str, list[Phrase]] = {}
    for each in digest.kinds:
        if each.area_id in names and each.new:
            area = names[each.area_id]
            named: object = _short(area) if area.id else phrase("digest.nowhere")
            by_kind.setdefault(each.kind, []).append(phrase("digest.kind_at", place=named, n=each.new))
    lines = [
        phrase("digest.kind", kind=phrase(kind_of(kind).name_key), places=_first_places(places))
        for kind, places in list(by_kind.items())[:KINDS]
    ]
    if len(by_kind) > KINDS:
        lines.append(phrase("digest.more_kinds", n=len(by_kind) - KINDS))
    return [phrase("digest.kinds"), *lines] if lines else []


def _first_places(places: Sequence[Phrase]) -> Several:
    left_out = len(places) - PLACES
    return Several((*places[:PLACES], *([phrase("digest.places_left", n=left_out)] if left_out > 0 else [])))
