"""Who has a skill, lends a thing or is called so, the nearest first: the one finder of giving, handing on and help."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from domain.areas import Area, AreaKind
from domain.duty.helping import Wanted, asked_for
from domain.duty.skills import WORDS, skill_in
from domain.matters.matter import Matter
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.ports import MattersTransaction
from handlers.roles import able
from handlers.turn import Turn

SKILL, THING, PERSON, NAME = "skill", "thing", "person", "name"
LONGEST = 20
"""Letters beyond which what was typed is a sentence and names nobody."""


@dataclass(frozen=True, slots=True)
class Found:
    """`steps` up from the place to an area that holds both: 0 in its building, 1 or 2 around it, ever farther."""

    person: Person
    area: Area
    steps: int
    near: bool
    """Within the same street."""


def wanted_in(turn: Turn[MattersTransaction], words: str) -> Wanted | None:
    """Whom or what the words name: a person, else a skill that somebody has, else a thing that somebody lends."""
    said = asked_for(words) or words.strip()
    if not said or len(said) > LONGEST * 2:
        return None
    hands, today = turn.tx.hands, turn.today
    if hands.called(said, today):
        return Wanted(NAME, said)
    skill = skill_in(words, hands.skills())
    if skill and hands.skilled(skill, today):
        return Wanted(SKILL, skill)
    return Wanted(THING, said) if len(said) <= LONGEST and hands.lending(said, today) else None


def who_can(turn: Turn[MattersTransaction], matter: Matter, wanted: Wanted, but: Collection[str]) -> Iterator[Found]:
    """Whoever can act now, the nearest first, each once; `but` are left out."""
    seen, street = set(but), _as_far_as_the_street(turn, matter)
    for steps, area, person_id in _posts(turn, matter, wanted):
        if person_id in seen:
            continue
        seen.add(person_id)
        person = turn.tx.people.get(person_id)
        if able(turn, person):
            yield Found(person, area, steps, near=steps <= street)


def near(
    turn: Turn[MattersTransaction], matter: Matter, wanted: Wanted, but: Collection[str], most: int
) -> list[Found]:
    """Those of the same street; of the whole district when there is nobody. Of several of one name the nearest."""
    first = list(islice(who_can(turn, matter, wanted, but), 1 if wanted.sort == NAME else most))
    return [found for found in first if found.near] or first


def _posts(turn: Turn[MattersTransaction], matter: Matter, wanted: Wanted) -> list[tuple[int, Area, str]]:
    """Each post of everybody who fits, the nearest first."""
    tree, hands, today = turn.tx.areas.tree(), turn.tx.hands, turn.today
    look_up = {SKILL: hands.skilled, THING: hands.lending, PERSON: hands.posts, NAME: hands.called}[wanted.sort]
    line = [area.id for area in tree.up(matter.spot.area_id)]
    found = [
        (_steps(line, [area.id for area in tree.up(area_id)]), tree.areas[area_id], person_id)
        for person_id, area_id in look_up(wanted.what, today)
        if area_id in tree.areas
    ]
    return sorted(found, key=lambda post: post[0])


def _steps(line: Sequence[str], hers: Sequence[str]) -> int:
    return next((steps for steps, area_id in enumerate(line) if area_id in hers), len(line))


def _as_far_as_the_street(turn: Turn[MattersTransaction], matter: Matter) -> int:
    line = turn.tx.areas.tree().up(matter.spot.area_id)
    return next((steps for steps, area in enumerate(line) if area.kind is AreaKind.STREET), len(line))


def skill_name(skill: str) -> Phrase | str:
    """A skill in words of its own is called so in both languages."""
    return phrase(f"skill.{skill}") if skill in WORDS else skill
