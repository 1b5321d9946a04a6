"""Before a notice goes out: whom it reaches, whom it does not, how long that takes, and whether they read it today."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from domain.explaining.notice import NoticeDraft
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.reach import Reach
from handlers.areas import area_name
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.speaking import quiet
from handlers.turn import Turn

MOST_COUNTED = 10_000
"""Of more people nobody needs the exact number."""
A_SECOND = 25
"""So many leave within one; the platform takes thirty, and answers go first."""
MOST_TODAY = 50


def counted(turn: Turn[NoticesTransaction], person: Person, draft: NoticeDraft) -> list[Phrase]:
    """Who reads it at once, who does not want to, and how long it takes; where nobody does, what it is good for."""
    area, topics = area_name(turn, draft.area_id), None if draft.danger else draft.topics
    there = turn.tx.notices.reaches(draft.area_id, person.id, None, MOST_COUNTED + 1)
    n = turn.tx.notices.reaches(draft.area_id, person.id, topics, MOST_COUNTED + 1)
    if not n:
        return [phrase("notices.nobody", area=area)]
    lines = [phrase("notices.goes_to", area=area, people=_people(n), lasts=_lasts(n))]
    if draft.danger:
        lines.append(phrase("notices.rings"))
    else:
        if there > n:
            lines.append(phrase("notices.unwilling", n=there - n))
        if quiet(turn):
            lines.append(phrase("notices.at_night"))
    return [*lines, phrase("notices.others")]


def _people(n: int) -> Phrase:
    return phrase("notices.people", n=n) if n <= MOST_COUNTED else phrase("notices.many", n=MOST_COUNTED)


def _lasts(n: int) -> Phrase:
    seconds = -(-min(n, MOST_COUNTED) // A_SECOND)
    if n > MOST_COUNTED:
        return phrase("notices.longer", n=seconds // 60)
    if seconds <= 5:
        return phrase("notices.at_once")
    if seconds < 90:
        return phrase("notices.seconds", n=seconds)
    return phrase("notices.minutes", n=-(-seconds // 60))


def told_today(turn: Turn[NoticesTransaction], draft: NoticeDraft) -> bool:
    """Whether these very words went to this very area today."""
    midnight = datetime.combine(turn.today, time(), turn.house.zone)
    sent = turn.tx.notices.between(Reach((draft.area_id,)), midnight, midnight + timedelta(days=1), MOST_TODAY)
    said = " ".join(draft.text.split())
    return any(
        each.area_id == draft.area_id and not each.withdrawn and " ".join(each.text.split()) == said for each in sent
    )
