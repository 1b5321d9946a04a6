"""The command line at odd terminals: no input, ASCII alone, a reader that goes away, no command at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.forking import ROOT

ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}


def typed(folder: Path, line: str, **environment: str) -> tuple[int, str]:
    """(exit status, all that was printed) of one line at a shell, `bench` being the program."""
    shell = f'bench() {{ "{sys.executable}" -m bot "$@"; }}; {line}'
    done = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", shell], cwd=folder, stdin=subprocess.DEVNULL, timeout=30, check=False,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.returncode, done.stdout.decode()


def test_without_a_command_all_of_them_are_listed(tmp_path: Path) -> None:
    status, said = typed(tmp_path, "bench")
    assert status == 2
    assert all(command in said for command in ("init", "run", "status", "talkpoints"))


def test_a_closed_input_answers_nothing(tmp_path: Path) -> None:
    status, said = typed(tmp_path, "bench init <&-")
    assert (status, "--token-file" in said, "Traceback" in said) == (1, True, False)


def test_a_terminal_without_chinese_is_spoken_to_in_english(tmp_path: Path) -> None:
    status, said = typed(tmp_path, "bench init", **ASCII)
    assert (status, "Setting up Little Bench" in said, "Traceback" in said) == (1, True, False)


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    _, said = typed(tmp_path, "bench --help | true; bench status | true; bench status --config none.toml | true")
    assert said == ""


@pytest.mark.parametrize(
    ("language", "words"), [("zh_CN.UTF-8", "没有 config.toml"), ("en_GB.UTF-8", "no config.toml")]
)
def test_without_a_configuration_the_first_step_is_named(tmp_path: Path, language: str, words: str) -> None:
    status, said = typed(tmp_path, "bench run", LC_ALL=language, PYTHONUTF8="1")
    assert (status, words in said, "python -m bot init" in said) == (1, True, True)
