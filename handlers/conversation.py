"""Who gets an inbound when several could: the order is the body of `receive`.

duplicate → danger's advice (never ends the turn) → whoever floods or is muted is barred → deep link, leaving → command
or its word → press or reply → edit → a file that is known → a number below a list of ours → "who are you?" → danger
itself → a valid answer to the front dialog → media and words for its draft → what families make of free text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from domain.errors import NoLongerPossible, NotAllowed, NotFound
from domain.matters.greetings import asks_who, chosen_number
from domain.messages import (
    Choice,
    Edited,
    Inbound,
    Join,
    Leave,
    Reaction,
    Reply,
    ReplyTo,
)
from domain.open import Known, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import advance, answer, answer_anew, show_again, stands
from handlers.double_taps import remember_tap, tapped_twice
from handlers.family import Command, Family
from handlers.groups import answer_group
from handlers.names import taken_twice
from handlers.roles import holds
from handlers.speaking import send, voice_of
from handlers.turn import Turn


class Conversation:
    """The house's ear: built once from the list of families, holds no state of its own."""

    def __init__(self, families: Sequence[Family]) -> None:
        """Raises ValueError where two families have one name for the same use."""
        twice = taken_twice(families)
        if twice:
            raise ValueError("; ".join(twice))
        self._families = families
        self._scripts = {script.name: script for family in families for script in family.scripts}
        self._commands: dict[str, list[Command]] = {}
        for command in (command for family in families for command in family.commands):
            for word in (f"/{command.name}", *command.words):
                self._commands.setdefault(word.casefold(), []).append(command)

    def receive(self, turn: Turn[Any], inbound: Inbound) -> Reply | None:
        """Handles one inbound inside its transaction; the result answers a pressed button."""
        if not turn.tx.seen.first_time(inbound.address.channel, inbound.event_id, turn.now):
            return None
        if not inbound.private:
            answer_group(turn, inbound)
            return None
        person = self._person(turn, inbound)
        leave = inbound.part(Leave)
        if leave is not None and not leave.back:
            self._left(turn, person, inbound)
            return None
        person = self._there(turn, person, inbound)
        return None if leave is not None else self._handle(turn, person, inbound)

    def _handle(self, turn: Turn[Any], person: Person, inbound: Inbound) -> Reply | None:
        command = self._command(turn, person, inbound)
        for family in self._families:
            if family.before is not None and (command is None or not command[0].calm):
                inbound = family.before(turn, person, inbound)
        if any(family.bars(turn, person, inbound) for family in self._families if family.bars is not None):
            return None
        join = inbound.part(Join)
        if join is not None:
            self._joined(turn, person, join.scene)
            return None
        if command is not None:
            command[0].run(turn, person, inbound, command[1])
            return None
        if self._unknown_command(turn, person, inbound):
            return None
        if inbound.part(Choice) is not None:
            return self._pressed(turn, person, inbound)
        if inbound.part(Reaction) is not None or self._replied(turn, person, inbound):
            return None
        if inbound.part(Edited) is not None:
            if not any(f.edited(turn, person, inbound) for f in self._families if f.edited is not None):
                self._answered_anew(turn, person, inbound)
            return None
        if inbound.media and any(f.files(turn, person, inbound) for f in self._families if f.files is not None):
            return None
        if chosen_number(inbound.text) is not None and self._brief(turn, person, inbound):
            return None
        front = turn.tx.dialogs.front(person.id)
        if asks_who(inbound.text) and not inbound.media:
            self._says_who(turn, person, front)
            return None
        if not self._urgent(turn, person, front, inbound) and (
            front is None or not self._answered(turn, person, front, inbound)
        ):
            if self._brief(turn, person, inbound):
                return None
            any(family.free(turn, person, inbound) for family in self._families if family.free is not None)
        return None

    def _joined(self, turn: Turn[Any], person: Person, scene: str) -> None:
        if any(family.joined(turn, person, scene) for family in self._families if family.joined is not None):
            return
        for family in self._families:
            if family.greets is not None:
                family.greets(turn, person, scene)

    def _answered_anew(self, turn: Turn[Any], person: Person, inbound: Inbound) -> None:
        for dialog in turn.tx.dialogs.of(person.id):
            script = self._scripts[dialog.script]
            if stands(turn, person, script, dialog) and answer_anew(turn, person, script, dialog, inbound):
                return

    def _says_who(self, turn: Turn[Any], person: Person, front: OpenDialog | None) -> None:
        """你是谁, 什么意思, 人工: who this is and where a human answers; an open question stays open below it."""
        words = phrase("small.who", desk=turn.house.contacts.desk)
        if front is None or self._dropped(turn, person, front):
            send(turn, person, words)
        else:
            advance(turn, person, self._scripts[front.script], front, lead=words)

    def _urgent(self, turn: Turn[Any], person: Person, front: OpenDialog | None, inbound: Inbound) -> bool:
        """Danger is heard before an answer, unless the question speaks of a matter that somebody has already."""
        if front is not None and self._scripts[front.script].calm:
            return False
        return any(family.urgent(turn, person, inbound) for family in self._families if family.urgent is not None)

    def _person(self, turn: Turn[Any], inbound: Inbound) -> Person:
        known: Person | None = turn.tx.people.at(inbound.address)
        if known is not None:
            return known
        language = "zh" if not inbound.language or inbound.language.startswith("zh") else "en"
        person = Person(turn.tx.new_id(), inbound.name, language=language)
        turn.tx.people.save(person)
        turn.tx.people.bind(person.id, inbound.address)
        stored: Person = turn.tx.people.get(person.id)
        return stored

    def _left(self, turn: Turn[Any], person: Person, inbound: Inbound) -> None:
        if turn.tx.people.block(inbound.address, True):
            for family in self._families:
                if family.left is not None:
                    family.left(turn, person)

    def _there(self, turn: Turn[Any], person: Person, inbound: Inbound) -> Person:
        """Whoever writes can be reached; the families hear of it when that is news."""
        turn.tx.people.block(inbound.address, False)
        if person.reachable:
            return person
        there: Person = turn.tx.people.get(person.id)
        for family in self._families:
            if family.returned is not None:
                family.returned(turn, there)
        return there

    def _command(self, turn: Turn[Any], person: Person, inbound: Inbound) -> tuple[Command, str] | None:
        """The command that is meant, if it is one of this person's, and what follows it."""
        if inbound.part(Edited) is not None or inbound.media:
            return None
        said = inbound.text.strip()
        head, rest = said, ""
        if said.startswith("/") or said.casefold() not in self._commands:
            head, rest = (*said.split(maxsplit=1), "", "")[:2]
        for command in self._commands.get(head.casefold(), ()):
            if rest and not (command.takes_words or said.startswith("/")):
                continue
            if command.role is None or holds(turn, person, command.role):
                return command, rest.strip()
        return None

    def _unknown_command(self, turn: Turn[Any], person: Person, inbound: Inbound) -> bool:
        said = inbound.text.strip()
        if not said.startswith("/") or inbound.part(Edited) is not None or inbound.media:
            return False
        send(turn, person, phrase("core.unknown_command", command=said.split(maxsplit=1)[0]))
        return True

    def _pressed(self, turn: Turn[Any], person: Person, inbound: Inbound) -> Reply | None:
        choice = inbound.part(Choice)
        assert choice is not None
        if choice.prompt.startswith("?"):
            return self._pressed_in_dialog(turn, person, choice.prompt, inbound)
        room, _, subject = choice.prompt.partition(":")
        for family in self._families:
            if room in family.presses:
                try:
                    with turn.tx.whole():
                        return family.presses[room](turn, person, subject, choice.value, inbound)
                except (NoLongerPossible, NotFound):
                    return self._stale(turn, person, family, subject)
                except NotAllowed:
                    return _not_yours(turn, person)
        return self._stale(turn, person)

    def _pressed_in_dialog(self, turn: Turn[Any], person: Person, prompt: str, inbound: Inbound) -> Reply | None:
        dialog = turn.tx.dialogs.by_prompt(person.id, prompt)
        if dialog is None:
            return None if tapped_twice(turn, person, inbound) else self._stale(turn, person)
        try:
            fits = answer(turn, person, self._scripts[dialog.script], dialog, inbound)
        except (NoLongerPossible, NotFound):
            return self._stale(turn, person)
        except NotAllowed:
            return _not_yours(turn, person)
        if not fits:
            return self._stale(turn, person)
        remember_tap(turn, person, inbound)
        return None

    def _stale(self, turn: Turn[Any], person: Person, family: Family | None = None, subject: str = "") -> Reply:
        """A button whose message is out of date: say so, and show how it stands (with `family`, its subject alone)."""
        words = phrase("core.stale")
        send(turn, person, words)
        front = turn.tx.dialogs.front(person.id)
        if family is not None and family.current is not None and subject:
            family.current(turn, person, subject)
        elif front is not None and not self._dropped(turn, person, front):
            show_again(turn, person, self._scripts[front.script], front)
        else:
            for each in self._families:
                if each.current is not None:
                    each.current(turn, person, "")
        return Reply(voice_of(turn, person).say(words))

    def _replied(self, turn: Turn[Any], person: Person, inbound: Inbound) -> bool:
        to = inbound.part(ReplyTo)
        known = turn.tx.handles.known(inbound.address, to.handle) if to is not None else None
        if known is not None:
            return bool(known.about) and self._told(turn, person, known, inbound)
        try:  # it arrived, and the house ended before it could write down under which handle: its buttons speak for it
            return to is not None and bool(to.prompt) and self._told(turn, person, Known("", to.prompt), inbound)
        except NotFound:
            return False

    def _told(self, turn: Turn[Any], person: Person, known: Known, inbound: Inbound) -> bool:
        room = known.about.partition(":")[0]
        return any(
            family.replies[room](turn, person, known, inbound) for family in self._families if room in family.replies
        )

    def _answered(self, turn: Turn[Any], person: Person, front: OpenDialog, inbound: Inbound) -> bool:
        """What was typed may end a dialog whose ground has moved on: that is said, and how it stands is shown.

        A question that can no longer be asked at all is nobody's: the words are taken as if it had not been there.
        """
        try:
            return answer(turn, person, self._scripts[front.script], front, inbound)
        except (NoLongerPossible, NotAllowed, NotFound) as error:
            if self._dropped(turn, person, front):
                return False
            if isinstance(error, NotAllowed):
                send(turn, person, phrase("core.not_yours"))
            else:
                self._stale(turn, person)
        return True

    def _brief(self, turn: Turn[Any], person: Person, inbound: Inbound) -> bool:
        """A word or a number typed below a message of ours instead of a tap on it."""
        if inbound.media or not 0 < len(inbound.text) <= BRIEF:
            return False
        last = turn.tx.handles.newest(inbound.address)
        return last is not None and any(
            family.brief(turn, person, inbound, last) for family in self._families if family.brief is not None
        )

    def _dropped(self, turn: Turn[Any], person: Person, dialog: OpenDialog) -> bool:
        """Puts away a dialog that can never be gone on with; else everything said would run against it."""
        if stands(turn, person, self._scripts[dialog.script], dialog):
            return False
        turn.tx.dialogs.drop(dialog)
        return True


BRIEF = 60
"""Letters of the longest line that may answer what stands last: a question in English, the names of who came."""


def _not_yours(turn: Turn[Any], person: Person) -> Reply:
    return Reply(voice_of(turn, person).say(phrase("core.not_yours")), alert=True)
