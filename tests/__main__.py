"""All tests in three parts at once (`python -m tests`): what starts programs and browsers, the stories, all others.

The first part mostly waits, the others mostly compute, so that together they take little longer than one of them.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO

PARTS = {"programs": ["bot", "demo", "docs", "page"], "stories": ["stories"]}
PYTEST = [sys.executable, "-m", "pytest", "--quiet", "--durations=10"]


def main() -> int:
    """Shows the others as they run and the parts after them. Returns an exit status: 0 when all is well."""
    apart = [f"--ignore=tests/{folder}" for folders in PARTS.values() for folder in folders]
    with ExitStack() as closing:
        shown = {part: closing.enter_context(TemporaryFile()) for part in PARTS}
        running = {part: closing.enter_context(_begin(part, shown[part])) for part in PARTS}
        for process in running.values():
            closing.callback(process.terminate)
        failed = subprocess.run([*PYTEST, *apart], check=False).returncode
        for part, process in running.items():
            failed = process.wait() or failed
            sys.stdout.write(f"\n{part}, meanwhile:\n")
            sys.stdout.flush()
            shown[part].seek(0)
            sys.stdout.buffer.write(shown[part].read())
            sys.stdout.flush()
    return failed


def _begin(part: str, output: IO[bytes]) -> subprocess.Popen[bytes]:
    folders = [f"tests/{folder}" for folder in PARTS[part]]
    words = [*PYTEST, "-o", f"cache_dir=.pytest_cache/{part}", *folders]
    return subprocess.Popen(words, stdout=output, stderr=subprocess.STDOUT)


if __name__ == "__main__":
    sys.exit(main())
