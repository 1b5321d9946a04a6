"""`python -m sandbox`: the sandbox as a program of its own, and what a stage without a director sees to itself."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from sandbox import Sandbox
from sandbox.__main__ import TOKEN, main
from tests.sandbox.support import Api

ROOT = Path(__file__).parents[2]


@pytest_asyncio.fixture
async def program() -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    """What it said, and the running program."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", "0", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    said = (await process.stdout.readuntil(b"Ctrl-C")).decode()
    yield said, process
    if process.returncode is None:
        process.kill()
    await process.wait()


@pytest.mark.asyncio
async def test_it_says_where_the_page_is_and_what_belongs_into_the_configuration(
    program: tuple[str, asyncio.subprocess.Process],
) -> None:
    said, process = program
    base = re.search(r"base_url +(http://127\.0\.0\.1:\d+)", said)
    assert base is not None
    assert TOKEN in said
    async with aiohttp.ClientSession() as session, session.get(f"{base[1]}/bot{TOKEN}/getMe") as response:
        assert (await response.json())["result"]["username"] == "little_bench_try_bot"
    process.send_signal(signal.SIGTERM)
    assert await process.wait() == 0


@pytest.mark.parametrize("wrong", [["--token", "nonsense"], ["--username", "somebody"]])
def test_a_token_or_a_name_that_telegram_would_not_give_is_refused(wrong: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(wrong)


@pytest.mark.asyncio
async def test_a_port_that_is_taken_is_named(base: str, capsys: pytest.CaptureFixture[str]) -> None:
    port = base.rpartition(":")[2]
    assert await asyncio.to_thread(main, ["--port", port]) == 1
    assert port in capsys.readouterr().err


async def asks(api: Api, act: str, **body: Any) -> tuple[int, Any]:
    async with api.session.post(f"{api.base}/stage/{act}", json=body) as response:
        return response.status, (await response.json()).get("result")


@pytest.mark.asyncio
async def test_a_newcomer_gets_a_telephone_and_opens_an_invitation(api: Api, sandbox: Sandbox) -> None:
    _, person = await asks(api, "newcomer", name=" 马丽 ", language="zh")
    await asks(api, "start", person=person, payload="abc")
    message = (await api.updates())[0]["message"]
    assert (message["text"], message["from"]["first_name"]) == ("/start abc", "马丽")


@pytest.mark.asyncio
async def test_the_same_name_is_the_same_account(api: Api, sandbox: Sandbox) -> None:
    first = await asks(api, "newcomer", name="马丽", language="zh")
    assert first == await asks(api, "newcomer", name="马丽", language="en")
    assert len(sandbox.world.people) == 1


@pytest.mark.asyncio
async def test_without_a_director_the_page_may_still_change_its_language(api: Api, sandbox: Sandbox) -> None:
    sandbox.world.undecided = True
    assert (await asks(api, "language", language="en"))[0] == 200
    assert (sandbox.world.language, sandbox.world.undecided) == ("en", False)


@pytest.mark.asyncio
@pytest.mark.parametrize("body", [{"name": " ", "language": "zh"}, {"name": "马丽", "language": "fr"}])
async def test_nobody_joins_without_a_name_or_a_language_of_the_page(api: Api, body: dict[str, str]) -> None:
    assert (await asks(api, "newcomer", **body))[0] in (400, 409)
