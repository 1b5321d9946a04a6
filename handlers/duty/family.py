"""Duty as the house sees it: what is looked after by the clock, and who does not react."""

from __future__ import annotations

from handlers.duty import service, sweep, unreacted
from handlers.family import Family
from handlers.matters import leave
from handlers.roster.ports import RosterTransaction
from handlers.turn import Turn


def _plans(turn: Turn[RosterTransaction]) -> None:
    service.plan(turn)
    leave.plan(turn)
    sweep.plan(turn)


DUTY = Family(
    name="duty",
    returned=sweep.somebody_is_there,
    reactions={
        "MatterAssigned": (unreacted.climbed,),
        "MatterAccepted": (unreacted.accepted,),
        "LeaveTaken": (sweep.leave_taken,),
        "LeaveEnded": (sweep.leave_ended,),
        "Joined": (sweep.somebody_is_there,),
        "RosterLoaded": (sweep.somebody_is_there,),
    },
    ticks={service.SERVICE: service.new_day, sweep.SWEEP: sweep.sweep},
    plans=_plans,
)
