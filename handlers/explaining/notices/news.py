"""消息: the notices of somebody's places that still count, each to be opened; for everybody."""

from __future__ import annotations

from domain.areas import Tree
from domain.errors import NoLongerPossible
from domain.explaining.notice import Notice
from domain.messages import Inbound, Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.areas import area_name
from handlers.door import number
from handlers.explaining.notices.flyers import below as flyer
from handlers.explaining.notices.letters import letter
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import kind_of, line_of
from handlers.people.welcome import greeted
from handlers.roles import posts_of
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import ShortDay
from handlers.turn import Turn
from handlers.unasked import OPEN
from handlers.unasked import PROMPT as TOPICS

PROMPT = "news:"
ABOUT = "news"
LINK = "n-"
"""Begins the payload of a deep link to a notice."""
PAGE = 8
A_ROW = 4


def command(turn: Turn[NoticesTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """/news, 消息."""
    show_news(turn, person)


def room(turn: Turn[NoticesTransaction], person: Person) -> None:
    show_news(turn, person)


def places_of(turn: Turn[NoticesTransaction], person: Person) -> list[str]:
    """Ids of the areas around where she has been, and around where she serves."""
    tree: Tree = turn.tx.areas.tree()
    hers = [person.spot_grid, *(post.area_id for post in posts_of(turn, person.id))]
    return list(dict.fromkeys(area.id for own in hers if own for area in tree.up(own)))


def show_news(turn: Turn[NoticesTransaction], person: Person, start: int = 0, op: Op = Op.SEND) -> None:
    areas = places_of(turn, person)
    found = turn.tx.notices.of_area(areas, turn.today, PAGE + 1, start)
    lines: list[Line | Strong] = [Strong(phrase("notices.news"))]
    lines += [_line(turn, notice, start + n) for n, notice in enumerate(found[:PAGE], 1)]
    if not found:
        lines.append(phrase("notices.no_news" if areas else "notices.news_of_where"))
    taps = [Tap(phrase("lists.tap_number", n=start + n), f"open:{each.id}") for n, each in enumerate(found[:PAGE], 1)]
    rows: Rows = tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
    more = ((Tap(phrase("lists.tap_more"), f"more:{start + PAGE}"),),) if len(found) > PAGE else ()
    choose: Rows = ((Tap(phrase("topics.tap_choose"), OPEN),),)
    send(
        turn, person, *lines, taps=(*rows, *more), prompt=PROMPT, below=((TOPICS, choose),), op=op, about=ABOUT,
        key=f"news:{person.id}", silent=True,
    )  # fmt: skip


def _line(turn: Turn[NoticesTransaction], notice: Notice, n: int) -> Phrase:
    return phrase(
        "notices.news_line", n=n, kind=kind_of(notice), line=line_of(notice), desk=area_name(turn, notice.desk_id),
        day=ShortDay(notice.until_on),
    )  # fmt: skip


def pressed(turn: Turn[NoticesTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> None:
    """A button below the list. Raises NotFound, NoLongerPossible."""
    act, _, detail = value.partition(":")
    if act == "open":
        show_letter(turn, person, detail)
    elif act == "more":
        show_news(turn, person, number(detail), Op.UPDATE)
    else:
        raise NoLongerPossible(value)


def joined(turn: Turn[NoticesTransaction], person: Person, scene: str) -> bool:
    """A notice's link, scanned from a flyer; a newcomer is greeted first. False for what is no such link."""
    notice = turn.tx.notices.find(scene.removeprefix(LINK)) if scene.startswith(LINK) else None
    if notice is None:
        return False
    if not person.welcomed:
        greeted(turn, person, "")
        person = turn.tx.people.get(person.id)
    show_letter(turn, person, notice.id)
    return True


def show_letter(turn: Turn[NoticesTransaction], person: Person, notice_id: str) -> None:
    """The notice as everybody reads it. Raises NotFound."""
    notice = turn.tx.notices.get(notice_id)
    shown = letter(turn, notice)
    send(
        turn, person, *shown.lines, taps=shown.taps, prompt=shown.prompt,
        below=(*shown.below, *flyer(turn, person, notice)), about=shown.about, silent=True,
    )  # fmt: skip
