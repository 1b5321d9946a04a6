"""Joining the roster: a one-time link of 128 bits, kept as a hash, good for seven days, confirmed by name."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from domain.errors import NotFound
from domain.messages import Inbound, Keys, Reply
from domain.open import OpenDialog
from domain.people.person import Invitation, Person, Role
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script, begin, choose
from handlers.keyboard import lasting_keys
from handlers.people import not_herself
from handlers.people.menu import set_menu
from handlers.ports import Transaction
from handlers.rights import may_invite
from handlers.roles import desk_for, holds
from handlers.speaking import Tap, quiet, send, voice_of
from handlers.telling import tell
from handlers.texts.say import Named, Several
from handlers.turn import Turn

PREFIX = "i"
BITS = 128


def invite(turn: Turn[Transaction], person: Person, by: str = "") -> str:
    """Makes a new invitation for somebody on the roster; returns the deep link's payload (shown once, never stored)."""
    code = f"{PREFIX}{turn.tx.chance.getrandbits(BITS):032x}"
    turn.tx.roster.invite(Invitation(_hash(code), person.id, turn.now))
    tell(turn, f"person:{person.id}", "Invited", by=by)
    return code


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def joined(turn: Turn[Transaction], person: Person, scene: str) -> bool:
    """An invitation's payload: "are you …?", or what to do when it is used up or too old."""
    if not scene.startswith(PREFIX) or len(scene) != BITS // 4 + 1:
        return False
    invitation = turn.tx.roster.invitation(_hash(scene))
    if invitation is None or not turn.tx.roster.of_person(invitation.person_id):
        send(turn, person, phrase("invite.unknown", desk=turn.house.contacts.desk))
    elif invitation.used_at is not None:
        key = "invite.already" if invitation.person_id == person.id else "invite.used"
        send(turn, person, phrase(key, desk=turn.house.contacts.desk))
    elif invitation.expired(turn.now) and invitation.person_id == person.id:
        send(turn, person, phrase("invite.already", desk=turn.house.contacts.desk))
    elif invitation.expired(turn.now):
        taps = ((Tap(phrase("invite.ask_new"), "ask"),),)
        send(turn, person, phrase("invite.expired"), taps=taps, prompt=f"inv:{invitation.person_id}", key="invite")
    else:
        begin(turn, person, JOIN, subject=invitation.code_hash)
    return True


def ask_name(turn: Turn[Transaction], person: Person, dialog: OpenDialog) -> Asking:
    invitation = turn.tx.roster.invitation(dialog.subject)
    if invitation is None:
        raise NotFound(dialog.subject)
    named = turn.tx.people.get(invitation.person_id)
    options = (Option("yes", phrase("invite.yes")), Option("no", phrase("invite.no")))
    return (
        yield from choose(
            "me",
            phrase("invite.are_you", name=Named(named.name, named.name_en), areas=_areas(turn, named)),
            options=options,
            rows=(2,),
        )
    )


def join(turn: Turn[Transaction], person: Person, dialog: OpenDialog, answer: str) -> None:
    """The account becomes the person on the roster and keeps what it had as a resident; the desk is told either way."""
    invitation = turn.tx.roster.invitation(dialog.subject)
    if invitation is None or invitation.expired(turn.now) or not turn.tx.roster.of_person(invitation.person_id):
        send(turn, person, phrase("invite.unknown", desk=turn.house.contacts.desk))
        return
    named = turn.tx.people.get(invitation.person_id)
    if answer == "no":
        send(turn, person, phrase("invite.not_me", desk=turn.house.contacts.desk))
        for desk in _desks(turn, named):
            words = phrase("invite.desk_wrong", name=Named(named.name, named.name_en))
            send(turn, desk, words, silent=quiet(turn))
        return
    if not turn.tx.roster.use_invitation(invitation.code_hash, turn.now):
        send(turn, person, phrase("invite.used", desk=turn.house.contacts.desk))
        return
    new = person.id != named.id
    left = _leave_old_accounts(turn, named) if new else []
    if new:
        turn.tx.people.merge(person.id, named.id)
        # she goes on as she was in this chat: language, notice read, place and number given
        kept = replace(person, id=named.id, name=named.name, name_en=named.name_en)
        turn.tx.people.save(replace(kept, phone=person.phone or named.phone))
    event = tell(
        turn, f"person:{named.id}", not_herself.JOINED, by=named.id, moved=bool(left), left=" ".join(left),
        came=person.id if new else "",
    )  # fmt: skip
    me = turn.tx.people.get(named.id)
    role = "desk" if holds(turn, me, Role.COORDINATOR) else "member"
    words = phrase(f"invite.welcome_{role}", name=Named(me.name, me.name_en), areas=_areas(turn, me))
    send(turn, me, words, Keys(lasting_keys(turn, me)))
    set_menu(turn, me)
    for desk in (_granting(turn, me) or _desks(turn, me)) if new else []:
        not_herself.ring_desk(turn, desk, event, me, person.name)


