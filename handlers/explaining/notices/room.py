"""The room of notices behind the door: its list and buttons, and the word that begins one."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.messages import Inbound, Op
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers import mailing
from handlers.dialogs import begin
from handlers.door import number
from handlers.explaining.notices.answering import ANSWER_IT
from handlers.explaining.notices.asked import show_asked
from handlers.explaining.notices.flyers import ask_which
from handlers.explaining.notices.missed import TO_MISSED
from handlers.explaining.notices.news import show_letter, show_news
from handlers.explaining.notices.outage import does_it_stand
from handlers.explaining.notices.outage_again import AGAIN, tell_again
from handlers.explaining.notices.page import got, show_list, show_notice
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.withdrawing import WITHDRAW
from handlers.explaining.notices.writing import start
from handlers.reach import keeps
from handlers.roles import holds
from handlers.turn import Turn


def room(turn: Turn[NoticesTransaction], person: Person) -> None:
    """The desk's list, or at once the first notice; a member sees what her places are told."""
    if not holds(turn, person, Role.COORDINATOR):
        show_news(turn, person)
    elif turn.tx.notices.page(keeps(turn, person), 1):
        show_list(turn, person, 0)
    else:
        start(turn, person)


def command(turn: Turn[NoticesTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """/notice, 通知; with words behind it they are the notice. Raises NotAllowed."""
    if rest:
        start(turn, person, rest)
    else:
        room(turn, person)


def write(turn: Turn[NoticesTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """/tell, 写通知; with words behind it they are the notice. Raises NotAllowed."""
    start(turn, person, rest)


def pressed(turn: Turn[NoticesTransaction], person: Person, notice_id: str, value: str, inbound: Inbound) -> None:
    """A button of a notice's page. Raises NotAllowed, NotFound, NoLongerPossible."""
    notice = got(turn, person, notice_id)
    act, _, detail = value.partition(":")
    match act:
        case "look":
            show_notice(turn, person, notice, Op.UPDATE)
        case "flyer":
            ask_which(turn, person, notice)
        case "read":
            show_letter(turn, person, notice.id)
        case "stop":
            mailing.stop(turn, notice.mailing_id, person.id)
            show_notice(turn, person, notice, Op.UPDATE)
            does_it_stand(turn, person, notice.id, phrase("outage.stopped"))
        case "missed":
            begin(turn, person, TO_MISSED, subject=notice.id)
        case "withdraw":
            begin(turn, person, WITHDRAW, subject=notice.id)
        case "asked":
            show_asked(turn, person, notice, number(detail))
        case "open":
            begin(turn, person, ANSWER_IT, subject=detail)
        case _ if act == AGAIN:
            tell_again(turn, person, notice, detail)
        case _:
            raise NoLongerPossible(value)
