"""删掉我的资料: what goes and what stays is said first, then a day to think it over, then she is nobody we know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.matters.matter import Act, Matter, Tier, Word
from domain.messages import Address, Op, Outbound
from domain.open import Due
from domain.people.erasing import letter_key
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.calling import number_key
from handlers.matters.judging import withdraw
from handlers.matters.member_card import has_card, show_member
from handlers.matters.talking import passed_key, relay_key
from handlers.safety.ports import SafetyTransaction
from handlers.speaking import Rows, Strong, Tap, send
from handlers.telling import tell
from handlers.turn import Turn

ERASE = "erase"
"""The kind of the schedule's row, and of the work that follows it."""
PROMPT = "me:"
TOLD, AGAIN = "told:", "again:"
"""How the slot begins of a row that only tells her until when, and of one in a database that was put back."""
WAITS = timedelta(days=1)
MOST = 200
"""More than anybody has reported that still matters to others."""
AT_ONCE = 5
"""Open matters that are ended in one act."""
SOON = timedelta(seconds=1)
TAKEN_BACK = timedelta(hours=47)
"""Platforms let a message be deleted for two days."""


# ---- asked for -----------------------------------------------------------------------------------------------------


def ask(turn: Turn[SafetyTransaction], person: Person) -> None:
    """What goes, what stays and what becomes of what is open; nothing happens before she says yes."""
    waiting = turn.tx.erasing.of(person.id)
    if waiting is not None:
        say_until(turn, person)
        return
    hindrance = hindered(turn, person)
    if hindrance is not None:
        send(turn, person, hindrance)
        return
    n = sum(matter.open for matter in turn.tx.matters.of_reporter(person.id, MOST))
    lines = [phrase("me.goes"), phrase("me.stays"), phrase("me.elsewhere")]
    if n:
        lines.append(phrase("me.open", n=n))
    taps: Rows = ((Tap(phrase("me.tap_yes"), "erase_yes"),), (Tap(phrase("me.tap_no"), "erase_no"),))
    send(turn, person, Strong(phrase("me.erase_title")), *lines, phrase("me.waits"), taps=taps, prompt=PROMPT)


def agreed(turn: Turn[SafetyTransaction], person: Person) -> None:
    """Her second tap: from now on a day."""
    hindrance = hindered(turn, person)
    if hindrance is not None:
        send(turn, person, hindrance)
        return
    if turn.tx.erasing.of(person.id) is None:
        due_at = turn.now + WAITS
        turn.tx.erasing.ask(person.id, due_at)
        turn.tx.schedule.add(Due(ERASE, subject_of(person), turn.now.isoformat(), due_at))
        tell(turn, subject_of(person), "ErasureAsked", by=person.id, until=due_at.isoformat())
    say_until(turn, person)


def say_until(turn: Turn[SafetyTransaction], person: Person) -> None:
    waiting = turn.tx.erasing.of(person.id)
    if waiting is not None:
        send(turn, person, phrase("me.until", until=waiting.due_at), taps=keep_taps(), prompt=PROMPT)


def keep_taps() -> Rows:
    return ((Tap(phrase("me.tap_keep"), "keep"),),)


def keep(turn: Turn[SafetyTransaction], person: Person) -> None:
    """不删了."""
    if turn.tx.erasing.cancel(person.id):
        turn.tx.schedule.cancel(subject_of(person), (ERASE,))
        tell(turn, subject_of(person), "ErasureCancelled", by=person.id)
    send(turn, person, phrase("me.kept"))


def hindered(turn: Turn[SafetyTransaction], person: Person) -> Phrase | None:
    """Why it cannot be: she serves, is not listened to for some days, or somebody may be on the way to her."""
    desk = turn.house.contacts.desk
    served = [post for post in turn.tx.roster.of_person(person.id) if post.to_on is None or post.to_on >= turn.today]
    if served:
        return phrase("me.serves", desk=desk)
    mute = turn.tx.mutes.of(person.id, turn.now)
    if mute is not None:  # or whoever is muted would be somebody new tomorrow
        return phrase("me.muted", until=mute.until_at, desk=desk)
    for matter in turn.tx.matters.of_reporter(person.id, MOST):
        if matter.in_hand and matter.tier is Tier.DANGER:
            return phrase("me.danger", no=matter.number, desk=desk)
    return None


