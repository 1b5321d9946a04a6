"""What the desk does with a known trouble: another time, its end (which can be taken back), or withdrawing it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from domain.matters.trouble import Step, Trouble
from domain.messages import Op, Reply
from domain.open import Due, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, choose
from handlers.matters.clocks import UNDO_FOR
from handlers.matters.closing import read_line as read_end
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_card import CLOSE, must_sit_above, plan, show
from handlers.matters.trouble_news import LATER, NEWS_ONLY, SOONER, WITHDRAWN, spread
from handlers.matters.trouble_until import UNKNOWN, ask_until, end_of, endings, read_line
from handlers.matters.trouble_words import title_of, without_time
from handlers.speaking import send, voice_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

SHORT, SHORT_EN = 8, 20
"""Letters of a line that may be a time and nothing else."""


def _trouble_of(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Trouble:
    """Raises NotAllowed, NotFound."""
    trouble = turn.tx.troubles.get(dialog.subject)
    must_sit_above(turn, person, trouble)
    return trouble


# ---- another time --------------------------------------------------------------------------------------------------


def ask_change(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (line or "" when it stays, until)."""
    trouble = turn.tx.troubles.seen(dialog.subject)
    words = phrase("trouble.how_long", title=title_of(turn, trouble))
    given = yield Question("line", (words,), endings(turn), rows=(2,), read=read_line(turn), valid=lambda value: True)
    if not given.startswith("{"):
        return "", given
    said = json.loads(given)
    return said["line"], said["until"] or (yield from ask_until(turn, "until"))


def change(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, given: tuple[str, str]) -> None:
    """Everybody who waits hears it once. Raises NotAllowed, NoLongerPossible."""
    line, until = given
    if _only_a_time(turn, line):  # what is known stays said
        line = ""
    before = _trouble_of(turn, person, dialog)
    changed = before.after(Step.CHANGE, until_at=end_of(until))
    content = new_content(turn, changed.subject, "trouble", person.id, text=line) if line else None
    if content is not None:
        changed = replace(changed, words_id=content.id, line=line, said_at=turn.now)
    turn.tx.troubles.save(changed)
    plan(turn, changed)
    spread(turn, changed, _what_is_new(turn, before, until), turn.house.clocks.next_awake(turn.now))
    show(turn, changed, person, phrase("trouble.changed", n=turn.tx.troubles.waiting(changed.id)))
    tell(turn, changed.subject, "TroubleChanged", by=person.id, content=content, until=until)


def _only_a_time(turn: Turn[Any], line: str) -> bool:
    short = len(line) <= (SHORT_EN if line.isascii() else SHORT)
    return short and not without_time(line, turn.now.astimezone(turn.house.zone))


def _what_is_new(turn: Turn[Any], before: Trouble, until: str) -> str:
    """Later than what was said, sooner, or only other words."""
    if until == UNKNOWN or before.until_at is None:
        return NEWS_ONLY
    at = end_of(until)
    return LATER if at is not None and at > before.until_at else SOONER


CHANGE = Script("change_trouble", ask_change, change, calm=True)


# ---- its end -------------------------------------------------------------------------------------------------------


def ask_end(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    n = turn.tx.troubles.waiting(dialog.subject)
    given = yield Question("line", (phrase("trouble.end_line", n=n),), read=read_end)
    return json.loads(given)


def end(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, said: dict[str, Any]) -> None:
    """It rests with the desk for two minutes, then all who wait are asked. Raises NotAllowed, NoLongerPossible."""
    ending = _trouble_of(turn, person, dialog).after(Step.END)
    content = new_content(turn, ending.subject, "closing", person.id, **{**said, "media": tuple(said["media"])})
    turn.tx.troubles.save(ending)
    tell(turn, ending.subject, "TroubleClosed", by=person.id, content=content)
    plan(turn, ending)
    turn.tx.schedule.add(Due(CLOSE, ending.subject, str(ending.turn), turn.now + UNDO_FOR))
    show(turn, ending, person)


END = Script("end_trouble", ask_end, end, calm=True)


def undo(turn: Turn[MattersTransaction], person: Person, trouble: Trouble) -> Reply:
    """Raises NoLongerPossible once residents hear of it."""
    running = trouble.after(Step.UNDO)
    turn.tx.troubles.save(running)
    tell(turn, running.subject, "TroubleReopened", by=person.id)
    plan(turn, running)
    show(turn, running, person, op=Op.UPDATE)
    return Reply(voice_of(turn, person).say(phrase("close.undone")))


# ---- marked by mistake ---------------------------------------------------------------------------------------------


def ask_withdraw(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    trouble = turn.tx.troubles.seen(dialog.subject)
    n = turn.tx.troubles.waiting(trouble.id)
    words = phrase("trouble.sure" if n else "trouble.sure_nobody", title=title_of(turn, trouble), n=n)
    options = (Option("yes", phrase("trouble.withdraw")), Option("no", phrase("trouble.no")))
    return (yield from choose("sure", words, options=options, rows=(2,)))


def withdraw(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, sure: str) -> None:
    """What waits goes to its grids' members, each with clocks from that moment. Raises NotAllowed, NoLongerPossible."""
    trouble = _trouble_of(turn, person, dialog)
    if sure != "yes":
        send(turn, person, phrase("trouble.kept"))
        return
    gone = trouble.after(Step.WITHDRAW)
    turn.tx.troubles.save(gone)
    tell(turn, gone.subject, "TroubleWithdrawn", by=person.id)
    plan(turn, gone)
    show(turn, gone, person)
    spread(turn, gone, WITHDRAWN, turn.now)


WITHDRAW = Script("withdraw_trouble", ask_withdraw, withdraw)
