"""What each household that waits with a shared matter hears of what happens to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from domain.events import Event
from domain.matters.matter import Act, Cause, Matter, State
from domain.messages import Urgency
from domain.phrases import phrase
from handlers.matters.apologies import MOVED, SAME, UNANSWERED, own_up
from handlers.matters.assigning import HEIR, owner_name
from handlers.matters.cards import how_it_stands, owner_of, show_resident
from handlers.matters.extending import longer_line, why_longer
from handlers.matters.hotline import OUT
from handlers.matters.judging import closing_content
from handlers.matters.metoo_joining import ends_for_all
from handlers.matters.metoo_words import for_all
from handlers.matters.ports import MattersTransaction
from handlers.matters.ringing import TAKEN, ring
from handlers.matters.talking import relay_to_neighbour
from handlers.matters.trouble_joining import adopt, still_running
from handlers.matters.urgency import moves_promise, tier_line
from handlers.telling import tell
from handlers.turn import Turn


def _assigned(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    why, promised = str(event.facts["why"]), datetime.fromisoformat(str(event.facts["promised"]))
    overtaken = why == "taken_over" or event.facts["owner"] != lead.owner_id  # the rest follows, or has been
    if why == "late" and promised <= event.at:
        own_up(turn, matter, MOVED, promised)
    elif overtaken or (why == HEIR and event.facts["before"] == lead.owner_id):
        show_resident(turn, matter)
    else:
        ring(turn, matter, phrase("ring.new_owner", member=owner_name(owner_of(turn, lead)), until=lead.promise_at))


def _accepted(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    if event.by == lead.owner_id and lead.state is State.TAKEN:
        words = phrase("ring.accepted", member=owner_name(owner_of(turn, lead)), until=lead.promise_at)
        ring(turn, matter, words, most=TAKEN)


def _progress(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    """What its member says to all."""
    if event.facts.get("all"):
        relay_to_neighbour(turn, lead, matter, event)


def _overdue(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    own_up(turn, matter, SAME, lead.result_due_at)


def _unanswered(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    own_up(turn, matter, UNANSWERED, lead.contact_due_at)


def _stands(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    """It waits for something, or is promised for another time."""
    ring(turn, matter, how_it_stands(turn, lead, to_neighbour=True))


def _paused(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    """With the reason in its member's words, unless they say whose home it is."""
    words_id = event.content_id or str(event.facts["words"])
    words = turn.tx.contents.get(words_id).text if words_id else ""
    if not (lead.paused and words and for_all(turn, lead, words)):
        _stands(turn, lead, matter, event)
        return
    member = owner_name(owner_of(turn, lead))
    ring(turn, matter, phrase("stands.paused", member=member, wait=words, until=lead.paused_until))


def _reclassified(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    if moves_promise(event):
        ring(turn, matter, tier_line(turn, lead))


def _reckoned(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    """The calendar has changed."""
    if event.facts["moved"]:
        words = phrase("ring.calendar", member=owner_name(owner_of(turn, lead)), until=lead.promise_at)
        ring(turn, matter, words, urgency=Urgency.NOTICE)


def _longer(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    """With the reason, unless it says whose home it is."""
    why = why_longer(turn, event)
    named = bool(why) and not for_all(turn, lead, why)
    ring(turn, matter, how_it_stands(turn, lead) if named else longer_line(turn, lead, why))


def _at_hotline(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    """Without its number there, under which the first household's words can be asked for."""
    if event.facts["way"] == OUT:
        ring(turn, matter, phrase("metoo.hotline", member=owner_name(owner_of(turn, lead)), until=lead.promise_at))
    else:
        show_resident(turn, matter)


def _goes_with_trouble(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    """What the desk has made of one holds for all."""
    trouble = still_running(turn, lead.trouble_id)
    if trouble is not None:
        adopt(turn, matter, trouble)


def _closed(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    """Closed with the same line where all may read it; she is asked her own question. Unless it is open again."""
    if lead.state not in (State.REPORTED, State.ENDED) or not ends_for_all(lead):
        return
    cause, words = lead.cause or Cause.SOLVED, closing_content(turn, lead)
    closed = matter.after(Act.CLOSE, cause=cause, closed_at=turn.now, turn=matter.turn + 1)
    turn.tx.matters.save(closed.after(Act.ANNOUNCE))
    told = words is not None and for_all(turn, lead, words.text)
    tell(
        turn, matter.subject, "MatterClosed", by=lead.owner_id, cause=cause.value, lead=lead.id,
        level=lead.settled_at.value, before=matter.owner_id, words=words.id if words is not None and told else "",
    )  # fmt: skip
    tell(turn, matter.subject, "MatterReported", by=lead.owner_id, cause=cause.value, lead=lead.id)


HEARD: Mapping[str, Callable[[Turn[MattersTransaction], Matter, Matter, Event], None]] = {
    "MatterAssigned": _assigned,
    "MatterAccepted": _accepted,
    "ProgressReported": _progress,
    "MatterOverdue": _overdue,
    "MatterUnanswered": _unanswered,
    "MatterPaused": _paused,
    "MatterResumed": _stands,
    "MatterRaised": _reclassified,
    "MatterRelaxed": _reclassified,
    "ClocksReckoned": _reckoned,
    "ExtensionGranted": _longer,
    "HotlineSet": _at_hotline,
    "MatterJoined": _goes_with_trouble,
    "MatterReported": _closed,
}
