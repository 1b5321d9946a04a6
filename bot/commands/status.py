"""`little-bench status`: how the installation stands, on one screen, and what to do about what is not fine."""

from __future__ import annotations

import argparse
import json
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.alarms import LOW
from bot.commands.apologies import in_words
from bot.commands.command import Arguments, Bare, called
from bot.config import Config
from bot.config_tables import Mode
from bot.glance import Rows
from bot.speech import Speech, language_arguments, language_of
from bot.standing import Standing, file_of, standing
from bot.standing_words import WORDS
from channels.telegram.obstacles import WORDS as OBSTACLES

SLOW = timedelta(minutes=5)
"""What has waited longer to leave is held up."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the screen: what it is about, how it stands, and what to do when it is not fine (else empty)."""

    about: str
    words: str
    todo: tuple[str, ...] = ()
    fine: bool = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs / 给程序看")
    language_arguments(parser)


def run(given: Arguments) -> int:
    found = standing(given.config, os.environ)
    points = Screen(found, Speech(language_of(given), WORDS)).points()
    if given.json:
        print(json.dumps(for_programs(found, points), ensure_ascii=False, indent=2))
    else:
        show(found, points, Speech(language_of(given), WORDS))
    return 0 if all(point.fine for point in points) else 1


def show(found: Standing, points: list[Point], speech: Speech) -> None:
    """The screen: a line for each point, and arrows under what is to be done."""
    place = found.rows.place if found.rows else ""
    speech.say("title" if place else "title_bare", place=place)
    names = {point.about: speech.word(point.about) for point in points}
    width = max(_width(name) for name in names.values())
    for point in points:
        name = names[point.about]
        speech.show(f" {'✓' if point.fine else '✗'} {name}{' ' * (width - _width(name))}  {point.words}")
        speech.show(*(f"   {' ' * width}  → {todo}" for todo in point.todo)) if point.todo else None
    wrong = sum(not point.fine for point in points)
    speech.say("to_do" if wrong else "all_fine", n=wrong)


