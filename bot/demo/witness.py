"""Sees every event as it is told, and speaks of it once it is committed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.demo.happened import TELLING, told_of
from domain.events import Event
from handlers.matters.ports import MattersTransaction
from handlers.turn import House, Turn
from storage.transaction import Transaction

Reaction = Callable[[Turn[Any], Event], None]


class Witness:
    def __init__(self) -> None:
        self._seen: dict[tuple[str, int], None] = {}

    def into(self, house: House) -> House:
        """The same house, with the witness in it."""
        reactions: Mapping[str, Sequence[Reaction]] = {
            type: (*house.reactions.get(type, ()), self._saw) for type in {*house.reactions, *TELLING}
        }
        return replace(house, reactions=reactions)

    def _saw(self, turn: Turn[Any], event: Event) -> None:
        self._seen[event.subject, event.seq] = None

    def tell(self, turn: Turn[MattersTransaction], tx: Transaction) -> list[dict[str, str]]:
        """Lines of what was committed since; an act that was rolled back waits in vain and harms nobody."""
        lines = []
        for subject, seq in tuple(self._seen):
            event = next((event for event in tx.events.of(subject) if event.seq == seq), None)
            if event is not None:
                del self._seen[subject, seq]
                lines.append(told_of(turn, tx, event))
        return [line for line in lines if line is not None]
