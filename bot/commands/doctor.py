"""`little-bench doctor`: everything that is kept, looked through row by row, with what is wrong and what to do."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bot.commands.command import Arguments, Bare, called
from bot.commands.status import Point, Screen, for_programs, show
from bot.config import Config
from bot.doctor import Looked, looked_into
from bot.doctor_words import WORDS
from bot.progress import Counting
from bot.speech import Speech, language_arguments, language_of
from bot.standing import Standing, file_of, standing
from storage.errors import DatabaseDamaged
from storage.events import Broken

FROM_STATUS = ("config", "telegram", "database", "quarantine")
FILES, ERASED = ("download", "file"), "erased"
SHOWN = 10
"""So many rows of one sort are named."""
OLD = timedelta(days=2)
OFF = 60.0
"""Seconds that the clock may differ."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs / 给程序看")
    language_arguments(parser)


def run(given: Arguments) -> int:
    found, speech = standing(given.config, os.environ), Speech(language_of(given), WORDS)
    points = [point for point in Screen(found, speech).points() if point.about in FROM_STATUS]
    if found.config is not None:
        points += _deep(found, found.config, speech)
    if given.json:
        print(json.dumps(for_programs(found, points), ensure_ascii=False, indent=2))
    else:
        show(found, points, speech)
    return 0 if all(point.fine for point in points) else 1


def _deep(found: Standing, config: Config, speech: Speech) -> list[Point]:
    findings = Findings(found, config, speech)
    if found.rows is None and not isinstance(found.trouble, DatabaseDamaged):  # none yet, or not for this release
        return [findings.clock(None)]
    with Counting() as bar:
        looked = looked_into(config, found.at, bar.at)
    return findings.all_of(looked)


class Findings:
    """What there is to say of what was looked into."""

    def __init__(self, found: Standing, config: Config, speech: Speech) -> None:
        self._found, self._config, self._say = found, config, speech.word
        option = "" if found.path == Path("config.toml") else f" --config {found.path}"
        self._commands = {word: f"{called()} {word}{option}" for word in ("backup", "restore")}

    def all_of(self, looked: Looked) -> list[Point]:
        if looked.pages and not looked.events:  # the rest could not be read
            return [self._pages(looked), self.clock(None)]
        return [
            self._pages(looked),
            self._point("chains", self._broken(looked.broken), subjects=looked.subjects, events=looked.events),
            self._backup(looked),
            self._point("owners", looked.unowned),
            self._point("deadlines", looked.clocks, todo="report_todo"),
            self._strays(looked),
            self.clock(looked.newest_at),
        ]

    def clock(self, newest_at: datetime | None) -> Point:
        if newest_at is not None and newest_at - self._found.at > timedelta(seconds=OFF):
            return self._wrong("clock", "clock_future", "clock_todo", at=self._at(newest_at))
        skew = self._found.reach.skew
        if skew is None:
            return Point("clock", self._say("clock_unknown"))
        if abs(skew) > OFF:
            return self._wrong("clock", "clock_wrong", "clock_todo", minutes=round(abs(skew) / 60) or 1)
        return Point("clock", self._say("clock_fine"))

    def _pages(self, looked: Looked) -> Point:
        if file_of(self._config) is None:
            return Point("pages", self._say("pages_server"))
        return self._point("pages", looked.pages)

    def _backup(self, looked: Looked) -> Point:
        kept = looked.kept
        if kept.made_at is None:
            return self._wrong("backup", "backup_none", "backup_todo")
        values = {"at": self._at(kept.made_at), "folder": kept.folder}
        if kept.lost:
            return self._wrong("backup", "backup_lost", "lost_todo", rows=_rows(self._broken(kept.lost)), **values)
        if kept.gone:
            return self._wrong("backup", "backup_gone", "backup_todo", **values)
        if self._found.at - kept.made_at > OLD:
            return self._wrong("backup", "backup_old", "backup_todo", **values)
        return Point("backup", self._say("backup_fine", **values))

    def _strays(self, looked: Looked) -> Point:
        found = {sort: rows for sort, rows in looked.strays.items() if rows}
        lines = [self._say(sort, n=len(rows), rows=_rows(rows)) for sort, rows in found.items()]
        todo = "files_todo" if set(found) <= set(FILES) else "erased_todo" if set(found) == {ERASED} else "report_todo"
        return self._point("strays", lines, todo=todo)

    def _point(self, about: str, rows: Sequence[str], *, todo: str = "", **values: object) -> Point:
        if not rows:
            return Point(about, self._say(f"{about}_fine", **values))
        return self._wrong(about, f"{about}_wrong", todo or f"{about}_todo", rows=_rows(rows))

    def _wrong(self, about: str, words: str, todo: str, **values: object) -> Point:
        return Point(about, self._say(words, **values), (self._say(todo, **self._commands, **values),), fine=False)

    def _broken(self, rows: Iterable[Broken]) -> list[str]:
        return [self._say(row.reason, subject=row.subject, seq=row.seq) for row in rows]

    def _at(self, at: datetime) -> str:
        return f"{at.astimezone(self._config.place.zone):%m-%d %H:%M}"


def _rows(rows: Sequence[str]) -> str:
    return "; ".join(rows[:SHOWN]) + (f" … ({len(rows)})" if len(rows) > SHOWN else "")


DOCTOR = Bare("doctor", "everything looked through, row by row / 从头到尾查一遍", run, arguments)
