"""Lead and helper talk with each other through the bot: a reply to what one of them said goes to that one alone."""

from __future__ import annotations

from domain.duty.helping import HelpState
from domain.errors import NotFound
from domain.matters.matter import Matter
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import card_key
from handlers.matters.help_words import COLLEAGUE
from handlers.matters.ports import MattersTransaction
from handlers.matters.talking import Saying, content_of, pass_to_colleague
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn


def among_colleagues(
    turn: Turn[MattersTransaction], person: Person, matter: Matter, answered: str, saying: Saying
) -> bool:
    """Whether the message answered, by its key, is one between colleagues; then the words have gone to the other."""
    other_id = _other(turn, person, matter, answered)
    if not other_id or not _together(turn, matter, person.id, other_id):
        return False
    other = turn.tx.people.get(other_id)
    content = content_of(turn, matter, COLLEAGUE, person, saying)
    tell(turn, matter.subject, "ColleagueTold", by=person.id, content=content, to=other_id)
    arrived = pass_to_colleague(turn, person, other, matter, content, under=card_key(matter, other))
    key = "talk.passed" if arrived else "help.not_passed"
    words = phrase(key, to=owner_name(other), desk=turn.house.contacts.desk)
    send(turn, person, words, about=matter.subject, silent=True)
    return True


def _other(turn: Turn[MattersTransaction], person: Person, matter: Matter, answered: str) -> str:
    """Whose message it is; "" for one that is not between colleagues."""
    sort, _, rest = answered.partition(":")
    if sort == "help":
        return matter.owner_id
    if sort == "helped":
        return rest.partition(":")[2]
    if sort != "relay":
        return ""
    try:
        by = turn.tx.contents.get(rest).by
    except NotFound:
        return ""
    return by if by not in (person.id, matter.reporter_id) else ""


def _together(turn: Turn[MattersTransaction], matter: Matter, one: str, other: str) -> bool:
    """One of them has it, the other was asked to help and has not said no; both serve."""
    helper = turn.tx.helpers.get(matter.id, other if one == matter.owner_id else one)
    lead = matter.owner_id in (one, other)
    return lead and helper is not None and helper.state is not HelpState.DECLINED and one != matter.reporter_id
