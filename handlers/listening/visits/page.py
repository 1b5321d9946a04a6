"""One visit on a screen: where, what was heard, what came of it, and what else can be made of it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.listening.need import Heard
from domain.listening.visit import Visit, VisitSort
from domain.matters.draft import media_from_json
from domain.matters.kinds import private
from domain.messages import Op, Text
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.listening.need_words import line_of
from handlers.listening.visits.ports import VisitsTransaction
from handlers.matters.assigning import owner_name
from handlers.matters.cards import what_of
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn

PROMPT = "visit:"


def sort_name(sort: VisitSort) -> Phrase:
    return phrase(f"visits.sort_{sort.value}")


def show_visit(
    turn: Turn[VisitsTransaction],
    person: Person,
    visit: Visit,
    *lead: Phrase,
    op: Op = Op.SEND,
    done: bool = False,
    slip_of: str = "",
) -> None:
    """`lead` is said above it; `done`: nothing else came of it; `slip_of`: the matter whose slip was just read out."""
    place = phrase("visits.page", place=visit.label, sort=sort_name(visit.sort), at=visit.at)
    heard = _heard(visit) if readable(turn, person, visit) else [phrase("complaint.not_shown")]
    lines: list[Line | Strong] = [*lead, Strong(place), *heard, *_came(turn, visit)]
    if visit.by_id != person.id:
        lines.append(phrase("visits.by", member=owner_name(turn.tx.people.get(visit.by_id))))
    taps = () if done or visit.withdrawn else _taps(turn, person, visit, slip_of)
    send(
        turn, person, *lines, taps=taps, prompt=PROMPT + visit.id, op=op, key=f"visit:{visit.id}:{person.id}",
        about=visit.subject, silent=True,
    )  # fmt: skip


def readable(turn: Turn[VisitsTransaction], person: Person, visit: Visit) -> bool:
    """What became a matter about a person is read on no page but that of whoever heard it."""
    if visit.by_id == person.id:
        return True
    return not any(private(turn.tx.matters.get(matter_id)) for matter_id in turn.tx.visits.matters_of(visit.id))


def _heard(visit: Visit) -> list[Line]:
    if not visit.words_id:
        return [phrase("visits.nothing")]
    lines: list[Line] = [Text(visit.line, "quote")] if visit.line else []
    if not visit.line:
        lines.append(phrase("told.media" if visit.media else "told.erased"))
    elif visit.media:
        lines.append(phrase("visits.with_media", n=visit.media))
    return lines


def _came(turn: Turn[VisitsTransaction], visit: Visit) -> list[Phrase]:
    lines = [phrase("visits.withdrawn")] if visit.withdrawn else []
    if visit.flyers:
        lines.append(phrase("visits.flyers", n=visit.flyers))
    for matter_id in turn.tx.visits.matters_of(visit.id):
        matter = turn.tx.matters.get(matter_id)
        lines.append(phrase("visits.came_matter", no=matter.number, what=what_of(matter)))
    needs = turn.tx.needs.heard(Heard.VISIT, visit.id)
    lines += [phrase("visits.came_need", line=line_of(need)) for need in needs]
    if turn.tx.visits.thanked(visit.id):
        lines.append(phrase("visits.came_thanks"))
    return lines


def _taps(turn: Turn[VisitsTransaction], person: Person, visit: Visit, slip_of: str) -> Rows:
    look = ((Tap(phrase("visits.tap_look"), "look"),),) if visit.media else ()
    if visit.by_id != person.id:
        return look
    came = [Tap(phrase("visits.tap_matter"), "matter"), Tap(phrase("visits.tap_need"), "need")]
    if not turn.tx.visits.thanked(visit.id):
        came.append(Tap(phrase("visits.tap_thanks"), "thanks"))
    slips = [_slip_tap(turn, matter_id, slip_of) for matter_id in unclaimed(turn, visit)]
    rows = tuple((slip,) for slip in slips)
    return (*rows, tuple(came), *look, (Tap(phrase("visits.tap_done"), "done"), Tap(phrase("visits.tap_back"), "back")))


def _slip_tap(turn: Turn[VisitsTransaction], matter_id: str, slip_of: str) -> Tap:
    if matter_id == slip_of:
        return Tap(phrase("slip.tap_print"), f"print:{matter_id}")
    return Tap(phrase("slip.tap", no=turn.tx.matters.get(matter_id).number), f"slip:{matter_id}")


def unclaimed(turn: Turn[VisitsTransaction], visit: Visit) -> Sequence[str]:
    """Ids of what was reported on it for somebody who has not taken it over yet, and goes on."""
    matters = [turn.tx.matters.get(matter_id) for matter_id in turn.tx.visits.matters_of(visit.id)]
    return [each.id for each in matters if each.open and each.reporter_id == visit.by_id and each.on_behalf_of]


def send_media(turn: Turn[VisitsTransaction], person: Person, visit: Visit) -> None:
    shown = visit.words_id and readable(turn, person, visit)
    media = [media_from_json(each) for each in turn.tx.contents.get(visit.words_id).media] if shown else []
    if media:
        send(turn, person, *media, about=visit.subject, silent=True, purpose="material")
