"""What each event does to the clocks of a matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from domain.clocks import Clocks
from domain.events import Happened
from domain.matters.deadlines import Pause
from domain.matters.matter import Level, State, Tier
from domain.matters.running import CONTACT, PROGRESS, RESULT, Running, next_word, start_of

SAME_PROMISE = ("late", "heir")
"""Why it changed hands where the resident waits for the same word: the next rung is asked, or a neighbour's goes on."""


def filed(event: Happened, clocks: Clocks, *, anew: bool) -> Running:
    tier = Tier(str(event.facts["tier"]))
    night = bool(event.facts.get("night"))
    run = Running(clocks, event, anew, tier, str(event.facts["kind"]), promise=event.at, night=night)
    sent_at = datetime.fromisoformat(str(event.facts["sent_at"]))
    run.wind_up(CONTACT, PROGRESS, RESULT, start=start_of(sent_at, event.at, tier, clocks))
    run.promised(run.each[CONTACT].due)
    if event.facts.get("trouble") or event.facts.get("lead"):
        _joined(run)
    return run


def _assigned(run: Running) -> None:
    """In new hands contact and progress begin anew, but the next rung is asked on the same promise while it holds.

    What waited for the end of something else had no result of its own.
    """
    run.go_on()
    facts, promised = run.event.facts, run.each[CONTACT].due
    run.state, run.asks_until, run.night = State.WAITING, None, bool(facts.get("night"))
    run.rung = Level(str(facts["level"])) if "level" in facts else None
    run.wind_up(CONTACT, PROGRESS)
    if facts.get("why") in SAME_PROMISE and promised > run.at:
        run.each[CONTACT].due = run.told(CONTACT, promised)
    if run.joined:
        run.wind_up(RESULT)
    else:
        run.result_ahead()
    run.joined = False
    run.promised(run.each[CONTACT].due)


def _accepted(run: Running) -> None:
    run.state = State.TAKEN
    run.wind_up(PROGRESS)
    run.result_ahead()
    run.promised(run.each[RESULT].due)


def _joined(run: Running) -> None:
    run.go_on()
    run.state, run.joined, run.asks_until = State.TAKEN, True, None


def _progressed(run: Running) -> None:
    """A real answer: whoever can give one is not waiting any more."""
    if run.state is State.TAKEN:
        run.go_on()
        run.wind_up(PROGRESS)


def _reclassified(run: Running) -> None:
    """The promise follows the clock that runs; one that was broken is not put off by more haste."""
    tier = Tier(str(run.event.facts["tier"]))
    if tier is Tier.DANGER:
        run.go_on()
    before, paused = run.word_due, run.deadlines().paused
    run.reclassify(tier)
    later = run.word_due > before
    if paused is None and run.word_due > run.at:
        run.promised(run.word_due if later else min(run.promise, run.word_due))


def _kind_set(run: Running) -> None:
    """Another tier or result time comes with an event of its own."""
    run.kind = str(run.event.facts["kind"])


def _closed(run: Running) -> None:
    run.go_on()
    run.state, run.asks_until = State.CLOSING, None
    run.promised(max(run.promise, run.each[RESULT].due))


def _undone(run: Running) -> None:
    run.state = State.TAKEN
    if run.joined:
        run.joined = False
        run.wind_up(PROGRESS, RESULT)
        run.promised(run.each[RESULT].due)


def _finished(run: Running) -> None:
    run.state = State.ENDED


def _taken_up(run: Running) -> None:
    """To be done after all; contact and progress begin with its assignment."""
    run.state = State.WAITING
    run.wind_up(RESULT)


def _reported(run: Running) -> None:
    run.state, run.joined = State.REPORTED, False


def _overdue(run: Running) -> None:
    run.promised(next_word(run.clocks, run.at, run.tier))


def _unanswered(run: Running) -> None:
    """Everybody has been asked. Danger goes on calling all of them as long as its result is not overdue."""
    if run.tier is Tier.DANGER and run.at < run.each[RESULT].due:
        run.wind_up(CONTACT)
        run.promised(run.each[CONTACT].due)
    else:
        _overdue(run)


def _paused(run: Running) -> None:
    run.go_on()
    facts = run.event.facts
    until = datetime.fromisoformat(str(facts["until"]))
    run.pauses.append(Pause(run.at, until, str(facts["why"]), bool(facts.get("desk"))))
    if facts.get("desk"):  # which has decided by it
        run.asks_until = None
    run.promised(until)


def _resumed(run: Running) -> None:
    run.go_on()
    ahead = run.each[RESULT].due
    run.promised(ahead if ahead > run.at else next_word(run.clocks, run.at, run.tier))


def _asked(run: Running) -> None:
    run.asks_until = datetime.fromisoformat(str(run.event.facts["until"]))


def _granted(run: Running) -> None:
    """The result is due when the desk said; in somebody's hands that is what is promised now."""
    until = datetime.fromisoformat(str(run.event.facts["until"]))
    run.asks_until, run.each[RESULT].due = None, until
    if run.state is State.TAKEN and run.deadlines().paused is None:
        run.promised(until)


def _at_hotline(run: Running) -> None:
    """With the 12345 hotline its clock is the hotline's; nothing new can be said before that."""
    _granted(run)
    if run.event.facts["way"] == "out":
        run.each[PROGRESS].due = max(run.each[PROGRESS].due, run.each[RESULT].due)


def _calendar_changed(run: Running) -> None:
    """Holidays were published meanwhile: progress and result are due as was told then."""
    for name in (PROGRESS, RESULT):
        run.each[name].due = run.told(name, run.each[name].due)
    run.promised(run.promise)


def _refused(run: Running) -> None:
    run.asks_until = None


STEPS: Mapping[str, Callable[[Running], None]] = {
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
    "CriedAgain": _taken_up,
    "MattersUnited": _finished,
    "ResidentAgreed": _finished,
    "MatterLapsed": _finished,
    "MatterWithdrawn": _finished,
    "MatterOverdue": _overdue,
    "MatterUnanswered": _unanswered,
}
