"""The report dialog: usually one message and one tap, because kind and place are understood or known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.matters.draft import Draft
from domain.matters.greetings import is_no, is_yes
from domain.matters.kinds import KINDS, OTHER, UNHEARD, clear, kind_of, likely_kinds
from domain.matters.trouble import Trouble
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, ask, choose
from handlers.matters.assigning import owner_name
from handlers.matters.command import FileMatter, NotAMatter, SayAnew, line_of
from handlers.matters.owners import first_owner
from handlers.matters.places import Whereabouts, locate
from handlers.matters.summary import Report, summary
from handlers.matters.trouble_reporting import is_it_this, known_of, offer, says_wrong
from handlers.turn import Turn

MOST_MENDINGS = 12


def run(turn: Turn[Any], person: Person, dialog: OpenDialog) -> Asking:
    """Asks only for what cannot be understood; ends in FileMatter, SayAnew or NotAMatter."""
    draft = Draft.from_json(dialog.draft)
    where = Whereabouts(turn, person)
    if not draft.words and not draft.media:
        key = "report.what_here" if draft.location else "report.what"
        yield Question("words", (phrase(key),), valid=lambda given: False)  # what is sent goes to the draft
    if where.nothing_else(draft):
        spot = where.known(draft)
        key, place = "report.what_at", spot.label if spot else draft.words
        yield Question("words", (phrase(key, place=place),), valid=lambda given: False)
    spot = where.known(draft)
    meant = yield from is_it_this(turn, draft, spot, _heard(draft))
    if meant is not None and meant.trouble is not None and spot is not None:
        return _waits(turn, Report(draft, meant.trouble.kind, spot, draft.words), meant.trouble)
    kind = yield from _kind(draft)
    if spot is None:
        spot = yield from locate(where, "place", _heard(draft))
    report = Report(draft, kind, spot, draft.words, on_behalf_of=draft.on_behalf_of)
    for n in range(MOST_MENDINGS):
        trouble = known_of(turn, report) if meant is None else None
        decision = yield from (_confirm(turn, report, n) if trouble is None else offer(turn, report, trouble, n))
        if decision == "hand_in":
            return _command(turn, report)
        if decision == "join" and trouble is not None:
            return _waits(turn, report, trouble)
        if decision == "again":
            return SayAnew()
        if decision == "no_matter":
            why = yield from choose(f"why.{n}", phrase("report.why"), options=_WHYS, valid=_WHY_VALUES.__contains__)
            if why == "question":
                report.kind = "enquiry"
                return _command(turn, report)
            if why != "back":
                return NotAMatter(why)
        else:
            yield from _mend(report, where, n)
    return NotAMatter("nothing")


_WHYS = tuple(Option(why, phrase(f"report.why_{why}")) for why in ("question", "chat", "nothing", "back"))
_WHY_VALUES = {option.value for option in _WHYS}
_MENDS = tuple(
    Option(part, phrase(f"report.mend_{part}")) for part in ("words", "place", "kind", "anonymous", "behalf", "back")
)
_MEND_VALUES = {option.value for option in _MENDS}


def _heard(draft: Draft) -> Any:
    """A voice note is answered before anything is asked: who speaks may be in danger, and cannot know that we are
    deaf.
    """
    voice = draft.voice
    return phrase(f"report.{draft.unheard}_first", n=voice.seconds) if voice is not None and not draft.words else None


def _kind(draft: Draft) -> Asking:
    if not draft.words:
        return draft.unheard
    likely = likely_kinds(draft.words)
    sure = clear(likely)
    if sure is not None:
        return sure
    if not likely:
        return OTHER
    return (yield from _choose_kind("kind", [code for code, _ in likely[:3]]))


def _choose_kind(key: str, codes: list[str]) -> Asking:
    offered = list(dict.fromkeys([*codes, OTHER]))
    options = tuple(Option(code, phrase(kind_of(code).name_key)) for code in offered)
    return (yield from choose(key, phrase("report.kind"), options=options, rows=(2,), valid=KINDS.__contains__))


def _confirm(turn: Turn[Any], report: Report, n: int) -> Asking:
    owner = first_owner(turn, report.spot)
    options = [Option("hand_in", phrase("report.hand_in", member=owner_name(owner)), sealed=True)]
    if report.draft.voice is not None and not report.words:
        options.append(Option("again", phrase("report.again")))
    options += [Option("mend", phrase("report.mend")), Option("no_matter", phrase("report.no_matter"))]
    values, lines = {option.value for option in options}, summary(turn, report, owner)
    return (yield Question(f"sure.{n}", lines, tuple(options), rows=(1, 3), valid=values.__contains__, means=_meant))


def _meant(words: str) -> str | None:
    """对 hands in, 不对 mends, 不用了 says that it is no matter."""
    if is_yes(words):
        return "hand_in"
    if is_no(words):
        return "mend" if says_wrong(words) else "no_matter"
    return None


def _mend(report: Report, where: Whereabouts, n: int) -> Asking:
    part = yield from choose(
        f"mend.{n}", phrase("report.mend_what"), options=_MENDS, rows=(2,), valid=_MEND_VALUES.__contains__
    )
    match part:
        case "words":
            _say_anew(report, where, (yield from ask(f"words.{n}", phrase("report.words"))))
        case "place":
            report.spot = yield from locate(where, f"place.{n}")
        case "kind":
            likely = [code for code, _ in likely_kinds(report.words)[:3]]
            report.kind = yield from _choose_kind(f"kind.{n}", [*likely, *KINDS])
        case "anonymous":
            report.anonymous = not report.anonymous
        case "behalf":
            report.on_behalf_of = yield from ask(f"behalf.{n}", phrase("report.behalf"))


def _say_anew(report: Report, where: Whereabouts, words: str) -> None:
    """Other words may mean another kind and name another place."""
    report.words = words
    report.draft = replace(report.draft, said=()).with_words("", words, report.draft.last_at)
    report.kind = clear(likely_kinds(words)) or (OTHER if report.kind in UNHEARD else report.kind)
    report.spot = where.known(report.draft) or report.spot


def _waits(turn: Turn[Any], report: Report, trouble: Trouble) -> FileMatter:
    return replace(_command(turn, report), trouble_id=trouble.id)


def _command(turn: Turn[Any], report: Report) -> FileMatter:
    draft = replace(report.draft, on_behalf_of=report.on_behalf_of)
    return FileMatter(
        draft,
        report.kind,
        turn.house.practice.tier_of(report.kind, turn.today),
        report.spot,
        line_of(report.words, report.spot.label),
        report.anonymous,
    )
