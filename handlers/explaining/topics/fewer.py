"""少收这样的: under a letter that nobody asked for; one tap, which can be taken back."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.explaining.topics import ALL, again, without
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.explaining.topics.choosing import choose, off_of
from handlers.explaining.topics.ports import TopicsTransaction
from handlers.explaining.topics.words import everything, names_of, offered_to, topics_of
from handlers.speaking import Rows, Tap, send
from handlers.turn import Turn
from handlers.unasked import OPEN, PROMPT

ABOUT = "less"
OFF, NOTHING, KEEP, ON, BACK = "off", "nothing", "keep", "on", "back"


def ask(turn: Turn[TopicsTransaction], person: Person, about: str, op: Op = Op.SEND) -> None:
    """Whoever gets none of them already reads that instead. Raises NoLongerPossible, NotFound."""
    topics, off = topics_of(turn, about), off_of(turn, person)
    if ALL in off:
        _say(turn, person, phrase("topics.nothing_now"), _undo(BACK), about, op)
    elif everything(off, topics):
        _say(turn, person, phrase("topics.off_now", topics=names_of(topics)), _undo(f"{ON}:{about}"), about, op)
    else:
        words = phrase("topics.less", topics=names_of(topics)) if topics else phrase("topics.less_of_no_topic")
        _say(turn, person, words, _choices(turn, about), about, op)


def taps(turn: Turn[TopicsTransaction], person: Person, about: str) -> Rows:
    """Those that stand there now. Raises NoLongerPossible, NotFound."""
    off = off_of(turn, person)
    if ALL in off:
        return _undo(BACK)
    return _undo(f"{ON}:{about}") if everything(off, topics_of(turn, about)) else _choices(turn, about)


def _choices(turn: Turn[TopicsTransaction], about: str) -> Rows:
    topics = topics_of(turn, about)
    these = ((Tap(phrase("topics.tap_off", topics=names_of(topics)), f"{OFF}:{about}"),),) if topics else ()
    last = (Tap(phrase("topics.tap_nothing"), f"{NOTHING}:{about}"),), (Tap(phrase("topics.tap_keep"), KEEP),)
    return (*these, *last)


def _undo(value: str) -> Rows:
    return ((Tap(phrase("topics.tap_keep"), value), Tap(phrase("topics.tap_choose"), OPEN)),)


def chosen(turn: Turn[TopicsTransaction], person: Person, value: str, op: Op) -> None:
    """Raises NoLongerPossible, NotFound."""
    act, _, about = value.partition(":")
    off = off_of(turn, person)
    match act:
        case "off":
            choose(turn, person, without(off, topics_of(turn, about), offered_to(turn, person)))
        case "nothing":
            choose(turn, person, off | {ALL})
        case "on":
            choose(turn, person, again(off, topics_of(turn, about)))
        case "back":
            choose(turn, person, off - {ALL})
        case "keep":
            pass
        case _:
            raise NoLongerPossible(value)
    if act in (OFF, NOTHING):
        ask(turn, person, about, op)
    else:
        _say(turn, person, phrase("topics.as_before"), (), "", op)


def _say(turn: Turn[TopicsTransaction], person: Person, words: Phrase, taps: Rows, about: str, op: Op) -> None:
    send(
        turn, person, words, taps=taps, prompt=PROMPT, op=op, key=f"less:{person.id}",
        about=f"{ABOUT}:{about}" if taps else "", silent=True,
    )  # fmt: skip
