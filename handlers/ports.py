"""What every family may ask of the transaction it runs in; storage fits these Protocols, as bot/bootstrap shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from random import Random
from typing import Protocol

from domain.areas import TalkPoint, Tree
from domain.events import Content, Event
from domain.messages import Address, Outbound
from domain.open import Due as Due
from domain.open import Known as Known
from domain.open import OpenDialog as OpenDialog
from domain.people.person import Ability, Absence, Appointment, Invitation, Person, Resource, Role


class People(Protocol):
    def get(self, person_id: str) -> Person: ...  # raises NotFound
    def at(self, address: Address) -> Person | None: ...
    def save(self, person: Person) -> None: ...  # inserts or updates; `reachable` is derived, not saved
    def bind(
        self, person_id: str, address: Address
    ) -> None: ...  # the address now belongs to this person (moves it when it belonged to another)
    def addresses(self, person_id: str) -> Sequence[Address]: ...  # those not blocked, the newest first
    def accounts(self, person_id: str) -> Sequence[Address]: ...  # the blocked too
    def block(self, address: Address, blocked: bool) -> bool: ...  # False when it was known already
    def merge(
        self, from_id: str, into_id: str
    ) -> None: ...  # matters, contents, dialogs, addresses of the first become the second's
    def part(self, from_id: str, into_id: str, since: datetime) -> None: ...  # what she reported, undoing that


class Areas(Protocol):
    def tree(self) -> Tree: ...
    def talk_point(self, code: str) -> TalkPoint | None: ...
    def grids_of_desk(self, person_id: str) -> Sequence[str]: ...  # ids under a coordinator's areas, in map order
    def talk_points(self) -> Sequence[TalkPoint]: ...


class Roster(Protocol):
    def of_person(self, person_id: str) -> Sequence[Appointment]: ...
    def of_area(self, area_id: str, role: Role) -> Sequence[Appointment]: ...  # by rank
    def desks(self) -> Sequence[str]: ...  # ids of the areas with a coordinator, the widest first
    def named(self, desk_person_id: str, name: str) -> Sequence[Appointment]: ...  # under her desks and at them
    def duty(self, area_id: str, on: date) -> str: ...  # who took just this day; "" when the roster stands
    def set_duty(self, area_id: str, on: date, person_id: str) -> None: ...
    def absent(self, person_id: str, at: datetime) -> Absence | None: ...
    def next_absence(self, person_id: str, after: datetime, before: datetime) -> Absence | None: ...
    def add_absence(self, absence: Absence) -> None: ...
    def end_absence(self, person_id: str, at: datetime) -> None: ...  # the one that covers the instant
    def cancel_absences(self, person_id: str, after: datetime) -> None: ...  # those that have not begun by then
    def invite(self, invitation: Invitation) -> None: ...
    def invitation(self, code_hash: str) -> Invitation | None: ...
    def use_invitation(self, code_hash: str, at: datetime) -> bool: ...  # False when already used


class Abilities(Protocol):
    def of(self, person_id: str) -> Ability: ...  # of somebody unknown: no skills, every kind, no limit
    def save(self, ability: Ability) -> None: ...


class Resources(Protocol):
    def save(self, resource: Resource) -> None: ...
    def drop(self, resource_id: str) -> None: ...
    def of(self, person_id: str) -> Sequence[Resource]: ...
    def all(self) -> Sequence[Resource]: ...


class Events(Protocol):
    def append(self, event: Event) -> Event: ...  # sets seq, previous, hash
    def of(self, subject: str) -> Sequence[Event]: ...
    def count(self, subject: str, type: str) -> int: ...


class Contents(Protocol):
    def add(self, content: Content) -> None: ...
    def save(self, content: Content) -> None: ...  # text and media replaced (an edited message)
    def get(self, content_id: str) -> Content: ...  # raises NotFound
    def of(self, subject: str) -> Sequence[Content]: ...  # oldest first
    def by_group(self, person_id: str, group: str) -> Content | None: ...  # the newest with this album id
    def by_handle(self, person_id: str, handle: str) -> Content | None: ...


class Schedule(Protocol):
    def add(self, due: Due) -> None: ...  # nothing happens when the same (kind, subject, slot) waits or has fired
    def cancel(
        self, subject: str, kinds: Sequence[str] = ()
    ) -> None: ...  # what has not fired yet; all kinds when none are named
    def due(
        self, now: datetime, limit: int
    ) -> Sequence[Due]: ...  # marked as fired in the same transaction, earliest first
    def next_at(self) -> datetime | None: ...
    def coming(self) -> Due | None: ...  # the row that falls due next


class Dialogs(Protocol):
    def front(self, person_id: str) -> OpenDialog | None: ...
    def find(self, person_id: str, script: str, subject: str) -> OpenDialog | None: ...
    def by_prompt(self, person_id: str, prompt: str) -> OpenDialog | None: ...
    def of(self, person_id: str) -> Sequence[OpenDialog]: ...
    def save(self, dialog: OpenDialog) -> None: ...  # saving one as front takes the others to the back
    def drop(self, dialog: OpenDialog) -> None: ...


class Outbox(Protocol):
    def put(self, message: Outbound, *, maybe_repeat: bool = False) -> None: ...
    def cancel(self, address: Address, key: str) -> bool: ...  # True when it had not left yet and now never will


class Handles(Protocol):
    def known(self, address: Address, handle: str) -> Known | None: ...
    def handle(self, address: Address, key: str) -> str | None: ...  # the newest message with this key
    def newest(self, address: Address) -> Known | None: ...  # what stands last in the chat of all that came from us
    def older(self, address: Address, key: str, than: datetime) -> bool: ...  # it was sent before that, or who knows


class Seen(Protocol):
    def first_time(self, channel: str, event_id: str, at: datetime) -> bool: ...


class Notes(Protocol):
    """Small facts by name that need no table of their own (the desk's last greeting, a quota's count)."""

    def get(self, name: str) -> str | None: ...
    def set(self, name: str, value: str) -> None: ...


class Work(Protocol):
    """What must be done outside every transaction (a download, a menu set on the platform)."""

    def add(self, kind: str, subject: str, args: Mapping[str, object]) -> int: ...  # the row's number


class Transaction(Protocol):
    """One transaction: the instant it runs at, chance (seeded again at every attempt) and the repositories."""

    @property
    def now(self) -> datetime: ...
    @property
    def chance(self) -> Random: ...
    def whole(self) -> AbstractContextManager[None]: ...  # a DomainError inside takes back what was written inside
    def new_id(self) -> str: ...  # 80 random bits, 16 characters of base32 in lower case
    @property
    def people(self) -> People: ...
    @property
    def areas(self) -> Areas: ...
    @property
    def roster(self) -> Roster: ...
    @property
    def abilities(self) -> Abilities: ...
    @property
    def resources(self) -> Resources: ...
    @property
    def events(self) -> Events: ...
    @property
    def contents(self) -> Contents: ...
    @property
    def schedule(self) -> Schedule: ...
    @property
    def dialogs(self) -> Dialogs: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def handles(self) -> Handles: ...
    @property
    def seen(self) -> Seen: ...
    @property
    def notes(self) -> Notes: ...
    @property
    def work(self) -> Work: ...
