"""What each event does to the course of a matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from domain.clocks import Clocks
from domain.digests.course import LEVELS, Closing, Course, Said
from domain.events import Happened
from domain.matters.matter import Cause, State, Tier, Word
from domain.matters.running import start_of


def filed(matter_id: str, event: Happened, clocks: Clocks) -> Course:
    facts, tier = event.facts, Tier(str(event.facts["tier"]))
    kind = str(facts["kind"])
    sent_at = datetime.fromisoformat(str(facts["sent_at"]))
    contact = _due(event, "contact_due", lambda: clocks.contact_due(start_of(sent_at, event.at, tier, clocks), tier))
    course = Course(
        matter_id, kind, tier, str(facts["grid"]), str(facts["owner"]), str(facts["level"]),
        sent_at, event.at, contact, contact,
        _due(event, "progress_due", lambda: clocks.progress_due(start_of(sent_at, event.at, tier, clocks), tier)),
        _due(event, "result_due", lambda: clocks.result_due(start_of(sent_at, event.at, tier, clocks), tier, kind)),
        open_spans=[(event.at, None)],
    )  # fmt: skip
    if facts.get("trouble") or facts.get("lead"):
        _joined(course, event, clocks)
    return course


def _due(event: Happened, name: str, reckoned: Callable[[], datetime]) -> datetime:
    said = event.facts.get(name)
    return datetime.fromisoformat(str(said)) if said else reckoned()


def _assigned(course: Course, event: Happened, clocks: Clocks) -> None:
    course.state, course.paused_until = State.WAITING, None
    course.owner_id = str(event.facts["owner"])
    course.grid_id = str(event.facts.get("grid", course.grid_id))
    course.contact_due_at = _due(event, "contact_due", lambda: clocks.contact_due(event.at, course.tier))
    course.progress_due_at = _due(event, "progress_due", lambda: clocks.progress_due(event.at, course.tier))
    course.result_due_at = _due(event, "result_due", lambda: _result_ahead(course, event, clocks))
    aside = course.joined_at is not None or course.set_aside_at is not None
    if aside and course.contacted_at is None and event.facts["why"] != "heir":  # only now somebody is to speak to her
        course.first_due_at = course.contact_due_at
        course.answered_at = None
    course.joined_at = course.set_aside_at = None
    _at_level(course, event)


def _result_ahead(course: Course, event: Happened, clocks: Clocks) -> datetime:
    """The result's instant stands unless it has passed; then its clock runs anew."""
    ahead = course.result_due_at > event.at
    return course.result_due_at if ahead else clocks.result_due(event.at, course.tier, course.kind)


def _at_level(course: Course, event: Happened) -> None:
    level = str(event.facts.get("level", course.level))
    if level != course.level and LEVELS.index(level) > LEVELS.index(course.level):
        course.moved_up_at.append(event.at)
    course.level = level


def _accepted(course: Course, event: Happened, clocks: Clocks) -> None:
    course.state = State.TAKEN
    course.owner_id = event.by
    course.contacted_at = course.contacted_at or event.at
    course.progress_due_at = _due(event, "progress_due", lambda: clocks.progress_due(event.at, course.tier))
    course.result_due_at = _due(event, "result_due", lambda: _result_ahead(course, event, clocks))
    _at_level(course, event)


def _progressed(course: Course, event: Happened, clocks: Clocks) -> None:
    course.contacted_at = course.contacted_at or event.at
    course.progress_due_at = _due(event, "progress_due", lambda: clocks.progress_due(event.at, course.tier))


def _raised(course: Course, event: Happened, clocks: Clocks) -> None:
    """More urgent; the first contact is due no later than it was."""
    tier = course.tier = Tier(str(event.facts["tier"]))
    contact = _due(event, "contact_due", lambda: clocks.contact_due(event.at, tier))
    if course.contacted_at is None:
        course.first_due_at = min(course.first_due_at, contact)
    if tier is Tier.DANGER:  # which waits for nothing
        course.paused_until = None
    progress, result = clocks.progress_due(event.at, tier), clocks.result_due(event.at, tier, course.kind)
    course.contact_due_at = _due(event, "contact_due", lambda: min(course.contact_due_at, contact))
    course.progress_due_at = _due(event, "progress_due", lambda: min(course.progress_due_at, progress))
    course.result_due_at = _due(event, "result_due", lambda: min(course.result_due_at, result))


def _relaxed(course: Course, event: Happened, clocks: Clocks) -> None:
    """Less urgent: what was not late by then has more time."""
    course.tier = Tier(str(event.facts["tier"]))
    _by_the_event(course, event)
    if course.contacted_at is None and course.first_due_at > event.at:
        course.first_due_at = max(course.first_due_at, course.contact_due_at)


def _by_the_event(course: Course, event: Happened) -> None:
    """Its deadlines as the event holds them, which is how they were told."""
    course.contact_due_at = _due(event, "contact_due", lambda: course.contact_due_at)
    course.progress_due_at = _due(event, "progress_due", lambda: course.progress_due_at)
    course.result_due_at = _due(event, "result_due", lambda: course.result_due_at)


def _paused(course: Course, event: Happened, clocks: Clocks) -> None:
    course.paused_until = datetime.fromisoformat(str(event.facts["until"]))


def _resumed(course: Course, event: Happened, clocks: Clocks) -> None:
    course.paused_until = None
    _by_the_event(course, event)


