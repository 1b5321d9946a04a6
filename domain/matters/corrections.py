"""A resident puts the place right in her own words: 说错了，是5号楼; "I meant building 5"."""

from __future__ import annotations

import re

from domain.matters.words import place_span

_RIGHT = (
    re.compile(
        r"(?:说|写|打|搞|记|报|弄|填)?错了?[,，。、\s]*(?:地方|地址|楼号|位置)?(?:应该)?(?:就?是|在|改成)(.+)", re.S
    ),
    re.compile(r"(?:地方|地址|楼号|位置)(?:不对|不是这里?|有误)[,，。、\s]*(?:应该)?(?:是|在|改成)?(.+)", re.S),
    re.compile(r"不[是在][^,，。]{1,14}[,，。、\s]+(?:而|应该)?(?:是|在)(.+)", re.S),
    re.compile(r"^(?:应该)?(?:是|在)([^,，。]+)[,，。、\s]*不[是在]"),
    re.compile(r"^地方(?:应该)?(?:是|在|改成)(.+)", re.S),
    re.compile(r"\b(?:i meant|should be|should have been|it is really)\s+(.+)", re.I | re.S),
    re.compile(
        r"\bwrong\s+(?:place|building|address|house|number)\b\W*(?:(?:it is|it's|this is)\s+)?(.+)", re.I | re.S
    ),
    re.compile(r"\bnot\s+(?:at\s+)?(?:building|block)\s+\w+\W+(?:but|it is|it's)\s+(.+)", re.I | re.S),
)


def place_corrected(text: str) -> str:
    """The words that say where it really is; "" when the text puts no place right."""
    for pattern in _RIGHT:
        found = pattern.search(text)
        if found is not None and place_span(found.group(1)):
            return found.group(1).strip(" ,，。.!！")
    return ""
