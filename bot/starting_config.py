"""The configuration as `init` writes it: the explained example with its values commented out, but for what was said."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from itertools import groupby

Values = Mapping[tuple[str, str], str]
"""What to write, by (table, key)."""

OPENING = """\
# 小板凳的配置，init 写的。带 # 的是平常的值，要改就去掉 #、改好，再重新 run。
# The configuration of Little Bench, written by init. Behind a # stand the usual values: take it away to change one.
"""
_TABLE = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*#?\s?([\w-]+)\s*=")
_SET = re.compile(r"[\w-]+\s*=")


def example() -> str:
    """The example with every value commented out: a line without its # is one that somebody has decided."""
    text = files("bot").joinpath("config.example.toml").read_text("utf-8")
    _, table, rest = text.partition("\n[")
    lines = (f"#{line}" if _SET.match(line) else line for line in (table + rest).splitlines())
    return OPENING + "\n".join(lines) + "\n"


def with_values(text: str, values: Values) -> str:
    """The same file with these keys set where they stand, commented out or not; what it lacks is added.

    Raises ValueError when the file is written in a way that does not let itself be changed line by line.
    """
    lines: list[str] = []
    left = dict(values)
    for table, block in groupby(_with_tables(text), key=lambda entry: entry[0]):
        lines += _block(table, [line for _, line in block], left)
    for table, entries in groupby(sorted(left), key=lambda place: place[0]):
        lines += ["", f"[{table}]", *(_line(key, left[table, key]) for _, key in entries)]
    written = "\n".join(lines) + "\n"
    body = tomllib.loads(written)
    if any(_at(body, place) != value for place, value in values.items()):
        raise ValueError("this file cannot be changed line by line")
    return written


def _with_tables(text: str) -> Iterable[tuple[str, str]]:
    """(table it stands in, line); the comment lines above a table count as the table's before it."""
    table = ""
    for line in text.splitlines():
        if head := _TABLE.match(line):
            table = head[1]
        yield table, line


def _block(table: str, lines: list[str], left: dict[tuple[str, str], str]) -> list[str]:
    """One table with what is to stand in it, which is taken out of `left`."""
    keys = [(bool(_SET.match(line)), n, found[1]) for n, line in enumerate(lines) if (found := _KEY.match(line))]
    places = {(table, key): n for _, n, key in sorted(keys)}  # a line that is in force rather than one behind a #
    written = list(lines)
    for place in [place for place in left if place in places]:
        written[places[place]] = _line(place[1], left.pop(place))
    if table:
        added = [place for place in left if place[0] == table]
        written[1:1] = [_line(key, left.pop((table, key))) for _, key in added]
    return written


def _line(key: str, value: str) -> str:
    return f"{key} = {json.dumps(value, ensure_ascii=False)}"


def _at(body: Mapping[str, object], place: tuple[str, str]) -> object:
    table = body.get(place[0])
    return table.get(place[1]) if isinstance(table, dict) else None
