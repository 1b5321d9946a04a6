"""What desks asked people in the three weeks: one question whose outcome was told, one that waits for its outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.demo.stories import Pair
from domain.listening.question import OWN
from handlers.listening.questions.asking import Asked, send_out
from handlers.listening.questions.outcome import tell_outcome
from handlers.listening.questions.recording import answer
from handlers.turn import Turn

Act = Callable[[Turn[Any]], object]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ROOM = ("活动室周末开到几点合适", "Until when should the activity room stay open at the weekend")
HOURS = (("下午六点", "晚上八点", "晚上九点"), ("6 pm", "8 pm", "9 pm"))
QUIET = ("开晚点行，锣鼓别过八点", "Late is fine, but no drums after eight")
LIGHT = ("楼道灯太暗，散场怕摔", "The stairs are too dark to go home late")
CLINIC = ("义诊放在周六还是周日", "Is Saturday or Sunday better for the free clinic")
DAYS = (("周六", "周日"), ("Saturday", "Sunday"))
SUNDAY = ("选周日的多，从下周起每月第一个周日上午", "Most chose Sunday: the first Sunday morning of each month")
Given = tuple[str, int, Pair | None]
"""Who, which answer (from 1), and her own words."""
OF_THE_ROOM: Sequence[Given] = (("li", 2, QUIET), ("he", 3, None), ("feng", 2, None), ("zheng", OWN, LIGHT))
OF_THE_CLINIC: Sequence[Given] = (("li", 2, None), ("he", 2, None), ("xie", 1, None), ("tian", 2, None))


def consulted(opening: datetime, which: int) -> list[tuple[datetime, Act]]:
    """At which instants what was done, in the order of time; `which` language of each pair."""
    ids = dict[str, str]()

    def asks(name: str, by: str, area_id: str, line: Pair, offered: tuple[Sequence[str], ...], days: int) -> Act:
        def act(turn: Turn[Any]) -> None:
            turn.tx.outbox.discard_waiting("the demo's past")  # or it would wait for room there
            said = Asked(line[which], tuple(offered[which]), area_id, turn.today + timedelta(days=days))
            ids[name] = send_out(turn, turn.tx.people.get(by), said).id

        return act

    def answers(name: str, given: Given) -> Act:
        who, choice, words = given

        def act(turn: Turn[Any]) -> None:
            question = turn.tx.questions.get(ids[name])
            person = turn.tx.people.get(f"resident-{who}")
            answer(turn, person, question, choice=choice, words=words[which] if words else "")

        return act

    def outcome(turn: Turn[Any]) -> None:
        turn.tx.outbox.discard_waiting("the demo's past")
        tell_outcome(turn, turn.tx.people.get("fang"), turn.tx.questions.get(ids["clinic"]), SUNDAY[which])

    clinic, room = opening - 17 * DAY, opening - 5 * DAY
    return [
        (clinic, asks("clinic", "fang", "qinghe", CLINIC, DAYS, 4)),
        *((clinic + n * HOUR, answers("clinic", given)) for n, given in enumerate(OF_THE_CLINIC, 1)),
        (clinic + 5 * DAY, outcome),
        (room, asks("room", "ma", "taoyuan", ROOM, HOURS, 3)),
        *((room + n * HOUR, answers("room", given)) for n, given in enumerate(OF_THE_ROOM, 1)),
    ]
