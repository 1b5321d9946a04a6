"""One story on a screen, the list of those told, and what ended well of late and may be told."""

from __future__ import annotations

from domain.explaining.story import RECENT, Story
from domain.matters.matter import Matter
from domain.messages import Op, Text
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.door import listed
from handlers.explaining.stories.asking import photo_of
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.explaining.stories.words import PROMPT, may_begin, may_tell, short_of, stands
from handlers.matters.cards import what_of
from handlers.reach import keeps, must, reach_of
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import ShortDay
from handlers.turn import Turn

AT_DOOR = "ex:"
PAGE, A_ROW = 8, 4
MOST_WAITING = 8


def show_story(turn: Turn[StoriesTransaction], person: Person, story: Story, op: Op = Op.SEND) -> None:
    """To a desk with how it stands and what can be done; to a member as it was told. Raises NotAllowed."""
    must(turn, person, story.area_id, AreaRight.READ_STORIES)
    keeps_it = may_tell(turn, person, story.area_id)
    if not keeps_it and story.told_at is None:
        must(turn, person, story.area_id, AreaRight.TELL_STORIES)
    lines: list[Line | Strong] = [Strong(_title(turn, story, desk=keeps_it))]
    lines += [Text(story.text, "quote") if story.text else phrase("lists.erased")]
    if keeps_it and story.photo and photo_of(turn, story) is not None:
        lines.append(phrase("tale.goes_with_photo"))
    lines.append(stands(turn, story))
    if keeps_it and story.notice_id and story.standing:
        lines.append(phrase("tale.is_notice"))
    send(
        turn, person, *lines, taps=_taps(story) if keeps_it else (), prompt=PROMPT + story.id, op=op,
        key=f"story_page:{story.id}:{person.id}", silent=True,
    )  # fmt: skip


def _title(turn: Turn[StoriesTransaction], story: Story, *, desk: bool) -> Phrase:
    number = turn.tx.matters.get(story.matter_id).number
    return phrase("tale.title_of", no=number) if desk else phrase("tale.title")


def _taps(story: Story) -> Rows:
    if story.waiting:
        return ((Tap(phrase("tale.tap_change"), "edit"), Tap(phrase("tale.tap_give_up"), "down")),)
    if not story.standing:
        return ()
    send_out = () if story.notice_id else ((Tap(phrase("tale.tap_notice"), "notice"),),)
    return (*send_out, (Tap(phrase("tale.tap_down"), "down"),))


def see(turn: Turn[StoriesTransaction], person: Person, story_id: str) -> None:
    """Raises NotAllowed, NotFound."""
    show_story(turn, person, turn.tx.stories.get(story_id))


# ---- all of them ---------------------------------------------------------------------------------------------------


def room(turn: Turn[StoriesTransaction], person: Person) -> None:
    show_list(turn, person, 0)


def show_list(turn: Turn[StoriesTransaction], person: Person, start: int, op: Op = Op.SEND) -> None:
    """What was told, the newest first; for a desk, what still waits stands above it."""
    desk = keeps(turn, person)
    waiting = list(turn.tx.stories.waiting(desk, MOST_WAITING)) if desk.within and not start else []
    told = turn.tx.stories.told(reach_of(turn, person), PAGE + 1, start)
    shown = [*waiting, *told[:PAGE]]
    lines: list[Line | Strong] = [Strong(phrase("tale.list")) if shown else phrase("tale.list_empty")]
    lines += [line_in_list(turn, story, start + n) for n, story in enumerate(shown, 1)]
    taps = [Tap(phrase("lists.tap_number", n=start + n), f"story:{story.id}") for n, story in enumerate(shown, 1)]
    more = ((Tap(phrase("lists.tap_more"), f"stories:{start + PAGE}"),),) if len(told) > PAGE else ()
    new = ((Tap(phrase("tale.tap_new"), "story_new"),),) if desk.within else ()
    send(
        turn, person, *lines, taps=(*_rows(taps), *more, *new), prompt=AT_DOOR, op=op, key=f"stories:{person.id}",
        about=listed(AT_DOOR, taps, start), silent=True,
    )  # fmt: skip


def line_in_list(turn: Turn[StoriesTransaction], story: Story, n: int) -> Phrase:
    return phrase("tale.list_line", n=n, story=short_of(story), stands=stands(turn, story))


def show_ended(turn: Turn[StoriesTransaction], person: Person) -> None:
    """What ended well of late and may be told, the newest first."""
    ids = turn.tx.stories.ended_well(keeps(turn, person), turn.now - RECENT, PAGE * 3)
    matters = [matter for matter in map(turn.tx.matters.get, ids) if may_begin(turn, person, matter)][:PAGE]
    lines: list[Line | Strong] = [phrase("tale.which" if matters else "tale.none_ended")]
    lines += [_ended_line(turn, matter, n) for n, matter in enumerate(matters, 1)]
    taps = [Tap(phrase("lists.tap_number", n=n), f"story_of:{matter.id}") for n, matter in enumerate(matters, 1)]
    send(turn, person, *lines, taps=_rows(taps), prompt=AT_DOOR, about=listed(AT_DOOR, taps), silent=True)


def _ended_line(turn: Turn[StoriesTransaction], matter: Matter, n: int) -> Line:
    ended = (matter.ended_at or matter.filed_at).astimezone(turn.house.zone).date()
    return phrase("tale.ended_line", n=n, no=matter.number, what=what_of(matter), day=ShortDay(ended))


def _rows(taps: list[Tap]) -> Rows:
    return tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
