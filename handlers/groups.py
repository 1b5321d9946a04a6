"""In groups there is never a dialog and never anybody's data: only the way into the private chat."""

from __future__ import annotations

from typing import Any

from domain.messages import Button, Choices, Inbound, Outbound, Text
from domain.phrases import phrase
from handlers.texts.say import Voice
from handlers.turn import Turn


def answer_group(turn: Turn[Any], inbound: Inbound) -> None:
    """To a command, and no more than once a minute."""
    if not inbound.text.startswith("/"):
        return
    stamp = f"group:{inbound.address.channel}:{inbound.address.account}"
    minute = f"{turn.now:%Y%m%d%H%M}"
    if turn.tx.notes.get(stamp) == minute:
        return
    turn.tx.notes.set(stamp, minute)
    voice = Voice(turn.house.language, turn.now, turn.house.zone)
    link = Button(voice.say(phrase("core.group_button")), url=turn.house.bot_link.partition("?")[0])
    words = Text(voice.say(phrase("core.group", desk=turn.house.contacts.desk)))
    turn.tx.outbox.put(Outbound(inbound.address, (words, Choices("", ((link,),))), purpose="group"))
