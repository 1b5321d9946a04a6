"""`little-bench tidy`, by use: it counts first, asks, and clears away only what has been kept long enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.command_line import obey
from domain.events import Content
from domain.matters.matter import Cause, State
from domain.people.person import Person
from storage.transaction import Transaction
from tests.bot.program import TOKEN
from tests.bot.test_export import in_rows
from tests.storage.support import letter, matter

PHOTO = {"kind": "photo", "ref": "ref"}


def fill(tx: Transaction) -> None:
    """A matter that ended four years ago, with a photo at home, and one that ended last week."""
    for name in ("li", "wang"):
        tx.people.save(Person(name, name))
    for n, (name, days) in enumerate((("old", 1500), ("new", 7)), start=1):
        at = tx.now - timedelta(days=days)
        tx.matters.add(replace(matter(name), seq=n, state=State.ENDED, cause=Cause.SOLVED, ended_at=at))
        said = Content(
            f"said-{name}", f"matter:{name}", "report", "li", at, "灯坏了", (PHOTO,) if n == 1 else (), "salt"
        )
        tx.contents.add(said)
        tx.search.put(name)
    tx.notes.set("file:ref", "abc")
    tx.seen.first_time("telegram", "7", tx.now - timedelta(days=4))
    tx.outbox.put(letter("just now"))


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "config.toml"
    path.write_text(f'[bot]\ntoken = "{TOKEN}"\n[contacts]\ndesk = "0931-5550100"\n', "utf-8")
    in_rows(path, fill)
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "abc").write_bytes(b"a picture")
    return path


def said(config: Path, name: str) -> Content:
    found: Content = in_rows(config, lambda tx: tx.contents.get(f"said-{name}"))
    return found


def test_a_dry_run_counts_each_sort_and_changes_nothing(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert obey(["tidy", "--dry-run", "--english"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "This would go (nothing was changed; it goes by itself every night):",
        "words of what ended more than 1095 days ago: 1",
        "photos and voice notes of what ended more than 365 days ago: 1",
        "messages that left more than 7 days ago: 0",
        "marks of what came in more than 3 days ago: 1",
    ]
    assert said(config, "old").text
    assert (config.parent / "media" / "abc").exists()


def test_after_a_yes_words_and_the_file_are_gone_and_what_is_new_stays(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert obey(["tidy", "--yes", "--chinese"]) == 0
    printed = capsys.readouterr().out
    assert "了结1095天以上的话：1段" in printed
    assert printed.endswith("清好了。\n")
    assert (said(config, "old").text, said(config, "old").media, said(config, "new").text) == ("", (), "灯坏了")
    assert not (config.parent / "media" / "abc").exists()
    assert obey(["tidy", "--yes", "--english"]) == 0
    assert capsys.readouterr().out == "There is nothing to clear away.\n"


def test_without_a_yes_nothing_goes(
    config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builtins.input", lambda question: "")
    assert obey(["tidy", "--english"]) == 1
    assert capsys.readouterr().out.endswith("Nothing was changed.\n")
    assert said(config, "old").text


def test_what_is_kept_for_ever_is_not_counted(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with config.open("a", encoding="utf-8") as file:
        file.write("[retention]\nwords_after_days = 0\nphotos_after_days = 0\n")
    assert obey(["tidy", "--yes", "--english"]) == 0
    assert "words: kept for ever\nphotos and voice notes: kept for ever\n" in capsys.readouterr().out
    assert said(config, "old").text
