"""What desks told people in the three weeks: an outage that is over, a warm word, what is still being asked about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.demo.people import LANGUAGES
from bot.demo.stories import Pair
from domain.explaining.notice import NoticeDraft, NoticeKind
from domain.explaining.topics import Topic
from handlers.explaining.notices.answering import answer
from handlers.explaining.notices.asking import ask
from handlers.explaining.notices.sending import send_out
from handlers.texts.when import date_words
from handlers.turn import Turn

Act = Callable[[Turn[Any]], object]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NO_WATER = (
    "{day}上午九点到十一点检修水管，桃源里停水，请提前接好水。",
    "No water in Peach Court on {day} from nine to eleven: the pipe is being mended. Please fill a bucket before.",
)
HAIRCUTS = (
    "活动室每个周六上午有人给老人量血压、剪头发，不要钱。走不动的说一声，上门去。",
    "Every Saturday morning older people can have their blood pressure taken and their hair cut in the activity room, "
    "free. Whoever cannot walk so far need only say so.",
)
CANTEEN = (
    "社区食堂开始给七十岁以上的老人登记送饭。周一到周五上午，到社区一楼，家里人来也行。",
    "The community canteen now brings meals to people over seventy. Sign up on weekday mornings on the ground floor; "
    "family may come instead.",
)
AT_HOME = ("我妈下不了楼，周六能上门吗？", "My mother cannot manage the stairs. Could somebody come on Saturday?")
YES = ("能，周六十点左右到，先打电话。", "Yes, about ten on Saturday; we will call first.")
PRICE = ("送一顿饭多少钱？", "How much is a meal?")


def announced(opening: datetime, which: int) -> list[tuple[datetime, Act]]:
    """At which instants what was done, in the order of time; `which` language of each pair."""
    ids = dict[str, str]()

    def sends(name: str, by: str, kind: NoticeKind, words: Pair, days: int, *topics: Topic) -> Act:
        def act(turn: Turn[Any]) -> None:
            turn.tx.outbox.discard_waiting("the demo's past")  # or it would wait for room there
            text = words[which].format(day=date_words(turn.today + DAY, LANGUAGES[which]))
            draft = NoticeDraft(kind, text, "taoyuan", turn.today + timedelta(days=days), topics=topics)
            ids[name] = send_out(turn, turn.tx.people.get(by), draft).id

        return act

    def arrives(turn: Turn[Any]) -> None:
        """Letters of the past are not sent; these did arrive."""
        while parcels := turn.tx.outbox.claim(turn.now, 50):
            for parcel in parcels:
                turn.tx.outbox.sent(parcel.id, "")

    def asks(name: str, notice: str, who: str, words: Pair) -> Act:
        def act(turn: Turn[Any]) -> None:
            given = {"text": words[which], "media": ()}
            ids[name] = ask(turn, turn.tx.people.get(who), turn.tx.notices.get(ids[notice]), given).id

        return act

    def answers(name: str, by: str, words: Pair) -> Act:
        def act(turn: Turn[Any]) -> None:
            question = turn.tx.notice_questions.get(ids[name])
            notice = turn.tx.notices.get(question.notice_id)
            answer(turn, turn.tx.people.get(by), notice, question, {"text": words[which], "media": ()})

        return act

    water, hair, canteen = opening - 12 * DAY, opening - 6 * DAY, opening - 2 * DAY
    minute = timedelta(minutes=1)
    return [
        (water, sends("water", "ma", NoticeKind.OUTAGE, NO_WATER, 1, Topic.UTILITIES)),
        (water + minute, arrives),
        (hair, sends("hair", "ma", NoticeKind.WARMTH, HAIRCUTS, 40, Topic.ELDERS, Topic.HEALTH)),
        (hair + minute, arrives),
        (hair + HOUR, asks("home", "hair", "resident-he", AT_HOME)),
        (hair + 2 * HOUR, answers("home", "ma", YES)),
        (canteen, sends("canteen", "ma", NoticeKind.POLICY, CANTEEN, 30, Topic.ELDERS)),
        (canteen + minute, arrives),
        (canteen + 20 * HOUR, asks("price", "canteen", "resident-li", PRICE)),
    ]
