"""The signs of danger over plain() text, and what takes a sign back: harmless talk, denial, the past, mere worry.

Each table is patterns apart by blanks, "_" stands for a blank; Latin patterns match whole words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

_GAS = "(煤气|燃气|天然气|液化气|瓦斯)"
_VERY = "[累笑烦热冷冻饿困急气吵臭吓闷渴熏脏丑黑滑晒忙贵乱挤]|无聊|难看|恶心"
_WHO = "(人|妈|爸|爷|奶|姥|娃|孩|婆|公|哥|姐|弟|妹|邻居|老头|老太|我|他|她|宝宝)"
_SOMEBODY = (
    "(mother|father|mom|mum|dad|grand\\w+|man|woman|lady|child|kid|boy|girl|son|daughter|someone|somebody|neighbou?r"
    "|husband|wife|person|he|she|i)"
)


class _Words:
    """Compiled when something is first looked for: together they take as long as all else that a program reads."""

    def __init__(self, words: str) -> None:
        self._words = words

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = (rf"\b(?:{word})\b" if word.isascii() else word for word in self._words.split())
        return re.compile("|".join(parts).replace("_", " "))

    def search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text)

    def sub(self, by: str, text: str) -> str:
        return self._pattern.sub(by, text)


HARMLESS = _Words(
    rf"""
    ({_VERY}|[想痛疼呛]|难受)(得|的)?(快|要|都)*死(我|你|您|他|她|人|大家|个人)+们?
    ({_VERY})(得|的)?(快|要|都)*死了? 得要(死|命) 死(机|角|胡同|活|板|心眼|党) (关|堵|锁|卡|钉|冻|焊)死
    (树|花|草|鱼|狗|猫|苗|菜|鸟|老鼠)[^,。]?.{{0,3}}死 (垃圾|纸|饭|锅).{{0,3}}烧焦 骨折后
    死了?.{{0,8}}(销户|证明|手续|注销|抚恤|丧葬) 要死要活 跳楼(价|机|甩|大|清|处理) 生意.{{0,4}}撑不下去
    {_GAS}(费|卡|公司|站|账单|表(?!.{{0,4}}漏)) [打点]不着火?
    (暖气|暖片|放气阀|轮胎|车胎|胎|窗|窗户|门|门缝|空调|冰箱|气球|漏风).{{0,6}}漏气
    (预防|防止|防范|谨防|防)(煤气中毒|一氧化碳|火灾|着火|触电|溺水|跌倒|中毒).{{0,6}}
    (消防|火灾|逃生|着火|急救|防火|溺水|触电|摔倒).{{0,3}}(演习|演练|宣传|培训|讲座|知识|保险)
    消防(栓|通道|车道|门|器材|设施|队|车) (气|急|嗓子|心里|肚子).{{0,5}}冒[火烟] 锅炉.{{0,4}}冒.?烟 自杀(式|率)
    烟(味|瘾)(好|很|太)大 (抽烟|香烟|烟头|油烟|烟囱|烧烤|灶台).{{0,6}}冒?.?烟 爆炸(头|性|新闻)
    漏电(保护器?|开关) (?<!呼吸)(?<!出气)困难 剪刀 (车位|名额|票|生意|位置|座位?).{{0,4}}抢
    钥匙[^,。断]{{0,6}}[锁关] 摔(倒|跤|了)?的(地方|那) 电脑.{{0,4}}中毒 救命(钱|稻草|恩)
    (差点|险些|容易|(?<!害)怕(?!是)|担心|以免|免得|防止|(?<!不)小心|别|万一|要是|注意|会|避免).{{0,7}}(摔|滑|绊|跌)(倒|着|伤|跤|下|了)?
    (摔|滑|绊|跌)(倒|跤|着)了?(怎么办|咋办|谁负责|算谁)
    fire_(extinguishers?|drills?|doors?|escapes?|exits?|lanes?|hydrants?|trucks?|engines?|station|safety|hose|him|her|them)
    fire_alarm_(is_)?(broken|test|battery) gas_(bill|meter|card|company|supply|stove|cooker|station|price)s?
    dead_(tired|trees?|battery|end|line|plants?|bulb|leaves) battery_is_dead killing_me
    dying_(to|of_heat|of_boredom)
    (almost|nearly|might|could|may|will|would|don't_want_to|afraid_to)_(fall|fell|slip|slipped)
    (someone|people|anyone)_(might|could|may)_\w+ fire_(blanket|alarm_system|insurance|proof)s? knife_sharpen\w*
    sharpen\w*_knives emergency_(light|exit|lamp|door|number|contact)s? suicide_prevention
    """
)

SIGNS: dict[str, _Words] = {
    "despair": _Words(
        r"""
        不想再?活(?!动) 安眠药.{0,8}(准备|买好|攒) 想死 要死给 寻死 自尽 自杀 轻生 跳楼 割腕 割脉 上吊 一死了之
        一了百了 想不开 没.{0,2}活头 死了(算了|得了|干净) 死掉算了 让我死 遗书 没有?活路
        活着.{0,3}没(有)?(啥|什么)?意[思义] 想去死 (想|要)跳下去
        活着.{0,3}(没意思|没意义|没劲|没用|干啥|干什么|有什么意思) 活不下去 活够了 活腻 没有?.{0,3}活下去
        (结束|了结).{0,3}(生命|自己) (楼顶|阳台|天台|楼上|桥上|窗台).{0,6}跳(?!绳|舞|操|广|来|蹦) 要往下跳
        想?跳(河|桥|江|黄河) 离开这个世界 want(s|ed)?_to_die wanna_die
        kill(ing)?_(myself|himself|herself|themselves) suicid\w+ end(ing)?_(my|his|her)_life
        (want|going)_to_end_it end_it_all
        (he|she|they|man|woman|someone|somebody)\b.{0,20}\b(will|going_to|wants_to|about_to)_jump
        (don'?t|do_not)_want_to_live (can'?t|cannot)_live_(any_?more|like_this|on)
        no_(reason|point)_(to|in)_(live|living) better_off_dead hang_myself
        jump(ing)?_off_(the|a)_(roof|building|bridge) cut_my_wrists?
        """
    ),
    "fire": _Words(
        r"""
        着过?火 失火 起火 火灾 大火 救火 明火 火苗 火光 火警 冒(着|了|黑|浓|白)?烟 黑烟 浓烟 大的烟
        (好多|全是|都是)烟 烟(好|很|太|越来越)大 冒火(?!花|星) 起了火
        (锅|灶|被子|床|沙发|窗帘|衣服|垃圾桶?|车|草|柴)着了 [箱楼屋房车桶]在烧 [楼房屋棚家]烧了 烧了?起来 燃起来
        着起来 烧着了 [楼屋房车]顶?着了 焦糊 糊味 烧焦 爆炸 火(?=.{0,4}[灭熄]) fire flames?
        (there's|there_is)_(a_lot_of_)?smoke smoke_(is_|keeps_)?(coming|pouring|rising|everywhere|filling)
        (full_of|black|thick|see|smell)_smoke is_burning(?!_(out|question)) burning_smell
        smells?_(of_|like_)?burning explo(ded|sion)
        """
    ),
    "carbon_monoxide": _Words(
        r"""
        一氧化碳 煤气中毒 中煤气 煤烟中毒 炭中毒
        (炉子|生炉|烧炭|煤炉|蜂窝煤|炭火|壁挂炉|热水器).{0,14}(头晕|头疼|恶心|发晕|想吐)
        (头晕|恶心|想吐).{0,12}(炉子|煤烟|炭火|煤炉) carbon_monoxide co_(alarm|detector)
        (stove|coal|charcoal|boiler|heater)\b.{0,40}\b(dizzy|headaches?|nausea)
        """
    ),
    "gas": _Words(
        rf"""
        {_GAS}.{{0,5}}(味|泄漏|漏|刺鼻|呲|冲鼻) 漏.{{0,2}}{_GAS} 闻.{{0,4}}{_GAS}
        {_GAS}.{{0,6}}(报警|警报).{{0,6}}响 {_GAS}.{{0,4}}阀.{{0,4}}关不 {_GAS}.{{0,4}}管.{{0,4}}[断破裂]
        (像|是不是|怕是|可能是).{{0,2}}{_GAS}(了|吧|的)?(?=$|[,。?!]) {_GAS}.{{0,10}}(嘶嘶|呲呲|[^趣口回]味)
        臭鸡蛋 漏气 smell\w*(_\w+){{0,2}}_gas gas_smell gas_(is_|pipe_is_|pipe_)?leak\w* leak\w*_gas gas_alarm
        """
    ),
    "electric": _Words(
        r"""
        触电 被电(?!动|瓶|梯|线|话|视) 电着(人|我|他|她|娃|孩) (?<![停断没来充])电了(我|一下|他|她|人|孩子) 麻手
        水里有电 漏电 冒火[花星] 打火花 电线.{0,4}(掉|断|垂|落|耷拉) 带电(?!动|梯|脑|子|池|瓶|视)
        高压线.{0,4}[掉断落] electrocut\w+ electric(al)?_shocks? live_wires?
        (got|get|gets|getting)_(a_)?shock(ed)? shocked_by electricity_leaking is_live sparks? sparking
        (wires?|power_(lines?|cables?)).{0,20}(down|hanging|fallen|fell)
        """
    ),
    "violence": _Words(
        r"""
        打人(?!家|电话|工) (我|他|她|人|孩子|老人)被(人)?[打揍]
        (打|揍|踹|掐|捅|砍)(我|她|他妈|老婆|媳妇|孩子|娃|老人)(?!.{0,3}(电话|手机|微信|招呼|主意|分|折|卡|疫苗|针))
        打起来 动手打 打群架 (有人|楼下|门口|院子|院里|几个人).{0,4}打架(?!子)
        [拿抡]着?(斧|刀|棍|锤|铁锹).{0,6}[砸砍打] 斧头砸 动刀 (拿|持|握|提)(着|了)?.{0,2}刀 砍人 捅人 杀人
        杀了(我|他|她|你) 要杀 家暴 抢劫 被抢 抢(了|走)?我?的?(包|钱|手机) 强奸 性侵 猥亵 绑架 撬[门锁] 入室
        (家|屋)里?进(了)?(小偷|贼) 小偷(在|进|还在|正在) 有贼 虐待 尾随 跟踪我 威胁(要|我) 追着?(人|我|打|砍)
        (他|她|老公|丈夫|爸|儿子|前夫).{0,3}动手(了|打) [砸踹]门(?!锁|禁) 翻[窗墙](进|入)
        (一群人|几个人|一伙人).{0,4}打一?(个|那个)
        (爸|妈|老公|丈夫|男人|儿子|他|她|人)(又|在|天天|老)?打(我妈|我爸|我奶奶|我爷爷|我姐|我妹|一个|老婆|人(?!家|电话|工))
        (hitting|beating|attacking|strangling|stabbing|punching)_(me|her|him|us|people|someone|his|my|an?|the|up)
        (hits?|beats?)_(me|his|her|my) being_followed following_me stalk\w+ attack(ed|s) assault\w* stabbed
        (fight|fighting)\b.{0,20}\b(knife|knives|gun) knife robb(ed|er|ers|ery|ing) mugged breaking_in(to)?
        broke_into_my_(flat|home|house) rap(e|ed|ist) domestic_violence kidnap\w* with_a_gun shooting
        kill_(me|him|her|us|you)
        """
    ),
    "ill": _Words(
        r"""
        (心脏病|心梗|脑梗|癫痫|哮喘).{0,4}(犯|发作|突发|了) 突发.{0,4}(病|心梗|脑梗) 脑溢血 中风了 突然中风
        (胸口|心口|心脏).{0,3}[疼痛闷绞] 嘴歪 不会说话了? 翻白眼 (人|妈|爸|爷|奶|娃|孩子|老伴)抽了
        (晕|疼).{0,3}(站不住|受不了要倒) 胸痛 喘不[上过] (呼吸|出气)困难 没有?呼吸 抽搐 口吐白沫 吐血 大出血
        流血 血流 昏迷 休克 (食物|农药|酒精|药物)中毒 中毒了 喝(了|下)?(农药|敌敌畏|百草枯) 吃错药
        (喝|吃|吞)(了|下).{0,4}(洗衣|洁厕|消毒|清洁剂|汽油|酒精|硬币|电池|干燥剂) 误吃 误食
        [吃吞]了.{0,5}(安眠药|老鼠药|农药) 溺水 掉.{0,4}(井|河|水|坑)里?去?了 掉(井|河)里 羊水 要生了 难产
        快死了 死人了 人死了 有人死 断气 [烧烫]伤 说不出话了 (人|妈|爸|爷爷|奶奶|老伴|孩子)没气了 噎住 呛住
        卡住?.{0,2}(喉|嗓子) 喘得厉害 脸.{0,2}紫 流了.{0,5}血 (好多|全是)血
        (爸|妈|爷爷|奶奶|姥姥|姥爷|老伴|老人|孩子|娃)不行了 (我|他|她|妈|爸|爷爷|奶奶|老伴)快不行了 被车撞
        撞(了|到|倒|伤)人 撞人 unconscious not_breathing (can'?t|cannot)_breathe chest_pains? heart_attack
        (having|had|has)_a_stroke seizure bleeding overdose
        (too_many|a_lot_of|all_the|all_her|all_his)_(pills|tablets) poisoned drown\w* in_labou?r choking
        ambulance
        """
    ),
    "fallen": _Words(
        rf"""
        摔倒 跌倒 滑倒 滑了一跤 站不起来 躺着.{{0,8}}(不动|不醒|没反应) [一个]人.{{0,4}}躺在.{{0,6}}(不动|不醒)
        绊倒 摔伤 摔下 跌下 摔了一?(跤|下) 摔跤 栽倒 摔断 骨折 晕倒 昏倒 晕过去 昏过去 滚下
        倒在(地|路|楼|雪|门|家|屋|冰|院) 叫不醒 不省人事
        [摔跌晕昏]在(地|卫生间|厕所|浴室|楼|路|门|雪|家|屋|院|冰) {_WHO}.{{0,6}}(起不来|动不了了?$)
        {_WHO}.{{0,10}}摔了(?!.{{0,2}}(手机|碗|东西|杯)) {_WHO}.{{0,2}}从.{{0,8}}[掉摔跌]下
        {_SOMEBODY}_((has|have|had|just|is|was)_)*(fell|fallen|slipped|collapsed|fainted|passed_out)
        (can'?t|cannot)_get_up fell_(down|off)_the_\w+ lying_on_the_(ground|floor|street|ice|stairs) not_moving
        """
    ),
    "trapped": _Words(
        r"""
        [困关卡堵夹锁]在?.{0,4}电梯里?(?!门|口|间|坏)
        电梯.{0,6}(困|关着|夹|关了|卡)(过|了|着|住)?(个|两|几|三)?个?人
        电梯.{0,4}(停|坏|不动|故障|卡).{0,10}有人 电梯.{0,12}出不来 电梯.{0,14}出不[去来] 门.{0,8}出不去
        卡在.{0,4}楼.{0,6}有(人|小孩|孩子|老人|娃) 掉进.{0,5}(沟|坑|池|洞) 被困 困住了
        (反锁|锁)在?(家|屋|车|里|房|阳台|厕所|卫生间)里?了? 电梯卡住了.{0,6}在里面?
        (头|手|脚|孩子|娃).{0,4}卡(住|在) 卡住了?(头|手|脚)
        (人|老人|孩子|小孩|娃|我们?|爸|妈|奶奶?|爷爷?)们?(还|都|正|就)?(困|关|堵)在(里面|里头|屋里|家里|楼里|地下室|车里|电梯|洗手间|厕所|卫生间)
        (?<![车狗猫])[困关]在(里面|里头|屋里|家里|楼里|地下室|车里|厕所|卫生间).{0,4}出不[来去]
        (stuck|trapped|locked)_(in|inside)_(the_|an?_)?(lift|elevator) stuck_between_floors
        locked_in(side)?_(the|a|my)_\w+ (people|person|child|someone).{0,12}(trapped|stuck|locked_(in|inside))
        trapped
        """
    ),
    "help": _Words(
        r"""
        救命 出人命 救救我 快来人 快来救 help!+ help_me!+ sos emergency
        """
    ),
}

DOUBTFUL: dict[str, _Words] = {
    "despair": _Words("撑不下去 生不如死 不如死 can't_go_on"),
    "electric": _Words("电线.{0,4}(裸露|露|老化) bare_wires?"),
    "ill": _Words("高烧不退 心脏不舒服"),
}
"""Signs that are never more than a reason to show the number."""

ASIDE = _Words(
    """
    是不是 会不会 能不能 要不要 有没有 不知道? 不小心 不得了 受不了 不停 不断 没办法 没法 不行了? 没关 没注意
    没想到 不好了 不对劲 没有?人[管理来帮修救应听要懂接爱]
    """
)
"""Words with a "no" in them that deny nothing; taken out before denial is looked for."""

DENIED = re.compile(
    "(没有?|未|并无|无|不是|不会|不存在|哪有|别)"
    "(有|闻到|闻见|闻着|看到|看见|发现|听到|见|什么|啥|想|要|打算|再|又|真的?|觉得|感觉到|出现|发生|人|被|在|任何|明显)*$"
    r"|\b(no|not|never|without|nobody|isn't|wasn't|didn't|don't|doesn't|can't|cannot|couldn't|haven't)\b"
    r"(\W+(?!there|and|but|because)[\w']+){0,3}\W*$"
)
"""Ends right before the sign."""

CALMED = _Words(
    """
    没有?了 灭了 扑灭 灭掉了 熄了 散了 误报 闹着玩 假的 (已经|都)(好|修好|解决)了 is_out
    (is_|was_|has_)?(gone|put_out|out_now|over_now|stopped|false_alarm|under_control)
    """
)
"""Follows close behind the sign."""

LONG_AGO = _Words(
    """
    去年 前年 上次 上回 以前 曾经 上个?月 [着漏困摔发]过 [倒伤断跤]过(?![来去])
    last_(year|month|time|winter|summer|spring|autumn) (years|months|winters)_ago used_to
    """
)
BEGINS_A_STORY = _Words(
    """
    去年 前年 上次 上回 那[次回年] 有一?[次回年](?!性) 小时候 上个?月 last_(year|month|time|winter|summer|spring|autumn)
    (years|months|winters)_ago
    """
)
FALLS = _Words("摔(?!东西) 跌 滑倒 滑了 绊倒 栽倒 骨折 fell fallen slipped")
"""Who has fainted is not told of as a story: that may be happening."""
ILLNESS = _Words("手术 病 住院 换了 中风 梗 血压 血糖 搭桥 支架 瘫 surgery operation stroke heart hip_replacement")
"""What somebody had long ago may be why she falls today."""
LATELY = _Words("刚 现在 今[天早晚] 这会儿 昨[天晚] 又 just now today tonight yesterday again")
"""They bring a story to the present."""
STILL_DOWN = _Words(
    """
    起不来 动不了 不动 叫不醒 不醒 没醒 没反应 还?(躺|坐|趴)[着在] 还在(地|流) 流血 快来 救命 赶紧 120
    can'?t_(get_up|move) cannot_(get_up|move) not_moving bleeding still_(lying|there|on) help
    """
)
RECENTLY = _Words("昨天 昨晚 前天 前几天 上周 经常 老有人 总有人 已经有 好几个人 yesterday last_(night|week) often")
STILL = _Words("现在 还在 还是 一直 起不来 动不了 叫不醒 still now can't cannot")
FEARED = _Words(
    """
    (?<![害可恐])怕(?!是) 担心 容易 万一 要是 如果 以免 免得 防止 避免 隐患 (?<!不)小心 afraid worried in_case
    could might if risk
    """
)
