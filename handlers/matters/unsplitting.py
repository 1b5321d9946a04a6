"""It was one matter after all: whoever took the second out puts it back within two minutes, as if it had not been."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import NoLongerPossible, NotAllowed
from domain.events import Event
from domain.matters.matter import Act, Cause, Matter, State, Tier
from domain.messages import Op, Reply
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.cards import prompt_of, what_of
from handlers.matters.ports import MattersTransaction
from handlers.matters.rewording import TAKE_BACK_FOR
from handlers.matters.talking import line_as_it_is
from handlers.speaking import Tap, send, voice_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

ADDED = ("word", "photo")
"""What the resident said of the second since; the words with which it was taken out are the first one's already."""


def note_split(turn: Turn[MattersTransaction], person: Person, first: Matter, second: Matter) -> None:
    """For whoever took it out, with the way back."""
    done = phrase("split.done", no=first.number, no2=second.number, what2=what_of(second))
    taps = ((Tap(phrase("split.back"), "one"),),)
    send(
        turn, person, done, taps=taps, prompt=prompt_of(second), key=_key(second), about=second.subject, silent=True
    )  # fmt: skip


def one_again(turn: Turn[MattersTransaction], person: Person, second: Matter) -> Reply | None:
    """As long as nobody has taken it. Raises NotAllowed, NotFound, NoLongerPossible."""
    first = turn.tx.matters.get(_taken_from(turn, second))
    done = _split_of(turn, first, second)
    if done.by != person.id:
        raise NotAllowed(f"{person.id} on the split of {first.id}")
    if turn.now > done.at + TAKE_BACK_FOR:
        words = phrase("split.too_late", no=second.number)
        send(turn, person, words, op=Op.UPDATE, key=_key(second), about=second.subject)
        return Reply(voice_of(turn, person).say(words))
    if second.state is not State.WAITING or second.joined or second.tier is Tier.DANGER or not first.in_hand:
        raise NoLongerPossible(second.id)
    _put_back(turn, person, first, second)
    words = phrase("split.undone", no=second.number, into=first.number)
    send(turn, person, words, op=Op.UPDATE, key=_key(second), about=first.subject)
    return Reply(voice_of(turn, person).say(words))


def _put_back(turn: Turn[MattersTransaction], person: Person, first: Matter, second: Matter) -> None:
    closed = second.after(Act.CLOSE, cause=Cause.JOINED, into_id=first.id, closed_at=turn.now, turn=second.turn + 1)
    turn.tx.matters.save(closed.after(Act.ANNOUNCE).after(Act.LAPSE, ended_at=turn.now))
    turn.tx.matters.save(replace(first, what=line_as_it_is(turn, first)))
    for said in turn.tx.contents.of(second.subject):
        if said.by == second.reporter_id and said.role in ADDED and (said.text or said.media):
            content = new_content(turn, first.subject, "word", said.by, text=said.text, media=said.media)
            tell(turn, first.subject, "WordAdded", by=said.by, content=content, united=second.id)
    tell(turn, second.subject, "MattersUnited", by=person.id, into=first.id, undone=True)
    tell(turn, first.subject, "SplitUndone", by=person.id, of=second.id)
    turn.tx.asked.clear(second.id)


def _taken_from(turn: Turn[MattersTransaction], second: Matter) -> str:
    filed = next(event for event in turn.tx.events.of(second.subject) if event.type == "MatterFiled")
    return str(filed.facts.get("split_from", ""))


def _split_of(turn: Turn[MattersTransaction], first: Matter, second: Matter) -> Event:
    events = turn.tx.events.of(first.subject)
    return next(event for event in events if event.type == "MatterSplit" and event.facts["into"] == second.id)


def _key(second: Matter) -> str:
    return f"split:{second.id}"
