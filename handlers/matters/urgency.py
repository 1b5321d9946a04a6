"""急不急: another tier, with the clocks that it gives; the resident hears of it when her promise moves, and why."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.events import Event
from domain.matters.matter import Matter, State, Tier
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Script, choose
from handlers.matters.assigning import owner_name, reclassify
from handlers.matters.cards import owner_of, what_of
from handlers.matters.clocks import matter_of, replan
from handlers.matters.member_card import has_card, show_member
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import at_its_desk, must_be_at_its_desk
from handlers.matters.ringing import ring
from handlers.speaking import send
from handlers.turn import Turn

NO = "no"


def may_be_reclassified(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    return matter.in_hand and not matter.joined and at_its_desk(turn, person, matter)


def ask_tier(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a tier's value, or "no" for none: what rings for everybody is asked once more."""
    matter = turn.tx.matters.get(dialog.subject)
    options = [Option(tier.value, phrase(f"tier.{tier.value}")) for tier in Tier if tier is not matter.tier]
    now = phrase(f"tier.{matter.tier.value}")
    words = phrase("tier.which", no=matter.number, what=what_of(matter), tier=now)
    tier = yield from choose("tier", words, options=options)
    if tier != Tier.DANGER:
        return tier
    sure = (Option(Tier.DANGER.value, phrase("tier.sure_yes")), Option(NO, phrase("tier.sure_no")))
    key = "tier.sure_mine" if matter.owner_id == person.id else "tier.sure"
    words = phrase(key, no=matter.number, what=what_of(matter), member=owner_name(owner_of(turn, matter)))
    return (yield from choose("sure", words, options=sure, rows=(2,)))


def set_tier(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, value: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    if value == NO:
        send(turn, person, phrase("small.left"))
        return
    matter, tier = turn.tx.matters.get(dialog.subject), Tier(value)
    must_be_at_its_desk(turn, person, matter)
    if not may_be_reclassified(turn, person, matter) or tier is matter.tier:
        raise NoLongerPossible(matter.id)
    reclassify(turn, matter, tier, person.id)
    send(turn, person, phrase("tier.set", no=matter.number, tier=phrase(f"tier.{value}")), silent=True)


URGENCY = Script("urgency", ask_tier, set_tier, calm=True)


def relaxed(turn: Turn[MattersTransaction], event: Event) -> None:
    """Less urgent now: cards say so, and the resident hears why she is to wait for longer."""
    matter = matter_of(turn, event.subject)
    replan(turn, matter)
    for person_id in dict.fromkeys([matter.owner_id, *turn.tx.asked.of(matter.id)]):
        person = turn.tx.people.get(person_id)
        if has_card(turn, matter, person):
            show_member(turn, matter, person)
    promise_moved(turn, event)


def promise_moved(turn: Turn[MattersTransaction], event: Event) -> None:
    """Told with its reason, unless she was the one who said that it is urgent."""
    matter = matter_of(turn, event.subject)
    if event.by != matter.reporter_id and moves_promise(event):
        ring(turn, matter, tier_line(turn, matter))


def moves_promise(event: Event) -> bool:
    return str(event.facts["before"]) != str(event.facts["promise"])


def tier_line(turn: Turn[MattersTransaction], matter: Matter) -> Phrase:
    """What it is looked after as, by whom and until when."""
    key = "tier.told_waiting" if matter.state is State.WAITING else "tier.told"
    tier, owner = phrase(f"tier.{matter.tier.value}"), owner_name(owner_of(turn, matter))
    return phrase(key, tier=tier, member=owner, until=matter.promise_at)
