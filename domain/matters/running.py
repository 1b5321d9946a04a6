"""The clocks of one matter while its events pass by: wound up, stopped for a pause, reckoned with another tier."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.clocks import Clocks
from domain.events import Happened
from domain.matters.deadlines import Deadlines, Pause
from domain.matters.matter import Level, State, Tier

CONTACT, PROGRESS, RESULT = "contact", "progress", "result"
GONE_BY = 4
"""A clock that would begin with less than a quarter of its time left begins at filing instead."""


@dataclass(slots=True)
class Clock:
    """`kind` is the matter's when it was reckoned; `stood` are the stretches for which it has stood still since."""

    start: datetime
    due: datetime
    kind: str
    stood: list[tuple[datetime, datetime]] = field(default_factory=list)


@dataclass(slots=True)
class Running:
    clocks: Clocks
    event: Happened
    anew: bool
    tier: Tier
    kind: str
    promise: datetime
    state: State = State.WAITING
    night: bool = False
    rung: Level | None = None
    each: dict[str, Clock] = field(default_factory=dict)
    joined: bool = False
    pauses: list[Pause] = field(default_factory=list)
    asks_until: datetime | None = None

    @property
    def at(self) -> datetime:
        return self.event.at

    @property
    def word_due(self) -> datetime:
        """What the resident is promised next as the matter stands: somebody's word, then the result."""
        return self.each[CONTACT if self.state is State.WAITING else RESULT].due

    def wind_up(self, *names: str, start: datetime | None = None) -> None:
        """These clocks begin again, now or at `start`."""
        for name in names:
            begun = start or self.at
            self.each[name] = Clock(begun, self.told(name, self._reckoned(name, begun, self.kind)), self.kind)

    def told(self, name: str, reckoned: datetime) -> datetime:
        """The deadline as this event holds it, else as reckoned."""
        said = None if self.anew else self.event.facts.get(f"{name}_due")
        return datetime.fromisoformat(str(said)) if said else reckoned

    def result_ahead(self) -> None:
        """The result's instant stands unless it has passed; then its clock runs anew."""
        if self.each[RESULT].due > self.at:
            self.each[RESULT].due = self.told(RESULT, self.each[RESULT].due)
        else:
            self.wind_up(RESULT)

    def promised(self, reckoned: datetime) -> None:
        said = None if self.anew else self.event.facts.get("promise")
        self.promise = datetime.fromisoformat(str(said)) if said else reckoned

    def go_on(self) -> None:
        """The pause is over: what was left of each clock when it began runs from now on."""
        if not self.pauses or self.pauses[-1].ended_at is not None:
            return
        since = self.pauses[-1].at
        self.pauses[-1] = replace(self.pauses[-1], ended_at=self.at)
        for name in (PROGRESS, RESULT):
            clock = self.each[name]
            clock.stood.append((since, self.at))
            clock.due = self.told(name, self._after(clock.due, since, self.at))

    def reclassify(self, tier: Tier) -> None:
        """More time is counted from the beginning of each clock, less of it from now.

        A clock that has run out already gets the time of the more urgent tier too: somebody has to come now.
        """
        names = (CONTACT, PROGRESS, RESULT) if self.state is State.WAITING else (PROGRESS, RESULT)
        before = {name: self._whole(name) for name in names}
        self.tier = tier
        for name in names:
            clock = self.each[name]
            clock.kind = self.kind
            whole, fresh = self._whole(name), self._reckoned(name, self.at, self.kind)
            if whole > before[name]:
                due = max(clock.due, whole) if whole > self.at else clock.due
            elif whole < before[name]:
                due = min(clock.due, fresh) if clock.due > self.at else fresh
            else:
                due = clock.due
            clock.due = self.told(name, due)

    def _whole(self, name: str) -> datetime:
        """The clock's time of the present tier from its beginning, with the stretches for which it stood still."""
        clock = self.each[name]
        due = self._reckoned(name, clock.start, clock.kind)
        for since, until in clock.stood:
            due = self._after(due, since, until)
        return due

    def _after(self, due: datetime, since: datetime, until: datetime) -> datetime:
        """What was left of it runs on after the stretch in which its clock stood still; one that had passed stays."""
        if due < since or since == until:
            return due
        return self.clocks.add_working(until, self.clocks.working_between(since, due, self.tier), self.tier)

    def _reckoned(self, name: str, start: datetime, kind: str) -> datetime:
        match name:
            case "contact":
                due = self.clocks.contact_due(start, self.tier, night_duty=self.night)
                if self.rung is None:
                    return due
                return max(due, self.clocks.rung_due(start, self.tier, self.rung, night_duty=self.night))
            case "progress":
                return self.clocks.progress_due(start, self.tier)
        return self.clocks.result_due(start, self.tier, kind)

    def deadlines(self) -> Deadlines:
        return Deadlines(
            self.tier, self.state, self.each[CONTACT].due, self.each[PROGRESS].due, self.each[RESULT].due,
            self.promise, self.joined, tuple(self.pauses), self.asks_until,
        )  # fmt: skip


def start_of(sent_at: datetime, filed_at: datetime, tier: Tier, clocks: Clocks) -> datetime:
    """When the clocks begin: as her message was sent, unless what it promises is past or as good as past by now.

    So it is with a draft that was left lying; nobody is promised yesterday.
    """
    left = clocks.contact_due(sent_at, tier) - filed_at
    return sent_at if left >= clocks.pace(tier).contact / GONE_BY else filed_at


def next_word(clocks: Clocks, at: datetime, tier: Tier) -> datetime:
    """What may honestly be promised after a broken promise: a word within the tier's progress time, a day at most."""
    word = min(clocks.progress_due(at, tier), clocks.daily_after(at))
    return word if tier is Tier.DANGER else clocks.next_awake(word)
