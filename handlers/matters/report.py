"""The report dialog: usually one message and one tap, because kind and place are understood or known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.matters.accusing import about_person, kind_about_person
from domain.matters.draft import Draft
from domain.matters.greetings import is_no, is_yes
from domain.matters.kinds import KINDS, OTHER, UNHEARD, clear, kind_of, likely_kinds
from domain.matters.matter import Matter, Tier, Wish
from domain.matters.parts import parts_of
from domain.matters.trouble import Trouble
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, ask, choose
from handlers.matters.accused import accused_in
from handlers.matters.answered import answered, with_more
from handlers.matters.assigning import owner_name
from handlers.matters.command import AddTo, FileMatter, NotAMatter, SayAnew, WasAnswered, line_of
from handlers.matters.complaining import WISHES
from handlers.matters.complaining import offer as ask_wish
from handlers.matters.metoo_reporting import ANOTHER, JOIN, another_one, is_it_shared, shared_by
from handlers.matters.own_again import ADD, NEW, same_lines, same_of, same_option
from handlers.matters.owners import About, first_owner
from handlers.matters.places import Whereabouts, locate
from handlers.matters.splitting_at_once import SPLIT, several, split_options
from handlers.matters.summary import Report, summary
from handlers.matters.trouble_reporting import is_it_this, known_of, offer, says_wrong
from handlers.turn import Turn

MOST_MENDINGS = 12


def run(turn: Turn[Any], person: Person, dialog: OpenDialog) -> Asking:
    """Asks only for what cannot be understood; ends in a command of handlers.matters.command."""
    draft = Draft.from_json(dialog.draft)
    where = Whereabouts(turn, person)
    if not draft.words and not draft.media:
        key = "report.what_here" if draft.location else "report.what"
        yield Question("words", (phrase(key),), valid=lambda given: False)  # what is sent goes to the draft
    if where.nothing_else(draft):
        spot = where.known(draft)
        key, place = "report.what_at", spot.label if spot else draft.words
        yield Question("words", (phrase(key, place=place),), valid=lambda given: False)
    asked = yield from answered(turn, person, dialog, draft)
    if asked is not None and asked.helped:
        return WasAnswered(asked.shown)
    if asked is not None:
        return (yield from _enquiry(turn, person, with_more(draft, asked), asked.shown))
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
        decision = yield from _decide(turn, person, report, trouble, n, new=bool(dialog.draft.get(NEW)))
        if decision == "hand_in" or decision.startswith(ANOTHER):
            return _command(turn, report)
        if decision in WISHES:
            return _complaint(turn, report, Wish(decision))
        if decision == SPLIT:
            return several(turn, where, report)
        if decision.startswith(ADD):
            return AddTo(decision.removeprefix(ADD), report.draft)
        if decision == "join" and trouble is not None:
            return _waits(turn, report, trouble)
        if decision.startswith(JOIN):
            return replace(_command(turn, report), lead_id=decision.removeprefix(JOIN))
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


def _enquiry(turn: Turn[Any], person: Person, draft: Draft, shown: str) -> Asking:
    """A question that nothing known has answered: she has just said that somebody is to have it."""
    where = Whereabouts(turn, person)
    spot = where.known(draft) or (yield from locate(where, "place"))
    return replace(_command(turn, Report(draft, "enquiry", spot, draft.words)), unanswered=shown)


def _decide(turn: Turn[Any], person: Person, report: Report, trouble: Trouble | None, n: int, *, new: bool) -> Asking:
    """The summary, with what else may be meant: known already, about a person, her own of yesterday, a neighbour's."""
    if trouble is not None:
        return (yield from offer(turn, report, trouble, n))
    if about_person(report.kind, report.words):
        return (yield from ask_wish(turn, person, report, n))
    mine = None if new else same_of(turn, person, report)
    shared = shared_by(turn, person, report) if mine is None else []
    if shared:
        return (yield from is_it_shared(turn, report, shared, n))
    return (yield from _confirm(turn, person, report, mine, n))


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
    first = parts_of(draft.words)[0]  # of several matters none is in doubt
    likely = likely_kinds(first)
    sure = kind_about_person(draft.words) or clear(likely)
    if sure is not None:
        return sure
    if not likely:
        return OTHER
    return (yield from _choose_kind("kind", [code for code, _ in likely[:3]]))


def _choose_kind(key: str, codes: list[str]) -> Asking:
    offered = list(dict.fromkeys([*codes, OTHER]))
    options = tuple(Option(code, phrase(kind_of(code).name_key)) for code in offered)
    return (yield from choose(key, phrase("report.kind"), options=options, rows=(2,), valid=KINDS.__contains__))


def _confirm(turn: Turn[Any], person: Person, report: Report, mine: Matter | None, n: int) -> Asking:
    tier = turn.house.practice.tier_of(report.kind, turn.today)
    owner = first_owner(turn, About(report.spot, report.kind, tier, person.id)).person
    key = "report.hand_in" if mine is None else "unite.is_new"
    hand_in = Option("hand_in", phrase(key, member=owner_name(owner)), sealed=True)
    first = (*same_option(mine), hand_in, *split_options(report, n))
    options = [*first]
    if report.draft.voice is not None and not report.words:
        options.append(Option("again", phrase("report.again")))
    options += [Option("mend", phrase("report.mend")), Option("no_matter", phrase("report.no_matter"))]
    values = {*(option.value for option in options), another_one(report)}  # said before the neighbours' ended
    lines, rows = (*summary(turn, report, owner), *same_lines(mine)), (*((1,) * len(first)), 3)
    means = _meant if mine is None else _either
    return (yield Question(f"sure.{n}", lines, tuple(options), rows=rows, valid=values.__contains__, means=means))


def _meant(words: str) -> str | None:
    """对 hands in, 不对 mends, 不用了 says that it is no matter."""
    if is_yes(words):
        return "hand_in"
    if is_no(words):
        return "mend" if says_wrong(words) else "no_matter"
    return None


def _either(words: str) -> str | None:
    """A bare yes to "is it that one, or new?" says neither."""
    return _meant(words) if is_no(words) else None


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


def _complaint(turn: Turn[Any], report: Report, wish: Wish) -> FileMatter:
    """Its words stand nowhere but on its own card: no line of them is kept for lists."""
    accused = accused_in(turn, report.words, report.spot)
    return replace(_command(turn, report), tier=Tier.COMPLEX, what="", wish=wish, accused=accused)


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
