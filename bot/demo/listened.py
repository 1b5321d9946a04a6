"""What was heard in the three weeks beside the matters: needs, something lent, a project, one thing struck off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.demo.stories import Pair
from domain.listening.need import Need, NeedKind
from domain.open import OpenDialog
from handlers.listening.duty import strike, take
from handlers.listening.founding import Founded, found
from handlers.listening.needs import note_need
from handlers.listening.offering import Lent, offer
from handlers.turn import Turn

Act = Callable[[Turn[Any]], object]
RAMP = ("3号楼门口台阶高，轮椅上不去，要个坡道", "The step at Building 3 is too high for wheelchairs: a ramp")
FILM = ("周末想给孩子们放电影，缺投影仪", "No projector for the children's film at the weekend")
LETTERS = ("几位老人想请人教用手机挂号", "Old people want to be taught booking a doctor by phone")
SCREWS = ("楼下晾衣架松了，缺把梯子", "The clothes line is loose: a ladder is needed")
PROJECTOR, STATION, WEEKENDS = ("投影仪", "projector"), ("街道文化站", "the culture station"), ("周末", "weekends")
MEASURED, POURED = (
    ("量尺寸，和物业说好", "Measure it with the caretakers"),
    ("浇水泥，装扶手", "Pour it, fix a rail"),
)
TIGHT = ("借了梯子，拧紧了", "Borrowed a ladder, tightened it")


def listened(opening: datetime, which: int) -> list[tuple[datetime, Act]]:
    """At which instants what was done, in the order of time; `which` language of each pair."""

    def noted(by: str, area_id: str, kind: NeedKind, words: Pair, then: Callable[[Turn[Any], Need], object]) -> Act:
        def act(turn: Turn[Any]) -> None:
            person = turn.tx.people.get(by)
            then(turn, note_need(turn, person, area_id=area_id, kind=kind, line=words[which]))

        return act

    def lend(turn: Turn[Any]) -> None:
        lent = Lent(PROJECTOR[which], STATION[which], "", WEEKENDS[which], None)
        offer(turn, turn.tx.people.get("chen"), OpenDialog("chen", "offer", ""), lent)

    def project(turn: Turn[Any], need: Need) -> None:
        steps = ((MEASURED[which], turn.today + timedelta(days=18)), (POURED[which], turn.today + timedelta(days=24)))
        said = Founded("", RAMP[which], "wang", steps)
        found(turn, turn.tx.people.get("ma"), OpenDialog("ma", "project", need.id), said)

    def strike_off(turn: Turn[Any], need: Need) -> None:
        chen, dialog = turn.tx.people.get("chen"), OpenDialog("chen", "need_take", need.id)
        take(turn, chen, dialog, turn.today + timedelta(days=3))
        strike(turn, chen, dialog, {"text": TIGHT[which], "media": []})

    def nothing(turn: Turn[Any], need: Need) -> None:
        """It stands as it was noted."""

    days = timedelta(days=1)
    return [
        (opening - 16 * days, noted("wang", "g1", NeedKind.WORKS, RAMP, project)),
        (opening - 12 * days, lend),
        (opening - 9 * days, noted("chen", "g2", NeedKind.THINGS, SCREWS, strike_off)),
        (opening - 4 * days, noted("ma", "taoyuan", NeedKind.CRAFT, LETTERS, nothing)),
        (opening - days, noted("ma", "taoyuan", NeedKind.THINGS, FILM, nothing)),
    ]
