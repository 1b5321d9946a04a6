"""What the bot sends besides words, and what is passed on: documents, pictures, numbers, forwarded messages."""

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from sandbox import Sandbox
from tests.page.support import CHEN, KEYS, TOKEN, WANG

pytestmark = pytest.mark.asyncio(loop_scope="session")
SHEET = "桃源社区 简报.xlsx"


@pytest_asyncio.fixture(loop_scope="session")
async def wang(page: Page) -> Locator:
    return page.locator(".phone[data-person=wang]")


async def sends(base: str, method: str, **fields: str | tuple[str, bytes]) -> None:
    form = aiohttp.FormData({"chat_id": str(WANG)}, quote_fields=False)
    for name, value in fields.items():
        if isinstance(value, str):
            form.add_field(name, value)
        else:
            form.add_field(name, value[1], filename=value[0])
    async with aiohttp.ClientSession() as session, session.post(f"{base}/bot{TOKEN}/{method}", data=form) as answer:
        assert answer.status == 200, await answer.text()


async def test_a_document_shows_its_name_and_size_and_is_saved_under_that_name(
    page: Page, wang: Locator, base: str
) -> None:
    await sends(base, "sendDocument", document=(SHEET, b"x" * 23_456), caption="给领导的一张表")
    row = wang.locator(".row.theirs").last
    await expect(row.locator(".file")).to_contain_text("23 KB · XLSX")
    await expect(row.locator(".words")).to_have_text("给领导的一张表")
    async with page.expect_download() as download:
        await row.locator(".file").click()
    assert (await download.value).suggested_filename == SHEET


async def test_a_picture_opens_large(wang: Locator, base: str, sandbox: Sandbox) -> None:
    await sends(base, "sendPhoto", photo=("week.jpg", sandbox.world.assets.get("lamp").content))
    await wang.locator(".photo").last.click()
    await expect(wang.get_by_role("dialog").locator("img")).to_be_visible()


async def test_a_number_is_never_broken_at_its_hyphen(browser: Browser, base: str) -> None:
    page = await browser.new_page(viewport={"width": 390, "height": 844})
    await page.goto(base)
    await page.get_by_role("tab", name="王芳").click()
    await sends(base, "sendMessage", text="\n".join("路" * (12 + fill) + "1123-07路灯" for fill in range(8)))
    await expect(page.locator(".whole")).to_have_count(8)
    boxes = await page.locator(".whole").evaluate_all("all => all.map(one => one.getClientRects().length)")
    assert boxes == [1] * 8
    await page.close()


async def test_a_line_is_forwarded_to_somebody_who_sees_it_come_in(page: Page, wang: Locator, base: str) -> None:
    await sends(base, "sendMessage", text="7位表了态，5位说解决了")
    await wang.locator(".row.theirs").last.hover()
    await wang.get_by_role("button", name="转发").click()
    await wang.get_by_role("button", name="陈亮").click()
    await page.locator(".pocket[data-person=chen]").click()
    incoming = page.locator(".phone[data-person=chen] .incoming")
    await expect(incoming).to_contain_text("7位表了态")
    await incoming.click()
    await expect(incoming).to_have_count(0)


async def test_a_line_forwarded_to_the_bot_stands_in_the_chat_with_its_sender(wang: Locator, base: str) -> None:
    await sends(base, "sendMessage", text="7位表了态")
    await wang.locator(".row.theirs").last.hover()
    await wang.get_by_role("button", name="转发").click()
    await wang.locator(".choice").last.click()
    await expect(wang.locator(".row.mine .forwarded")).to_have_text("转自 小板凳")


async def test_a_protected_line_offers_no_way_out(wang: Locator, base: str) -> None:
    await sends(base, "sendMessage", text="只给您看", protect_content="true")
    row = wang.locator(".row.theirs").last
    await row.hover()
    await expect(row.locator(".doings button")).to_have_count(1)


async def test_five_rows_of_keys_leave_the_chat_more_than_half_of_a_narrow_phone(
    browser: Browser, base: str, sandbox: Sandbox
) -> None:
    chen = sandbox.world.people[CHEN]
    sandbox.world.set_keyboard(chen.chat, {"keyboard": [[{"text": "案头"}, {"text": "查"}]] + [KEYS[1]] * 4})
    page = await browser.new_page(viewport={"width": 390, "height": 844})
    await page.goto(base)
    await page.get_by_role("tab", name="陈亮").click()
    keys, screen = page.locator(".bigkeys"), page.locator(".screen")
    await expect(keys.locator(".bigkey")).to_have_count(6)
    assert await keys.evaluate("keys => keys.offsetHeight") < await screen.evaluate("one => one.offsetHeight") * 0.4
    await page.close()
