"""The invitation: sent to each guest, answered by one tap that can be changed, and told anew when it moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.meeting import Answer, Guest, Meeting, MeetingState
from domain.messages import Op, Urgency
from domain.open import Due
from domain.people.person import Person
from domain.phrases import phrase
from handlers.areas import area_name
from handlers.listening.meetings.clock import NEWS, plan_news
from handlers.listening.meetings.page import show_meeting
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.words import PROMPT, noun_of, place_of, stop_line, topic_lines
from handlers.matters.assigning import owner_name
from handlers.roles import posts_of
from handlers.speaking import Line, Rows, Strong, Tap, quiet, send
from handlers.telling import tell
from handlers.texts.say import Dated
from handlers.turn import Turn
from handlers.unasked import less

IN_ONE_ACT = 20
WHY = "cancelled"
"""The role in `contents` of why it was cancelled."""
ANSWERS = (Answer.COMES, Answer.DECLINES, Answer.MAYBE)


def card_key(meeting: Meeting, news: int, person: Person) -> str:
    return f"meeting:{meeting.id}:{news}:{person.id}"


# ---- sent ----------------------------------------------------------------------------------------------------------


def tell_news(turn: Turn[MeetingsTransaction], due: Sequence[Due]) -> None:
    """Portion by portion; whoever was sent the newest is not sent it again."""
    for row in due:
        meeting = turn.tx.meetings.get(row.subject.partition(":")[2])
        guests = turn.tx.guests.untold(meeting.id, meeting.news, IN_ONE_ACT)
        for guest in guests:
            _tell(turn, meeting, guest, turn.tx.people.get(guest.person_id))
            turn.tx.guests.save(replace(guest, told=meeting.news))
        if len(guests) == IN_ONE_ACT:
            plan_news(turn, meeting, guests[-1].person_id)


def _tell(turn: Turn[MeetingsTransaction], meeting: Meeting, guest: Guest, person: Person) -> None:
    if guest.told is not None:
        newer = "meetings.moved_card" if meeting.state is MeetingState.CALLED else "meetings.cancelled_card"
        key = card_key(meeting, guest.told, person)
        send(turn, person, phrase(newer, noun=noun_of(meeting)), op=Op.UPDATE, key=key, about=meeting.subject)
    if meeting.state is MeetingState.CALLED and not meeting.begun(turn.now):
        show_invitation(turn, meeting, replace(guest, told=meeting.news), person, moved=guest.told is not None)
    elif meeting.state is MeetingState.CANCELLED and guest.told is not None:
        words = phrase(
            "meetings.cancelled", noun=noun_of(meeting), when=Dated(meeting.starts_at), why=_why(turn, meeting)
        )
        send(turn, person, words, about=meeting.subject, urgency=Urgency.NOTICE, silent=quiet(turn))


def _why(turn: Turn[MeetingsTransaction], meeting: Meeting) -> str:
    said = [content.text for content in turn.tx.contents.of(meeting.subject) if content.role == WHY]
    return said[-1] if said else ""


def show_invitation(
    turn: Turn[MeetingsTransaction],
    meeting: Meeting,
    guest: Guest,
    person: Person,
    *,
    moved: bool = False,
    op: Op = Op.SEND,
) -> None:
    """What it is, what is spoken of, her answer if she gave one; buttons as long as it is still to come."""
    key = card_key(meeting, guest.told or 0, person)
    taps = _taps(turn, meeting, guest)
    stranger = not posts_of(turn, person.id)
    send(
        turn, person, *_lines(turn, meeting, guest, moved=moved), taps=taps,
        below=(less(meeting.subject),) if taps and stranger else (), prompt=PROMPT + meeting.id, op=op, key=key,
        about=meeting.subject, urgency=Urgency.NOTICE if op is Op.SEND else Urgency.TURN, silent=quiet(turn),
    )  # fmt: skip


def _lines(turn: Turn[MeetingsTransaction], meeting: Meeting, guest: Guest, *, moved: bool) -> list[Line | Strong]:
    stranger = not posts_of(turn, guest.person_id)
    convener = owner_name(turn.tx.people.get(meeting.convener_id))
    about = {"area": area_name(turn, meeting.area_id), "noun": noun_of(meeting)}
    when = {"when": Dated(meeting.starts_at), "place": place_of(meeting)}
    lines: list[Line | Strong] = [
        phrase("meetings.moved" if moved else "meetings.invitation", member=convener, **about, **when)
    ]
    lines += [stop_line(replace(stop, finding_id="")) for stop in turn.tx.meetings.stops(meeting.id)]
    topics = list(turn.tx.meetings.topics(meeting.id))
    if topics:
        lines += [phrase("meetings.topics"), *topic_lines(turn, topics, stranger=stranger)]
    if guest.answer is Answer.NONE:
        asked = phrase("meetings.will_you_resident", member=convener) if stranger else phrase("meetings.will_you")
        return [*lines, asked]
    return [*lines, phrase("meetings.you_said", answer=phrase(f"meetings.{guest.answer.value}"))]


def _taps(turn: Turn[MeetingsTransaction], meeting: Meeting, guest: Guest) -> Rows:
    if meeting.state is not MeetingState.CALLED or meeting.begun(turn.now):
        return ()
    others = [answer for answer in ANSWERS if answer is not guest.answer]
    return (tuple(Tap(phrase(f"meetings.{each.value}"), f"{each.value}:{meeting.news}") for each in others),)


# ---- answered ------------------------------------------------------------------------------------------------------


def answered(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, answer: Answer) -> None:
    """Her card says what she answered, the page of whoever called it how many come.

    Raises NotAllowed, NoLongerPossible.
    """
    guest = turn.tx.guests.find(meeting.id, person.id)
    if guest is None or not guest.invited:
        raise NotAllowed(meeting.id)
    if meeting.state is not MeetingState.CALLED or meeting.begun(turn.now):
        raise NoLongerPossible(meeting.id)
    if guest.answer is not answer:
        guest = replace(guest, answer=answer, answered_at=turn.now)
        turn.tx.guests.save(guest)
        tell(turn, meeting.subject, "InvitationAnswered", by=person.id, answer=answer.value)
        show_meeting(turn, turn.tx.people.get(meeting.convener_id), meeting, op=Op.UPDATE)
    show_invitation(turn, meeting, guest, person, op=Op.UPDATE)


TICKS = {NEWS: tell_news}
