"""The answer book as the house sees it."""

from __future__ import annotations

from collections.abc import Mapping

from domain.phrases import phrase
from handlers.door import Room, View
from handlers.explaining.book import (
    adding,
    changing,
    command,
    digest,
    hers,
    indexing,
    looking,
    offering,
    out_of_matter,
    reviewing,
)
from handlers.family import Command, Family

ROOMS: Mapping[str, Room] = {"book": command.room}
VIEWS: Mapping[str, View] = {}
BOOK = Family(
    name="book",
    commands=(Command("book", ("百事簿", "book"), command.command, menu=phrase("menu.book"), takes_words=True),),
    scripts=(adding.ADD, changing.CHANGE, looking.LOOK),
    answers=offering.ANSWERS,
    presses={"book": command.pressed, "entry": changing.pressed, "found": out_of_matter.pressed},
    with_matter={"book": out_of_matter.OUT_OF_MATTER},
    reactions={"ResidentAgreed": (out_of_matter.agreed,)},
    replies={"book": command.replied},
    brief=command.brief,
    plans=indexing.plan,
    ticks={**reviewing.TICKS, **indexing.TICKS},
    digest_block=digest.block,
    of_hers=(hers.of_hers,),
)
