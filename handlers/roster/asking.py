"""What the dialogs of the roster have in common: the preview before a yes, a day in words, an order in numbers."""

from __future__ import annotations

import re

from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question
from handlers.roster.changing import Plan, handed_to, refused
from handlers.roster.ports import RosterTransaction
from handlers.turn import Turn

YES, NO = "yes", "no"
NOW, NEVER = "now", "never"
_PHONE = re.compile(r"\+?\d[\d -]{4,18}\d")
_NUMBERS = re.compile(r"\d+")


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


def order_said(words: str, n: int) -> str | None:
    """ "2 1 3" for n people in another order; None when it is not all of them, each once."""
    numbers = [int(number) for number in _NUMBERS.findall(words)]
    return " ".join(map(str, numbers)) if sorted(numbers) == list(range(1, n + 1)) else None
