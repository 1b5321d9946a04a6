"""Flyers ask of the transaction what notices and visits ask."""

from __future__ import annotations

from typing import Protocol

from handlers.explaining.notices.ports import NoticesTransaction
from handlers.listening.visits.ports import VisitsTransaction


class FlyersTransaction(NoticesTransaction, VisitsTransaction, Protocol):
    pass
