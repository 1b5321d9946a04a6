"""What happens to entries, wherever it was said: added, changed, found right, withdrawn; each leaves its event."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from domain.explaining.entry import Entry, EntryAct, EntryState
from domain.open import Due
from domain.people.person import Person
from handlers.explaining.book.finding import make_findable
from handlers.explaining.book.ports import BookTransaction
from handlers.telling import tell
from handlers.turn import Turn

REVIEW, REMIND = "entry_review", "entry_remind"
HALF_A_YEAR, A_WEEK = timedelta(days=182), timedelta(days=7)
MORNING = time(9)
"""When whoever answers for it is asked, in the district."""


def add_entry(turn: Turn[BookTransaction], person: Person, entry: Entry) -> Entry:
    """As it is stored, with its number; the caller has looked whether she may. A proposed one waits for its desk."""
    added = turn.tx.entries.add(entry)
    type = "EntryProposed" if added.state is EntryState.PROPOSED else "EntryAdded"
    tell(
        turn, added.subject, type, by=person.id, area=added.area_id, number=added.number, matter=added.from_matter_id
    )  # fmt: skip
    make_findable(turn, added)
    plan_review(turn, added)
    return added


def new_entry(
    turn: Turn[BookTransaction],
    person: Person,
    area_id: str,
    question: str,
    answer: str,
    *,
    kind: str = "",
    state: EntryState = EntryState.LIVE,
    from_matter_id: str = "",
    id: str = "",
) -> Entry:
    """Not stored yet: right as of today, looked at again in half a year, hers to answer for unless it is proposed."""
    owner_id = person.id if state is EntryState.LIVE else ""
    return Entry(
        id or turn.tx.new_id(), area_id, kind, owner_id, person.id, question, answer,
        turn.today, turn.today + HALF_A_YEAR, turn.now, state=state, from_matter_id=from_matter_id,
    )  # fmt: skip


def accept(turn: Turn[BookTransaction], person: Person, entry: Entry) -> Entry:
    """Whoever says yes answers for it from then on. Raises NoLongerPossible."""
    return _saved(
        turn, person, entry.after(EntryAct.ACCEPT, turn.now, owner_id=person.id, **_fresh(turn)), "EntryAdded"
    )


def right(turn: Turn[BookTransaction], person: Person, entry: Entry) -> Entry:
    """It was looked at again and is right. Raises NoLongerPossible."""
    return _saved(turn, person, entry.after(EntryAct.REVIEW, turn.now, **_fresh(turn)), "EntryReviewed")


def change(turn: Turn[BookTransaction], person: Person, entry: Entry, part: str, **changes: object) -> Entry:
    """`part` names what was changed; who puts its answer right has looked at it. Raises NoLongerPossible."""
    fresh: dict[str, date] = {}
    if part == "answer":
        fresh = _fresh(turn) if entry.review_on <= turn.today else {"checked_on": turn.today}
    return _saved(turn, person, entry.after(EntryAct.CHANGE, turn.now, **{**fresh, **changes}), "EntryChanged", part)


def withdraw(turn: Turn[BookTransaction], person: Person, entry: Entry) -> Entry:
    """Nobody is shown it any more. Raises NoLongerPossible."""
    return _saved(turn, person, entry.after(EntryAct.WITHDRAW, turn.now), "EntryWithdrawn")


def restore(turn: Turn[BookTransaction], person: Person, entry: Entry) -> Entry:
    """Raises NoLongerPossible."""
    return _saved(turn, person, entry.after(EntryAct.RESTORE, turn.now), "EntryRestored")


def _fresh(turn: Turn[BookTransaction]) -> dict[str, date]:
    return {"checked_on": turn.today, "review_on": turn.today + HALF_A_YEAR}


def _saved(turn: Turn[BookTransaction], person: Person, entry: Entry, type: str, part: str = "") -> Entry:
    tell(turn, entry.subject, type, by=person.id, part=part)
    turn.tx.entries.save(entry)
    make_findable(turn, entry)
    plan_review(turn, entry)
    return entry


def plan_review(turn: Turn[BookTransaction], entry: Entry) -> None:
    """On its day whoever answers for it is asked, and once more after a week."""
    turn.tx.schedule.cancel(entry.subject, [REVIEW, REMIND])
    if entry.live:
        for kind, on in ((REVIEW, entry.review_on), (REMIND, entry.review_on + A_WEEK)):
            at = datetime.combine(on, MORNING, turn.house.zone).astimezone(turn.now.tzinfo)
            turn.tx.schedule.add(Due(kind, entry.subject, on.isoformat(), at))
