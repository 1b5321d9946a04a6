"""docs/operating.md and its Chinese sister, done word by word in an empty folder, against the sandbox."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import zxingcpp
from PIL import Image

from bot.command_line import parser
from tests.docs.reading import Commands, Scene, Sheet, server_lines, steps
from tests.docs.stage import PATIENCE, SCANS, Stage
from tests.docs.terminal import typed

ROOT = Path(__file__).parents[2]
PAGES = [("operating.md", "en"), ("operating.zh-CN.md", "zh")]
LOCALES = {"en": "en_GB.UTF-8", "zh": "zh_CN.UTF-8"}
LINK = re.compile(r"https://t\.me/\w+\?start=\w+")
STAYING = ("python -m sandbox", "little-bench run")
"""What goes on in its own window."""
OURS = re.compile(r"(?:/bin/little-bench|python -m bot|:/data little-bench)\b *(.*)$")
"""What is handed to the program on a server: its own path, inside a container, to an image."""
POSTER = ("poster", "海报")


class Reader:
    """Somebody who types what the page says, in `folder`."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language, self.port = folder, language, _free_port()
        self.windows: list[subprocess.Popen[str]] = []
        self.said = ""
        self.stage = Stage(f"http://127.0.0.1:{self.port}", language)
        self.environment = os.environ | {
            "PYTHONPATH": str(ROOT), "LC_ALL": LOCALES[language], "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1",
        }  # fmt: skip

    def types(self, commands: Commands) -> None:
        for line in commands.lines:
            words = self._words(line)
            if line.split(" --")[0] in STAYING:
                self._opens_window(line, words)
            else:
                self._waits_for(line, words, commands.answers if line == commands.lines[-1] else [])

    def _words(self, line: str) -> list[str]:
        first, *rest = shlex.split(line.replace("8845", str(self.port)))
        program = {"little-bench": ["-m", "bot"], "python": []}[first]
        if rest == ["-m", "sandbox"]:
            rest += ["--port", str(self.port)]
        return [sys.executable, *program, *rest]

    def _opens_window(self, line: str, words: list[str]) -> None:
        log = self.folder.parent / f"{len(self.windows)}.log"
        with log.open("w") as out:
            window = subprocess.Popen(
                words, cwd=self.folder, env=self.environment, stdout=out, stderr=subprocess.STDOUT, text=True
            )
        self.windows.append(window)
        until = time.monotonic() + PATIENCE
        while not re.search(r"Ctrl-C|little_bench_try_bot ·", log.read_text("utf-8")):
            assert window.poll() is None, f"{line}: {log.read_text('utf-8')}"
            assert time.monotonic() < until, f"{line}: {log.read_text('utf-8')}"
            time.sleep(0.1)

    def _waits_for(self, line: str, words: list[str], answers: list[str]) -> None:
        status, screen = typed(words, answers, self.folder, self.environment, PATIENCE * 3)
        self.said += screen
        assert status == 0, f"{line}: {screen}"

    def plays(self, scene: Scene) -> None:
        for who, does, sees in scene.rows:
            self.stage.plays(who, does, sees, self._link_for(who, does))

    def _link_for(self, who: str, does: str) -> str:
        """The newest link that was printed after her name, or what her telephone's camera reads in a picture."""
        if not does.startswith(SCANS):
            before = LINK.split(self.said)
            named = [link for words, link in zip(before, LINK.findall(self.said), strict=False) if who in words]
            return named[-1] if named else ""
        poster = any(word in does for word in POSTER)
        (picture,) = self.folder.glob("posters/*.png" if poster else f"invitations/{who}.png")
        return str(zxingcpp.read_barcodes(Image.open(picture))[0].text)

    def fills_in(self, sheet: Sheet) -> None:
        (path,) = self.folder.glob("*.xlsx")
        book = openpyxl.load_workbook(path)
        page = book[sheet.name]
        titles = [str(cell.value) for cell in page[1]]
        for row in sheet.rows[1:]:
            page.append([dict(zip(sheet.rows[0], row, strict=True)).get(title) or None for title in titles])
        assert set(sheet.rows[0]) <= set(titles), titles
        book.save(path)

    def goes_home(self) -> None:
        for window in reversed(self.windows):
            window.send_signal(signal.SIGINT)
            assert window.wait(PATIENCE) == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def reader(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Reader]:
    (tmp_path / "bench").mkdir()
    reader = Reader(tmp_path / "bench", request.param)
    yield reader
    for window in reader.windows:
        window.kill()
        window.wait()


@pytest.mark.parametrize(("page", "reader"), PAGES, indirect=["reader"])
def test_the_page_done_word_by_word_ends_in_a_running_district(page: str, reader: Reader) -> None:
    for step in steps(ROOT / "docs" / page):
        match step:
            case Commands():
                reader.types(step)
            case Scene():
                reader.plays(step)
            case Sheet():
                reader.fills_in(step)
    reader.goes_home()


@pytest.mark.parametrize("page", [page for page, _ in PAGES])
def test_what_is_typed_on_a_server_names_commands_and_files_that_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for line in server_lines(ROOT / "docs" / page):
        for command in re.findall(OURS, line):
            parser().parse_args(shlex.split(command) or ["run"])
        for target in re.findall(r"\bmake ([a-z]+)", line):
            assert target in targets, line
        for name in re.findall(r"\bdeploy/[\w.-]+", line):
            assert (ROOT / name).is_file(), line


def test_both_pages_type_the_same_on_a_server() -> None:
    one, other = (server_lines(ROOT / "docs" / page) for page, _ in PAGES)
    assert one == other


@pytest.mark.parametrize("page", [page for page, _ in PAGES])
def test_what_the_program_is_said_to_say_stands_in_its_sources(page: str) -> None:
    *_, table = (ROOT / "docs" / page).read_text("utf-8").split("| --- | --- |\n")
    packages = ("bot", "channels", "storage")
    sources = "".join(path.read_text("utf-8") for name in packages for path in (ROOT / name).rglob("*.py"))
    for said in re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE):
        assert said in sources, said
