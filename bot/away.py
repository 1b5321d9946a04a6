"""At the start: for how long nobody was here, by the sign of life that the last run left."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from bot.pulse import sign_in
from handlers.away import been_away
from handlers.turn import Turn
from storage.database import Database
from storage.transaction import Transaction

_LOGGER = logging.getLogger(__name__)


async def see_to_absence(database: Database, turn: Callable[[Transaction], Turn[Any]]) -> None:
    """To be awaited before this run leaves a sign of its own. Raises StorageError."""

    def act(tx: Transaction) -> None:
        sign = sign_in(tx)
        if sign is None:
            return
        if sign.seen_at > tx.now:
            _LOGGER.warning("the last sign of life is of %s, which has not come yet: a clock was wrong", sign.seen_at)
        been_away(turn(tx), sign.seen_at)

    await database.transact("away", act)
