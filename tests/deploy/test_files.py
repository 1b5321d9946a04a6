"""The files for a server name commands, options, folders and ports that exist."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.command_line import parser
from bot.config_tables import WebhookTable

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service")) + sorted(DEPLOY.glob("*.timer"))
PORT = WebhookTable().port


def instructions(word: str) -> Iterator[str]:
    for line in (DEPLOY / "Containerfile").read_text("utf-8").splitlines():
        if line.startswith(f"{word} "):
            yield line.removeprefix(f"{word} ")


@pytest.mark.parametrize(("unit", "command"), [("little-bench", "run"), ("little-bench-backup", "backup")])
def test_the_services_run_commands_that_exist(unit: str, command: str) -> None:
    text = (DEPLOY / f"{unit}.service").read_text("utf-8")
    program, *words = shlex.split(re.findall(r"^ExecStart=(.+)$", text, re.MULTILINE)[0])
    assert program.endswith("/.venv/bin/little-bench")
    assert parser().parse_args(words).command == command


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_file_of_ours_that_a_unit_names_is_there(unit: Path) -> None:
    for name in re.findall(r"/opt/little-bench/(deploy/\S+)", unit.read_text("utf-8")):
        assert (ROOT / name).is_file()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze on this machine")
def test_systemd_understands_every_line_of_the_units(tmp_path: Path) -> None:
    for unit in UNITS:
        text = unit.read_text("utf-8").replace("/opt/little-bench/.venv/bin/little-bench", "/bin/true")
        (tmp_path / unit.name).write_text(text)
    units = [str(path) for path in sorted(tmp_path.iterdir())]
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    said = [line for line in done.stderr.splitlines() if str(tmp_path) in line or "little-bench" in line]
    assert said == []


def test_the_container_gets_every_package_and_no_file_that_is_missing() -> None:
    copied = [words.split()[:-1] for words in instructions("COPY")]
    sources = {source for line in copied for source in line}
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert packages <= sources
    assert all((ROOT / source).exists() for source in sources)
    handed_over = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {line.removeprefix("!") for line in handed_over if line.startswith("!")} == sources


def test_the_container_runs_the_bot_as_nobody_in_particular() -> None:
    assert list(instructions("USER")) == ["bench"]
    assert list(instructions("ENTRYPOINT")) == ['["python", "-m", "bot"]']
    assert parser().parse_args(["run"]).command == "run"


@pytest.mark.parametrize("name", ["Containerfile", "nginx.conf", "Caddyfile"])
def test_everybody_means_the_same_port(name: str) -> None:
    ports = set(re.findall(r"127\.0\.0\.1:(\d+)", (DEPLOY / name).read_text("utf-8")))
    assert ports == {str(PORT)}
