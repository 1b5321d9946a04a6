"""check, load, invite and --help as an operator meets them: each as a process of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.crafts.places import Places
from domain.areas import Spot
from domain.clocks import Clocks
from domain.events import Event
from domain.matters.matter import State
from domain.messages import Address
from domain.people.person import Person
from handlers.matters.judging import next_owner
from handlers.turn import Contacts, House, Turn
from sandbox import Sandbox
from storage.transaction import Transaction
from tests.bot.program import CANARIES, DISTRICT, PASSWORD, Program, sandbox_of_one_bot
from tests.bot.roster.test_load import told
from tests.storage.support import matter

NOWHERE = "http://127.0.0.1:9"
TABLES = ("areas", "talk_points", "people", "appointments", "absences")


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    program = Program(tmp_path, NOWHERE)
    yield program
    assert not any(canary in program.words for canary in CANARIES)


@pytest_asyncio.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = sandbox_of_one_bot()
    yield sandbox
    await sandbox.stop()


def counts(program: Program) -> dict[str, int]:
    with sqlite3.connect(program.database_path) as connection:
        return {t: connection.execute(f"SELECT COUNT(*) FROM {t}").fetchone()[0] for t in TABLES}


def without(program: Program, member: str) -> Path:
    """The district file without one [[member]] and what she lends."""
    head, *tables = DISTRICT.read_text("utf-8").split("[[")
    hers = (("member", f'id = "{member}"'), ("resource", f'person = "{member}"'))
    kept = [table for table in tables if not any(table.startswith(of) and says in table for of, says in hers)]
    path = program.directory / "smaller.toml"
    path.write_text("[[".join([head, *kept]), "utf-8")
    return path


# ---- the command line itself ---------------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_help_names_every_command(program: Program) -> None:
    done = await program.does("--help")
    assert done.status == 0
    assert all(command in done.out for command in ("demo", "run", "check", "load", "invite"))


@pytest.mark.asyncio
async def test_a_command_that_does_not_exist_is_a_wrong_command_line(program: Program) -> None:
    done = await program.does("jump")
    assert done.status == 2
    assert "jump" in done.err


# ---- check ---------------------------------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_check_says_what_it_found_and_makes_nothing(program: Program) -> None:
    done = await program.does("check", "--english")
    assert done.status == 0
    assert "config.toml: fine" in done.out
    assert "Grids 6" in done.out
    assert not program.database_path.exists()


@pytest.mark.asyncio
async def test_check_names_the_line_of_each_mistake_and_what_to_write(program: Program) -> None:
    program.configure(bot={"mode": "pigeons"}, contacts={"desk": ""})
    done = await program.does("check")
    assert done.status == 1
    assert any("config.toml:4" in line and "polling" in line for line in done.err.splitlines())
    assert "desk" in done.err
    assert "Traceback" not in done.err


@pytest.mark.asyncio
async def test_a_configuration_that_is_not_there_is_named(program: Program) -> None:
    program.config.unlink()
    done = await program.does("check")
    assert (done.status, "little-bench init" in done.err or "python -m bot init" in done.err) == (1, True)


# ---- load ----------------------------------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_loading_twice_makes_no_doubles(program: Program) -> None:
    first = await program.does("load", "--yes", "--english")
    assert first.status == 0
    assert "grids 6, talk points 4, members 10, at the duty desk 2" in first.out
    once = counts(program)
    assert (await program.does("load", "--english")).out == "nothing changes\n"
    assert counts(program) == once
    assert (once["areas"], once["people"]) == (22, 12)


@pytest.mark.asyncio
async def test_a_damaged_file_leaves_the_running_district_as_it_was(program: Program) -> None:
    await program.has_a_district()
    before = counts(program)
    damaged = program.directory / "damaged.toml"
    damaged.write_text(DISTRICT.read_text("utf-8").replace("g1 = 1, g2 = 3", "g1 = 1, g99 = 3"), "utf-8")
    done = await program.does("load", "--yes", str(damaged))
    assert done.status == 1
    assert "damaged.toml:" in done.err
    assert "g99" in done.err
    assert "Traceback" not in done.err
    assert counts(program) == before


async def join(program: Program, *people: str) -> None:
    """These of the roster can be reached."""

    def act(tx: Transaction) -> None:
        for number, person in enumerate(people, 500):
            tx.people.bind(person, Address("telegram", str(number)))

    await program.rows(act)


async def give(program: Program, owner: str, *states: State) -> None:
    """One matter in each of these states lies with the owner; both members of the grid hold its card."""

    def act(tx: Transaction) -> None:
        tx.people.save(Person("li", "李叔"))
        for seq, state in enumerate(states, 1):
            spot = Spot("g1", "3号楼")
            one = matter(f"m{seq}", seq=seq, state=state, owner_id=owner, reporter_id="li", spot=spot)
            tx.matters.add(one)
            tx.events.append(Event(one.subject, "MatterFiled", tx.now, "li", told(one)))
            for person in ("wang", "chen"):
                tx.asked.add(f"m{seq}", person)

    await program.rows(act)


@pytest.mark.asyncio
async def test_somebody_taken_off_the_roster_loses_no_matter(program: Program) -> None:
    await program.has_a_district()
    await join(program, "wang", "chen", "ma")
    await give(program, "wang", State.WAITING, State.TAKEN)
    done = await program.does("load", "--yes", str(without(program, "wang")))
    assert done.status == 0
    assert "王芳" in done.out
    owners, asked, broken = await program.rows(
        lambda tx: (
            [tx.matters.get(m).owner_id for m in ("m1", "m2")],
            [*tx.asked.of("m1"), *tx.asked.of("m2")],
            [tx.events.broken(subject) for subject in tx.events.subjects()],
        ),
    )
    assert owners == ["chen", "chen"]
    assert "wang" not in asked
    assert not any(broken)


@pytest.mark.asyncio
async def test_whoever_was_only_asked_and_is_taken_off_the_roster_can_take_nothing_any_more(program: Program) -> None:
    await program.has_a_district()
    await join(program, "wang", "chen", "ma")
    await give(program, "wang", State.WAITING)
    await program.does("load", "--yes", str(without(program, "chen")))
    asked = await program.rows(lambda tx: tx.asked.of("m1"))
    assert asked == ["wang"]


@pytest.mark.asyncio
async def test_not_yet_after_the_member_has_left_goes_to_who_answers_now(program: Program) -> None:
    await program.has_a_district()
    await join(program, "wang", "chen", "ma")
    await give(program, "wang", State.REPORTED)
    await program.does("load", "--yes", str(without(program, "wang")))
    house = House(Clocks(), Contacts("0931-5550100"), Places([]))
    goes_on = await program.rows(lambda tx: next_owner(Turn(tx, house), tx.matters.get("m1")))
    assert goes_on.person.id == "chen"


# ---- secrets -------------------------------------------------------------------------------------------------------


@pytest.mark.asyncio
@pytest.mark.parametrize("host", ["127.0.0.1:1/bench", "127.0.0.1 :1/bench", "h/bench?canary-password=1"])
async def test_a_database_that_is_not_there_is_told_without_its_password(program: Program, host: str) -> None:
    program.configure(database={"url": f"postgresql://bench:{PASSWORD}@{host}"})
    done = await program.does("load")
    assert done.status == 1
    assert "Traceback" not in done.err
