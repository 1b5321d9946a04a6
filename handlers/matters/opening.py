"""One matter as its people ask for it: its card afresh, how it stands, and her word on it when she types it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from domain.errors import NotAllowed, NotFound
from domain.matters.greetings import begins_with_no, is_yes
from domain.matters.matter import Act, Matter
from domain.messages import Inbound, Op, Reply
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import how_it_stands, show_resident, what_of
from handlers.matters.judging import REOPEN, agree, disagree
from handlers.matters.member_card import show_member
from handlers.matters.nagging import may_nag
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_see
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn

NUDGE_EVERY = timedelta(days=1)


def opened(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """Sends the card that is hers: the one to work with, or the one that says how it stands. Raises NotAllowed."""
    if may_see(turn, person, matter):
        show_member(turn, matter, person, ring=True)
    elif person.id == matter.reporter_id:
        show_resident(turn, matter, op=Op.SEND)
    else:
        raise NotAllowed(matter.id)
    return None


def show_card(turn: Turn[MattersTransaction], person: Person, matter_id: str) -> bool:
    """How this one stands, on a fresh card; False when it is none of hers."""
    try:
        opened(turn, person, turn.tx.matters.get(matter_id))
    except (NotAllowed, NotFound):
        return False
    return True


def how(turn: Turn[MattersTransaction], person: Person, matters: Sequence[Matter]) -> None:
    """怎么样了: how they stand, in one message, and one nudge a day to each who has one of them."""
    lines = [phrase("how.line", no=m.number, what=what_of(m), state=how_it_stands(turn, m)) for m in matters]
    nudged: dict[str, list[Matter]] = {}
    for matter in matters:
        if (
            matter.in_hand
            and not matter.joined
            and not matter.paused
            and (matter.nudged_at is None or turn.now - matter.nudged_at >= NUDGE_EVERY)
        ):
            nudged.setdefault(matter.owner_id, []).append(matter)
    for owner_id, due in nudged.items():
        lines.append(phrase("how.nudged", member=owner_name(_nudge(turn, person, owner_id, due))))
    send(turn, person, *lines, about=matters[0].subject if len(matters) == 1 else "")


def _nudge(turn: Turn[MattersTransaction], person: Person, owner_id: str, due: Sequence[Matter]) -> Person:
    owner = turn.tx.people.get(owner_id)
    words = [phrase("how.nudge", no=matter.number, what=what_of(matter)) for matter in due]
    send(turn, owner, *words, about=due[0].subject if len(due) == 1 else "", silent=not may_nag(turn, owner.id))
    for matter in (turn.tx.matters.get(listed.id) for listed in due):
        turn.tx.matters.save(replace(matter, nudged_at=turn.now))
        tell(turn, matter.subject, "ResidentNudged", by=person.id, to=owner.id)
    return owner


def its_word(turn: Turn[MattersTransaction], person: Person, matter: Matter, inbound: Inbound) -> bool:
    """好了 or 还没好, typed after the closing question, however late."""
    if inbound.media or matter.in_hand:
        return False
    if is_yes(inbound.text) and matter.can(Act.AGREE):
        agree(turn, person, matter)
        return True
    if begins_with_no(inbound.text) and matter.can(Act.DISAGREE):
        dialog = OpenDialog(person.id, REOPEN.name, matter.id)
        disagree(turn, person, dialog, {"text": inbound.text, "media": [], "handle": inbound.handle})
        return True
    return False
