"""A complaint about a person, when it is handed in: she says by one tap what is to become of it."""

from __future__ import annotations

from typing import Any

from domain.matters.matter import Tier, Wish
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question
from handlers.matters.accused import accused_in, passed_over
from handlers.matters.assigning import owner_name
from handlers.matters.command import line_of
from handlers.matters.owners import About, first_owner
from handlers.matters.splitting_at_once import split_options
from handlers.matters.summary import Report
from handlers.speaking import Line
from handlers.turn import Turn

WISHES = (Wish.QUIET_WORD, Wish.MEDIATION, Wish.NOTE_ONLY)
_SAID = {
    "调解": Wish.MEDIATION, "mediat": Wish.MEDIATION, "记下": Wish.NOTE_ONLY, "只记": Wish.NOTE_ONLY,
    "note": Wish.NOTE_ONLY, "私下": Wish.QUIET_WORD, "说一声": Wish.QUIET_WORD, "quiet": Wish.QUIET_WORD,
}  # fmt: skip


def reader(turn: Turn[Any], person: Person, report: Report, accused: tuple[str, ...]) -> Person:
    """Who will get it."""
    barred = passed_over(turn, report.spot, accused, (person.id,))
    return first_owner(turn, About(report.spot, report.kind, Tier.COMPLEX, person.id, barred)).person


def offer(turn: Turn[Any], person: Person, report: Report, n: int) -> Asking:
    """The summary of such a report; a wish's value files it, "mend", "split" and "no_matter" are as of any other."""
    accused = accused_in(turn, report.words, report.spot)
    to = reader(turn, person, report, accused)
    member = owner_name(to)
    options = (
        Option(Wish.QUIET_WORD.value, phrase("complaint.quiet_word", member=member), sealed=True),
        Option(Wish.MEDIATION.value, phrase("complaint.mediation"), sealed=True),
        Option(Wish.NOTE_ONLY.value, phrase("complaint.note_only"), sealed=True),
        Option("mend", phrase("report.mend")),
        Option("no_matter", phrase("report.no_matter")),
        *split_options(report, n),
    )
    lines = _lines(report, to, accused)
    values = {option.value for option in options}
    return (yield Question(f"sure.{n}", lines, options, rows=(1, 2, 2, 1), valid=values.__contains__, means=_meant))


def _lines(report: Report, to: Person, accused: tuple[str, ...]) -> tuple[Line, ...]:
    place = report.spot.label or phrase("place.unknown")
    member = owner_name(to)
    lines: list[Line] = [
        phrase("complaint.summary", place=place, what=line_of(report.words, report.spot.label), member=member)
    ]
    if accused:
        lines.append(phrase("complaint.only_one" if to.id in accused else "complaint.not_to", member=member))
    return (*lines, phrase("complaint.trace"), phrase("complaint.what_then"))


def _meant(words: str) -> str | None:
    """A bare yes chooses none of the three."""
    said = words.casefold()
    return next((wish.value for word, wish in _SAID.items() if word in said), None)
