"""One line and one button for each matter on a desk: number, what, where, who, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.desk.needs import TO_GIVE, Group
from domain.matters.kinds import kind_of, private
from domain.matters.matter import Matter, State
from domain.matters.words import one_line
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.desk.ports import DeskTransaction
from handlers.matters.assigning import owner_name, resident_name
from handlers.matters.cards import owner_of, what_of
from handlers.matters.metoo_words import what_and_how_many
from handlers.matters.worklists import falls_due
from handlers.speaking import Rows, Tap
from handlers.texts.say import Named, Several, ShortDay
from handlers.turn import Turn

MOST_AREAS = 3
LONG_PAST = timedelta(days=2)
WHAT_LETTERS, PLACE_LETTERS = 10, 12
"""Chinese letters that a line has room for on a phone, of what it is about and of the place."""


def item_line(turn: Turn[DeskTransaction], person: Person, group: Group, matter: Matter) -> Phrase:
    due = falls_due(matter)
    owner = owner_of(turn, matter)
    key = f"desk.item_{group.value}"
    what = what_and_how_many(turn, matter, short_what(matter))
    if private(matter) and owner.id != person.id:  # of a person nothing is said where others read along
        key, what = "desk.item_private", phrase(kind_of(matter.kind).name_key)
    elif group is Group.UNHEARD:
        key = "desk.item_unheard_anonymous" if matter.anonymous else key
    return phrase(
        key,
        no=matter.number,
        what=what,
        place=short_place(matter),
        member=phrase("who.you") if owner.id == person.id else owner_name(owner),
        name=resident_name(turn, matter),
        due=until(turn, due),
        level=phrase(f"ladder.at_{matter.level.value}"),
        stands=phrase("ladder.watched", member=owner_name(owner)) if matter.watch else phrase("ladder.untaken"),
    )


def short_what(matter: Matter) -> object:
    return one_line(matter.what, room(matter.what, WHAT_LETTERS), place="") or what_of(matter)


def room(words: str, letters: int) -> int:
    """How many of these letters fit where so many Chinese ones would: Latin ones are not half as wide."""
    return letters * 5 // 2 if words.isascii() else letters


def until(turn: Turn[DeskTransaction], due: datetime) -> Phrase:
    """What is past by days is said by the day."""
    if turn.now - due > LONG_PAST:
        return phrase("desk.due_past_day", on=ShortDay(due.astimezone(turn.house.zone).date()))
    return phrase("desk.due_past" if due <= turn.now else "desk.due_ahead", until=due)


def short_place(matter: Matter) -> object:
    label = matter.spot.label
    if not label:
        return phrase("place.unknown")
    letters = room(label, PLACE_LETTERS)
    return label if len(label) <= letters else label[: letters - 1] + "…"


def item_tap(group: Group, matter: Matter) -> Tap:
    """The one thing to do at once: give what nobody has, strike off what was said, look at the rest."""
    up_here = group is Group.CLIMBED and not matter.watch
    if (group in TO_GIVE or up_here) and matter.state is State.WAITING:
        return Tap(phrase("desk.tap_give", no=matter.number), f"give:{matter.id}")
    if group is Group.UNHEARD:
        return Tap(phrase("desk.tap_told", no=matter.number), f"told:{matter.id}")
    return Tap(phrase("desk.tap_see", no=matter.number), f"see:{matter.id}")


def areas_named(areas: Sequence[Named]) -> object:
    """The first few of these; a coordinator may answer for many."""
    names = Several(tuple(areas[:MOST_AREAS]))
    return names if len(areas) <= MOST_AREAS else phrase("desk.areas_more", areas=names, n=len(areas))


def item_rows(items: Sequence[tuple[Group, Matter]]) -> Rows:
    """A button for each; "told in person" with its number is too long for three in a row."""
    a_row = 2 if any(group is Group.UNHEARD for group, _ in items) else 3
    taps = [item_tap(group, matter) for group, matter in items]
    return tuple(tuple(taps[n : n + a_row]) for n in range(0, len(taps), a_row))