def _extended(course: Course, event: Happened, clocks: Clocks) -> None:
    course.result_due_at = datetime.fromisoformat(str(event.facts["until"]))


def _closed(course: Course, event: Happened, clocks: Clocks) -> None:
    """The member has said so; the resident hears it two minutes later."""
    course.state, course.paused_until = State.CLOSING, None
    course.owner_id = event.by or course.owner_id
    course.cause = str(event.facts["cause"])
    course.level = str(event.facts.get("level", course.level))
    course.contacted_at = course.contacted_at or event.at


def _undone(course: Course, event: Happened, clocks: Clocks) -> None:
    course.state = State.TAKEN
    course.cause = ""
    _by_the_event(course, event)


def _reported(course: Course, event: Happened, clocks: Clocks) -> None:
    course.state = State.REPORTED
    course.cause = str(event.facts.get("cause") or course.cause or Cause.SOLVED.value)
    course.closings.append(Closing(event.at, course.cause, course.level))
    _ends(course, event.at)


def _ends(course: Course, at: datetime) -> None:
    begun, _ = course.open_spans[-1]
    course.open_spans[-1] = (begun, at)


def _reopened(course: Course, event: Happened, clocks: Clocks) -> None:
    course.said.append(Said(event.at, Word.NOT_SOLVED, course.cause))
    course.reopened_at.append(event.at)
    course.open_spans.append((event.at, None))
    course.state = State.WAITING
    course.cause = ""


def _agreed(course: Course, event: Happened, clocks: Clocks) -> None:
    course.state = State.ENDED
    course.said.append(Said(event.at, Word.SOLVED, course.cause))


def _lapsed(course: Course, event: Happened, clocks: Clocks) -> None:
    course.state = State.ENDED
    course.said.append(Said(event.at, Word.NO_ANSWER, course.cause))


def _withdrawn(course: Course, event: Happened, clocks: Clocks) -> None:
    course.state = State.ENDED
    course.cause = Cause.WITHDRAWN.value
    course.withdrawn_at = event.at
    _ends(course, event.at)


def _set_aside(course: Course, event: Happened, clocks: Clocks) -> None:
    course.state = State.ENDED
    course.cause = Cause.NOTED.value if event.type == "MatterNoted" else Cause.JOINED.value
    course.set_aside_at = event.at
    _ends(course, event.at)


def _taken_up(course: Course, event: Happened, clocks: Clocks) -> None:
    """To be done after all; who has it and until when is told by the assignment that follows."""
    course.state = State.WAITING
    course.cause = ""
    course.open_spans.append((event.at, None))


def _cried(course: Course, event: Happened, clocks: Clocks) -> None:
    """Danger that had ended, or was about to, is in hand again."""
    course.state, course.cause, course.withdrawn_at = State.WAITING, "", None
    if course.open_spans[-1][1] is not None:
        course.open_spans.append((event.at, None))


def _rated(course: Course, event: Happened, clocks: Clocks) -> None:
    course.grade, course.graded_at = int(event.facts["grade"]), event.at


def _placed(course: Course, event: Happened, clocks: Clocks) -> None:
    course.grid_id = str(event.facts["grid"])


def _kind_set(course: Course, event: Happened, clocks: Clocks) -> None:
    course.kind = str(event.facts["kind"])


def _joined(course: Course, event: Happened, clocks: Clocks) -> None:
    """It waits for the end of a known trouble, or of a neighbour's matter, with whoever has that."""
    course.state = State.TAKEN
    course.owner_id = str(event.facts["owner"])
    course.level = str(event.facts["level"])
    course.joined_at = event.at
    if course.contacted_at is None:
        course.answered_at, course.answered_by = event.at, "me_too" if event.facts.get("lead") else "trouble"


def _at_hotline(course: Course, event: Happened, clocks: Clocks) -> None:
    """What the 12345 hotline has goes by the hotline's clock; what came from there, by the earlier of both."""
    course.result_due_at = datetime.fromisoformat(str(event.facts["until"]))
    if event.facts["way"] == "out":
        course.progress_due_at = max(course.progress_due_at, course.result_due_at)


def _calendar_changed(course: Course, event: Happened, clocks: Clocks) -> None:
    """Holidays were published meanwhile."""
    course.progress_due_at = datetime.fromisoformat(str(event.facts["progress_due"]))
    course.result_due_at = datetime.fromisoformat(str(event.facts["result_due"]))


STEPS: Mapping[str, Callable[[Course, Happened, Clocks], None]] = {
    "HotlineSet": _at_hotline,
    "ClocksReckoned": _calendar_changed,
    "MatterAssigned": _assigned,
    "MatterAccepted": _accepted,
    "MatterJoined": _joined,
    "ProgressReported": _progressed,
    "MatterRaised": _raised,
    "MatterRelaxed": _relaxed,
    "MatterPaused": _paused,
    "MatterResumed": _resumed,
    "ExtensionGranted": _extended,
    "MatterClosed": _closed,
    "ClosingUndone": _undone,
    "MatterReported": _reported,
    "MatterReopened": _reopened,
    "ResidentAgreed": _agreed,
    "MatterLapsed": _lapsed,
    "MatterWithdrawn": _withdrawn,
    "MatterNoted": _set_aside,
    "MattersUnited": _set_aside,
    "MatterTakenUp": _taken_up,
    "CriedAgain": _cried,
    "MatterRated": _rated,
    "PlaceSet": _placed,
    "KindSet": _kind_set,
}
