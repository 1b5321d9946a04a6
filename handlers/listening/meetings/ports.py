"""What meetings ask of the transaction beyond what the lists ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.listening.meeting import Guest, Meeting, MeetingKind, Stop, Topic
from domain.listening.resolution import Kept, Resolution, Verdicts
from domain.matters.matter import Matter
from domain.reach import Reach
from handlers.listening.ports import ListsTransaction


class Meetings(Protocol):
    def save(self, meeting: Meeting) -> None: ...  # its words lie in `contents` already
    def get(self, meeting_id: str) -> Meeting: ...  # raises NotFound
    def page(
        self, reach: Reach, person_id: str, limit: int, offset: int = 0
    ) -> Sequence[Meeting]: ...  # what is to come first, then the newest; also hers and those she is invited to
    def places(self, area_id: str, limit: int) -> Sequence[str]: ...  # where meetings were, the newest first
    def held(
        self, reach: Reach, kind: MeetingKind, from_at: datetime, until_at: datetime, limit: int, offset: int = 0
    ) -> Sequence[Meeting]: ...
    def count_held(self, reach: Reach, from_at: datetime, until_at: datetime) -> Mapping[MeetingKind, int]: ...


class Agenda(Protocol):
    def put_topics(self, meeting_id: str, topics: Sequence[Topic]) -> None: ...
    def topics(self, meeting_id: str) -> Sequence[Topic]: ...
    def to_speak_of(self, area_id: str, limit: int) -> Sequence[Matter]: ...  # of what strangers may know
    def save_stop(self, stop: Stop) -> None: ...
    def stops(self, meeting_id: str) -> Sequence[Stop]: ...


class MeetingsAndAgenda(Meetings, Agenda, Protocol):
    pass


class Guests(Protocol):
    def save(self, guest: Guest) -> None: ...
    def of(self, meeting_id: str) -> Sequence[Guest]: ...
    def find(self, meeting_id: str, person_id: str) -> Guest | None: ...
    def untold(self, meeting_id: str, news: int, limit: int) -> Sequence[Guest]: ...
    def after(self, meeting_id: str, person_id: str, limit: int) -> Sequence[Guest]: ...  # portion by portion
    def ask_again(self, meeting_id: str) -> None: ...  # what was answered was for another time
    def nobody_came(self, meeting_id: str) -> None: ...  # before it is noted anew who did
    def of_person(self, person_id: str) -> Sequence[Guest]: ...


class Invited(Protocol):
    def serving(self, area_id: str, today: date) -> Sequence[str]: ...  # ids of whoever has a post there
    def living(
        self, area_id: str, since: datetime, often: int, most: int
    ) -> Sequence[str]: ...  # ids of residents who last wrote from there, invited less often than that since


class GuestsAndInvited(Guests, Invited, Protocol):
    pass


class Resolutions(Protocol):
    def save(self, resolution: Resolution) -> None: ...  # its words lie in `contents` already
    def get(self, resolution_id: str) -> Resolution: ...  # raises NotFound
    def of(self, meeting_id: str) -> Sequence[Resolution]: ...  # as they were noted
    def count(self, reach: Reach, from_at: datetime, until_at: datetime) -> tuple[int, int]: ...  # all, done
    def say(self, resolution_id: str, person_id: str, kept: Kept, at: datetime) -> None: ...
    def said_by(self, meeting_id: str, person_id: str) -> Mapping[str, Kept]: ...  # by resolution
    def verdicts(self, meeting_id: str) -> Mapping[str, Verdicts]: ...  # by resolution


class MeetingsTransaction(ListsTransaction, Protocol):
    @property
    def meetings(self) -> MeetingsAndAgenda: ...
    @property
    def guests(self) -> GuestsAndInvited: ...
    @property
    def resolutions(self) -> Resolutions: ...