def _leave_old_accounts(turn: Turn[Transaction], named: Person) -> list[str]:
    """Whoever had the place until now is told, and is from now on somebody without a role, under these ids."""
    addresses, left = turn.tx.people.addresses(named.id), []
    for address in addresses:  # the newest first, which is also where `send` goes
        send(turn, named, phrase("invite.moved_away", desk=turn.house.contacts.desk))
        nobody = Person(turn.tx.new_id(), "", language=named.language, welcomed=True)
        turn.tx.people.save(nobody)
        turn.tx.people.bind(nobody.id, address)
        set_menu(turn, nobody)
        left.append(nobody.id)
    return left


def _areas(turn: Turn[Transaction], person: Person) -> Several:
    areas = turn.tx.areas.tree().areas
    return Several(
        tuple(Named(areas[a.area_id].name, areas[a.area_id].name_en) for a in turn.tx.roster.of_person(person.id))
    )


def _desks(turn: Turn[Transaction], about: Person) -> list[Person]:
    for appointment in turn.tx.roster.of_person(about.id):
        desks = [p for p in desk_for(turn, appointment.area_id) if p.id != about.id]
        if desks:
            return desks[:1]
    return []


JOIN = Script("join", ask_name, join)


# ---- an expired link: the resident asks, the desk grants by one tap ------------------------------------------------


def pressed(turn: Turn[Transaction], person: Person, subject: str, value: str, inbound: Inbound) -> Reply | None:
    """ "ask": tells the desk; "grant:<asker's id>": the desk makes a new invitation, which goes straight to the asker;
    "wrong:<event>": whoever joined is not who the place is for.

    Raises NotAllowed, NotFound, NoLongerPossible.
    """
    act, _, asker_id = value.partition(":")
    named = turn.tx.people.get(subject)
    if act == not_herself.WRONG:
        return not_herself.take_back(turn, person, named, asker_id, lambda: invite(turn, named, person.id))
    if act == "ask":
        return _asked(turn, person, named)
    if act == "grant" and any(desk.id == person.id for desk in _granting(turn, named)):
        _granted(turn, person, named, turn.tx.people.get(asker_id))
        return None
    return Reply(voice_of(turn, person).say(phrase("core.not_yours")), alert=True)


def _asked(turn: Turn[Transaction], person: Person, named: Person) -> Reply:
    desks, who = _granting(turn, named), Named(named.name, named.name_en)
    for desk in desks:
        send(
            turn, desk, phrase("invite.desk_asked", name=who, account=person.name),
            taps=((Tap(phrase("invite.grant"), f"grant:{person.id}"),),), prompt=f"inv:{named.id}",
            dedupe=f"invite:{named.id}:{person.id}:{turn.now:%Y%m%d}", silent=quiet(turn),
        )  # fmt: skip
    send(turn, person, phrase("invite.asked" if desks else "invite.unknown", desk=turn.house.contacts.desk))
    return Reply(voice_of(turn, person).say(phrase("invite.asked_toast")) if desks else "")


def _granting(turn: Turn[Transaction], named: Person) -> list[Person]:
    """The nearest desk over all that the link opens; [] when there is none but her own."""
    posts = turn.tx.roster.of_person(named.id)
    near = [desk for post in posts for desk in desk_for(turn, post.area_id) if desk.id != named.id]
    return [desk for desk in near if may_invite(turn, desk, named)][:1]


def _granted(turn: Turn[Transaction], desk: Person, named: Person, asker: Person) -> None:
    code = invite(turn, named, desk.id)
    send(turn, asker, phrase("invite.fresh"), taps=((Tap(phrase("invite.open"), url=turn.house.bot_link + code),),))
    send(turn, desk, phrase("invite.granted", name=Named(named.name, named.name_en)))
