"""What the matters family asks of the transaction beyond what every family may."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.duty.helping import Helper
from domain.matters.matter import Matter
from domain.matters.trouble import Trouble
from domain.people.muting import Mute
from domain.people.person import Ability
from handlers.ports import Transaction


class Matters(Protocol):
    def add(self, matter: Matter) -> None: ...
    def save(self, matter: Matter) -> None: ...
    def get(self, matter_id: str) -> Matter: ...  # raises NotFound
    def next_seq(self, filed_on: date) -> int: ...  # 1 for the first of the day
    def in_hand(self) -> Sequence[Matter]: ...  # everywhere: for checks, never for a turn
    def of_reporter(self, person_id: str, limit: int = 20) -> Sequence[Matter]: ...  # open ones first, then the newest
    def of_owner(
        self, person_id: str
    ) -> Sequence[Matter]: ...  # in hand (waiting, taken, closing), by what falls due first
    def open_in(self, grid_id: str) -> Sequence[Matter]: ...  # those of a grid that have not ended
    def said_by(
        self, matter_id: str, from_id: str, into_id: str, roles: Sequence[str]
    ) -> None: ...  # what the first said of it in these roles is the second's own
    def by_number(self, number: str) -> Sequence[Matter]: ...  # "1123-07" or "112307", the newest first


class Asked(Protocol):
    """Who holds a live card of a matter and may accept it (the owner among them)."""

    def add(self, matter_id: str, person_id: str) -> None: ...
    def of(self, matter_id: str) -> Sequence[str]: ...
    def clear(self, matter_id: str) -> None: ...
    def of_person(self, person_id: str) -> Sequence[str]: ...  # ids of the matters waiting for acceptance


class Excluded(Protocol):
    """Who must not have a matter: "own", "about", "member" or "resident" (one of the two sides declined)."""

    def add(self, matter_id: str, person_id: str, why: str, at: datetime) -> None: ...  # the first reason stands
    def of(self, matter_id: str) -> Mapping[str, str]: ...  # person id → why


class Choosing(Protocol):
    """What the choice of an owner asks about people on the roster."""

    def abilities(self, person_ids: Sequence[str]) -> Mapping[str, Ability]: ...  # of whom something is written
    def loads(self, person_ids: Sequence[str]) -> Mapping[str, int]: ...  # how many each has in hand
    def last_helped(self, person_ids: Sequence[str], reporter_id: str) -> str: ...  # "" for nobody
    def last_helped_in(self, person_ids: Sequence[str], building_id: str) -> str: ...  # "" for nobody
    def members_named(self, names: Sequence[str]) -> Sequence[str]: ...  # of these, whom the roster has
    def ended(self, since: date, today: date) -> Sequence[str]: ...  # whose service ended: ids
    def begun(self, since: date, today: date) -> Sequence[str]: ...  # whose service began: ids
    def resting(self, at: datetime) -> Sequence[str]: ...  # who is on leave then: ids
    def suspects(
        self, at: datetime, today: date, after: str, limit: int
    ) -> Sequence[str]: ...  # ids of matters that look unowned, from that id on


class Helpers(Protocol):
    """Who was asked to lend a hand with a matter, and what came of it."""

    def save(self, helper: Helper) -> None: ...  # instead of what was known of this person and this matter
    def get(self, matter_id: str, person_id: str) -> Helper | None: ...
    def of(self, matter_id: str) -> Sequence[Helper]: ...  # whatever became of them, the first asked first
    def of_person(self, person_id: str) -> Sequence[Helper]: ...  # asked or helping


class Hands(Protocol):
    """Who on the roster can do something: (person id, area id) for each post of that day."""

    def skilled(self, skill: str, today: date) -> Sequence[tuple[str, str]]: ...
    def lending(self, words: str, today: date) -> Sequence[tuple[str, str]]: ...
    def called(self, name: str, today: date) -> Sequence[tuple[str, str]]: ...  # in either language
    def posts(self, person_id: str, today: date) -> Sequence[tuple[str, str]]: ...
    def skills(self) -> Sequence[str]: ...  # all that anybody has
    def thing(self, person_id: str, words: str, today: date) -> tuple[str, str]: ...  # what and whose, "" for gone


class Mutes(Protocol):
    """Who is not listened to for some days."""

    def save(self, mute: Mute) -> None: ...  # instead of an earlier one
    def of(self, person_id: str, at: datetime) -> Mute | None: ...  # what holds at that instant
    def end(self, person_id: str) -> bool: ...  # False when there was none


class Unheard(Protocol):
    """Residents who could not be told how their matter goes, and since when."""

    def add(self, matter_id: str, at: datetime) -> bool: ...  # False when it was noted before
    def since(self, matter_id: str) -> datetime | None: ...
    def end(self, matter_id: str) -> bool: ...  # False when there was nothing to be told
    def of_reporter(self, person_id: str) -> Sequence[str]: ...  # ids of her matters, the oldest first


class Troubles(Protocol):
    """Known troubles, and the matters that wait for their end."""

    def save(self, trouble: Trouble) -> None: ...  # what waits with it is its owner's from then on
    def get(self, trouble_id: str) -> Trouble: ...  # raises NotFound
    def seen(self, trouble_id: str) -> Trouble: ...  # for reading only; raises NotFound
    def not_over(self) -> Sequence[Trouble]: ...  # also what has not begun; the newest first
    def join(self, trouble: Trouble, matter_id: str) -> None: ...
    def waiting(self, trouble_id: str) -> int: ...
    def next_untold(self, trouble: Trouble, limit: int) -> Sequence[str]: ...  # ids; from now on they are told
    def like_it(
        self, kind: str, area_id: str, filed: tuple[datetime, datetime], limit: int
    ) -> Sequence[str]: ...  # ids of open matters, filed from the one instant up to the other


class Supporters(Protocol):
    """Matters of several households that wait for the end of one of them, the lead."""

    def lead(self, matter_id: str) -> Matter: ...  # for reading only; raises NotFound
    def join(self, lead_id: str, matter_id: str, told: int) -> None: ...  # of the lead's events up to that she knows
    def waiting(self, lead_id: str) -> int: ...
    def of(self, lead_id: str, limit: int = 20) -> Sequence[Matter]: ...  # as they were filed
    def households(self, lead_id: str, limit: int) -> Sequence[Matter]: ...  # all that ever waited with it
    def next_untold(self, lead_id: str, seq: int, limit: int) -> Sequence[tuple[str, int]]: ...  # now they are told
    def hand_over(self, lead_id: str, to_id: str, told: int) -> None: ...
    def alike(self, kind: str, grid_id: str, since: datetime, not_of: str, limit: int) -> Sequence[Matter]: ...


class MattersTransaction(Transaction, Protocol):
    @property
    def matters(self) -> Matters: ...
    @property
    def asked(self) -> Asked: ...
    @property
    def choosing(self) -> Choosing: ...
    @property
    def excluded(self) -> Excluded: ...
    @property
    def helpers(self) -> Helpers: ...
    @property
    def hands(self) -> Hands: ...
    @property
    def mutes(self) -> Mutes: ...
    @property
    def unheard(self) -> Unheard: ...
    @property
    def troubles(self) -> Troubles: ...
    @property
    def supporters(self) -> Supporters: ...
