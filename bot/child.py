"""What runs in the child process: takes jobs from its standard input, one after another, until the parent is gone."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from queue import SimpleQueue
from typing import Any, BinaryIO, NoReturn

from domain.discreet import trace

HEAD = 8
"""Bytes that hold a frame's length."""
_NICENESS = 10
"""Turns come before pictures."""


def framed(value: object) -> bytes:
    """A value as it goes through the pipe, in either direction."""
    body = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return len(body).to_bytes(HEAD) + body


def opened(body: bytes) -> Any:
    """The value of a frame's body. Only parent and child write into the pipe between them."""
    return pickle.loads(body)  # noqa: S301


def main() -> NoReturn:
    """Never returns: ends when the pipe from the parent does, in the middle of a job too."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_IGN)  # whoever stops the whole group means the parent, which then ends us
    os.nice(_NICENESS)
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get into the answers
    waiting: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(jobs, waiting), daemon=True).start()
    while True:
        answer = _done(waiting.get())
        try:
            answers.write(answer)
            answers.flush()
        except BrokenPipeError:
            os._exit(0)


def _listen(jobs: BinaryIO, waiting: SimpleQueue[bytes]) -> NoReturn:
    while len(head := jobs.read(HEAD)) == HEAD:
        waiting.put(jobs.read(int.from_bytes(head)))
    os._exit(0)


def _done(job: bytes) -> bytes:
    """(True, the result) or (False, the traceback)."""
    try:
        function, arguments, named = opened(job)
        return framed((True, function(*arguments, **named)))
    except Exception as error:
        return framed((False, trace(error)))


if __name__ == "__main__":
    main()
