"""The two cards of a matter: the resident's, which says how it stands, and the member's, which does the work."""

from __future__ import annotations

from typing import Any

from domain.matters.draft import media_from_json
from domain.matters.kinds import KINDS
from domain.matters.matter import Cause, Matter, State, Tier, Word
from domain.messages import Location, Media, Op, Text, Urgency
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name, resident_name
from handlers.matters.ports import MattersTransaction
from handlers.speaking import Line, Rows, Strong, Tap, quiet, send
from handlers.turn import Turn

MOST_MEDIA = 10


def card_key(matter: Matter, person: Person) -> str:
    return f"card:{matter.id}:{person.id}"


def resident_key(matter: Matter, person: Person) -> str:
    return f"mine:{matter.id}:{person.id}"


def prompt_of(matter: Matter) -> str:
    """The prompt of a matter's buttons; the first part names this family's door."""
    return f"m:{matter.id}"


def what_of(matter: Matter) -> object:
    return matter.what or phrase(KINDS[matter.kind].name_key)


def place_of(matter: Matter) -> object:
    return matter.spot.label or phrase("place.unknown")


def owner_of(turn: Turn[Any], matter: Matter) -> Person:
    person: Person = turn.tx.people.get(matter.owner_id)
    return person


# ---- the resident's card -------------------------------------------------------------------------------------------


def show_resident(turn: Turn[MattersTransaction], matter: Matter, *, op: Op = Op.UPDATE) -> None:
    """Brings her card up to date without a ring (or sends it, with `op` SEND)."""
    resident = turn.tx.people.get(matter.reporter_id)
    send(
        turn, resident, *resident_lines(turn, matter),
        taps=resident_taps(matter), prompt=prompt_of(matter), op=op, key=resident_key(matter, resident),
        about=matter.subject, purpose="card", silent=op is Op.UPDATE,
    )  # fmt: skip


def resident_lines(turn: Turn[MattersTransaction], matter: Matter) -> tuple[Line | Strong, ...]:
    title = Strong(phrase("card.title", no=matter.number, what=what_of(matter)))
    return (title, phrase("card.where", place=place_of(matter)), how_it_stands(turn, matter), *_notes(turn, matter))


def how_it_stands(turn: Turn[MattersTransaction], matter: Matter) -> Phrase:
    """One sentence: who has it and until when, or how it ended."""
    member = owner_name(owner_of(turn, matter))
    match matter.state:
        case State.WAITING if matter.reopened:
            return phrase("stands.reopened", member=member, until=matter.promise_at)
        case State.WAITING:
            return phrase("stands.waiting", member=member, until=matter.promise_at)
        case State.TAKEN | State.CLOSING:
            return phrase("stands.taken", member=member, until=matter.promise_at)
        case State.REPORTED:
            return phrase("stands.reported", member=member)
    if matter.cause is Cause.WITHDRAWN:
        return phrase("stands.withdrawn")
    if matter.word is Word.SOLVED:
        return phrase("stands.solved")
    return phrase("stands.no_answer")


def _notes(turn: Turn[Any], matter: Matter) -> list[Line]:
    if matter.state is not State.WAITING or matter.reopened:
        return []
    contacts = turn.house.contacts
    if matter.tier is Tier.UTILITY and not turn.house.clocks.awake(turn.now):
        return [phrase("card.night", utility=contacts.utilities.get(matter.kind) or contacts.desk)]
    return [phrase("card.emergency")]


def resident_taps(matter: Matter) -> Rows:
    match matter.state:
        case State.WAITING | State.TAKEN | State.CLOSING:
            return ((Tap(phrase("tap.how"), "how"), Tap(phrase("tap.more"), "mine")),)
        case State.REPORTED:
            return ((Tap(phrase("tap.good"), "good"), Tap(phrase("tap.not_yet"), "not_yet")),)
        case _ if matter.cause is not Cause.WITHDRAWN:
            return ((Tap(phrase("tap.still_broken"), "not_yet"),),)
        case _:
            return ()


# ---- the member's card ---------------------------------------------------------------------------------------------


