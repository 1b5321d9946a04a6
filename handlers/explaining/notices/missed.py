"""再发给没收到的: once more to those whose letter came back, who can be reached by now; nobody gets it twice."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.explaining.notice import Notice
from domain.mailing import Mailing
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers import mailing
from handlers.dialogs import Asking, Option, Script, choose
from handlers.explaining.notices.letters import MISSED, letter
from handlers.explaining.notices.page import can_go_again, got, show_notice
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import line_of
from handlers.mailing import Kind, Letter
from handlers.questions import NO, YES
from handlers.turn import Turn


def ask_sure(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Raises NotAllowed, NoLongerPossible."""
    notice, n = _missed(turn, person, dialog.subject)
    options = (Option(YES, phrase("notices.yes_send"), sealed=True), Option(NO, phrase("notices.not_sent")))
    words = phrase("notices.missed_sure", line=line_of(notice), n=n)
    return (yield from choose("sure", words, options=options, rows=(2,)))


def _missed(turn: Turn[NoticesTransaction], person: Person, notice_id: str) -> tuple[Notice, int]:
    notice = got(turn, person, notice_id)
    n = can_go_again(turn, notice)
    if not n:
        raise NoLongerPossible(notice_id)
    return notice, n


def again(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog, sure: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    if sure == YES:
        notice, _ = _missed(turn, person, dialog.subject)
        mailing.begin(turn, MISSED, notice.id, person.id)
    show_notice(turn, person, got(turn, person, dialog.subject))


TO_MISSED = Script("notice_missed", ask_sure, again, calm=True)


def _who_missed_it(turn: Turn[NoticesTransaction], on_its_way: Mailing, after: str, limit: int) -> list[str]:
    """Nobody any more once it counts no more."""
    notice = turn.tx.notices.get(on_its_way.about)
    return list(turn.tx.notices.missed(notice, after, limit)) if notice.counts(turn.today) else []


def _told(turn: Turn[NoticesTransaction], on_its_way: Mailing, person: Person) -> Letter:
    """By the name of the first letters: withdrawn, it is found as they are, and counted with them."""
    notice = turn.tx.notices.get(on_its_way.about)
    return letter(turn, notice, key=f"mailing:{notice.mailing_id}")


MAILINGS = {MISSED: Kind(_who_missed_it, _told)}
