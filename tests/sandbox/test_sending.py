"""sendMessage and what every sending method shares: whom, replying to what, how loudly, how protected."""

import pytest

from sandbox import Person, Sandbox
from tests.sandbox.support import WANG, Api


@pytest.mark.asyncio
async def test_a_sent_text_is_in_the_chat(api: Api, wang: Person) -> None:
    sent = await api.says("您好")
    assert [(message.id, message.out, message.text) for message in wang.messages] == [(sent, True, "您好")]


@pytest.mark.asyncio
async def test_nobody_is_written_to_before_she_started(api: Api, sandbox: Sandbox) -> None:
    sandbox.world.add_person(5003, "陌生人")
    refused = await api.answer("sendMessage", chat_id=5003, text="您好")
    assert (refused["error_code"], refused["description"]) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )


@pytest.mark.asyncio
async def test_who_blocked_the_bot_hears_nothing(api: Api, wang: Person) -> None:
    wang.blocks_bot()
    refused = await api.answer("sendMessage", chat_id=WANG, text="您好")
    assert (refused["error_code"], refused["description"]) == (403, "Forbidden: bot was blocked by the user")


@pytest.mark.asyncio
@pytest.mark.parametrize("chat_id", [1, -1, "@nobody", "王芳"])
async def test_an_unknown_chat_is_refused(api: Api, chat_id: int | str) -> None:
    assert await api.refusal("sendMessage", chat_id=chat_id, text="x") == "Bad Request: chat not found"


@pytest.mark.asyncio
async def test_a_reply_shows_what_it_answers(api: Api, wang: Person) -> None:
    heard = wang.says("路灯坏了")
    sent = await api("sendMessage", chat_id=WANG, text="记下了", reply_parameters={"message_id": heard})
    assert sent["reply_to_message"]["text"] == "路灯坏了"
    assert wang.messages[-1].reply_to == heard


@pytest.mark.asyncio
async def test_a_reply_to_nothing_is_refused_unless_allowed(api: Api, wang: Person) -> None:
    reply = {"message_id": 99}
    refusal = await api.refusal("sendMessage", chat_id=WANG, text="x", reply_parameters=reply)
    assert refusal == "Bad Request: message to be replied not found"
    sent = await api(
        "sendMessage", chat_id=WANG, text="x", reply_parameters=reply | {"allow_sending_without_reply": True}
    )
    assert "reply_to_message" not in sent


@pytest.mark.asyncio
async def test_a_quote_must_be_in_the_message(api: Api, wang: Person) -> None:
    heard = wang.says("3号楼路灯坏了")
    await api.says(reply_parameters={"message_id": heard, "quote": "路灯"})
    reply = {"message_id": heard, "quote": "电梯"}
    refusal = await api.refusal("sendMessage", chat_id=WANG, text="x", reply_parameters=reply)
    assert refusal == "Bad Request: QUOTE_TEXT_INVALID"


@pytest.mark.asyncio
async def test_silent_and_protected_are_kept(api: Api, wang: Person) -> None:
    sent = await api("sendMessage", chat_id=WANG, text="x", disable_notification=True, protect_content=True)
    assert sent["has_protected_content"] is True
    assert (wang.messages[-1].silent, wang.messages[-1].protected) == (True, True)


@pytest.mark.asyncio
async def test_protected_content_goes_nowhere_else(api: Api, wang: Person) -> None:
    sent = await api.says(protect_content=True)
    where = {"chat_id": WANG, "from_chat_id": WANG, "message_id": sent}
    assert "can't be forwarded" in await api.refusal("forwardMessage", **where)
    assert "can't be copied" in await api.refusal("copyMessage", **where)


@pytest.mark.asyncio
async def test_a_copy_names_nobody_and_a_forward_its_sender(api: Api, wang: Person) -> None:
    heard = wang.sends_photo("lamp", "路灯")
    where = {"chat_id": WANG, "from_chat_id": WANG, "message_id": heard}
    copied = await api("copyMessage", **where, caption="换个说法")
    forwarded = await api("forwardMessage", **where)
    assert [message.caption for message in wang.messages] == ["路灯", "换个说法", "路灯"]
    assert set(copied) == {"message_id"}
    assert forwarded["forward_origin"]["sender_user"]["id"] == WANG


@pytest.mark.asyncio
async def test_typing_is_seen_for_known_actions_only(api: Api, wang: Person, sandbox: Sandbox) -> None:
    seen: list[str] = []
    sandbox.world.subscribe(lambda happening: seen.append(happening.type))
    await api("sendChatAction", chat_id=WANG, action="typing")
    assert seen == ["typing"]
    assert "wrong parameter action" in await api.refusal("sendChatAction", chat_id=WANG, action="dancing")


@pytest.mark.asyncio
async def test_places_are_sent_within_the_globe(api: Api, wang: Person) -> None:
    await api("sendLocation", chat_id=WANG, latitude=36.06, longitude=103.73)
    await api("sendVenue", chat_id=WANG, latitude="36.06", longitude="103.73", title="3号楼", address="西津路")
    assert [message.kind for message in wang.messages] == ["location", "venue"]
    assert "latitude" in await api.refusal("sendLocation", chat_id=WANG, latitude=91, longitude=0)


@pytest.mark.asyncio
async def test_a_topic_is_not_found_where_there_are_none(api: Api, wang: Person) -> None:
    refusal = await api.refusal("sendMessage", chat_id=WANG, text="x", message_thread_id=4)
    assert refusal == "Bad Request: message thread not found"
