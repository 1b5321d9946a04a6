"""What the transactions of one database have in common, and an act bound to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import TypeVar

from domain.areas import Tree
from domain.causes import cause, caused_by
from storage.statements import Execute, Statements
from storage.transaction import Transaction

T = TypeVar("T")


@dataclass(slots=True)
class Shared:
    """What the transactions of one database have in common: where instants and chance come from, and the map in use."""

    now: Callable[[], datetime]
    seed: Callable[[], int]
    engine: str
    trees: dict[str, Tree] = field(default_factory=dict)

    def bind(self, act: Callable[[Transaction], T]) -> Callable[[Execute], T]:
        """The act with its instant and seed fixed, so that running it a second time decides the same.

        It runs in another thread, and knows by whose cause all the same.
        """
        now, seed, why = self.now(), self.seed(), cause()

        def bound(execute: Execute) -> T:
            chance = Random(seed)  # noqa: S311  # chance must repeat; secrets come from elsewhere
            with caused_by(why):
                return act(Transaction(Statements(execute, self.engine), now, chance, self.trees))

        return bound
