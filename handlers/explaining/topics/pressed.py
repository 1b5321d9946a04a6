"""The buttons of choosing what one is told, or their numbers and words typed below them."""

from __future__ import annotations

from domain.matters.greetings import chosen_number
from domain.messages import Inbound, Op
from domain.open import Known
from domain.people.person import Person
from handlers.explaining.topics import fewer, page
from handlers.explaining.topics.choosing import off_of
from handlers.explaining.topics.ports import TopicsTransaction
from handlers.speaking import Rows, Tap, voice_of
from handlers.turn import Turn
from handlers.unasked import OPEN


def pressed(turn: Turn[TopicsTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> None:
    """Raises NoLongerPossible, NotFound."""
    _act(turn, person, value, Op.UPDATE)


def _act(turn: Turn[TopicsTransaction], person: Person, value: str, op: Op) -> None:
    act, _, about = value.partition(":")
    if act == OPEN:
        page.show(turn, person)
    elif act == "less":
        fewer.ask(turn, person, about)
    elif about or act in (fewer.KEEP, fewer.BACK):
        fewer.chosen(turn, person, value, op)
    else:
        page.chosen(turn, person, value, op)


def typed(turn: Turn[TopicsTransaction], person: Person, inbound: Inbound, last: Known) -> bool:
    """What changes by typing is shown below what was typed. Raises NotFound."""
    room, _, about = last.about.partition(":")
    if room == page.ABOUT:
        standing = page.taps(turn, person, off_of(turn, person))
    elif room == fewer.ABOUT:
        standing = fewer.taps(turn, person, about)
    else:
        return False
    value = _meant(turn, person, standing, inbound.text)
    if value:
        _act(turn, person, value, Op.SEND)
    return bool(value)


def replied(turn: Turn[TopicsTransaction], person: Person, known: Known, inbound: Inbound) -> bool:
    return typed(turn, person, inbound, known)


def _meant(turn: Turn[TopicsTransaction], person: Person, rows: Rows, words: str) -> str:
    """The value of the button that these words name, or whose number they are; "" for none."""
    taps = [tap for row in rows for tap in row]
    said, number = words.strip().casefold(), chosen_number(words) or 0
    for n, tap in enumerate(taps, 1):
        if n == number or said == _label(turn, person, tap):
            return tap.value
    return ""


def _label(turn: Turn[TopicsTransaction], person: Person, tap: Tap) -> str:
    """Without the mark before it."""
    assert not isinstance(tap.label, str)
    return voice_of(turn, person).say(tap.label).lstrip("✓✗ ").casefold()
