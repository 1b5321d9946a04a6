"""Ringing the resident: a short new message that hangs under her card, and what follows when she cannot be reached."""

from __future__ import annotations

from datetime import datetime

from domain.matters.matter import Matter, State, Tier
from domain.messages import Outbound, Urgency
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import owner_name, resident_name
from handlers.matters.cards import prompt_of, resident_key, show_resident
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_words import title_of
from handlers.roles import desk_for
from handlers.speaking import Line, Rows, quiet, send
from handlers.telling import tell
from handlers.turn import Turn


def ring(
    turn: Turn[MattersTransaction],
    matter: Matter,
    *lines: Line,
    taps: Rows = (),
    key: str = "",
    dedupe: str = "",
    urgency: Urgency = Urgency.TURN,
) -> None:
    """Sends the new message and edits her card. It rings by day, and at night only for danger.

    `urgency` NOTICE is for what many households are told at once: nobody's answer waits behind it.
    """
    resident = turn.tx.people.get(matter.reporter_id)
    arrives = send(
        turn, resident, *lines, taps=taps, prompt=prompt_of(matter), about=matter.subject, key=key, dedupe=dedupe,
        reply_to=resident_key(matter, resident), purpose="ring", silent=quiet(turn) and matter.tier is not Tier.DANGER,
        urgency=urgency,
    )  # fmt: skip
    if arrives:
        show_resident(turn, matter, urgency=urgency)
    else:
        unheard(turn, matter)


def ring_late(
    turn: Turn[MattersTransaction], matter: Matter, promised: datetime, owner: Person, *, moved: bool = True
) -> None:
    """A promise was not kept: said plainly, with who has it now (`moved`: another than before) and the new one."""
    key = "ring.late" if moved else "ring.late_same"
    ring(turn, matter, phrase(key, until=promised, owner=owner_name(owner), new_until=matter.promise_at))


def unheard(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """She blocked or deleted the bot: the matter goes on, and stands on the desk until she was told in person.

    The desk hears once, and once more at the end, that she must be told in person; of all who wait for the end of a
    known trouble together.
    """
    if turn.tx.unheard.add(matter.id, turn.now):
        tell(turn, matter.subject, "ResidentUnheard")
    when = "end" if matter.state in (State.REPORTED, State.ENDED) else "on"
    for coordinator in desk_for(turn, matter.spot.grid_id)[:1]:
        if matter.trouble_id:
            words = phrase(f"trouble.unheard_{when}", title=title_of(turn, turn.tx.troubles.seen(matter.trouble_id)))
            once = f"unheard:trouble:{matter.trouble_id}:{when}"
            send(turn, coordinator, words, dedupe=once, silent=quiet(turn))
            continue
        key = "anonymous" if matter.anonymous else when
        words = phrase(f"desk.unreachable_{key}", name=resident_name(turn, matter), no=matter.number)
        send(
            turn, coordinator, words, about=matter.subject, dedupe=f"unheard:{matter.id}:{key}",
            silent=quiet(turn) or matter.anonymous,
        )  # fmt: skip


def undelivered(turn: Turn[MattersTransaction], person: Person, outbound: Outbound) -> None:
    """What was on its way to a resident came back: she has blocked the bot."""
    room, _, matter_id = outbound.about.partition(":")
    if room == "matter" and outbound.purpose in ("ring", "relay"):
        matter = turn.tx.matters.get(matter_id)
        if matter.reporter_id == person.id:
            unheard(turn, matter)
