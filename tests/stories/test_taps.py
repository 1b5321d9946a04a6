"""How many messages and taps each act asks for: played, counted, and compared with the table in docs/taps.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.stories.acts_explaining import EXPLAINING
from tests.stories.acts_member import MEMBER
from tests.stories.acts_resident import RESIDENT
from tests.stories.house import Play

TABLE = Path(__file__).parents[2] / "docs/taps.md"
ROW = re.compile(r"^\| [^|]+ \| [^|]+ \| ([^|]+) \| (\d+) \| (\d+) \|$", re.M)
DOCUMENTED = {act.strip(): (int(said), int(taps)) for act, said, taps in ROW.findall(TABLE.read_text("utf-8"))}
PLAYED = {**RESIDENT, **MEMBER, **EXPLAINING}
MOST = {
    "file a matter": (1, 1),
    "me too": (1, 1),
    "judge: it is solved": (0, 1),
    "accept": (0, 1),
    "report progress": (1, 0),
    "close": (1, 2),
    "hand on to the right grid": (0, 3),
    "give back to the desk": (0, 3),
    "give to somebody": (0, 3),
    "take leave": (1, 1),
    "note a visit": (2, 2),
}
"""What the house promises; the table may never say more."""


def test_the_table_and_the_plays_name_the_same_acts() -> None:
    assert set(DOCUMENTED) == set(PLAYED)


@pytest.mark.parametrize("act", MOST)
def test_the_table_says_no_more_than_the_house_promises(act: str) -> None:
    (said, taps), (most_said, most_taps) = DOCUMENTED[act], MOST[act]
    assert said <= most_said
    assert taps <= most_taps


@pytest.mark.asyncio
@pytest.mark.parametrize("act", PLAYED)
async def test_it_takes_as_many_messages_and_taps_as_the_table_says(play: Play, act: str) -> None:
    hand = await PLAYED[act](play)
    assert hand.count == DOCUMENTED[act]
