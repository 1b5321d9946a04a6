"""How people thank, greet, swear, ask for news, say yes and no: patterns over plain() text."""

from __future__ import annotations

import re

_TAIL = r"(?:[了啦啊呀哦哈呢吧的嘛撒咧噢喽嘞哒]|您|你|大家|们|老师|小板凳)*"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


THANKS = _words(
    rf"""
    (?:好的?|嗯+|行|哦)?(?:太|非常|十分|真是?|多|万分)?
        (?:感谢|谢+|多谢|感恩|辛苦|费心|麻烦(?=您了|你了|你们了|大家了)){_TAIL}
        (?:(?:多|太|非常|真)?(?:感谢|谢+|辛苦|麻烦){_TAIL})*
    |太好了(?:谢+)?{_TAIL}|帮大忙了|[您你]们?真好|好人
    |(?:ok\s|great\s|many\s|good\s)?(?:thanks?|thank\syou|thx|ty|cheers)
        (?:\s(?:you|a\slot|so\smuch|very\smuch|again|all|everyone|for\syour\shelp))*
    """
)
GREETING = _words(
    r"""
    (?:[您你]|大家|老师)*(?:好+|早+|早上好|上午好|中午好|下午好|晚上好|晚安|早安)(?:呀|啊|哦|吗)?
    |(?:在|有人|在线)(?:吗|不|么|没)|喂+|哈[喽罗啰喂]|哈啰|嗨+|拜拜?|再见|新年好|新年快乐|过年好|(?:春节|中秋|节日|周末)快乐
    |[你您]是(?:谁|哪位)
    |(?:hi+|hello|hey|hallo|yo)(?:\s(?:there|all|everyone|bot|little\sbench))*
    |good\s(?:morning|afternoon|evening|night|day)|bye(?:\sbye)?|goodbye|anyone\sthere|are\syou\sthere|who\sare\syou
    |how\sare\syou
    """
)
OK = _words(
    r"""
    (?:嗯+|哦+|噢+|好+|行+|中|成|可以|知道|明白|了解|收到|晓得|懂|没事|没问题|不用|不客气|ok+|okay|k|哈+|呵+|嘿+|嘻+|6+)
        (?:[了啦啊呀哦哈呢吧的嘛撒咧噢嘞哒]|嗯|好|行)*
    |got\sit|understood|i\ssee|fine|alright|all\sright|sure|no\sproblem|(?:ha)+h?|lol|noted|roger|never\smind|nothing
    """
)
ABUSE = _words(
    r"""
    傻[逼叉比子屌瓜x]|煞笔|沙雕|脑残|去死|滚(?!动|筒|水|下|落|烫)|操你|草你|妈的|他妈|尼玛|王八|混蛋|畜生|狗屁|放屁|废物|蠢货
    |垃圾机器人|是(?:猪|狗|驴|傻)|猪头|白痴|智障|神经病
    |\b(?:sb|fuck\w*|shit|idiots?|stupid|moron|asshole|bitch|bastard|a\spig|pigs|you\ssuck|dumb)\b
    """
)
STATE = _words(
    r"""
    怎么样|咋样|怎样了|有(?:没有)?(?:消息|结果|回音|进展|信儿?|动静)
    |(?:修|办|弄|处理|解决|搞)(?:好|完|得)?.{0,2}(?:没有?|了没|了吗|到哪|咋样|怎么样)$
    |到哪一?步|(?:啥时候|什么时候|多会儿|几时)(?:来|修|好|能|办)|多久(?:能|才|好)|还要多久|进度|[好来]了没|有人管(?:吗|没|不)
    |\bany\s(?:news|updates?|progress|word)|what'?s\s(?:happening|new|the\sstatus)|\bhow\s(?:is|are)\s(?:it|things|my)
    |\b(?:is\sit|has\sit\sbeen|was\sit)\s(?:fixed|done|solved|repaired)|\bstatus\b|\bwhen\swill\s(?:it|you|someone|they)
    |\bstill\swaiting|\bhow\slong
    """
)
YES = _words(
    r"""
    (?:是|对|嗯|好|行|可以|愿意|同意|没错|正确|要|需要|确认|确定|当然|中|成|修?好了|办好了|解决了|已经好了|都好了|没问题
        |ok|okay|yes|yeah|yep|yup|y|sure|right|correct|of\scourse|it\sis|done|fixed|solved|all\sgood|it\sworks|works\snow)
        (?:是|对|好|行|的|了|呀|啊|嘞|哒|吧|嗯|哦|撒|谢+|\splease|\sthanks|\sit\sis)*
    |就这样|就这么办|交吧|交给[他她]吧?|没错就这样|好的?就这样
    """
)
NO = _words(
    r"""
    (?:不|否|没|没有|别|不对|不是|不行|不要|不用|不好|不同意|不愿意|不需要|算了|错了|还没|还没好|没好|还没修好?|没修好?|还是不行
        |还坏着|又坏了|没解决|还没解决|还是老样子|no|nope|nah|n|wrong|not\syet|not\sreally|still\sbroken|not\sfixed|not\ssolved
        |no\sway|it\sis\snot|it\sisn't)
        (?:的|了|呀|啊|呢|吧|哦|撒|咧|嘞|呐|谢+|\sthanks|\sthank\syou)*
    """
)
NEEDLESS = re.compile("不用|不需要|不要|算了|别")
"""Says no to an offer, not to "is it all right now?"."""
PICK_ZH = re.compile(
    r"(?:就|要|选|我选|是)*(?:第|头)?(\d{1,2}|[一二两三四五六七八九十首头])(?:个|号|项|条|种|位|件|户)?(?:吧|的|呀|啊)?"
)
PICK_EN = re.compile(
    r"(?:(?:i )?(?:take|choose|want|pick) )?(?:the |number |no\.? ?|option )*(\d{1,2}|\d(?:st|nd|rd|th)|[a-z]+)"
    r"(?: one| option)?(?: please)?"
)
NUMERALS = {word: n for n, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "首": 1, "头": 1}
ORDINALS = {
    word: n
    for n, words in enumerate(
        ("first one 1st", "second two 2nd", "third three 3rd", "fourth four 4th", "fifth five 5th", "sixth six 6th"), 1
    )
    for word in words.split()
}
