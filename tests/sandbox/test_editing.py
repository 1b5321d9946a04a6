"""Editing and deleting what the bot sent."""

from typing import Any

import pytest

from sandbox import Person, Sandbox
from tests.sandbox.support import WANG, Api, HandClock

YES = {"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]}
DAYS = 24 * 3600


@pytest.mark.asyncio
async def test_an_edit_changes_text_and_buttons_and_rings_nobody(api: Api, wang: Person, sandbox: Sandbox) -> None:
    card = await api.says("等王芳接", reply_markup=YES)
    seen: list[str] = []
    sandbox.world.subscribe(lambda happening: seen.append(happening.type))
    await api("editMessageText", chat_id=WANG, message_id=card, text="王芳接了")
    assert (wang.messages[0].text, wang.messages[0].buttons) == ("王芳接了", [])
    assert seen == ["edited"]


@pytest.mark.asyncio
async def test_an_edit_that_changes_nothing_is_refused(api: Api, wang: Person) -> None:
    card = await api.says("一", reply_markup=YES)
    same = {"chat_id": WANG, "message_id": card, "reply_markup": YES}
    for method, more in (("editMessageText", {"text": " 一 "}), ("editMessageReplyMarkup", {})):
        refusal = await api.refusal(method, **same, **more)
        assert refusal.startswith("Bad Request: message is not modified: specified new message content")


@pytest.mark.asyncio
async def test_buttons_are_taken_away_alone(api: Api, wang: Person) -> None:
    card = await api.says("一", reply_markup=YES)
    await api("editMessageReplyMarkup", chat_id=WANG, message_id=card)
    assert (wang.messages[0].text, wang.messages[0].buttons) == ("一", [])


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "more", "reason"),
    [
        ("editMessageText", {"message_id": 99, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"message_id": 1, "text": "字" * 4097}, "MESSAGE_TOO_LONG"),
        ("editMessageCaption", {"message_id": 1, "caption": "x"}, "there is no caption in the message to edit"),
        (
            "editMessageReplyMarkup",
            {"message_id": 1, "reply_markup": {"keyboard": [["x"]]}},
            "inline keyboard expected",
        ),
    ],
)
async def test_an_impossible_edit_is_refused(
    api: Api, wang: Person, method: str, more: dict[str, Any], reason: str
) -> None:
    await api.says("一")
    assert await api.refusal(method, chat_id=WANG, **more) == f"Bad Request: {reason}"


@pytest.mark.asyncio
async def test_only_the_bots_own_messages_without_a_reply_keyboard_are_edited(api: Api, wang: Person) -> None:
    heard = wang.says("一")
    keyed = await api.says(reply_markup={"keyboard": [["报事"]]})
    for message in (heard, keyed):
        refusal = await api.refusal("editMessageText", chat_id=WANG, message_id=message, text="x")
        assert refusal == "Bad Request: message can't be edited"


@pytest.mark.asyncio
async def test_a_caption_and_a_file_are_replaced(api: Api, wang: Person) -> None:
    wang.sends_album(["lamp", "lamp-repaired"])
    before, after = [update["message"]["photo"][-1]["file_id"] for update in await api.updates()]
    sent = await api("sendPhoto", chat_id=WANG, photo=before, caption="坏的")
    where = {"chat_id": WANG, "message_id": sent["message_id"]}
    await api("editMessageCaption", **where, caption="<b>还是坏的</b>", parse_mode="HTML")
    assert wang.messages[-1].caption == "还是坏的"
    await api("editMessageMedia", **where, media={"type": "photo", "media": after, "caption": "好了"})
    media = wang.messages[-1].media
    assert media is not None
    assert (media.asset, wang.messages[-1].caption) == ("lamp-repaired", "好了")


@pytest.mark.asyncio
async def test_a_photo_has_no_text_to_edit(api: Api, wang: Person) -> None:
    wang.sends_photo("lamp")
    photo = (await api.updates())[0]["message"]["photo"][0]["file_id"]
    sent = await api("sendPhoto", chat_id=WANG, photo=photo)
    refusal = await api.refusal("editMessageText", chat_id=WANG, message_id=sent["message_id"], text="x")
    assert refusal == "Bad Request: there is no text in the message to edit"


@pytest.mark.asyncio
async def test_a_message_is_deleted_within_two_days(api: Api, wang: Person, clock: HandClock) -> None:
    young, old = await api.says("一"), await api.says("二")
    assert await api("deleteMessage", chat_id=WANG, message_id=young) is True
    assert [message.text for message in wang.messages] == ["二"]
    clock.passes(2 * DAYS)
    refusal = await api.refusal("deleteMessage", chat_id=WANG, message_id=old)
    assert refusal == "Bad Request: message can't be deleted for everyone"


@pytest.mark.asyncio
async def test_a_deleted_message_is_gone_for_every_method(api: Api, wang: Person) -> None:
    sent = await api.says()
    await api("deleteMessage", chat_id=WANG, message_id=sent)
    where = {"chat_id": WANG, "message_id": sent}
    assert "message to delete not found" in await api.refusal("deleteMessage", **where)
    assert "message to edit not found" in await api.refusal("editMessageText", **where, text="x")


@pytest.mark.asyncio
async def test_many_are_deleted_at_once_and_the_missing_skipped(api: Api, wang: Person) -> None:
    sent = [await api.says(), await api.says()]
    assert await api("deleteMessages", chat_id=WANG, message_ids=[*sent, 99]) is True
    assert wang.messages == []
    assert "too many" in await api.refusal("deleteMessages", chat_id=WANG, message_ids=list(range(101)))


@pytest.mark.asyncio
async def test_the_bot_reacts_with_one_known_emoji(api: Api, wang: Person) -> None:
    heard = wang.says("谢谢")
    where = {"chat_id": WANG, "message_id": heard}
    await api("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "❤"}])
    assert wang.messages[0].reactions == {110201543: ["❤"]}
    await api("setMessageReaction", **where, reaction=[])
    assert wang.messages[0].reactions == {}
    odd = [{"type": "emoji", "emoji": "🪑"}]
    assert await api.refusal("setMessageReaction", **where, reaction=odd) == "Bad Request: REACTION_INVALID"


@pytest.mark.asyncio
async def test_a_message_is_pinned_and_unpinned(api: Api, wang: Person) -> None:
    card = await api.says()
    await api("pinChatMessage", chat_id=WANG, message_id=card)
    assert (await api("getChat", chat_id=WANG))["pinned_message"]["message_id"] == card
    await api("unpinChatMessage", chat_id=WANG)
    assert wang.chat.pinned == []
