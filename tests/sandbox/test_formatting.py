"""HTML, entities and lengths."""

from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox import Person
from sandbox.entities import formatted
from sandbox.units import units
from tests.sandbox.support import WANG, Api


async def marks(api: Api, text: str) -> list[tuple[str, int, int]]:
    sent = await api("sendMessage", chat_id=WANG, text=text, parse_mode="HTML")
    return [(mark["type"], mark["offset"], mark["length"]) for mark in sent.get("entities", [])]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>您好</b>", [("bold", 0, 2)]),
        ("😀<i>x</i>", [("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", [("bold", 0, 2), ("italic", 1, 1)]),
        (
            "<u>1</u><s>2</s><tg-spoiler>3</tg-spoiler>",
            [("underline", 0, 1), ("strikethrough", 1, 1), ("spoiler", 2, 1)],
        ),
        ('<a href="https://example.org/">here</a>', [("text_link", 0, 4)]),
        ('<pre><code class="language-python">x</code></pre>', [("pre", 0, 1)]),
        ("<blockquote expandable>long</blockquote>", [("expandable_blockquote", 0, 4)]),
        ("&lt;b&gt; &amp; &quot;", []),
        ("  <b>x</b>  ", [("bold", 0, 1)]),
        ("a<b></b>", []),
        ("/help 或 https://example.org/a", [("bot_command", 0, 5), ("url", 8, 21)]),
    ],
)
async def test_html_becomes_entities_counted_in_utf16(
    api: Api, wang: Person, text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert await marks(api, text) == expected


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("您<br>", 'Unsupported start tag "br" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b x", 'Unclosed start tag "b" at byte offset 0'),
        ("王 & 李", 'Character "&" must be escaped'),
        ("&nbsp;", 'Character "&" must be escaped'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler"'),
        ("<code><b>x</b></code>", 'Tag "b" can\'t be inside "code"'),
        ("<blockquote><blockquote>x</blockquote></blockquote>", 'Nested "blockquote"'),
    ],
)
async def test_broken_html_is_refused(api: Api, wang: Person, text: str, reason: str) -> None:
    description = await api.refusal("sendMessage", chat_id=WANG, text=text, parse_mode="HTML")
    assert description.startswith("Bad Request: can't parse entities: ")
    assert reason in description


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_escaped_text_comes_through_unmarked_but_for_what_telegram_finds(text: str) -> None:
    parsed, marks = formatted(escape(text, quote=False), "HTML", None)
    assert parsed == text.strip()
    assert all(0 <= mark.offset < mark.offset + mark.length <= units(parsed) for mark in marks)


@pytest.mark.asyncio
async def test_other_modes_are_refused(api: Api, wang: Person) -> None:
    refusal = await api.refusal("sendMessage", chat_id=WANG, text="*x*", parse_mode="MarkdownV2")
    assert refusal == "Bad Request: unsupported parse_mode"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({}, "Bad Request: message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        ({"text": "字" * 4097}, "Bad Request: message is too long"),
        ({"text": "😀" * 2049}, "Bad Request: message is too long"),
    ],
)
async def test_a_text_has_1_to_4096_units(api: Api, wang: Person, parameters: dict[str, Any], reason: str) -> None:
    assert await api.refusal("sendMessage", chat_id=WANG, **parameters) == reason


@pytest.mark.asyncio
async def test_the_length_is_measured_after_parsing(api: Api, wang: Person) -> None:
    await api("sendMessage", chat_id=WANG, text="<b>" + "字" * 4096 + "</b>", parse_mode="HTML")


@pytest.mark.asyncio
async def test_explicit_entities_are_kept(api: Api, wang: Person) -> None:
    entities = [{"type": "bold", "offset": 0, "length": 2}]
    sent = await api("sendMessage", chat_id=WANG, text="😀", entities=entities)
    assert sent["entities"] == entities


@pytest.mark.asyncio
async def test_an_entity_beyond_the_text_is_refused(api: Api, wang: Person) -> None:
    entities = [{"type": "bold", "offset": 0, "length": 3}]
    assert "UTF-16 offset 0" in await api.refusal("sendMessage", chat_id=WANG, text="😀", entities=entities)
