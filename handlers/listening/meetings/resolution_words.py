"""What is said of resolutions wherever they stand: what became of each, and what those who came said a month on."""

from __future__ import annotations

from domain.listening.meeting import Meeting
from domain.listening.resolution import Becomes, Resolution, Verdicts
from domain.matters.matter import Matter, State
from domain.phrases import Phrase, phrase
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.matters.assigning import owner_name
from handlers.texts.say import ShortDay
from handlers.turn import Turn


def resolution_lines(turn: Turn[MeetingsTransaction], meeting: Meeting) -> list[Phrase]:
    """None where nothing was agreed."""
    resolutions = turn.tx.resolutions.of(meeting.id)
    verdicts = turn.tx.resolutions.verdicts(meeting.id)
    lines = [phrase("meetings.resolutions")] if resolutions else []
    for n, each in enumerate(resolutions, 1):
        lines.append(phrase("meetings.resolution", n=n, line=line_of(each), stands=stands(turn, each)))
        if each.id in verdicts:
            lines.append(counts(verdicts[each.id]))
    return lines


def line_of(resolution: Resolution) -> object:
    return resolution.line or phrase("lists.erased")


def stands(turn: Turn[MeetingsTransaction], resolution: Resolution) -> Phrase:
    """What became of it, as it stands now."""
    match resolution.becomes:
        case Becomes.MATTER:
            matter = turn.tx.matters.get(resolution.became_id)
            member = owner_name(turn.tx.people.get(matter.owner_id))
            how = phrase(f"meetings.matter_{_how(matter)}", member=member)
            return phrase("meetings.is_matter", no=matter.number, how=how)
        case Becomes.NEED:
            need = turn.tx.needs.get(resolution.became_id)
            how = phrase(f"lists.is_{need.state.value}", result=need.result)
            if need.standing and need.taken_by and need.until_on:
                taker = owner_name(turn.tx.people.get(need.taken_by))
                how = phrase("lists.taken", member=taker, day=ShortDay(need.until_on))
            return phrase("meetings.is_need", stands=how)
        case Becomes.TASK if resolution.due_on is not None:
            key = "meetings.is_task" if resolution.open_task else "meetings.is_done"
            owner = owner_name(turn.tx.people.get(resolution.owner_id))
            return phrase(key, member=owner, day=ShortDay(resolution.due_on))
        case _:
            return phrase("meetings.is_noted")


def _how(matter: Matter) -> str:
    if matter.state in (State.CLOSING, State.REPORTED, State.ENDED):
        return "over"
    return "taken" if matter.state is State.TAKEN else "waiting"


def counts(verdicts: Verdicts) -> Phrase:
    return phrase("meetings.verdicts", yes=verdicts.yes, not_yet=verdicts.not_yet)
