"""作废: what has not left never will, and where the notice has arrived it says from now on that it counts no more."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.explaining.notice import Notice, NoticeAct
from domain.mailing import Mailing
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers import mailing
from handlers.dialogs import Asking, Option, Script, choose
from handlers.explaining.notices.letters import letter
from handlers.explaining.notices.outage import does_it_stand
from handlers.explaining.notices.page import got, show_notice
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import line_of
from handlers.mailing import Kind, Letter
from handlers.questions import NO, YES
from handlers.telling import tell
from handlers.turn import Turn

VOID = "notice_void"
"""The kind of mailing."""


def ask_sure(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Raises NotAllowed, NoLongerPossible."""
    notice = got(turn, person, dialog.subject)
    if notice.withdrawn:
        raise NoLongerPossible(notice.id)
    options = (Option(YES, phrase("notices.tap_withdraw")), Option(NO, phrase("notices.keep_it")))
    words = phrase("notices.withdraw_sure", line=line_of(notice))
    return (yield from choose("sure", words, options=options, rows=(2,)))


def withdraw(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog, sure: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    notice = got(turn, person, dialog.subject)
    if sure != YES:
        show_notice(turn, person, notice)
        return
    show_notice(turn, person, void(turn, notice, person.id))
    does_it_stand(turn, person, notice.id, phrase("outage.still"))


def void(turn: Turn[NoticesTransaction], notice: Notice, by: str) -> Notice:
    """`by` whose tap, "" for nobody's. Raises NoLongerPossible."""
    withdrawn = notice.after(NoticeAct.WITHDRAW, turn.now)
    turn.tx.notices.save(withdrawn)
    mailing.stop(turn, notice.mailing_id, by)
    tell(turn, notice.subject, "NoticeWithdrawn", by=by)
    mailing.begin(turn, VOID, notice.id, by)
    return withdrawn


WITHDRAW = Script("notice_withdraw", ask_sure, withdraw, calm=True)


def _mended(turn: Turn[NoticesTransaction], on_its_way: Mailing, person: Person) -> Letter:
    notice = turn.tx.notices.get(on_its_way.about)
    return letter(turn, notice, mends=f"mailing:{notice.mailing_id}")


def _there(turn: Turn[NoticesTransaction], on_its_way: Mailing, after: str, limit: int) -> list[str]:
    notice: Notice = turn.tx.notices.get(on_its_way.about)
    return list(turn.tx.notices.audience(notice.area_id, notice.author_id, None, after, limit))


MAILINGS = {VOID: Kind(_there, _mended)}
