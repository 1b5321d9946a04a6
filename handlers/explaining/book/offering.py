"""An entry shown to whoever asks, with "did that answer it?"; if not, her question goes to a person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from domain.explaining.asking import asks_to_know
from domain.explaining.entry import Entry
from domain.explaining.finding import SHOWN, Found
from domain.matters.draft import Draft
from domain.matters.greetings import is_no, is_yes, small_talk
from domain.matters.kinds import clear, likely_kinds
from domain.messages import Inbound, Keys
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question
from handlers.explaining.book.finding import find
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.words import CAME_OF_IT, label_of, read_lines
from handlers.keyboard import lasting_keys
from handlers.questions import NO, YES
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Answers, Asked, Turn

SEE, MORE = "see:", "more:"
NEAR = 0.75
"""Of the best one's score: what is worth being named beside it."""
_UNDERSTOOD = ("清楚", "明白", "懂了", "知道了", "解决了", "clear", "got it", "i see")
_OTHER_KINDS = ("enquiry", "papers", "other")


def look(turn: Turn[BookTransaction], person: Person, draft: Draft) -> str:
    """Ids of entries, the surest first; "" unless her words ask for something, and the first surely answers it."""
    if draft.came_of or not asks_to_know(draft.words):
        return ""
    found = find(turn, person, draft.words)
    return ",".join(each.entry.id for each in near(found)) if found and found[0].sure else ""


def near(found: Sequence[Found]) -> Sequence[Found]:
    """The first and what comes close to it."""
    return [each for each in found[:SHOWN] if each.score >= found[0].score * NEAR]


def ask(turn: Turn[BookTransaction], person: Person, ids: str, hand_on: Phrase) -> Asking:
    """Ends in an Asked, or in None where none of these counts any more."""
    entries = [entry for entry in turn.tx.entries.some(ids.split(",")) if entry.live]
    if not entries:
        return None
    shown, more = entries[0], list[str]()
    for n in count():
        others = [entry for entry in entries if entry.id != shown.id]
        said: str = yield _question(turn, person, shown, others, hand_on, n)
        if not said.startswith(SEE):
            more += [said.removeprefix(MORE)] if said.startswith(MORE) else []
            return Asked(shown.id, said == YES, "\n".join(more))
        wanted, _, besides = said.removeprefix(SEE).partition("\n")
        if besides:
            more, entries = [*more, besides], [shown]
        shown = next((entry for entry in turn.tx.entries.some([wanted]) if entry.live), shown)
    return None


def _question(
    turn: Turn[BookTransaction], person: Person, shown: Entry, others: list[Entry], hand_on: Phrase, n: int
) -> Question:  # fmt: skip
    options = (
        Option(YES, phrase("found.yes")), Option(NO, hand_on), *(Option(SEE + e.id, label_of(e)) for e in others)
    )  # fmt: skip
    lines = (phrase("found.lead"), *read_lines(turn, shown, numbered=False), phrase("found.clear"))
    return Question(
        f"answered.{n}", lines, options, read=lambda given: _said_besides(turn, person, shown, given), rows=(2, 1),
        valid=lambda value: value in (YES, NO) or value.startswith((SEE, MORE)), means=_meant,
    )  # fmt: skip


def _said_besides(turn: Turn[BookTransaction], person: Person, shown: Entry, given: Inbound) -> str | None:
    """Further words belong to her question, unless they report something of their own; another question may have its
    own answer here.
    """
    if not given.text or given.media or clear(likely_kinds(given.text)) not in (None, *_OTHER_KINDS):
        return None
    found = find(turn, person, given.text) if asks_to_know(given.text) else ()
    if found and found[0].sure and found[0].entry.id != shown.id:
        return f"{SEE}{found[0].entry.id}\n{given.text}"
    return MORE + given.text


def _meant(words: str) -> str | None:
    if is_no(words) or "不清楚" in words or "没明白" in words:
        return NO
    said = words.casefold()
    if is_yes(words) or small_talk(words) in ("thanks", "ok") or any(each in said for each in _UNDERSTOOD):
        return YES
    return None


def done(turn: Turn[BookTransaction], person: Person, entry_id: str, matter_id: str) -> None:
    """Counted without her name: nobody need know who asked what."""
    if entry_id:
        entry = turn.tx.entries.get(entry_id)
        answered, fell_short = CAME_OF_IT
        tell(turn, entry.subject, fell_short if matter_id else answered)
    if not matter_id:
        send(turn, person, phrase("found.helped"), Keys(lasting_keys(turn, person)))


ANSWERS = Answers(look, ask, done)
