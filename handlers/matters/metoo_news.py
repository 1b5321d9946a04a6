"""News of a matter that several households share: who joins it, and a tick that tells a few of them in each act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from domain.events import Event
from domain.matters.matter import Matter
from domain.messages import Urgency
from domain.open import Due
from domain.phrases import phrase
from handlers.matters.cards import card_key, owner_of, show_resident
from handlers.matters.clocks import matter_of
from handlers.matters.member_card import material
from handlers.matters.metoo_heard import HEARD
from handlers.matters.metoo_joining import ends_for_all, go_over, helpers_go_along, pass_on, show_lead
from handlers.matters.metoo_parting import barred, elsewhere, in_danger, shared_no_more
from handlers.matters.metoo_photo import ask_for_photo
from handlers.matters.metoo_words import additions, title_of
from handlers.matters.nagging import few
from handlers.matters.ports import MattersTransaction
from handlers.matters.still_together import show_said
from handlers.matters.trouble_leaving import covered_no_more
from handlers.speaking import Line, send
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
