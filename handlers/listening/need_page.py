"""One need on a screen: what, where, heard from what, who has it until when, and what can be done about it."""

from __future__ import annotations

from domain.areas import Tree
from domain.listening.need import Heard, Need, NeedAct
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.listening.ports import ListsTransaction
from handlers.matters.assigning import owner_name
from handlers.rights import may_at
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import Named, ShortDay
from handlers.turn import Turn

PROMPT = "need:"
A_ROW = 3


def show_need(
    turn: Turn[ListsTransaction], person: Person, need: Need, lead: Phrase | None = None, op: Op = Op.SEND
) -> None:
    """`lead` is said above it."""
    lines: list[Line | Strong] = [*([lead] if lead else []), Strong(title_of(need)), *about(turn, person, need)]
    send(
        turn, person, *lines, taps=_taps(turn, person, need), prompt=PROMPT + need.id, op=op,
        key=f"need:{need.id}:{person.id}", about=need.subject, silent=True,
    )  # fmt: skip


def title_of(need: Need) -> Phrase:
    return phrase("lists.need", kind=phrase(f"lists.kind_{need.kind.value}"), line=line_of(need))


def line_of(need: Need) -> object:
    """Its words, as long as they are kept."""
    return need.line or phrase("lists.erased")


def area_name(turn: Turn[ListsTransaction], area_id: str) -> object:
    tree: Tree = turn.tx.areas.tree()
    area = tree.areas.get(area_id)
    return Named(area.name, area.name_en) if area else phrase("place.unknown")


def heard_where(turn: Turn[ListsTransaction], need: Need) -> Phrase:
    if need.heard is Heard.MATTER:
        return phrase("lists.heard_matter", no=turn.tx.matters.get(need.heard_id).number)
    return phrase(f"lists.heard_{need.heard.value}")


def about(turn: Turn[ListsTransaction], person: Person, need: Need) -> list[Phrase]:
    noted = phrase(
        "lists.heard", area=area_name(turn, need.area_id), heard=heard_where(turn, need),
        day=ShortDay(need.noted_at.astimezone(turn.house.zone).date()),
    )  # fmt: skip
    return [noted, *_standing(turn, person, need)]


def _standing(turn: Turn[ListsTransaction], person: Person, need: Need) -> list[Phrase]:
    lines = []
    if need.taken_by and need.until_on:
        taker = phrase("who.you") if need.taken_by == person.id else owner_name(turn.tx.people.get(need.taken_by))
        lines.append(phrase("lists.taken", member=taker, day=ShortDay(need.until_on)))
    if not need.standing:
        lines.append(phrase(f"lists.is_{need.state.value}", result=need.result))
    return lines


def may_strike(turn: Turn[ListsTransaction], person: Person, need: Need) -> bool:
    return need.taken_by == person.id or may_at(turn, person, need.area_id, AreaRight.KEEP_LISTS)


def may_withdraw(turn: Turn[ListsTransaction], person: Person, need: Need) -> bool:
    return need.noted_by == person.id or may_at(turn, person, need.area_id, AreaRight.KEEP_LISTS)


def _taps(turn: Turn[ListsTransaction], person: Person, need: Need) -> Rows:
    taps = []
    if need.can(NeedAct.TAKE) and not need.taken_by:
        taps.append(Tap(phrase("lists.tap_take"), "take"))
    if need.can(NeedAct.STRIKE) and not need.project_id and may_strike(turn, person, need):
        taps.append(Tap(phrase("lists.tap_strike"), "strike"))
    if need.can(NeedAct.WITHDRAW) and may_withdraw(turn, person, need):
        taps.append(Tap(phrase("lists.tap_withdraw"), "withdraw"))
    return tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
