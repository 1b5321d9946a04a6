"""What the matters family makes of buttons, replies and edited messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.matters.matter import Matter, State, Tier
from domain.messages import Inbound, Reply
from domain.open import Known
from domain.people.person import Person
from domain.phrases import phrase
from domain.rights import Right
from handlers.dialogs import begin
from handlers.matters import abuse, drafts, help_answers, help_calls, rewording, worklists, writing
from handlers.matters.accepting import take_over
from handlers.matters.accepting_away import accept_or_ask
from handlers.matters.borderland import give_to_grid
from handlers.matters.closing import CLOSE, undo
from handlers.matters.complaint_cards import look
from handlers.matters.danger import alarming
from handlers.matters.extending import granted_by, refuse
from handlers.matters.gathering import holds_something, kept_media, refuse_files
from handlers.matters.giving import GIVE
from handlers.matters.handing_on import HAND_ON
from handlers.matters.help_talk import among_colleagues
from handlers.matters.helping import HELP, asked_colleagues
from handlers.matters.hotline import HOTLINE_IN, HOTLINE_NO
from handlers.matters.in_person import told
from handlers.matters.judging import agree, grade, not_yet
from handlers.matters.mediating import stand_apart, unfit
from handlers.matters.metoo_desk import show_households, take_out
from handlers.matters.metoo_photo import photo_answered
from handlers.matters.more import MORE, READY_PHRASES
from handlers.matters.noting import NOTE
from handlers.matters.number_for_hotline import number_answered
from handlers.matters.number_given import show_given_number
from handlers.matters.offered import begin_offered
from handlers.matters.opening import how, its_word, opened
from handlers.matters.owners import may_have
from handlers.matters.pausing import pressed_go_on, wait_on
from handlers.matters.ports import MattersTransaction
from handlers.matters.resident_more import MINE
from handlers.matters.rewording import take_back
from handlers.matters.rights import helps, may_speak, must
from handlers.matters.season_answers import MARK_IT
from handlers.matters.sorting import set_kind
from handlers.matters.taking_up import take_up
from handlers.matters.talking import Saying, from_member, from_resident
from handlers.matters.trouble import MARK
from handlers.matters.uniting import at_its_elder
from handlers.matters.unsplitting import one_again
from handlers.matters.whole_way import show_way
from handlers.speaking import send
from handlers.turn import Turn


def pressed(turn: Turn[MattersTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> Reply | None:
    """A button of a card or list. Raises NotAllowed, NotFound, NoLongerPossible."""
    act, _, detail = value.partition(":")
    if act == worklists.TASKS:
        worklists.tasks_from(turn, person, _number(detail))
        return None
    if act == "open":
        return opened(turn, person, turn.tx.matters.get(detail))
    matter = turn.tx.matters.get(subject)
    if act == "back":
        return take_back(turn, person, matter, detail)
    for right, buttons in BUTTONS.items():
        does = buttons(turn, person, matter, detail).get(act)
        if does is not None:
            if act not in LOOK_THEMSELVES:
                must(turn, person, matter, right)
            return does()
    raise NoLongerPossible(value)


LOOK_THEMSELVES = ("accept", "one")
"""Whoever comes too late to accept is told who has it; what was taken out is put back by her who did it."""
Acts = dict[str, Callable[[], Reply | None]]
"""What each button of one role does."""


def _of_the_resident(turn: Turn[MattersTransaction], person: Person, matter: Matter, detail: str) -> Acts:
    return {
        "how": lambda: how(turn, person, [matter]),
        "mine": lambda: begin(turn, person, MINE, subject=matter.id),
        "good": lambda: agree(turn, person, matter),
        "not_yet": lambda: not_yet(turn, person, matter),
        "number": lambda: number_answered(turn, person, matter, detail),
        "photo": lambda: photo_answered(turn, person, matter, detail),
        "grade": lambda: grade(turn, person, matter, _number(detail)),
        "take_up": lambda: take_up(turn, person, matter),
    }


def _of_the_member(turn: Turn[MattersTransaction], person: Person, matter: Matter, detail: str) -> Acts:
    return {
        "accept": lambda: accept_or_ask(turn, person, matter),
        "not_mine": lambda: begin(turn, person, HAND_ON, subject=matter.id),
        "more": lambda: begin(turn, person, MORE, subject=matter.id),
        "ready": lambda: begin(turn, person, READY_PHRASES, subject=matter.id),
        "close": lambda: begin(turn, person, CLOSE, subject=matter.id),
        "undo": lambda: undo(turn, person, matter),
        "alone": lambda: take_out(turn, person, matter),
        "give": lambda: begin(turn, person, GIVE, subject=matter.id),
        "take": lambda: take_over(turn, person, matter),
        "kind": lambda: set_kind(turn, person, matter, detail),
        "one": lambda: one_again(turn, person, matter),
        "apart": lambda: stand_apart(turn, person, matter),
        "unfit": lambda: unfit(turn, person, matter),
        "go_on": lambda: pressed_go_on(turn, person, matter),
        "wait": lambda: wait_on(turn, person, matter),
        "help": lambda: begin(turn, person, HELP, subject=matter.id),
        "help_stop": lambda: help_answers.stop(turn, person, matter),
        "help_farther": lambda: help_calls.farther(turn, person, matter),
        "help_desk": lambda: help_calls.to_desk(turn, person, matter),
    }


def _of_the_helper(turn: Turn[MattersTransaction], person: Person, matter: Matter, detail: str) -> Acts:
    return {
        "help_yes": lambda: help_answers.yes(turn, person, matter),
        "help_no": lambda: help_answers.no(turn, person, matter),
        "help_done": lambda: help_answers.done(turn, person, matter),
        "help_again": lambda: help_answers.again(turn, person, matter),
        "help_left": lambda: help_answers.left(turn, person, matter),
    }


def _of_the_desk(turn: Turn[MattersTransaction], person: Person, matter: Matter, detail: str) -> Acts:
    return {
        "way": lambda: show_way(turn, person, matter, _number(detail or "0")),
        "note": lambda: begin(turn, person, NOTE, subject=matter.id),
        "with": lambda: begin_offered(turn, person, matter, detail),
        "look": lambda: look(turn, person, matter),
        "told": lambda: told(turn, person, matter),
        "grant": lambda: granted_by(turn, person, matter, _number(detail)),
        "refuse": lambda: refuse(turn, person, matter, _number(detail)),
        "households": lambda: show_households(turn, person, matter),
        MARK_IT: lambda: begin(turn, person, MARK, subject=matter.id),
        "grid": lambda: give_to_grid(turn, person, matter, detail),
        "hotline": lambda: begin(turn, person, HOTLINE_NO, subject=matter.id),
        "mute": lambda: begin(turn, person, abuse.MUTE, subject=matter.id),
        "mute_no": lambda: abuse.go_on(turn, person, matter),
        "unmute": lambda: abuse.let_go(turn, person, matter),
        "whence": lambda: begin(turn, person, HOTLINE_IN, subject=matter.id),
    }


def _of_whom_she_gave_it(turn: Turn[MattersTransaction], person: Person, matter: Matter, detail: str) -> Acts:
    return {"phone": lambda: show_given_number(turn, person, matter)}


BUTTONS: Mapping[Right, Callable[[Turn[MattersTransaction], Person, Matter, str], Acts]] = {
    Right.DECIDE: _of_the_desk,
    Right.FOLLOW: _of_the_resident,
    Right.WORK: _of_the_member,
    Right.ANSWER: _of_the_helper,
    Right.RING: _of_whom_she_gave_it,
}
"""The buttons of cards and lists by what it takes to press them."""


def _number(detail: str) -> int:
    if not detail.isdecimal():
        raise NoLongerPossible(detail)
    return int(detail)


def replied(turn: Turn[MattersTransaction], person: Person, known: Known, inbound: Inbound) -> bool:
    """A reply to any message about a matter goes to the other side of it."""
    matter = at_its_elder(turn, turn.tx.matters.get(known.about.partition(":")[2]))
    refuse_files(turn, person, inbound)
    if not holds_something(inbound):
        return bool(inbound.media)
    saying = Saying.of(inbound, kept_media(inbound))
    if among_colleagues(turn, person, matter, known.key, saying):
        return True
    if person.id == matter.reporter_id and not known.key.startswith("card:"):
        if alarming(inbound) is not None and (matter.tier is Tier.DANGER or not matter.in_hand):
            return writing.danger(turn, person, inbound)
        if not its_word(turn, person, matter, inbound):
            from_resident(turn, person, matter, saying)
        return True
    takes_it = matter.state is State.WAITING and not helps(turn, person, matter)
    if not may_speak(turn, person, matter) or (takes_it and not may_have(turn, person, matter)):
        send(turn, person, phrase("core.not_yours"))
        return True
    if asked_colleagues(turn, person, inbound, matter.id):
        return True
    from_member(turn, person, matter, saying, to_her_alone=known.key.startswith("relay:"))
    return True


def edited(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """An edited message is taken over, in the draft or the matter that holds it; danger in it raises the alarm."""
    if alarming(inbound) is None:
        return drafts.edited(turn, person, inbound) or rewording.edited(turn, person, inbound)
    return rewording.edited(turn, person, inbound) or writing.danger(turn, person, _new_words(turn, person, inbound))


def _new_words(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> Inbound:
    """The draft that holds the message comes to the front, so that it is filed with it."""
    for dialog in drafts.holding(turn, person, inbound.handle):
        turn.tx.dialogs.save(replace(dialog, front=True))
    return inbound
