"""What a matter's owner has asked its desk for: more time until the result, or a longer pause than is hers to begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.events import Content
from domain.matters.matter import Matter, State, Tier
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.accused import its_desk
from handlers.matters.assigning import owner_name
from handlers.matters.cards import prompt_of, what_of
from handlers.matters.clocks import reckoned
from handlers.matters.nagging import may_nag
from handlers.matters.owners import anybody
from handlers.matters.ports import MattersTransaction
from handlers.speaking import Rows, Tap, send
from handlers.telling import tell
from handlers.turn import Turn

RESULT, PAUSE = "result", "pause"


@dataclass(frozen=True, slots=True)
class Asked:
    """`what` is "result" or "pause", `why` what a pause is for, `line` her reason in words, kept under `words_id`.

    Each is "" where there is none, and the line when it was erased.
    """

    what: str
    until_at: datetime
    by: str
    why: str
    line: str
    words_id: str


def may_wait(matter: Matter) -> bool:
    """Whether more time is anything to speak of: somebody has it, and it is no danger, which waits for nothing."""
    return matter.state is State.TAKEN and not matter.joined and matter.tier is not Tier.DANGER


def wish_of(turn: Turn[MattersTransaction], matter: Matter) -> Asked | None:
    """The request that is open."""
    if matter.asks_until is None:
        return None
    event = next(e for e in reversed(turn.tx.events.of(matter.subject)) if e.type == "ExtensionAsked")
    line = turn.tx.contents.get(event.content_id).text if event.content_id else ""
    return Asked(
        str(event.facts["what"]), matter.asks_until, event.by, str(event.facts["why"]), line, event.content_id
    )  # fmt: skip


def ask_desk(
    turn: Turn[MattersTransaction],
    person: Person,
    matter: Matter,
    what: str,
    until: datetime,
    content: Content | None,
    why: str = "",
) -> None:
    """The desk gets it with two buttons; until it has decided everything is due as before. A later request counts."""
    said = until.isoformat()
    asking = reckoned(turn, matter, "ExtensionAsked", until=said)
    turn.tx.matters.save(asking)
    tell(turn, matter.subject, "ExtensionAsked", by=person.id, content=content, what=what, until=said, why=why)
    wish = wish_of(turn, asking)
    assert wish is not None
    to = next((other for other in its_desk(turn, matter) if other.id != person.id), None) or anybody(turn)
    send(
        turn, to, wish_line(turn, asking, wish), taps=wish_taps(asking), prompt=prompt_of(asking), key=wish_key(asking),
        about=matter.subject, purpose="question", silent=not may_nag(turn, to.id),
    )  # fmt: skip
    send(turn, person, phrase("extend.asked", no=matter.number, desk=owner_name(to)), about=matter.subject, silent=True)


def wish_line(turn: Turn[MattersTransaction], matter: Matter, wish: Asked) -> Phrase:
    """As the desk reads it."""
    reason = wish.line or phrase(f"pause.wait_{wish.why}" if wish.why else "told.erased")
    return phrase(
        f"extend.wish_{wish.what}", no=matter.number, what=what_of(matter), reason=reason, until=wish.until_at,
        member=owner_name(turn.tx.people.get(wish.by)),
    )  # fmt: skip


def wish_taps(matter: Matter) -> Rows:
    """Each names the instant that it decides on: a request that was made anew since is not decided by an old button."""
    if matter.asks_until is None:
        return ()
    at = int(matter.asks_until.timestamp())
    return ((Tap(phrase("extend.yes"), f"grant:{at}"), Tap(phrase("extend.no"), f"refuse:{at}")),)


def is_open(matter: Matter, at: int) -> bool:
    return matter.asks_until is not None and int(matter.asks_until.timestamp()) == at


def wish_key(matter: Matter) -> str:
    """The desk's message with the request."""
    return f"wish:{matter.id}"