def subject_of(person: Person) -> str:
    return f"person:{person.id}"


# ---- after the day -------------------------------------------------------------------------------------------------


def erase(turn: Turn[SafetyTransaction], due: Sequence[Due]) -> None:
    """Ends what she has open, says goodbye, and from then on she is nobody; the rest is done beside the turns."""
    for row in due:
        person = turn.tx.people.get(row.subject.partition(":")[2])
        erasure = turn.tx.erasing.of(person.id)
        if erasure is None:
            continue
        if row.slot.startswith(TOLD):
            say_until(turn, person)
            continue
        hindrance = hindered(turn, person) if erasure.begun_at is None else None
        if hindrance is not None:
            turn.tx.erasing.cancel(person.id)
            tell(turn, row.subject, "ErasureCancelled")
            send(turn, person, phrase("me.not_now", why=hindrance))
        elif _ended(turn, person):
            _forget(turn, person, begun=erasure.begun_at is not None)
        else:
            turn.tx.schedule.add(Due(ERASE, row.subject, f"{row.slot}+", turn.now + SOON))


def _ended(turn: Turn[SafetyTransaction], person: Person) -> bool:
    """Whether nothing of hers is open any more; some are ended each time."""
    matters = [matter for matter in turn.tx.matters.of_reporter(person.id, MOST) if matter.open]
    names = turn.tx.erasing.names_of(person.id)
    for listed in matters[:AT_ONCE]:
        _take_back(turn, person, listed)
        turn.tx.erasing.cut(listed.id, person.id, names)
        matter = turn.tx.matters.get(listed.id)
        if matter.can(Act.WITHDRAW):
            withdraw(turn, person, matter, erased=True)
        else:
            turn.tx.matters.save(matter.after(Act.LAPSE, ended_at=turn.now, word=Word.NO_ANSWER))
            tell(turn, matter.subject, "MatterLapsed")
    return len(matters) <= AT_ONCE


def _forget(turn: Turn[SafetyTransaction], person: Person, *, begun: bool) -> None:
    names = turn.tx.erasing.names_of(person.id)
    for matter in turn.tx.matters.of_reporter(person.id, MOST):
        if matter.ended_at is not None and turn.now - matter.ended_at < TAKEN_BACK and not begun:
            _take_back(turn, person, matter)
            turn.tx.erasing.cut(matter.id, person.id, names)
            for other in _others(turn, person, matter):
                if has_card(turn, matter, other):
                    show_member(turn, turn.tx.matters.get(matter.id), other)
    if not begun:
        key = letter_key(person.id)
        send(turn, person, phrase("me.gone", desk=turn.house.contacts.desk), key=key)
        turn.tx.erasing.begin(person.id, key)
    tell(turn, subject_of(person), "PersonErased")
    turn.tx.work.add(ERASE, subject_of(person), {})


def _take_back(turn: Turn[SafetyTransaction], person: Person, matter: Matter) -> None:
    """What was passed on of her words and her number, from the chats of whoever got it, as far as platforms let us."""
    recent = [content for content in turn.tx.contents.of(matter.subject) if turn.now - content.at < TAKEN_BACK]
    passed = [key(content.id) for content in recent for key in (relay_key, passed_key)]
    for other in _others(turn, person, matter):
        keys = [*passed, f"material:{matter.id}:{other.id}", number_key(matter, other)]
        for address in turn.tx.people.addresses(other.id):
            for key in keys if recent else ():
                _unsend(turn, address, key)


def _unsend(turn: Turn[SafetyTransaction], address: Address, key: str) -> None:
    if not turn.tx.outbox.cancel(address, key) and turn.tx.handles.handle(address, key):
        turn.tx.outbox.put(Outbound(address, (), Op.DELETE, key=key))


def _others(turn: Turn[SafetyTransaction], person: Person, matter: Matter) -> list[Person]:
    """Whoever has had to do with it."""
    had = {matter.owner_id}
    for event in turn.tx.events.of(matter.subject):
        had |= {event.by, str(event.facts.get("owner", "")), str(event.facts.get("helper", ""))}
    return [turn.tx.people.get(person_id) for person_id in sorted(had - {"", person.id})]
