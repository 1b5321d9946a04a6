"""What those who were asked for a hand say: yes, not this time, done, cannot any more; the first yes joins."""

from __future__ import annotations

from dataclasses import replace

from domain.duty.helping import MOST, Helper, HelpState
from domain.errors import NotAllowed
from domain.matters.matter import Matter
from domain.messages import Op, Reply
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, what_of
from handlers.matters.help_calls import asked_key, call_key, nobody_yet, what_in_short
from handlers.matters.help_words import in_state, may_be_helped
from handlers.matters.member_card import show_member
from handlers.matters.owners import must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.roles import able
from handlers.speaking import quiet, send, voice_of
from handlers.telling import tell
from handlers.turn import Turn


def yes(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """我来帮: the first to say so joins; whoever comes later is thanked. Raises NotAllowed."""
    helper = _asked(turn, person, matter)
    if helper.state is HelpState.HELPING:
        return Reply(voice_of(turn, person).say(phrase("help.toast_yes")))
    others = in_state(turn.tx.helpers.of(matter.id), HelpState.HELPING)
    first = [other for other in others if other.wanted == helper.wanted]
    if helper.state is HelpState.OVER or first or len(others) >= MOST or not _welcome(turn, person, matter):
        no_need(turn, matter, helper, first[0].person_id if first else "")
        return Reply(voice_of(turn, person).say(phrase("help.over")))
    turn.tx.helpers.save(replace(helper, state=HelpState.HELPING))
    for other in in_state(turn.tx.helpers.of(matter.id), HelpState.ASKED):
        if other.wanted == helper.wanted:
            no_need(turn, matter, other, person.id)
    lead = owner_name(owner_of(turn, matter))
    _answered(turn, matter, person, phrase("help.yes_done", lead=lead))
    tell(turn, matter.subject, "HelperJoined", by=person.id, asked_by=helper.asked_by)
    return Reply(voice_of(turn, person).say(phrase("help.toast_yes")))


def no(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """这次不行: nobody asks why. When all have said so the lead hears it at once. Raises NotAllowed."""
    helper = _asked(turn, person, matter)
    if helper.state is HelpState.HELPING:
        return left(turn, person, matter)
    _answered(turn, matter, person, phrase("help.no_done"))
    if helper.state is not HelpState.ASKED:
        return None
    decline(turn, matter, helper)
    return Reply(voice_of(turn, person).say(phrase("help.no_done")))


def decline(turn: Turn[MattersTransaction], matter: Matter, helper: Helper) -> None:
    turn.tx.helpers.save(replace(helper, state=HelpState.DECLINED))
    tell(turn, matter.subject, "HelpDeclined", by=helper.person_id)
    same = [other for other in turn.tx.helpers.of(matter.id) if other.wanted == helper.wanted]
    if not in_state(same, HelpState.ASKED, HelpState.HELPING, HelpState.DONE):
        nobody_yet(turn, matter)


def done(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """我帮完了: her part is done; the matter stays with its lead. Raises NotAllowed."""
    helper = _asked(turn, person, matter)
    if helper.state is not HelpState.HELPING:
        show_member(turn, matter, person)
        return None
    turn.tx.helpers.save(replace(helper, state=HelpState.DONE))
    tell(turn, matter.subject, "HelperDone", by=person.id)
    return Reply(voice_of(turn, person).say(phrase("help.toast_done")))


def again(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """还在帮: it was not done after all. Raises NotAllowed."""
    helper = _asked(turn, person, matter)
    if helper.state is HelpState.DONE and _welcome(turn, person, matter):
        turn.tx.helpers.save(replace(helper, state=HelpState.HELPING))
        tell(turn, matter.subject, "HelperJoined", by=person.id, asked_by=helper.asked_by)
    show_member(turn, matter, person)
    return None


def left(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """帮不了了. Raises NotAllowed."""
    helper = _asked(turn, person, matter)
    if helper.state is HelpState.HELPING:
        leaves(turn, matter, helper, by=person.id, why="left")
        send(turn, person, phrase("help.left_done", no=matter.number), about=matter.subject, silent=True)
    return None


def leaves(turn: Turn[MattersTransaction], matter: Matter, helper: Helper, *, by: str, why: str) -> None:
    """`why`: "left" (her own word), "let_go" (the lead's), "gone", "leave", "service", or "owner" (she has it now)."""
    turn.tx.helpers.save(replace(helper, state=HelpState.OVER))
    tell(turn, matter.subject, "HelperLeft", by=by, helper=helper.person_id, why=why)


def let_go(turn: Turn[MattersTransaction], person: Person, matter: Matter, helper_id: str) -> None:
    """不用帮了: the lead says so, and she hears it."""
    helper = turn.tx.helpers.get(matter.id, helper_id)
    if helper is None or helper.state is not HelpState.HELPING:
        return
    leaves(turn, matter, helper, by=person.id, why="let_go")
    to = turn.tx.people.get(helper_id)
    words = phrase("help.not_needed", no=matter.number, what=what_of(matter))
    send(turn, to, words, about=matter.subject, silent=quiet(turn))
    send(turn, person, phrase("help.let_gone", member=owner_name(to)), about=matter.subject, silent=True)


def stop(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """不问了: who has not answered need not."""
    call_off(turn, matter)
    words = phrase("help.stopped", no=matter.number)
    send(turn, person, words, op=Op.UPDATE, key=asked_key(matter), about=matter.subject)
    return Reply(voice_of(turn, person).say(words))


def call_off(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """Nobody needs to answer any more."""
    for helper in in_state(turn.tx.helpers.of(matter.id), HelpState.ASKED):
        no_need(turn, matter, helper)


def stands_down(turn: Turn[MattersTransaction], person: Person, why: str) -> None:
    """Somebody who cannot act now helps nobody either; the leads hear it in the same act."""
    for helper in turn.tx.helpers.of_person(person.id):
        matter = turn.tx.matters.get(helper.matter_id)
        if helper.state is HelpState.ASKED:
            no_need(turn, matter, helper)
            decline(turn, matter, helper)
        else:
            leaves(turn, matter, helper, by="", why=why)


def _welcome(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """Whether there is still something to help with, and just she may and can."""
    wanted = may_be_helped(turn, owner_of(turn, matter), matter)
    return wanted and able(turn, person) and person.id not in must_not_have(turn, matter)


def _asked(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Helper:
    """Raises NotAllowed for somebody whom nobody asked."""
    helper = turn.tx.helpers.get(matter.id, person.id)
    if helper is None:
        raise NotAllowed(f"{person.id} was not asked about {matter.id}")
    return helper


def no_need(turn: Turn[MattersTransaction], matter: Matter, helper: Helper, first: str = "") -> None:
    """Somebody else was first, or it is over."""
    if helper.state is HelpState.ASKED:
        turn.tx.helpers.save(replace(helper, state=HelpState.OVER))
    words = phrase("help.taken", other=owner_name(turn.tx.people.get(first))) if first else phrase("help.over")
    _answered(turn, matter, turn.tx.people.get(helper.person_id), words)


def _answered(turn: Turn[MattersTransaction], matter: Matter, person: Person, words: Phrase) -> None:
    """The message by which she was asked keeps what it is about, and loses its buttons."""
    key = call_key(matter, person.id)
    title = phrase("help.title", no=matter.number, what=what_in_short(matter))
    send(turn, person, title, words, op=Op.UPDATE, key=key, about=matter.subject)
