"""What notices have to say in a digest: what went out, how far it came, and what nobody has answered yet."""

from __future__ import annotations

from collections.abc import Sequence

from domain.digests.figures import Digest
from domain.explaining.notice import Notice
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.reach import Reach
from handlers.areas import area_name
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import kind_of, line_of
from handlers.turn import Turn

MOST = 3
"""The rest is one tap away."""


def block(turn: Turn[NoticesTransaction], person: Person, digest: Digest) -> Sequence[Phrase]:
    reach = Reach(tuple(area.id for area in digest.scope))
    found = turn.tx.notices.between(reach, digest.span.from_at, digest.span.until_at, MOST)
    lines = [_line(turn, notice) for notice in found]
    waiting = turn.tx.notice_questions.waiting_in(reach)
    return [*lines, phrase("notices.digest_waiting", n=waiting)] if waiting else lines


def _line(turn: Turn[NoticesTransaction], notice: Notice) -> Phrase:
    asked, _ = turn.tx.notice_questions.count(notice.id)
    return phrase(
        "notices.digest", kind=kind_of(notice), line=line_of(notice), area=area_name(turn, notice.area_id),
        sent=turn.tx.notices.delivery(notice.mailing_id).sent, asked=asked,
    )  # fmt: skip
