"""延期: the owner asks for more time with a reason, the desk decides, both sides are told; nothing moves silently."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.errors import NoLongerPossible
from domain.events import Content, Event
from domain.matters.matter import Matter
from domain.messages import Op, Text
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Script, ask, begin
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, what_of
from handlers.matters.clocks import matter_of, reckoned, replan
from handlers.matters.later import ask_later
from handlers.matters.member_card import has_card, show_member
from handlers.matters.pausing import pause
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import at_its_desk, must_be_at_its_desk, must_work_on
from handlers.matters.ringing import ring
from handlers.matters.wishes import PAUSE, RESULT, Asked, ask_desk, is_open, may_wait, wish_key, wish_line, wish_of
from handlers.speaking import quiet, send, voice_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

LONGEST = 200
DAYS = (1, 3, 7)


# ---- asked for -----------------------------------------------------------------------------------------------------


def ask_how_long(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (instant in ISO form, reason). What is no later than the promise is asked again.

    Who says "Friday" means that it is done on Friday: the end of its hours.
    """
    matter = turn.tx.matters.get(dialog.subject)
    if not may_wait(matter):
        raise NoLongerPossible(matter.id)
    due, n, evening = matter.result_due_at, 0, turn.house.clocks.closing_time(matter.tier)
    words = phrase("extend.until", no=matter.number, what=what_of(matter), until=due)
    until = yield from ask_later(turn, "until.0", words, _offered(turn, matter), evening)
    while datetime.fromisoformat(until) <= due:
        n += 1
        words = phrase("extend.no_later", until=due)
        until = yield from ask_later(turn, f"until.{n}", words, _offered(turn, matter), evening)
    key = "extend.why_desk" if at_its_desk(turn, person, matter) else "extend.why"
    return until, (yield from ask("why", phrase(key, until=datetime.fromisoformat(until))))


def _offered(turn: Turn[MattersTransaction], matter: Matter) -> list[tuple[datetime, Phrase]]:
    """So many days more than were promised, or from now when that is past; working days where its tier counts those."""
    clocks, start = turn.house.clocks, max(turn.now, matter.result_due_at)
    spans = [clocks.lasting(timedelta(days=n), matter.tier) for n in DAYS]
    ends = [clocks.next_awake(clocks.add_working(start, span, matter.tier)) for span in spans]
    words = [phrase("extend.days", n=n) if n > 1 else phrase("extend.day") for n in DAYS]
    return list(zip(ends, words, strict=True))


def do_extend(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, asked: tuple[str, str]) -> None:
    """A desk gives the time at once, anybody else asks it. Raises NotAllowed."""
    until, why = datetime.fromisoformat(asked[0]), asked[1]
    matter = turn.tx.matters.get(dialog.subject)
    must_work_on(turn, person, matter)
    content = new_content(turn, matter.subject, "extension", person.id, text=why[:LONGEST])
    if at_its_desk(turn, person, matter):
        grant(turn, matter, until, by=person.id, content=content)
        send(turn, person, phrase("extend.given", no=matter.number, until=until), about=matter.subject, silent=True)
    else:
        ask_desk(turn, person, matter, RESULT, until, content)


EXTEND = Script("extend", ask_how_long, do_extend, calm=True)


def grant(
    turn: Turn[MattersTransaction],
    matter: Matter,
    until: datetime,
    *,
    by: str,
    content: Content | None = None,
    words_id: str = "",
) -> None:
    """The result is due at that instant. `content` or `words_id`: the reason, which the resident reads."""
    said = until.isoformat()
    turn.tx.matters.save(reckoned(turn, matter, "ExtensionGranted", until=said))
    tell(turn, matter.subject, "ExtensionGranted", by=by, content=content, until=said, words=words_id)


# ---- decided -------------------------------------------------------------------------------------------------------


