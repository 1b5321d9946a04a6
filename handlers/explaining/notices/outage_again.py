"""An outage's hours have changed: whoever changed them is offered a short notice to the same people."""

from __future__ import annotations

from datetime import datetime

from domain.errors import NoLongerPossible
from domain.events import Event
from domain.explaining.notice import Notice, NoticeDraft, NoticeKind
from domain.matters.trouble import Trouble
from domain.messages import Op, Text
from domain.people.person import Person
from domain.phrases import phrase
from handlers.explaining.notices.counting import counted, told_today
from handlers.explaining.notices.page import show_notice
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.sending import send_out
from handlers.explaining.notices.words import PROMPT, may_tell
from handlers.matters.trouble_card import between
from handlers.matters.trouble_until import UNKNOWN
from handlers.speaking import Line, Tap, send
from handlers.texts.say import Voice
from handlers.turn import Turn

AGAIN = "again"


def changed(turn: Turn[NoticesTransaction], event: Event) -> None:
    """What was announced by a notice is offered to be told again; never sent by itself."""
    trouble: Trouble = turn.tx.troubles.seen(event.subject.partition(":")[2])
    notice = turn.tx.notices.find(trouble.notice_id) if trouble.notice_id else None
    person = turn.tx.people.get(event.by) if event.by else None
    if notice is None or person is None or notice.withdrawn or not may_tell(turn, person, notice.area_id):
        return
    begins, until = str(event.facts.get("begins", "")), str(event.facts["until"])
    begins_at = datetime.fromisoformat(begins) if begins else None
    until_at = datetime.fromisoformat(until) if until not in ("", UNKNOWN) else None
    draft = _draft(turn, notice, trouble.kind, begins_at, until_at)
    taps = ((Tap(phrase("outage.tap_again"), f"{AGAIN}:{trouble.id}"),),)
    lines: list[Line] = [phrase("outage.tell_again"), Text(draft.text, "quote"), *counted(turn, person, draft)]
    send(
        turn, person, *lines, taps=taps, prompt=PROMPT + notice.id, key=f"{AGAIN}:{trouble.id}:{person.id}",
        silent=True,
    )  # fmt: skip


def tell_again(turn: Turn[NoticesTransaction], person: Person, notice: Notice, trouble_id: str) -> None:
    """Once for each change. Raises NoLongerPossible, NotFound."""
    trouble: Trouble = turn.tx.troubles.get(trouble_id)
    ahead = trouble.from_at if trouble.from_at is not None and trouble.from_at > turn.now else None
    draft = _draft(turn, notice, trouble.kind, ahead, trouble.until_at)
    if trouble.notice_id != notice.id or not (trouble.running or ahead) or told_today(turn, draft):
        raise NoLongerPossible(trouble_id)
    key = f"{AGAIN}:{trouble.id}:{person.id}"
    send(turn, person, phrase("outage.sent_again"), Text(draft.text, "quote"), op=Op.UPDATE, key=key, silent=True)
    show_notice(turn, person, send_out(turn, person, draft))


def _draft(
    turn: Turn[NoticesTransaction], notice: Notice, kind: str, begins_at: datetime | None, until_at: datetime | None
) -> NoticeDraft:
    """With its days written out: it is read tomorrow too."""
    off = phrase(f"outage.off_{kind}")
    if begins_at is not None:
        words = phrase("outage.again", off=off, span=between(begins_at, until_at))
    elif until_at is not None:
        words = phrase("outage.again_until", off=off, until=until_at)
    else:
        words = phrase("outage.again_open", off=off)
    text = Voice(turn.house.language, turn.now, turn.house.zone, dated=True).say(words)
    last = until_at.astimezone(turn.house.zone).date() if until_at else max(notice.until_on, turn.today)
    return NoticeDraft(NoticeKind.OUTAGE, text, notice.area_id, last, (), notice.topics, notice.danger)
