"""Where members and the desk called in the three weeks: a few doors, some venues, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.demo.stories import Pair
from domain.listening.venue import Venue
from domain.listening.visit import Visit, VisitSort
from handlers.listening.visits.outcomes import need, thanks
from handlers.listening.visits.places import Place
from handlers.listening.visits.visiting import Seen, note_visit
from handlers.telling import tell
from handlers.turn import Turn

Act = Callable[[Turn[Any]], object]
Then = Callable[[Turn[Any], Any, Visit], None]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NOODLES, MARKET, SCHOOL, CLINIC = (
    ("老王面馆", "Wang's Noodles"),
    ("惠民超市", "Huimin Market"),
    ("槐树巷小学", "Locust Lane School"),
    ("桃源社区诊所", "Peach Clinic"),
)
EAST_GATE, LANE = ("桃源里东门", "the east gate of Peach Court"), ("槐树巷口", "the corner of Locust Lane")
VENUES = (
    ("v-noodles", "g1", NOODLES, VisitSort.SHOP, EAST_GATE),
    ("v-market", "g1", MARKET, VisitSort.SHOP, EAST_GATE),
    ("v-school", "g2", SCHOOL, VisitSort.SCHOOL, LANE),
    ("v-clinic", "g2", CLINIC, VisitSort.OFFICE, LANE),
)
HOME, LANE_HOME = ("桃源里3号楼501", "Peach Court 3, 501"), ("槐树巷1号楼202", "Locust Lane 1, 202")
RAIL = ("老人夜里起来怕摔，想在走廊装个扶手", "The old lady is afraid of falling at night: a handrail in the corridor")
WARM = ("暖气修好了，奶奶让我谢谢师傅", "The heating works again; she asked me to thank the fitter")
GREASE = ("后厨油烟往楼上跑，发了10份油烟净化的说明", "Kitchen smoke goes upstairs; handed out 10 leaflets on filters")
VOLUNTEERS = (
    "门口接孩子的车挤，老师想要几个志愿者",
    "Crowded at the gate when school ends: the teachers ask for volunteers",
)


def visited(opening: datetime, which: int) -> list[tuple[datetime, Act]]:
    """At which instants what was done, in the order of time; `which` language of each pair."""

    def listed(turn: Turn[Any]) -> None:
        for id, area_id, name, sort, label in VENUES:
            turn.tx.venues.save(Venue(id, area_id, name[which], sort, label[which], "ma", turn.now))
            tell(turn, f"venue:{id}", "VenueAdded", by="ma", area=area_id, sort=sort.value)

    def called(by: str, place: Place, line: Pair | None, *then: Then, flyers: int = 0) -> Act:
        said = {"text": line[which], "media": [], "group": "", "handle": ""} if line else {}

        def act(turn: Turn[Any]) -> None:
            person = turn.tx.people.get(by)
            visit = note_visit(turn, person, Seen(place, said, flyers, ""))
            for follows in then:
                follows(turn, person, visit)

        return act

    def at_home(area_id: str, label: Pair) -> Place:
        return Place(area_id, label[which], VisitSort.HOME)

    def at_venue(n: int) -> Place:
        id, area_id, name, sort, _ = VENUES[n]
        return Place(area_id, name[which], sort, id)

    return [
        (opening - 20 * DAY, listed),
        (opening - 14 * DAY, called("wang", at_venue(0), GREASE, flyers=10)),
        (opening - 6 * DAY, called("wang", at_home("b01", HOME), RAIL, need)),
        (opening - 5 * DAY, called("chen", at_venue(2), VOLUNTEERS, need)),
        (opening - 3 * DAY, called("chen", at_home("b03", LANE_HOME), None)),
        (opening - 2 * DAY + HOUR, called("wang", at_home("b01", HOME), WARM, thanks)),
    ]
