"""A notice goes out: its words are kept, its mailing begins, and what follows goes by itself."""

from __future__ import annotations

from domain.explaining.notice import Notice, NoticeDraft
from domain.people.person import Person
from handlers import mailing
from handlers.explaining.notices.letters import NOTICE
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.reach import own_desk_over
from handlers.telling import new_content, tell
from handlers.turn import Turn


def as_it_will_be(
    turn: Turn[NoticesTransaction],
    person: Person,
    draft: NoticeDraft,
    *,
    id: str = "",
    content_id: str = "",
    mailing_id: str = "",
) -> Notice:
    """The ids are known once it is out. Raises NotAllowed where no desk of hers is over the area."""
    return Notice(
        id, own_desk_over(turn, person, draft.area_id), draft.area_id, person.id, draft.kind, content_id, turn.now,
        draft.until_on, mailing_id, draft.topics, draft.danger, text=draft.text, media=draft.media,
    )  # fmt: skip


def send_out(turn: Turn[NoticesTransaction], person: Person, draft: NoticeDraft) -> Notice:
    """On its way to everybody there who wants it; the caller has looked whether she may. Raises NotAllowed."""
    notice_id = turn.tx.new_id()
    content = new_content(turn, f"notice:{notice_id}", NOTICE, person.id, text=draft.text, media=draft.media)
    on_its_way = mailing.begin(turn, NOTICE, notice_id, person.id)
    notice = as_it_will_be(turn, person, draft, id=notice_id, content_id=content.id, mailing_id=on_its_way.id)
    tell(
        turn, notice.subject, "NoticeSent", by=person.id, content=content, desk=notice.desk_id, area=notice.area_id,
        kind=notice.kind.value, danger=notice.danger, until=notice.until_on.isoformat(), mailing=on_its_way.id,
    )  # fmt: skip
    turn.tx.notices.save(notice)
    return notice
