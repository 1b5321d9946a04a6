"""How people thank, greet, swear, ask for news, say yes and no: patterns over plain() text."""

from __future__ import annotations

import re

_TAIL = r"(?:[了啦啊呀哦哈呢吧的嘛撒咧噢喽嘞哒]|您|你|大家|们|老师|小板凳)*+"


# A repetition within a repetition is possessive ("++", "*+"): otherwise a line of one character, sent for fun, would be
# tried in more ways than there is time for.


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


THANKS = _words(
    rf"""
    (?:好的?|嗯+|行|哦)?(?:太|非常|十分|真是?|多|万分)?
        (?:感谢|谢++|多谢|感恩|辛苦|费心|麻烦(?=您了|你了|你们了|大家了)){_TAIL}
        (?:(?:多|太|非常|真)?(?:感谢|谢++|辛苦|麻烦){_TAIL})*
    |太好了(?:谢++)?{_TAIL}|帮大忙了|[您你]们?真好|好人
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
    |\bwhen\s(?:will|is)\s(?:the\s)?(?:water|power|electricity|gas|heating)\s(?:be\s|come\s)?back\b
    |\bstill\swaiting|\bhow\slong
    """
)
YES = _words(
    r"""
    (?:是|对|嗯|好|行|可以|愿意|同意|没错|正确|要|需要|确认|确定|当然|中|成|修?好了|办好了|解决了|已经好了|都好了|没问题
        |ok|okay|yes|yeah|yep|yup|y|sure|right|correct|of\scourse|it\sis|done|fixed|solved|all\sgood|it\sworks|works\snow)
        (?:是|对|好|行|的|了|呀|啊|嘞|哒|吧|嗯|哦|撒|谢++|\splease|\sthanks|\sit\sis)*
    |就这样|就这么办|交吧|交给[他她]吧?|没错就这样|好的?就这样
    """
)
NO = _words(
    r"""
    (?:不|否|没|没有|别|不对|不是|不行|不要|不用|不好|不同意|不愿意|不需要|算了|错了|还没|还没好|没好|还没修好?|没修好?|还是不行
        |还坏着|又坏了|没解决|还没解决|还是老样子|no|nope|nah|n|wrong|not\syet|not\sreally|still\sbroken|not\sfixed|not\ssolved
        |no\sway|it\sis\snot|it\sisn't)
        (?:的|了|呀|啊|呢|吧|哦|撒|咧|嘞|呐|谢++|\sthanks|\sthank\syou)*
    """
)
LEAVES = _words(
    r"""
    (?:我?(?:先|还是)?(?:取消|退出|算了|不说了?|不报了?|不写了?|不弄了?|不问了?|不记了?|别记了?|不要了|不用了|不想(?:说|报|弄)了?|返回主?菜单?))
        (?:吧|了|啊|啦|呀|嘛|谢++)*
    |(?:cancel|quit|exit|stop|abort|never\smind|nevermind|forget\s(?:it|that))(?:\s(?:it|that|this|please|thanks))*
    """
)
NO_MORE = _words(
    r"""
    (?:我|那个?|这个?|这件事?|现在)*(?:不办|不用(?:再?来?(?:来|修|管|办|看看?|弄|找人?|叫人?|派人?|麻烦))|不需要|别来|别修|撤回|撤销|撤了|取消|不要)
        (?:人|你们|您|了|啊|啦|吧|谢++)*
    |(?:i\s|we\s)?(?:do\snot|don'?t|no\slonger)\sneed\s(?:it|help|this|that|anyone|anybody)(?:\s(?:any\s?more|now))*
    |no\sneed\sto\scome|withdraw(?:\sit)?|take\sit\sback|please\scancel
    """
)
ALL_WELL = _words(
    r"""
    (?:我|我们|现在|已经|这里|家里|都|哈++|嘿++|其实|是)*
    (?:没事[了儿]*|没有?(?:事|危险)了?|没关系|好了|安全了?|不要紧了?|虚惊一场|误报|误会(?:了|一场)?|(?:我)?(?:闻|看|听|弄|搞|说|发|点)错了?
        |没有?(?:着火|煤气味?|闻到|起火|火|漏气?)了?|(?:火|煤气)?(?:灭|关好?|扑灭|修好)了|(?:骗|逗|吓)(?:你们?|您|人)?(?:的|玩)?|开(?:个|的)?玩笑|闹着玩|假的)
        (?:的|了|啊|啦|呀|吧|呢|哈++|嘿++)*
    |false\salarm|(?:i\sam|i'?m|we\sare|we'?re|it\sis|it'?s|all|everything\sis|everyone\sis)\s(?:ok|okay|fine|safe|well|all\sright|alright|good)(?:\snow)?
    |(?:just\s|only\s|it\swas\sa\s)?(?:kidding|joking|joke)|my\smistake|nothing\shappened
    """
)
WHO = _words(
    r"""
    (?:这|那|你|您|这个|这话)?(?:是)?(?:什么|啥|几个)意思(?:啊|呀|呢|嘛)?|(?:我)?(?:看|听|搞|弄)?不(?:懂|明白|会用|会弄|会)(?:啊|呀|了|怎么用)*
    |(?:这个?|我)?(?:怎么|咋|如何)(?:用|弄|操作|办|说|使)(?:啊|呀|呢|的)?
    |[你您](?:到底)?是(?:谁|哪位|什么|啥|干(?:什么|嘛|啥)的|机器人|真人|人)(?:啊|呀|吗|么|嘛|呢|还是机器人)*|这是(?:什么|啥|哪里?)(?:啊|呀|呢)?
    |(?:我)?(?:要|找|转|叫|想找|接|请转|要找)?(?:真)?(?:人工|客服|真人)(?:服务|客服)?(?:吧|啊|呢)*|有(?:没有)?(?:真)?人(?:工)?(?:客服)?(?:能)?(?:说话|接电话|接)(?:吗)?
    |what(?:\sdo\syou\smean|\sdoes\s(?:that|this|it)\smean|\sis\sthis|\sare\syou)?|who(?:\sare\syou|\sis\sthis)
    |(?:talk\sto\s|speak\sto\s|i\swant\s)?(?:a\s|an\s|the\s)?(?:human|real\sperson|operator|agent)|are\syou\s(?:a\s)?(?:robot|bot|human|real)
    |(?:i\s)?(?:do\snot|don'?t)\sunderstand|how\s(?:does\s(?:this|it)\swork|do\si\suse\s(?:this|it))
    """
)
"""Asks what this is, how it goes, or for a human."""
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
