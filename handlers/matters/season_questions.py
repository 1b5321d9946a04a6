"""A season's questions, asked after filing and only where her words have not answered them; none has to be answered."""

from __future__ import annotations

from datetime import timedelta

from domain.errors import NoLongerPossible
from domain.events import Event
from domain.matters.matter import Matter, Tier
from domain.matters.seasons import SCOPE, Pack
from domain.matters.warmth import band_of, degrees_in, scope_in
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, begin
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of
from handlers.matters.clocks import matter_of
from handlers.matters.ports import MattersTransaction
from handlers.matters.season_answers import answers, offered, pack_for, record
from handlers.speaking import send
from handlers.turn import Turn

FRESH_FOR = timedelta(hours=12)
"""How long after filing a question may still be answered; it is then nobody's question any more."""


def heard(turn: Turn[MattersTransaction], event: Event) -> None:
    """What her words say already is kept before the card goes out with it."""
    matter = matter_of(turn, event.subject)
    pack = _asks(turn, matter)
    if pack is None:
        return
    contents = turn.tx.contents.of(matter.subject)
    words = " ".join(content.text for content in contents if content.by == matter.reporter_id)
    for question in pack.questions:
        if said := said_in(pack, question, words):
            record(turn, matter, pack, question, said, heard=True)


def after_filing(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """What her words do not say is asked, one question after the other; of whoever joins a neighbour too."""
    pack = _asks(turn, matter)
    if pack is None or matter.tier is Tier.DANGER:
        return
    known = answers(turn, matter)
    _ask_next(turn, person, matter, [question for question in pack.questions if question not in known])


def _asks(turn: Turn[MattersTransaction], matter: Matter) -> Pack | None:
    """The season whose questions concern it; none for what waits for the end of a known trouble: that is known."""
    return pack_for(turn, matter) if matter.follows or not matter.joined else None


def said_in(pack: Pack, question: str, words: str, *, asked: bool = False) -> str:
    """The answer that some words hold, as a code; "" for none."""
    if question == SCOPE:
        return scope_in(words)
    degrees = degrees_in(words, asked=asked)
    return "" if degrees is None else band_of(degrees, pack.threshold)


def _ask_next(turn: Turn[MattersTransaction], person: Person, matter: Matter, left: list[str]) -> None:
    if left:
        begin(turn, person, SEASON, subject=matter.id, draft={"left": " ".join(left)})


def ask_one(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the answer to the first question that is left. Raises NoLongerPossible when it has become idle."""
    matter = turn.tx.matters.get(dialog.subject)
    pack = pack_for(turn, matter)
    if pack is None or not matter.in_hand or turn.now - matter.filed_at > FRESH_FOR:
        raise NoLongerPossible(f"season of {matter.id}")
    question, joined = _left(dialog)[0], bool(matter.follows)
    key = "season.ask_scope_joined" if joined and question == SCOPE else f"season.ask_{question}"
    member = owner_name(owner_of(turn, matter))
    return (
        yield Question(
            question, (phrase(key, member=member),),
            tuple(Option(code, label) for code, label in offered(pack, question, joined=joined)),
            rows=(2,), means=lambda words: said_in(pack, question, words, asked=True) or None,
        )
    )  # fmt: skip


def keep(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, said: str) -> None:
    """Each answer is kept as it is given, so that what was said stays said when the next is left open."""
    matter, left = turn.tx.matters.get(dialog.subject), _left(dialog)
    pack = pack_for(turn, matter)
    assert pack is not None
    record(turn, matter, pack, left[0], said)
    _ask_next(turn, person, matter, left[1:])
    if not left[1:]:
        send(turn, person, phrase("season.noted", member=owner_name(owner_of(turn, matter))), silent=True)


def _left(dialog: OpenDialog) -> list[str]:
    return str(dialog.draft["left"]).split()


SEASON = Script("season", ask_one, keep)
