"""Several parts of the tests at once, because some wait where others compute: `python -m tests`, or with `look`.

To look is to open the page in a browser, which needs Chromium, to do the pages of instructions word by word, and to
live two days of a district and thousands of steps of storms; all others need nothing but what is installed. With
--coverage both are run, and what they ran of the core is written down beside, for `coverage combine` and `coverage
report`.
"""

from __future__ import annotations

import compileall
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile, gettempdir, mkdtemp
from typing import IO

LIVED = [
    "tests/docs/test_operating.py", "tests/docs/test_adding_a_family.py", "tests/bot/test_terminals.py",
    "tests/bot/simulation", "tests/demo/test_play.py", "tests/demo/test_command.py",
    "tests/stories/test_random_steps.py",
]  # fmt: skip
STORIES = sorted({str(path) for path in Path("tests/stories").glob("test_*.py")} - set(LIVED))
WAITED_FOR = (
    "killing", "named_crashes", "killed_migrations", "two_senders", "mailing", "damage", "running",
)  # fmt: skip
LONG = ["tests/gales", *(f"tests/bot/test_{name}.py" for name in WAITED_FOR)]
PARTS = {
    "programs": ["tests/bot", *(f"--ignore={path}" for path in (*LONG, *LIVED))],
    "gales and long programs": LONG,
    "stories": STORIES[::2],
    "more stories": STORIES[1::2],
}
TO_LOOK = {
    "lived through": LIVED,
    "pages": ["tests/demo", "tests/page", *(f"--ignore={path}" for path in LIVED)],
}
PYTEST = ["-m", "pytest", "--quiet", "--durations=10"]
MEASURED = ["-m", "coverage", "run"]
MEMORY = Path("/dev/shm")
NOT_OURS = re.compile(r"/(\.venv|tests)/")
ENOUGH = 4 << 30
"""Bytes; the databases of all tests together are a tenth of it."""


def main(arguments: Sequence[str]) -> int:
    """Shows the first part as it runs and the others after it. Returns an exit status: 0 when all is well."""
    measured = "--coverage" in arguments
    python = [sys.executable, *(MEASURED if measured else ()), *PYTEST]
    apart = [word for words in (PARTS | TO_LOOK).values() for word in words if not word.startswith("-")]
    parts = {"others": [f"--ignore={path}" for path in apart]} | PARTS
    if "look" in arguments or measured:
        parts = (parts if measured else {}) | TO_LOOK
    place = mkdtemp(prefix="little-bench-tests-", dir=_where())
    Path(place).chmod(0o755)  # the database server in it has a user of its own
    os.environ["TMPDIR"] = place
    compileall.compile_dir(".", quiet=1, workers=0, rx=NOT_OURS)  # once, where each part would for itself
    (first, words), *meanwhile = parts.items()
    with ExitStack() as closing:
        shown = {part: closing.enter_context(TemporaryFile(dir=place)) for part, _ in meanwhile}
        running = {part: closing.enter_context(_begun(python, part, path, shown[part])) for part, path in meanwhile}
        for process in running.values():
            closing.callback(process.terminate)
        failed = subprocess.run([*python, "-o", f"cache_dir=.pytest_cache/{first}", *words], check=False).returncode
        for part, process in running.items():
            failed = process.wait() or failed
            sys.stdout.write(f"\n{part}, meanwhile:\n")
            sys.stdout.flush()
            shown[part].seek(0)
            sys.stdout.buffer.write(shown[part].read())
            sys.stdout.flush()
    if not failed:  # otherwise what they left is looked at
        shutil.rmtree(place, ignore_errors=True)
    return failed


def _where() -> str:
    """In memory where there is room: a thousand small databases wait for a disk longer than for anything else."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH
    return str(MEMORY) if roomy else gettempdir()


def _begun(python: Sequence[str], part: str, words: Sequence[str], output: IO[bytes]) -> subprocess.Popen[bytes]:
    line = [*python, "-o", f"cache_dir=.pytest_cache/{part}", *words]
    return subprocess.Popen(line, stdout=output, stderr=subprocess.STDOUT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
