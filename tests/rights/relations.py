"""How the probe comes into each relation to the matter, and into each seat over the area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from domain.duty.helping import Helper, HelpState
from domain.matters.matter import Wish
from domain.people.person import Appointment, Role
from domain.rights import AREAS, MATTERS, AreaRight, Relation, Right, Seat
from handlers.matters.assigning import assign
from handlers.turn import Turn
from tests.rights.door import Arrange
from tests.storage.support import matter as plain_matter


@dataclass(frozen=True)
class Place:
    """`stands`: all the relations that the arrangement amounts to."""

    stands: frozenset[Relation]
    arrange: Arrange

    def may(self, right: Right) -> bool:
        return any(relation in MATTERS[right] for relation in self.stands)


def _serves(turn: Turn[Any], area_id: str, role: Role) -> None:
    turn.tx.roster.replace([*turn.tx.roster.all(), Appointment("probe", area_id, role, 9)])


def at(area_id: str, role: Role = Role.COORDINATOR) -> Arrange:
    return lambda turn, matter_id: _serves(turn, area_id, role)


def _reports(turn: Turn[Any], matter_id: str) -> None:
    turn.tx.matters.save(replace(turn.tx.matters.get(matter_id), reporter_id="probe"))


def _owns(turn: Turn[Any], matter_id: str) -> None:
    _serves(turn, "g1", Role.MEMBER)
    turn.tx.matters.save(replace(turn.tx.matters.get(matter_id), owner_id="probe"))


def _is_asked(turn: Turn[Any], matter_id: str) -> None:
    _serves(turn, "g1", Role.MEMBER)
    turn.tx.asked.add(matter_id, "probe")


def _helps_as(state: HelpState) -> Arrange:
    def arrange(turn: Turn[Any], matter_id: str) -> None:
        _serves(turn, "g2", Role.MEMBER)
        turn.tx.helpers.save(Helper(matter_id, "probe", state, "person probe", "wang", turn.now))

    return arrange


def _waits_with_it(turn: Turn[Any], matter_id: str) -> None:
    lead = turn.tx.matters.get(matter_id)
    turn.tx.matters.add(plain_matter("m2", reporter_id="probe", seq=99, spot=lead.spot, filed_on=lead.filed_on))
    turn.tx.supporters.join(matter_id, "m2", 1)


def _had_it(turn: Turn[Any], matter_id: str) -> None:
    _owns(turn, matter_id)
    assign(turn, turn.tx.matters.get(matter_id), turn.tx.people.get("wang"), by="probe", why="transfer")


def _is_accused(turn: Turn[Any], matter_id: str) -> None:
    _serves(turn, "community", Role.COORDINATOR)
    turn.tx.matters.save(replace(turn.tx.matters.get(matter_id), wish=Wish.QUIET_WORD))
    turn.tx.excluded.add(matter_id, "probe", "about", turn.now)


def about_a_person(turn: Turn[Any], matter_id: str) -> None:
    """The matter is a complaint, which has no line of its own beside what was said."""
    matter = turn.tx.matters.get(matter_id)
    turn.tx.matters.save(replace(matter, kind="complaint_person", what="", wish=Wish.QUIET_WORD))


def _only(relation: Relation, arrange: Arrange) -> Place:
    return Place(frozenset({relation}), arrange)


PLACES: Mapping[str, Place] = {
    "reporter": _only(Relation.REPORTER, _reports),
    "owner": _only(Relation.OWNER, _owns),
    "asked": _only(Relation.ASKED, _is_asked),
    "desk": _only(Relation.DESK, at("community")),
    "desk above": _only(Relation.DESK, at("street")),
    "helper": Place(frozenset({Relation.HELPER, Relation.CALLED}), _helps_as(HelpState.HELPING)),
    "helped": Place(frozenset({Relation.HELPED, Relation.CALLED}), _helps_as(HelpState.DONE)),
    "called": _only(Relation.CALLED, _helps_as(HelpState.ASKED)),
    "called, over": _only(Relation.CALLED, _helps_as(HelpState.OVER)),
    "neighbour": _only(Relation.NEIGHBOUR, _waits_with_it),
    "former": _only(Relation.FORMER, _had_it),
    "accused": _only(Relation.ACCUSED, _is_accused),
    "desk beside": _only(Relation.BESIDE, at("plum")),
    "member": _only(Relation.MEMBER, at("g1", Role.MEMBER)),
    "anybody": _only(Relation.ANYBODY, lambda turn, matter_id: None),
}

SEATS: Mapping[Seat, Arrange] = {
    Seat.AT: at("community"),
    Seat.ABOVE: at("street"),
    Seat.BELOW: at("g1"),
    Seat.BESIDE: at("plum"),
    Seat.MEMBER: at("g1", Role.MEMBER),
    Seat.ANYBODY: lambda turn, matter_id: None,
}
"""Over the community."""


def may_there(seat: Seat, right: AreaRight) -> bool:
    return seat in AREAS[right]
