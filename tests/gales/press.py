"""The press room of a gale: figures are counted here and not in a child process; pictures are not drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from bot.figures import Wanted, counted, make_digest
from bot.press import JobFailed, Press
from storage.database import Database
from storage.digests import written

P = ParamSpec("P")
T = TypeVar("T")


class PressHere(Press):
    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database

    async def run(self, function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """Raises JobFailed for all but counting."""
        if cast(Any, function) is not make_digest:
            raise JobFailed(f"{function.__qualname__} is not done here")
        wanted = arguments[1]
        assert isinstance(wanted, Wanted)
        return cast(T, await self._database.read("figures", lambda tx: written(counted(tx, wanted))))
