"""Files: uploads, ids, albums, downloads."""

from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox import Person, Sandbox
from tests.sandbox.support import TOKEN, WANG, Api

ASSETS = Path(__file__).parents[2] / "sandbox" / "assets"
LAMP = (ASSETS / "lamp.jpg").read_bytes()


async def upload(api: Api, method: str, fields: dict[str, str], **files: bytes) -> dict[str, Any]:
    form = aiohttp.FormData(fields)
    for name, content in files.items():
        form.add_field(name, content, filename=f"{name}.jpg", content_type="image/jpeg")
    async with api.session.post(f"{api.base}/bot{TOKEN}/{method}", data=form) as response:
        answer: dict[str, Any] = await response.json()
        return answer


@pytest.mark.asyncio
async def test_an_uploaded_photo_comes_back_in_two_sizes(api: Api, wang: Person) -> None:
    answer = await upload(api, "sendPhoto", {"chat_id": str(WANG), "caption": "灯"}, photo=LAMP)
    sizes = answer["result"]["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [(320, 240), (640, 480)]
    assert len({size["file_id"] for size in sizes}) == 2


@pytest.mark.asyncio
async def test_a_photo_is_sent_again_by_any_of_its_ids(api: Api, wang: Person) -> None:
    wang.sends_photo("lamp")
    for size in (await api.updates())[0]["message"]["photo"]:
        again = await api("sendPhoto", chat_id=WANG, photo=size["file_id"])
        assert len(again["photo"]) == 2


@pytest.mark.asyncio
async def test_a_photo_can_be_veiled(api: Api, wang: Person) -> None:
    wang.sends_photo("lamp")
    photo = (await api.updates())[0]["message"]["photo"][0]["file_id"]
    assert (await api("sendPhoto", chat_id=WANG, photo=photo, has_spoiler=True))["has_media_spoiler"] is True
    assert "has_media_spoiler" not in await api("sendPhoto", chat_id=WANG, photo=photo)


@pytest.mark.asyncio
async def test_an_unknown_file_id_is_refused(api: Api, wang: Person) -> None:
    assert "wrong remote file identifier" in await api.refusal("sendPhoto", chat_id=WANG, photo="AgACAgInothing")


@pytest.mark.asyncio
async def test_a_file_id_of_another_kind_is_refused(api: Api, wang: Person) -> None:
    wang.sends_voice("voice-heating")
    voice = (await api.updates())[0]["message"]["voice"]["file_id"]
    refusal = await api.refusal("sendPhoto", chat_id=WANG, photo=voice)
    assert refusal == "Bad Request: can't use file of type Voice as Photo"


@pytest.mark.asyncio
async def test_what_is_no_picture_is_no_photo(api: Api, wang: Person) -> None:
    answer = await upload(api, "sendPhoto", {"chat_id": str(WANG)}, photo=b"hello")
    assert answer["description"] == "Bad Request: IMAGE_PROCESS_FAILED"


@pytest.mark.asyncio
async def test_a_voice_note_keeps_its_seconds_when_sent_on(api: Api, wang: Person) -> None:
    wang.sends_voice("voice-heating")
    voice = (await api.updates())[0]["message"]["voice"]
    assert voice["duration"] > 0
    again = await api("sendVoice", chat_id=WANG, voice=voice["file_id"])
    assert again["voice"]["duration"] == voice["duration"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "method", ["sendVoice", "sendVideo", "sendVideoNote", "sendDocument", "sendAudio", "sendSticker"]
)
async def test_every_kind_is_uploaded_under_its_own_name(api: Api, wang: Person, method: str) -> None:
    kind = {"sendVideoNote": "video_note"}.get(method, method.removeprefix("send").lower())
    answer = await upload(api, method, {"chat_id": str(WANG)}, **{kind: b"bytes"})
    assert answer["result"][kind]["file_size"] == 5
    assert wang.messages[-1].kind == kind


@pytest.mark.asyncio
async def test_a_caption_has_at_most_1024_units(api: Api, wang: Person) -> None:
    wang.sends_photo("lamp")
    photo = (await api.updates())[0]["message"]["photo"][0]["file_id"]
    await api("sendPhoto", chat_id=WANG, photo=photo, caption="字" * 1024)
    refusal = await api.refusal("sendPhoto", chat_id=WANG, photo=photo, caption="字" * 1025)
    assert refusal == "Bad Request: message caption is too long"


def photos(count: int) -> str:
    items = ",".join(f'{{"type":"photo","media":"attach://p{number}"}}' for number in range(count))
    return f"[{items}]"


@pytest.mark.asyncio
async def test_an_album_shares_one_group_and_rings_once(api: Api, wang: Person, sandbox: Sandbox) -> None:
    rings: list[str] = []
    sandbox.world.subscribe(lambda happening: rings.append(happening.type) if happening.type == "ring" else None)
    answer = await upload(api, "sendMediaGroup", {"chat_id": str(WANG), "media": photos(2)}, p0=LAMP, p1=LAMP)
    assert len({message["media_group_id"] for message in answer["result"]}) == 1
    assert rings == ["ring"]


@pytest.mark.asyncio
@pytest.mark.parametrize(("count", "reason"), [(1, "too few messages"), (11, "too many messages")])
async def test_an_album_has_two_to_ten_parts(api: Api, wang: Person, count: int, reason: str) -> None:
    assert reason in await api.refusal("sendMediaGroup", chat_id=WANG, media=photos(count))


@pytest.mark.asyncio
async def test_an_album_mixes_only_photos_and_videos(api: Api, wang: Person) -> None:
    media = '[{"type":"photo","media":"attach://p0"},{"type":"document","media":"attach://p1"}]'
    answer = await upload(api, "sendMediaGroup", {"chat_id": str(WANG), "media": media}, p0=LAMP, p1=LAMP)
    assert answer["description"] == "Bad Request: can't use the media of the specified type in the album"


@pytest.mark.asyncio
async def test_an_attachment_that_was_not_sent_is_refused(api: Api, wang: Person) -> None:
    assert "media not found" in await api.refusal("sendMediaGroup", chat_id=WANG, media=photos(2))


@pytest.mark.asyncio
async def test_a_file_is_downloaded_by_its_path(api: Api, wang: Person) -> None:
    wang.sends_document("名单.csv", b"a,b", "text/csv")
    file_id = (await api.updates())[0]["message"]["document"]["file_id"]
    path = (await api("getFile", file_id=file_id))["file_path"]
    async with api.session.get(f"{api.base}/file/bot{TOKEN}/{path}") as response:
        assert await response.read() == b"a,b"
    async with api.session.get(f"{api.base}/file/bot{TOKEN}/documents/../secret") as response:
        assert response.status == 404
    async with api.session.get(f"{api.base}/file/bot1:wrong/{path}") as response:
        assert response.status == 401


@pytest.mark.asyncio
async def test_a_file_over_twenty_megabytes_is_not_given_out(api: Api, wang: Person) -> None:
    wang.sends_document("录像.mp4", b"", "video/mp4", size=20 * 1024 * 1024 + 1)
    document = (await api.updates())[0]["message"]["document"]
    assert document["file_size"] == 20 * 1024 * 1024 + 1
    assert await api.refusal("getFile", file_id=document["file_id"]) == "Bad Request: file is too big"


@pytest.mark.asyncio
async def test_an_invented_file_id_has_no_file(api: Api) -> None:
    assert await api.refusal("getFile", file_id="nothing") == "Bad Request: invalid file_id"
