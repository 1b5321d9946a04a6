"""Digests as the house sees them."""

from __future__ import annotations

from domain.digests.figures import Figure
from domain.errors import NoLongerPossible
from domain.messages import Inbound
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.desk import screen
from handlers.digests import asking, behind, paragraph, schedule
from handlers.digests.block import standing
from handlers.digests.ports import DigestsTransaction
from handlers.digests.rights import must_read
from handlers.family import Command, Family
from handlers.turn import Turn


def pressed(turn: Turn[DigestsTransaction], person: Person, digest_id: str, value: str, inbound: Inbound) -> None:
    """A button of a digest, or (`digest_id` "") of a span. Raises NotAllowed, NotFound, NoLongerPossible."""
    act, _, detail = value.partition(":")
    match act:
        case "span":
            asking.pressed(turn, person, detail)
        case "figure":
            name, _, start = detail.partition(":")
            if name not in list(Figure) or not start.isdecimal():
                raise NoLongerPossible(value)
            behind.show(turn, person, digest_id, Figure(name), int(start))
        case "paragraph":
            paragraph.show(turn, person, digest_id)
        case "table":
            asking.table(turn, person, digest_id)
        case "desk":
            must_read(turn, person, digest_id)
            screen.desk(turn, person)
        case _:
            raise NoLongerPossible(value)


DIGESTS = Family(
    name="digests",
    commands=(
        Command("digest", ("简报", "digest"), asking.asked, Role.COORDINATOR, phrase("menu.digest"), takes_words=True),
    ),
    presses={"dg": pressed},
    ticks={schedule.DIGEST: schedule.due},
    plans=schedule.plan,
    digest_block=standing,
)
