"""Whether somebody says that she rests, comes back, or takes a leave back: the words, apart from the days."""

from __future__ import annotations

import re

from domain.matters.words_plain import plain

_WHEN = r"(?:[今明后][天儿日早晚]|周末?|星期|礼拜|月|号|日|天|[上下]午|[早晚]上|中午|[一二三四五六日天]|都|也|就)我?都?"
_ASKS = re.compile(
    r"请[^,。]{0,6}假|休[^,。]{0,3}假|休息|休.{0,2}天|[一二三四五六日天]休$|[年婚产病事]假|调休|轮休|歇.{0,2}天|想歇|歇歇"
    r"|\bon (?:annual |sick )?leave\b|\bdays? off\b|\bout of (?:town|office)\b"
    r"|\b(?:take|taking|took|need|have) .{0,14}(?:leave|off|holiday|vacation)\b"
    r"|\bleave (?:from|until|till|next|this|tomorrow|today|on|for)\b|^(?:off|away|out|holiday|vacation)\b"
    r"|\b(?:i am|i'm|i'll be|i will be|i) .{0,10}(?:off|away|out|travell?ing|on holiday|on vacation)\b"
    r"|(?:day|week|today|tomorrow|morning|afternoon) off\b|\bsick (?:today|tomorrow|this|until|till)\b"
    r"|\b(?:can(?:not|'t)|won't|will not|not) (?:work|be on duty|help|make it|be available|available)\b|\bunavailable\b"
)
"""A leave in so many words."""
_AWAY = re.compile(
    r"不在(?!家|了|这|那|乎|意|线)|不上班|出差|外出|出门|出远门|去外地|在外地|回老?家(?:乡)?|回乡|住院|不能?值班|值不了班"
    rf"|来不了|回不来|去不了|顾不上|没空|没时间|忙不过来|{_WHEN}不行"
    rf"|{_WHEN}(?:有事|有点事|有个?会|要?开.{{0,3}}会|要?培训)(?!找|要|想|跟|和|请|问|报|通知)"
    r"|要去(?:医院|外地|北京|兰州|省城)|去(?:培训|学习|开会|旅游|旅行)|去[^,修看办问找]{1,6},.{0,4}回(?:来)?$"
)
"""That she cannot act, without the word: said of herself, of days, and of nothing that might be reported."""
_DAYS_NAMED = re.compile(
    r"[今明后][天儿日早晚]|周|星期|礼拜|月|年底|号|日|天|[上下]午|早上|晚上|阵"
    r"|day|week|month|morning|afternoon|evening|tonight|\d"
)
_NOT_NOW = re.compile(
    r"没请假|不请假|请假条|取消|昨天|前天|上周|上个?月|昨晚|那天|cancel|yesterday|last (?:week|month)"
    r"|[吗?么呢]$|谁|什么时候|是不是|能不能|可不可以|\?|\bwho\b|\bwhen (?:is|are|does)\b"
)
_OTHERS = re.compile(
    r"物业|师傅|维修|修理|工人|保洁|保安|门卫|医生|大夫|老师|值班室|卫生[站所]|超市|店|药房|食堂|他|她|它|(?<!我)们"
    r"|(?:社区|街道|居委会|办公室|大厅|中心|单位|公司|银行|学校|幼儿园|市场|邮局)[^,。我]{0,4}(?:休|不上班|不在|放假)"
    r"|有人|没人|邻居|居民|业主|隔壁|对门|楼[上下]|[大老][爷妈娘哥姐叔爷人]|奶奶|爷爷|阿姨|叔叔|孩子"
    r"|\b(?:he|she|they|his|her|their|neighbou?rs?|worker|plumber|(?<!out of )office|shop|who)\b"
)
_THINGS = re.compile(
    r"[灯水电暖梯]|[煤燃]气|气味|垃圾|噪音|公交|信号|网络|停[车用]|[修漏堵坏塌掉裂]|路面|井盖|门禁|大门|施工|办好|办完|办结|回话|答复"
    r"|处理|投诉|反映|楼道|号楼|单元|\b(?:lamp|lights?|heating|water|power|gas|lift|rubbish|noise|bus)\b"
)
_HER_PEOPLE = re.compile(
    r"(?:我家?|家里?|[陪带送接]|照顾|照看)的?"
    r"(?:妈妈?|爸爸?|爹|娘|老[公婆伴人]|爱人|孩子|儿子|女儿|媳妇|公公|婆婆|岳[父母]|爷爷|奶奶|父[亲母]|母亲|家?人)"
)
"""Whom she stays away for: that is said of herself too."""
_UNWELL = re.compile(r"(?:孩子|老人|娃)(?=发烧|生病|病了|住院|不舒服|[中高]考|打疫苗|家长会)|生孩子")
_MAY_I = (
    (re.compile(r"[,，]?(?:可以|行|好|方便|没问题)(?:吗|么|吧|不|嘛|不行)?\??$"), ""),
    (re.compile(r"(?:能不能|可不可以|能|可以)(请[^,。]{0,6}假[^,。]{0,6}?)[吗么]?\??$"), r"\1"),
)
"""请假行吗, 能请假吗: said as a request, meant as "I rest"."""

_RETURNS = re.compile(
    r"提前.{0,6}(?:回|上班|结束|到岗)|^我?(?:已经|现在|今天)?(?:回来|回|上班|到岗|休完假?)(?:了|啦)$"
    r"|(?:就|能|可以)(?:回来|上班|到岗)(?:了|啦)?$|^.{0,6}(?:回来|上班)(?:了|啦)?$"
    r"|\b(?:i am|i'm) back\b|\bback (?:early|already|today|tomorrow|at work|on|from)\b"
    r"|\breturn(?:ing)? (?:early|on|tomorrow|today)\b"
)
_TAKES_BACK = re.compile(
    r"销假|取消.{0,4}(?:请|休)?假|不请假了|不休(?:假|息)?了|假不(?:请|休)了"
    r"|\bcancel .{0,12}leave\b|\bno leave after all\b"
)


def speaks_of_leave(text: str) -> bool:
    """Whether a member announces that she rests or cannot act, whatever days she names."""
    words = _UNWELL.sub("我", _HER_PEOPLE.sub("我", plain(text)))
    if _ASKS.search(words):
        for courtesy, meant in _MAY_I:
            words = courtesy.sub(meant, words)
    if _NOT_NOW.search(words) or _OTHERS.search(words) or _THINGS.search(words):
        return False
    return bool(_ASKS.search(words) or (_AWAY.search(words) and _DAYS_NAMED.search(words)))


def speaks_of_return(text: str) -> bool:
    """Whether somebody who is away says that she is back, or comes back earlier."""
    words = plain(text).rstrip("。.,~ ")
    return bool(_RETURNS.search(words)) and not _OTHERS.search(words) and not _THINGS.search(words)


def takes_leave_back(text: str) -> bool:
    """Whether she no longer wants the leave that she took."""
    words = plain(text)
    return bool(_TAKES_BACK.search(words)) and not _OTHERS.search(words)
