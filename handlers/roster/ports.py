"""What the roster asks of the transaction beyond what the matters family asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from domain.people.person import Appointment
from handlers.matters.ports import Asked, MattersTransaction
from handlers.ports import Roster


class Posts(Roster, Protocol):
    def save(self, appointment: Appointment) -> None: ...  # instead of the one of this person, area and role
    def drop(self, appointment: Appointment) -> None: ...
    def below(self, area_id: str) -> Sequence[Appointment]: ...  # in the areas right below, by area, role and rank
    def with_number(self, digits: str) -> Sequence[Appointment]: ...  # of whoever has this telephone


class AskedAnywhere(Asked, Protocol):
    def forget(self, person_id: str) -> None: ...  # she may take none of them any more


class RosterTransaction(MattersTransaction, Protocol):
    @property
    def asked(self) -> AskedAnywhere: ...
    @property
    def roster(self) -> Posts: ...
