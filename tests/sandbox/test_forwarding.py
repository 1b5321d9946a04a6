"""Forwarding: to the bot, to a group, to somebody the bot does not hear of."""

import pytest

from sandbox import Happening, Person, Sandbox, StageError
from tests.sandbox.support import WANG, Api

LEADER = 5002


@pytest.mark.asyncio
async def test_a_forwarded_line_reaches_the_bot_with_its_first_sender(api: Api, wang: Person) -> None:
    line = await api.says("七位表了态，五位说解决了")
    wang.forwards(line)
    message = (await api.updates())[0]["message"]
    assert (message["text"], message["from"]["id"]) == ("七位表了态，五位说解决了", WANG)
    assert message["forward_origin"]["sender_user"]["username"] == "little_bench_bot"


@pytest.mark.asyncio
async def test_what_was_forwarded_once_keeps_its_first_sender(api: Api, wang: Person) -> None:
    wang.forwards(wang.forwards(wang.says("路灯坏了")))
    assert (await api.updates())[-1]["message"]["forward_origin"]["sender_user"]["id"] == WANG


@pytest.mark.asyncio
async def test_buttons_stay_behind_and_a_picture_goes_along(api: Api, wang: Person) -> None:
    wang.sends_photo("lamp")
    photo = (await api.updates())[0]["message"]["photo"][-1]["file_id"]
    rows = {"inline_keyboard": [[{"text": "看", "callback_data": "look"}]]}
    sent = await api("sendPhoto", chat_id=WANG, photo=photo, caption="这一周", reply_markup=rows)
    wang.forwards(sent["message_id"])
    message = (await api.updates())[-1]["message"]
    assert message["caption"] == "这一周"
    assert message["photo"][-1]["file_id"] == photo
    assert "reply_markup" not in message


@pytest.mark.asyncio
async def test_a_line_is_forwarded_into_a_group(api: Api, sandbox: Sandbox, wang: Person) -> None:
    group = sandbox.world.add_group(-100, "街道群", [WANG])
    wang.forwards(await api.says("这一周"), group=group.id)
    assert [message.text for message in group.messages if message.kind == "text"] == ["这一周"]


@pytest.mark.asyncio
async def test_what_goes_to_another_person_is_seen_there_and_never_by_the_bot(
    api: Api, sandbox: Sandbox, wang: Person
) -> None:
    seen: list[Happening] = []
    leader = sandbox.world.add_person(LEADER, "街道")
    sandbox.world.subscribe(seen.append)
    wang.shows(await api.says("这一周"), leader)
    passed = next(happening for happening in seen if happening.type == "passed")
    assert (passed.chat, passed.detail["giver"], passed.detail["message"]["text"]) == (LEADER, WANG, "这一周")
    assert await api.updates() == []


@pytest.mark.asyncio
async def test_a_protected_line_stays_where_it_is(api: Api, wang: Person) -> None:
    line = await api.says("只给您看", protect_content=True)
    with pytest.raises(StageError):
        wang.forwards(line)
