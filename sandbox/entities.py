"""Formatted text: Telegram's HTML, explicit entities, and lengths in UTF-16 units."""

import re
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from sandbox.detecting import with_detected
from sandbox.errors import ApiError, bad_request
from sandbox.names import names
from sandbox.parameters import declare
from sandbox.records import Entity
from sandbox.shapes import shaped
from sandbox.units import units

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
EXPLICIT = frozenset(TAGS.values()) | names(
    "mention hashtag cashtag bot_command url email phone_number expandable_blockquote text_mention"
)
MARK = declare("type!:text offset!:integer length!:integer url:text user:object language:text custom_emoji_id:text")
MONOSPACE = frozenset({"code", "pre"})
REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
ATTRIBUTE = re.compile(r"\s+([a-zA-Z][a-zA-Z0-9-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[a-zA-Z0-9.-]+))?")
TAG_NAME = re.compile(r"[^\s>/]*")


@dataclass
class _Open:
    tag: str
    kind: str
    start: int
    url: str | None = None
    language: str | None = None
    user: int | None = None
    emoji: str | None = None


class _Html:
    """One pass over the source, keeping a stack of open tags."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.found: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            sign = self.source[self.at]
            if sign == "&":
                self._reference()
            elif sign == "<":
                self._end_tag() if self.source.startswith("</", self.at) else self._start_tag()
            else:
                self._add(sign)
                self.at += 1
        if self.open:
            raise _broken(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.text), sorted(self.found, key=lambda mark: (mark.offset, -mark.length))

    def _add(self, text: str) -> None:
        self.text.append(text)
        self.length += units(text)

    def _reference(self) -> None:
        match = REFERENCE.match(self.source, self.at)
        if match is None:
            raise _broken(f'Character "&" must be escaped as "&amp;" at byte offset {self._offset()}')
        self._add(unescape(match.group()))
        self.at = match.end()

    def _start_tag(self) -> None:
        begin = self._offset()
        name = TAG_NAME.match(self.source, self.at + 1)
        tag = name.group().lower() if name else ""
        if tag not in TAGS:
            raise _broken(f'Unsupported start tag "{tag}" at byte offset {begin}')
        self.at += 1 + len(tag)
        attributes: dict[str, str] = {}
        while match := ATTRIBUTE.match(self.source, self.at):
            attributes[match.group(1).lower()] = unescape((match.group(2) or "").strip("\"'"))
            self.at = match.end()
        rest = re.compile(r"\s*>").match(self.source, self.at)
        if rest is None:
            raise _broken(f'Unclosed start tag "{tag}" at byte offset {begin}')
        self.at = rest.end()
        self._push(tag, attributes, begin)

    def _push(self, tag: str, attributes: dict[str, str], begin: int) -> None:
        kind = TAGS[tag]
        inside = {entry.kind for entry in self.open}
        if kind == "blockquote" and {"blockquote", "expandable_blockquote"} & inside:
            raise _broken(f'Nested "blockquote" at byte offset {begin}')
        if inside & MONOSPACE and not (tag == "code" and self.open[-1].tag == "pre"):
            raise _broken(f'Tag "{tag}" can\'t be inside "{self.open[-1].tag}" at byte offset {begin}')
        entry = _Open(tag, kind, self.length)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _broken(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        if tag == "blockquote" and "expandable" in attributes:
            entry.kind = "expandable_blockquote"
        if tag == "code" and attributes.get("class", "").startswith("language-") and self.open:
            self.open[-1].language = attributes["class"].removeprefix("language-")
        entry.url = attributes.get("href") if tag == "a" else None
        entry.emoji = attributes.get("emoji-id") if tag == "tg-emoji" else None
        self.open.append(entry)

    def _end_tag(self) -> None:
        begin = self._offset()
        close = self.source.find(">", self.at)
        tag = self.source[self.at + 2 : close].strip().lower()
        if not self.open:
            raise _broken(f"Unexpected end tag at byte offset {begin}")
        if close < 0:
            raise _broken(f"Unclosed end tag at byte offset {begin}")
        entry = self.open.pop()
        if tag and tag != entry.tag:
            raise _broken(f'Unmatched end tag at byte offset {begin}, expected "</{entry.tag}>", found "</{tag}>"')
        self.at = close + 1
        self._close(entry)

    def _close(self, entry: _Open) -> None:
        length = self.length - entry.start
        if entry.tag == "a" and entry.url is None:
            return  # Telegram takes the text itself for the address only when it looks like one; we do not guess
        if length == 0 or (entry.tag == "code" and self.open and self.open[-1].tag == "pre"):
            return
        self.found.append(_entity(entry, length))

    def _offset(self) -> int:
        return len(self.source[: self.at].encode())


def _entity(entry: _Open, length: int) -> Entity:
    mention = re.fullmatch(r"tg://user\?id=([0-9]+)", entry.url or "")
    if mention:
        return Entity("text_mention", entry.start, length, user=int(mention.group(1)))
    return Entity(entry.kind, entry.start, length, entry.url, entry.language, custom_emoji_id=entry.emoji)


def _broken(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def formatted(source: str, mode: str, explicit: list[Any] | None) -> tuple[str, list[Entity]]:
    """The plain text and its entities, trimmed as Telegram trims; only HTML and no mode are supported."""
    if mode and mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    if mode:
        text, marks = _trimmed(*_Html(source).parse())
    else:
        text, marks = _trimmed(source, [_explicit(source, raw) for raw in explicit or []])
    return text, with_detected(text, marks)


def _explicit(source: str, raw: Any) -> Entity:
    offset, length = shaped(raw, MARK, "MessageEntity")["offset"], raw["length"]
    if raw["type"] not in EXPLICIT:
        raise bad_request(f"can't parse MessageEntity: unsupported type {raw['type']}")
    if offset < 0 or length <= 0 or offset + length > units(source):
        raise bad_request(f"entity beginning at UTF-16 offset {offset} ends after the end of the text")
    user = raw.get("user", {}).get("id")
    return Entity(raw["type"], offset, length, raw.get("url"), raw.get("language"), user, raw.get("custom_emoji_id"))


def _trimmed(text: str, marks: list[Entity]) -> tuple[str, list[Entity]]:
    body = text.rstrip()
    cut = units(body) - units(body.lstrip())
    body = body.lstrip()
    kept = []
    for mark in marks:
        start = max(mark.offset - cut, 0)
        end = min(mark.offset - cut + mark.length, units(body))
        if end > start:
            kept.append(replace(mark, offset=start, length=end - start))
    return body, kept
