"""What a table of transitions, (state, act) to the state after it, says of one act."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from domain.errors import NoLongerPossible

State = TypeVar("State")
Act = TypeVar("Act")


def state_after(table: Mapping[tuple[State, Act], State], state: State, act: Act) -> State:
    """Raises NoLongerPossible when the state does not allow the act."""
    if (state, act) not in table:
        raise NoLongerPossible(f"{act} from {state}")
    return table[state, act]
