"""Joining is seen: the desk's phone rings, and one tap takes a place back from an account that is not hers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from domain.errors import NoLongerPossible, NotAllowed
from domain.events import Event
from domain.messages import Address, Op, Reply
from domain.people.person import Person
from domain.phrases import phrase
from handlers.people.menu import set_menu
from handlers.ports import Transaction
from handlers.rights import may_invite
from handlers.roles import desks_of
from handlers.speaking import Tap, quiet, send, voice_of
from handlers.telling import tell
from handlers.texts.say import Named
from handlers.turn import Turn

JOINED, UNDONE = "Joined", "JoinUndone"
WRONG = "wrong"


def ring_desk(turn: Turn[Transaction], desk: Person, joined: Event, about: Person, account: str) -> None:
    """By day at once, at night in the morning. `account` is what the one who joined is called on the platform."""
    key = "invite.desk_moved" if joined.facts["moved"] else "invite.desk_joined"
    taps = ((Tap(phrase("invite.wrong"), f"{WRONG}:{joined.seq}"),),) if _may(turn, desk, about) else ()
    send(
        turn, desk, phrase(key, name=_named(about), account=account), taps=taps, prompt=f"inv:{about.id}",
        key=_key(about), not_before=turn.house.clocks.next_awake(turn.now) if quiet(turn) else None,
    )  # fmt: skip


def take_back(turn: Turn[Transaction], desk: Person, named: Person, seq: str, invite: Callable[[], str]) -> Reply:
    """不是本人: the account is nobody's again, what she has in hand goes to who can act, and her place gets a new link.

    Raises NotAllowed, NoLongerPossible when something else has become of the place since.
    """
    if not _may(turn, desk, named):
        raise NotAllowed(f"{desk.id} takes back the place of {named.id}")
    joined = last_joined(turn, named)
    if joined is None or joined.type == UNDONE or str(joined.seq) != seq:
        raise NoLongerPossible(f"join {seq} of {named.id}")
    was = str(joined.facts.get("came", ""))
    for address in turn.tx.people.accounts(named.id):
        _let_go(turn, named, address, was)
    if was:
        turn.tx.people.part(named.id, was, joined.at)
    for dialog in turn.tx.dialogs.of(named.id):
        turn.tx.dialogs.drop(dialog)
    # what was the account's own is not hers
    turn.tx.people.save(replace(named, phone="", spot_grid="", spot_label="", welcomed=False))
    tell(turn, f"person:{named.id}", UNDONE, by=desk.id)
    _hand_over_link(turn, desk, named, joined, turn.house.bot_link + invite())
    return Reply(voice_of(turn, desk).say(phrase("invite.undone_toast")))


def last_joined(turn: Turn[Transaction], person: Person) -> Event | None:
    """What last became of her place: that an account joined, or that this was undone."""
    events = [event for event in turn.tx.events.of(f"person:{person.id}") if event.type in (JOINED, UNDONE)]
    return events[-1] if events else None


def _may(turn: Turn[Transaction], desk: Person, named: Person) -> bool:
    """A desk over all that her link opens."""
    serves = turn.tx.roster.of_person(named.id)
    return bool(serves and desks_of(turn, desk)) and desk.id != named.id and may_invite(turn, desk, named)


def _let_go(turn: Turn[Transaction], named: Person, address: Address, was: str) -> None:
    """The account is whoever it was before: a resident who tapped by mistake has her own matters again."""
    blocked = address not in turn.tx.people.addresses(named.id)
    nobody = turn.tx.people.get(was) if was else Person(turn.tx.new_id(), "", language=named.language, welcomed=True)
    turn.tx.people.save(nobody)
    turn.tx.people.bind(nobody.id, address)
    if blocked:
        turn.tx.people.block(address, True)
    send(turn, nobody, phrase("invite.taken_away", name=_named(named), desk=turn.house.contacts.desk))
    set_menu(turn, nobody)


def _hand_over_link(turn: Turn[Transaction], desk: Person, named: Person, joined: Event, link: str) -> None:
    """To the account that she had before, if there was one, and to the desk, which can call her and pass it on."""
    phone = next((post.phone for post in turn.tx.roster.of_person(named.id) if post.phone), "")
    words = phrase("invite.undone_call" if phone else "invite.undone", name=_named(named), phone=phone)
    send(turn, desk, words, op=Op.UPDATE, key=_key(named))
    send(turn, desk, phrase("roster.link", member=_named(named), desk=turn.house.contacts.desk, link=link), silent=True)
    for before in str(joined.facts.get("left", "")).split():
        taps = ((Tap(phrase("invite.open"), url=link),),)
        send(turn, turn.tx.people.get(before), phrase("invite.given_back", name=_named(named)), taps=taps)


def _named(person: Person) -> Named:
    return Named(person.name, person.name_en)


def _key(person: Person) -> str:
    return f"joined:{person.id}"
