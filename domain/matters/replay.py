"""How a matter stands by its events alone: what anybody could reckon again who has nothing but the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.events import Happened
from domain.matters.matter import Cause, Level, Matter, State, Tier, Word


@dataclass(slots=True)
class Standing:
    """What the events say of the columns with these names. `owner_id` and `level` are another's while it is joined."""

    kind: str
    tier: Tier
    grid_id: str
    owner_id: str
    level: Level
    state: State = State.WAITING
    joined: bool = False
    cause: Cause | None = None
    word: Word = Word.NONE
    grade: int = 0
    reopened: int = 0
    into_id: str = ""
    hotline_no: str = ""
    ended_at: datetime | None = None


def replay(history: Iterable[Happened]) -> Standing:
    """After all of a matter's events, in their order. Raises ValueError unless the first files it."""
    standing: Standing | None = None
    for event in history:
        if standing is None:
            if event.type != "MatterFiled":
                raise ValueError(f"a matter begins with {event.type}")
            standing = _filed(event)
        elif event.type in STEPS:
            STEPS[event.type](standing, event)
    if standing is None:
        raise ValueError("a matter without events")
    return standing


def strays(matter: Matter, history: Iterable[Happened]) -> list[str]:
    """Which of the matter's columns are not what its events say, a line for each."""
    told = replay(history)
    pairs = {
        "kind": (matter.kind, told.kind), "tier": (matter.tier, told.tier), "state": (matter.state, told.state),
        "joined": (matter.joined, told.joined), "cause": (matter.cause, told.cause), "word": (matter.word, told.word),
        "grade": (matter.grade, told.grade), "reopened": (matter.reopened, told.reopened),
        "into_id": (matter.into_id, told.into_id), "hotline_no": (matter.hotline_no, told.hotline_no),
        "grid_id": (matter.spot.grid_id, told.grid_id), "ended_at": (matter.ended_at, told.ended_at),
    }  # fmt: skip
    if not matter.joined:
        pairs |= {"owner_id": (matter.owner_id, told.owner_id), "level": (matter.level, told.level)}
    return [f"{name}: {is_}, not {said}" for name, (is_, said) in pairs.items() if is_ != said]


def _filed(event: Happened) -> Standing:
    facts = event.facts
    standing = Standing(
        str(facts["kind"]), Tier(str(facts["tier"])), str(facts["grid"]), str(facts["owner"]),
        Level(str(facts["level"])),
    )  # fmt: skip
    if facts.get("trouble") or facts.get("lead"):
        standing.state, standing.joined = State.TAKEN, True
    return standing


def _assigned(standing: Standing, event: Happened) -> None:
    facts = event.facts
    standing.state, standing.joined = State.WAITING, False
    standing.owner_id, standing.level = str(facts["owner"]), Level(str(facts["level"]))
    standing.grid_id = str(facts["grid"])


def _accepted(standing: Standing, event: Happened) -> None:
    standing.state, standing.joined = State.TAKEN, False
    standing.owner_id, standing.level = event.by, Level(str(event.facts["level"]))


def _joined(standing: Standing, event: Happened) -> None:
    standing.state, standing.joined = State.TAKEN, True
    standing.owner_id, standing.level = str(event.facts["owner"]), Level(str(event.facts["level"]))


def _passed(standing: Standing, event: Happened) -> None:
    standing.owner_id = str(event.facts["owner"])


def _reclassified(standing: Standing, event: Happened) -> None:
    standing.tier = Tier(str(event.facts["tier"]))


def _kind_set(standing: Standing, event: Happened) -> None:
    standing.kind = str(event.facts["kind"])


def _placed(standing: Standing, event: Happened) -> None:
    standing.grid_id = str(event.facts["grid"])


def _closed(standing: Standing, event: Happened) -> None:
    """Those who waited with it were in its hands until now."""
    standing.state, standing.joined, standing.owner_id = State.CLOSING, False, event.by
    standing.cause, standing.into_id = Cause(str(event.facts["cause"])), str(event.facts.get("into", ""))


def _undone(standing: Standing, event: Happened) -> None:
    standing.state, standing.cause, standing.into_id = State.TAKEN, None, ""


def _reported(standing: Standing, event: Happened) -> None:
    standing.state = State.REPORTED


def _agreed(standing: Standing, event: Happened) -> None:
    standing.state, standing.word, standing.ended_at = State.ENDED, Word.SOLVED, event.at


def _rated(standing: Standing, event: Happened) -> None:
    standing.grade = int(event.facts["grade"])


def _reopened(standing: Standing, event: Happened) -> None:
    """Whose it is now, the event that follows says."""
    _open_again(standing, event)
    standing.word, standing.reopened = Word.NOT_SOLVED, int(event.facts["times"])


def _lapsed(standing: Standing, event: Happened) -> None:
    standing.state, standing.word, standing.ended_at = State.ENDED, Word.NO_ANSWER, event.at


def _withdrawn(standing: Standing, event: Happened) -> None:
    standing.state, standing.joined, standing.cause = State.ENDED, False, Cause.WITHDRAWN
    standing.ended_at = event.at


def _noted(standing: Standing, event: Happened) -> None:
    standing.state, standing.cause, standing.ended_at = State.ENDED, Cause.NOTED, event.at


def _united(standing: Standing, event: Happened) -> None:
    standing.state, standing.cause, standing.ended_at = State.ENDED, Cause.JOINED, event.at
    standing.into_id = str(event.facts["into"])


def _open_again(standing: Standing, event: Happened) -> None:
    standing.state, standing.cause, standing.ended_at = State.WAITING, None, None


def _taken_up(standing: Standing, event: Happened) -> None:
    _open_again(standing, event)
    standing.into_id = ""


def _cried(standing: Standing, event: Happened) -> None:
    """Danger again, where all was thought to be over."""
    _open_again(standing, event)
    standing.word = Word.NONE


def _at_hotline(standing: Standing, event: Happened) -> None:
    standing.hotline_no = str(event.facts["number"])


STEPS: Mapping[str, Callable[[Standing, Happened], None]] = {
    "MatterAssigned": _assigned,
    "MatterAccepted": _accepted,
    "MatterJoined": _joined,
    "DutyPassed": _passed,
    "MatterRaised": _reclassified,
    "MatterRelaxed": _reclassified,
    "KindSet": _kind_set,
    "PlaceSet": _placed,
    "HotlineSet": _at_hotline,
    "MatterClosed": _closed,
    "ClosingUndone": _undone,
    "MatterReported": _reported,
    "ResidentAgreed": _agreed,
    "MatterRated": _rated,
    "MatterReopened": _reopened,
    "MatterLapsed": _lapsed,
    "MatterWithdrawn": _withdrawn,
    "MatterNoted": _noted,
    "MattersUnited": _united,
    "MatterTakenUp": _taken_up,
    "CriedAgain": _cried,
}
