"""What a load would change, as groups of things with what is different about each, and what follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.roster.columns import Pair
from bot.roster.differing import Detail
from domain.areas import AreaKind, TalkPoint
from domain.people.person import Role


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that stays what it is, with what is different about it."""

    name: str
    details: Sequence[Detail]
    person_id: str = ""


@dataclass(slots=True)
class Group:
    """One sort of things. `removed` is (id, name)."""

    title: Pair
    added: list[str] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    removed: list[tuple[str, str]] = field(default_factory=list)
    added_ids: list[str] = field(default_factory=list)
    """Of people; of those who lend more or less than before."""

    @property
    def empty(self) -> bool:
        return not (self.added or self.changed or self.removed)


TITLES: Mapping[str, Pair] = {
    AreaKind.DISTRICT: ("区", "districts"),
    AreaKind.STREET: ("街道", "streets"),
    AreaKind.COMMUNITY: ("社区", "communities"),
    AreaKind.GRID: ("网格", "grids"),
    AreaKind.BUILDING: ("小区和楼", "buildings"),
    Role.MEMBER: ("委员", "members"),
    Role.COORDINATOR: ("值班", "duty desk"),
    "points": ("说事点", "talk points"),
    "resources": ("资源", "resources"),
}


@dataclass(frozen=True, slots=True)
class Changes:
    """`groups` in the order of the sheets. `stopping` are talk points whose printed codes will not work any more."""

    groups: Sequence[Group]
    stopping: Sequence[TalkPoint] = ()

    def __bool__(self) -> bool:
        return any(not group.empty for group in self.groups) or bool(self.stopping)

    def group(self, key: str) -> Group:
        return next(group for group in self.groups if group.title == TITLES[key])

    @property
    def of_people(self) -> dict[str, str]:
        """What changes for whom, as codes with a space between, by the person's id."""
        found: dict[str, set[str]] = {}
        for key in (Role.MEMBER, Role.COORDINATOR):
            group = self.group(key)
            for id, _ in group.removed:
                found.setdefault(id, set()).add(f"{key}_removed")
            for id in group.added_ids:
                found.setdefault(id, set()).add(f"{key}_added")
        for id in self.group("resources").added_ids:
            found.setdefault(id, set()).add("resources")
        for changed in (changed for group in self.groups for changed in group.changed if changed.person_id):
            found.setdefault(changed.person_id, set()).update(key for key, _ in changed.details)
        return {id: " ".join(sorted(codes)) for id, codes in found.items()}

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many things are added, changed and removed."""
        lists = [(group.added, group.changed, group.removed) for group in self.groups]
        return sum(len(a) for a, _, _ in lists), sum(len(c) for _, c, _ in lists), sum(len(r) for _, _, r in lists)


@dataclass(slots=True)
class Outcome:
    """What a load changes, also in what people have in hand."""

    changes: Changes
    handed: dict[str, Counter[str]] = field(default_factory=dict)
    """By the id of who is removed: the names of those who get the matters, and how many."""
    replaced: int = 0
    """Open matters of grids that are removed."""
    empty_grids: Sequence[str] = ()
    nobody_joined: bool = False
    in_chat: Sequence[tuple[str, str, date]] = ()
    """What is undone that somebody did in chat since the last load: whose, by whom, on which day."""
