"""A resident's photograph for neighbours who report the same: shown only after her yes, which is one tap."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.matters.matter import Matter
from domain.messages import Op, Reply
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.cards import prompt_of, resident_key
from handlers.matters.metoo_words import first_photo
from handlers.matters.ports import MattersTransaction
from handlers.speaking import Tap, send, voice_of
from handlers.telling import tell
from handlers.turn import Turn


def _key(matter: Matter) -> str:
    return f"photo:{matter.id}"


def ask_for_photo(turn: Turn[MattersTransaction], lead: Matter) -> None:
    """Once, when the first neighbour joins; it rings nobody."""
    if lead.photo_shown or first_photo(turn, lead) is None:
        return
    resident = turn.tx.people.get(lead.reporter_id)
    taps = ((Tap(phrase("metoo.photo_yes"), "photo:yes"), Tap(phrase("metoo.photo_no"), "photo:no")),)
    send(
        turn, resident, phrase("metoo.photo"), taps=taps, prompt=prompt_of(lead), key=_key(lead), dedupe=_key(lead),
        about=lead.subject, reply_to=resident_key(lead, resident), silent=True,
    )  # fmt: skip


def photo_answered(turn: Turn[MattersTransaction], person: Person, matter: Matter, answer: str) -> Reply:
    """The last answer counts, as long as she can tap. Raises NoLongerPossible."""
    if answer not in ("yes", "no"):
        raise NoLongerPossible(answer)
    turn.tx.matters.save(replace(matter, photo_shown=answer == "yes"))
    if answer == "yes":
        tell(turn, matter.subject, "PhotoAllowed", by=person.id)
    words = phrase(f"metoo.photo_said_{answer}")
    send(turn, person, words, op=Op.UPDATE, key=_key(matter), about=matter.subject)
    return Reply(voice_of(turn, person).say(words))
