"""A report of what a neighbour has reported already: what, where and since when in our words, and one tap to join."""

from __future__ import annotations

import hashlib
from typing import Any

from domain.areas import Spot
from domain.matters.danger import danger_in
from domain.matters.greetings import is_no, is_yes
from domain.matters.kinds import kind_of
from domain.matters.likeness import LATELY, likeness, may_be_hinted, may_join, may_lead
from domain.matters.matter import Matter, Tier
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question
from handlers.matters.command import line_of
from handlers.matters.metoo_words import hint, photo_for_neighbours
from handlers.matters.places import mapped
from handlers.matters.summary import Report
from handlers.matters.trouble_reporting import says_wrong
from handlers.speaking import Line
from handlers.turn import Turn

MOST = 3
MOST_READ = 40
"""Open matters of the kind in the grid, the newest, that are compared with the report."""
JOIN = "with:"
"""Begins the answer that names the matter to join."""
ANOTHER = "another:"
"""Begins the answer that hers is another matter, as it read then."""


def shared_by(turn: Turn[Any], person: Person, report: Report) -> list[Matter]:
    """What neighbours have open that her report may be another of, the likeliest first; none of what is discreet."""
    if report.anonymous or not may_be_hinted(report.kind) or danger_in(report.words) is not None:
        return []
    if turn.house.practice.tier_of(report.kind, turn.today) is Tier.DANGER:
        return []
    return alike(turn, person.id, report.kind, mapped(turn, report.spot))


def alike(turn: Turn[Any], reporter_id: str, kind: str, spot: Spot) -> list[Matter]:
    """Leads of the same kind at the same place that somebody else reported lately, the likeliest first."""
    if not may_join(kind):
        return []
    tree = turn.tx.areas.tree()
    points = {name for point in turn.tx.areas.talk_points() for name in (point.name, point.name_en) if name}
    found = turn.tx.supporters.alike(kind, spot.grid_id, turn.now - LATELY, reporter_id, MOST_READ)
    weighed = [(likeness(kind, spot, lead.spot, tree, points), lead) for lead in found if may_lead(lead)]
    weighed = [(weight, lead) for weight, lead in weighed if weight > 0 and lead.owner_id != reporter_id]
    return [lead for _, lead in sorted(weighed, key=lambda pair: -pair[0])]


def is_it_shared(turn: Turn[Any], report: Report, found: list[Matter], n: int) -> Asking:
    """The summary of such a report: "with:<id>" joins that one, "another:…" is another matter all the same.

    What becomes of the neighbours' matters meanwhile, and who else reports one, does not undo her answer: when a whole
    house reports at once she would never be done. Words of her own that read otherwise now do.
    """
    leads = found[:MOST]
    place = report.spot.label or phrase("place.unknown")
    what = line_of(report.words, report.spot.label) or phrase(kind_of(report.kind).name_key)
    lines: list[Line] = [phrase("trouble.noted", place=place, what=what)]
    if len(leads) == 1:
        photo = photo_for_neighbours(turn, leads[0])
        lines = [*((photo,) if photo else ()), *lines, hint(turn, leads[0]), phrase("metoo.is_it")]
        options = [Option(JOIN + leads[0].id, phrase("metoo.join"))]
    else:
        hints = [phrase("metoo.nth", n=i, hint=hint(turn, lead)) for i, lead in enumerate(leads, 1)]
        lines += [*hints, phrase("metoo.which_is_it")]
        options = [Option(JOIN + lead.id, phrase("metoo.join_nth", n=i)) for i, lead in enumerate(leads, 1)]
    another = another_one(report)
    others = (
        Option(another, phrase("metoo.another")),
        Option("mend", phrase("report.mend")),
        Option("no_matter", phrase("report.no_matter")),
    )
    rows = (*((1,) * (len(leads) + 1)), 2)

    def meant(words: str) -> str | None:
        """是 joins the only one; 不是 is another matter."""
        if is_yes(words):
            return options[0].value if len(leads) == 1 else None
        return (another if says_wrong(words) else "no_matter") if is_no(words) else None

    stand = {*(JOIN + lead.id for lead in found), *(option.value for option in others)}
    return (
        yield Question(f"sure.{n}", tuple(lines), (*options, *others), valid=stand.__contains__, rows=rows, means=meant)
    )


def another_one(report: Report) -> str:
    """The answer that hers is another matter, with what stands for the place, kind and words that she was shown."""
    return ANOTHER + hashlib.sha256(repr((report.spot.label, report.kind, report.words)).encode()).hexdigest()[:8]
