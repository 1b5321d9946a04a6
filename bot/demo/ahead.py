"""What the desk has announced for tomorrow: an outage that will answer reports, and flyers of it at a door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.demo.people import LANGUAGES
from bot.demo.stories import Pair
from bot.demo.visited import NOODLES
from domain.explaining.notice import NoticeDraft, NoticeKind
from domain.explaining.outage import Outage
from domain.explaining.topics import Topic
from domain.listening.visit import VisitSort
from handlers.explaining.notices.outage import plan_outage
from handlers.explaining.notices.sending import send_out
from handlers.listening.visits.places import Place
from handlers.listening.visits.visiting import Seen, note_visit
from handlers.texts.when import date_words
from handlers.turn import Turn

Act = Callable[[Turn[Any]], object]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BEGINS, ENDS, COPIES = 9, 17, 20
VALVES: Pair = (
    "{day}上午九点到下午五点换阀门，桃源一网格停水。请提前存一盆水，热水器先关上。",
    "{day}, 9 am to 5 pm: no water in Peach grid 1, the valves are changed. Please store some, and switch boilers off.",
)
LINE: Pair = ("换阀门，停水", "no water, the valves are changed")
HANDED: Pair = ("门口发了20份停水的传单", "Handed out 20 copies about the water at the door")


def ahead(opening: datetime, which: int) -> list[tuple[datetime, Act]]:
    """At which instants what was done, in the order of time; `which` language of each pair."""
    ids = dict[str, str]()

    def announces(turn: Turn[Any]) -> None:
        turn.tx.outbox.discard_waiting("the demo's past")  # or it would wait for room there
        ma, day = turn.tx.people.get("ma"), opening.astimezone(turn.house.zone) + DAY
        begins, ends = (day.replace(hour=hour, minute=0, second=0, microsecond=0) for hour in (BEGINS, ENDS))
        words = VALVES[which].format(day=date_words(day.date(), LANGUAGES[which]))
        notice = send_out(turn, ma, NoticeDraft(NoticeKind.OUTAGE, words, "g1", day.date(), (), (Topic.UTILITIES,)))
        plan_outage(turn, ma, notice, Outage(("water",), begins, ends, LINE[which]))
        ids["notice"] = notice.id

    def arrives(turn: Turn[Any]) -> None:
        """Letters of the past are not sent; these did arrive."""
        while parcels := turn.tx.outbox.claim(turn.now, 50):
            for parcel in parcels:
                turn.tx.outbox.sent(parcel.id, "")

    def hands_out(turn: Turn[Any]) -> None:
        said = {"text": HANDED[which], "media": [], "group": "", "handle": ""}
        place = Place("g1", NOODLES[which], VisitSort.SHOP, "v-noodles")
        note_visit(turn, turn.tx.people.get("wang"), Seen(place, said, COPIES, "", ((ids["notice"], COPIES),)))

    told = opening - 17 * HOUR
    return [(told, announces), (told + HOUR / 60, arrives), (told + 2 * HOUR, hands_out)]