def granted_by(turn: Turn[MattersTransaction], person: Person, matter: Matter, at: int) -> None:
    """同意, one tap of the desk. Raises NotAllowed, NoLongerPossible."""
    wish = _decide(turn, person, matter, at)
    if wish.what == PAUSE:
        pause(turn, matter, wish.why, wish.until_at, by=person.id, desk=True, words_id=wish.words_id)
    else:
        grant(turn, matter, wish.until_at, by=person.id, words_id=wish.words_id)
    _put_to_rest(turn, person, matter, wish, phrase("extend.yes"))
    if wish.by != person.id:
        words = phrase("extend.granted", no=matter.number, until=wish.until_at)
        send(turn, turn.tx.people.get(wish.by), words, about=matter.subject, silent=quiet(turn))


def refuse(turn: Turn[MattersTransaction], person: Person, matter: Matter, at: int) -> None:
    """不同意: one line says why. Raises NotAllowed, NoLongerPossible."""
    _decide(turn, person, matter, at)
    begin(turn, person, REFUSE, subject=matter.id, draft={"at": at})


def ask_why_not(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the line."""
    matter = turn.tx.matters.get(dialog.subject)
    return (yield from ask("line", phrase("extend.why_not", no=matter.number)))


def refused_by(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, line: str) -> None:
    """Whoever asked reads why, and that what was promised stands. Raises NotAllowed, NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    wish = _decide(turn, person, matter, int(str(dialog.draft["at"])))
    turn.tx.matters.save(reckoned(turn, matter, "ExtensionRefused"))
    content = new_content(turn, matter.subject, "extension", person.id, text=line[:LONGEST])
    tell(turn, matter.subject, "ExtensionRefused", by=person.id, content=content)
    _put_to_rest(turn, person, matter, wish, phrase("extend.no"))
    words = phrase("extend.refused", no=matter.number, line=content.text, until=matter.result_due_at)
    send(turn, turn.tx.people.get(wish.by), words, about=matter.subject, silent=quiet(turn))
    send(turn, person, phrase("extend.told", member=owner_name(turn.tx.people.get(wish.by))), silent=True)


REFUSE = Script("refuse_time", ask_why_not, refused_by, calm=True)


def _decide(turn: Turn[MattersTransaction], person: Person, matter: Matter, at: int) -> Asked:
    must_be_at_its_desk(turn, person, matter)
    wish = wish_of(turn, matter)
    if wish is None or not is_open(matter, at) or not may_wait(matter):
        raise NoLongerPossible(matter.id)
    return wish


def _put_to_rest(turn: Turn[MattersTransaction], person: Person, matter: Matter, wish: Asked, chosen: Phrase) -> None:
    """The question keeps its words and what was decided, and loses its buttons."""
    mark = Text(f"✓ {voice_of(turn, person).say(chosen)}")
    if any(turn.tx.handles.handle(address, wish_key(matter)) for address in turn.tx.people.addresses(person.id)):
        send(
            turn, person, wish_line(turn, matter, wish), mark, op=Op.UPDATE, key=wish_key(matter), about=matter.subject
        )


# ---- what follows --------------------------------------------------------------------------------------------------


def granted(turn: Turn[MattersTransaction], event: Event) -> None:
    """The resident reads why it takes longer, and until when; the clocks go by it."""
    matter = matter_of(turn, event.subject)
    replan(turn, matter)
    _show_owner(turn, matter)
    ring(turn, matter, longer_line(turn, matter, why_longer(turn, event)))


def why_longer(turn: Turn[MattersTransaction], event: Event) -> str:
    """The reason in words; "" once they were erased."""
    return turn.tx.contents.get(event.content_id or str(event.facts["words"])).text


def longer_line(turn: Turn[MattersTransaction], matter: Matter, why: str) -> Phrase:
    owner, until = owner_name(owner_of(turn, matter)), matter.result_due_at
    return phrase("extend.told_resident", line=why or phrase("told.erased"), member=owner, until=until)


def asked_or_refused(turn: Turn[MattersTransaction], event: Event) -> None:
    _show_owner(turn, matter_of(turn, event.subject))


def _show_owner(turn: Turn[MattersTransaction], matter: Matter) -> None:
    owner = owner_of(turn, matter)
    if has_card(turn, matter, owner):
        show_member(turn, matter, owner)
