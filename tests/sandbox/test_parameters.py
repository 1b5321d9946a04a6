"""The request itself: token, method, names and kinds of parameters, ways of writing them."""

import json
from typing import Any

import pytest

from sandbox import Person, Sandbox
from tests.sandbox.support import TOKEN, WANG, Api


@pytest.mark.asyncio
async def test_a_wrong_token_is_refused(api: Api, base: str) -> None:
    stranger = Api(api.session, base, "1:wrong")
    assert (await stranger.answer("getMe"))["error_code"] == 401


@pytest.mark.asyncio
async def test_a_revoked_token_is_refused(api: Api, sandbox: Sandbox) -> None:
    sandbox.revoke_token()
    assert await api.refusal("getMe") == "Unauthorized"


@pytest.mark.asyncio
async def test_an_unknown_method_is_not_found(api: Api) -> None:
    assert (await api.answer("sendPoem"))["error_code"] == 404


@pytest.mark.asyncio
async def test_method_names_are_read_in_any_case(api: Api) -> None:
    assert (await api("GETME"))["username"] == "little_bench_bot"


@pytest.mark.asyncio
async def test_parameters_are_read_from_query_form_and_json_alike(api: Api, base: str, wang: Person) -> None:
    url = f"{base}/bot{TOKEN}/sendMessage"
    markup = json.dumps({"remove_keyboard": True})
    asked: list[dict[str, Any]] = [
        {"params": {"chat_id": str(WANG), "text": "您好", "disable_notification": "true", "reply_markup": markup}},
        {"data": {"chat_id": str(WANG), "text": "您好", "disable_notification": "1", "reply_markup": markup}},
        {"json": {"chat_id": WANG, "text": "您好", "disable_notification": True, "reply_markup": json.loads(markup)}},
    ]
    for how in asked:
        async with api.session.post(url, **how) as response:
            assert response.status == 200
    assert [(message.text, message.silent) for message in wang.messages] == [("您好", True)] * 3


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "parameters", "reason"),
    [
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        (
            "sendMessage",
            {"chat_id": WANG, "text": "x", "colour": "red"},
            'parameter "colour" is unknown to this method',
        ),
        ("sendMessage", {"chat_id": WANG, "text": 5}, 'field "text" must be a String'),
        ("sendMessage", {"chat_id": WANG, "text": "x", "protect_content": "maybe"}, "must be a Boolean"),
        ("sendMessage", {"chat_id": WANG, "text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
        (
            "sendMessage",
            {"chat_id": WANG, "text": "x", "reply_parameters": {"message": 1}},
            "can't parse reply parameters",
        ),
        ("sendMessage", {"chat_id": WANG, "text": "\ud83d"}, "strings must be encoded in UTF-8"),
        ("sendPhoto", {"chat_id": WANG}, "there is no photo in the request"),
        ("sendPhoto", {"chat_id": WANG, "photo": "https://example.org/a.jpg"}, "failed to get HTTP URL content"),
        ("sendLocation", {"chat_id": WANG, "longitude": 1}, "latitude is empty"),
        (
            "sendVenue",
            {"chat_id": WANG, "latitude": 1, "longitude": 1, "title": "x"},
            "there is no address in the request",
        ),
        ("deleteMessage", {"chat_id": WANG}, "message identifier is not specified"),
        ("getUpdates", {"limit": "many"}, 'field "limit" must be an Integer'),
        ("setMyCommands", {"commands": {}}, 'field "commands" must be an Array'),
    ],
)
async def test_a_wrong_request_is_refused_with_its_reason(
    api: Api, wang: Person, method: str, parameters: dict[str, Any], reason: str
) -> None:
    description = await api.refusal(method, **parameters)
    assert description.startswith("Bad Request: ")
    assert reason in description


@pytest.mark.asyncio
async def test_a_body_that_is_no_json_is_refused(api: Api, base: str) -> None:
    headers = {"Content-Type": "application/json"}
    async with api.session.post(f"{base}/bot{TOKEN}/getMe", data="{", headers=headers) as response:
        assert response.status == 400
