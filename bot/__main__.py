"""Where the program begins: `little-bench` or `python -m bot`. Its commands are listed in bot/command_line.py."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from bot.imports import for_life


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status: 0 done, 1 something to mend (said in words), 2 a wrong command line."""
    try:
        with for_life():
            from bot.command_line import obey
        try:
            return obey(arguments)
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read along has read enough, such as `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
