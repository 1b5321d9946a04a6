"""What the bot says about itself."""

from typing import Any

import pytest

from sandbox import Person, Sandbox
from tests.sandbox.support import WANG, Api
from tests.sandbox.test_files import LAMP, upload

REPORT = {"command": "report", "description": "报事"}
DUTY = {"command": "duty", "description": "今天谁值班"}


@pytest.mark.asyncio
async def test_commands_are_kept_per_scope_and_language(api: Api, wang: Person) -> None:
    scope = {"type": "chat", "chat_id": WANG}
    await api("setMyCommands", commands=[REPORT])
    await api("setMyCommands", commands=[DUTY], scope=scope, language_code="zh")
    assert await api("getMyCommands") == [REPORT]
    assert await api("getMyCommands", scope=scope, language_code="zh") == [DUTY]
    assert await api("getMyCommands", scope=scope) == []
    await api("deleteMyCommands")
    assert await api("getMyCommands") == []


@pytest.mark.asyncio
async def test_a_person_sees_the_narrowest_commands_in_her_language(api: Api, sandbox: Sandbox, wang: Person) -> None:
    account = sandbox.world.account
    await api("setMyCommands", commands=[REPORT])
    assert account.commands_for(WANG, "zh-hans") == [REPORT]
    await api("setMyCommands", commands=[DUTY], scope={"type": "chat", "chat_id": WANG}, language_code="zh")
    assert account.commands_for(WANG, "zh-hans") == [DUTY]
    assert account.commands_for(WANG, "en") == [REPORT]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"commands": [REPORT] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [{"command": "报事", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "report", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "report"}]}, "can't parse BotCommand"),
        ({"commands": [REPORT], "scope": {"type": "chat"}}, "can't parse BotCommandScope"),
        ({"commands": [REPORT], "scope": {"type": "chat", "chat_id": 4}}, "chat not found"),
        ({"commands": [REPORT], "language_code": "zh-hans"}, "invalid language code specified"),
    ],
)
async def test_wrong_commands_are_refused(api: Api, parameters: dict[str, Any], reason: str) -> None:
    assert reason in await api.refusal("setMyCommands", **parameters)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("name", "parameter", "limit"),
    [("Name", "name", 64), ("Description", "description", 512), ("ShortDescription", "short_description", 120)],
)
async def test_texts_are_kept_per_language_up_to_their_length(api: Api, name: str, parameter: str, limit: int) -> None:
    await api(f"setMy{name}", **{parameter: "字" * limit})
    await api(f"setMy{name}", **{parameter: "en"}, language_code="en")
    assert await api(f"getMy{name}", language_code="en") == {parameter: "en"}
    assert await api(f"getMy{name}", language_code="zh") == {parameter: "字" * limit}
    assert "too long" in await api.refusal(f"setMy{name}", **{parameter: "字" * (limit + 1)})


@pytest.mark.asyncio
async def test_the_name_is_the_accounts_until_it_is_set(api: Api) -> None:
    assert await api("getMyName") == {"name": "小板凳"}


@pytest.mark.asyncio
async def test_the_profile_photo_is_an_uploaded_jpeg(api: Api, sandbox: Sandbox) -> None:
    fields = {"photo": '{"type": "static", "photo": "attach://face"}'}
    assert (await upload(api, "setMyProfilePhoto", fields, face=LAMP))["result"] is True
    assert sandbox.world.account.photo is not None
    await api("removeMyProfilePhoto")
    assert sandbox.world.account.photo is None
    reused = {"type": "static", "photo": "AgACAgIx"}
    assert "must be uploaded" in await api.refusal("setMyProfilePhoto", photo=reused)


@pytest.mark.asyncio
async def test_the_menu_button_of_one_chat_differs_from_that_of_all(api: Api, wang: Person) -> None:
    await api("setChatMenuButton", menu_button={"type": "commands"})
    await api("setChatMenuButton", chat_id=WANG, menu_button={"type": "default"})
    assert await api("getChatMenuButton", chat_id=WANG) == {"type": "default"}
    assert await api("getChatMenuButton") == {"type": "commands"}


@pytest.mark.asyncio
async def test_logging_out_ends_the_token(api: Api) -> None:
    assert await api("close") is True
    assert await api("logOut") is True
    assert await api.refusal("getMe") == "Unauthorized"
