"""The resident's card, which says how her matter stands, and what both cards share."""

from __future__ import annotations

from typing import Any

from domain.matters.kinds import kind_of
from domain.matters.matter import Cause, Matter, State, Tier, Wish, Word
from domain.matters.waits import Wait
from domain.messages import Op, Urgency
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.choice_words import why_she
from handlers.matters.help_words import resident_help_lines
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import MEDIATION
from handlers.matters.trouble_words import stands
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn

BUTTON_WORDS = 14
"""Letters of a matter that a button has room for beside a name or a number."""


def card_key(matter: Matter, person: Person) -> str:
    return f"card:{matter.id}:{person.id}"


def resident_key(matter: Matter, person: Person) -> str:
    return f"mine:{matter.id}:{person.id}"


def prompt_of(matter: Matter) -> str:
    """The prompt of a matter's buttons; the first part names this family's door."""
    return f"m:{matter.id}"


def what_of(matter: Matter) -> object:
    return matter.what or phrase(kind_of(matter.kind).name_key)


def short_of(matter: Matter) -> object:
    """What it is about, short enough for a button on a phone."""
    words = matter.what
    return (words if len(words) <= BUTTON_WORDS else words[: BUTTON_WORDS - 1] + "…") or what_of(matter)


def place_of(matter: Matter) -> object:
    return matter.spot.label or phrase("place.unknown")


def where_line(matter: Matter) -> Phrase:
    return phrase("card.where", place=matter.spot.label) if matter.spot.label else phrase("card.nowhere")


def owner_of(turn: Turn[Any], matter: Matter) -> Person:
    person: Person = turn.tx.people.get(matter.owner_id)
    return person


def hotline_lines(matter: Matter) -> list[Phrase]:
    """For every card: its number there, and until when as long as that is waited for."""
    if not matter.hotline_no:
        return []
    if not matter.in_hand:
        return [phrase("hotline.card_over", number=matter.hotline_no)]
    key = "hotline.card_out" if matter.hotline_at else "hotline.card_in"
    return [phrase(key, number=matter.hotline_no, until=matter.hotline_due)]


# ---- the resident's card -------------------------------------------------------------------------------------------


def show_resident(
    turn: Turn[MattersTransaction], matter: Matter, *, op: Op = Op.UPDATE, urgency: Urgency = Urgency.TURN
) -> None:
    """Brings her card up to date without a ring (or sends it, with `op` SEND)."""
    resident = turn.tx.people.get(matter.reporter_id)
    send(
        turn, resident, *resident_lines(turn, matter),
        taps=resident_taps(matter), prompt=prompt_of(matter), op=op, key=resident_key(matter, resident),
        about=matter.subject, purpose="card", silent=op is Op.UPDATE, urgency=urgency,
    )  # fmt: skip


def resident_lines(turn: Turn[MattersTransaction], matter: Matter) -> tuple[Line | Strong, ...]:
    title = Strong(phrase("card.title", no=matter.number, what=what_of(matter)))
    stands_now = (how_it_stands(turn, matter), *why_she(turn, matter))
    helping = resident_help_lines(turn, matter)
    return (title, where_line(matter), *hotline_lines(matter), *stands_now, *helping, *_notes(turn, matter))


def how_it_stands(turn: Turn[MattersTransaction], matter: Matter, *, to_neighbour: bool = False) -> Phrase:
    """One sentence: who has it and until when, or how it ended. It holds nobody's words: neighbours may read it."""
    if matter.follows:
        lead = turn.tx.supporters.lead(matter.follows)
        return phrase("metoo.stands", how=how_it_stands(turn, lead, to_neighbour=True))
    if matter.joined:
        return stands(turn, turn.tx.troubles.seen(matter.trouble_id))
    member = owner_name(owner_of(turn, matter))
    if matter.paused:
        another = to_neighbour and matter.pause_why == Wait.RESIDENT
        wait = phrase("metoo.waits_for_first") if another else phrase(f"pause.wait_{matter.pause_why}")
        return phrase("stands.paused", wait=wait, until=matter.paused_until, member=member)
    match matter.state:
        case State.WAITING if matter.promise_at < turn.now:
            return phrase("stands.waiting_late", member=member, until=matter.promise_at)
        case State.TAKEN if matter.promise_at < turn.now:
            return phrase("stands.taken_late", member=member, until=matter.promise_at)
        case State.WAITING if matter.reopened:
            return phrase("stands.reopened", member=member, until=matter.promise_at)
        case State.WAITING:
            return phrase("stands.waiting", member=member, until=matter.promise_at)
        case State.TAKEN | State.CLOSING:
            return phrase("stands.taken", member=member, until=matter.promise_at)
        case State.REPORTED if matter.cause is Cause.SOLVED:
            return phrase("stands.reported", member=member)
        case State.REPORTED:
            return phrase("stands.answered", member=member)
    if matter.withdrawn:
        return phrase("stands.withdrawn")
    if matter.set_aside:
        return aside(turn, matter)
    if matter.word is Word.SOLVED:
        return phrase("stands.solved")
    return phrase("stands.no_answer")


def aside(turn: Turn[Any], matter: Matter) -> Phrase:
    """How it ended without anybody's word: only noted, or part of another."""
    if not matter.into_id:
        return phrase("complaint.noted" if matter.wish is not Wish.NONE else "abuse.noted")
    return phrase("unite.stands", into=turn.tx.matters.get(matter.into_id).number)


def _notes(turn: Turn[Any], matter: Matter) -> list[Line]:
    n = turn.tx.supporters.waiting(matter.id) if matter.in_hand else 0
    if n:
        return [phrase("metoo.neighbours", n=n)]
    if matter.state is not State.WAITING or matter.reopened:
        return []
    if matter.wish is not Wish.NONE:
        if matter.came == MEDIATION:  # it has just been said who is asked
            return []
        return [phrase(f"complaint.next_{matter.wish.value}", member=owner_name(owner_of(turn, matter)))]
    contacts = turn.house.contacts
    if matter.tier is Tier.UTILITY and not turn.house.clocks.awake(turn.now):
        return [phrase("card.night", utility=contacts.utilities.get(matter.kind) or contacts.desk)]
    return [phrase("card.emergency")]


def resident_taps(matter: Matter) -> Rows:
    match matter.state:
        case State.WAITING | State.TAKEN | State.CLOSING:
            return ((Tap(phrase("tap.how"), "how"), Tap(phrase("tap.more"), "mine")),)
        case State.REPORTED:
            return end_taps(matter)
        case _ if matter.set_aside and not matter.into_id and matter.wish is Wish.NONE:  # it was no matter
            return ()
        case _ if matter.set_aside:
            key = "unite.apart" if matter.into_id else "complaint.take_up"
            return ((Tap(phrase(key), "take_up"),),)
        case _ if not matter.withdrawn:
            return ((Tap(phrase("tap.still_broken"), "not_yet"),),)
        case _:
            return ()


WORDED = (Cause.EXPLAINED, Cause.WITHDRAWN, Cause.UNREACHABLE, Cause.HANDED_OVER)
"""Causes whose closing question is not "is it all right now?" and whose two buttons say so."""


def end_taps(matter: Matter) -> Rows:
    """The two answers to the closing question, in the words in which it was asked."""
    suffix = f"_{matter.cause.value}" if matter.cause in WORDED else ""
    return ((Tap(phrase(f"tap.good{suffix}"), "good"), Tap(phrase(f"tap.not_yet{suffix}"), "not_yet")),)
