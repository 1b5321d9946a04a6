"""The bot introduces itself, and is quiet when it has done so before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from channels.telegram.channel import Telegram
from channels.telegram.profile import Introduction, Menu, Profile
from sandbox import Sandbox

PROFILE = Profile(
    (
        Introduction("", "小板凳", "哪里坏了、有什么难处，跟我说一声。", "小区的事，说一声就行"),
        Introduction("en", "Little Bench", "Tell me what is wrong.", "Small matters of the neighbourhood"),
    ),
    (
        Menu("private", "", (("mine", "我的事"), ("help", "帮助"))),
        Menu("private", "en", (("mine", "My matters"), ("help", "Help"))),
        Menu("groups", "", (("start", "打开小板凳"),)),
    ),
)


@pytest.mark.asyncio
async def test_everything_is_said_once(telegram: Telegram, sandbox: Sandbox, tmp_path: Path) -> None:
    picture = tmp_path / "bench.jpg"
    picture.write_bytes(sandbox.world.assets.get("lamp").content)
    profile = replace(PROFILE, picture=picture)
    changed = await telegram.introduce(profile)
    assert {"name en", "description", "about en", "commands private en", "commands groups", "picture"} <= set(changed)
    assert (await telegram.bot.get_my_name("en")).name == "Little Bench"
    assert await telegram.introduce(profile) == []


@pytest.mark.asyncio
async def test_only_what_differs_is_set(telegram: Telegram) -> None:
    await telegram.introduce(PROFILE)
    other = replace(PROFILE, menus=(Menu("private", "", (("mine", "我的事"),)), *PROFILE.menus[1:]))
    assert await telegram.introduce(other) == ["commands private"]


@pytest.mark.asyncio
async def test_an_empty_menu_is_taken_away(telegram: Telegram) -> None:
    await telegram.introduce(PROFILE)
    assert await telegram.introduce(Profile(menus=(Menu("groups", "", ()),))) == ["commands groups"]
    assert await telegram.introduce(Profile(menus=(Menu("groups", "", ()),))) == []


@pytest.mark.asyncio
async def test_a_menu_can_be_for_one_chat(telegram: Telegram, wang: object) -> None:
    assert await telegram.introduce(Profile(menus=(Menu("42", "", (("desk", "值班"),)),))) == ["commands 42"]


@pytest.mark.asyncio
async def test_a_refusal_does_not_stop_the_rest(telegram: Telegram, sandbox: Sandbox) -> None:
    sandbox.faults.plan("setMyName", "429", retry_after=80_000, times=2)
    changed = await telegram.introduce(PROFILE)
    assert "name en" not in changed
    assert "description en" in changed
