"""A desk sends the lists as a spreadsheet: read outside of every turn, and taken once she has seen what changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.errors import NoLongerPossible, NotAllowed, NotFound
from domain.listening.entry import Given, Looked
from domain.messages import Inbound, Media, MediaKind, Op
from domain.open import Due
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.double_taps import remember_tap, tapped_twice
from handlers.listening.ports import ListsTransaction
from handlers.listening.preview import report, shown, told_lines, wrong
from handlers.reach import keeps
from handlers.roles import holds
from handlers.speaking import Rows, Tap, send, take_back
from handlers.telling import tell
from handlers.turn import Turn

READ, TAKE = "lists_read", "lists_take"
"""Kinds of work; args of the first: person, areas (as when it was sent), channel, ref, name, sheet."""
LAPSE = "sheet_lapse"
PROMPT, AT_LISTS = "sheet:", "ls:"
LARGEST = 5_000_000
"""Bytes; a table with two thousand rows has not a fifth of that."""
WAITS, STILL_LOOKS = timedelta(days=3), timedelta(minutes=1)
ENDINGS = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv")
SORTS = ("spreadsheet", "ms-excel", "text/csv")
"""Part of what the platform calls such a file's type."""


def given(turn: Turn[ListsTransaction], person: Person, inbound: Inbound) -> bool:
    """A spreadsheet of somebody who serves; says whether it was one. A resident's goes to her matter."""
    media = next((each for each in inbound.media if _is_sheet(each)), None)
    areas = keeps(turn, person).within
    if media is None or not (areas or (holds(turn, person, Role.MEMBER) and not turn.tx.dialogs.front(person.id))):
        return False
    if not areas:
        send(turn, person, phrase("intake.for_desks", desk=turn.house.contacts.desk))
    elif media.size > LARGEST:
        send(turn, person, phrase("intake.too_large"))
    else:
        sheet_id = turn.tx.new_id()
        send(turn, person, phrase("intake.reading"), key=PROMPT + sheet_id, silent=True)
        args = {"person": person.id, "areas": list(areas), "channel": inbound.address.channel, "sheet": sheet_id}
        turn.tx.work.add(READ, PROMPT + sheet_id, {**args, "ref": media.ref, "name": media.name})
    return True


def _is_sheet(media: Media) -> bool:
    named = media.name.casefold().endswith(ENDINGS) or any(sort in media.mime for sort in SORTS)
    return media.kind is MediaKind.DOCUMENT and named


def looked(turn: Turn[ListsTransaction], person: Person, sheet_id: str, areas: Sequence[str], found: Looked) -> None:
    """Shows what was found; what would change waits for a tap, if she still keeps all those lists."""
    take_back(turn, person, PROMPT + sheet_id)
    if not set(areas) <= set(keeps(turn, person).within):
        return
    taps: Rows = ()
    if found.entries:
        turn.tx.sheets.add(Given(sheet_id, person.id, turn.now), found.entries)
        turn.tx.schedule.add(Due(LAPSE, PROMPT + sheet_id, "", turn.now + WAITS))
        take = Tap(phrase("intake.tap_take", n=len(found.entries)), "take")
        taps = ((take, Tap(phrase("intake.tap_leave"), "leave")),)
    if lines := wrong(found):
        send(turn, person, *lines, silent=True)
    if lines := shown(found):
        send(turn, person, *lines, taps=taps, prompt=PROMPT + sheet_id, key=f"looked:{sheet_id}", silent=True)


def not_looked(turn: Turn[ListsTransaction], person: Person, sheet_id: str) -> None:
    """It could not be fetched or read."""
    take_back(turn, person, PROMPT + sheet_id)
    send(turn, person, phrase("intake.not_read", desk=turn.house.contacts.desk))


def pressed(turn: Turn[ListsTransaction], person: Person, sheet_id: str, value: str, inbound: Inbound) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    if tapped_twice(turn, person, inbound):
        return
    sheet = turn.tx.sheets.get(sheet_id)
    if sheet.person_id != person.id:
        raise NotAllowed(sheet_id)
    if sheet.taken_at is not None or value not in ("take", "leave"):
        raise NoLongerPossible(sheet_id)
    if value == "take":
        turn.tx.sheets.take(sheet_id, turn.now)
        turn.tx.work.add(TAKE, PROMPT + sheet_id, {"person": person.id})
        _stands(turn, person, sheet_id, "intake.taking")
    else:
        turn.tx.sheets.drop(sheet_id)
        _stands(turn, person, sheet_id, "intake.left")
    remember_tap(turn, person, inbound)


def lapse(turn: Turn[ListsTransaction], due: Sequence[Due]) -> None:
    """What nobody has said yes to is put away."""
    for row in due:
        sheet_id = row.subject.removeprefix(PROMPT)
        try:
            sheet = turn.tx.sheets.get(sheet_id)
        except NotFound:  # taken, left, or instead of it another
            continue
        if sheet.taken_at is None:
            turn.tx.sheets.drop(sheet_id)
            _stands(turn, turn.tx.people.get(sheet.person_id), sheet_id, "intake.lapsed")


def taken(turn: Turn[ListsTransaction], sheet_id: str) -> None:
    """All of it is settled: she reads what was taken and what was left out, and others what is theirs now."""
    sheet = turn.tx.sheets.get(sheet_id)
    person, rows = turn.tx.people.get(sheet.person_id), turn.tx.sheets.rows(sheet_id)
    entries = [row.entry for row in rows if row.taken]
    new = sum(entry.new for entry in entries)
    tell(
        turn, f"person:{person.id}", "ListsTaken", by=person.id,
        new=new, changed=len(entries) - new, left=len(rows) - len(entries),
    )  # fmt: skip
    at_once = sheet.taken_at is not None and turn.now - sheet.taken_at < STILL_LOOKS  # else she has put it away
    op = Op.UPDATE if at_once else Op.SEND
    send(turn, person, *report(rows), op=op, key=f"looked:{sheet_id}", silent=True)
    for to, lines in told_lines(turn, person, entries):
        taps = ((Tap(phrase("lists.tap_duties"), "duties:0"), Tap(phrase("lists.room_projects"), "projects:0")),)
        send(turn, to, *lines, taps=taps, prompt=AT_LISTS, silent=True)
    turn.tx.sheets.drop(sheet_id)


def _stands(turn: Turn[ListsTransaction], person: Person, sheet_id: str, key: str) -> None:
    send(turn, person, phrase(key), op=Op.UPDATE, key=f"looked:{sheet_id}", silent=True)
