"""What people hear when something of ours broke, or when somebody cannot be reached any more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from domain.messages import Address, Inbound, Outbound, Text
from domain.people.person import Person
from domain.phrases import phrase
from handlers.family import Family
from handlers.matters.nagging import may_nag
from handlers.roles import desk_for
from handlers.speaking import send
from handlers.texts.catalogue import TEXTS
from handlers.turn import Turn


def apologise(turn: Turn[Any], inbound: Inbound | None, reference: str) -> None:
    """The person hears that the words are kept and under which reference; the desk too, with one ring an hour."""
    person = turn.tx.people.at(inbound.address) if inbound is not None and inbound.private else None
    if person is not None:
        send(turn, person, phrase("core.fault", ref=reference, desk=turn.house.contacts.desk))
    for desk in _any_desk(turn):
        send(turn, desk, phrase("core.fault_desk", ref=reference), silent=not may_nag(turn, desk.id))


def _any_desk(turn: Turn[Any]) -> Sequence[Person]:
    return desk_for(turn, "")[:1]


def unreachable(turn: Turn[Any], address: Address, outbound: Outbound, families: Sequence[Family]) -> None:
    """Somebody blocked or deleted the bot: the families see to her matters, once, and to what did not arrive."""
    person = turn.tx.people.at(address)
    if person is None:
        return
    is_news = turn.tx.people.block(address, True)
    for family in families:
        if family.left is not None and is_news:
            family.left(turn, person)
        if family.undelivered is not None:
            family.undelivered(turn, person, outbound)


def repeat_line(outbound: Outbound) -> str:
    """The line above a message that may have arrived before; its language is the message's own."""
    chinese = any(
        "一" <= letter <= "鿿" for block in outbound.blocks if isinstance(block, Text) for letter in block.value
    )
    return TEXTS["core.maybe_repeat"][0 if chinese else 1]
