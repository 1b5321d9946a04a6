"""Who lives and serves in the demo, as the bot knows them, and what lies in their telephones when it opens."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.demo.people import NEWCOMER, PHONES, RESIDENTS, SPARE_ACCOUNTS
from domain.messages import Address, Keys, Op
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.explaining.stories.asking import show_to
from handlers.keyboard import lasting_keys
from handlers.matters.cards import show_resident
from handlers.matters.member_card import show_member
from handlers.matters.ports import MattersTransaction
from handlers.people.menu import set_menu
from handlers.speaking import Line, send
from handlers.turn import Turn
from storage.transaction import Transaction


def address(account: int) -> Address:
    return Address("telegram", str(account))


def settle(tx: Transaction, language: str) -> None:
    """Members have joined already, the residents of the past are known; the grandmother was never here."""
    for resident in (*RESIDENTS, NEWCOMER):
        name, name_en = resident.name
        known = resident is not NEWCOMER
        tx.people.save(Person(resident.id, name, language, name_en=name_en, welcomed=known))
        tx.people.bind(resident.id, address(resident.account))
    accounts = {phone.name[0]: phone.account for phone in PHONES}
    spare = iter(SPARE_ACCOUNTS)
    for area in sorted(tx.areas.tree().areas.values(), key=lambda area: area.id):
        for appointment in (found for role in Role for found in tx.roster.of_area(area.id, role)):
            person = tx.people.get(appointment.person_id)
            if not person.reachable:
                tx.people.bind(person.id, address(accounts.get(person.name) or next(spare)))
                tx.people.save(replace(person, language=language, welcomed=True))


def people_with_phones(tx: Transaction) -> list[tuple[Person, str]]:
    """Those whose telephone lies on the page, each with the role there."""
    found = [(tx.people.at(address(phone.account)), phone.role) for phone in PHONES]
    return [(person, role) for person, role in found if person is not None]


def ids_with_phones(tx: Transaction) -> set[str]:
    return {person.id for person, _ in people_with_phones(tx)}


def greet(turn: Turn[Any], tx: Transaction) -> None:
    """What everybody was told once, and the cards of what is open; nothing of it rings."""
    for person, role in people_with_phones(tx):
        if not person.welcomed:
            continue
        line: Line = phrase({"resident": "welcome.back", "desk": "help.desk"}.get(role, "help.member"))
        send(turn, person, line, Keys(lasting_keys(turn, person)), silent=True, purpose="welcome")
        set_menu(turn, person)
        show_cards(turn, person)
        for story in tx.stories.of_person(person.id):
            if story.waiting:
                show_to(turn, story, person)


def show_cards(turn: Turn[MattersTransaction], person: Person) -> None:
    """Her cards of open matters, brought up to date where she has them."""
    for matter in turn.tx.matters.of_reporter(person.id):
        if matter.open:
            show_resident(turn, matter, op=Op.UPDATE)
    for matter in turn.tx.matters.of_owner(person.id):
        show_member(turn, matter, person)
