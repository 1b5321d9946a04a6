"""传单: one tap for the paper, one for how; the page is set beside the turns and sent to be printed or passed on."""

from __future__ import annotations

from datetime import timedelta

from domain.errors import NoLongerPossible, NotAllowed
from domain.explaining.flyer import Form
from domain.explaining.notice import Notice
from domain.matters.greetings import chosen_number
from domain.messages import Inbound, Media, MediaKind, Op
from domain.people.person import Person
from domain.phrases import phrase
from domain.rights import AreaRight
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import line_of
from handlers.rights import may_at
from handlers.speaking import Rows, Tap, send, take_back
from handlers.turn import Turn

WORK = "flyer"
"""A kind of work; subject "notice:<id>", args: person, key, form."""
PROMPT, ABOUT = "flyer:", "flyer"
WHICH = "which"
LEAVES_WITHIN = timedelta(days=3)


def may_print(turn: Turn[NoticesTransaction], person: Person, notice: Notice) -> bool:
    return not notice.withdrawn and may_at(turn, person, notice.area_id, AreaRight.PRINT_FLYERS)


def below(turn: Turn[NoticesTransaction], person: Person, notice: Notice) -> tuple[tuple[str, Rows], ...]:
    """The button under a notice that is read by somebody who may put it up."""
    return ((PROMPT + notice.id, ((Tap(phrase("flyer.tap"), WHICH),),)),) if may_print(turn, person, notice) else ()


def ask_which(turn: Turn[NoticesTransaction], person: Person, notice: Notice) -> None:
    """Raises NoLongerPossible for one that was withdrawn, NotAllowed."""
    _must_print(turn, person, notice)
    taps = tuple((Tap(phrase(f"flyer.as_{form.value}"), form.value),) for form in Form)
    send(
        turn, person, phrase("flyer.which", line=line_of(notice)), taps=taps, prompt=PROMPT + notice.id,
        about=PROMPT + notice.id, silent=True,
    )  # fmt: skip


def typed(turn: Turn[NoticesTransaction], person: Person, inbound: Inbound, notice_id: str) -> bool:
    """The number of a form below `ask_which`. Raises NotFound."""
    n, forms = chosen_number(inbound.text) or 0, list(Form)
    if not 0 < n <= len(forms) or not may_print(turn, person, turn.tx.notices.get(notice_id)):
        return False
    pressed(turn, person, notice_id, forms[n - 1], inbound)
    return True


def _must_print(turn: Turn[NoticesTransaction], person: Person, notice: Notice) -> None:
    if not may_at(turn, person, notice.area_id, AreaRight.PRINT_FLYERS):
        raise NotAllowed(notice.id)
    if notice.withdrawn:
        raise NoLongerPossible(notice.id)


def pressed(turn: Turn[NoticesTransaction], person: Person, notice_id: str, value: str, inbound: Inbound) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    notice = turn.tx.notices.get(notice_id)
    if value == WHICH:
        ask_which(turn, person, notice)
        return
    _must_print(turn, person, notice)
    if value not in list(Form):
        raise NoLongerPossible(value)
    key = f"flyer:{turn.tx.new_id()}"
    send(turn, person, phrase("flyer.printing"), key=key, silent=True)
    turn.tx.work.add(WORK, notice.subject, {"person": person.id, "key": key, "form": value})


def send_flyer(turn: Turn[NoticesTransaction], person: Person, notice: Notice, page: Media, key: str) -> None:
    """Unless the notice was withdrawn meanwhile, or she has left."""
    take_back(turn, person, key)
    if may_print(turn, person, notice):
        how = () if page.kind is MediaKind.PHOTO else (phrase("flyer.here"),)  # what is passed on bears no word to her
        send(turn, person, page, *how, purpose="flyer", silent=True, not_after=turn.now + LEAVES_WITHIN)


def flyer_failed(turn: Turn[NoticesTransaction], person: Person, key: str) -> None:
    send(turn, person, phrase("flyer.not_printed", desk=turn.house.contacts.desk), op=Op.UPDATE, key=key, silent=True)
