"""Was it kept? A month later those who came are asked by taps, and some days after the desk hears the counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.meeting import Meeting, MeetingState
from domain.listening.resolution import COUNTED_AFTER, Kept, Resolution, Verdicts
from domain.messages import Op, Urgency
from domain.open import Due
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.listening.meetings.attending import ASK_KEPT
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.resolution_words import line_of
from handlers.listening.meetings.rights import keeper_of
from handlers.listening.meetings.words import PROMPT, noun_of, title_of
from handlers.roles import desk_for
from handlers.speaking import Line, Rows, Strong, Tap, quiet, send
from handlers.telling import tell
from handlers.texts.say import ShortDay
from handlers.turn import Turn

COUNT = "meeting_counts"
IN_ONE_ACT = 20
MOST = 6
"""Resolutions that are asked about."""


def ask_whether_kept(turn: Turn[MeetingsTransaction], due: Sequence[Due]) -> None:
    """Of a meeting at which something was agreed; portion by portion, the slot being whoever was the last before."""
    for row in due:
        meeting = turn.tx.meetings.get(row.subject.partition(":")[2])
        if meeting.state is not MeetingState.HELD or not turn.tx.resolutions.of(meeting.id):
            continue
        guests = turn.tx.guests.after(meeting.id, row.slot, IN_ONE_ACT)
        for guest in guests:
            if guest.came:
                _show(turn, meeting, turn.tx.people.get(guest.person_id), Op.SEND)
        if len(guests) == IN_ONE_ACT:
            turn.tx.schedule.add(Due(ASK_KEPT, meeting.subject, guests[-1].person_id, turn.now))
        if not row.slot:
            tell(turn, meeting.subject, "KeptAsked")
            at = turn.house.clocks.next_awake(turn.now + COUNTED_AFTER)
            turn.tx.schedule.add(Due(COUNT, meeting.subject, "", at))


def which(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting) -> None:
    """She said kept or not, but not what: it is asked anew, with a button for each."""
    _show(turn, meeting, person, Op.SEND, phrase("meetings.kept_which"))


def key_of(meeting: Meeting, person: Person) -> str:
    """Of the message that asks her."""
    return f"kept:{meeting.id}:{person.id}"


def _show(
    turn: Turn[MeetingsTransaction], meeting: Meeting, person: Person, op: Op, lead: Phrase | None = None
) -> None:
    resolutions = turn.tx.resolutions.of(meeting.id)[:MOST]
    said = turn.tx.resolutions.said_by(meeting.id, person.id)
    day = ShortDay(meeting.starts_at.astimezone(turn.house.zone).date())
    lines: list[Line | Strong] = [lead or phrase("meetings.kept", day=day, noun=noun_of(meeting))]
    lines += [_line(n, each, said.get(each.id)) for n, each in enumerate(resolutions, 1)]
    if len(said) == len(resolutions):
        lines.append(phrase("meetings.kept_thanks"))
    taps = _taps(resolutions, said)
    send(
        turn, person, *lines, taps=taps, prompt=PROMPT + meeting.id, op=op, key=key_of(meeting, person),
        about=meeting.subject, urgency=Urgency.NOTICE if op is Op.SEND else Urgency.TURN, silent=quiet(turn),
    )  # fmt: skip


def _line(n: int, resolution: Resolution, said: Kept | None) -> Phrase:
    plain = phrase("meetings.topic", n=n, line=line_of(resolution))
    return phrase(f"meetings.kept_{said.value}", line=plain) if said else plain


def _taps(resolutions: Sequence[Resolution], said: Mapping[str, Kept]) -> Rows:
    """Only for what she has not answered; numbered where there are several."""
    rows = []
    for n, each in enumerate(resolutions, 1):
        if each.id not in said:
            labels = {kept: phrase(f"meetings.tap_{kept.value}") for kept in Kept}
            if len(resolutions) > 1:
                labels = {kept: phrase("meetings.tap_of_many", n=n, tap=tap) for kept, tap in labels.items()}
            rows.append(tuple(Tap(label, f"k:{each.id}:{kept.value}") for kept, label in labels.items()))
    return tuple(rows)


def answered(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, detail: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    resolution_id, _, value = detail.partition(":")
    guest = turn.tx.guests.find(meeting.id, person.id)
    if guest is None or not guest.came:
        raise NotAllowed(meeting.id)
    ids = [each.id for each in turn.tx.resolutions.of(meeting.id)]
    if resolution_id not in ids or value not in list(Kept):
        raise NoLongerPossible(detail)
    turn.tx.resolutions.say(resolution_id, person.id, Kept(value), turn.now)
    tell(turn, meeting.subject, "KeptSaid", by=person.id, resolution=resolution_id, kept=value)
    _show(turn, meeting, person, Op.UPDATE)


def tell_counts(turn: Turn[MeetingsTransaction], due: Sequence[Due]) -> None:
    """Whoever keeps it and the desk hear how many said what, and of nobody who."""
    for row in due:
        meeting = turn.tx.meetings.get(row.subject.partition(":")[2])
        people = [person for person in (keeper_of(turn, meeting), *desk_for(turn, meeting.area_id)[:1]) if person]
        lines = _count_lines(turn, meeting)
        look = ((Tap(phrase("lists.tap_look"), "see"),),)
        for person in {each.id: each for each in people}.values():
            send(
                turn, person, Strong(phrase("meetings.counts", title=title_of(meeting))), *lines, taps=look,
                prompt=PROMPT + meeting.id, about=meeting.subject, silent=quiet(turn),
            )  # fmt: skip
        tell(turn, meeting.subject, "KeptCounted")


def _count_lines(turn: Turn[MeetingsTransaction], meeting: Meeting) -> list[Phrase]:
    asked = sum(guest.came for guest in turn.tx.guests.of(meeting.id))
    verdicts = turn.tx.resolutions.verdicts(meeting.id)
    lines = []
    for n, each in enumerate(turn.tx.resolutions.of(meeting.id)[:MOST], 1):
        said = verdicts.get(each.id, Verdicts())
        silent = max(0, asked - said.yes - said.not_yet)
        lines.append(
            phrase("meetings.count", n=n, line=line_of(each), yes=said.yes, not_yet=said.not_yet, silent=silent)
        )
    return lines


TICKS = {ASK_KEPT: ask_whether_kept, COUNT: tell_counts}
