"""换次序: who is asked first here, and who then."""

from __future__ import annotations

from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script
from handlers.matters.assigning import owner_name
from handlers.questions import until_read
from handlers.roster.asking import agreed, order_said
from handlers.roster.changing import Plan
from handlers.roster.finishing import done
from handlers.roster.ports import RosterTransaction
from handlers.roster.ranks import counted
from handlers.roster.scope import area_in_scope, people_of
from handlers.texts.say import Named
from handlers.turn import Turn


def ask_order(turn: Turn[RosterTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """One tap puts somebody first; any other order is typed as numbers. Ends in a Plan or None."""
    area = area_in_scope(turn, person, dialog.subject)
    posts = people_of(turn, area.id)
    names = [owner_name(turn.tx.people.get(post.person_id)) for post in posts]
    options = [
        Option(_first(n, len(posts)), phrase("roster.order_first", member=name))
        for n, name in enumerate(names, 1)
        if n > 1
    ]
    lines = [phrase("roster.line", n=n, member=name) for n, name in enumerate(names, 1)]
    words = phrase("roster.order", area=Named(area.name, area.name_en))
    said = yield from until_read(
        "order", words, lambda given: order_said(given, len(posts)), phrase("roster.order_wrong"), options, below=lines
    )
    changed, told = counted(turn, area, [posts[int(number) - 1] for number in said.split()])
    return (yield from agreed(turn, Plan("rank", told, changed))) if changed else None


def _first(n: int, of: int) -> str:
    return " ".join(map(str, [n, *(other for other in range(1, of + 1) if other != n)]))


def order(turn: Turn[RosterTransaction], person: Person, dialog: OpenDialog, plan: Plan | None) -> None:
    """Raises NotAllowed."""
    done(turn, person, plan)


ORDER = Script("roster_order", ask_order, order, calm=True)
