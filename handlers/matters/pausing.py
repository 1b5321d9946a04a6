"""挂起: a matter waits with a reason and an end, both told to the resident; at the end its owner is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.errors import NoLongerPossible
from domain.events import Content, Event
from domain.matters.life import life
from domain.matters.matter import Matter
from domain.matters.waits import Wait, needs_the_desk
from domain.messages import Reply
from domain.open import Due, OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question, Script, begin
from handlers.matters.assigning import owner_name
from handlers.matters.cards import how_it_stands, owner_of, prompt_of, show_resident, what_of
from handlers.matters.clocks import matter_of, reckoned, replan
from handlers.matters.going_on import go_on
from handlers.matters.later import ask_later
from handlers.matters.member_card import has_card, show_member
from handlers.matters.nagging import may_nag
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import at_its_desk, must_work_on
from handlers.matters.ringing import ring
from handlers.matters.wishes import PAUSE as PAUSE_WISH
from handlers.matters.wishes import ask_desk, may_wait
from handlers.speaking import Tap, send, voice_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

LONGEST = 120
_OWN = "="
"""Before a reason in her own words, where a code would stand."""
OFFERED = tuple(wait for wait in Wait if wait is not Wait.OWN)


def ask_pause(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (reason, instant in ISO form), or None. Asked again at the end of a pause, its reason stands."""
    matter = turn.tx.matters.get(dialog.subject)
    if not may_wait(matter):
        raise NoLongerPossible(matter.id)
    why = str(dialog.draft.get("why", ""))
    if not why:
        options = tuple(Option(wait.value, phrase(f"pause.tap_{wait.value}")) for wait in OFFERED)
        words = phrase("pause.why", no=matter.number, what=what_of(matter))
        why = yield Question("why", (words,), options, lambda given: _own(given.text), lambda value: True, rows=(2,))
    morning = turn.house.clocks.daily_at
    until = yield from ask_later(turn, "until", phrase("pause.until"), _offered(turn), morning)
    plan = _plan(turn, person, matter, why, datetime.fromisoformat(until))
    sure = yield Question("sure", plan, _YES_OR_NO, rows=(2,))
    return (why, until) if sure == "yes" else None


_YES_OR_NO = (Option("yes", phrase("pause.yes")), Option("no", phrase("pause.no")))


def _own(words: str) -> str | None:
    return f"{_OWN}{words[:LONGEST]}" if words else None


def _offered(turn: Turn[MattersTransaction]) -> list[tuple[datetime, Phrase]]:
    clocks = turn.house.clocks
    days = [clocks.next_daily(turn.now)]
    for _ in range(6):
        days.append(clocks.next_daily(days[-1]))
    named = zip((0, 1, 6), ("pause.tomorrow", "pause.day_after", "pause.week"), strict=True)
    return [(clocks.next_awake(days[n]), phrase(key)) for n, key in named]


def _plan(
    turn: Turn[MattersTransaction], person: Person, matter: Matter, why: str, until: datetime
) -> tuple[Phrase, ...]:
    """What the resident will read, and that the desk is asked first where it has to be."""
    told = _told(turn, matter, why.removeprefix(_OWN) if why.startswith(_OWN) else phrase(f"pause.wait_{why}"), until)
    asks = _must_ask(turn, person, matter, until)
    return (phrase("pause.plan", told=told), *((phrase("pause.plan_desk"),) if asks else ()))


def _told(turn: Turn[MattersTransaction], matter: Matter, wait: object, until: datetime) -> Phrase:
    return phrase("stands.paused", member=owner_name(owner_of(turn, matter)), wait=wait, until=until)


def _must_ask(turn: Turn[MattersTransaction], person: Person, matter: Matter, until: datetime) -> bool:
    so_far = life(turn.tx.events.of(matter.subject), turn.house.clocks).pauses
    return not at_its_desk(turn, person, matter) and needs_the_desk(so_far, turn.now, until)


