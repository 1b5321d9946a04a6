"""The sending limits, by the clock."""

from typing import Any

import pytest

from sandbox import Person, Sandbox
from tests.sandbox.support import WANG, Api, HandClock


async def refused_at(api: Api, chat_id: int, tries: int) -> tuple[int, dict[str, Any]] | None:
    for count in range(tries):
        answer = await api.answer("sendMessage", chat_id=chat_id, text=str(count))
        if not answer["ok"]:
            return count, answer
    return None


@pytest.mark.asyncio
async def test_five_in_a_burst_then_one_a_second(api: Api, wang: Person, clock: HandClock) -> None:
    stopped = await refused_at(api, WANG, 6)
    assert stopped is not None
    count, answer = stopped
    assert (count, answer["error_code"]) == (5, 429)
    assert answer["description"] == "Too Many Requests: retry after 1"
    assert answer["parameters"] == {"retry_after": 1}
    clock.passes(1)
    await api.says()


@pytest.mark.asyncio
async def test_thirty_a_second_over_all(api: Api, sandbox: Sandbox, clock: HandClock) -> None:
    for number in range(31):
        sandbox.world.add_person(6000 + number, f"居民{number}").chat.started = True
    answers = [await api.answer("sendMessage", chat_id=6000 + number, text="停水") for number in range(31)]
    assert [answer["ok"] for answer in answers] == [True] * 30 + [False]
    clock.passes(1)
    await api.says(chat_id=6030)


@pytest.mark.asyncio
async def test_twenty_a_minute_in_a_group(api: Api, sandbox: Sandbox, wang: Person, clock: HandClock) -> None:
    sandbox.world.add_group(-7, "3号楼", [WANG])
    for number in range(20):
        clock.passes(1)
        await api.says(str(number), chat_id=-7)
    answer = await api.answer("sendMessage", chat_id=-7, text="x")
    assert answer["parameters"] == {"retry_after": 41}
    clock.passes(41)
    await api.says(chat_id=-7)


@pytest.mark.asyncio
async def test_a_refused_message_costs_nothing_and_edits_are_free(api: Api, wang: Person) -> None:
    card = await api.says("0")
    for number in range(10):
        await api("editMessageText", chat_id=WANG, message_id=card, text=f"edit {number}")
        await api.refusal("sendMessage", chat_id=WANG, text="")
    assert await refused_at(api, WANG, 4) is None


@pytest.mark.asyncio
async def test_limits_can_be_lifted(api: Api, wang: Person, sandbox: Sandbox) -> None:
    sandbox.world.limits.on = False
    assert await refused_at(api, WANG, 40) is None
