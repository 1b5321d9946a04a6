"""The real program killed at each named point of a small history, on both engines; what is left once it has rest."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest

from domain.messages import Address
from handlers.texts.catalogue import TEXTS
from sandbox import Person, Sandbox
from sandbox.happenings import Happening
from sandbox.world import FIRST_UPDATE
from storage.database import open_beside
from storage.transaction import Transaction
from storage.values import at_text
from tests.bot.crowd import Resident, district, heard, place
from tests.bot.dying import Mortal
from tests.bot.program import CANARIES, Program, sandbox_of_one_bot
from tests.clock import FakeClock
from tests.conftest import schema_of
from tests.storage.support import NOON
from tests.waiting import until

MARK = TEXTS["core.maybe_repeat"][0] + "\n"
LAMP = f"{place(0)}2单元门口的路灯坏了"
SAME_LAMP = "灯杆也歪了"
HALL = f"{place(1)}楼道里的东西全坏了"
BOX = f"{place(0)}楼道里堆了纸箱"


@dataclass
class History:
    """One installation, its people, and what is in its rows."""

    sandbox: Sandbox
    program: Program
    url: str
    arrived: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By chat, each message of the bot as it first read."""
    _runs: list[Mortal] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sandbox.world.subscribe(self._happens)

    def _happens(self, happening: Happening) -> None:
        if happening.type == "message" and happening.chat is not None and happening.detail["message"]["out"]:
            self.arrived[happening.chat].append(happening.detail["message"]["text"])

    def came(self, account: int, words: str) -> list[str]:
        """Each message with these words that arrived there."""
        return [text for text in self.arrived[account] if words in text]

    def run(self, dies_at: str = "") -> Mortal:
        log = self.program.directory / f"{len(self._runs)}.log"
        self._runs.append(Mortal(log, "run", "--config", str(self.program.config), dies_at=dies_at))
        return self._runs[-1]

    async def dies(self, *points: str) -> None:
        for point in points:
            assert await self.run(point).ends() == -signal.SIGKILL, point

    async def lives(self, *true: Callable[[], object], meanwhile: Callable[[], Awaitable[None]] | None = None) -> None:
        """Until all this has been true in turn and it has come to rest."""
        running = self.run()
        try:
            if meanwhile is not None:
                await meanwhile()
            for each in true:
                await until(each)
            for _ in range(200):
                if not self.sandbox.pending_updates and not await self.rows(in_flight):
                    break
                await asyncio.sleep(0.05)
        except TimeoutError:
            raise AssertionError(running.log) from None
        assert await running.gets(signal.SIGTERM) == 0

    async def rows(self, act: Callable[[Transaction], Any]) -> Any:
        clock = FakeClock()
        database = await open_beside(self.url, now=clock.now, seed=clock.seed)
        try:
            return await database.transact("test", act)
        finally:
            await database.close()

    def all(self, sql: str) -> list[Any]:
        return list(asyncio.run(self.rows(lambda tx: tx.statements.all(sql))))

    @property
    def words(self) -> str:
        return "".join(run.log for run in self._runs)

    def is_over(self) -> None:
        for run in self._runs:
            run.is_over()