def do_pause(
    turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, chosen: tuple[str, str] | None
) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    if chosen is None:
        send(turn, person, phrase("pause.left", no=matter.number), about=matter.subject)
        return
    must_work_on(turn, person, matter)
    why, until = chosen[0], datetime.fromisoformat(chosen[1])
    if until <= turn.now:
        raise NoLongerPossible(matter.id)
    content = None
    if why.startswith(_OWN):
        content = new_content(turn, matter.subject, "pause", person.id, text=why.removeprefix(_OWN))
        why = Wait.OWN.value
    if _must_ask(turn, person, matter, until):
        ask_desk(turn, person, matter, PAUSE_WISH, until, content, why)
        return
    pause(turn, matter, why, until, by=person.id, desk=at_its_desk(turn, person, matter), content=content)
    send(turn, person, phrase("pause.noted", no=matter.number, until=until), about=matter.subject, silent=True)


PAUSE = Script("pause", ask_pause, do_pause, calm=True)


def pause(
    turn: Turn[MattersTransaction],
    matter: Matter,
    why: str,
    until: datetime,
    *,
    by: str,
    desk: bool,
    content: Content | None = None,
    words_id: str = "",
) -> None:
    """Its clocks stand still from now on.

    `content`: the reason in somebody's own words, `words_id` where they are kept already. With `desk` a desk has said
    yes to it.
    """
    said = until.isoformat()
    turn.tx.matters.save(reckoned(turn, matter, "MatterPaused", until=said, why=why, desk=desk))
    tell(
        turn, matter.subject, "MatterPaused", by=by, content=content, until=said, why=why, desk=desk, words=words_id
    )  # fmt: skip


# ---- what follows --------------------------------------------------------------------------------------------------


def paused(turn: Turn[MattersTransaction], event: Event) -> None:
    """The resident hears once what it waits for and until when."""
    matter = matter_of(turn, event.subject)
    replan(turn, matter)
    _show_owner(turn, matter)
    if event.facts.get("heir"):  # she has heard it of the neighbour's
        show_resident(turn, matter)
        return
    words_id = event.content_id or str(event.facts["words"])
    words = turn.tx.contents.get(words_id).text if words_id else ""
    until = matter.paused_until or turn.now
    ring(turn, matter, _told(turn, matter, words, until) if words else how_it_stands(turn, matter))


def resumed(turn: Turn[MattersTransaction], event: Event) -> None:
    """The promise that holds now is told under the card, without a ring."""
    matter = matter_of(turn, event.subject)
    replan(turn, matter)
    _show_owner(turn, matter)
    ring(turn, matter, how_it_stands(turn, matter), most=0)


def _show_owner(turn: Turn[MattersTransaction], matter: Matter) -> None:
    owner = owner_of(turn, matter)
    if has_card(turn, matter, owner):
        show_member(turn, matter, owner)


def over(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """The end of a pause: the clocks go on, and its owner is asked, one tap."""
    for row in due:
        matter = matter_of(turn, row.subject)
        if not matter.paused or matter.paused_until != datetime.fromisoformat(row.slot):
            continue
        going = go_on(turn, matter, "until")
        owner = owner_of(turn, going)
        key = "pause.over" if going.result_due_at > turn.now else "pause.over_late"
        send(
            turn, owner, phrase(key, no=going.number, what=what_of(going), until=going.result_due_at),
            taps=((Tap(phrase("pause.go_on"), "go_on"), Tap(phrase("pause.wait_on"), "wait")),),
            prompt=prompt_of(going), about=going.subject, purpose="reminder", silent=not may_nag(turn, owner.id),
        )  # fmt: skip


def pressed_go_on(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply:
    """接着办, on the card of what waits or at the end of its pause, when it goes on already."""
    if matter.paused:
        go_on(turn, matter, "button", person.id)
    else:
        show_member(turn, matter, person, ring=True, silent=True)
    return Reply(voice_of(turn, person).say(phrase("pause.going")))


def wait_on(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """再等等: for the same reason; only until when is asked. Raises NoLongerPossible."""
    if not may_wait(matter):
        raise NoLongerPossible(matter.id)
    last = next((e for e in reversed(turn.tx.events.of(matter.subject)) if e.type == "MatterPaused"), None)
    why = str(last.facts["why"]) if last is not None else ""
    words_id = (last.content_id or str(last.facts["words"])) if last is not None else ""
    if words_id:
        why = _own(turn.tx.contents.get(words_id).text) or ""
    begin(turn, person, PAUSE, subject=matter.id, draft={"why": why})
