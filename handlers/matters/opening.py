"""One matter as its people ask for it: its card afresh, how it stands, and her word on it when she types it."""

from __future__ import annotations

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
from handlers.matters.cards import how_it_stands, owner_of, show_resident, what_of
from handlers.matters.judging import REOPEN, agree, disagree
from handlers.matters.member_card import show_member
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_work_on
from handlers.speaking import quiet, send
from handlers.telling import tell
from handlers.turn import Turn

NUDGE_EVERY = timedelta(days=1)


def opened(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """Sends the card that is hers: the one to work with, or the one that says how it stands. Raises NotAllowed."""
    if may_work_on(turn, person, matter):
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


def how(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """怎么样了: how it stands, and one nudge a day to whoever has it."""
    nudge = matter.in_hand and (matter.nudged_at is None or turn.now - matter.nudged_at >= NUDGE_EVERY)
    lines = [phrase("how.line", no=matter.number, what=what_of(matter), state=how_it_stands(turn, matter))]
    owner = owner_of(turn, matter)
    if nudge:
        turn.tx.matters.save(replace(matter, nudged_at=turn.now))
        words = phrase("how.nudge", no=matter.number, what=what_of(matter))
        send(turn, owner, words, about=matter.subject, silent=quiet(turn))
        tell(turn, matter.subject, "ResidentNudged", by=person.id, to=owner.id)
        lines.append(phrase("how.nudged", member=owner_name(owner)))
    send(turn, person, *lines, about=matter.subject)
    return None


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
