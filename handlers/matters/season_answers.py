"""What was answered to a season's questions: kept as codes, read on the card, and counted by building for the desk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from domain.matters.matter import Matter
from domain.matters.seasons import DEGREES, OWN, SCOPE, UNKNOWN, WHOLE, Pack
from domain.matters.warmth import bands, ends_of, too_cold
from domain.phrases import Phrase, phrase
from handlers.matters.cards import prompt_of
from handlers.matters.gathered import of_today, send_growing
from handlers.matters.nagging import may_nag
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_joining import covering
from handlers.roles import desk_for
from handlers.speaking import Tap
from handlers.telling import tell
from handlers.texts.say import Named, Several
from handlers.turn import Turn

ANSWERED = "SeasonAnswered"
MARK_IT = "mark"
"""The button under the hint to a desk."""
MOST_READ = 8
"""Neighbours whose answers stand on the card of the one that they wait with."""
MOST_NAMED = 8
"""Buildings named in one line, the newest."""
MOST = 30
"""Households of a building that are counted; beyond that the desk has long heard."""


def pack_for(turn: Turn[Any], matter: Matter) -> Pack | None:
    """The pack that held for it on the day it was filed."""
    pack: Pack | None = turn.house.practice.pack_of(matter.kind, matter.filed_on)
    return pack


def degrees_words(band: str) -> Phrase:
    """ "14–16度" and the like, also as a button."""
    if band == UNKNOWN:
        return phrase("season.unknown")
    low, high = ends_of(band)
    if low is None:
        return phrase("season.below", high=high)
    return phrase("season.from", low=low) if high is None else phrase("season.between", low=low, high=high)


def record(
    turn: Turn[MattersTransaction], matter: Matter, pack: Pack, question: str, said: str, *, heard: bool = False
) -> None:
    """Keeps her answer, a code, and tells the desk when it is one too many from the same building.

    `heard`: her words said so when she filed it, and no card is out yet.
    """
    tell(turn, matter.subject, ANSWERED, by=matter.reporter_id, question=question, answer=said, heard=heard)
    if (question, said) == (SCOPE, WHOLE):
        _count(turn, matter, pack)


def answers(turn: Turn[MattersTransaction], matter: Matter) -> dict[str, str]:
    """The code of her latest answer, by question."""
    events = turn.tx.events.of(matter.subject)
    return {str(e.facts["question"]): str(e.facts["answer"]) for e in events if e.type == ANSWERED}


def season_lines(turn: Turn[MattersTransaction], matter: Matter, *, desk: bool) -> list[Phrase]:
    """What the answers come to, for whoever works on it, with those of the neighbours who wait with it.

    A desk reads too how many of the building say the same.
    """
    pack = pack_for(turn, matter)
    if pack is None or not pack.questions:
        return []
    said = answers(turn, matter)
    others = [answers(turn, each) for each in turn.tx.supporters.of(matter.id, MOST_READ)]
    whole = sum(each.get(SCOPE) == WHOLE for each in (said, *others))
    lines = []
    if whole:
        lines.append(phrase("season.card_whole_many" if whole > 1 else "season.card_whole", n=whole))
    elif said.get(SCOPE) == OWN and not others:
        lines.append(phrase("season.card_own"))
    band = said.get(DEGREES, UNKNOWN)
    if band != UNKNOWN:
        key = "season.card_too_cold" if too_cold(band, pack.threshold) else "season.card_degrees"
        lines.append(phrase(key, degrees=degrees_words(band), threshold=pack.threshold))
    lines += _next_door(pack, [each.get(DEGREES, UNKNOWN) for each in others])
    if desk and whole and (n := len(_households(turn, matter, pack))) >= pack.households:
        lines.append(phrase("season.hint", building=_building(turn, matter), n=n))
    return lines


def _next_door(pack: Pack, said: Sequence[str]) -> list[Phrase]:
    """How warm it is in how many of the neighbours' flats, the coldest first."""
    counts = [(band, said.count(band)) for band in bands(pack.threshold) if band in said]
    flats = tuple(phrase("season.flats", degrees=degrees_words(band), n=n) for band, n in counts)
    return [phrase("season.next_door", flats=Several(flats))] if flats else []


def offered(pack: Pack, question: str, *, joined: bool) -> list[tuple[str, Phrase]]:
    """The answers to a question, with their labels. `joined`: a neighbour has it too."""
    if question == SCOPE:
        return [(OWN, phrase("season.few" if joined else "season.own")), (WHOLE, phrase("season.whole"))]
    return [(band, degrees_words(band)) for band in (*bands(pack.threshold), UNKNOWN)]


# ---- several of one building ---------------------------------------------------------------------------------------


def _count(turn: Turn[MattersTransaction], matter: Matter, pack: Pack) -> None:
    if not matter.spot.building_id:
        return
    before = _households(turn, matter, pack)
    now = dict([*before.items(), (matter.reporter_id, matter.id)][-MOST:])
    turn.tx.notes.set(_note(matter, pack), json.dumps(now))
    if len(now) == pack.households > len(before) and not covering(turn, matter.spot, (matter.kind,)):
        _hint(turn, matter, pack, len(now))


def _households(turn: Turn[MattersTransaction], matter: Matter, pack: Pack) -> dict[str, str]:
    """By reporter, whose open matter says that it is the whole of this building."""
    noted: dict[str, str] = json.loads(turn.tx.notes.get(_note(matter, pack)) or "{}")
    return {person: id for person, id in noted.items() if turn.tx.matters.get(id).in_hand}


def _note(matter: Matter, pack: Pack) -> str:
    return f"season:{pack.code}:{matter.spot.building_id}"


def _hint(turn: Turn[MattersTransaction], matter: Matter, pack: Pack, n: int) -> None:
    """To the desk that may mark it, with the tap that does: a building by itself, all of one day in the same line."""
    taps = ((Tap(phrase("more.trouble"), MARK_IT),),)
    for coordinator in desk_for(turn, matter.spot.grid_id)[:1]:
        name = f"hinted:{pack.code}:{coordinator.id}"
        buildings = of_today(turn, name, matter.spot.building_id)
        words = phrase("season.hint", building=_building(turn, matter), n=n)
        if len(buildings) > 1:
            listed = Several(tuple(_named(turn, id) for id in buildings[-MOST_NAMED:]))
            words = phrase("season.hint_several", buildings=listed, n=len(buildings), least=pack.households)
        first = len(buildings) == 1
        ring = first and may_nag(turn, coordinator.id)
        send_growing(
            turn, coordinator, words, name, matter.subject, first=first, ring=ring, taps=taps, prompt=prompt_of(matter)
        )


def _building(turn: Turn[MattersTransaction], matter: Matter) -> object:
    return _named(turn, matter.spot.building_id)


def _named(turn: Turn[MattersTransaction], building_id: str) -> object:
    area = turn.tx.areas.tree().areas.get(building_id)
    return Named(area.name, area.name_en) if area is not None else ""
