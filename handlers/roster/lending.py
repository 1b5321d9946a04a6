"""单位资源: what somebody or her employer lends, written down in one line."""

from __future__ import annotations

from domain.people.person import Person, Resource
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question
from handlers.matters.assigning import owner_name
from handlers.questions import typed
from handlers.roster.changing import Plan
from handlers.roster.naming import parts
from handlers.roster.person_page import lent_words
from handlers.roster.ports import RosterTransaction
from handlers.turn import Turn

FIELDS = 4
LONGEST = 60
MOST = 6


def ask_lent(turn: Turn[RosterTransaction], person: Person, whom: Person) -> Asking:
    """One more, written as "what, whose, how much, when", or one tap takes one off."""
    lent = turn.tx.resources.of(whom.id)
    options = [Option(f"-{each.id}", phrase("roster.lent_off", what=each.what)) for each in lent[:MOST]]
    said = yield Question(
        "lent", (phrase("roster.ask_lent", member=owner_name(whom)),), tuple(options),
        typed(lambda words: "+" + "，".join(parts(words)[:FIELDS]) if parts(words) else None), lambda value: True,
    )  # fmt: skip
    if said.startswith("-"):
        taken = next((each for each in lent if each.id == said[1:]), None)
        if taken is None:
            return None
        line = phrase("roster.line_lent_off", member=owner_name(whom), what=lent_words(taken))
        return Plan("resources", {whom.id: line}, taken_off=(taken,))
    what, unit, how_much, free_when = (*(part[:LONGEST] for part in parts(said[1:])), "", "", "", "")[:FIELDS]
    resource = Resource(turn.tx.new_id(), whom.id, what, unit, how_much, free_when)
    line = phrase("roster.line_lent", member=owner_name(whom), what=lent_words(resource))
    return Plan("resources", {whom.id: line}, lent=(resource,))
