"""The platform's own command menu of one chat follows the person's roles and language."""

from __future__ import annotations

from domain.people.person import Person, Role
from handlers.ports import Transaction
from handlers.roles import holds
from handlers.turn import Turn

MENU = "menu"


def set_menu(turn: Turn[Transaction], person: Person) -> None:
    """Asks for the menu to be set once the transaction is through."""
    roles = ",".join(role.value for role in Role if holds(turn, person, role))
    for address in turn.tx.people.addresses(person.id):
        args = {"channel": address.channel, "account": address.account, "roles": roles, "language": person.language}
        turn.tx.work.add(MENU, f"person:{person.id}", args)
