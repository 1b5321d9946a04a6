"""The child process is there when there is work, fails one job at most, and never outlives the bot."""

from __future__ import annotations

import asyncio
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from bot.press import ChildLost, JobFailed, Press
from tests.bot import chores
from tests.waiting import until

ROOT = Path(__file__).parents[2]


@pytest_asyncio.fixture
async def press() -> AsyncIterator[Press]:
    press = Press()
    yield press
    await press.close()


@pytest.mark.asyncio
async def test_a_job_is_done_elsewhere(press: Press) -> None:
    assert await press.run(chores.add, 2, right=3) == 5
    assert await press.run(chores.whoami) != os.getpid()


@pytest.mark.asyncio
async def test_the_child_is_kept_for_the_next_job(press: Press) -> None:
    assert await press.run(chores.whoami) == await press.run(chores.whoami)


@pytest.mark.asyncio
async def test_jobs_asked_for_at_once_all_come_back_to_whom_they_belong(press: Press) -> None:
    results = await asyncio.gather(*(press.run(chores.add, n, n) for n in range(20)))
    assert results == [2 * n for n in range(20)]


@pytest.mark.asyncio
async def test_a_large_result_comes_whole(press: Press) -> None:
    assert await press.run(bytes, 5_000_000) == bytes(5_000_000)


@pytest.mark.asyncio
async def test_an_idle_child_ends() -> None:
    press = Press(idle=0.05)
    pid = await press.run(chores.whoami)
    await until(lambda: _gone(pid))
    assert await press.run(chores.whoami) != pid
    await press.close()


@pytest.mark.asyncio
async def test_what_a_job_raises_fails_only_that_job(press: Press) -> None:
    pid = await press.run(chores.whoami)
    with pytest.raises(JobFailed, match="a stone"):
        await press.run(chores.stumble)
    assert await press.run(chores.whoami) == pid


@pytest.mark.asyncio
async def test_what_a_job_stumbles_over_is_not_quoted(press: Press) -> None:
    with pytest.raises(JobFailed, match="ValueError") as failed:
        await press.run(int, "赵奶奶")
    assert "赵奶奶" not in str(failed.value)


@pytest.mark.asyncio
async def test_a_child_that_crashes_fails_only_that_job(press: Press) -> None:
    with pytest.raises(ChildLost):
        await press.run(chores.vanish)
    assert await press.run(chores.add, 1, 1) == 2


@pytest.mark.asyncio
async def test_a_job_that_never_ends_is_ended() -> None:
    press = Press(patience=0.5)
    with pytest.raises(ChildLost, match="more than"):
        await press.run(time.sleep, 600)
    await press.close()


@pytest.mark.asyncio
async def test_a_cancelled_job_is_not_worked_on(press: Press, tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    job = asyncio.create_task(press.run(chores.hold, lock, 600))
    await until(lambda: lock.exists() and lock.read_text() != "")
    job.cancel()
    await asyncio.wait([job])
    assert _free(lock)


@pytest.mark.asyncio
@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_meant_for_the_bot_does_not_spoil_the_job(
    press: Press, tmp_path: Path, name: signal.Signals, capfd: pytest.CaptureFixture[str]
) -> None:
    lock = tmp_path / "lock"
    job = asyncio.create_task(press.run(chores.hold, lock, 0.3))
    await until(lambda: lock.exists() and lock.read_text() != "")
    os.kill(int(lock.read_text()), name)
    assert await job == int(lock.read_text())
    assert capfd.readouterr().err == ""


@pytest.mark.asyncio
async def test_what_a_library_prints_does_not_get_into_the_answer(press: Press) -> None:
    assert await press.run(chores.chatter) == "done"


@pytest.mark.asyncio
async def test_no_secret_is_where_others_could_see_it(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LITTLE_BENCH_DATABASE", "postgresql://bench:canary@host/name")
    assert "canary" not in repr(await press.run(chores.seen))


def test_a_killed_bot_leaves_no_child(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    bot = subprocess.Popen([sys.executable, "-m", "tests.bot.test_press", str(lock)], cwd=ROOT)
    try:
        _wait(lambda: lock.exists() and lock.read_text() != "")
        assert not _free(lock)
    finally:
        bot.kill()
        bot.wait()
    _wait(lambda: _free(lock))


def test_the_bot_itself_loads_nothing_that_only_the_child_needs() -> None:
    asked = "import sys, bot.bootstrap; print({'typst', 'xlsxwriter', 'python_calamine'} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"


def _free(lock: Path) -> bool:
    with lock.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def _wait(come: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not come():
        assert time.monotonic() < end
        time.sleep(0.01)


if __name__ == "__main__":
    asyncio.run(Press().run(chores.hold, Path(sys.argv[1]), 600))
