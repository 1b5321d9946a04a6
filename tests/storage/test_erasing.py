"""Forgetting somebody, on both engines: all of hers goes in portions, nothing of anybody else's does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from domain.events import Content, Event
from domain.messages import Address
from domain.open import OpenDialog
from domain.people.erasing import letter_key
from domain.people.muting import Mute
from storage.database import Database, open_database
from storage.files import FORGET
from storage.strays import strays
from storage.striking import STRUCK
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.storage.support import NOON, WANG, Run, letter, matter, settle

pytestmark = pytest.mark.asyncio

T = TypeVar("T")

LI = Address("telegram", "77001234567")
NAME, WORDS, PHONE = "李婶婶", "楼道灯泡又闪了", "13955556666"


def lived(tx: Transaction) -> None:
    """Li reported two things, with a photo; Wang answered her by name."""
    settle(tx, "li", "wang")
    tx.people.save(replace(tx.people.get("li"), name=NAME, phone=PHONE, spot_label="3号楼501"))
    tx.people.bind("li", LI)
    tx.people.bind("wang", WANG)
    for n in (1, 2):
        one = matter(f"{'a' * 15}{'bc'[n - 1]}", seq=n, what=WORDS, on_behalf_of="老赵头")
        tx.matters.add(one)
        photo = {"kind": "photo", "ref": f"ref{n}"}
        said = Content(f"c{n}", one.subject, "report", "li", NOON, WORDS, (photo,), "salt")
        tx.contents.add(said)
        filed = Event(one.subject, "MatterFiled", NOON, "li", content_id=said.id, commitment=said.commitment())
        tx.events.append(filed)
        answer = f"{NAME}您好，老赵头那盏{PHONE}"
        tx.contents.add(Content(f"w{n}", one.subject, "progress", "wang", NOON, answer, salt="s"))
        tx.search.put(one.id)
        tx.unheard.add(one.id, NOON)
    tx.notes.set("file:ref1", "lies-here")
    tx.notes.set("flood:li", "x 1 ")
    tx.notes.set("find:wang", f"1 {NAME}")
    tx.notes.set("flood:wang", "x 1 ")
    tx.mutes.save(Mute("li", f"{'a' * 15}b", "w1", NOON + timedelta(days=1)))
    tx.quarantine.add("telegram", "7", f'{{"id": {LI.account}, "text": "{WORDS}"}}', "why", NOON)
    tx.outbox.put(letter(f"收到：{WORDS}", LI, dedupe="once"))
    tx.outbox.put(letter(f"{NAME}报的", WANG, about=f"matter:{'a' * 15}b"))
    tx.outbox.put(letter(f"逾期：1123-02 {WORDS}", WANG))
    tx.outbox.put(letter("别的事", WANG))


async def forget(run: Run) -> None:
    await run(lambda tx: tx.outbox.put(letter("再见", LI, key=letter_key("li"))))
    await run(lambda tx: tx.erasing.begin("li", letter_key("li")))
    while await run(lambda tx: tx.erasing.portion("li")):
        pass
    await send_all(run)
    while await run(lambda tx: tx.erasing.trace("li")):
        pass
    await run(lambda tx: tx.erasing.merged(first=True))
    while await run(lambda tx: tx.erasing.merged(first=False)):
        pass


async def send_all(run: Run) -> list[str]:
    """What arrives, and where."""

    def act(tx: Transaction) -> list[str]:
        parcels = tx.outbox.claim(tx.now, 10)
        for parcel in parcels:
            tx.outbox.sent(parcel.id, f"h{parcel.id}")
        return [parcel.outbound.to.account for parcel in parcels]

    arrived = list[str]()
    while some := await run(act):
        arrived += some
    return arrived


def dump(tx: Transaction) -> str:
    """Every row of every table that the migrations know."""
    names = "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"
    if tx.statements.engine == "sqlite":
        names = "SELECT name FROM sqlite_master WHERE type = 'table'"
    tables = [row["name"] for row in tx.statements.all(names)]
    rows = (row for name in tables for row in tx.statements.all(f'SELECT * FROM "{name}"'))
    return "\n".join(str(tuple(dict(row).values())) for row in rows)  # type: ignore[call-overload]  # what an engine gives


async def test_nothing_of_her_is_left_in_any_row(run: Run) -> None:
    await run(lived)
    hers = (NAME, WORDS, PHONE, "老赵头", "3号楼501", LI.account)
    before = await run(dump)
    assert all(words in before for words in hers)
    await forget(run)
    left = await run(dump)
    assert [words for words in hers if words in left] == []
    assert "flood:wang" in left
    assert "别的事" in left


async def test_the_chains_hold_and_no_commitment_can_be_guessed(run: Run) -> None:
    await run(lived)
    await forget(run)
    subject = f"matter:{'a' * 15}b"
    assert await run(lambda tx: tx.events.broken(subject)) is None
    said = await run(lambda tx: tx.contents.get("c1"))
    assert (said.text, said.media, said.salt) == ("", (), "")
    assert not any((await run(strays)).values())


async def test_the_matter_stays_as_what_it_was_where_and_when_and_others_words_without_her_name(run: Run) -> None:
    await run(lived)
    await forget(run)
    kept = await run(lambda tx: tx.matters.get(f"{'a' * 15}b"))
    assert (kept.kind, kept.spot.grid_id, kept.number, kept.filed_at) == ("light", "grid-7", "1123-01", NOON)
    assert (kept.what, kept.spot.label, kept.anonymous) == ("", "", True)
    answer = await run(lambda tx: tx.contents.get("w1"))
    assert answer.text == f"{STRUCK}您好，{STRUCK}那盏{STRUCK}"
    assert answer.salt == ""


async def test_her_photograph_goes_by_a_job_and_one_that_is_anothers_too_stays(run: Run) -> None:
    await run(lived)
    await run(lambda tx: tx.notes.set("file:theirs", "lies-here"))
    await forget(run)
    jobs = await run(lambda tx: tx.work.claim(tx.now, 10))
    assert {(job.kind, job.subject) for job in jobs} == {(FORGET, "file:ref1"), (FORGET, "file:ref2")}
    assert await run(lambda tx: tx.files.lies("file:ref1")) == ""
    await run(lambda tx: tx.statements.run("DELETE FROM notes WHERE name = 'file:theirs'"))
    assert await run(lambda tx: tx.files.lies("file:ref1")) == "lies-here"
    await run(lambda tx: tx.files.gone("file:ref1"))
    assert await run(lambda tx: tx.notes.get("file:ref1")) is None


async def test_of_what_waits_for_her_only_the_last_message_leaves(run: Run) -> None:
    await run(lived)
    await run(lambda tx: tx.outbox.put(letter("再见", LI, key=letter_key("li"))))
    await run(lambda tx: tx.erasing.begin("li", letter_key("li")))
    assert await run(lambda tx: tx.erasing.letter_waits("li"))
    assert (await send_all(run)).count(LI.account) == 1
    assert not await run(lambda tx: tx.erasing.letter_waits("li"))


async def test_a_letter_that_cannot_leave_is_given_up(run: Run) -> None:
    await run(lived)
    await run(lambda tx: tx.outbox.put(letter("再见", LI, key=letter_key("li"))))
    await run(lambda tx: tx.erasing.begin("li", letter_key("li")))
    await run(lambda tx: tx.erasing.give_up_letter("li"))
    assert not await run(lambda tx: tx.erasing.letter_waits("li"))
    assert LI.account not in await send_all(run)


async def test_who_writes_from_her_account_afterwards_is_somebody_new_and_keeps_what_she_gets(run: Run) -> None:
    await run(lived)
    await run(lambda tx: tx.erasing.begin("li"))

    def newcomer(tx: Transaction) -> None:
        assert tx.people.at(LI) is None
        settle(tx, "new")
        tx.people.bind("new", LI)
        tx.outbox.put(letter("您好", LI))

    await run(newcomer)
    while await run(lambda tx: tx.erasing.portion("li")):
        pass
    while await run(lambda tx: tx.erasing.trace("li")):
        pass
    assert LI.account in await send_all(run)
    found = await run(lambda tx: tx.people.at(LI))
    assert found is not None
    assert found.id == "new"


async def test_of_whom_nobody_began_to_forget_nothing_is_looked_for(run: Run) -> None:
    await run(lived)
    assert not await run(lambda tx: tx.erasing.trace("li"))
    assert await run(lambda tx: tx.files.lies("file:of nobody")) == ""


async def test_a_short_name_takes_neither_words_nor_notes_that_only_contain_it(run: Run) -> None:
    def act(tx: Transaction) -> None:
        settle(tx, "li", "wang")
        tx.people.save(replace(tx.people.get("li"), name="Li"))
        tx.matters.add(matter("a" * 16))
        tx.contents.add(Content("w", f"matter:{'a' * 16}", "progress", "wang", NOON, "请li看看, the light is LIT"))
        for name, value in (("backup.newest", "/var/lib/x"), ("find:wang", "1 light"), ("find:zhou", "1 Li, light")):
            tx.notes.set(name, value)

    await run(act)
    await forget(run)
    assert (await run(lambda tx: tx.contents.get("w"))).text == f"请{STRUCK}看看, the light is LIT"
    assert await run(lambda tx: tx.notes.get("backup.newest")) == "/var/lib/x"
    assert await run(lambda tx: tx.notes.get("find:wang")) == "1 light"
    assert await run(lambda tx: tx.notes.get("find:zhou")) is None


async def test_a_question_that_offers_her_name_to_somebody_else_goes_and_others_stay(run: Run) -> None:
    def act(tx: Transaction) -> None:
        lived(tx)
        tx.dialogs.save(OpenDialog("wang", "which", "w", options=(("m1", f"{NAME}·灯"),)))
        tx.dialogs.save(OpenDialog("wang", "report", "", draft={"said": f"{NAME}家漏水"}, options=(("yes", "对"),)))

    await run(act)
    await forget(run)
    assert [dialog.script for dialog in await run(lambda tx: tx.dialogs.of("wang"))] == ["report"]


async def test_how_much_there_is_of_her(run: Run) -> None:
    await run(lived)
    held = await run(lambda tx: tx.erasing.holding("li"))
    assert (held.matters, held.since, held.words, held.media) == (2, NOON, 2, 2)
    of_wang = await run(lambda tx: tx.erasing.holding("wang"))
    assert (of_wang.matters, of_wang.since, of_wang.words, of_wang.media) == (0, None, 0, 0)


async def test_it_can_be_taken_back_until_it_has_begun(run: Run) -> None:
    await run(lived)
    await run(lambda tx: tx.erasing.ask("li", NOON + timedelta(days=1)))
    waiting = await run(lambda tx: tx.erasing.of("li"))
    assert waiting is not None
    assert (waiting.due_at, waiting.begun_at) == (NOON + timedelta(days=1), None)
    assert await run(lambda tx: tx.erasing.cancel("li"))
    assert await run(lambda tx: tx.erasing.of("li")) is None
    await run(lambda tx: tx.erasing.begin("li"))
    assert not await run(lambda tx: tx.erasing.cancel("li"))


async def test_what_she_wrote_on_duty_stays_with_the_matters_of_others(run: Run) -> None:
    await run(lived)
    await run(lambda tx: tx.erasing.begin("wang"))
    while await run(lambda tx: tx.erasing.portion("wang")):
        pass
    assert (await run(lambda tx: tx.contents.get("w1"))).text


async def test_on_the_disk_it_is_overwritten(tmp_path: Path, clock: FakeClock) -> None:
    """Not only in the rows: in the pages of the file, the index of words among them."""
    path = tmp_path / "bench.sqlite3"
    database: Database = await open_database(f"sqlite:///{path}", now=clock.now, seed=clock.seed)

    async def run(act: Callable[[Transaction], T]) -> T:
        return await database.transact("test", act)

    try:
        await run(lived)
        await forget(run)
    finally:
        await database.close()
    raw = path.read_bytes()
    assert [words for words in (NAME, WORDS, PHONE, "灯泡") if words.encode() in raw] == []
