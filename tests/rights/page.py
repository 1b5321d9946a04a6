"""docs/rights.md, made from the tables of rights and the families' commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from domain.people.person import Role
from domain.rights import AREAS, MATTERS, AreaRight, Relation, Right, Seat
from handlers.families import FAMILIES

E = TypeVar("E", bound=StrEnum)
R = TypeVar("R", bound=StrEnum)
PAGE = Path(__file__).parents[2] / "docs" / "rights.md"
_RELATIONS = {
    Relation.REPORTER: "the resident who reported it",
    Relation.OWNER: "its owner",
    Relation.ASKED: "asked to take it",
    Relation.DESK: "its desk, or one above",
    Relation.HELPER: "lends a hand",
    Relation.HELPED: "has lent one",
    Relation.CALLED: "was asked for one",
    Relation.NEIGHBOUR: "waits with it",
    Relation.FORMER: "had it before",
    Relation.ACCUSED: "its desk, and it speaks of her",
    Relation.BESIDE: "another area's desk",
    Relation.MEMBER: "a member there, not asked",
    Relation.ANYBODY: "anybody else",
}
_RIGHTS = {
    Right.FOLLOW: "ask how it stands, add to it, withdraw it, say whether it is solved, rate it, take it up again",
    Right.WORK: "accept, report progress, pause, ask for more time, hand on, close",
    Right.SPEAK: "speak with the resident, through the bot",
    Right.SEE: "open the card to work with",
    Right.RING: "see the resident's number, once she has given it to her (each look is recorded)",
    Right.READ: "read the words of what is said of a person (a desk may look, and that is recorded)",
    Right.CALL: "call colleagues for a hand",
    Right.ANSWER: "answer such a call",
    Right.DECIDE: "read the whole way, note, give more time, set urgency, give it to somebody, send it to the hotline",
}
_SEATS = {
    Seat.AT: "at its desk",
    Seat.ABOVE: "at a desk above it",
    Seat.BELOW: "at a desk within it",
    Seat.BESIDE: "at another desk",
    Seat.MEMBER: "a member there",
    Seat.ANYBODY: "anybody else",
}
_AREA_RIGHTS = {
    AreaRight.KNOW_TROUBLE: "read what is marked there as known",
    AreaRight.MARK_TROUBLE: "mark, change, end or withdraw a known trouble",
    AreaRight.READ_DIGEST: "read its digest, what lies behind the figures, and the table",
    AreaRight.CHANGE_ROSTER: "see its people; appoint, change, invite and remove them",
    AreaRight.TAKE_LEAVE: "take leave down for somebody who serves there",
    AreaRight.SWAP_DUTY: "take over or swap days at its desk",
    AreaRight.READ_LISTS: "see its needs, offers and projects; note more, take a need, ask for what fits",
    AreaRight.VISIT: "note a visit there, see its venues and when somebody was there last",
    AreaRight.READ_VISITS: "read what others heard on visits there",
    AreaRight.KEEP_VENUES: "add venues there, rename them and take them off",
    AreaRight.CALL_MEETINGS: "call a meeting of any kind there (a member calls 小板凳会 in her own grid)",
    AreaRight.KEEP_MEETINGS: "see who comes and came, move and cancel it, note what came of it; so may who called one",
    AreaRight.KEEP_LISTS: "begin projects, strike off and withdraw what others have, lists in and out, the year",
    AreaRight.TELL_AREA: "write a notice to its people, stop and withdraw it, read and answer what is asked under it",
    AreaRight.PRINT_FLYERS: "print the notices to its people as flyers",
    AreaRight.TELL_STORIES: "write what ended well there as a story, ask its two, take it down, send it out",
    AreaRight.READ_STORIES: "read the stories that were told there (the two whose story it is see theirs)",
    AreaRight.KEEP_BOOK: "keep its answer book, say yes to what members propose; so may who answers for an entry",
    AreaRight.ASK_AREA: "ask its people a question, see what they answered (never who), end it, tell what came of it",
}
_ABOUT = """# Who may do what

Looked at afresh at every press, reply and answer: neither a button nor a link carries a right. Whoever stands in
several relations may do what any of them allows; a relation without a mark allows nothing.

This page is printed from `domain/rights.py` and the families' commands by `python -m tests.rights`; `tests/rights/`
tries every cell with the buttons' own data, and a test compares the page with the tables.
"""
_BESIDES = """
For a place on no map every desk is its desk. Who must not have a matter (her own, or one that speaks of her) is passed
over whatever she is. What somebody has said or split is taken back by her alone, for two minutes.
"""
_BESIDES_AREAS = """
A digest of several areas is read by whoever may read each of them. A link to join opens all that somebody may, and is
given by a desk over all her places.
"""


def page() -> str:
    parts = [
        _ABOUT,
        "## About a matter\n",
        *_table(_RELATIONS, _RIGHTS, MATTERS),
        _BESIDES,
        "## About an area\n",
        *_table(_SEATS, _AREA_RIGHTS, AREAS),
        _BESIDES_AREAS,
        "## Commands\n",
        *_commands(),
    ]
    return "\n".join(parts)


def _table(columns: Mapping[E, str], rows: Mapping[R, str], granted: Mapping[R, Sequence[E]]) -> Iterable[str]:
    """People as rows and rights as columns would be wider than a page: rights are rows."""
    yield _row(["may", *columns.values()])
    yield _row(["---", *[":-:"] * len(columns)])
    for right, by in granted.items():
        yield _row([rows[right], *("●" if column in by else "" for column in columns)])


def _commands() -> Iterable[str]:
    yield _row(["command", "resident", "member", "coordinator"])
    yield _row(["---", *[":-:"] * 3])
    found: dict[str, set[Role | None]] = {}
    for command in (command for family in FAMILIES for command in family.commands):
        found.setdefault(command.name, set()).add(command.role)
    for name, roles in sorted(
        found.items(), key=lambda each: (None not in each[1], Role.MEMBER not in each[1], each[0])
    ):
        yield _row([f"`/{name}`", *("●" if {None, role} & roles else "" for role in (None, *Role))])
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
