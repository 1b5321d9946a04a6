"""How a matter that neighbours share reads: where it is and since when in our words, and how many households wait."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from domain.areas import Spot
from domain.events import Content
from domain.matters.draft import media_from_json
from domain.matters.kinds import kind_of
from domain.matters.likeness import AT_HOME, names_somebody
from domain.matters.matter import Matter
from domain.matters.words import says_more
from domain.messages import Media, MediaKind
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import resident_name
from handlers.matters.cards import how_it_stands, what_of
from handlers.matters.ports import MattersTransaction
from handlers.texts.say import Named, ShortDay
from handlers.turn import Turn

MOST_NAMED = 8
"""So many neighbours' names are looked for in what goes to all; nobody knows more of them by name."""


def place_named(turn: Turn[Any], spot: Spot) -> object:
    """A building or a talk point by its own name; never what a resident wrote, which may be the number of her flat."""
    area = turn.tx.areas.tree().areas.get(spot.building_id)
    if area is not None:
        return Named(area.name, area.name_en)
    for point in turn.tx.areas.talk_points():
        if spot.label in (point.name, point.name_en):
            return Named(point.name, point.name_en)
    return phrase("metoo.near_you")


def hint(turn: Turn[MattersTransaction], lead: Matter) -> Phrase:
    """What a neighbour may know of it: kind, place, day, and who has it until when."""
    filed = phrase(_filed(turn, lead), day=ShortDay(lead.filed_on))
    kind, place = phrase(kind_of(lead.kind).name_key), place_named(turn, lead.spot)
    return phrase("metoo.hint", place=place, kind=kind, filed=filed, how=how_it_stands(turn, lead, to_neighbour=True))


def _filed(turn: Turn[Any], lead: Matter) -> str:
    today = turn.now.astimezone(turn.house.zone).date()
    near = {today: "metoo.today", today - timedelta(days=1): "metoo.yesterday"}
    return near.get(lead.filed_on, "metoo.on_day")


def photo_for_neighbours(turn: Turn[MattersTransaction], lead: Matter) -> Media | None:
    """Her first photograph, once she has allowed it."""
    return first_photo(turn, lead) if lead.photo_shown else None


def first_photo(turn: Turn[MattersTransaction], matter: Matter) -> Media | None:
    for content in turn.tx.contents.of(matter.subject):
        if content.by == matter.reporter_id and content.role in ("report", "photo"):
            for media in map(media_from_json, content.media):
                if media.kind is MediaKind.PHOTO:
                    return media
    return None


# ---- how many ------------------------------------------------------------------------------------------------------


def what_and_how_many(turn: Turn[MattersTransaction], matter: Matter, what: object) -> object:
    """ "路灯坏了 · 4户": what it is about, and for how many households where they are more than one."""
    n = turn.tx.supporters.waiting(matter.id) if matter.open else 0
    return phrase("metoo.of_many", what=what, n=n + 1) if n else what


def whom(turn: Turn[MattersTransaction], matter: Matter) -> object:
    """Who hears what its member says: its resident, or all households."""
    n = turn.tx.supporters.waiting(matter.id) if matter.in_hand else 0
    return phrase("metoo.all", n=n + 1) if n else resident_name(turn, matter)


# ---- what all may hear ---------------------------------------------------------------------------------------------


def for_all(turn: Turn[MattersTransaction], lead: Matter, words: str) -> bool:
    """Whether a member's words may go to every household: not what says whose home it is."""
    households = (lead, *turn.tx.supporters.households(lead.id, MOST_NAMED))
    return not names_somebody(words, names_of(turn, households), _written(turn, lead))


def names_another(turn: Turn[MattersTransaction], matter: Matter, words: str) -> bool:
    """Whether words for its resident name somebody of another household that has the same."""
    lead_id = matter.lead_id or matter.id
    others = [*turn.tx.supporters.households(lead_id, MOST_NAMED)]
    if matter.lead_id:
        others.append(turn.tx.supporters.lead(lead_id))
    hers = names_of(turn, [matter])
    names = names_of(turn, [each for each in others if each.reporter_id != matter.reporter_id]) - hers
    return names_somebody(words, names, "")


def names_of(turn: Turn[Any], households: Iterable[Matter]) -> set[str]:
    """Names and telephones of their residents, and of those for whom they report."""
    names: set[str] = set()
    for each in households:
        person = turn.tx.people.get(each.reporter_id)
        names |= {person.name, person.name_en, person.phone.removeprefix("+86"), each.on_behalf_of}
    return names - {""}


def _written(turn: Turn[MattersTransaction], lead: Matter) -> str:
    """Where she said that she lives: numbers in it are hers, but for those that the building's own name has."""
    area = turn.tx.areas.tree().areas.get(lead.spot.building_id)
    said = [c.text for c in turn.tx.contents.of(lead.subject) if c.by == lead.reporter_id]
    written = " ".join((lead.spot.label, *said))
    return written.replace(area.name, "") if area is not None else written


def media_for_all(lead: Matter, content: Content) -> list[Media]:
    """A photograph from inside somebody's flat is for that household only."""
    return [] if lead.kind in AT_HOME else [media_from_json(media) for media in content.media]


def additions(matter: Matter, contents: Sequence[Content], line: str) -> list[str]:
    """What the household wrote beyond the place and this one line."""
    said = [c.text for c in contents if c.by == matter.reporter_id and c.role in ("report", "word") and c.text]
    return [words for words in said if says_more(words, line)]


def title_of(matter: Matter) -> dict[str, object]:
    return {"no": matter.number, "what": what_of(matter)}
