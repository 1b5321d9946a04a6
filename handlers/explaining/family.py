"""Explaining as the house sees it: the door, and a family for each of its rooms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.messages import Inbound
from domain.open import Known
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.door import Door, Room, View
from handlers.explaining.book import family as book
from handlers.explaining.flyers import family as flyers
from handlers.explaining.notices import family as notices
from handlers.explaining.stories import family as stories
from handlers.explaining.topics import family as topics
from handlers.family import Command, Family
from handlers.turn import Turn

ROOMS: Mapping[str, Room] = {**notices.ROOMS, **book.ROOMS, **stories.ROOMS, **topics.ROOMS}
"""Each has its button at the door: `explaining.room_<name>`."""
FOR_DESKS = frozenset[str]()
VIEWS: Mapping[str, View] = {**notices.VIEWS, **book.VIEWS, **stories.VIEWS, **topics.VIEWS}
BELOW = {"notice_new": phrase("notices.tap_new"), "story_new": phrase("tale.tap_new")}
DOOR = Door(
    phrase("explaining.door"), lambda name: phrase(f"explaining.room_{name}"), "ex:", ROOMS, VIEWS, FOR_DESKS, BELOW
)


def _replied(turn: Turn[Any], person: Person, known: Known, inbound: Inbound) -> bool:
    """A reply to one of the lists."""
    return bool(inbound.text) and DOOR.typed(turn, person, inbound, known)


EXPLAINING: tuple[Family, ...] = (
    Family(
        name="explaining",
        commands=(
            Command("explain", ("小道理", "explain", "explaining"), DOOR.opened, Role.MEMBER, phrase("menu.explain")),
            Command(
                "explain", ("小道理", "explain", "explaining"), DOOR.opened, Role.COORDINATOR, phrase("menu.explain")
            ),
        ),
        presses={"ex": DOOR.pressed},
        replies={"ex": _replied},
        brief=DOOR.typed,
    ),
    notices.NOTICES,
    flyers.FLYERS,
    topics.TOPICS,
    book.BOOK,
    stories.STORIES,
)
