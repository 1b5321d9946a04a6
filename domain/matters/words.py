"""The resident's own words for cards and summaries: the place phrase in them, and what is left, on one line."""

from __future__ import annotations

import re

_N = "(?:[0-9０-９]{1,4}|[一二三四五六七八九十百两]{1,4})"
_HOUSE = (
    rf"{_N}(?:号楼|号院|[栋幢座]楼?|[#＃]楼?|楼(?=\s*{_N}单元)|号(?=\s*{_N}单元))"
    r"|[甲乙丙丁A-Da-dＡ-Ｄ]座|[0-9０-９]{1,3}-[0-9]{1,2}-[0-9]{3,4}"
)
_ESTATE = r"[\u3400-\u9fff]{1,7}?(?:小区|家属院|公寓|花园|家园|[里苑坊庄村城府院园厂街巷])"
_INSIDE = rf"{_N}单元|{_N}[楼层](?![上下])|[0-9０-９]{{3,4}}(?:室|房|号)?|[东西南北中]户"
_SPOT = (
    "(?:(?:单元|大|小区|院|楼|后|前|东|西|南|北)?门(?:口|前|外|洞)|楼道(?:里面?|口)?|楼(?:下|前|后|顶|上)|院子?里|旁边|旁(?!边)|拐角处?|电梯(?:口|里|间)|路口|地下室"
    "|[东西南北][侧面边门])"
)
_THING = "(?![灯门窗墙顶的]*(?:灯|门|窗|墙|扶手|管))"
_ZH = re.compile(
    rf"(?:{_ESTATE}|[\u3400-\u9fff]{{1,6}}(?=[甲乙丙丁A-D]座))?\s{{0,3}}(?:{_HOUSE})[,，、\s]*+(?:(?:{_INSIDE})[,，、\s]*+)*(?:{_SPOT}{_THING})?"
    rf"|(?:{_ESTATE})?{_N}单元[,，、\s]*+(?:(?:{_INSIDE})[,，、\s]*+)*(?:{_SPOT}{_THING})?"
    rf"|(?<![0-9０-９第上]){_N}[楼层](?=[的,，]|楼道|楼梯)(?:{_SPOT}{_THING})?"
    r"|[\u3400-\u9fff]{1,6}(?:小区|家属院|公寓|花园|家园|[苑巷坊])(?=的|，|,)"
    rf"|{_SPOT}(?=的|里|有|没|边|,|，)里?"
)
_EN = re.compile(
    r"(?:\b(?:[A-Z][\w']+ ){1,3})?(?i:(?:\b(?:at|in|near|by|outside|behind|on)\s+)?(?:the\s+)?"
    r"(?:(?:gate|front door|door|entrance|stairs|staircase|yard|hall|hallway|roof|basement)\s+(?:of|in|at|to)\s+)?"
    r"\b(?:building|block|bldg\.?)\s?#?\d{1,3}\b(?:,?\s{0,3}(?:unit|entrance|floor|flat|room|apt\.?|apartment)\s?\d{1,4}\b)*)"
)
_BEFORE_ESTATE = re.compile(r"^(?:我们?|咱们?|俺们?|家|住|在|就|是|这边|那边|这里|请问|麻烦|你好|您好|有人|现在|的)+")
_POINTS = " \t\r\n,，、。.;；:：!！~-"
_OPENING = re.compile(
    r"^(?:(?:您好|你好|大家好|早上好|下午好|晚上好|喂|请问一?下?|麻烦(?:您|你)?|我(?:想|要)?(?:反映|反应|报|说)一?(?:下|个事)?|反映一?下|报一?下|报事"
    r"|hello|hi|hey|good (?:morning|afternoon|evening)|please)[,，。!！:：、\s]*+)+",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?<![,，。!！、\s])[,，。!！、\s]*(?:谢谢(?:您|你|了|啊|大家)*|多谢|麻烦了|辛苦了|thanks?(?: you)?|thank you)"
    r"[。.!！\s]*$",
    re.IGNORECASE,
)
_LEAST = 2


def place_span(text: str) -> str | None:
    """The first address-like phrase as it stands in the text ("3号楼2单元门口", "Building 3, unit 2"), or None.

    Names of estates are left to the gazetteer, unless a building's number follows.
    """
    for pattern in (_ZH, _EN):
        found = pattern.search(text)
        span = _BEFORE_ESTATE.sub("", found.group()).strip(_POINTS) if found else ""
        if span:
            return span
    return None


def only_place(text: str) -> bool:
    """Whether the words say where and nothing else: "3号楼2单元501"."""
    span = place_span(text)
    rest = _BEFORE_ESTATE.sub("", text.strip(_POINTS + "?？"))
    return span is not None and not rest.replace(span, "").strip(_POINTS)


def says_more(text: str, line: str) -> bool:
    """Whether the words hold more than a place and this one line of them."""
    rest = text.replace(line, "", 1).replace(place_span(text) or "", "", 1)  # a line may hold its place
    return bool(rest.strip(_POINTS + "的"))


def one_line(text: str, limit: int, place: str | None = None) -> str:
    """What is wrong, on one line of at most `limit` characters: without the place, greetings and thanks.

    `place` is the phrase to leave out ("" for none), by default place_span(text). Words that are nothing but a place
    stay whole.
    """
    line = _CLOSING.sub("", _OPENING.sub("", " ".join(text.split())))
    span = " ".join(((place_span(line) or "") if place is None else place).split())
    if span:
        line = _without(line, span)
    return _cut(line.strip(_POINTS), limit)


def _without(line: str, span: str) -> str:
    around = re.search(rf"(?:我家?住?在?|就?在)?{re.escape(span)}\s*(?:里面?|[这那]边|[这那]里)?的?", line)
    if around is None:
        return line
    before, after = line[: around.start()].rstrip(_POINTS), line[around.end() :].lstrip(_POINTS)
    parted = before and after and (before[-1].isascii() or after[0].isascii())
    rest = f"{before} {after}" if parted else before + after
    return rest if len(rest) >= _LEAST else line


def _cut(line: str, limit: int) -> str:
    """Cut where a part of the sentence ends, if one does in the second half, else with an ellipsis at a word's end."""
    if len(line) <= limit:
        return line
    head = line[:limit]
    stop = max(head.rfind(point) for point in ",，。;；!！?？")
    if stop >= limit // 2:
        return head[:stop]
    head = head[:-1]
    if line[len(head)].isascii() and line[len(head)].isalnum() and " " in head:
        head = head[: head.rindex(" ")]
    return head.rstrip(_POINTS) + "…"
