"""The whole life of a matter's clocks: from its events alone, when each runs out and what its resident was promised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from domain.events import Happened
from domain.matters.matter import Level, Matter, State, Tier

if TYPE_CHECKING:  # clocks know tiers, which are a matter's
    from domain.clocks import Clocks

CONTACT, PROGRESS, RESULT = "contact", "progress", "result"
SAME_PROMISE = ("late", "heir")
"""Why it changed hands where the resident waits for the same word: the next rung is asked, or a neighbour's goes on."""
GONE_BY = 4
"""A clock that would begin with less than a quarter of its time left begins at filing instead."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch of waiting. `why`: see domain.matters.waits; `desk`: a desk agreed to it or began it."""

    at: datetime
    until_at: datetime
    why: str
    desk: bool = False
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How the clocks stand after the last event.

    Contact runs while nobody has taken the matter, progress and result while somebody has; none while it is paused, or
    `joined` to what it waits for the end of. `promise_at` is the instant that the resident was last told, `asks_until`
    the new result's instant that is before the desk, if one is.
    """

    tier: Tier
    state: State
    contact_due_at: datetime
    progress_due_at: datetime
    result_due_at: datetime
    promise_at: datetime
    joined: bool = False
    pauses: tuple[Pause, ...] = ()
    asks_until: datetime | None = None

    @property
    def paused(self) -> Pause | None:
        return self.pauses[-1] if self.pauses and self.pauses[-1].ended_at is None else None

    def on(self, matter: Matter) -> Matter:
        """The matter with these clocks."""
        paused = self.paused
        return replace(
            matter, tier=self.tier, contact_due_at=self.contact_due_at, progress_due_at=self.progress_due_at,
            result_due_at=self.result_due_at, promise_at=self.promise_at, asks_until=self.asks_until,
            paused_until=paused.until_at if paused else None, pause_why=paused.why if paused else "",
        )  # fmt: skip


def life(history: Iterable[Happened], clocks: Clocks, *, anew: bool = False) -> Deadlines:
    """The clocks after all of a matter's events, in their order. Raises ValueError unless the first files it.

    A deadline that an event holds was told to people and stands as it is; one that it does not hold is reckoned by
    `clocks`. `anew` reckons all of them, as when a calendar has become known. Contact and progress begin again with
    each owner, progress with each real answer too; the result stands unless it has passed. What is automatic
    (reminders, climbing's apologies, questions of the clock) winds nothing up.
    """
    run: _Run | None = None
    for event in history:
        if run is None:
            if event.type != "MatterFiled":
                raise ValueError(f"a life begins with {event.type}")
            run = _filed(event, clocks, anew=anew)
        elif event.type in _STEPS:
            run.event = event
            _STEPS[event.type](run)
    if run is None:
        raise ValueError("a life without events")
    return run.deadlines()


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


def differs(matter: Matter, history: Iterable[Happened], clocks: Clocks) -> list[str]:
    """Which of the matter's columns are not what its events say; only clocks that run now are compared."""
    told = life(history, clocks)
    if matter.joined or not matter.in_hand:
        return []
    names = ["tier", "result_due_at", "promise_at", "paused_until", "pause_why", "asks_until"]
    names.append("contact_due_at" if matter.state is State.WAITING else "progress_due_at")
    said = told.on(matter)
    return [f"{name}: {getattr(matter, name)}, not {getattr(said, name)}" for name in names
            if getattr(matter, name) != getattr(said, name)]  # fmt: skip


# ---- the clocks while the events pass by ---------------------------------------------------------------------------


@dataclass(slots=True)
class _Clock:
    """`kind` is the matter's when it was reckoned; `stood` are the stretches for which it has stood still since."""

    start: datetime
    due: datetime
    kind: str
    stood: list[tuple[datetime, datetime]] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    clocks: Clocks
    event: Happened
    anew: bool
    tier: Tier
    kind: str
    state: State = State.WAITING
    night: bool = False
    rung: Level | None = None
    running: dict[str, _Clock] = field(default_factory=dict)
    promise: datetime | None = None
    joined: bool = False
    pauses: list[Pause] = field(default_factory=list)
    asks_until: datetime | None = None

    @property
    def at(self) -> datetime:
        return self.event.at

    @property
    def word_due(self) -> datetime:
        """What the resident is promised next as the matter stands: somebody's word, then the result."""
        return self.running[CONTACT if self.state is State.WAITING else RESULT].due

    def wind_up(self, *names: str, start: datetime | None = None) -> None:
        """These clocks begin again, now or at `start`."""
        for name in names:
            begun = start or self.at
            self.running[name] = _Clock(begun, self.told(name, self._reckoned(name, begun, self.kind)), self.kind)

    def told(self, name: str, reckoned: datetime) -> datetime:
        """The deadline as this event holds it, else as reckoned."""
        said = None if self.anew else self.event.facts.get(f"{name}_due")
        return datetime.fromisoformat(str(said)) if said else reckoned

    def result_ahead(self) -> None:
        """The result's instant stands unless it has passed; then its clock runs anew."""
        if self.running[RESULT].due > self.at:
            self.running[RESULT].due = self.told(RESULT, self.running[RESULT].due)
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
            clock = self.running[name]
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
            clock = self.running[name]
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
        clock = self.running[name]
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
        assert self.promise is not None
        return Deadlines(
            self.tier, self.state, self.running[CONTACT].due, self.running[PROGRESS].due, self.running[RESULT].due,
            self.promise, self.joined, tuple(self.pauses), self.asks_until,
        )  # fmt: skip


# ---- one event -----------------------------------------------------------------------------------------------------


def _filed(event: Happened, clocks: Clocks, *, anew: bool) -> _Run:
    tier = Tier(str(event.facts["tier"]))
    run = _Run(clocks, event, anew, tier, str(event.facts["kind"]), night=bool(event.facts.get("night")))
    sent_at = datetime.fromisoformat(str(event.facts["sent_at"]))
    run.wind_up(CONTACT, PROGRESS, RESULT, start=start_of(sent_at, event.at, tier, clocks))
    run.promised(run.running[CONTACT].due)
    if event.facts.get("trouble") or event.facts.get("lead"):
        _joined(run)
    return run


def _assigned(run: _Run) -> None:
    """In new hands contact and progress begin anew, but the next rung is asked on the same promise while it holds.

    What waited for the end of something else had no result of its own.
    """
    run.go_on()
    facts, promised = run.event.facts, run.running[CONTACT].due
    run.state, run.asks_until, run.night = State.WAITING, None, bool(facts.get("night"))
    run.rung = Level(str(facts["level"])) if "level" in facts else None
    run.wind_up(CONTACT, PROGRESS)
    if facts.get("why") in SAME_PROMISE and promised > run.at:
        run.running[CONTACT].due = run.told(CONTACT, promised)
    if run.joined:
        run.wind_up(RESULT)
    else:
        run.result_ahead()
    run.joined = False
    run.promised(run.running[CONTACT].due)


def _accepted(run: _Run) -> None:
    run.state = State.TAKEN
    run.wind_up(PROGRESS)
    run.result_ahead()
    run.promised(run.running[RESULT].due)


def _joined(run: _Run) -> None:
    run.go_on()
    run.state, run.joined, run.asks_until = State.TAKEN, True, None


def _progressed(run: _Run) -> None:
    """A real answer: whoever can give one is not waiting any more."""
    if run.state is State.TAKEN:
        run.go_on()
        run.wind_up(PROGRESS)


def _reclassified(run: _Run) -> None:
    """The promise follows the clock that runs; one that was broken is not put off by more haste."""
    tier = Tier(str(run.event.facts["tier"]))
    if tier is Tier.DANGER:
        run.go_on()
    before, paused = run.word_due, run.deadlines().paused
    run.reclassify(tier)
    later = run.word_due > before
    if paused is None and run.word_due > run.at and run.promise is not None:
        run.promised(run.word_due if later else min(run.promise, run.word_due))


def _kind_set(run: _Run) -> None:
    """Another tier or result time comes with an event of its own."""
    run.kind = str(run.event.facts["kind"])


def _closed(run: _Run) -> None:
    run.go_on()
    run.state, run.asks_until = State.CLOSING, None
    if run.promise is not None:
        run.promised(max(run.promise, run.running[RESULT].due))


def _undone(run: _Run) -> None:
    run.state = State.TAKEN
    if run.joined:
        run.joined = False
        run.wind_up(PROGRESS, RESULT)
        run.promised(run.running[RESULT].due)


def _finished(run: _Run) -> None:
    run.state = State.ENDED


def _taken_up(run: _Run) -> None:
    """To be done after all; contact and progress begin with its assignment."""
    run.state = State.WAITING
    run.wind_up(RESULT)


def _reported(run: _Run) -> None:
    run.state, run.joined = State.REPORTED, False


def _overdue(run: _Run) -> None:
    run.promised(next_word(run.clocks, run.at, run.tier))


def _unanswered(run: _Run) -> None:
    """Everybody has been asked. Danger goes on calling all of them as long as its result is not overdue."""
    if run.tier is Tier.DANGER and run.at < run.running[RESULT].due:
        run.wind_up(CONTACT)
        run.promised(run.running[CONTACT].due)
    else:
        _overdue(run)


def _paused(run: _Run) -> None:
    run.go_on()
    facts = run.event.facts
    until = datetime.fromisoformat(str(facts["until"]))
    run.pauses.append(Pause(run.at, until, str(facts["why"]), bool(facts.get("desk"))))
    if facts.get("desk"):  # which has decided by it
        run.asks_until = None
    run.promised(until)


def _resumed(run: _Run) -> None:
    run.go_on()
    ahead = run.running[RESULT].due
    run.promised(ahead if ahead > run.at else next_word(run.clocks, run.at, run.tier))


def _asked(run: _Run) -> None:
    run.asks_until = datetime.fromisoformat(str(run.event.facts["until"]))


def _granted(run: _Run) -> None:
    """The result is due when the desk said; in somebody's hands that is what is promised now."""
    until = datetime.fromisoformat(str(run.event.facts["until"]))
    run.asks_until, run.running[RESULT].due = None, until
    if run.state is State.TAKEN and run.deadlines().paused is None:
        run.promised(until)


def _at_hotline(run: _Run) -> None:
    """With the 12345 hotline its clock is the hotline's; nothing new can be said before that."""
    _granted(run)
    if run.event.facts["way"] == "out":
        run.running[PROGRESS].due = max(run.running[PROGRESS].due, run.running[RESULT].due)


def _calendar_changed(run: _Run) -> None:
    """Holidays were published meanwhile: progress and result are due as was told then."""
    for name in (PROGRESS, RESULT):
        run.running[name].due = run.told(name, run.running[name].due)
    if run.promise is not None:
        run.promised(run.promise)


def _refused(run: _Run) -> None:
    run.asks_until = None


_STEPS: Mapping[str, Callable[[_Run], None]] = {
    "MatterAssigned": _assigned,
    "MatterAccepted": _accepted,
    "MatterJoined": _joined,
    "ProgressReported": _progressed,
    "MatterRaised": _reclassified,
    "MatterRelaxed": _reclassified,
    "KindSet": _kind_set,
    "MatterPaused": _paused,
    "MatterResumed": _resumed,
    "ExtensionAsked": _asked,
    "ExtensionGranted": _granted,
    "ExtensionRefused": _refused,
    "HotlineSet": _at_hotline,
    "ClocksReckoned": _calendar_changed,
    "MatterClosed": _closed,
    "ClosingUndone": _undone,
    "MatterReported": _reported,
    "MatterReopened": _finished,
    "MatterNoted": _finished,
    "MatterTakenUp": _taken_up,
    "MattersUnited": _finished,
    "ResidentAgreed": _finished,
    "MatterLapsed": _finished,
    "MatterWithdrawn": _finished,
    "MatterOverdue": _overdue,
    "MatterUnanswered": _unanswered,
}
