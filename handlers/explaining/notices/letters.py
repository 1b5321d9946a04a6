"""What people of the area read: the notice, with the buttons to ask about it and to get fewer of its sort."""

from __future__ import annotations

from collections.abc import Sequence

from domain.explaining.notice import Notice, NoticeKind
from domain.explaining.topics import Topic
from domain.mailing import Mailing
from domain.matters.draft import media_from_json
from domain.people.person import Person
from domain.phrases import phrase
from handlers.areas import area_name
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import LETTER, kind_of
from handlers.mailing import Kind, Letter
from handlers.speaking import Line, Strong, Tap
from handlers.texts.say import Day
from handlers.turn import Turn
from handlers.unasked import less, wanted

NOTICE = "notice"
"""The kind of mailing, and the role of its words in `contents`."""
MISSED = "notice_missed"
"""The kind of mailing by which it goes once more to those who did not get it."""
ASK = "ask"
SOFT = (NoticeKind.MANNERS, NoticeKind.WARMTH)
"""Good to read, and no reason to ring."""


def letter(turn: Turn[NoticesTransaction], notice: Notice, *, mends: str = "", key: str = "") -> Letter:
    """As everybody reads it; one that was withdrawn says so and is past asking.

    `mends` is the key of the message that is to say so: it keeps whatever picture it shows. `key` is that of a new one.
    """
    title = phrase("notices.title", kind=kind_of(notice), desk=area_name(turn, notice.desk_id))
    lines: list[Line | Strong] = [Strong(phrase("notices.void", title=title) if notice.withdrawn else title)]
    if notice.text or notice.media:  # neither, once its words were erased
        lines.append(phrase("notices.words", words=notice.text) if notice.text else phrase("notices.see"))
    if notice.withdrawn:
        lines.append(phrase("notices.void_now", desk=turn.house.contacts.desk))
        return Letter(lines, about=LETTER + notice.id, mends=mends)
    lines += [media_from_json(each) for each in notice.media]
    lines.append(phrase("notices.until", day=Day(notice.until_on)))
    return Letter(
        lines, ((Tap(phrase("notices.tap_ask"), ASK),),), LETTER + notice.id, LETTER + notice.id,
        below=() if notice.danger else (less(notice.subject),),
        rings=True if notice.danger else False if notice.kind in SOFT else None, key=key,
    )  # fmt: skip


def topics_of(turn: Turn[NoticesTransaction], notice_id: str) -> Sequence[Topic]:
    """Raises NotFound."""
    return turn.tx.notices.get(notice_id).topics


def _told(turn: Turn[NoticesTransaction], mailing: Mailing, person: Person) -> Letter:
    return letter(turn, turn.tx.notices.get(mailing.about))


def _audience(turn: Turn[NoticesTransaction], mailing: Mailing, after: str, limit: int) -> list[str]:
    notice = turn.tx.notices.get(mailing.about)
    topics = None if notice.danger else notice.topics
    return list(turn.tx.notices.audience(notice.area_id, notice.author_id, topics, after, limit))


def _wanted(turn: Turn[NoticesTransaction], mailing: Mailing, person: Person) -> bool:
    notice = turn.tx.notices.get(mailing.about)
    return notice.danger or wanted(turn, person, *notice.topics)


MAILINGS = {NOTICE: Kind(_audience, _told, _wanted)}
