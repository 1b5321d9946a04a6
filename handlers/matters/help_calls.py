"""Colleagues are called for a hand: the nearest first, all at once, and the lead hears when nobody has said yes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from domain.duty.helping import Helper, HelpState, Wanted
from domain.errors import NoLongerPossible
from domain.matters.kinds import kind_of
from domain.matters.matter import Matter, Tier
from domain.messages import Urgency
from domain.open import Due
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, place_of, prompt_of, what_of
from handlers.matters.clocks import matter_of
from handlers.matters.finder import NAME, PERSON, SKILL, THING, Found, near, skill_name, who_can
from handlers.matters.help_words import in_state, may_be_helped, names_of
from handlers.matters.metoo_words import place_named
from handlers.matters.nagging import few, may_nag
from handlers.matters.owners import must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.roles import desk_for
from handlers.speaking import Rows, Tap, quiet, send
from handlers.telling import tell
from handlers.texts.say import Several
from handlers.turn import Turn

AT_ONCE = 5
"""How many are asked in one go: enough that somebody says yes, few enough to be meant."""
RINGS_AN_HOUR = 2
WAIT = "help"


def call_key(matter: Matter, person_id: str) -> str:
    """The message by which somebody is asked; a reply to it goes to the lead."""
    return f"help:{matter.id}:{person_id}"


def asked_key(matter: Matter) -> str:
    """The lead's message that says who was asked."""
    return f"helps:{matter.id}"


def not_to_be_asked(turn: Turn[MattersTransaction], matter: Matter) -> set[str]:
    now = in_state(turn.tx.helpers.of(matter.id), HelpState.ASKED, HelpState.HELPING)
    return {matter.owner_id, *must_not_have(turn, matter), *(helper.person_id for helper in now)}


def ask_people(
    turn: Turn[MattersTransaction], person: Person, matter: Matter, wanted: Wanted, *, farther: bool = False
) -> bool:
    """Asks the nearest who fit, all at once; False when there is nobody. `farther`: whoever was not asked before."""
    out = not_to_be_asked(turn, matter)
    if farther:
        out |= {helper.person_id for helper in turn.tx.helpers.of(matter.id)}
        found = list(islice(who_can(turn, matter, wanted, out), AT_ONCE))
    else:
        found = near(turn, matter, wanted, out, AT_ONCE)
    if not found:
        return False
    if wanted.sort == NAME:
        wanted = Wanted(PERSON, found[0].person.id)
    for each in found:
        helper = Helper(matter.id, each.person.id, HelpState.ASKED, wanted.text, person.id, turn.now)
        turn.tx.helpers.save(helper)
        _call(turn, person, matter, each.person, wanted)
    tell(turn, matter.subject, "HelpAsked", by=person.id, how=wanted.sort, asked=" ".join(f.person.id for f in found))
    again = turn.house.clocks.contact_due(turn.now, matter.tier)
    turn.tx.schedule.add(Due(WAIT, matter.subject, f"{turn.now.isoformat()} {wanted.text}", again))
    lead = owner_of(turn, matter)
    who = phrase("help.lead_you") if lead.id == person.id else phrase("help.lead_other", member=owner_name(lead))
    words = phrase("help.asked", people=several(found), until=again, lead=who)
    if wanted.sort != PERSON:
        what = skill_name(wanted.what) if wanted.sort == SKILL else wanted.what
        words = phrase("help.asked_for", what=what, people=several(found), until=again, lead=who)
    tap = Tap(phrase("help.tap_stop"), "help_stop")
    send(
        turn, person, words, taps=((tap,),), prompt=prompt_of(matter), key=asked_key(matter), about=matter.subject,
        silent=True,
    )  # fmt: skip
    return True


def several(found: Sequence[Found]) -> object:
    return Several(tuple(owner_name(each.person) for each in found))


def _call(turn: Turn[MattersTransaction], lead: Person, matter: Matter, to: Person, wanted: Wanted) -> None:
    """Two an hour ring, and none at night, but for danger."""
    danger = matter.tier is Tier.DANGER
    silent = not danger and (quiet(turn) or not few(turn, "helps", to.id, RINGS_AN_HOUR))
    send(
        turn, to, *call_lines(turn, lead, matter, to, wanted),
        taps=((Tap(phrase("help.tap_yes"), "help_yes"), Tap(phrase("help.tap_no"), "help_no")),),
        prompt=prompt_of(matter), key=call_key(matter, to.id), about=matter.subject, purpose="card",
        urgency=Urgency.DANGER if danger else Urgency.TURN, silent=silent,
    )  # fmt: skip


