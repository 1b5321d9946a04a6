"""What the dialogs of the roster have in common: the preview before a yes, a day in words, an order in numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from domain.errors import NoLongerPossible
from domain.messages import Inbound
from domain.people.leave import first_day_in
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question
from handlers.roster.changing import Plan, handed_to, refused
from handlers.roster.marks import today
from handlers.roster.ports import RosterTransaction
from handlers.turn import Turn

YES, NO = "yes", "no"
NOW, NEVER = "now", "never"
UNREAD = "?"
TRIES = 5
_PHONE = re.compile(r"\+?\d[\d -]{4,18}\d")
_NUMBERS = re.compile(r"\d+")
_WHOLE_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")


def agreed(turn: Turn[RosterTransaction], plan: Plan) -> Asking:
    """Shows what would change, also in what people have in hand, and asks; ends in the plan, or None.

    What may not be is said instead.
    """
    wrong = refused(turn, plan)
    if wrong is not None:
        yield Question("refused", (wrong,), (Option(NO, phrase("roster.ok")),))
        return None
    options = (Option(YES, phrase("roster.yes"), sealed=True), Option(NO, phrase("roster.no")))
    known = [] if plan.newcomer is not None else [turn.tx.people.get(person_id) for person_id in plan.lines]
    handed = [line for person in known if (line := handed_to(turn, person, plan))]
    sure = yield Question("sure", (*plan.lines.values(), *handed), options, rows=(2,))
    return plan if sure == YES else None


def until_read(
    key: str, words: Phrase, read: Callable[[str], str | None], hint: Phrase, options: Sequence[Option] = (),
    rows: tuple[int, ...] = (1,), below: Sequence[Phrase] = (),
) -> Asking:  # fmt: skip
    """An option, or typed words as `read` understands them; what it does not is asked again, with the hint.

    `below` are lines that stand below the question.
    """
    for n in range(TRIES):
        said: str = yield Question(
            f"{key}.{n}", (words, *below), tuple(options), typed(lambda given: read(given) or UNREAD + given),
            valid=lambda value: True, rows=rows,
        )  # fmt: skip
        if not said.startswith(UNREAD):
            return said
        words = hint
    raise NoLongerPossible(key)


def typed(read: Callable[[str], str | None]) -> Callable[[Inbound], str | None]:
    return lambda given: read(given.text.strip()) if given.text else None


def number_said(words: str) -> str | None:
    """A telephone number as a roster takes it: 11 digits, or with the area code or the country before it."""
    found = _PHONE.search(words)
    digits = re.sub(r"\D", "", found[0]) if found else ""
    mobile, beginning = len(digits) == 11 and digits[0] == "1", digits[:1] == "0" or digits[:3] == "400"
    fixed = beginning and len(digits) in (10, 11, 12)
    abroad = found is not None and found[0].startswith("+") and len(digits) <= 15
    return found[0].strip() if found and (mobile or fixed or abroad) else None


def without_number(words: str) -> str:
    return " ".join(re.sub(r"[，,、。:：;；]", " ", _PHONE.sub(" ", words)).split())


def day_said(turn: Turn[Any], words: str) -> str | None:
    """A day as ISO text, however it is said: 12月1日, 下周一, 2027-06-30; None for no day."""
    written = _WHOLE_DATE.search(words)
    if written:
        try:
            return date(*map(int, written.groups())).isoformat()
        except ValueError:
            return None
    found = first_day_in(words, today(turn))
    return found.isoformat() if found else None


def order_said(words: str, n: int) -> str | None:
    """ "2 1 3" for n people in another order; None when it is not all of them, each once."""
    numbers = [int(number) for number in _NUMBERS.findall(words)]
    return " ".join(map(str, numbers)) if sorted(numbers) == list(range(1, n + 1)) else None
