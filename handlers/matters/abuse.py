"""不是正经事: a member says so, the desk decides, by the matter and not by a name; with reason, end and a way back."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.matters.kinds import private
from domain.matters.matter import Act, Cause, Matter, Tier
from domain.messages import Op, Reply
from domain.open import OpenDialog
from domain.people.muting import FOR, Mute
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script, ask, begin
from handlers.matters.accused import its_desk
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, prompt_of, show_resident, what_of
from handlers.matters.changing_hands import show_to
from handlers.matters.clocks import replan
from handlers.matters.nagging import may_nag
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import at_its_desk, must_be_at_its_desk
from handlers.roles import posts_of
from handlers.speaking import Tap, send, voice_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

REASONS = ("rude", "pictures", "joke")
LONGEST = 100


def may_be_none(turn: Turn[MattersTransaction], matter: Matter) -> bool:
    """Danger is never called a joke by a tap, and nobody who serves is muted."""
    serious = matter.tier is Tier.DANGER or private(matter) or matter.joined
    return matter.in_hand and not serious and not posts_of(turn, matter.reporter_id)


def question_key(matter: Matter) -> str:
    return f"abuse:{matter.id}"


def say_so(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """A member's word puts it before the desk; a desk's own asks why at once. Raises NoLongerPossible."""
    if not may_be_none(turn, matter):
        raise NoLongerPossible(matter.id)
    if at_its_desk(turn, person, matter):
        begin(turn, person, MUTE, subject=matter.id)
        return
    tell(turn, matter.subject, "AbuseSaid", by=person.id)
    for desk in its_desk(turn, matter)[:1]:
        words = phrase("abuse.ask", member=owner_name(person), no=matter.number, what=what_of(matter))
        taps = (Tap(phrase("abuse.mute"), "mute"), Tap(phrase("abuse.go_on"), "mute_no"))
        send(
            turn, desk, words, taps=(taps,), prompt=prompt_of(matter), key=question_key(matter), about=matter.subject,
            silent=not may_nag(turn, desk.id),
        )  # fmt: skip
        send(turn, person, phrase("abuse.asked", no=matter.number, member=owner_name(desk)), about=matter.subject)


def go_on(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """照常办. Raises NotAllowed."""
    must_be_at_its_desk(turn, person, matter)
    words = phrase("abuse.goes_on", no=matter.number)
    send(turn, person, words, op=Op.UPDATE, key=question_key(matter), about=matter.subject)
    owner = owner_of(turn, matter)
    if owner.id != person.id and matter.in_hand:
        send(turn, owner, words, about=matter.subject, silent=True)
    return Reply(voice_of(turn, person).say(words))


# ---- the desk's word -----------------------------------------------------------------------------------------------


def ask_why(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the reason, which the resident reads: one of the usual or a line. Raises NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    if not may_be_none(turn, matter):
        raise NoLongerPossible(matter.id)
    options = [*(Option(why, phrase(f"abuse.why_{why}")) for why in REASONS), Option("no", phrase("abuse.never_mind"))]
    return (yield from ask("why", phrase("abuse.why", no=matter.number, until=turn.now + FOR), options=options))


def mute(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, why: str) -> None:
    """It is no matter, and whoever sent it is not listened to for a week. Raises NotAllowed."""
    matter = turn.tx.matters.get(dialog.subject)
    if why == "no":
        return
    must_be_at_its_desk(turn, person, matter)
    resident, until = turn.tx.people.get(matter.reporter_id), turn.now + FOR
    line = voice_of(turn, resident).say(phrase(f"abuse.why_{why}")) if why in REASONS else why[:LONGEST]
    reason = new_content(turn, matter.subject, "mute", person.id, text=line)
    owner = owner_of(turn, matter)
    _set_aside(turn, person, matter)
    turn.tx.mutes.save(Mute(resident.id, matter.id, reason.id, until))
    tell(turn, matter.subject, "ResidentMuted", by=person.id, content=reason, until=until.isoformat())
    words = phrase("abuse.told", no=matter.number, line=line, until=until, desk=turn.house.contacts.desk)
    send(turn, resident, words, about=matter.subject)
    send(
        turn, person, phrase("abuse.muted", no=matter.number, until=until),
        taps=((Tap(phrase("abuse.let_go"), "unmute"),),), prompt=prompt_of(matter), key=question_key(matter),
        about=matter.subject, silent=True,
    )  # fmt: skip
    if owner.id != person.id:
        send(turn, owner, phrase("abuse.done", no=matter.number), about=matter.subject, silent=True)


MUTE = Script("mute", ask_why, mute, calm=True)


def _set_aside(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """Nothing is asked of whoever sent it, and nothing is due any more."""
    held = [matter.owner_id, *turn.tx.asked.of(matter.id)]
    closed = matter.after(Act.CLOSE, cause=Cause.NOTED, closed_at=turn.now, turn=matter.turn + 1).after(Act.ANNOUNCE)
    ended = closed.after(Act.LAPSE, ended_at=turn.now)
    turn.tx.matters.save(ended)
    turn.tx.asked.clear(matter.id)
    tell(turn, matter.subject, "MatterNoted", by=person.id, why="abuse")
    replan(turn, ended)
    show_resident(turn, ended)
    show_to(turn, ended, held)


def let_go(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """放开: she is listened to again from now on. Raises NotAllowed."""
    must_be_at_its_desk(turn, person, matter)
    resident = turn.tx.people.get(matter.reporter_id)
    if turn.tx.mutes.end(resident.id):
        tell(turn, matter.subject, "ResidentUnmuted", by=person.id)
        send(turn, resident, phrase("abuse.listens"), about=matter.subject, silent=True)
    words = phrase("abuse.let_gone", no=matter.number)
    send(turn, person, words, op=Op.UPDATE, key=question_key(matter), about=matter.subject)
    return Reply(voice_of(turn, person).say(words))
