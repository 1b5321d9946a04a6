"""Whether words ask for something that can be looked up, and report nothing that somebody must see to."""

from __future__ import annotations

import re

from domain.explaining.features import HOW, wants
from domain.matters.accusing import kind_about_person
from domain.matters.danger import danger_in
from domain.matters.parts import parts_of
from domain.matters.words_plain import plain

_ASKS = re.compile(
    r"""[?]|吗|呢|怎么|咋|如何|怎样|什么|啥|撒(?=$|[,时呢])|哪|阿里|阿达|谁|几[点天块岁月时路个]|多少|多钱|多久|多大|多会儿|请问|能不能|可不可以
    |行不行|能.{1,6}不(?=$|[,?])|要不要|有没有|是不是|用不用|收不收|开不开|能行不|问一?下|打听|咨询
    |\b(how|what|when|where|which|who|can\ i|could\ i|is\ there|do\ i)\b|\bhours\b""",
    re.X,
)
_BROKEN = re.compile(
    r"""坏|漏(?!打|掉的|了.?针)|堵|断了|裂|翘|塌|脱落|掉下来|[不没]亮|[不没]热|不通|没反应|没电|没水|没气(?!了.{0,3}(在哪|哪|怎么)?充)|停(?!车).?了(?!不|吗|没)|停[水电气]
    |跳闸|打不开|取不出|抬不起|充不上|充不进|灭了|黑[漆乎咕]|满了|没人[修拉管扫清理]|臭|吵|噪|堆[满了着]|占了|[异怪]味
    |冒[烟水]|渗|淹|积水|结冰|有.{0,3}坑|不动了|失灵|卡住
    |夹住|不见人|摔|卡死|死机|故障|维修(?!基金)|抢修
    |\b(broken|leak\w*|burst|blocked|not\ work\w*|stopp?ed|out\ of\ order|smell\w*|dark|stuck)\b
    |\bno\ (water|power|heat\w*|gas)\b""",
    re.X,
)
_WISHES = re.compile(
    r"""建议|希望|最好能|凭什么|太不像话|投诉|举报|怎么(还|这么|老是|总是)|为什么(还|不|没)|越来越|没有?消息|没人理|态度|不理人|爱答不理
    |还没(给|有|下|办|批|发|来)|跑了.趟|管管|不拴|被人|叫他
    |能不能(多|加|再|把|修|清|装|换|给(我们|咱们|楼|小区))|怎么没人|\bcomplain\w*\b|\bplease\ (fix|repair|send)\b""",
    re.X,
)


def asks_to_know(words: str) -> bool:
    """Better a question too few than a broken lamp taken for one."""
    said = plain(words)
    if _BROKEN.search(said) or _WISHES.search(said):
        return False
    if not (_ASKS.search(said) or wants(words) - {HOW}):
        return False
    return danger_in(words) is None and kind_about_person(words) is None and len(parts_of(words)) == 1
