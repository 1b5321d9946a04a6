"""Button presses and their answers."""

import pytest

from sandbox import Person, StageError
from sandbox.updates import PRESS_LIFE
from tests.sandbox.support import WANG, Api, HandClock

BUTTONS = {
    "inline_keyboard": [
        [{"text": "好了", "callback_data": "done"}, {"text": "看地图", "url": "https://example.org/map"}],
    ]
}
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.mark.asyncio
async def test_a_press_carries_its_message_and_data(api: Api, wang: Person) -> None:
    card = await api.says("修好了吗", reply_markup=BUTTONS)
    query = wang.taps(card, "好了")
    press = (await api.updates())[0]["callback_query"]
    assert (press["id"], press["data"], press["from"]["id"]) == (query, "done", WANG)
    assert press["message"]["message_id"] == card


@pytest.mark.asyncio
async def test_a_press_can_cross_the_edit_that_took_the_button_away(api: Api, wang: Person) -> None:
    card = await api.says(reply_markup=BUTTONS)
    await api("editMessageReplyMarkup", chat_id=WANG, message_id=card)
    wang.taps_late(card, "done")
    press = (await api.updates())[0]["callback_query"]
    assert press["data"] == "done"
    assert "reply_markup" not in press["message"]


@pytest.mark.asyncio
async def test_the_answer_is_seen_as_a_toast(api: Api, wang: Person) -> None:
    query = wang.taps(await api.says(reply_markup=BUTTONS), "done")
    await api("answerCallbackQuery", callback_query_id=query, text="记下了", show_alert=True)
    assert [(toast.text, toast.alert) for toast in wang.toasts] == [("记下了", True)]


@pytest.mark.asyncio
async def test_an_answer_too_late_is_refused(api: Api, wang: Person, clock: HandClock) -> None:
    query = wang.taps(await api.says(reply_markup=BUTTONS), "done")
    clock.passes(PRESS_LIFE)
    assert await api.refusal("answerCallbackQuery", callback_query_id=query) == TOO_OLD


@pytest.mark.asyncio
@pytest.mark.parametrize("query", ["123", ""])
async def test_an_invented_query_is_refused(api: Api, query: str) -> None:
    assert await api.refusal("answerCallbackQuery", callback_query_id=query) == TOO_OLD


@pytest.mark.asyncio
async def test_a_query_is_answered_once(api: Api, wang: Person) -> None:
    query = wang.taps(await api.says(reply_markup=BUTTONS), "done")
    await api("answerCallbackQuery", callback_query_id=query)
    assert await api.refusal("answerCallbackQuery", callback_query_id=query) == TOO_OLD


@pytest.mark.asyncio
async def test_a_toast_has_at_most_200_characters(api: Api, wang: Person) -> None:
    query = wang.taps(await api.says(reply_markup=BUTTONS), "done")
    refusal = await api.refusal("answerCallbackQuery", callback_query_id=query, text="字" * 201)
    assert refusal == "Bad Request: MESSAGE_TOO_LONG"


@pytest.mark.asyncio
@pytest.mark.parametrize("button", ["看地图", "没有的"])
async def test_only_buttons_with_data_reach_the_bot(api: Api, wang: Person, button: str) -> None:
    card = await api.says(reply_markup=BUTTONS)
    with pytest.raises(StageError):
        wang.taps(card, button)
