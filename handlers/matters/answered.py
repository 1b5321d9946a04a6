"""Before a matter is filed: what another family knows may answer her already, and then nothing need be filed."""

from __future__ import annotations

from typing import Any

from domain.matters.draft import Draft
from domain.matters.kinds import KINDS
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking
from handlers.matters.assigning import owner_name
from handlers.matters.owners import About, first_owner
from handlers.matters.places import Whereabouts
from handlers.turn import Asked, Turn

ANSWERS = "answers"
"""What a draft keeps of what was found for it."""
NOT_FOUND = "-"
"""Begins what is kept of a question that was looked for elsewhere; what was shown and did not answer it follows."""


def looked(turn: Turn[Any], person: Person, draft: Draft) -> dict[str, str]:
    """Only plain words of her own are looked for."""
    if turn.house.answers is None or not draft.words or draft.media or draft.location or draft.on_behalf_of:
        return {}
    found = turn.house.answers.look(turn, person, draft)
    return {ANSWERS: found} if found else {}


def answered(turn: Turn[Any], person: Person, dialog: OpenDialog, draft: Draft) -> Asking:
    """Ends in an Asked; in None where there was nothing to be shown."""
    found = str(dialog.draft.get(ANSWERS) or "")
    if found.startswith(NOT_FOUND):
        return Asked(found.removeprefix(NOT_FOUND), helped=False)
    if not found or turn.house.answers is None:
        return None
    return (yield from turn.house.answers.ask(turn, person, found, hand_on(turn, person, draft)))


def hand_on(turn: Turn[Any], person: Person, draft: Draft) -> Phrase:
    """Words the button that files it: with the name of who will have it, as far as the place is known."""
    spot = Whereabouts(turn, person).known(draft)
    if spot is None:
        return phrase("found.to_somebody")
    owner = first_owner(turn, About(spot, "enquiry", KINDS["enquiry"].tier, person.id)).person
    return phrase("found.to_member", member=owner_name(owner))


def with_more(draft: Draft, asked: Asked) -> Draft:
    return draft.with_words("", asked.more, draft.last_at) if asked.more else draft


def heard(turn: Turn[Any], person: Person, shown: str, matter_id: str) -> None:
    """What came of what was shown to her."""
    if turn.house.answers is not None:
        turn.house.answers.done(turn, person, shown, matter_id)
