"""Opening the chat: the short notice of who sees what, the place of a scanned poster, the language, the help page."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import Inbound, Keys
from domain.people.person import Person, Role
from domain.phrases import Phrase, phrase
from handlers.keyboard import lasting_keys
from handlers.people.menu import set_menu
from handlers.ports import Transaction
from handlers.roles import holds
from handlers.speaking import Strong, Tap, send
from handlers.texts.say import Named
from handlers.turn import Turn

LANGUAGES = ("zh", "en")


def greeted(turn: Turn[Transaction], person: Person, scene: str) -> None:
    """`/start`: plain, or with a talk point's code (its place and grid are then known)."""
    point = turn.tx.areas.talk_point(scene) if scene else None
    if point is not None:
        grid = turn.tx.areas.tree().grid_of(point.area_id)
        person = replace(person, spot_grid=grid, spot_label=point.called(person.language))
        hello = phrase("welcome.hello_at", place=Named(point.name, point.name_en))
    else:
        hello = phrase("welcome.back" if person.welcomed else "welcome.hello")
    turn.tx.people.save(replace(person, welcomed=True))
    send(turn, person, hello, Keys(lasting_keys(turn, person)), purpose="welcome")
    if not person.welcomed:
        other = "en" if person.language == "zh" else "zh"
        taps = ((Tap(phrase("language.other"), other),),)
        send(
            turn,
            person,
            phrase("welcome.privacy", desk=turn.house.contacts.desk),
            taps=taps,
            prompt="lang:",
            key="privacy",
            silent=True,
        )
    set_menu(turn, person)


def language_pressed(turn: Turn[Transaction], person: Person, subject: str, value: str, inbound: Inbound) -> None:
    if value in LANGUAGES:
        set_language(turn, person, value)


def language(turn: Turn[Transaction], person: Person, inbound: Inbound, rest: str) -> None:
    """/language zh, or alone: the other one."""
    wanted = {"中文": "zh", "zh": "zh", "en": "en", "english": "en"}.get((rest or inbound.text).strip().casefold())
    set_language(turn, person, wanted or ("en" if person.language == "zh" else "zh"))


def set_language(turn: Turn[Transaction], person: Person, value: str) -> None:
    person = replace(person, language=value)
    turn.tx.people.save(person)
    send(turn, person, phrase("language.set"), Keys(lasting_keys(turn, person)))
    set_menu(turn, person)


def help_page(turn: Turn[Transaction], person: Person, inbound: Inbound, rest: str) -> None:
    """One screen for the roles the person holds, daily things on top, a telephone at the end."""
    lines: list[Phrase | Strong] = []
    if holds(turn, person, Role.COORDINATOR):
        lines += [Strong(phrase("help.desk_title")), phrase("help.desk")]
    if holds(turn, person, Role.MEMBER):
        lines += [Strong(phrase("help.member_title")), phrase("help.member")]
    lines += [
        Strong(phrase("help.resident_title")),
        phrase("help.resident"),
        phrase("help.telephone", desk=turn.house.contacts.desk),
    ]
    send(turn, person, *lines, Keys(lasting_keys(turn, person)))
