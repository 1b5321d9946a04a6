"""What is to be spoken of: open needs and matters of the area by taps, or words of the convener's own."""

from __future__ import annotations

from domain.errors import NotFound
from domain.listening.meeting import Topic
from domain.listening.need import STANDING
from domain.matters.kinds import kind_of, private
from domain.matters.matter import Matter
from domain.messages import Inbound
from domain.phrases import phrase
from domain.reach import Reach
from handlers.dialogs import Asking, Option, Question
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.words import matter_words, topic_lines
from handlers.turn import Turn

DONE, OTHERS, NEED, MATTER, OWN = "done", "others", "n:", "m:", "w:"
MOST, TRIES = 6, 20
OFFERED = 3
"""Needs, and as many matters, that stand as buttons at once."""
LONGEST = 60


def ask_agenda(turn: Turn[MeetingsTransaction], area_id: str) -> Asking:
    """Ends in values that `topic_of` reads, at most MOST."""
    chosen: list[str] = []
    start = 0
    for n in range(TRIES):
        key = "meetings.agenda_more" if chosen else "meetings.agenda"
        topics = [topic for value in chosen if (topic := topic_of(turn, area_id, value)) is not None]
        options, following = _options(turn, area_id, chosen, start)
        said: str = yield Question(
            f"agenda.{n}", (phrase(key), *topic_lines(turn, topics)), options,
            lambda given: _read(turn, area_id, given), valid=lambda value: True,
        )  # fmt: skip
        if said == OTHERS:
            start = following
            continue
        start = 0
        if said != DONE:
            chosen.append(said)
        if said == DONE or len(chosen) == MOST:
            break
    return tuple(dict.fromkeys(chosen))


def _options(
    turn: Turn[MeetingsTransaction], area_id: str, chosen: list[str], start: int
) -> tuple[tuple[Option, ...], int]:
    """Some needs and some matters from the `start`-th on, and from where there are others, in the end the first."""
    most = start + OFFERED + len(chosen) + 1
    needs = [Option(f"{NEED}{n.id}", n.line) for n in turn.tx.needs.page(Reach((area_id,)), STANDING, most) if n.line]
    matters = [
        Option(f"{MATTER}{matter.id}", matter_words(turn, matter))
        for matter in turn.tx.meetings.to_speak_of(area_id, most)
    ]
    done = Option(DONE, phrase("meetings.agenda_done" if chosen else "meetings.agenda_none"))
    left = [[option for option in found if option.value not in chosen] for found in (needs, matters)]
    shown = [option for found in left for option in found[start : start + OFFERED]]
    more = any(len(found) > start + OFFERED for found in left)
    others = [Option(OTHERS, phrase("meetings.agenda_others"))] if more or start else []
    return (*shown, *others, done), start + OFFERED if more else 0


def _read(turn: Turn[MeetingsTransaction], area_id: str, given: Inbound) -> str | None:
    """A matter by its number where it may be spoken of here; anything else in the convener's own words."""
    if not given.text:
        return None
    for matter in turn.tx.matters.by_number(given.text)[:1]:
        if may_speak_of(turn, area_id, matter):
            return f"{MATTER}{matter.id}"
    return f"{OWN}{' '.join(given.text.split())[:LONGEST]}"


def may_speak_of(turn: Turn[MeetingsTransaction], area_id: str, matter: Matter) -> bool:
    """What is about a person or quiet is on no agenda, nor what lies elsewhere."""
    shown = not private(matter) and not kind_of(matter.kind).quiet
    return shown and matter.open and turn.tx.areas.tree().within(matter.spot.grid_id, area_id)


def topic_of(turn: Turn[MeetingsTransaction], area_id: str, value: str) -> Topic | None:
    """None for what is over by now, or may not be spoken of."""
    try:
        if value.startswith(NEED):
            need = turn.tx.needs.get(value.removeprefix(NEED))
            here = turn.tx.areas.tree().within(need.area_id, area_id)
            return Topic(need_id=need.id, line=need.line) if here and need.standing else None
        if value.startswith(MATTER):
            matter = turn.tx.matters.get(value.removeprefix(MATTER))
            return Topic(matter_id=matter.id) if may_speak_of(turn, area_id, matter) else None
    except NotFound:
        return None
    return Topic(line=value.removeprefix(OWN))
