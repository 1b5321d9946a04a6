"""Where the program begins: `little-bench` or `python -m bot`. Its commands are listed in bot/command_line.py."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bot.imports import for_life


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status: 0 done, 1 something to mend (said in words), 2 a wrong command line."""
    try:
        with for_life():
            from bot.command_line import obey
        return obey(arguments)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
