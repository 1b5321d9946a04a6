"""加人: somebody answers here from now on; whoever is new gets an invitation to be passed on."""

from __future__ import annotations

import re

from domain.areas import Area, AreaKind
from domain.errors import NotAllowed
from domain.open import OpenDialog
from domain.people.person import Appointment, Person, Role
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, ask, choose
from handlers.matters.assigning import owner_name
from handlers.people.invitations import invite
from handlers.questions import until_read
from handlers.rights import may_invite
from handlers.roster.asking import agreed, number_said, without_number
from handlers.roster.changing import Plan
from handlers.roster.finishing import done
from handlers.roster.ports import RosterTransaction
from handlers.roster.ranks import counted
from handlers.roster.scope import area_in_scope, people_of, role_at
from handlers.speaking import send
from handlers.texts.say import Named, Several
from handlers.turn import Turn

LONGEST = 30
OTHER, NO_PHONE, FIRST, LAST = "other", "none", "first", "last"


def split_name(words: str) -> tuple[str, str]:
    """李梅 138 0000 0000 as name and telephone, "" where there is none that could be one."""
    return without_number(words)[:LONGEST], number_said(words) or ""


def ask_whom(turn: Turn[RosterTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a Plan or None. Raises NotAllowed, NoLongerPossible."""
    area = area_in_scope(turn, person, dialog.subject)
    said = yield from ask("name", phrase("roster.add_who", area=_named(area)))
    name, phone = split_name(said)
    if not name:
        name = (yield from ask("only_name", phrase("roster.add_name")))[:LONGEST]
    if not phone:
        skip = (Option(NO_PHONE, phrase("roster.add_no_phone")),)
        words = phrase("roster.add_phone", name=name)
        phone = yield from until_read("phone", words, number_said, phrase("roster.phone_wrong"), skip)
        phone = "" if phone == NO_PHONE else phone
    known = yield from _known(turn, person, name, phone)
    whom = known or Person(turn.tx.new_id(), name)
    return (yield from _at_what_place(turn, area, whom, phone, newcomer=known is None))


def _known(turn: Turn[RosterTransaction], person: Person, name: str, phone: str) -> Asking:
    """Somebody of the roster who is meant; None for somebody new. The same name and number are the same person."""
    digits = re.sub(r"\D", "", phone)
    for post in turn.tx.roster.with_number(digits) if digits else ():
        holder: Person = turn.tx.people.get(post.person_id)
        if name in (holder.name, holder.name_en):
            return holder
    named = {post.person_id: post for post in turn.tx.roster.named(person.id, name)}
    if not named:
        return None
    options = []
    for id in named:
        areas = tuple(_area_name(turn, post) for post in turn.tx.roster.of_person(id))
        options.append(Option(id, phrase("roster.add_same", name=name, areas=Several(areas))))
    options.append(Option(OTHER, phrase("roster.add_other")))
    chosen = yield from choose("same", phrase("roster.add_which", name=name), options=options)
    return None if chosen == OTHER else turn.tx.people.get(chosen)


def _at_what_place(turn: Turn[RosterTransaction], area: Area, whom: Person, phone: str, *, newcomer: bool) -> Asking:
    role = role_at(area)
    there = [post for post in people_of(turn, area.id) if post.role is role]
    if any(post.person_id == whom.id for post in there):
        yield Question(
            "there", (phrase("roster.add_there", member=owner_name(whom), area=_named(area)),),
            (Option("ok", phrase("roster.ok")),),
        )  # fmt: skip
        return None
    place = LAST
    if there and role is Role.MEMBER:
        options = (Option(LAST, phrase("roster.add_last", n=len(there) + 1)), Option(FIRST, phrase("roster.add_first")))
        place = yield from choose(
            "place", phrase("roster.add_place", member=owner_name(whom)), options=options, rows=(2,)
        )
    rank = 1 if place == FIRST else len(there) + 1
    known = turn.tx.roster.of_person(whom.id)
    phone = phone or next((post.phone for post in known if post.phone), "")
    added = Appointment(whom.id, area.id, role, rank, phone)
    others, told = counted(turn, area, [added, *there] if place == FIRST else [*there, added])
    line = phrase(_line_key(role, area), member=owner_name(whom), area=_named(area), n=rank)
    plan = Plan("added", {whom.id: line, **told}, (added, *others), newcomer=whom if newcomer else None)
    return (yield from agreed(turn, plan))


def _line_key(role: Role, area: Area) -> str:
    if role is Role.COORDINATOR:
        return "roster.add_line_desk"
    return "roster.add_line_building" if area.kind is AreaKind.BUILDING else "roster.add_line"


def add(turn: Turn[RosterTransaction], person: Person, dialog: OpenDialog, plan: Plan | None) -> None:
    """Raises NotAllowed."""
    if not done(turn, person, plan) or plan is None:
        return
    whom = turn.tx.people.get(next(iter(plan.lines)))
    if not whom.reachable and may_invite(turn, person, whom):
        send_link(turn, person, whom)


def send_link(turn: Turn[RosterTransaction], person: Person, whom: Person) -> None:
    """A message that can be passed on as it is; an earlier link of hers opens nothing any more. Raises NotAllowed."""
    if not may_invite(turn, person, whom):
        raise NotAllowed(f"{person.id} invites {whom.id}")
    link = turn.house.bot_link + invite(turn, whom, person.id)
    send(turn, person, phrase("roster.link_lead", member=owner_name(whom)), silent=True)
    words = phrase("roster.link", member=owner_name(whom), desk=turn.house.contacts.desk, link=link)
    send(turn, person, words, silent=True)


def _area_name(turn: Turn[RosterTransaction], post: Appointment) -> Named:
    return _named(turn.tx.areas.tree().areas[post.area_id])


def _named(area: Area) -> Named:
    return Named(area.name, area.name_en)


ADD = Script("roster_add", ask_whom, add, calm=True)
