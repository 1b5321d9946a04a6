"""All tests in four parts at once (`python -m tests`): programs, what is seen in browsers, the stories, all others.

The first two mostly wait, the others mostly compute, so that together they take little longer than one of them. With
--coverage what they ran of the core is written down beside, for `coverage combine` and `coverage report`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile, gettempdir, mkdtemp
from typing import IO

LONGEST = [f"tests/bot/test_{name}.py" for name in ("killing", "named_crashes", "two_senders")]
PARTS = {
    "programs": ["tests/bot", *(f"--ignore={path}" for path in LONGEST)],
    "browsers": ["tests/demo", "tests/docs", "tests/page", *LONGEST],  # and the programs that are waited for longest
    "stories": ["tests/stories"],
}
PYTEST = ["-m", "pytest", "--quiet", "--durations=10"]
MEASURED = ["-m", "coverage", "run"]
MEMORY = Path("/dev/shm")
ENOUGH = 4 << 30
"""Bytes; the databases of all tests together are a tenth of it."""


def main(arguments: Sequence[str]) -> int:
    """Shows the others as they run and the parts after them. Returns an exit status: 0 when all is well."""
    python = [sys.executable, *(MEASURED if "--coverage" in arguments else ()), *PYTEST]
    apart = [f"--ignore={path}" for words in PARTS.values() for path in words if not path.startswith("-")]
    place = mkdtemp(prefix="little-bench-tests-", dir=_where())
    Path(place).chmod(0o755)  # the database server in it has a user of its own
    os.environ["TMPDIR"] = place
    with ExitStack() as closing:
        shown = {part: closing.enter_context(TemporaryFile(dir=place)) for part in PARTS}
        running = {part: closing.enter_context(_begin(python, part, shown[part])) for part in PARTS}
        for process in running.values():
            closing.callback(process.terminate)
        failed = subprocess.run([*python, *apart], check=False).returncode
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


def _begin(python: Sequence[str], part: str, output: IO[bytes]) -> subprocess.Popen[bytes]:
    words = [*python, "-o", f"cache_dir=.pytest_cache/{part}", *PARTS[part]]
    return subprocess.Popen(words, stdout=output, stderr=subprocess.STDOUT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
