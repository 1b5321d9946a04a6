"""Telephones of the storm: what stands in each chat after all edits and deletions, and who has blocked the bot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.messages import Address, Button, Choice, Choices, Op, Outbound, Text

KEPT = 14
"""Messages at the end of a chat that somebody may still answer or press."""
PRESSED_BYTES = 60


@dataclass
class Phone:
    address: Address
    name: str
    blocked: bool = False
    shown: dict[str, Outbound] = field(default_factory=dict)
    """By handle, the newest last."""
    pressed: list[Choice] = field(default_factory=list)
    """Buttons that were there once."""
    said: list[str] = field(default_factory=list)
    """Handles of her own messages."""

    def arrives(self, outbound: Outbound, known: str, fresh: str) -> str:
        """The handle under which it stands now, "" for what was taken away."""
        if outbound.op is Op.DELETE:
            self.shown.pop(known, None)
            return ""
        if outbound.op is Op.UPDATE and known in self.shown:
            self.shown[known] = outbound
            return known
        self.shown[fresh] = outbound
        while len(self.shown) > KEPT:
            del self.shown[next(iter(self.shown))]
        return fresh

    def choices(self) -> list[tuple[Choice, str]]:
        """What can be pressed, with its label, the oldest first."""
        return [
            (Choice(block.prompt, button.value), button.label)
            for outbound in self.shown.values()
            for block in outbound.blocks
            if isinstance(block, Choices)
            for button in _buttons(block)
            if not button.url
        ]

    @property
    def last(self) -> str:
        return words_of(next(reversed(self.shown.values()))) if self.shown else ""


def words_of(outbound: Outbound) -> str:
    return "\n".join(block.value for block in outbound.blocks if isinstance(block, Text))


def too_long(outbound: Outbound) -> Sequence[str]:
    """Buttons that no platform would take."""
    blocks = [block for block in outbound.blocks if isinstance(block, Choices)]
    pairs = [f"{block.prompt}|{button.value}" for block in blocks for button in _buttons(block) if not button.url]
    return [pair for pair in pairs if len(pair.encode()) - 1 > PRESSED_BYTES]


def _buttons(block: Choices) -> list[Button]:
    return [button for row in block.rows for button in row]
