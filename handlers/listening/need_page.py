"""One need on a screen, with what may serve it and what can be done about it."""

from __future__ import annotations

from domain.listening.matching import Proposal
from domain.listening.need import Need, NeedAct
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.listening.ending import pictures_of
from handlers.listening.need_words import PROMPT, about, may_strike, may_withdraw, title_of
from handlers.listening.ports import ListsTransaction
from handlers.listening.proposing import asked_lines, because, proposed, tap_of
from handlers.rights import may_at
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn

A_ROW = 3


def show_need(
    turn: Turn[ListsTransaction], person: Person, need: Need, lead: Phrase | None = None, op: Op = Op.SEND
) -> None:
    """`lead` is said above it; what was sent with its result follows."""
    found = proposed(turn, need)
    lines: list[Line | Strong] = [*([lead] if lead else []), Strong(title_of(need)), *about(turn, person, need)]
    lines += [*asked_lines(turn, need), *(because(turn, each) for each in found)]
    send(
        turn, person, *lines, taps=_taps(turn, person, need, found), prompt=PROMPT + need.id, op=op,
        key=f"need:{need.id}:{person.id}", about=need.subject, silent=True,
    )  # fmt: skip
    if pictures := pictures_of(turn, need.result_id):
        send(turn, person, *pictures, about=need.subject, silent=True, purpose="material")


def _taps(turn: Turn[ListsTransaction], person: Person, need: Need, found: list[Proposal]) -> Rows:
    taps = []
    if need.can(NeedAct.TAKE) and not need.taken_by:
        taps.append(Tap(phrase("lists.tap_take"), "take"))
    if need.can(NeedAct.JOIN) and may_at(turn, person, need.area_id, AreaRight.KEEP_LISTS):
        taps.append(Tap(phrase("lists.tap_found"), "found"))
    if need.project_id:
        taps.append(Tap(phrase("lists.tap_project"), "project"))
    if need.can(NeedAct.STRIKE) and not need.project_id and may_strike(turn, person, need):
        taps.append(Tap(phrase("lists.tap_strike"), "strike"))
    if need.can(NeedAct.WITHDRAW) and may_withdraw(turn, person, need):
        taps.append(Tap(phrase("lists.tap_withdraw"), "withdraw"))
    asks = tuple((tap_of(turn, each),) for each in found)
    return (*asks, *(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW)))
