"""我的资料: what there is of her, a copy of it, and having it erased."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.messages import Inbound, Media
from domain.people.numbers import masked
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.safety import erasing
from handlers.safety.ports import SafetyTransaction
from handlers.speaking import Rows, Tap, send, take_back
from handlers.telling import tell
from handlers.texts.say import Day
from handlers.turn import Turn

COPY = "copy_of_hers"
"""The kind of work that makes it."""
AGAIN = timedelta(hours=1)
MOST = 10_000


def me(turn: Turn[SafetyTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """One screen, with what she can do."""
    lines = [what_there_is(turn, person)]
    waiting = turn.tx.erasing.of(person.id)
    copy = Tap(phrase("me.tap_copy"), "copy")
    taps: Rows = ((copy, Tap(phrase("me.tap_erase"), "erase")),)
    if waiting is not None:
        lines.append(phrase("me.until", until=waiting.due_at))
        taps = ((copy,), *erasing.keep_taps())
    send(turn, person, *lines, taps=taps, prompt=erasing.PROMPT)


def what_there_is(turn: Turn[SafetyTransaction], person: Person) -> Phrase:
    held = turn.tx.erasing.holding(person.id)
    phone = masked(person.phone) if person.phone else phrase("kept.no_phone")
    if held.since is None:
        return phrase("me.little", name=person.name, phone=phone)
    since = Day(held.since.astimezone(turn.house.zone).date())
    return phrase(
        "me.what", name=person.name, phone=phone, n=held.matters, since=since, words=held.words, media=held.media
    )


def pressed(turn: Turn[SafetyTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> None:
    match value:
        case "copy":
            copy(turn, person)
        case "erase":
            erasing.ask(turn, person)
        case "erase_yes":
            erasing.agreed(turn, person)
        case "keep" | "erase_no" if turn.tx.erasing.of(person.id) is not None or value == "erase_no":
            erasing.keep(turn, person)
        case _:
            me(turn, person, inbound, "")


def erase_command(turn: Turn[SafetyTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    erasing.ask(turn, person)


def copy_command(turn: Turn[SafetyTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    copy(turn, person)


# ---- a copy --------------------------------------------------------------------------------------------------------


def copy(turn: Turn[SafetyTransaction], person: Person) -> None:
    """Made beside the turns; one an hour, because the last one still stands above."""
    name = f"copied:{person.id}"
    last = turn.tx.notes.get(name)
    if last and turn.now - datetime.fromisoformat(last) < AGAIN:
        again = datetime.fromisoformat(last) + AGAIN
        send(turn, person, phrase("me.copy_again", at=datetime.fromisoformat(last), again=again))
        return
    turn.tx.notes.set(name, turn.now.isoformat())
    key = f"copy:{turn.tx.new_id()}"
    send(turn, person, phrase("me.making"), key=key, silent=True)
    turn.tx.work.add(COPY, erasing.subject_of(person), {"key": key})


def send_copy(
    turn: Turn[SafetyTransaction], person: Person, key: str, page: Media, for_programs: Media, until: datetime
) -> None:
    """To herself alone; their files are there `until`."""
    take_back(turn, person, key)
    send(turn, person, phrase("me.copy"), page, purpose="copy", not_after=until)
    send(turn, person, for_programs, purpose="copy", silent=True, not_after=until)
    tell(turn, erasing.subject_of(person), "ExportedHerself", by=person.id)


def copy_failed(turn: Turn[SafetyTransaction], person: Person, key: str) -> None:
    take_back(turn, person, key)
    turn.tx.notes.set(f"copied:{person.id}", "")
    send(turn, person, phrase("me.copy_failed", desk=turn.house.contacts.desk))
