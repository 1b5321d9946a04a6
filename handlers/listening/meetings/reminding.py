"""Reminders the day before and an hour before, and afterwards the question who came."""

from __future__ import annotations

from collections.abc import Sequence

from domain.explaining.topics import Topic
from domain.listening.meeting import Answer, Guest, Meeting, MeetingState
from domain.messages import Urgency
from domain.open import Due
from domain.people.person import Person
from domain.phrases import phrase
from handlers.listening.meetings.answers import answers_line
from handlers.listening.meetings.clock import BEFORE, DAY, HOUR, OVER, SOON
from handlers.listening.meetings.inviting import card_key
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.rights import keeper_of
from handlers.listening.meetings.words import PROMPT, noun_of, place_of, title_of
from handlers.roles import posts_of
from handlers.speaking import Tap, quiet, send
from handlers.telling import tell
from handlers.texts.say import Dated
from handlers.turn import Turn
from handlers.unasked import wanted

IN_ONE_ACT = 20


def remind(turn: Turn[MeetingsTransaction], due: Sequence[Due]) -> None:
    """Everybody invited who did not decline, portion by portion; the convener with how many come."""
    for row in due:
        meeting = turn.tx.meetings.get(row.subject.partition(":")[2])
        slot, news, after = row.slot.split(":")
        if meeting.state is not MeetingState.CALLED or news != str(meeting.news) or _too_late(turn, meeting, slot):
            continue
        if not after:
            _remind_keeper(turn, meeting, slot)
        guests = turn.tx.guests.after(meeting.id, after, IN_ONE_ACT)
        for guest in guests:
            person = turn.tx.people.get(guest.person_id)
            if guest.told == meeting.news and _counts_on_it(turn, person, guest):
                _remind(turn, meeting, guest, person)
        if len(guests) == IN_ONE_ACT:
            turn.tx.schedule.add(Due(SOON, meeting.subject, f"{slot}:{news}:{guests[-1].person_id}", turn.now))


def _counts_on_it(turn: Turn[MeetingsTransaction], person: Person, guest: Guest) -> bool:
    """Not who declined, nor a resident who said nothing but that she wants no invitations."""
    if guest.answer is Answer.NONE and not posts_of(turn, person.id):
        return wanted(turn, person, Topic.INVITATIONS)
    return guest.answer is not Answer.DECLINES


def _too_late(turn: Turn[MeetingsTransaction], meeting: Meeting, slot: str) -> bool:
    """After a time away the reminder of the day before comes no more when that of the hour is as near."""
    return meeting.begun(turn.now) or (slot == DAY and meeting.starts_at - turn.now <= BEFORE[HOUR])


def _remind(turn: Turn[MeetingsTransaction], meeting: Meeting, guest: Guest, person: Person) -> None:
    """From now on this is her card: what she answers stands on it."""
    words = phrase("meetings.soon", noun=noun_of(meeting), when=Dated(meeting.starts_at), place=place_of(meeting))
    open_taps = (
        Tap(phrase("meetings.comes"), f"comes:{meeting.news}"),
        Tap(phrase("meetings.declines"), f"declines:{meeting.news}"),
    )
    taps = () if guest.answer is Answer.COMES else (open_taps,)
    send(
        turn, person, words, taps=taps, prompt=PROMPT + meeting.id, key=card_key(meeting, meeting.news, person),
        about=meeting.subject, urgency=Urgency.NOTICE, silent=quiet(turn),
    )  # fmt: skip


def _remind_keeper(turn: Turn[MeetingsTransaction], meeting: Meeting, slot: str) -> None:
    keeper = keeper_of(turn, meeting)
    tell(turn, meeting.subject, "MeetingReminded", slot=slot)
    if keeper is not None:
        words = phrase("meetings.soon_yours", title=title_of(meeting))
        look = ((Tap(phrase("lists.tap_look"), "see"),),)
        send(
            turn, keeper, words, answers_line(turn, meeting), taps=look, prompt=PROMPT + meeting.id,
            about=meeting.subject, silent=quiet(turn),
        )  # fmt: skip


def ask_who_came(turn: Turn[MeetingsTransaction], due: Sequence[Due]) -> None:
    """It must be over by now: whoever keeps it is asked, once."""
    for row in due:
        meeting = turn.tx.meetings.get(row.subject.partition(":")[2])
        keeper = keeper_of(turn, meeting)
        if meeting.state is not MeetingState.CALLED or row.slot != str(meeting.news) or keeper is None:
            continue
        tell(turn, meeting.subject, "AttendanceAsked", to=keeper.id)
        taps = ((Tap(phrase("meetings.tap_came"), "came"), Tap(phrase("meetings.tap_not_held"), "not_held")),)
        words = phrase("meetings.who_came_now", title=title_of(meeting))
        send(turn, keeper, words, taps=taps, prompt=PROMPT + meeting.id, about=meeting.subject, silent=quiet(turn))


TICKS = {SOON: remind, OVER: ask_who_came}
