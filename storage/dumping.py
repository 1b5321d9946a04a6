"""PostgreSQL's own programs for a copy of our tables and for putting one back: pg_dump and pg_restore."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from storage.errors import StorageError
from storage.transaction import Transaction


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
    row = tx.statements.one("SELECT pg_export_snapshot() AS snapshot, current_schema() AS schema")
    assert row is not None
    _run("pg_dump", url, ["--format=custom", "--no-owner", f"--snapshot={row['snapshot']}",
                          f"--schema={row['schema']}", f"--file={target}"])  # fmt: skip
    check(target)


def check(dumped: Path) -> None:
    """Raises NoProgram, ProgramFailed when the file is no dump or is cut off at its head."""
    _run("pg_restore", "", ["--list", str(dumped)])


def put_back(url: str, dumped: Path) -> None:
    """Our tables become those of the dump, all in one transaction. Raises NoProgram, ProgramFailed."""
    _run("pg_restore", url, ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error",
                             str(dumped)])  # fmt: skip


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
