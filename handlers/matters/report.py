"""The report dialog: usually one message and one tap, because kind and place are understood or known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.matters.words import one_line, place_span

from domain.areas import Spot
from domain.matters.draft import Draft
from domain.matters.kinds import KINDS, clear, likely_kinds
from domain.matters.matter import Tier
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question, ask, choose
from handlers.matters.assigning import first_owner, owner_name
from handlers.matters.command import UNHEARD, FileMatter, NotAMatter
from handlers.matters.places import Whereabouts, locate
from handlers.speaking import Line
from handlers.turn import Turn

WHAT_LENGTH = 40
OTHER = "other"


@dataclass(slots=True)
class Report:
    """What the script has made of the draft so far; mending changes it step by step."""

    draft: Draft
    kind: str
    spot: Spot
    words: str
    anonymous: bool = False
    on_behalf_of: str = ""


def run(turn: Turn[Any], person: Person, dialog: OpenDialog) -> Asking:
    """Asks only for what cannot be understood; ends in FileMatter or NotAMatter."""
    draft = Draft.from_json(dialog.draft)
    where = Whereabouts(turn, person)
    words = draft.words
    if not words and not draft.media and draft.location is None:
        words = yield from ask("words", phrase("report.what"))
    heard = replace(draft, said=()).with_words("", words, draft.last_at) if words != draft.words else draft
    kind = yield from _kind(words)
    spot = where.known(heard)
    if spot is None:
        spot = yield from locate(where, "place")
    report = Report(heard, kind, spot, words, on_behalf_of=draft.on_behalf_of)
    for n in range(12):
        decision = yield from _confirm(turn, person, report, n)
        if decision == "hand_in":
            return _command(report)
        if decision == "no_matter":
            why = yield from choose(f"why.{n}", phrase("report.why"), options=_WHYS, valid=_WHY_VALUES.__contains__)
            if why == "question":
                report.kind = "enquiry"
                return _command(report)
            if why != "back":
                return NotAMatter(why)
        else:
            yield from _mend(report, where, n)
    return NotAMatter("nothing")


_WHYS = tuple(Option(why, phrase(f"report.why_{why}")) for why in ("question", "chat", "nothing", "back"))
_WHY_VALUES = {option.value for option in _WHYS}
_MENDS = tuple(
    Option(what, phrase(f"report.mend_{what}")) for what in ("words", "place", "kind", "anonymous", "behalf", "back")
)


def _kind(words: str) -> Asking:
    if not words:
        return UNHEARD
    likely = likely_kinds(words)
    sure = clear(likely)
    if sure is not None:
        return sure
    if not likely:
        return OTHER
    return (yield from _choose_kind("kind", [code for code, _ in likely[:3]]))


def _choose_kind(key: str, codes: list[str]) -> Asking:
    offered = list(dict.fromkeys([*codes, OTHER]))
    options = tuple(Option(code, phrase(KINDS[code].name_key)) for code in offered)
    return (yield from choose(key, phrase("report.kind"), options=options, rows=(2,), valid=KINDS.__contains__))


def _confirm(turn: Turn[Any], person: Person, report: Report, n: int) -> Asking:
    owner = first_owner(turn, report.spot.grid_id)
    options = (
        Option("hand_in", phrase("report.hand_in", member=owner_name(owner)), sealed=True),
        Option("mend", phrase("report.mend")),
        Option("no_matter", phrase("report.no_matter")),
    )
    lines = summary(turn, person, report, owner)
    return (yield Question(f"sure.{n}", lines, options, rows=(1, 2), valid={o.value for o in options}.__contains__))


def summary(turn: Turn[Any], person: Person, report: Report, owner: Person) -> tuple[Line, ...]:
    """What was understood: place, what, who will get it, until when; a voice note is said to be heard by the member only."""
    member = owner_name(owner)
    tier = KINDS[report.kind].tier
    until = turn.house.clocks.contact_due(report.draft.sent_at, tier)
    voice = report.draft.voice
    lines: list[Line] = []
    if voice is not None and not report.words:
        lines.append(phrase("report.voice", n=voice.seconds, member=member))
        lines.append(
            phrase("report.voice_place", place=report.spot.label or phrase("place.unknown"), member=member, until=until)
        )
    else:
        lines.append(
            phrase(
                "report.summary",
                place=report.spot.label or phrase("place.unknown"),
                what=_what(report),
                member=member,
                until=until,
            )
        )
    extras: list[Phrase] = []
    if report.draft.media and not (voice is not None and not report.words):
        extras.append(phrase("report.attached", n=len(report.draft.media)))
    if report.anonymous:
        extras.append(phrase("report.is_anonymous"))
    if report.on_behalf_of:
        extras.append(phrase("report.is_behalf", name=report.on_behalf_of))
    if not report.spot.grid_id:
        extras.append(phrase("report.desk_will_find"))
    lines += extras
    if tier is Tier.UTILITY and not turn.house.clocks.awake(turn.now):
        lines.append(night(turn, report.kind, member, until))
    return tuple(lines)


def night(turn: Turn[Any], kind: str, member: object, until: datetime) -> Phrase:
    """At night a utility's own number is given at once; the member's card goes out silently."""
    contacts = turn.house.contacts
    return phrase("report.night", member=member, time=until, utility=contacts.utilities.get(kind) or contacts.desk)


def _mend(report: Report, where: Whereabouts, n: int) -> Asking:
    what = yield from choose(
        f"mend.{n}", phrase("report.mend_what"), options=_MENDS, rows=(2,), valid={o.value for o in _MENDS}.__contains__
    )
    match what:
        case "words":
            report.words = yield from ask(f"words.{n}", phrase("report.words"))
            report.draft = replace(report.draft, said=()).with_words("", report.words, report.draft.last_at)
        case "place":
            report.spot = yield from locate(where, f"place.{n}")
        case "kind":
            likely = [code for code, _ in likely_kinds(report.words)[:3]]
            report.kind = yield from _choose_kind(f"kind.{n}", [*likely, *KINDS])
        case "anonymous":
            report.anonymous = not report.anonymous
        case "behalf":
            report.on_behalf_of = yield from ask(f"behalf.{n}", phrase("report.behalf"))


def _what(report: Report) -> object:
    line = one_line(report.words, WHAT_LENGTH, place_span(report.words)) if report.words else ""
    return line or phrase(KINDS[report.kind].name_key)


def _command(report: Report) -> FileMatter:
    line = one_line(report.words, WHAT_LENGTH, place_span(report.words)) if report.words else ""
    draft = replace(report.draft, on_behalf_of=report.on_behalf_of)
    return FileMatter(draft, report.kind, KINDS[report.kind].tier, report.spot, line, report.anonymous)
