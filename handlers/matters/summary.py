"""What was understood of a report, told back in one message before it is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from domain.areas import Spot
from domain.matters.draft import HEARD, Draft
from domain.matters.kinds import kind_of
from domain.matters.matter import Tier
from domain.matters.running import start_of
from domain.messages import Media, MediaKind
from domain.people.numbers import numbers_in
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.command import line_of
from handlers.matters.owners import on_night_duty
from handlers.speaking import Line
from handlers.texts.say import Several
from handlers.turn import Turn


@dataclass(slots=True)
class Report:
    """What the script has made of the draft so far; mending changes it step by step."""

    draft: Draft
    kind: str
    spot: Spot
    words: str
    anonymous: bool = False
    on_behalf_of: str = ""


def summary(turn: Turn[Any], report: Report, owner: Person) -> tuple[Line, ...]:
    """Place, what, who will get it, until when; a voice note is said to be heard by the member only."""
    member, tier = owner_name(owner), turn.house.practice.tier_of(report.kind, turn.today)
    up = on_night_duty(turn, owner.id, report.spot)
    clocks = turn.house.clocks
    until = clocks.contact_due(start_of(report.draft.sent_at, turn.now, tier, clocks), tier, night_duty=up)
    place = report.spot.label or phrase("place.unknown")
    lines: list[Line]
    if report.draft.voice is not None and not report.words:
        lines = [
            phrase(f"report.{report.draft.unheard}", n=report.draft.voice.seconds, member=member),
            phrase("report.voice_place", place=place, member=member, until=until),
        ]
    else:
        said = line_of(report.words, report.spot.label).rstrip("。.！!？?，,；; ")  # the sentence goes on behind it
        line = said or phrase(kind_of(report.kind).name_key)
        lines = [phrase("report.summary", place=place, what=line, member=member, until=until)]
    lines += _extras(report)
    if tier is Tier.UTILITY and not turn.house.clocks.awake(turn.now):
        lines.append(_night(turn, report.kind, member, up=up))
    return tuple(lines)


def _extras(report: Report) -> list[Line]:
    extras: list[Line] = [phrase("report.has_number")] if any(numbers_in(report.words)) else []
    shown = [m for m in report.draft.media if report.words or m.kind not in HEARD]
    if shown:
        extras.append(phrase("report.attached", media=counted(shown)))
    if report.anonymous:
        extras.append(phrase("report.is_anonymous"))
    if report.on_behalf_of:
        extras.append(phrase("report.is_behalf", name=report.on_behalf_of))
    if not report.spot.grid_id:
        extras.append(phrase("report.desk_will_find" if report.spot.label else "report.desk_will_ask"))
    return extras


_COUNTED = {"photo": (MediaKind.PHOTO,), "video": (MediaKind.VIDEO, MediaKind.ROUND_VIDEO), "voice": HEARD}


def counted(media: list[Media]) -> Several:
    """ "3张照片、1段语音"."""
    found: list[Phrase] = []
    rest = list(media)
    for name, kinds in _COUNTED.items():
        n = sum(m.kind in kinds for m in rest)
        rest = [m for m in rest if m.kind not in kinds]
        if n:
            found.append(phrase(f"media.{name}_{'one' if n == 1 else 'many'}", n=n))
    return Several(tuple(found))


def _night(turn: Turn[Any], kind: str, member: object, *, up: bool) -> Phrase:
    """At night a utility's own number is given at once; the member's card goes out silently unless she is on duty."""
    contacts, seen_at = turn.house.contacts, turn.house.clocks.next_awake(turn.now)
    utility = contacts.utilities.get(kind) or contacts.desk
    if up:
        return phrase("choice.night_number", utility=utility)
    return phrase("report.night", member=member, time=seen_at, utility=utility)