def what_in_short(matter: Matter) -> object:
    """For whoever has not said yes yet."""
    kind = kind_of(matter.kind)
    return phrase(kind.name_key) if kind.quiet else what_of(matter)


def call_lines(
    turn: Turn[MattersTransaction], lead: Person, matter: Matter, to: Person, wanted: Wanted
) -> tuple[Phrase, ...]:
    """Of what neighbours are not shown, those who have not said yes read no more than the kind and the building."""
    what, place = what_in_short(matter), place_of(matter)
    if kind_of(matter.kind).quiet:
        place = place_named(turn, matter.spot)
    asks = phrase("help.call", lead=owner_name(lead), no=matter.number, what=what, place=place)
    if wanted.sort == SKILL:
        return asks, phrase("help.for_skill", skill=skill_name(wanted.what))
    if wanted.sort == THING:
        thing, unit = turn.tx.hands.thing(to.id, wanted.what, turn.today)
        return asks, phrase("help.for_unit" if unit else "help.for_thing", what=thing or wanted.what, unit=unit)
    return asks, phrase("help.for_you")


def to_desk(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """The desk hears that somebody looks for help and has not found it."""
    desk = next((c for c in desk_for(turn, matter.spot.grid_id) if c.id != person.id), None)
    if desk is None:
        send(turn, person, phrase("help.nobody_now", desk=turn.house.contacts.desk), about=matter.subject)
        return
    tell(turn, matter.subject, "HelpSought", by=person.id, to=desk.id)
    words = phrase("help.sought", lead=owner_name(person), no=matter.number, what=what_of(matter))
    send(
        turn, desk, words, taps=((Tap(phrase("more.help"), "help"),),), prompt=prompt_of(matter), about=matter.subject,
        silent=not may_nag(turn, desk.id),
    )  # fmt: skip
    send(turn, person, phrase("help.sought_done", member=owner_name(desk)), about=matter.subject, silent=True)


# ---- nobody has said yes -------------------------------------------------------------------------------------------


def waited(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """They have had their time: whoever asked hears it, once, and may ask farther off."""
    for row in due:
        matter, wanted = matter_of(turn, row.subject), row.slot.partition(" ")[2]
        silent = in_state(turn.tx.helpers.of(matter.id), HelpState.ASKED)
        asked = [helper for helper in silent if helper.wanted == wanted]
        if asked:
            nobody_yet(turn, matter, asked)


def nobody_yet(turn: Turn[MattersTransaction], matter: Matter, asked: Sequence[Helper] = ()) -> None:
    """`asked`: who have not answered; empty when all have said no."""
    owner = owner_of(turn, matter)
    if not may_be_helped(turn, owner, matter):
        return
    words = phrase("help.no_answer", no=matter.number, what=what_of(matter), people=names_of(turn, asked))
    if not asked:
        words = phrase("help.all_declined", no=matter.number, what=what_of(matter))
    send(
        turn, owner, words, taps=_farther_taps(), prompt=prompt_of(matter), key=asked_key(matter), about=matter.subject,
        silent=quiet(turn) or not may_nag(turn, owner.id),
    )  # fmt: skip


def _farther_taps() -> Rows:
    return ((Tap(phrase("help.tap_farther"), "help_farther"),), (Tap(phrase("help.to_desk"), "help_desk"),))


def farther(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """再问几位: the next nearest for what was asked last. Raises NoLongerPossible."""
    helpers = turn.tx.helpers.of(matter.id)
    if not helpers or not may_be_helped(turn, person, matter):
        raise NoLongerPossible(matter.id)
    wanted = Wanted.of(helpers[-1].wanted)
    if wanted.sort == PERSON or not ask_people(turn, person, matter, wanted, farther=True):
        words, taps = phrase("help.no_more"), ((Tap(phrase("help.to_desk"), "help_desk"),),)
        send(
            turn, person, words, taps=taps, prompt=prompt_of(matter), about=matter.subject, silent=True
        )  # fmt: skip
