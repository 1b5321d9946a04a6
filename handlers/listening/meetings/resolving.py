"""Resolutions, one line each: by taps each becomes a matter, a need, a task with owner and date, or is only noted."""

from __future__ import annotations

from datetime import timedelta

from domain.areas import SURE, Tree
from domain.errors import NoLongerPossible
from domain.listening.meeting import Meeting, MeetingAct
from domain.listening.resolution import Becomes
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.areas import area_name
from handlers.days import ask_day
from handlers.dialogs import Asking, Option, Question, Script, ask, choose
from handlers.listening.meetings.becoming import Resolved, about, make
from handlers.listening.meetings.page import show_meeting
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.rights import must_keep
from handlers.listening.meetings.whom import nearest
from handlers.matters.assigning import owner_name
from handlers.matters.owners import first_owner, in_line
from handlers.rights import serves_in
from handlers.roles import able, posts_of
from handlers.turn import Turn

NOBODY = "nobody"
LONGEST, MOST, TRIES = 120, 10, 5
MOST_OWNERS, MOST_PLACES, SHOWN = 4, 8, 20
WEEK, MONTH = 7, 30


def ask_resolutions(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a Resolved for each line."""
    meeting = turn.tx.meetings.get(dialog.subject)
    meeting.after(MeetingAct.NOTE)
    lines = yield from _ask_lines()
    resolved = []
    for n, line in enumerate(lines):
        resolved.append((yield from _ask_one(turn, person, meeting, n, line)))
    return tuple(resolved)


def _ask_lines() -> Asking:
    """None is cut or left out without a word."""
    words = phrase("meetings.resolve", most=MOST)
    for n in range(TRIES):
        said: str = yield from ask(f"lines.{n}" if n else "lines", words)
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        long = next((line for line in lines if len(line) > LONGEST), "")
        if not long and len(lines) <= MOST:
            return lines
        if long:
            words = phrase("meetings.resolve_long", line=long[:SHOWN], n=len(long), most=LONGEST)
        else:
            words = phrase("meetings.resolve_many", n=len(lines), most=MOST)
    raise NoLongerPossible("lines")


def _ask_one(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, n: int, line: str) -> Asking:
    options = [Option(each.value, phrase(f"meetings.becomes_{each.value}")) for each in Becomes]
    becomes = Becomes(
        (yield from choose(f"becomes.{n}", phrase("meetings.becomes", line=line), options=options, rows=(2,)))
    )
    if becomes is Becomes.NOTED:
        return Resolved(line, becomes)
    if becomes is Becomes.MATTER:
        area_id = yield from _ask_place(turn, meeting, n, line)
        taker = yield from _ask_taker(turn, person, meeting, n, line, area_id)
        return Resolved(line, becomes, area_id, taker)
    owner_id = yield from _ask_owner(turn, person, meeting, n, line, free=becomes is Becomes.NEED)
    if not owner_id:
        return Resolved(line, becomes)
    days = tuple(turn.today + timedelta(days=ahead) for ahead in (WEEK, MONTH))
    due = yield from ask_day(turn, f"due.{n}", phrase("meetings.until_when", line=line), days)
    return Resolved(line, becomes, owner_id=owner_id, due=due)


def _ask_place(turn: Turn[MeetingsTransaction], meeting: Meeting, n: int, line: str) -> Asking:
    """A matter lies in a grid: the one that the line names, else one is asked for."""
    tree: Tree = turn.tx.areas.tree()
    for guess in turn.house.gazetteer.find(line, tree.grid_of(meeting.area_id), 1):
        if guess.certainty >= SURE and tree.grid_of(guess.area_id) and tree.within(guess.area_id, meeting.area_id):
            return guess.area_id
    if tree.grid_of(meeting.area_id):
        return meeting.area_id
    below = [grid.id for grid in tree.grids() if tree.within(grid.id, meeting.area_id)]
    options = tuple(Option(id, phrase("place.area", area=area_name(turn, id))) for id in below[:MOST_PLACES])

    def meant(given: Inbound) -> str | None:
        guesses = turn.house.gazetteer.find(given.text) if given.text else ()
        return next((guess.area_id for guess in guesses if tree.within(guess.area_id, meeting.area_id)), None)

    words = phrase("meetings.which_grid", line=line)
    return (yield Question(f"area.{n}", (words,), options, meant, lambda id: bool(tree.grid_of(id)), rows=(2,)))


def _ask_taker(
    turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, n: int, line: str, area_id: str
) -> Asking:
    """Ends in an id, "" for whoever it falls to; asked only where somebody came who serves there and else would not."""
    of = about(turn, person, line, area_id)
    usual = first_owner(turn, of).person
    came = [turn.tx.people.get(guest.person_id) for guest in turn.tx.guests.of(meeting.id) if guest.came]
    there = [each for each in in_line(turn, of, came) if serves_in(turn, each, area_id) and able(turn, each)]
    if not [each for each in there if each.id != usual.id]:
        return ""
    people = list({each.id: each for each in (usual, *there)}.values())[:MOST_OWNERS]
    options = [Option(each.id, phrase("lists.word", word=owner_name(each))) for each in people]
    return (yield from choose(f"taker.{n}", phrase("meetings.who_does_it", line=line), options=options, rows=(2,)))


def _ask_owner(
    turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, n: int, line: str, *, free: bool
) -> Asking:
    """Ends in an id, "" for nobody yet: those who came stand as buttons, anybody on the roster may be named."""
    came = [guest.person_id for guest in turn.tx.guests.of(meeting.id) if guest.came]
    serving = [id for id in came if id != person.id and posts_of(turn, id)]
    options = [Option(person.id, phrase("who.you"))]
    options += [
        Option(id, phrase("lists.word", word=owner_name(turn.tx.people.get(id)))) for id in serving[:MOST_OWNERS]
    ]
    if free:
        options.append(Option(NOBODY, phrase("meetings.nobody_yet")))

    def called(given: Inbound) -> str | None:
        posts = turn.tx.hands.called(given.text.strip(), turn.today) if given.text else ()
        return nearest(turn, meeting.area_id, posts) if posts else None

    words = phrase("meetings.who_does_it", line=line)
    said = yield Question(f"owner.{n}", (words,), tuple(options), called, lambda value: True, rows=(2,))
    return "" if said == NOBODY else said


def resolve(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog, said: tuple[Resolved, ...]) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    meeting = turn.tx.meetings.get(dialog.subject)
    must_keep(turn, person, meeting)
    meeting.after(MeetingAct.NOTE)
    for each in said:
        make(turn, person, meeting, each)
    show_meeting(turn, person, meeting, phrase("meetings.resolved"))


RESOLVE = Script("meeting_resolve", ask_resolutions, resolve, calm=True)
