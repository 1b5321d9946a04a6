"""A word or a number instead of a tap: below the list of news, a notice, or the forms of a flyer."""

from __future__ import annotations

from domain.explaining.notice import NoticeKind, sounds_asked
from domain.matters.draft import Draft
from domain.matters.greetings import asks_state, chosen_number
from domain.messages import Inbound
from domain.open import Known, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script, begin, choose
from handlers.explaining.notices import asking, flyers, news
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import line_of
from handlers.matters.drafts import start
from handlers.matters.gathering import draft_of
from handlers.matters.trouble_reporting import around
from handlers.questions import NO, YES
from handlers.speaking import voice_of
from handlers.turn import Turn


def typed(turn: Turn[NoticesTransaction], person: Person, inbound: Inbound, last: Known) -> bool:
    """Raises NotFound."""
    room, _, notice_id = last.about.partition(":")
    if room == news.ABOUT:
        return _opened(turn, person, inbound.text)
    if room == flyers.ABOUT:
        return flyers.typed(turn, person, inbound, notice_id)
    return room == "nt" and _asked(turn, person, inbound, notice_id)


def _opened(turn: Turn[NoticesTransaction], person: Person, words: str) -> bool:
    number = chosen_number(words) or 0
    found = turn.tx.notices.of_area(news.places_of(turn, person), turn.today, 1, number - 1) if number > 0 else ()
    for notice in found:
        news.show_letter(turn, person, notice.id)
    return bool(found)


def _asked(turn: Turn[NoticesTransaction], person: Person, inbound: Inbound, notice_id: str) -> bool:
    notice = turn.tx.notices.get(notice_id)
    label = voice_of(turn, person).say(phrase("notices.tap_ask")).casefold()
    if inbound.text.strip().casefold() == label:
        asking.begin_to_ask(turn, person, notice)
        return True
    if notice.kind is NoticeKind.OUTAGE and asks_state(inbound.text) and around(turn, person, inbound.text) is not None:
        return False  # 什么时候来水 is answered at once with what is known
    if sounds_asked(inbound.text) and not notice.withdrawn:
        begin(turn, person, MEANT, subject=notice.id, draft=draft_of(inbound).to_json())
        return True
    return False


def ask_meant(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Raises NotFound."""
    line = line_of(turn.tx.notices.get(dialog.subject))
    options = (Option(YES, phrase("notices.yes_about_it")), Option(NO, phrase("notices.no_another")))
    return (yield from choose("meant", phrase("notices.meant", line=line), options=options))


def meant(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog, sure: str) -> None:
    """What is not about the notice is reported as any other words are."""
    draft = Draft.from_json(dialog.draft)
    if sure == YES:
        given = {"text": draft.words, "media": (), "handle": draft.said[0].handle if draft.said else ""}
        asking.say(turn, person, turn.tx.notices.get(dialog.subject), given)
    else:
        start(turn, person, draft)


MEANT = Script("notice_meant", ask_meant, meant)
