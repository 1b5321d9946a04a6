"""What is said of a need wherever it stands: what, where, heard from what, and who has it until when."""

from __future__ import annotations

from domain.listening.need import Heard, Need
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.areas import area_name
from handlers.listening.ports import ListsTransaction
from handlers.matters.assigning import owner_name
from handlers.rights import may_at
from handlers.texts.say import ShortDay
from handlers.turn import Turn

PROMPT = "need:"


def title_of(need: Need) -> Phrase:
    return phrase("lists.need", kind=phrase(f"lists.kind_{need.kind.value}"), line=line_of(need))


def line_of(need: Need) -> object:
    """Its words, as long as they are kept."""
    return need.line or phrase("lists.erased")


def heard_where(turn: Turn[ListsTransaction], need: Need) -> Phrase:
    if need.heard is Heard.MATTER:
        return phrase("lists.heard_matter", no=turn.tx.matters.get(need.heard_id).number)
    return phrase(f"lists.heard_{need.heard.value}")


def about(turn: Turn[ListsTransaction], person: Person, need: Need) -> list[Phrase]:
    noted = phrase(
        "lists.heard", area=area_name(turn, need.area_id), heard=heard_where(turn, need),
        day=ShortDay(need.noted_at.astimezone(turn.house.zone).date()),
    )  # fmt: skip
    return [noted, *_dropped(turn, need), *_standing(turn, person, need)]


def _dropped(turn: Turn[ListsTransaction], need: Need) -> list[Phrase]:
    """That it was in a project which came to nothing."""
    if need.project_id or not need.standing:
        return []
    again = [event for event in turn.tx.events.of(need.subject) if event.type == "NeedOpenAgain"]
    if not again:
        return []
    project = turn.tx.projects.get(str(again[-1].facts["project"]))
    return [phrase("lists.dropped_again", project=project.line or phrase("lists.erased"))]


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
