"""The one place where the engines differ in words: statements are written for PostgreSQL with `:name` parameters."""

from __future__ import annotations

import re
from functools import lru_cache

SERIAL = re.compile(r"\bBIGSERIAL PRIMARY KEY\b")
LOCKS = re.compile(r"\s+FOR UPDATE(?: SKIP LOCKED)?\b")
NAMES = re.compile(r"('(?:[^']|'')*'|\"[^\"]*\"|::\w+)|(?<!:):([A-Za-z_]\w*)|(%)")


@lru_cache(maxsize=1024)
def for_sqlite(sql: str) -> str:
    """Row locks fall away (there is one writer); a serial key counts upwards and never comes back."""
    return LOCKS.sub("", SERIAL.sub("INTEGER PRIMARY KEY AUTOINCREMENT", sql))


@lru_cache(maxsize=1024)
def for_postgres(sql: str) -> str:
    """`:name` becomes `%(name)s`; 'literals', "identifiers" and ::casts stay as they are, a percent sign is doubled."""
    return NAMES.sub(_pyformat, sql)


@lru_cache(maxsize=1024)
def for_reading_postgres(sql: str) -> str:
    """As above without row locks, which PostgreSQL refuses in a read-only transaction."""
    return for_postgres(LOCKS.sub("", sql))


def _pyformat(found: re.Match[str]) -> str:
    untouched, name, _percent = found.groups()
    if untouched:
        return str(untouched).replace("%", "%%")
    return f"%({name})s" if name else "%%"
