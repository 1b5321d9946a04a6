"""Texts and their entities, asked of the page's own module."""

from typing import Any

import pytest
from playwright.async_api import Page

pytestmark = pytest.mark.asyncio(loop_scope="session")

DRESS = """async ([text, entities]) => {
  const { dressed } = await import('/page/js/entities.js');
  const box = document.createElement('div');
  box.append(...dressed(text, entities, { command: () => null, deepLink: () => null }));
  return box.innerHTML;
}"""


async def dressed(page: Page, text: str, *entities: dict[str, Any]) -> str:
    return str(await page.evaluate(DRESS, [text, list(entities)]))


async def test_offsets_count_utf16_units(page: Page) -> None:
    html = await dressed(page, "👵🏻 路灯坏了", {"type": "bold", "offset": 5, "length": 2})
    assert html == "👵🏻 <strong>路灯</strong>坏了"


async def test_marks_nest(page: Page) -> None:
    marks = {"type": "bold", "offset": 0, "length": 4}, {"type": "italic", "offset": 2, "length": 2}
    assert await dressed(page, "路灯坏了", *marks) == "<strong>路灯<em>坏了</em></strong>"


async def test_words_from_a_chat_are_never_markup(page: Page) -> None:
    assert await dressed(page, "<img src=x>") == "&lt;img src=x&gt;"


async def test_a_link_with_another_scheme_stays_plain(page: Page) -> None:
    script = {"type": "text_link", "offset": 0, "length": 2, "url": "javascript:alert(1)"}
    assert await dressed(page, "路灯", script) == "<span>路灯</span>"


async def test_a_command_inside_a_line_can_be_pressed(page: Page) -> None:
    assert "<button" in await dressed(page, "看 /help 吧")


async def test_a_quotation_ends_its_own_line(page: Page) -> None:
    html = await dressed(page, "路灯坏了\n请回话", {"type": "blockquote", "offset": 0, "length": 4})
    assert html == "<blockquote>路灯坏了</blockquote>请回话"
