"""Files as Telegram reads them from a request: what is a file, what it is called, how large it may be."""

from collections.abc import AsyncIterator
from io import BytesIO

import aiohttp
import pytest
import pytest_asyncio
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile

from channels.telegram.request import AiohttpRequest
from sandbox import Person
from sandbox.uploads import clean, file_name
from tests.sandbox.support import TOKEN, WANG, Api
from tests.sandbox.test_files import LAMP

SHEET = "桃源社区 简报 11月23日.xlsx"


@pytest_asyncio.fixture
async def ours(base: str) -> AsyncIterator[Bot]:
    """The library's bot over the product's own requests."""
    async with Bot(
        TOKEN, base_url=f"{base}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest()
    ) as bot:
        yield bot


@pytest.mark.asyncio
async def test_a_document_arrives_with_its_chinese_name_its_bytes_and_its_caption(
    ours: Bot, api: Api, wang: Person
) -> None:
    sent = await ours.send_document(WANG, InputFile(b"PK\x03\x04", SHEET), caption="给领导的一张表")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size, sent.caption) == (SHEET, 4, "给领导的一张表")
    assert wang.messages[-1].media is not None
    assert (wang.messages[-1].media.name, wang.messages[-1].media.size) == (SHEET, 4)
    path = (await ours.get_file(sent.document.file_id)).file_path
    async with api.session.get(f"{api.base}/file/bot{TOKEN}/documents/{str(path).rpartition('/')[2]}") as response:
        assert await response.read() == b"PK\x03\x04"


@pytest.mark.asyncio
async def test_a_picture_arrives_with_rows_of_buttons(ours: Bot, wang: Person) -> None:
    rows = [[InlineKeyboardButton(label, callback_data=label) for label in row] for row in (("派", "看"), ("表格",))]
    sent = await ours.send_photo(WANG, BytesIO(LAMP), caption="这一周", reply_markup=InlineKeyboardMarkup(rows))
    assert [(size.width, size.height) for size in sent.photo] == [(320, 240), (640, 480)]
    assert [[button.text for button in row] for row in wang.messages[-1].buttons] == [["派", "看"], ["表格"]]


@pytest.mark.asyncio
async def test_a_name_in_the_newer_standards_form_is_not_heard_and_the_file_with_it(api: Api, wang: Person) -> None:
    body = (
        '--x\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n5001\r\n'
        "--x\r\nContent-Disposition: form-data; name=\"document\"; filename*=utf-8''%E8%A1%A8.xlsx\r\n\r\nbytes\r\n"
        "--x--\r\n"
    )
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    async with api.session.post(f"{api.base}/bot{TOKEN}/sendDocument", data=body, headers=headers) as response:
        assert "wrong remote file identifier" in (await response.json())["description"]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('form-data; name="document"; filename="表.xlsx"', "表.xlsx"),
        ('form-data; name="document"; filename="%E8%A1%A8.xlsx"', "表.xlsx"),
        (r'form-data; name="document"; filename="a\"b.txt"', "ab.txt"),
        ('form-data; name="document"', None),
    ],
)
def test_the_name_stands_in_the_header_raw_or_percent_encoded(header: str, name: str | None) -> None:
    assert file_name(header) == name


def test_a_name_has_no_folders_and_is_not_too_long() -> None:
    assert clean("../../etc/名单.csv") == "名单.csv"
    assert clean("长" * 80 + ".xlsx") == "长" * 64 + ".xlsx"


async def code_of(api: Api, method: str, field: str, size: int) -> int | None:
    form = aiohttp.FormData({"chat_id": str(WANG)})
    form.add_field(field, BytesIO(b"\x00" * size), filename="a.bin")
    async with api.session.post(f"{api.base}/bot{TOKEN}/{method}", data=form) as response:
        code: int | None = (await response.json()).get("error_code")
        return code


@pytest.mark.asyncio
async def test_a_photo_may_have_ten_megabytes_and_a_document_more(api: Api, wang: Person) -> None:
    over = 10 * 1024 * 1024 + 1
    assert await code_of(api, "sendPhoto", "photo", over) == 413
    assert await code_of(api, "sendDocument", "document", over) is None


@pytest.mark.asyncio
async def test_a_document_is_saved_from_the_page_and_never_opened_in_it(api: Api, wang: Person) -> None:
    wang.sends_document("名单.html", b"<script>1</script>", "text/html")
    media = wang.messages[-1].media
    assert media is not None
    async with api.session.get(f"{api.base}/stage/file/{media.file_id}") as response:
        assert response.headers["Content-Disposition"] == "attachment"
