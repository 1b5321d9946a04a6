"""A report of what the desk knows already: who says what until when, and one tap to wait with the others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from domain.areas import Spot
from domain.matters.danger import danger_in
from domain.matters.draft import Draft
from domain.matters.greetings import is_no, is_yes
from domain.matters.kinds import KINDS, clear, kind_of, likely_kinds
from domain.matters.trouble import Trouble
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question
from handlers.matters.command import line_of
from handlers.matters.summary import Report
from handlers.matters.trouble_joining import covering
from handlers.matters.trouble_words import known, title_of
from handlers.turn import Turn

MOST = 3
_WRONG = re.compile("不对|不是(?!报)|错|wrong|not right", re.IGNORECASE)


def says_wrong(words: str) -> bool:
    """Of a "no": whether what was understood is wrong, rather than nothing wanted."""
    return _WRONG.search(words) is not None


@dataclass(frozen=True, slots=True)
class Meant:
    """Her answer to "is it this?": the trouble, or None when it is something else."""

    trouble: Trouble | None


def is_it_this(turn: Turn[Any], draft: Draft, spot: Spot | None, heard: Phrase | None) -> Asking:
    """Where her kind is in doubt and something is known around there, that is asked first.

    Ends in Meant, or None when there is nothing to ask. `heard` answers a voice note before anything is asked.
    """
    likely = likely_kinds(draft.words)
    if spot is None or clear(likely) is not None or danger_in(draft.words) is not None:
        return None
    found = covering(turn, spot, KINDS if draft.unheard else [code for code, _ in likely[:MOST]])[:MOST]
    if not found:
        return None
    options = [Option(t.id, phrase("trouble.it_is", title=title_of(turn, t)), sealed=True) for t in found]
    lines = (*((heard,) if heard else ()), *(known(turn, t) for t in found), phrase("trouble.is_it"))
    chosen = yield Question("is_it", lines, (*options, Option("no", phrase("trouble.it_is_not"))))
    return Meant(next((trouble for trouble in found if trouble.id == chosen), None))


def around(turn: Turn[Any], person: Person, words: str) -> Trouble | None:
    """What is known where she is, of the kind that her words name, if they name one: 什么时候来水."""
    likely = [code for code, _ in likely_kinds(words) if code != "enquiry"]
    return next(iter(covering(turn, Spot(person.spot_grid, person.spot_label), likely or KINDS)), None)


def known_of(turn: Turn[Any], report: Report) -> Trouble | None:
    """The newest that the report falls under; what may be dangerous or has no name goes with no others."""
    if report.anonymous or danger_in(report.words) is not None:
        return None
    return next(iter(covering(turn, report.spot, (report.kind,))), None)


def offer(turn: Turn[Any], report: Report, trouble: Trouble, n: int) -> Asking:
    """The summary of such a report: "join" waits with the others, "hand_in" hands it in all the same."""
    place = report.spot.label or phrase("place.unknown")
    what = line_of(report.words, report.spot.label) or phrase(kind_of(report.kind).name_key)
    lines = (phrase("trouble.noted", place=place, what=what), known(turn, trouble))
    options = (
        Option("join", phrase("trouble.join"), sealed=True),
        Option("hand_in", phrase("trouble.not_this"), sealed=True),
        Option("mend", phrase("report.mend")),
        Option("no_matter", phrase("report.no_matter")),
    )
    return (yield Question(f"sure.{n}", lines, options, rows=(1, 1, 2), means=_meant))


def _meant(words: str) -> str | None:
    """好 waits with the others, 不是这件 hands in."""
    if is_yes(words):
        return "join"
    return ("hand_in" if says_wrong(words) else "no_matter") if is_no(words) else None