def in_flight(tx: Transaction) -> bool:
    busy = (
        "SELECT 1 FROM outbox WHERE state IN ('queued', 'sending')"
        " UNION ALL SELECT 1 FROM work WHERE state IN ('queued', 'working')"
    )
    return bool(tx.statements.all(busy))


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def history(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> History:
    directory = tmp_path_factory.mktemp("crashes")
    url = f"sqlite:///{directory}/bench.sqlite3"
    if request.param == "postgres":
        server: str = request.getfixturevalue("server")
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute("DROP SCHEMA IF EXISTS crashes CASCADE")
            connection.execute("CREATE SCHEMA crashes")
        url = schema_of(server, "crashes")
    return asyncio.run(told(directory, url))


async def told(directory: Path, url: str) -> History:
    sandbox = sandbox_of_one_bot()
    program = Program(directory, await sandbox.start(), database={"url": url})
    (directory / "district.toml").write_text(district(), "utf-8")
    await program.has_a_district(directory / "district.toml")
    history = History(sandbox, program, url)
    try:
        await happens(history)
    finally:
        history.is_over()
        await sandbox.stop()
    return history


async def happens(history: History) -> None:
    people = history.sandbox.world
    zhao, sun, zhou = (people.add_person(101 + n, name) for n, name in enumerate(("赵奶奶", "孙大爷", "周大妈")))
    owner, *others = (people.add_person(account, name) for account, name in JOINED.values())
    for member in (owner, *others):
        member.starts()
    people.updates.clear()
    await history.rows(join)

    zhao.says(LAMP)
    await history.dies("turn before", "turn within", "turn after", "delivery within", "sent", "delivery after")
    await history.lives(lambda: len(history.came(101, "我这样记")) == 2)
    press(zhao, "交给")
    await history.dies("turn within", "turn after")
    await history.lives(lambda: history.came(101, "交上去了") and buttons(owner, "接了"))
    press(owner, "接了")
    await history.dies("turn after")
    await history.lives(lambda: history.came(101, "委员0接了这件事"))

    sun.sends_photo("lamp", BOX)
    await history.lives(lambda: history.came(102, "我这样记"))
    press(sun, "交给")
    await history.dies("work within")
    await history.lives(meanwhile=partial(closes, history, owner))
    await history.rows(two_minutes_pass)
    await history.dies("tick within", "tick after")
    await history.lives(lambda: history.came(102, "纸箱搬走了"))

    zhou.sends_album(["lamp", "stairs", "leak"], HALL)
    await history.dies("turn after")
    await history.lives(meanwhile=partial(hands_in, history, zhou))

    owner.chat.blocked = True  # the platform does not say so until something comes back
    zhao.says(SAME_LAMP, reply_to=next(m.id for m in heard(zhao) if "-01 " in m.text))
    await history.dies("outbox.gone within")
    await history.lives(lambda: history.came(202, SAME_LAMP) and history.came(203, "委员0收不到消息了"))


async def hands_in(history: History, person: Person) -> None:
    """Asked anew, because one more photo has come, she answers anew."""
    resident = Resident(person, "", 1, hasty=False)

    def handed_in() -> bool:
        resident.looks()
        return bool(history.came(person.id, "交上去了"))

    await until(handed_in)


async def closes(history: History, owner: Person) -> None:
    await until(lambda: history.came(102, "交上去了") and buttons(owner, "接了", "纸箱"))
    press(owner, "接了", "纸箱")
    await until(lambda: history.came(102, "委员0接了这件事") and buttons(owner, "办结", "纸箱"))
    press(owner, "办结", "纸箱")
    await until(lambda: buttons(owner, "办好了"))
    press(owner, "办好了")
    await until(lambda: says(owner, "写一句"))
    owner.says("纸箱搬走了")
    await until(lambda: buttons(owner, "撤回"))


def two_minutes_pass(tx: Transaction) -> None:
    """After which the resident is told; no test waits for so long."""
    tx.statements.run(
        "UPDATE schedule SET due_at = :due WHERE kind = 'announce' AND state = 'waiting'", due=at_text(NOON)
    )


JOINED = {"m0": (201, "委员0"), "m1": (202, "委员1"), "desk": (203, "马丽")}


def join(tx: Transaction) -> None:
    for id, (account, _) in JOINED.items():
        tx.people.bind(id, Address("telegram", str(account)))


def says(person: Person, words: str) -> list[str]:
    """Each message of the bot with these words."""
    return [message.text for message in heard(person) if words in message.text]


def buttons(person: Person, label: str, under: str = "") -> list[tuple[int, str]]:
    """Those with this label, under messages with these words."""
    shown = [(m, b) for m in heard(person) if under in m.text for row in m.buttons for b in row]
    return [(message.id, button.text) for message, button in shown if label in button.text]


def press(person: Person, label: str, under: str = "") -> None:
    person.taps(*buttons(person, label, under)[-1])


# ---- what must be true now -----------------------------------------------------------------------------------------


def once(texts: list[str]) -> bool:
    """It came, and whatever came again said that it may be a repeat."""
    plain = [text for text in texts if not text.startswith(MARK)]
    return len({text.removeprefix(MARK) for text in texts}) == 1 and len(plain) <= 1


def test_every_update_was_taken_once(history: History) -> None:
    given_out = history.sandbox.world.updates.next_id - FIRST_UPDATE
    cleared = len(JOINED)  # their first greeting was never handed out
    assert len(history.all("SELECT event_id FROM seen")) == given_out - cleared
    assert history.all("SELECT reason FROM quarantine") == []


def test_there_is_one_matter_for_each_with_one_of_each_event(history: History) -> None:
    assert [row["seq"] for row in history.all("SELECT seq FROM matters ORDER BY seq")] == [1, 2, 3]
    happened = Counter(row["type"] for row in history.all("SELECT type FROM events WHERE subject LIKE 'matter:%'"))
    assert [happened[f"Matter{what}"] for what in ("Filed", "Accepted", "Reported")] == [3, 2, 1], happened


def test_a_message_during_which_it_died_came_once_more_with_a_mark(history: History) -> None:
    """An earlier death had claimed it and not yet sent it: then the first one to arrive says so too."""
    first, again = history.came(101, "我这样记")
    assert again == MARK + first.removeprefix(MARK)


def test_what_came_again_is_known_by_the_update_that_it_follows_from(history: History) -> None:
    pair = "SELECT cause FROM outbox WHERE COALESCE(place, number) = (SELECT MIN(place) FROM outbox) ORDER BY number"
    first, again = history.all(pair)
    assert again["cause"] == first["cause"]
    assert again["cause"].startswith("telegram-u")
    told = f"[{again['cause']}] message "
    assert any(told in line and "an earlier one may have too" in line for line in history.words.splitlines())


def test_what_it_died_before_sending_came_once(history: History) -> None:
    assert once(history.came(101, "交上去了"))
    assert once(history.came(101, "委员0接了这件事"))


def test_a_tick_and_a_download_that_were_begun_anew_had_one_effect(history: History) -> None:
    assert once(history.came(102, "纸箱搬走了"))
    downloads = history.all("SELECT state FROM work WHERE kind = 'download'")
    assert [row["state"] for row in downloads] == ["done"] * 4  # her three photos among them
    assert len(list((history.program.directory / "media").iterdir())) == 3  # two are of the same lamp


def test_an_album_between_whose_parts_it_died_is_one_matter_with_all_its_photos(history: History) -> None:
    [matter] = history.all("SELECT id FROM matters WHERE seq = 3")
    kept = history.all(f"SELECT media FROM contents WHERE subject = 'matter:{matter['id']}'")
    assert "".join(row["media"] for row in kept).count('"ref"') == 3


def test_who_was_gone_was_replaced_once_and_the_desk_heard_so_once(history: History) -> None:
    assert history.all("SELECT owner_id FROM matters ORDER BY seq")[0]["owner_id"] == "m1"
    assert once(history.came(203, "手上1件已交给别人"))


def test_nothing_is_left_to_be_sent(history: History) -> None:
    assert history.all("SELECT body FROM outbox WHERE state IN ('queued', 'sending')") == []


def test_the_ledger_is_whole(history: History) -> None:
    def broken(tx: Transaction) -> list[object]:
        return [found for subject in tx.events.subjects() if (found := tx.events.broken(subject))]

    assert asyncio.run(history.rows(broken)) == []


def test_the_logs_tell_of_no_fault_and_show_no_secret(history: History) -> None:
    assert "Traceback" not in history.words
    assert not any(canary in history.words for canary in CANARIES)
