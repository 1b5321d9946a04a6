"""One matter as its people ask for it: its card afresh, how it stands, and her word on it when she types it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    """怎么样了: how they stand, in one message, and one nudge a day to each who has one of them.

    Of what several households share that is one for all of them.
    """
    lines = [phrase("how.line", no=m.number, what=what_of(m), state=how_it_stands(turn, m)) for m in matters]
    nudged: dict[str, dict[str, Matter]] = {}
    for matter in matters:
        asked = turn.tx.supporters.lead(matter.follows) if matter.follows else matter
        if (
            asked.in_hand
            and not asked.joined
            and not asked.paused
            and (asked.nudged_at is None or turn.now - asked.nudged_at >= NUDGE_EVERY)
        ):
            nudged.setdefault(asked.owner_id, {})[matter.id] = asked
    for owner_id, due in nudged.items():
        lines.append(phrase("how.nudged", member=owner_name(_nudge(turn, person, owner_id, due))))
    send(turn, person, *lines, about=matters[0].subject if len(matters) == 1 else "")


def _nudge(turn: Turn[MattersTransaction], person: Person, owner_id: str, due: Mapping[str, Matter]) -> Person:
    """`due`: by the id of hers, what its owner has a card of."""
    owner, asked = turn.tx.people.get(owner_id), {each.id: each for each in due.values()}
    words = [phrase("how.nudge", no=each.number, what=what_of(each)) for each in asked.values()]
    about = next(iter(asked.values())).subject if len(asked) == 1 else ""
    send(turn, owner, *words, about=about, silent=not may_nag(turn, owner.id))
    for each in (turn.tx.matters.get(listed) for listed in asked):
        turn.tx.matters.save(replace(each, nudged_at=turn.now))
    for id in due:
        tell(turn, f"matter:{id}", "ResidentNudged", by=person.id, to=owner.id)
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
