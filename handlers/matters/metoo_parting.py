"""What goes together no more: another place, a kind or a danger that is not shared, an owner whom one must not have."""

from __future__ import annotations

from dataclasses import replace

from domain.events import Event
from domain.matters.likeness import apart, may_be_shared
from domain.matters.matter import Matter, Tier
from handlers.matters.clocks import matter_of
from handlers.matters.metoo_joining import as_it_stood, pass_on, separate, show_lead
from handlers.matters.owners import must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.turn import Turn


def shared_no_more(turn: Turn[MattersTransaction], event: Event) -> None:
    """Of another kind than it seemed, which is not shared; that its name is hidden changes nothing for the others."""
    matter = matter_of(turn, event.subject)
    if not matter.in_hand or may_be_shared(replace(matter, anonymous=False)):
        return
    if matter.follows:
        separate(turn, matter, event.by)
    else:
        _without_the_others(turn, matter)


def in_danger(turn: Turn[MattersTransaction], event: Event) -> None:
    """The alarm is for one household: the others go on with the clocks that all of them had before it."""
    lead = matter_of(turn, event.subject)
    if lead.tier is Tier.DANGER and lead.in_hand and turn.tx.supporters.waiting(lead.id):
        pass_on(turn, as_it_stood(turn, lead, event), asked=())
        show_lead(turn, lead)


def elsewhere(turn: Turn[MattersTransaction], event: Event) -> None:
    """Put right, its place is not the others': whoever waits goes where hers lies, or stays where the others' do."""
    matter = matter_of(turn, event.subject)
    if not matter.in_hand or not event.facts.get("moved"):
        return
    if matter.follows:
        if apart(matter.spot, turn.tx.matters.get(matter.follows).spot):
            separate(turn, matter, event.by, "place")
    elif any(apart(matter.spot, waiting.spot) for waiting in turn.tx.supporters.of(matter.id, 1)):
        _without_the_others(turn, matter)


def _without_the_others(turn: Turn[MattersTransaction], lead: Matter) -> None:
    if pass_on(turn, lead) is not None:
        show_lead(turn, lead)


def barred(turn: Turn[MattersTransaction], event: Event) -> None:
    """Whoever has the lead now reported one of the others herself, or its resident asked for somebody else."""
    lead = matter_of(turn, event.subject)
    if not turn.tx.supporters.waiting(lead.id):
        return
    hers = [each for each in turn.tx.matters.of_reporter(lead.owner_id) if each.follows == lead.id]
    waiting = {each.id: each for each in (*hers, *turn.tx.supporters.of(lead.id))}
    for each in waiting.values():
        if lead.owner_id in must_not_have(turn, each):
            separate(turn, turn.tx.matters.get(each.id), "")
