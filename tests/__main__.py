"""All tests in two halves at once (`python -m tests`): those that start programs and browsers, and all others.

The first half mostly waits, the second mostly computes, so that together they take little longer than one of them.
"""

from __future__ import annotations

import subprocess
import sys
from tempfile import TemporaryFile

APART = [f"tests/{folder}" for folder in ("bot", "demo", "docs", "page")]
PYTEST = [sys.executable, "-m", "pytest", "--quiet", "--durations=10"]


def main() -> int:
    """Shows the second half as it runs and the first one after it. Returns an exit status: 0 when all is well."""
    others = [f"--ignore={folder}" for folder in APART]
    with TemporaryFile() as shown_later:
        apart = subprocess.Popen(
            [*PYTEST, "-o", "cache_dir=.pytest_cache/apart", *APART],
            stdout=shown_later, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            failed = subprocess.run([*PYTEST, *others], check=False).returncode
            sys.stdout.write(f"\n{', '.join(APART)}, meanwhile:\n")
            sys.stdout.flush()
            failed = apart.wait() or failed
        finally:
            apart.terminate()
            apart.wait()
        shown_later.seek(0)
        sys.stdout.buffer.write(shown_later.read())
    return failed


if __name__ == "__main__":
    sys.exit(main())
