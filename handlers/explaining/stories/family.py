"""Stories as the house sees them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.messages import Inbound, Op
from domain.people.person import Person, Role
from handlers.door import Room, View, number
from handlers.explaining.stories import answering, digest, figures, hers, living, page, sending_out, typed, writing
from handlers.family import Command, Family
from handlers.turn import Turn


def _command(turn: Turn[Any], person: Person, inbound: Inbound, rest: str) -> None:
    page.room(turn, person)


ROOMS: Mapping[str, Room] = {"stories": page.room}
VIEWS: Mapping[str, View] = {
    "story": page.see,
    "stories": lambda turn, person, start: page.show_list(turn, person, number(start), Op.UPDATE),
    "story_new": lambda turn, person, _: page.show_ended(turn, person),
    "story_of": writing.write_of,
}
STORIES = Family(
    name="stories",
    commands=(
        Command("stories", ("典型", "stories"), _command, Role.MEMBER),
        Command("stories", ("典型", "stories"), _command, Role.COORDINATOR),
    ),
    scripts=(writing.WRITE, writing.CHANGE, answering.SAY_WISH, sending_out.SEND_OUT),
    presses={"story": answering.pressed},
    replies={"story": typed.replied},
    brief=typed.typed,
    with_matter={"story": writing.OUT_OF_MATTER},
    reactions={"MatterReopened": (living.reopened,), "PersonErased": (living.forgotten,)},
    ticks={living.LAPSE: living.lapse},
    digest_block=digest.block,
    figures=figures.FIGURES,
    of_hers=(hers.of_hers,),
)