def show_member(turn: Turn[MattersTransaction], matter: Matter, person: Person, *, ring: bool = False) -> None:
    """Brings this person's card up to date; with `ring` a new one is sent, and rings unless it is a quiet hour."""
    urgency = Urgency.DANGER if matter.tier is Tier.DANGER else Urgency.TURN
    send(
        turn, person, *member_lines(turn, matter, person),
        taps=member_taps(turn, matter, person), prompt=prompt_of(matter), op=Op.SEND if ring else Op.UPDATE,
        key=card_key(matter, person), about=matter.subject, purpose="card", urgency=urgency,
        silent=not ring or (quiet(turn) and matter.tier is not Tier.DANGER),
    )  # fmt: skip
    if ring:
        send_material(turn, matter, person)


def member_lines(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> tuple[Line | Strong, ...]:
    lines: list[Line | Strong] = []
    if matter.tier is Tier.DANGER:
        lines.append(Strong(phrase("card.danger")))
    lines.append(Strong(phrase("card.title", no=matter.number, what=what_of(matter))))
    lines.append(
        phrase(
            "card.for_member",
            place=place_of(matter),
            kind=phrase(KINDS[matter.kind].name_key),
            resident=resident_name(turn, matter),
        )
    )
    if matter.on_behalf_of and not matter.anonymous:
        lines.append(phrase("card.behalf", name=matter.on_behalf_of))
    if matter.show_phone:
        lines.append(phrase("card.phone", phone=turn.tx.people.get(matter.reporter_id).phone))
    lines += _history(turn, matter)
    lines.append(_member_state(turn, matter, person))
    return tuple(lines)


def _history(turn: Turn[MattersTransaction], matter: Matter) -> list[Line]:
    """Her words in full where the title shortened them, and what she added since."""
    said = [
        c
        for c in turn.tx.contents.of(matter.subject)
        if c.by == matter.reporter_id and c.text and c.role in ("report", "word", "complaint")
    ]
    lines: list[Line] = []
    for content in said[-5:]:
        if content.role != "report" or content.text.strip() != matter.what:
            lines.append(Text(content.text, "quote"))
    return lines


def _member_state(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> Phrase:
    owner = owner_name(owner_of(turn, matter))
    mine = matter.owner_id == person.id
    match matter.state:
        case State.WAITING if mine or person.id in turn.tx.asked.of(matter.id):
            return phrase("card.answer_by", until=matter.promise_at)
        case State.TAKEN if mine:
            return phrase("card.result_by", until=matter.result_due_at)
        case State.WAITING | State.TAKEN:
            return phrase("card.with_other", other=owner)
        case State.CLOSING:
            return phrase("card.closing")
        case State.REPORTED:
            return phrase("card.asked_resident")
    if matter.cause is Cause.WITHDRAWN:
        return phrase("card.withdrawn")
    return phrase("card.said_solved") if matter.word is Word.SOLVED else phrase("card.said_nothing")


def member_taps(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> Rows:
    """Only what this person may do now: accept, hand on, more; then ready phrases and close."""
    mine = matter.owner_id == person.id
    if matter.state is State.WAITING and (mine or person.id in turn.tx.asked.of(matter.id)):
        return (
            (
                Tap(phrase("tap.accept"), "accept"),
                Tap(phrase("tap.not_mine"), "not_mine"),
                Tap(phrase("tap.more"), "more"),
            ),
        )
    if matter.state is State.TAKEN and mine:
        return (
            (Tap(phrase("tap.ready"), "ready"), Tap(phrase("tap.close"), "close")),
            (Tap(phrase("tap.not_mine"), "not_mine"), Tap(phrase("tap.more"), "more")),
        )
    if matter.state is State.CLOSING and mine:
        return ((Tap(phrase("tap.undo"), "undo"),),)
    return ()


def send_material(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> None:
    """The pin, the photos and the original voice, hanging under the card without a ring of their own."""
    lines: list[Line] = []
    if matter.spot.lat is not None and matter.spot.lon is not None:
        lines.append(Location(matter.spot.lat, matter.spot.lon, label=matter.spot.label))
    lines += material(turn, matter)[:MOST_MEDIA]
    if lines:
        send(
            turn, person, *lines, key=f"material:{matter.id}:{person.id}", about=matter.subject,
            reply_to=card_key(matter, person), silent=True, purpose="material",
        )  # fmt: skip


def material(turn: Turn[MattersTransaction], matter: Matter) -> list[Media]:
    """What the resident sent, oldest first."""
    contents = turn.tx.contents.of(matter.subject)
    return [media_from_json(m) for c in contents if c.by == matter.reporter_id and c.role != "relay" for m in c.media]
