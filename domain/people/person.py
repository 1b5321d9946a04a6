"""A person, the roles she holds and the invitation by which a roster entry becomes somebody reachable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

INVITATION_LIFE = timedelta(days=7)


class Role(StrEnum):
    MEMBER = "member"  # 委员
    COORDINATOR = "coordinator"  # 协调员


@dataclass(frozen=True, slots=True)
class Person:
    """`language` "zh" or "en"; `phone` "" until given; `spot_grid`/`spot_label` the place used last; `welcomed` once
    the notice was read out.
    """

    id: str
    name: str
    language: str = "zh"
    phone: str = ""
    spot_grid: str = ""
    spot_label: str = ""
    welcomed: bool = False
    reachable: bool = False
    """Has an address on some channel and has not blocked the bot."""
    name_en: str = ""

    def called(self, language: str) -> str:
        return self.name_en if language == "en" and self.name_en else self.name


@dataclass(frozen=True, slots=True)
class Appointment:
    """A place on the roster: `rank` 1 is the primary, 2… the deputies. Coordinators are appointed to a community,
    street or district; `days` are the weekdays of their duty there, Monday "1" to Sunday "7", "" for every day.
    """

    person_id: str
    area_id: str
    role: Role
    rank: int = 1
    phone: str = ""
    days: str = ""
    from_on: date | None = None
    to_on: date | None = None
    lead: bool = False
    """Leads the group of the grid (组长)."""
    night: bool = False
    """On duty at night too: what falls due at night does not wait for the morning."""

    def serves(self, on: date) -> bool:
        """Whether the appointment holds on that day; `to_on` is its last."""
        return (self.from_on is None or self.from_on <= on) and (self.to_on is None or on <= self.to_on)


@dataclass(frozen=True, slots=True)
class Ability:
    """What somebody on the roster can do and takes on: codes or words of skills (专长), kinds of matter.

    `most` matters in hand at once, 0 for no limit; `takes` empty for every kind; `refuses` goes before it.
    """

    person_id: str
    skills: tuple[str, ...] = ()
    most: int = 0
    takes: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()

    def accepts(self, kind: str) -> bool:
        return kind not in self.refuses and (not self.takes or kind in self.takes)


@dataclass(frozen=True, slots=True)
class Resource:
    """What a member's employer or she herself lends (单位资源). `until_on` is the last day, None for no end."""

    id: str
    person_id: str
    what: str
    unit: str = ""
    how_much: str = ""
    free_when: str = ""
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """A leave: from and to are aware UTC instants, `to_at` exclusive."""

    person_id: str
    from_at: datetime
    to_at: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """One-time; only the SHA-256 of its 128-bit code is kept."""

    code_hash: str
    person_id: str
    created_at: datetime
    used_at: datetime | None = None

    def expired(self, now: datetime) -> bool:
        return now >= self.created_at + INVITATION_LIFE
