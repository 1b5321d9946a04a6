"""The names that all families share: who takes one that another has would take its presses, replies or dialogs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from handlers.family import Family


def taken_twice(families: Sequence[Family]) -> list[str]:
    """In words, each name that two families (or two of a family's own things) have for the same use.

    A word may mean one thing to a desk and another to everybody else.
    """
    owners = defaultdict[str, list[str]](list)
    for family in families:
        for name in _names(family):
            owners[name].append(family.name)
    return [f"{name}: {' and '.join(of)}" for name, of in owners.items() if len(of) > 1]


def _names(family: Family) -> Iterator[str]:
    uses: dict[str, Iterable[str]] = {
        "press": family.presses,
        "reply": family.replies,
        "row of the schedule": family.ticks,
        "mailing": family.mailings,
        "option with a matter": family.with_matter,
        "script": [script.name for script in family.scripts],
    }
    for use, names in uses.items():
        yield from (f"{use} {name!r}" for name in names)
    for command in family.commands:
        for word in {f"/{command.name}", *map(str.casefold, command.words)}:
            yield f"word {word!r} of {command.role.value if command.role is not None else 'everybody'}"
