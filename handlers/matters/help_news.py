"""What follows when somebody lends a hand, or what she helps with changes: lead, resident and helper hear of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from domain.duty.helping import HelpState
from domain.events import Event
from domain.matters.kinds import private
from domain.matters.matter import Matter
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, prompt_of, show_resident, what_of
from handlers.matters.changing_hands import show_to
from handlers.matters.clocks import matter_of
from handlers.matters.help_answers import call_off, leaves, no_need
from handlers.matters.help_calls import asked_key
from handlers.matters.help_words import in_state
from handlers.matters.member_card import show_member
from handlers.matters.nagging import may_nag
from handlers.matters.owners import must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import at_its_desk
from handlers.speaking import Tap, quiet, send, take_back
from handlers.turn import Turn


def helped_key(matter: Matter, helper_id: str) -> str:
    """The lead's message that somebody helps; a reply to it goes to her."""
    return f"helped:{matter.id}:{helper_id}"


def joined(turn: Turn[MattersTransaction], event: Event) -> None:
    """The helper gets the card; the lead's telephone rings; a desk that asked, and the resident's card, say it."""
    matter = matter_of(turn, event.subject)
    helper, lead = turn.tx.people.get(event.by), owner_of(turn, matter)
    show_member(turn, matter, helper, ring=True, silent=True)
    asker = turn.tx.people.get(str(event.facts["asked_by"]))
    if not in_state(turn.tx.helpers.of(matter.id), HelpState.ASKED):
        take_back(turn, asker, asked_key(matter))
    if asker.id != lead.id and at_its_desk(turn, asker, matter) and not event.facts.get("along"):
        words = phrase(
            "help.joined_for",
            helper=owner_name(helper),
            no=matter.number,
            what=what_of(matter),
            member=owner_name(lead),
        )
        send(turn, asker, words, about=matter.subject, silent=True)
    words = phrase("help.joined", helper=owner_name(helper), no=matter.number, what=what_of(matter))
    silent = bool(event.facts.get("along")) or quiet(turn)  # she came along from another that is the same
    send(turn, lead, words, key=helped_key(matter, helper.id), about=matter.subject, silent=silent)
    _cards(turn, matter)
    show_resident(turn, matter)


def done(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    words = phrase("help.done", helper=_name(turn, event.by), no=matter.number, what=what_of(matter))
    key = helped_key(matter, event.by)
    send(turn, owner_of(turn, matter), words, key=key, about=matter.subject, silent=quiet(turn))
    _cards(turn, matter)
    show_resident(turn, matter)


def left(turn: Turn[MattersTransaction], event: Event) -> None:
    """The lead may look for somebody else, unless it was the lead's own word."""
    matter = matter_of(turn, event.subject)
    helper_id = str(event.facts["helper"])
    if event.facts["why"] not in ("let_go", "owner"):
        lead = owner_of(turn, matter)
        words = phrase("help.left", helper=_name(turn, helper_id), no=matter.number, what=what_of(matter))
        send(
            turn, lead, words, taps=((Tap(phrase("more.help"), "help"),),), prompt=prompt_of(matter),
            about=matter.subject, silent=not may_nag(turn, lead.id),
        )  # fmt: skip
    _cards(turn, matter, helper_id)
    show_resident(turn, matter)


def changed(turn: Turn[MattersTransaction], event: Event) -> None:
    _cards(turn, matter_of(turn, event.subject))


def closed(turn: Turn[MattersTransaction], event: Event) -> None:
    """Nobody needs to come any more; who is helping sees how it goes on, and who has closed it herself is its lead."""
    call_off(turn, matter_of(turn, event.subject))
    passed_on(turn, event)


def passed_on(turn: Turn[MattersTransaction], event: Event) -> None:
    """Whoever helped and has it now is its lead; who must not have it any more does not help either."""
    matter = matter_of(turn, event.subject)
    out = must_not_have(turn, matter)
    for helper in turn.tx.helpers.of(matter.id):
        if helper.person_id != matter.owner_id and helper.person_id not in out:
            continue
        if helper.state is HelpState.ASKED:
            no_need(turn, matter, helper)
        elif helper.state in (HelpState.HELPING, HelpState.DONE):
            leaves(turn, matter, helper, by=event.by, why="owner")
    helpers_see(turn, event)


def over(turn: Turn[MattersTransaction], event: Event) -> None:
    """It has ended: who helped hears how, who is on the way that she need not go."""
    matter = matter_of(turn, event.subject)
    call_off(turn, matter)
    for helper in in_state(turn.tx.helpers.of(matter.id), HelpState.HELPING, HelpState.DONE):
        turn.tx.helpers.save(replace(helper, state=HelpState.OVER))
        to = turn.tx.people.get(helper.person_id)
        key = ENDS.get(event.type, "help.not_needed")
        on_the_way = key == "help.not_needed" and helper.state is HelpState.HELPING
        words = phrase(key, no=matter.number, what=what_of(matter))
        send(turn, to, words, about=matter.subject, silent=quiet(turn) or not on_the_way)
        show_to(turn, matter, [to.id])


ENDS = {"ResidentAgreed": "help.solved", "MatterLapsed": "help.silent"}
"""How whoever helped hears of the end; of any other it is only said that nothing is to be done."""


def made_private(turn: Turn[MattersTransaction], event: Event) -> None:
    """What turns out to be about a person is for one pair of eyes."""
    if private(matter_of(turn, event.subject)):
        over(turn, event)


def helpers_see(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    show_to(turn, matter, _helping(turn, matter))


def _cards(turn: Turn[MattersTransaction], matter: Matter, *also: str) -> None:
    show_to(turn, matter, [matter.owner_id, *_helping(turn, matter), *also])


def _helping(turn: Turn[MattersTransaction], matter: Matter) -> list[str]:
    helpers = in_state(turn.tx.helpers.of(matter.id), HelpState.HELPING, HelpState.DONE)
    return [helper.person_id for helper in helpers]


def _name(turn: Turn[MattersTransaction], person_id: str) -> object:
    person: Person = turn.tx.people.get(person_id)
    return owner_name(person)


REACTIONS: Mapping[str, Sequence[Callable[[Turn[MattersTransaction], Event], None]]] = {
    "HelpAsked": (changed,),
    "HelpDeclined": (changed,),
    "HelperJoined": (joined,),
    "HelperDone": (done,),
    "HelperLeft": (left,),
    "MatterAssigned": (passed_on,),
    "MatterAccepted": (passed_on,),
    "DutyPassed": (passed_on,),
    "MatterClosed": (closed,),
    "ClosingUndone": (helpers_see,),
    "MatterReported": (helpers_see,),
    "MatterPaused": (helpers_see,),
    "MatterResumed": (helpers_see,),
    "ResidentAgreed": (over,),
    "MatterLapsed": (over,),
    "MatterWithdrawn": (over,),
    "MattersUnited": (over,),
    "MatterNoted": (over,),
    "MatterJoined": (over,),
    "KindSet": (made_private,),
    "WishSet": (made_private,),
}
