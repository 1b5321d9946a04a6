"""The press room of the stories: one child for all of them, where each would start one of its own."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from typing import ParamSpec, TypeVar

from bot.press import JobFailed, Press

P = ParamSpec("P")
T = TypeVar("T")


class SharedPress(Press):
    """What becomes of a child that is lost or slow is seen in tests/bot/test_press.py."""

    async def run(self, function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        job = partial(function, *arguments, **named)
        try:
            return await asyncio.get_running_loop().run_in_executor(_child(), job)
        except Exception as error:
            raise JobFailed(str(error)) from error


@cache
def _child() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, multiprocessing.get_context("forkserver"))
