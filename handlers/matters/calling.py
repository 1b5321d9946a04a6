"""请打电话给我: her number goes to the one owner, for the one matter, after a yes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from domain.areas import Spot
from domain.errors import NoLongerPossible
from domain.matters.draft import Draft
from domain.matters.kinds import OTHER
from domain.matters.matter import Matter
from domain.messages import Contact, Inbound, Keys
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, begin, choose
from handlers.keyboard import lasting_keys
from handlers.matters.assigning import owner_name, resident_name
from handlers.matters.cards import owner_of, short_of, what_of
from handlers.matters.command import FileMatter
from handlers.matters.filing import file_matter
from handlers.matters.member_card import show_member
from handlers.matters.owners import About, first_owner
from handlers.matters.places import Whereabouts, locate
from handlers.matters.ports import MattersTransaction
from handlers.speaking import quiet, send, voice_of
from handlers.telling import tell
from handlers.turn import Turn

NUMBER = re.compile(r"^\+?[\d][\d\- ]{5,18}\d$")
NEW = "new"
MOST_NUMBERS = 5
LEAST_DIGITS = 7
NONE = "none"


def call(turn: Turn[MattersTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """请打电话给我: for the one she has open, else it is asked for which."""
    open_ones = _open(turn, person)
    begin(turn, person, CALL, subject=open_ones[0].id if len(open_ones) == 1 else "")


def number_alone(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """A telephone number and nothing else: she would like to be rung back, on that number."""
    number = inbound.text.strip()
    if inbound.media or not NUMBER.match(number) or sum(c.isdigit() for c in number) < LEAST_DIGITS:
        return False
    open_ones = _open(turn, person)
    subject = open_ones[0].id if len(open_ones) == 1 else ""
    begin(turn, person, CALL, subject=subject, draft={"phone": number})
    return True


def _open(turn: Turn[MattersTransaction], person: Person) -> list[Matter]:
    return [matter for matter in turn.tx.matters.of_reporter(person.id) if matter.in_hand]


def ask_number(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (matter id or "" for a new matter, telephone, spot or None) or None."""
    matter_id = dialog.subject
    if not matter_id:
        matter_id = yield from _which(turn, person)
    matter = turn.tx.matters.get(matter_id) if matter_id != NEW else None
    spot = None
    if matter is None:
        where = Whereabouts(turn, person)
        why = phrase("call.where")
        spot = where.known(Draft(turn.now, turn.now)) or (yield from locate(where, "place", why))
    owner = owner_of(turn, matter) if matter else _whoever(turn, person, spot or Spot("", ""))
    key = "call.sure_new" if matter is None else "call.sure_asked" if dialog.draft.get("asked") else "call.sure"
    about = {"member": owner_name(owner), "what": what_of(matter) if matter else ""}
    phone = yield from _number(str(dialog.draft.get("phone") or person.phone), key, about)
    return (matter_id, phone, spot) if phone else None


def _whoever(turn: Turn[MattersTransaction], person: Person, spot: Spot) -> Person:
    tier = turn.house.practice.tier_of(OTHER, turn.today)
    return first_owner(turn, About(spot, OTHER, tier, person.id)).person


def _number(known: str, key: str, about: Mapping[str, object]) -> Asking:
    """The number to show after a yes to exactly that number, member and matter; "" after a no."""
    phone = known
    options = (
        Option("yes", phrase("call.yes"), sealed=True),
        Option("other", phrase("call.other")),
        Option("no", phrase("call.no")),
    )
    for n in range(MOST_NUMBERS):
        if not phone:
            ask = ("contact", phrase("call.send_number"))
            none = (Option(NONE, phrase("call.no")),)
            phone = yield Question(f"phone.{n}", (phrase("call.number"),), none, read=read_number, ask=ask)
            if phone == NONE:
                return ""
        sure = yield from choose(f"sure.{n}", phrase(key, phone=phone, **about), options=options, rows=(2, 1))
        if sure != "other":
            return phone if sure == "yes" else ""
        phone = ""
    return ""


def _which(turn: Turn[MattersTransaction], person: Person) -> Asking:
    open_ones = _open(turn, person)
    if not open_ones:
        return NEW
    options = [Option(m.id, phrase("tap.open", no=m.number, what=short_of(m))) for m in open_ones[:6]]
    return (
        yield from choose(
            "which", phrase("call.which"), options=[*options, Option(NEW, phrase("call.new"))], valid=lambda v: True
        )
    )


def read_number(given: Inbound) -> str | None:
    """The sender's own shared contact, or a typed telephone number."""
    contact = given.part(Contact)
    if contact is not None:
        return contact.phone if contact.own else None
    return given.text.strip() if NUMBER.match(given.text.strip()) else None


def show_number(
    turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, result: tuple[str, str, object] | None
) -> None:
    """Raises NoLongerPossible when nobody has anything to do about the matter any more."""
    if result is None:
        send(turn, person, phrase("call.kept"), Keys(lasting_keys(turn, person)))
        return
    matter_id, phone, spot = result
    if matter_id != NEW and not turn.tx.matters.get(matter_id).in_hand:
        raise NoLongerPossible(matter_id)
    turn.tx.people.save(replace(turn.tx.people.get(person.id), phone=phone))
    matter = turn.tx.matters.get(matter_id) if matter_id != NEW else _new(turn, person, spot)
    matter = replace(matter, show_phone=True)
    turn.tx.matters.save(matter)
    tell(turn, matter.subject, "PhoneShown", by=person.id, to=matter.owner_id)
    owner = owner_of(turn, matter)
    show_member(turn, matter, owner)
    send(
        turn,
        owner,
        phrase("member.please_call", resident=resident_name(turn, matter), phone=phone, no=matter.number),
        about=matter.subject,
        silent=quiet(turn),
        key=number_key(matter, owner),
    )
    send(
        turn,
        person,
        phrase("call.shown", member=owner_name(owner)),
        Keys(lasting_keys(turn, person)),
        about=matter.subject,
    )


def number_key(matter: Matter, owner: Person) -> str:
    """Of the message that gives the number to this owner."""
    return f"number:{matter.id}:{owner.id}"


def _new(turn: Turn[MattersTransaction], person: Person, spot: object) -> Matter:
    assert isinstance(spot, Spot)
    words = voice_of(turn, person).say(phrase("call.words"))
    draft = Draft(turn.now, turn.now).with_words("", words, turn.now)
    tier = turn.house.practice.tier_of(OTHER, turn.today)
    return file_matter(turn, person, FileMatter(draft, OTHER, tier, spot, words))


CALL = Script("call", ask_number, show_number)
