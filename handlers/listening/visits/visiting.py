"""走访: a place by a tap, one line or a voice note, one tap to note it, or to go on with what comes of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, NamedTuple

from domain.areas import Spot
from domain.errors import NoLongerPossible, NotAllowed, NotFound
from domain.listening.visit import Visit, VisitSort, copies_in
from domain.matters.greetings import is_no, is_yes
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from domain.rights import AreaRight
from handlers.dialogs import Asking, Option, Question, Script, advance, begin, choose
from handlers.listening.visits.outcomes import DO
from handlers.listening.visits.page import show_visit, sort_name
from handlers.listening.visits.places import AT, SAID, Place, ask_place, spot_of
from handlers.listening.visits.ports import VisitsTransaction
from handlers.matters.closing import read_line
from handlers.questions import NO, YES
from handlers.reach import must
from handlers.replaying import replay
from handlers.speaking import Line
from handlers.telling import new_content, tell
from handlers.turn import Turn

WORDS = "visit"
"""The role of its words in `contents`."""
NOTHING, NOTE, SORT, SURE = "nothing", "note", "sort", "sure."
MOST_MENDINGS = 10
_SHORT = {
    word: act
    for act, words in {
        "matter": ("小事", "报小事", "报事", "report", "matter"),
        "need": ("需求", "记需求", "need"),
        "thanks": ("谢谢", "感谢", "说谢谢", "thanks", "thank you"),
    }.items()
    for word in words
}
"""What a button is called in short, by whoever types."""


class Seen(NamedTuple):
    """`said` are the arguments of `new_content`, {} where there was nothing; `then` is what to do with it."""

    place: Place
    said: dict[str, Any]
    flyers: int
    then: str
    copies: tuple[tuple[str, int], ...] = ()
    """Of what they were, where that was said: what the house has on paper, and how many."""


def visit(turn: Turn[VisitsTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """/visit, 走访: the place may follow at once."""
    _note_the_last(turn, person)
    begin(turn, person, VISIT, draft={AT: f"{SAID}:{rest}"} if rest else {})


def _note_the_last(turn: Turn[VisitsTransaction], person: Person) -> None:
    """Whoever is at the next door already has forgotten a tap, and meant what was said at the last; it can be taken
    back there.
    """
    last = turn.tx.dialogs.find(person.id, VISIT.name, "")
    if last is None:
        return
    try:
        asked = replay(ask_visit(turn, person, last), last.trail).question
        if asked is not None and asked.key.startswith(SURE):
            advance(turn, person, VISIT, replace(last, trail=(*last.trail, (asked.key, NOTE))), asked=asked)
    except (NoLongerPossible, NotAllowed, NotFound):
        return


def ask_visit(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a Seen."""
    place: Place = yield from ask_place(turn, person, dialog)
    given = yield Question(
        "line", (phrase("visits.heard", place=place.label),), (Option(NOTHING, phrase("visits.nothing")),), read_line,
        means=lambda words: NOTHING if is_no(words) else None,
    )  # fmt: skip
    said = {} if given == NOTHING else json.loads(given)
    handed_out: tuple[tuple[str, int], ...] = ()
    fresh = said
    for n in range(MOST_MENDINGS):
        handed_out += yield from _handed_out(turn, place, n, str(fresh.get("text", "")))
        fresh, flyers = {}, sum(copies for _, copies in handed_out)
        then = yield Question(
            f"{SURE}{n}", _summary(place, said, flyers), _options(said), read_line, lambda value: True, rows=(1, 3, 1),
            means=_meant,
        )  # fmt: skip
        if then == SORT:
            place = place._replace(sort=VisitSort((yield from _ask_sort(n))))
        elif then.startswith("{"):  # said on top of it
            fresh = json.loads(then)
            said = _more(said, fresh)
        else:
            return Seen(place, said, flyers, then, tuple(each for each in handed_out if each[0]))
    raise NoLongerPossible("visit")


def _meant(words: str) -> str | None:
    return NOTE if is_yes(words) else _SHORT.get(words.strip(" 。.").casefold())


def _handed_out(turn: Turn[VisitsTransaction], place: Place, n: int, words: str) -> Asking:
    """Ends in what it was ("" for something else) and how many, one pair or none."""
    copies = copies_in(words)
    if not copies:
        return ()
    given = yield from _ask_what_it_was(turn, place, n, copies, words)
    return () if given == NO else (("" if given == YES else given, copies),)


