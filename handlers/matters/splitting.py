"""这是两件事: a member or the desk takes a second matter out of a resident's words; each goes its own way."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.matters.accusing import kind_about_person
from domain.matters.draft import Draft, Said
from domain.matters.kinds import OTHER, clear, likely_kinds, private
from domain.matters.matter import Matter
from domain.matters.parts import pieces_of
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question, Script
from handlers.matters.cards import what_of
from handlers.matters.command import FileMatter, line_of
from handlers.matters.filing import file_matter
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_read, must_work_on
from handlers.matters.unsplitting import note_split
from handlers.telling import tell
from handlers.turn import Turn

MOST, SHOWN, LONGEST = 6, 24, 300
OWN_ROLES = ("report", "word", "complaint")


def may_be_split(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """As long as somebody has it in hand; not by who may not read it."""
    return matter.in_hand and not matter.joined and may_read(turn, person, matter)


def ask_words(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the words of the second matter: one of her own pieces, or a line typed."""
    matter = turn.tx.matters.get(dialog.subject)
    pieces = _pieces(turn, matter)
    options = tuple(Option(piece, piece if len(piece) <= SHOWN else piece[: SHOWN - 1] + "…") for piece in pieces)
    return (
        yield Question(
            "words",
            (phrase("split.which", no=matter.number),),
            options,
            read=lambda given: given.text[:LONGEST] or None,
        )
    )


def _pieces(turn: Turn[MattersTransaction], matter: Matter) -> list[str]:
    """The clauses of what she said, the later ones first: what was said last is most often the second thing."""
    said = [c.text for c in turn.tx.contents.of(matter.subject) if c.by == matter.reporter_id and c.role in OWN_ROLES]
    found = [piece for text in reversed(said) for piece in reversed(pieces_of(text)) if len(piece) > 1]
    return list(dict.fromkeys(found))[:MOST]


def split(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, words: str) -> None:
    """The second has a number, kind and clocks of its own; the resident is told once. Raises NotAllowed."""
    matter = turn.tx.matters.get(dialog.subject)
    must_work_on(turn, person, matter)
    if not may_be_split(turn, person, matter):
        raise NoLongerPossible(matter.id)
    matter = _without(turn, matter, words)
    second = file_matter(turn, turn.tx.people.get(matter.reporter_id), _second(turn, matter, words))
    tell(turn, matter.subject, "MatterSplit", by=person.id, into=second.id)
    note_split(turn, person, matter, second)


def _without(turn: Turn[MattersTransaction], matter: Matter, words: str) -> Matter:
    """The first one's line no longer says what is the second one's."""
    said = "，".join(piece for piece in reversed(_pieces(turn, matter)) if piece != words)
    line = line_of(said, matter.spot.label) if words in _pieces(turn, matter) and said else matter.what
    left = replace(matter, what="" if private(matter) else line)
    turn.tx.matters.save(left)
    return left


def _second(turn: Turn[MattersTransaction], matter: Matter, words: str) -> FileMatter:
    about_person = kind_about_person(words)
    kind = about_person or clear(likely_kinds(words)) or OTHER
    tier = matter.tier if about_person and matter.wish else turn.house.practice.tier_of(kind, turn.today)
    draft = Draft(matter.sent_at, turn.now, (Said("", words),), on_behalf_of=matter.on_behalf_of)
    what = "" if about_person else line_of(words, matter.spot.label)
    wish = matter.wish if about_person else type(matter.wish).NONE
    return FileMatter(draft, kind, tier, matter.spot, what, matter.anonymous, wish=wish, split_from=matter.id)


SPLIT_IN_TWO = Script("split", ask_words, split)


def split_receipt(turn: Turn[MattersTransaction], second: Matter, first_id: str) -> Phrase:
    """What the resident hears, once, of both."""
    first = turn.tx.matters.get(first_id)
    return phrase("split.told", no=first.number, what=what_of(first), no2=second.number, what2=what_of(second))
