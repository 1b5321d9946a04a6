"""The demo in the other language while it is played: whoever is in it, and the places as the district names them."""

from __future__ import annotations

from dataclasses import replace

from bot.demo.district import demo_district
from bot.demo.household import address, people_with_phones, show_cards
from bot.demo.people import LANGUAGES, NEWCOMER, PHONES, RESIDENTS, SPARE_ACCOUNTS
from domain.messages import Keys
from domain.people.person import Person
from domain.phrases import phrase
from handlers.keyboard import lasting_keys
from handlers.matters.ports import MattersTransaction
from handlers.people.menu import set_menu
from handlers.speaking import send
from handlers.turn import Turn
from storage.transaction import Transaction

MOST = 200
"""Matters of one person that are put into the other language; nobody in the demo reports more."""


def reword(tx: Transaction, language: str) -> None:
    """From now on everybody reads this language; what people have said stays as they said it."""
    places = _places(LANGUAGES.index(language))
    for person in _everybody(tx):
        label = places.get(person.spot_label, person.spot_label)
        tx.people.save(replace(person, language=language, spot_label=label))
        for matter in tx.matters.of_reporter(person.id, MOST):
            label = places.get(matter.spot.label, matter.spot.label)
            tx.matters.save(replace(matter, spot=replace(matter.spot, label=label)))


def say_so(turn: Turn[MattersTransaction], tx: Transaction) -> None:
    """In the middle of a play everybody gets the new language's keys, and the open cards in its words; no rings."""
    for person in (person for person, _ in people_with_phones(tx) if person.welcomed):
        send(turn, person, phrase("language.set"), Keys(lasting_keys(turn, person)), silent=True)
        set_menu(turn, person)
        show_cards(turn, person)


def _everybody(tx: Transaction) -> list[Person]:
    accounts = [*(phone.account for phone in PHONES), *(who.account for who in (*RESIDENTS, NEWCOMER)), *SPARE_ACCOUNTS]
    found = [tx.people.at(address(account)) for account in dict.fromkeys(accounts)]
    return [person for person in found if person is not None]


def _places(which: int) -> dict[str, str]:
    """From the names of areas and talk points in the other language to those in this one."""
    district = demo_district()
    named = [(area.name, area.name_en or area.name) for area in district.areas]
    named += [(point.name, point.name_en or point.name) for point in district.talk_points]
    return {names[1 - which]: names[which] for names in named}