def _ask_what_it_was(turn: Turn[VisitsTransaction], place: Place, n: int, copies: int, words: str) -> Asking:
    """Ends in the id of what it was, YES for something else, or NO."""
    known = [each for handouts in turn.house.handouts for each in handouts(turn, place.area_id, words)]
    named = [Option(each.id, phrase("visits.copies_of", what=each.label, n=copies)) for each in known]
    other = phrase("visits.copies_other" if known else "visits.copies_yes", n=copies)
    options = (*named, Option(YES, other), Option(NO, phrase("visits.copies_no")))
    words_of = phrase("visits.copies_which" if known else "visits.copies", n=copies)
    rows = (*(1,) * len(known), 2)
    return (yield from choose(f"copies.{n}", words_of, options=options, rows=rows, valid=lambda value: True))


def _ask_sort(n: int) -> Asking:
    options = [Option(sort.value, sort_name(sort)) for sort in VisitSort]
    return (yield from choose(f"sort.{n}", phrase("visits.which_sort"), options=options, rows=(2,)))


def _summary(place: Place, said: dict[str, Any], flyers: int) -> tuple[Line, ...]:
    lines = [phrase("visits.summary", place=place.label, sort=sort_name(place.sort), line=_told(said))]
    if said.get("text") and said.get("media"):
        lines.append(phrase("visits.with_media", n=len(said["media"])))
    return (*lines, phrase("visits.flyers", n=flyers)) if flyers else tuple(lines)


def _told(said: dict[str, Any]) -> object:
    if not said:
        return phrase("visits.nothing")
    return said["text"] or phrase("told.media")


def _options(said: dict[str, Any]) -> tuple[Option, ...]:
    came = [Option(act, phrase(f"visits.tap_{act}")) for act in DO] if said else []
    note = (Option(NOTE, phrase("visits.tap_note")),)
    return (*note, *came, Option(SORT, phrase("visits.tap_sort")))


def _more(said: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    text = "\n".join(each for each in (said.get("text", ""), more["text"]) if each)
    return {**more, "text": text, "media": [*said.get("media", ()), *more["media"]]}


def note(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog, seen: Seen) -> None:
    """Raises NotAllowed, NotFound."""
    noted = note_visit(turn, person, seen)
    if seen.then in DO:
        DO[seen.then](turn, person, noted)
    else:
        show_visit(turn, person, noted, phrase("visits.noted"))


def note_visit(turn: Turn[VisitsTransaction], person: Person, seen: Seen) -> Visit:
    """Raises NotAllowed."""
    place = seen.place
    must(turn, person, place.area_id, AreaRight.VISIT)
    visit_id = turn.tx.new_id()
    subject = f"visit:{visit_id}"
    said = {**seen.said, "media": tuple(seen.said["media"])} if seen.said else {}
    content = new_content(turn, subject, WORDS, person.id, **said) if said else None
    tell(
        turn, subject, "VisitNoted", by=person.id, content=content,
        area=place.area_id, sort=place.sort.value, venue=place.venue_id, flyers=seen.flyers,
        copies=" ".join(f"{id}:{n}" for id, n in seen.copies),
    )  # fmt: skip
    turn.tx.visits.add(
        Visit(
            visit_id, place.area_id, place.sort, place.label, person.id, turn.now, place.venue_id,
            content.id if content else "", seen.flyers,
        )
    )  # fmt: skip
    return turn.tx.visits.get(visit_id)


def begin_at(turn: Turn[VisitsTransaction], person: Person, value: str) -> None:
    """A visit to a place that is known already (as in visit_places)."""
    _note_the_last(turn, person)
    begin(turn, person, VISIT, draft={AT: value})


VISIT = Script("visit", ask_visit, note)
"""Danger in its answers is danger: whoever calls at a door may smell gas."""


def stands(turn: Turn[VisitsTransaction], person: Person) -> Spot | None:
    """At whose door she is, once she has said so."""
    front = turn.tx.dialogs.front(person.id)
    if front is None or front.script != VISIT.name:
        return None
    try:
        at = replay(ask_place(turn, person, front), front.trail)
    except (NoLongerPossible, NotAllowed, NotFound):
        return None
    return spot_of(turn, at.result.area_id, at.result.label) if at.question is None else None
