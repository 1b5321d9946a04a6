"""The stage over HTTP: acts, state, the stream of events, the director's part."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from sandbox import BotAccount, Person, PortBusy, Sandbox
from tests.sandbox.support import TOKEN, WANG, Api, HandClock

CAST = {"people": [{"id": WANG, "key": "wang", "name": {"zh": "王芳", "en": "Wang Fang"}, "role": "member"}]}


class Notebook:
    """A director that writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    async def advance(self, seconds: int | None) -> None:
        self.told.append(seconds)

    async def reset(self) -> None:
        self.told.append("reset")

    async def unplug(self) -> None:
        self.told.append("unplug")

    async def language(self, language: str) -> None:
        self.told.append(language)

    def next_thing(self) -> tuple[datetime, dict[str, str]] | None:
        return datetime(2026, 11, 24, tzinfo=UTC), {"zh": "简报", "en": "Digest"}

    def bot_state(self) -> str:
        return "down"


class Page:
    """The chat page's side of the stage."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self.session = session
        self.base = base

    async def get(self, what: str) -> Any:
        async with self.session.get(f"{self.base}/stage/{what}") as response:
            assert response.status == 200
            return await response.json()

    async def post(self, act: str, status: int = 200, **body: Any) -> Any:
        async with self.session.post(f"{self.base}/stage/{act}", json=body) as response:
            assert response.status == status, await response.text()
            return await response.json()

    async def chat(self) -> Any:
        return (await self.get("state"))["chats"][str(WANG)]


@pytest_asyncio.fixture
async def page(api: Api) -> Page:
    return Page(api.session, api.base)


@pytest_asyncio.fixture
async def directed(clock: HandClock) -> AsyncIterator[tuple[Sandbox, Notebook, str]]:
    notebook = Notebook()
    sandbox = Sandbox(TOKEN, BotAccount(1, "小板凳", "little_bench_bot"), clock, director=notebook, cast=CAST)
    yield sandbox, notebook, await sandbox.start()
    await sandbox.stop()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("act", "body", "kinds"),
    [
        ("say", {"text": "路灯坏了"}, ["text"]),
        ("start", {"payload": "gate_7"}, ["text"]),
        ("photos", {"assets": ["lamp"], "caption": "灯"}, ["photo"]),
        ("photos", {"assets": ["lamp", "stairs"]}, ["photo", "photo"]),
        ("file", {"name": "清单.csv", "mime": "text/csv", "content": "6ZyA5rGC"}, ["document"]),
        ("voice", {"asset": "voice-heating"}, ["voice"]),
        ("video", {}, ["video"]),
        ("location", {"lat": 36.06, "lon": 103.73}, ["location"]),
        ("venue", {"lat": 36.06, "lon": 103.73, "title": "3号楼", "address": "西津路"}, ["venue"]),
        ("contact", {}, ["contact"]),
        ("sticker", {"emoji": "🙏"}, ["sticker"]),
    ],
)
async def test_what_people_do_on_the_page_reaches_the_bot(
    api: Api, page: Page, wang: Person, act: str, body: dict[str, Any], kinds: list[str]
) -> None:
    await page.post(act, person=WANG, **body)
    assert [message["kind"] for message in (await page.chat())["messages"]] == kinds
    assert len(await api.updates()) == len(kinds)


@pytest.mark.asyncio
async def test_a_button_is_pressed_by_its_place(api: Api, page: Page, wang: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "不", "callback_data": "no"}, {"text": "好", "callback_data": "yes"}]]}
    card = await api.says(reply_markup=markup)
    await page.post("tap", person=WANG, message=card, row=0, column=1)
    assert (await api.updates())[0]["callback_query"]["data"] == "yes"
    await page.post("tap", 409, person=WANG, message=card, row=1, column=0)


@pytest.mark.asyncio
async def test_editing_blocking_and_reading_go_through(api: Api, page: Page, wang: Person) -> None:
    heard = wang.says("一")
    await page.post("edit", person=WANG, message=heard, text="二")
    await api.says("好")
    assert (await page.chat())["unread"] == 1
    await page.post("read", person=WANG)
    await page.post("block", person=WANG, blocked=True)
    chat = await page.chat()
    assert (chat["messages"][0]["text"], chat["unread"], chat["blocked"]) == ("二", 0, True)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("act", "body", "status"),
    [
        ("say", {"person": 4, "text": "x"}, 409),
        ("say", {"person": WANG}, 400),
        ("say", {"person": WANG, "text": ""}, 409),
        ("dance", {"person": WANG}, 404),
        ("photos", {"person": WANG, "assets": []}, 409),
        ("file", {"person": WANG, "name": "清单.csv", "mime": "text/csv", "content": "需求"}, 400),
        ("clock", {"by": 60}, 501),
        ("reset", {}, 501),
    ],
)
async def test_what_cannot_be_done_is_answered_with_a_reason(
    page: Page, wang: Person, act: str, body: dict[str, Any], status: int
) -> None:
    assert (await page.post(act, status, **body))["error"]


@pytest.mark.asyncio
@pytest.mark.parametrize(("origin", "status"), [("https://example.org", 403), ("", 200)])
async def test_no_other_site_acts_here(api: Api, wang: Person, origin: str, status: int) -> None:
    headers = {"Origin": origin or api.base}
    body = json.dumps({"person": WANG, "text": "您好"})
    async with api.session.post(f"{api.base}/stage/say", data=body, headers=headers) as response:
        assert response.status == status


@pytest.mark.asyncio
async def test_the_state_without_a_director_is_plain(page: Page, wang: Person, clock: HandClock) -> None:
    state = await page.get("state")
    assert (state["now"], state["next"], state["bot"]) == (clock.now().isoformat(), None, "up")
    assert state["chats"][str(WANG)]["keyboard"] is None


@pytest.mark.asyncio
async def test_the_director_is_told_and_asked(directed: tuple[Sandbox, Notebook, str]) -> None:
    _, notebook, base = directed
    async with aiohttp.ClientSession() as session:
        page = Page(session, base)
        await page.post("clock", by=3600)
        await page.post("clock", to="next")
        await page.post("reset")
        await page.post("unplug")
        await page.post("language", language="en")
        await page.post("clock", 400)
        state = await page.get("state")
        assert await page.get("cast") == CAST
    assert notebook.told == [3600, None, "reset", "unplug", "en"]
    assert state["next"] == {"at": "2026-11-24T00:00:00+00:00", "label": {"zh": "简报", "en": "Digest"}}
    assert state["bot"] == "down"


@pytest.mark.asyncio
async def test_the_casts_names_are_used_in_the_log(directed: tuple[Sandbox, Notebook, str]) -> None:
    sandbox, _, base = directed
    sandbox.world.add_person(WANG, "芳").chat.started = True
    async with aiohttp.ClientSession() as session:
        await Api(session, base).says("您好")
        assert (await Page(session, base).get("state"))["log"][-1]["text"] == {
            "zh": "王芳的手机响了",
            "en": "Wang Fang's phone rang",
        }


@pytest.mark.asyncio
async def test_an_answer_to_the_telephone_in_hand_is_noted_as_no_ring(directed: tuple[Sandbox, Notebook, str]) -> None:
    sandbox, _, base = directed
    sandbox.world.add_person(WANG, "芳").starts()
    async with aiohttp.ClientSession() as session:
        await Api(session, base).says("您好")
        assert (await Page(session, base).get("state"))["log"] == []


@pytest.mark.asyncio
async def test_events_are_streamed_with_their_ids(api: Api, page: Page, wang: Person, sandbox: Sandbox) -> None:
    async with api.session.get(f"{api.base}/stage/events") as stream:
        assert stream.content_type == "text/event-stream"
        assert await stream.content.readline() == b": here\n"
        wang.says("路灯坏了")
        sandbox.world.clock_moved(None)
        sandbox.world.bot_state("down")
        lines = [await asyncio.wait_for(stream.content.readline(), 30) for _ in range(10)]
    events = [json.loads(line.removeprefix(b"data: ")) for line in lines if line.startswith(b"data: ")]
    assert [event["type"] for event in events] == ["message", "clock", "bot"]
    assert events[0]["message"]["text"] == "路灯坏了"
    assert [line for line in lines if line.startswith(b"id: ")] != []


@pytest.mark.asyncio
async def test_files_are_served_to_the_page_with_their_kind(api: Api, page: Page, wang: Person) -> None:
    wang.sends_photo("lamp")
    file_id = (await page.chat())["messages"][0]["media"]["file_id"]
    async with api.session.get(f"{api.base}/stage/file/{file_id}") as response:
        assert response.content_type == "image/jpeg"
        assert (await response.read()).startswith(b"\xff\xd8")
    async with api.session.get(f"{api.base}/stage/file/nothing") as response:
        assert response.status == 404


@pytest.mark.asyncio
@pytest.mark.parametrize(("name", "status"), [("lamp", 200), ("lamp.jpg", 200), ("nothing", 404)])
async def test_the_drawn_photos_are_served_by_name(api: Api, name: str, status: int) -> None:
    async with api.session.get(f"{api.base}/page/assets/{name}") as response:
        assert response.status == status


@pytest.mark.asyncio
async def test_a_taken_port_is_told_in_words(base: str, clock: HandClock) -> None:
    other = Sandbox(TOKEN, BotAccount(1, "x", "x_bot"), clock)
    with pytest.raises(PortBusy, match="taken by another program"):
        await other.start(port=int(base.rsplit(":", 1)[1]))
