"""What happens to a matter that several households share is told to each of them, a few in each act, and closes all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from domain.events import Event
from domain.matters.matter import Act, Cause, Matter, State
from domain.messages import Urgency
from domain.open import Due
from domain.phrases import phrase
from handlers.matters.apologies import MOVED, SAME, UNANSWERED, own_up
from handlers.matters.assigning import HEIR, owner_name
from handlers.matters.cards import card_key, how_it_stands, owner_of, show_resident
from handlers.matters.clocks import matter_of
from handlers.matters.extending import longer_line, why_longer
from handlers.matters.hotline import OUT
from handlers.matters.judging import closing_content
from handlers.matters.member_card import material
from handlers.matters.metoo_joining import ends_for_all, go_over, helpers_go_along, pass_on, show_lead
from handlers.matters.metoo_parting import barred, elsewhere, in_danger, shared_no_more
from handlers.matters.metoo_photo import ask_for_photo
from handlers.matters.metoo_words import additions, for_all, title_of
from handlers.matters.nagging import few
from handlers.matters.ports import MattersTransaction
from handlers.matters.ringing import TAKEN, ring
from handlers.matters.still_together import show_said
from handlers.matters.talking import relay_to_neighbour
from handlers.matters.trouble_joining import adopt, still_running
from handlers.matters.trouble_leaving import covered_no_more
from handlers.matters.urgency import moves_promise, tier_line
from handlers.speaking import Line, send
from handlers.telling import tell
from handlers.turn import Turn

NEWS = "metoo_news"
IN_ONE_ACT = 2
"""Households told in one act: many may wait, and nobody else may wait for that."""
MOST_MEDIA = 10
MOST_ALONE = 3
"""Words of neighbours that come to one member by themselves within an hour: when the heating fails twenty do."""


# ---- somebody joins ------------------------------------------------------------------------------------------------


def supported(turn: Turn[MattersTransaction], event: Event) -> None:
    """Whoever has the lead sees one household more, and what that one adds; the first may be asked for her photo."""
    matter = matter_of(turn, event.subject)
    if not matter.follows:
        return
    lead = turn.tx.matters.get(matter.follows)
    show_lead(turn, lead)
    _hand_in_additions(turn, lead, matter)
    show_resident(turn, lead, urgency=Urgency.NOTICE)  # a whole street may report: answers go before a count
    ask_for_photo(turn, lead)


def _hand_in_additions(turn: Turn[MattersTransaction], lead: Matter, matter: Matter) -> None:
    """Her words and pictures, without her name; a reply to them goes to her alone."""
    words = additions(matter, turn.tx.contents.of(matter.subject), matter.what)
    media = material(turn, matter)[:MOST_MEDIA]
    owner = owner_of(turn, lead)
    if matter.reopened or (words and not media and not few(turn, "additions", owner.id, MOST_ALONE)):
        show_said(turn, lead, matter)
        return
    if not words and not media:
        return
    lines: list[Line] = [phrase("metoo.adds", line=line, **title_of(lead)) for line in words[:1]]
    lines = lines or [phrase("metoo.adds_media", **title_of(lead))]
    send(
        turn, owner, *lines, *media, about=matter.subject, reply_to=card_key(lead, owner), purpose="material",
        key=f"material:{matter.id}:{owner.id}", silent=True,
    )  # fmt: skip


# ---- something happens ---------------------------------------------------------------------------------------------


def followed(turn: Turn[MattersTransaction], event: Event) -> None:
    """All households that wait with it will hear of it."""
    matter_id = event.subject.partition(":")[2]
    if turn.tx.supporters.waiting(matter_id):
        _next(turn, event.subject)


def ended_for_one(turn: Turn[MattersTransaction], event: Event) -> None:
    """It was closed for a reason of its own household's: the others go on."""
    matter = matter_of(turn, event.subject)
    if not ends_for_all(matter):
        pass_on(turn, matter)


def part_of_another(turn: Turn[MattersTransaction], event: Event) -> None:
    """Its household had two of the same."""
    younger, elder = matter_of(turn, event.subject), turn.tx.matters.get(str(event.facts["into"]))
    go_over(turn, younger, elder)
    if elder.in_hand:
        helpers_go_along(turn, younger, elder)


def _next(turn: Turn[MattersTransaction], subject: str) -> None:
    turn.tx.schedule.add(Due(NEWS, subject, turn.tx.new_id(), turn.now))


def news(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """The next few hear all that they have not heard yet, in its order; and a row for those after them."""
    for subject in dict.fromkeys(row.subject for row in due):
        lead, events = matter_of(turn, subject), turn.tx.events.of(subject)
        found = turn.tx.supporters.next_untold(lead.id, events[-1].seq, IN_ONE_ACT)
        for matter_id, told in found:
            for event in (event for event in events if event.seq > told and event.type in HEARD):
                matter = turn.tx.matters.get(matter_id)
                if matter.follows == lead.id:
                    HEARD[event.type](turn, lead, matter, event)
        if len(found) == IN_ONE_ACT:
            _next(turn, subject)


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
REACTIONS: Mapping[str, Sequence[Callable[[Turn[MattersTransaction], Event], None]]] = {
    "MatterFiled": (supported,),
    **dict.fromkeys(HEARD, (followed,)),
    "MatterJoined": (supported, followed),
    "MatterReported": (ended_for_one, followed),
    "MattersUnited": (part_of_another,),
    "KindSet": (shared_no_more, covered_no_more),
    "WishSet": (shared_no_more,),
    "PlaceSet": (elsewhere, covered_no_more),
    "MatterRaised": (in_danger, followed),
    "MatterAssigned": (barred, followed),
    "MatterAccepted": (barred, followed),
}
TICKS = {NEWS: news}
