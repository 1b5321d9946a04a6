"""问题清单 and 履职清单: the same rows, once by where they were heard, once by who has them until when."""

from __future__ import annotations

from collections.abc import Sequence

from domain.listening.need import STANDING, Need
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.areas import area_name
from handlers.door import listed
from handlers.listening.need_words import heard_where, line_of
from handlers.listening.ports import ListsTransaction
from handlers.matters.assigning import owner_name
from handlers.reach import reach_of
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import ShortDay
from handlers.turn import Turn

PROMPT = "ls:"
PAGE = 8
A_ROW = 4


def problems(turn: Turn[ListsTransaction], person: Person, start: int = 0, op: Op = Op.SEND) -> None:
    """问题清单: what still stands, the oldest first."""
    reach = reach_of(turn, person)
    total = turn.tx.needs.count(reach, STANDING)
    needs = turn.tx.needs.page(reach, STANDING, PAGE, start)
    lines = [_problem(turn, need, start + n + 1) for n, need in enumerate(needs)]
    title = phrase("lists.problems", n=total) if total else phrase("lists.no_needs")
    more = ((_more("problems", start + len(needs), total - start - len(needs)),),) if total > start + PAGE else ()
    last = (Tap(phrase("lists.tap_note"), "note"), Tap(phrase("lists.tap_duties"), "duties:0"))
    _show(turn, person, title, lines, (*number_taps(needs, start), *more, last), start, op)


def duties(turn: Turn[ListsTransaction], person: Person, start: int = 0, op: Op = Op.SEND) -> None:
    """履职清单: what somebody has, by its last day; what is struck off, with its result, comes last."""
    found = turn.tx.needs.taken(reach_of(turn, person), PAGE + 1, start)
    needs = found[:PAGE]
    lines = [_duty(turn, person, need, start + n + 1) for n, need in enumerate(needs)]
    more = ((Tap(phrase("lists.tap_more"), f"duties:{start + PAGE}"),),) if len(found) > PAGE else ()
    title = phrase("lists.duties" if needs else "lists.no_duties")
    last = (Tap(phrase("lists.tap_problems"), "problems:0"),)
    _show(turn, person, title, lines, (*number_taps(needs, start), *more, last), start, op)


def _show(
    turn: Turn[ListsTransaction], person: Person, title: Phrase, lines: list[Phrase], taps: Rows, start: int, op: Op
) -> None:
    shown: list[Line | Strong] = [Strong(title), *lines]
    numbered = [tap for row in taps for tap in row if tap.value.startswith("need:")]
    about = listed(PROMPT, numbered, start)
    send(turn, person, *shown, taps=taps, prompt=PROMPT, op=op, key=f"needs:{person.id}", about=about, silent=True)


def number_taps(needs: Sequence[Need], start: int) -> Rows:
    taps = [Tap(phrase("lists.tap_number", n=start + n + 1), f"need:{need.id}") for n, need in enumerate(needs)]
    return tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))


def _more(view: str, start: int, left: int) -> Tap:
    return Tap(phrase("list.more", n=left), f"{view}:{start}")


def _problem(turn: Turn[ListsTransaction], need: Need, n: int) -> Phrase:
    return phrase(
        "lists.problem", n=n, line=line_of(need), area=area_name(turn, need.area_id), heard=heard_where(turn, need),
        stands=phrase(f"lists.is_{need.state.value}", result=need.result),
    )  # fmt: skip


def _duty(turn: Turn[ListsTransaction], person: Person, need: Need, n: int) -> Phrase:
    taker = phrase("who.you") if need.taken_by == person.id else owner_name(turn.tx.people.get(need.taken_by))
    if not need.standing:
        return phrase("lists.duty_done", n=n, line=line_of(need), member=taker, result=need.result)
    assert need.until_on is not None
    return phrase("lists.duty", n=n, line=line_of(need), member=taker, day=ShortDay(need.until_on))
