"""Duty at a desk: whose day it is, by the weekdays of the roster and the single days that were swapped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.people.person import Appointment


def serves(appointment: Appointment, on: date) -> bool:
    """Whether the roster puts her there on that day; without days named, on every day."""
    return not appointment.days or str(on.isoweekday()) in appointment.days


def in_order(appointments: Sequence[Appointment], on: date, swapped: str = "") -> list[Appointment]:
    """The one on duty first (`swapped`: who took just that day), then the others by rank."""
    return sorted(appointments, key=lambda a: (a.person_id != swapped, not serves(a, on), a.rank))
