"""Whom to invite: who serves or lives in the area, who has a skill, or whoever is named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from domain.duty.skills import skill_in
from domain.errors import NoLongerPossible
from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.rights import community_or
from handlers.matters.assigning import owner_name
from handlers.matters.finder import skill_name
from handlers.texts.say import Several
from handlers.turn import Turn

DONE, SERVING, LIVING, SKILLS, SKILL, NAMED, UNKNOWN = "done", "serving", "living", "skills", "s:", "p:", "?"
TRIES = 8
MOST_SKILLS = 8
MOST_NAMED = 8
A_ROOMFUL = 300
"""Where more residents live they are asked a question rather than to a meeting."""
OFTEN, A_WHILE = 2, timedelta(days=30)
"""A resident is invited so often in that time at most."""
_BETWEEN = re.compile(r"[、，,;；\n]+|\s+and\s+|(?<=[\u4e00-\u9fff])\s+")


def ask_whom(turn: Turn[MeetingsTransaction], person: Person, area_id: str) -> Asking:
    """Ends in values that `ids_of` reads; at least somebody."""
    chosen: list[str] = []
    counts = {group: len(ids_of(turn, person, area_id, [group])) for group in (SERVING, LIVING)}
    words: Phrase = phrase("meetings.whom")
    for n in range(TRIES):
        ids = ids_of(turn, person, area_id, chosen)
        so_far = [who(turn, person, area_id, chosen)] if ids else []
        said: str = yield Question(
            f"whom.{n}", (words, *so_far), _options(turn, counts, chosen, bool(ids)),
            lambda given: _read(turn, person, area_id, given), valid=lambda value: True,
        )  # fmt: skip
        if said == SKILLS:
            said = yield from _ask_skill(turn, area_id, n)
        if said == DONE and ids:
            return tuple(chosen)
        if said.startswith(UNKNOWN):
            words = phrase("meetings.whom_unknown", name=said.removeprefix(UNKNOWN))
            continue
        chosen.append(said)
        words = phrase("meetings.whom_more")
    if not ids_of(turn, person, area_id, chosen):
        raise NoLongerPossible("whom")
    return tuple(chosen)


def _options(
    turn: Turn[MeetingsTransaction], counts: Mapping[str, int], chosen: Sequence[str], some: bool
) -> tuple[Option, ...]:
    """With how many there are of each; nobody is offered who is invited already."""
    options = [Option(DONE, phrase("meetings.whom_done"))] if some else []
    for group, n in counts.items():
        if n and group not in chosen:
            options.append(Option(group, phrase(f"meetings.whom_{group}", n=n)))
    if turn.tx.hands.skills():
        options.append(Option(SKILLS, phrase("meetings.whom_skills")))
    return tuple(options)


def _ask_skill(turn: Turn[MeetingsTransaction], area_id: str, n: int) -> Asking:
    """Ends in a value of `whom`."""
    counted = [(skill, len(_skilled(turn, area_id, skill))) for skill in turn.tx.hands.skills()]
    some = sorted([each for each in counted if each[1]], key=lambda each: -each[1])[:MOST_SKILLS]
    options = tuple(
        Option(f"{SKILL}{skill}", phrase("meetings.skill", skill=skill_name(skill), n=n)) for skill, n in some
    )

    def read(given: Inbound) -> str | None:
        skill = skill_in(given.text, turn.tx.hands.skills()) if given.text else ""
        return f"{SKILL}{skill}" if skill and _skilled(turn, area_id, skill) else f"{UNKNOWN}{given.text}"

    words = phrase("meetings.which_skill")
    return (yield Question(f"skill.{n}", (words,), options, read, valid=lambda value: True, rows=(2,)))


def _read(turn: Turn[MeetingsTransaction], person: Person, area_id: str, given: Inbound) -> str | None:
    """Names, one or several, or a skill."""
    if not given.text:
        return None
    ids = []
    for name in (part.strip() for part in _BETWEEN.split(given.text) if part.strip()):
        found = turn.tx.hands.called(name, turn.today)
        skill = "" if found else skill_in(name, turn.tx.hands.skills())
        if skill and _skilled(turn, area_id, skill):
            return f"{SKILL}{skill}"
        if not found:
            return f"{UNKNOWN}{name[:20]}"
        ids.append(nearest(turn, area_id, found))
    return f"{NAMED}{' '.join(dict.fromkeys(ids))}" if ids else None


def nearest(turn: Turn[MeetingsTransaction], area_id: str, found: Sequence[tuple[str, str]]) -> str:
    """Of several who are called so, whoever serves here, or at a desk over it."""
    tree = turn.tx.areas.tree()
    near = [id for id, at in found if tree.within(at, area_id) or tree.within(area_id, at)]
    return near[0] if near else found[0][0]


def _skilled(turn: Turn[MeetingsTransaction], area_id: str, skill: str) -> list[str]:
    """Those of the same community, or of the area where that is wider."""
    tree, around = turn.tx.areas.tree(), community_or(turn, area_id)
    found = [id for id, at in turn.tx.hands.skilled(skill, turn.today) if tree.within(at, around)]
    return list(dict.fromkeys(found))


def ids_of(turn: Turn[MeetingsTransaction], person: Person, area_id: str, chosen: Sequence[str]) -> list[str]:
    """Each once, whoever invites left out, and who cannot be reached."""
    ids: list[str] = []
    for value in chosen:
        if value == SERVING:
            ids += turn.tx.guests.serving(area_id, turn.today)
        elif value == LIVING:
            living = turn.tx.guests.living(area_id, turn.now - A_WHILE, OFTEN, A_ROOMFUL + 1)
            ids += living if len(living) <= A_ROOMFUL else []
        elif value.startswith(SKILL):
            ids += _skilled(turn, area_id, value.removeprefix(SKILL))
        elif value.startswith(NAMED):
            ids += value.removeprefix(NAMED).split()
    return [id for id in dict.fromkeys(ids) if id != person.id]


def who(turn: Turn[MeetingsTransaction], person: Person, area_id: str, chosen: Sequence[str]) -> Phrase:
    """Names of those who serve, as far as there is room; residents are only counted."""
    ids = ids_of(turn, person, area_id, chosen)
    serving = ids_of(turn, person, area_id, [value for value in chosen if value != LIVING])
    names: list[object] = [owner_name(turn.tx.people.get(id)) for id in serving[:MOST_NAMED]]
    if len(serving) > MOST_NAMED:
        names.append(phrase("meetings.others", n=len(serving) - MOST_NAMED))
    if len(ids) > len(serving):
        names.append(phrase("meetings.residents", n=len(ids) - len(serving)))
    return phrase("meetings.invited", names=Several(tuple(names)), n=len(ids))
