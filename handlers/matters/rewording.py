"""What was said is taken back within two minutes, or reworded: it goes or changes wherever it was heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.events import Content
from domain.matters.matter import Matter, State
from domain.messages import Inbound, Op, Reply
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import owner_name, resident_name
from handlers.matters.cards import owner_of, what_of
from handlers.matters.help_words import COLLEAGUE
from handlers.matters.member_card import show_member
from handlers.matters.metoo_words import for_all
from handlers.matters.owners import who_hears
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_work_on
from handlers.matters.talking import alarmed, line_as_it_is, passed_key, relay_key
from handlers.speaking import send, voice_of
from handlers.speaking import take_back as unsend
from handlers.telling import tell
from handlers.turn import Turn

TAKE_BACK_FOR = timedelta(minutes=2)


def take_back(turn: Turn[MattersTransaction], person: Person, matter: Matter, content_id: str) -> Reply | None:
    """撤回: the message disappears on the other side; after two minutes it is too late, and that is said."""
    content = turn.tx.contents.get(content_id)
    voice = voice_of(turn, person)
    if content.by != person.id or content.subject != matter.subject:
        return None
    if turn.now > content.at + TAKE_BACK_FOR or not (content.text or content.media):
        send(turn, person, phrase("talk.too_late"), op=Op.UPDATE, key=passed_key(content.id), about=matter.subject)
        return Reply(voice.say(phrase("talk.too_late")))
    other = who_hears(turn, matter) if person.id == matter.reporter_id else turn.tx.people.get(matter.reporter_id)
    unsend(turn, other, relay_key(content.id))
    for also in (*_neighbours(turn, matter, content), *_colleagues(turn, matter, content)):
        _unsay(turn, also, relay_key(content.id))
    turn.tx.contents.save(replace(content, text="", media=()))
    tell(turn, matter.subject, "WordTakenBack", by=person.id)
    send(turn, person, phrase("talk.taken_back"), op=Op.UPDATE, key=passed_key(content.id), about=matter.subject)
    if may_work_on(turn, other, matter):
        show_member(turn, matter, other)
    return Reply(voice.say(phrase("talk.taken_back")))


def _say_reworded(turn: Turn[MattersTransaction], person: Person, before: Matter, matter: Matter) -> None:
    """Her card changes without a sound; who has it in hand already reads once that it says something else now."""
    if matter.state is State.TAKEN and matter.what != before.what and matter.owner_id != person.id:
        words = phrase("member.reworded", no=matter.number, what=what_of(matter))
        dedupe = f"reworded:{matter.id}"
        send(turn, owner_of(turn, matter), words, about=matter.subject, silent=True, dedupe=dedupe)


def edited(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """An edited message: the words kept with the matter change, its line on the cards, and what was passed on."""
    content = turn.tx.contents.by_handle(person.id, inbound.handle)
    if content is None or not content.subject.startswith("matter:") or not inbound.text:
        return False
    content = replace(content, text=inbound.text)
    matter = turn.tx.matters.get(content.subject.partition(":")[2])
    turn.tx.contents.save(content)
    if content.role == "report" and matter.in_hand:
        reworded = replace(matter, what=line_as_it_is(turn, matter))
        turn.tx.matters.save(reworded)
        _say_reworded(turn, person, matter, reworded)
    tell(turn, matter.subject, "WordEdited", by=person.id, words=content.id, commitment=content.commitment())
    if person.id == matter.reporter_id:
        matter = alarmed(turn, person, turn.tx.matters.get(matter.id), inbound.text)
    if content.role == "word":
        told = [who_hears(turn, matter), *_colleagues_told(turn, matter, content)]
        words = phrase(
            "talk.from_resident",
            resident=resident_name(turn, matter),
            no=matter.number,
            what=what_of(matter),
            line=content.text,
        )
        for to in dict.fromkeys(told):
            send(turn, to, words, op=Op.UPDATE, key=relay_key(content.id), about=matter.subject, silent=True)
    elif content.role == "progress":
        resident = turn.tx.people.get(matter.reporter_id)
        words = phrase("talk.from_member", member=owner_name(person), line=content.text)
        send(turn, resident, words, op=Op.UPDATE, key=relay_key(content.id), about=matter.subject, silent=True)
        for neighbour in _neighbours_told(turn, matter, content):
            if for_all(turn, matter, content.text):
                send(turn, neighbour, words, op=Op.UPDATE, key=relay_key(content.id), silent=True)
            else:
                unsend(turn, neighbour, relay_key(content.id))
    if content.role in ("progress", COLLEAGUE):
        said = phrase("help.colleague", who=owner_name(person), no=matter.number, line=content.text)
        for to in _colleagues_told(turn, matter, content):
            send(turn, to, said, op=Op.UPDATE, key=relay_key(content.id), about=matter.subject, silent=True)
    return True


# ---- who else has heard it ----------------------------------------------------------------------------------------


def _colleagues_told(turn: Turn[MattersTransaction], matter: Matter, content: Content) -> list[Person]:
    """Lead and helpers to whom these words have gone."""
    return [each for each in _colleagues(turn, matter, content) if _has(turn, each, relay_key(content.id))]


def _colleagues(turn: Turn[MattersTransaction], matter: Matter, content: Content) -> list[Person]:
    ids = [matter.owner_id, *(helper.person_id for helper in turn.tx.helpers.of(matter.id))]
    return [turn.tx.people.get(id) for id in dict.fromkeys(ids) if id != content.by]


def _neighbours_told(turn: Turn[MattersTransaction], matter: Matter, content: Content) -> list[Person]:
    """Residents of the matters that wait with this one to whom these words have gone."""
    return [each for each in _neighbours(turn, matter, content) if _has(turn, each, relay_key(content.id))]


def _neighbours(turn: Turn[MattersTransaction], matter: Matter, content: Content) -> list[Person]:
    waiting = turn.tx.supporters.of(matter.id) if content.role == "progress" else ()
    return [turn.tx.people.get(each.reporter_id) for each in waiting]


def _has(turn: Turn[MattersTransaction], person: Person, key: str) -> bool:
    return any(turn.tx.handles.handle(address, key) for address in turn.tx.people.addresses(person.id))


def _unsay(turn: Turn[MattersTransaction], person: Person, key: str) -> None:
    """Of somebody who may never have been sent it."""
    if _has(turn, person, key):
        unsend(turn, person, key)
    else:
        for address in turn.tx.people.addresses(person.id):
            turn.tx.outbox.cancel(address, key)
