"""What digests ask of the transaction beyond what the desk asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from domain.digests.figures import Case, Digest, Figure
from handlers.desk.ports import DeskTransaction


class Digests(Protocol):
    """Digests that were made; each raises NotFound for an unknown one."""

    def glance(self, digest_id: str) -> Digest: ...  # its numbers, without places and the matters behind them
    def scope(self, digest_id: str) -> Sequence[str]: ...  # ids of the areas it is about
    def cases(self, digest_id: str, figure: Figure, start: int, limit: int) -> tuple[Case, ...]: ...


class DigestsTransaction(DeskTransaction, Protocol):
    @property
    def digests(self) -> Digests: ...
