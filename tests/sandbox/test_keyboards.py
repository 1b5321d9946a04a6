"""reply_markup of every kind, and what is wrong with it."""

from typing import Any

import pytest

from sandbox import Person, Sandbox
from tests.sandbox.support import WANG, Api


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


@pytest.mark.asyncio
@pytest.mark.parametrize("data", ["x", "x" * 64, "字" * 21])
async def test_callback_data_of_up_to_64_bytes_is_taken(api: Api, wang: Person, data: str) -> None:
    await api.says(reply_markup=inline(text="好", callback_data=data))
    assert wang.messages[-1].buttons[0][0].data == data


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (inline(text="好", callback_data="x" * 65), "BUTTON_DATA_INVALID"),
        (inline(text="好", callback_data="字" * 22), "BUTTON_DATA_INVALID"),
        (inline(text="好", callback_data=""), "BUTTON_DATA_INVALID"),
        (inline(text="好"), "Text buttons are unallowed in the inline keyboard"),
        (inline(text=" ", callback_data="x"), "text must be non-empty"),
        (inline(callback_data="x"), 'Can\'t find field "text"'),
        (inline(text="好", callback_data="x", url="https://example.org"), "exactly one of"),
        (inline(text="好", url="javascript:alert(1)"), "Wrong HTTP URL"),
        (inline(text="好", callback_data="x", colour="red"), 'field "colour" is unknown'),
        (inline(text="好", callback_data="x", style="loud"), "invalid button style"),
        ({"inline_keyboard": [[{"text": "好", "callback_data": "x"}] * 9]}, "reply markup is too long"),
        ({"inline_keyboard": [[{"text": "好", "callback_data": "x"}]] * 101}, "reply markup is too long"),
        ({"inline_keyboard": [{"text": "好", "callback_data": "x"}]}, "array of arrays expected"),
        ({"keyboard": [["报事"]], "colour": "red"}, "can't parse reply keyboard markup"),
        ([], "object expected as reply markup"),
    ],
)
async def test_a_broken_keyboard_is_refused(api: Api, wang: Person, markup: Any, reason: str) -> None:
    assert reason in await api.refusal("sendMessage", chat_id=WANG, text="x", reply_markup=markup)


@pytest.mark.asyncio
async def test_a_reply_keyboard_stays_until_it_is_removed(api: Api, wang: Person) -> None:
    await api.says(reply_markup={"keyboard": [["报事", {"text": "我的事"}], ["帮助"]]})
    await api.says()
    assert wang.keyboard == [["报事", "我的事"], ["帮助"]]
    await api.says(reply_markup={"remove_keyboard": True})
    assert wang.keyboard == []


@pytest.mark.asyncio
async def test_a_key_says_its_label_or_sends_what_it_asks_for(api: Api, wang: Person) -> None:
    keys = ["报事", {"text": "我在这里", "request_location": True}, {"text": "我的电话", "request_contact": True}]
    await api.says(reply_markup={"keyboard": [keys]})
    for label in wang.keyboard[0]:
        wang.presses_key(label)
    kinds = [message.kind for message in wang.messages if not message.out]
    assert kinds == ["text", "location", "contact"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("asks", "reason"),
    [
        ("request_location", "location can be requested in private chats only"),
        ("request_contact", "phone number can be requested in private chats only"),
    ],
)
async def test_a_group_is_never_asked_for_a_place_or_a_number(
    api: Api, sandbox: Sandbox, wang: Person, asks: str, reason: str
) -> None:
    sandbox.world.add_group(-7, "3号楼", [WANG])
    markup = {"keyboard": [[{"text": "给", asks: True}]]}
    assert reason in await api.refusal("sendMessage", chat_id=-7, text="x", reply_markup=markup)


@pytest.mark.asyncio
async def test_a_one_time_keyboard_goes_after_one_press(api: Api, wang: Person) -> None:
    await api.says(reply_markup={"keyboard": [["好"]], "one_time_keyboard": True})
    wang.presses_key("好")
    assert wang.keyboard == []


@pytest.mark.asyncio
async def test_a_forced_reply_leaves_the_keyboard_alone(api: Api, wang: Person) -> None:
    await api.says(reply_markup={"keyboard": [["报事"]]})
    await api.says(reply_markup={"force_reply": True})
    assert wang.keyboard == [["报事"]]
