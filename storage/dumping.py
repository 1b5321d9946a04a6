"""PostgreSQL's own programs for a copy of our tables and for putting one back: pg_dump and pg_restore."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from storage.errors import StorageError
from storage.migrate import known_migrations
from storage.transaction import Transaction

APART = ("lease",)
"""What belongs to the process at work and not to what it keeps."""
MADE = re.compile(r"CREATE TABLE (?:IF NOT EXISTS )?(\w+)")


class NoProgram(StorageError):
    """`name` is not on this machine."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not on this machine; install PostgreSQL's client programs of the server's release")
        self.name = name


class ProgramFailed(StorageError):
    """What `name` said."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(f"{name}: {words}")
        self.name = name
        self.words = words


def dump(url: str, target: Path, tx: Transaction) -> None:
    """The tables as this transaction sees them, in one file. Raises NoProgram, ProgramFailed."""
    row = tx.statements.one("SELECT pg_export_snapshot() AS snapshot, quote_ident(current_schema()) AS schema")
    assert row is not None
    tables = [f"--table={row['schema']}.*", *(f"--exclude-table={row['schema']}.{name}" for name in APART)]
    _run("pg_dump", url, ["--format=custom", "--no-owner", f"--snapshot={row['snapshot']}", *tables,
                          f"--file={target}"])  # fmt: skip
    check(target)


def check(dumped: Path) -> None:
    """Raises NoProgram, ProgramFailed when the file is no dump or is cut off at its head."""
    _run("pg_restore", "", ["--list", str(dumped)])


def drop(connection: psycopg.Connection) -> None:
    """Our tables, whichever of them there are; not what others may keep beside them."""
    ours = {name for step in known_migrations("postgres") for name in MADE.findall(step.sql)} | {"schema_migrations"}
    rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()").fetchall()
    for (name,) in rows:
        if name in ours and name not in APART:
            connection.execute(f"DROP TABLE {name} CASCADE".encode())


def put_back(url: str, dumped: Path) -> None:
    """The tables of the dump, where there are none, all in one transaction. Raises NoProgram, ProgramFailed."""
    _run("pg_restore", url, ["--no-owner", "--single-transaction", "--exit-on-error", str(dumped)])


def _run(name: str, url: str, words: Sequence[str]) -> None:
    """The password goes by the environment, where other users of the machine do not see it."""
    program = shutil.which(name)
    if program is None:
        raise NoProgram(name)
    told = {key: str(value) for key, value in conninfo_to_dict(url).items()} if url else {}
    secret = {"PGPASSWORD": told.pop("password")} if "password" in told else {}
    told.pop("options", None)  # where to look by default; a dump names its schema
    target = ["--dbname", " ".join(f"{key}='{_quoted(value)}'" for key, value in told.items())] if url else []
    done = subprocess.run(  # noqa: S603 (a program found on the PATH, words of ours)
        [program, *target, *words], env={**os.environ, **secret}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ProgramFailed(name, done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no word")


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace("'", "\\'")
