"""/trouble: what the desk has marked and what can be done with it, and the buttons below each."""

from __future__ import annotations

from collections.abc import Callable

from domain.errors import NoLongerPossible
from domain.matters.trouble import Stage, Trouble
from domain.messages import Inbound, Reply
from domain.people.person import Person
from domain.phrases import phrase
from domain.rights import AreaRight
from handlers.dialogs import Script, begin
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble import MARK
from handlers.matters.trouble_card import PROMPT, must_sit_above, show
from handlers.matters.trouble_changing import CHANGE, END, WITHDRAW, undo
from handlers.matters.trouble_news import adopt_all
from handlers.matters.trouble_planned import REPLAN, begin_early
from handlers.matters.trouble_until import announced
from handlers.matters.trouble_words import said, title_of
from handlers.rights import may_at
from handlers.roles import desks_of
from handlers.speaking import Strong, Tap, send, voice_of
from handlers.turn import Turn

IN_FULL, MOST = 3, 12
"""So few are shown each with its buttons; of more there is a list."""


def trouble(turn: Turn[MattersTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """Alone it lists what runs or is planned, or begins when nothing does; with words it begins with them."""
    running = seen_by(turn, person)
    if rest or not running:
        begin(turn, person, MARK, draft=_draft(turn, rest))
        return
    if len(running) <= IN_FULL:
        for each in running:
            show(turn, each, person)
    else:
        _list(turn, person, running)
    send(turn, person, phrase("trouble.more"), taps=((Tap(phrase("trouble.new"), "new"),),), prompt=PROMPT)


def _draft(turn: Turn[MattersTransaction], rest: str) -> dict[str, object]:
    said = announced(turn, rest)
    return {"words": said["line"] or rest, "until": said["until"], "begins": said["begins"]}


def seen_by(turn: Turn[MattersTransaction], person: Person) -> list[Trouble]:
    """Those in her area, and those of a wider one that it lies in; also what has not begun."""
    running = turn.tx.troubles.not_over()
    return [each for each in running if may_at(turn, person, each.area_id, AreaRight.KNOW_TROUBLE)]


def _list(turn: Turn[MattersTransaction], person: Person, running: list[Trouble]) -> None:
    lines = [phrase("trouble.line_of", title=title_of(turn, each), said=said(turn, each)) for each in running[:MOST]]
    taps = tuple((Tap(title_of(turn, each), f"show:{each.id}"),) for each in running[:MOST])
    send(turn, person, Strong(phrase("trouble.running", n=len(running))), *lines, taps=taps, prompt=PROMPT)


def pressed(turn: Turn[MattersTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> Reply | None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    act, _, trouble_id = value.partition(":")
    if act == "new" and desks_of(turn, person):
        begin(turn, person, MARK)
        return None
    known = turn.tx.troubles.get(trouble_id)
    if act == "show" and known in seen_by(turn, person):
        show(turn, known, person)
        return None
    must_sit_above(turn, person, known)
    acts: dict[str, Callable[[], Reply | None]] = {
        "end": lambda: _ask(turn, person, END, known),
        "change": lambda: _ask(turn, person, CHANGE, known),
        "withdraw": lambda: _ask(turn, person, WITHDRAW, known),
        "undo": lambda: undo(turn, person, known),
        "begin": lambda: begin_early(turn, person, known),
        "replan": lambda: _ask(turn, person, REPLAN, known, Stage.PLANNED),
        "cancel": lambda: _ask(turn, person, WITHDRAW, known, Stage.PLANNED),
        "adopt": lambda: _adopt(turn, person, known),
    }
    if act not in acts:
        raise NoLongerPossible(value)
    return acts[act]()


def _ask(
    turn: Turn[MattersTransaction], person: Person, script: Script, known: Trouble, stage: Stage = Stage.RUNNING
) -> None:
    if known.stage is not stage:
        raise NoLongerPossible(known.id)
    begin(turn, person, script, subject=known.id)


def _adopt(turn: Turn[MattersTransaction], person: Person, known: Trouble) -> Reply:
    if not known.running:
        raise NoLongerPossible(known.id)
    adopt_all(turn, known)
    return Reply(voice_of(turn, person).say(phrase("trouble.adopting")))