def _width(text: str) -> int:
    """Columns on a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Screen:
    """What there is to say of a standing, in the order in which one thing rests on another."""

    def __init__(self, found: Standing, speech: Speech) -> None:
        self._found = found
        self._say = speech.word
        self._speech = speech
        option = "" if found.path == Path("config.toml") else f" --config {found.path}"
        words = ("init", "run", "load", "template", "invite")
        self._commands = {word: f"{called()} {word}{option}" for word in words}

    def points(self) -> list[Point]:
        config = self._found.config
        if config is None:
            return [self._no_config()]
        points = [
            Point("config", self._say("config_fine", path=self._found.path)),
            self._telegram(config),
            self._running(config),
            self._database(config),
        ]
        return points + list(self._in_rows(config, self._found.rows) if self._found.rows else ())

    def _wrong(self, about: str, words: str, todo: str = "", **values: object) -> Point:
        """`todo` is the key of what to do, "" where nothing can be said."""
        todos = (self._say(todo, **self._commands, **values),) if todo else ()
        return Point(about, self._say(words, **values), todos, fine=False)

    def _no_config(self) -> Point:
        found = self._found
        if not found.path.exists():
            return Point("config", self._say("config_none", path=found.path), (self._commands["init"],), fine=False)
        words = self._say("config_wrong", path=found.path, n=len(found.mistakes))
        return Point("config", words, found.mistakes, fine=False)

    def _telegram(self, config: Config) -> Point:
        reach = self._found.reach
        if reach.refused:
            return self._wrong("telegram", "refused", "refused_todo")
        if reach.obstacle is not None:
            why = self._speech.both(OBSTACLES[reach.obstacle])
            todo = "" if config.bot.proxy.get_secret_value() else "unreachable_todo"
            return self._wrong("telegram", "unreachable", todo, why=why, path=self._found.path)
        if not reach.username:
            return self._wrong("telegram", "garbled", reason=reach.reason)
        pending = self._say("pending", n=reach.pending) if reach.pending else ""
        if config.bot.mode is Mode.POLLING and reach.hook and self._found.pid is not None:
            return self._wrong("telegram", "hook_other", "hook_other_todo", bot=reach.username, url=reach.hook)
        if config.bot.mode is Mode.POLLING:
            return Point("telegram", self._say("polling", bot=reach.username) + pending)
        return self._webhook(config, pending)

    def _webhook(self, config: Config, pending: str) -> Point:
        reach = self._found.reach
        if not reach.hook:
            return self._wrong("telegram", "hook_missing", "hook_missing_todo")
        if reach.hook_error and reach.pending:
            at = self._clock(config, reach.hook_error_at or self._found.at)
            return self._wrong(
                "telegram", "hook_error", "hook_error_todo", url=reach.hook, error=reach.hook_error, at=at,
                n=reach.pending, port=config.webhook.port,
            )  # fmt: skip
        return Point("telegram", self._say("webhook", bot=reach.username, url=reach.hook) + pending)

    def _running(self, config: Config) -> Point:
        pid, sign = self._found.pid, self._found.rows.sign if self._found.rows else None
        if pid is None:
            since = self._clock(config, sign.seen_at) if sign else ""
            return self._wrong("running", "running_not_since" if sign else "running_not", "running_todo", since=since)
        if sign is None or sign.pid != pid or sign.beat_at is None:
            return Point("running", self._say("running_new", pid=pid))
        if not sign.well(self._found.at):
            beat = self._clock(config, sign.beat_at)
            return self._wrong("running", "running_ill", "running_ill_todo", pid=pid, beat=beat)
        since, beat = self._clock(config, sign.started_at), self._ago(sign.beat_at)
        return Point("running", self._say("running_fine", pid=pid, since=since, beat=beat))

    def _database(self, config: Config) -> Point:
        rows, file = self._found.rows, file_of(config)
        if self._found.trouble:
            trouble = in_words(self._found.trouble, self._speech.language)[0]
            return self._wrong("database", "database_trouble", trouble=trouble)
        if rows is None:
            return self._wrong("database", "database_none", "database_none_todo", file=file.name if file else "")
        engine = f"SQLite {file.name}" if file else "PostgreSQL"
        values = {
            "engine": engine, "size": _size(rows.counts.bytes), "schema": rows.counts.schema,
            "free": _size(self._found.free),
        }  # fmt: skip
        if self._found.free < LOW:
            return self._wrong("database", "disk_low", "disk_low_todo", **values)
        return Point("database", self._say("database_fine", **values))

    def _in_rows(self, config: Config, rows: Rows) -> Iterator[Point]:
        counts = rows.counts
        yield self._district(rows)
        matters = {"open": counts.open, "waiting": counts.waiting, "overdue": counts.overdue}
        yield Point("matters", self._say("matters_fine" if counts.open else "matters_none", **matters))
        if counts.oldest_at is not None and self._found.at - counts.oldest_at > SLOW:
            since = self._clock(config, counts.oldest_at)
            yield self._wrong("outbox", "outbox_slow", "outbox_slow_todo", n=counts.queued, since=since)
        else:
            lost = {"dead": counts.dead, "unknown": counts.unknown}
            more = self._say("outbox_lost", **lost) if any(lost.values()) else ""
            yield Point("outbox", self._say("outbox_fine") + more)
        if counts.quarantined:
            references = " ".join(counts.quarantined)
            n = len(counts.quarantined)
            yield self._wrong("quarantine", "quarantine_some", "quarantine_todo", n=n, references=references)
        else:
            yield Point("quarantine", self._say("quarantine_fine"))

    def _district(self, rows: Rows) -> Point:
        counts = rows.counts
        if not rows.grids:
            return self._wrong("district", "district_none", "district_none_todo")
        if not counts.desks_joined:
            return self._wrong("district", "desk_missing", "invite_todo")
        words = self._say(
            "district_fine", grids=rows.grids, points=rows.talk_points, members=counts.members,
            members_joined=counts.members_joined, desks=counts.desks, desks_joined=counts.desks_joined,
        )  # fmt: skip
        everybody = counts.members_joined == counts.members and counts.desks_joined == counts.desks
        return Point("district", words, () if everybody else (f"{self._commands['invite']} --all",))

    def _clock(self, config: Config, at: datetime) -> str:
        """By the district's clock; today's without the date."""
        zone: ZoneInfo = config.place.zone
        here, now = at.astimezone(zone), self._found.at.astimezone(zone)
        return f"{here:%H:%M}" if here.date() == now.date() else f"{here:%m-%d %H:%M}"

    def _ago(self, at: datetime) -> str:
        minutes = int((self._found.at - at).total_seconds() // 60)
        return self._say("minutes", n=minutes) if minutes else self._say("just_now")


def _size(count: int) -> str:
    size = float(count)
    for unit in ("B", "KB", "MB", "GB"):
        if size < 1024:
            return f"{size:.0f} {unit}" if unit in ("B", "KB") else f"{size:.1f} {unit}"
        size /= 1024
    return f"{size:.1f} TB"


def for_programs(found: Standing, points: list[Point]) -> dict[str, Any]:
    """The same as JSON: every figure, and what is wrong with what to do. Instants in ISO 8601."""
    body: dict[str, Any] = {
        "ok": all(point.fine for point in points),
        "at": found.at.isoformat(),
        "config": {"path": str(found.path), "mistakes": list(found.mistakes)},
        "wrong": [{"about": p.about, "words": p.words, "todo": list(p.todo)} for p in points if not p.fine],
    }
    if found.config is not None:
        body |= {"telegram": asdict(found.reach), "pid": found.pid, "disk_free_bytes": found.free}
        body["database"] = {"trouble": str(found.trouble or ""), **(asdict(found.rows) if found.rows else {})}
    plain: dict[str, Any] = json.loads(json.dumps(body, default=lambda value: value.isoformat()))
    return plain


STATUS = Bare("status", "is everything fine? and what to do where it is not / 一切都好吗，不好的怎么办", run, arguments)
