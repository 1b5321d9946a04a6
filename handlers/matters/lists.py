"""我的事, and one matter's whole way in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from domain.events import Content, Event
from domain.matters.matter import Cause, Matter
from domain.messages import Inbound, Keys
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.keyboard import lasting_keys
from handlers.matters.assigning import owner_name, resident_name
from handlers.matters.cards import how_it_stands, short_of, what_of, where_line
from handlers.matters.choice_words import why_then
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_read
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn

MOST = 8


def mine(turn: Turn[MattersTransaction], person: Person, inbound: Inbound | None = None, rest: str = "") -> None:
    """What the resident has open and what is over, each to be opened by one tap."""
    matters = turn.tx.matters.of_reporter(person.id)
    if not matters:
        send(turn, person, phrase("list.none"), Keys(lasting_keys(turn, person)))
        return
    open_ones, past = [m for m in matters if m.open], [m for m in matters if not m.open]
    lines: list[Line | Strong] = []
    if open_ones:
        lines.append(Strong(phrase("list.open", n=len(open_ones))))
        lines += [
            phrase("list.line", no=m.number, what=what_of(m), state=how_it_stands(turn, m)) for m in open_ones[:MOST]
        ]
    if past:
        lines.append(Strong(phrase("list.past", n=len(past))))
        lines += [
            phrase("list.line", no=m.number, what=what_of(m), state=how_it_stands(turn, m))
            for m in past[: MOST - min(len(open_ones), 5)]
        ]
    send(turn, person, *lines, taps=open_taps([*open_ones, *past][:MOST]), prompt="m:")


def open_taps(matters: Sequence[Matter]) -> Rows:
    """A button for each, with its number and what it is about."""
    return tuple((Tap(phrase("tap.open", no=m.number, what=short_of(m)), f"open:{m.id}"),) for m in matters)


# ---- one matter's whole way ----------------------------------------------------------------------------------------

TOLD = {
    "MatterClaimed",
    "MatterFiled", "MatterAssigned", "MatterAccepted", "ProgressReported", "WordAdded", "MatterReported",
    "MatterReopened", "ResidentAgreed", "MatterLapsed", "MatterWithdrawn", "MatterRated", "MatterRaised",
    "MatterPaused", "MatterResumed", "ExtensionGranted", "MatterRelaxed",
    "PhoneShown", "PhoneSeen", "ResidentNudged", "MatterJoined", "MatterNoted", "MatterTakenUp", "MattersUnited",
    "MatterSplit", "SplitUndone", "WishSet", "StoodApart", "WordsOpened", "ClocksReckoned", "HelperJoined",
    "NumberForHotline",
}  # fmt: skip


def show_timeline(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    title = Strong(phrase("card.title", no=matter.number, what=what_of(matter)))
    told = [line for _, line in told_lines(turn, person, matter)]
    send(turn, person, title, where_line(matter), *told, how_it_stands(turn, matter), about=matter.subject, silent=True)


def told_lines(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> list[tuple[Event, Phrase]]:
    """What happened to it, as this reader may know it, each line with its event."""
    readable = person.id == matter.reporter_id or may_read(turn, person, matter)
    contents = {content.id: content for content in turn.tx.contents.of(matter.subject)} if readable else {}
    lines = []
    for event in turn.tx.events.of(matter.subject):
        if event.type in TOLD:
            content = contents.get(event.content_id) or _said_to_all(turn, event)
            told = (_told(turn, person, matter, event, content), *why_then(turn, person, matter, event))
            lines += [(event, line) for line in told]
    return lines


def _said_to_all(turn: Turn[MattersTransaction], event: Event) -> Content | None:
    """What its member said to all the households that it went with."""
    words = str(event.facts.get("words", "")) if "lead" in event.facts else ""
    return turn.tx.contents.get(words) if words else None


def _told(
    turn: Turn[MattersTransaction], person: Person, matter: Matter, event: Event, content: Content | None
) -> Phrase:
    args = {
        "at": event.at,
        "who": name_for(turn, person, matter, event.by),
        "owner": name_for(turn, person, matter, str(event.facts.get("owner", matter.owner_id))),
        "line": content.text
        if content and content.text
        else phrase("told.media")
        if content and content.media
        else _no_words(turn, person, matter),
        "grade": event.facts.get("grade", 0),
        "cause": phrase(f"cause.{event.facts.get('cause') or Cause.SOLVED.value}"),
    }
    if event.type == "MatterJoined" and "lead" in event.facts:
        return Phrase("metoo.told", args)
    return Phrase(f"told.{event.type}", args)


def _no_words(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Phrase:
    readable = person.id == matter.reporter_id or may_read(turn, person, matter)
    return phrase("told.erased" if readable else "complaint.not_shown")


def name_for(turn: Turn[MattersTransaction], reader: Person, matter: Matter, person_id: str) -> object:
    """What this reader may read of whoever did something: "you", a name, "a resident" or the clock."""
    if person_id == reader.id:
        return phrase("who.you")
    if person_id == matter.reporter_id:
        return resident_name(turn, matter)
    if not person_id:
        return phrase("who.clock")
    return owner_name(turn.tx.people.get(person_id))
