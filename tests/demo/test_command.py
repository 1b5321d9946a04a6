"""Starting and stopping the demo: a taken port, Ctrl-C, and a parent that is killed."""

import os
import signal
import socket

import pytest

from tests.demo.running import Demo, alive
from tests.waiting import until


@pytest.mark.asyncio
async def test_a_taken_port_is_explained_with_another_one_to_take() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        demo = await Demo.start("--port", str(port))
        assert await demo.ended() == 1
    assert f"Port {port} is taken" in demo.words
    assert f"make demo PORT={port + 1}" in demo.words
    assert "Traceback" not in demo.words


@pytest.mark.asyncio
async def test_ctrl_c_ends_it_with_all_its_processes_and_no_traceback() -> None:
    demo = await Demo.start("--port", "0")
    await demo.address()
    bots = demo.children()
    os.killpg(demo.process.pid, signal.SIGINT)
    assert await demo.ended() == 0
    assert "Traceback" not in demo.words
    assert bots
    assert not [bot for bot in bots if alive(bot)]


@pytest.mark.asyncio
async def test_the_bots_end_when_the_demo_is_killed() -> None:
    demo = await Demo.start("--port", "0")
    await demo.address()
    bots = demo.children()
    demo.process.kill()
    await demo.ended()
    await until(lambda: not [bot for bot in bots if alive(bot)], seconds=20)
    assert "Traceback" not in demo.words
