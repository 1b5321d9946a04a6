"""Notices as the house sees them."""

from __future__ import annotations

from collections.abc import Mapping

from domain.messages import Op
from domain.people.person import Role
from domain.phrases import phrase
from handlers.door import Room, View, number
from handlers.explaining.notices import (
    answering,
    asking,
    digest,
    hers,
    missed,
    news,
    outage_again,
    page,
    reminding,
    room,
    typed,
    withdrawing,
    writing,
)
from handlers.explaining.notices.figures import FIGURES
from handlers.explaining.notices.letters import MAILINGS, topics_of
from handlers.family import Command, Family

ROOMS: Mapping[str, Room] = {"notices": room.room}
VIEWS: Mapping[str, View] = {
    "notice": page.see,
    "notices": lambda turn, person, start: page.show_list(turn, person, number(start), Op.UPDATE),
    "notice_new": lambda turn, person, _: writing.start(turn, person),
}
TO_TELL = ("写通知", "发通知", "write a notice", "send a notice")
NOTICES = Family(
    name="notices",
    commands=(
        Command("notice", ("通知", "notice"), room.command, Role.COORDINATOR, takes_words=True, calm=True),
        Command("tell", TO_TELL, room.write, Role.COORDINATOR, takes_words=True, calm=True),
        Command("news", ("消息", "通知", "news"), news.command, menu=phrase("menu.news")),
    ),
    scripts=(
        writing.WRITE,
        writing.SURE,
        withdrawing.WITHDRAW,
        missed.TO_MISSED,
        asking.ASK_ABOUT,
        typed.MEANT,
        answering.ANSWER_IT,
    ),
    presses={"notice": room.pressed, "nt": asking.pressed, "nq": answering.pressed, "news": news.pressed},
    replies={"nt": asking.replied, "nq": answering.replied},
    edited=lambda turn, person, inbound: (
        asking.edited(turn, person, inbound) or answering.edited(turn, person, inbound)
    ),
    files=lambda turn, person, inbound: (
        writing.gather(turn, person, inbound) or asking.album_goes_on(turn, person, inbound)
    ),
    joined=news.joined,
    brief=typed.typed,
    mailings={**MAILINGS, **withdrawing.MAILINGS, **missed.MAILINGS},
    of_hers=(hers.of_hers,),
    digest_block=digest.block,
    figures=FIGURES,
    topics_of={"notice": topics_of},
    reactions={"MailingEnded": (page.has_gone_out,), "TroubleChanged": (outage_again.changed,)},
    ticks={reminding.REMIND: answering.remind, page.LOOK: page.look},
)
