"""认领: the code of a slip, written or scanned, makes what was reported for somebody her own, after a yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.errors import NotFound
from domain.listening.slip import LENGTH, PREFIX, Slip, Tries, code_in, hash_of
from domain.matters.kinds import kind_of
from domain.matters.matter import Matter
from domain.messages import Edited, Inbound, Join
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Script, begin, choose
from handlers.listening.visits.ports import VisitsTransaction
from handlers.matters.assigning import owner_name, resident_name
from handlers.matters.claiming import claim, may_claim
from handlers.people import welcome
from handlers.questions import NO, YES
from handlers.speaking import quiet, send
from handlers.texts.say import ShortDay
from handlers.turn import Turn


def read(turn: Turn[VisitsTransaction], person: Person, inbound: Inbound) -> Inbound:
    """A message that is nothing but a code opens the same door as the code on paper."""
    code = code_in(inbound.text) if inbound.text and not inbound.media and inbound.part(Edited) is None else ""
    return replace(inbound, parts=(Join(PREFIX + code),)) if code else inbound


def joined(turn: Turn[VisitsTransaction], person: Person, scene: str) -> bool:
    """Asks whether it is her, or says why not; false for what is no code at all."""
    if not scene.startswith(PREFIX) or len(scene) != LENGTH + 1 or not code_in(f"claim {scene[1:]}"):
        return False
    if not person.welcomed:
        welcome.greeted(turn, person, "")
        person = turn.tx.people.get(person.id)
    slip = _tried(turn, person, scene[1:].upper())
    if slip is not None:
        refusal = _refused(turn, person, slip)
        if refusal is None:
            begin(turn, person, CLAIM, subject=slip.code_hash)
        else:
            send(turn, person, refusal)
    return True


def without_code(turn: Turn[VisitsTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """/claim, 认领: where the code stands."""
    send(turn, person, phrase("slip.which_code", desk=turn.house.contacts.desk))


# ---- guessing ------------------------------------------------------------------------------------------------------


def _tried(turn: Turn[VisitsTransaction], person: Person, code: str) -> Slip | None:
    """The slip, or None: then it has been said why."""
    tries, desk = _tries(turn, person), turn.house.contacts.desk
    if not tries.may_try(turn.now):
        send(turn, person, phrase("slip.too_often", again=tries.again_at, desk=desk))
        return None
    slip = turn.tx.slips.find(hash_of(code))
    if slip is None:
        after = tries.after_wrong(turn.now)
        turn.tx.notes.set(_name(person), f"{after.since.isoformat()} {after.wrong}")
        send(turn, person, phrase("slip.unknown", desk=desk))
    return slip


def _tries(turn: Turn[VisitsTransaction], person: Person) -> Tries:
    since, _, wrong = (turn.tx.notes.get(_name(person)) or "").partition(" ")
    return Tries(datetime.fromisoformat(since), int(wrong)) if wrong else Tries(turn.now, 0)


def _name(person: Person) -> str:
    return f"claim:{person.id}"


# ---- is it her -----------------------------------------------------------------------------------------------------


def _refused(turn: Turn[VisitsTransaction], person: Person, slip: Slip) -> Phrase | None:
    matter, desk = turn.tx.matters.get(slip.matter_id), turn.house.contacts.desk
    giver = owner_name(turn.tx.people.get(slip.by_id))
    if slip.claimed_by == person.id:
        return phrase("slip.yours_already", no=matter.number)
    if slip.claimed_by or matter.reporter_id != slip.by_id or not matter.on_behalf_of:
        return phrase("slip.used", desk=desk)
    if slip.expired(turn.now):
        return phrase("slip.expired", member=giver, desk=desk)
    if person.id == slip.by_id:
        return phrase("slip.own", no=matter.number)
    if not may_claim(turn, person, matter):
        return phrase("slip.not_for_you", desk=desk)
    return None


def ask_whether(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Neither the words nor the place are shown before the yes."""
    slip = turn.tx.slips.find(dialog.subject)
    if slip is None:
        raise NotFound(dialog.subject)
    matter = turn.tx.matters.get(slip.matter_id)
    words = phrase(
        "slip.is_it_you", member=owner_name(turn.tx.people.get(slip.by_id)), no=matter.number,
        kind=phrase(kind_of(matter.kind).name_key), day=ShortDay(matter.filed_on),
    )  # fmt: skip
    options = (Option(YES, phrase("slip.yes")), Option(NO, phrase("slip.no")))
    return (yield from choose("her", words, options=options, rows=(2,)))


def answered(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog, said: str) -> None:
    """As things stand by now."""
    slip = turn.tx.slips.find(dialog.subject)
    if slip is None:
        raise NotFound(dialog.subject)
    refusal = _refused(turn, person, slip)
    if said == NO or refusal is not None:
        send(turn, person, refusal or phrase("slip.left", desk=turn.house.contacts.desk))
        return
    matter = turn.tx.matters.get(slip.matter_id)
    turn.tx.slips.claim(matter.id, person.id)
    send(turn, person, phrase("slip.claimed", no=matter.number))
    claim(turn, person, matter)
    _tell_giver(turn, turn.tx.people.get(slip.by_id), turn.tx.matters.get(matter.id))


def _tell_giver(turn: Turn[VisitsTransaction], giver: Person, matter: Matter) -> None:
    words = phrase("slip.told", resident=resident_name(turn, matter), no=matter.number)
    send(turn, giver, words, about=matter.subject, silent=quiet(turn))


CLAIM = Script("claim", ask_whether, answered, calm=True)
