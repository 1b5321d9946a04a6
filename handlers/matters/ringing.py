"""Ringing the resident: a short message that hangs under her card, five times at most; and who cannot be reached."""

from __future__ import annotations

from collections.abc import Sequence

from domain.matters.matter import Matter, State, Tier
from domain.messages import RING, Outbound, Urgency
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.accused import its_desk
from handlers.matters.assigning import resident_name
from handlers.matters.cards import prompt_of, resident_key, show_resident
from handlers.matters.lists import open_taps
from handlers.matters.nagging import may_nag
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_words import title_of
from handlers.speaking import Line, Rows, quiet, send
from handlers.telling import tell
from handlers.turn import Turn

NEWS, TAKEN, END = 3, 4, 5
"""How often a matter may have rung, with this message, for it to ring: the last two are kept for who takes it and for
how it ended. What comes beyond that comes silently."""
MOST_NAMED = 8


def ring(
    turn: Turn[MattersTransaction],
    matter: Matter,
    *lines: Line,
    taps: Rows = (),
    key: str = "",
    dedupe: str = "",
    urgency: Urgency = Urgency.TURN,
    most: int = NEWS,
) -> None:
    """Sends the new message and edits her card. It rings by day and up to `most`; danger rings always.

    `urgency` NOTICE is for what many households are told at once: nobody's answer waits behind it.
    """
    resident = turn.tx.people.get(matter.reporter_id)
    arrives = send(
        turn, resident, *lines, taps=taps, prompt=prompt_of(matter), about=matter.subject, key=key, dedupe=dedupe,
        reply_to=resident_key(matter, resident), purpose=RING, silent=not _may_ring(turn, matter, most),
        urgency=urgency,
    )  # fmt: skip
    if arrives:
        show_resident(turn, matter, urgency=urgency)
    else:
        unheard(turn, matter)


def ring_several(turn: Turn[MattersTransaction], matters: Sequence[Matter], *lines: Phrase) -> None:
    """One message about several matters of the same resident; it rings as long as one of them still may."""
    resident = turn.tx.people.get(matters[0].reporter_id)
    rings = [_may_ring(turn, matter, NEWS) for matter in matters]
    arrives = send(
        turn, resident, *lines, taps=open_taps(matters[:MOST_NAMED]), prompt="m:", purpose=RING, silent=not any(rings)
    )
    for matter in matters:
        if arrives:
            show_resident(turn, matter)
        else:
            unheard(turn, matter)


def _may_ring(turn: Turn[MattersTransaction], matter: Matter, most: int) -> bool:
    """Whether its next message rings; a yes is counted."""
    if matter.tier is Tier.DANGER:
        return True
    name = f"rung:{matter.id}"
    rung = int(turn.tx.notes.get(name) or 0)
    if quiet(turn) or rung >= most:
        return False
    turn.tx.notes.set(name, str(rung + 1))
    return True


def unheard(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """She blocked or deleted the bot: the matter goes on, and stands on the desk until she was told in person.

    The desk hears once, and once more at the end, that she must be told in person; of all who wait for the end of a
    known trouble together.
    """
    first = turn.tx.unheard.add(matter.id, turn.now)
    if first:
        tell(turn, matter.subject, "ResidentUnheard")
    when = "end" if matter.state in (State.REPORTED, State.ENDED) else "on"
    if when == "on" and not first:
        return
    for coordinator in its_desk(turn, matter)[:1]:
        if matter.trouble_id:
            words = phrase(f"trouble.unheard_{when}", title=title_of(turn, turn.tx.troubles.seen(matter.trouble_id)))
            once = f"unheard:trouble:{matter.trouble_id}:{when}"
            send(turn, coordinator, words, dedupe=once, silent=not may_nag(turn, coordinator.id))
            continue
        key = "anonymous" if matter.anonymous else when
        words = phrase(f"desk.unreachable_{key}", name=resident_name(turn, matter), no=matter.number)
        send(
            turn, coordinator, words, about=matter.subject, dedupe=f"unheard:{matter.id}:{key}",
            silent=matter.anonymous or not may_nag(turn, coordinator.id),
        )  # fmt: skip


def undelivered(turn: Turn[MattersTransaction], person: Person, outbound: Outbound) -> None:
    """What was on its way to a resident came back: she has blocked the bot."""
    room, _, matter_id = outbound.about.partition(":")
    if room == "matter" and outbound.purpose in (RING, "relay"):
        matter = turn.tx.matters.get(matter_id)
        if matter.reporter_id == person.id:
            unheard(turn, matter)
