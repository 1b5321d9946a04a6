"""The words by which a complaint about a person is known: people, their doings, and what only sounds like them.

Patterns are regular expressions over plain() text, apart by blanks; "_" is a blank and "@" a surname; Latin ones match
whole words.
"""

from __future__ import annotations

import re

SURNAME = (
    "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
    "贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]"
)
"""One letter that is a surname, as a pattern."""


def _any(zh: str, en: str) -> re.Pattern[str]:
    latin = "|".join(en.split()).replace("_", " ")
    return re.compile("|".join([*zh.replace("@", SURNAME).split(), rf"\b(?:{latin})\b"]))


PEOPLE = _any(
    zh=r"""
    [老小]@(?![区路])
    @(?:某|大[爷妈姐哥叔]|阿姨|叔叔?|婶|奶奶|爷爷|师傅|经理|主任|书记|委员|老师|老板|医生|姐|哥|总) 姓@的 网格员
    委员 居委会 保安 门卫 管理员 保洁员? 物业(?!费) 工作人员 办事员 窗口 社区.{0,2}(?:主任|书记|干部|的人|人员)
    街道.{0,2}(?:主任|书记|干部|的人|人员) 快递员? 外卖员? 司机 师傅 房东 租户 租客 二房东 这人 那人 这个人
    那个人 他们?(?!的?[车灯]) 她们? 男的 女的 老头 老太 小伙 孩子 娃娃 业主 老板
    """,
    en=r"""
    he she guards? clerks? caretakers? janitors? landlords? landlady tenants? manager
    property_(?:manager|office|people) staff(?:_member)? grid_workers? committee_members? officers? officials?
    man woman lady guy mr mrs ms driver courier coordinators?
    """,
)
"""Somebody; "@" stands for a surname."""
HOUSES = _any(
    zh=r"""
    邻居 邻里 楼上(?!的?(?:漏|水管|管道|下水)) 楼下(?:的?(?:邻居|那家|一家|住户|那户)|\d+室?那家)
    隔壁(?!的?(?:工地|小区|单位|学校|饭店|饭馆|烧烤|商店|店|超市|楼|棋牌|厂)) 对门 对面那?家 那家人? 这家人?
    [他她]家 那户 \d{3,4}(?:室|房|号房)?(?:那家|的人|住户|邻居) 一户人家
    """,
    en=r"""
    neighbou?rs? upstairs next_door flat_\d+
    (?:people|family|man|woman|guy|couple)_(?:upstairs|above|next_door|opposite|across)
    """,
)
"""Those who live there."""
DEEDS = _any(
    zh=r"""
    骂 吼 爱答不理 爱理不理 不理人 不理我 不搭理 耍横 不讲理 欺负 推脱 推诿 不作为 不负责 糊弄 敷衍 收红包
    收好处 吃拿卡要 甩脸 脸色 难听 威胁 冤枉 造谣 闲话 偷懒 凶得?很 很凶 凶巴巴 太凶 凶我 赖账 不还钱 找茬 找碴
    挑衅 侮辱 歧视 占便宜 骚扰 偷看 跟踪 撒泼 耍赖 指着.{0,6}鼻子 翻白眼 嫌弃 吵架 吵起来 吵嘴 态度 不干活
    不干事 不管事 酒气 上班.{0,4}(?:打牌|睡觉|喝酒|玩手机) 刁难 拿架子 摆架子 动手动脚 泼(?:水|我) 说了不听
    蛮不讲理 多收 乱收
    """,
    en=r"""
    rude rudely shout(?:s|ed|ing)? yell(?:s|ed|ing)? scream(?:s|ed|ing)?_at swears? swore swearing
    curs(?:es|ed|ing) insult\w* bull(?:y|ies|ied|ying) threaten\w* ignor(?:es|ed|ing)_(?:me|us|everybody|people)
    attitude lazy bribes? gossip\w* spread\w*_rumou?rs harass\w* humiliat\w* quarrel\w* drunk
    refus(?:es|ed)_to_help talk(?:s|ed)_down lied lies_to cheat\w* unfriendly never_listens?
    """,
)
"""What only a person can do."""
DOINGS_OF_A_HOUSE = _any(
    zh=r"""
    跳绳 蹦 跺脚 打麻将 搓麻 唱歌 唱戏 放音乐 音响 音乐 弹琴 钢琴 吵 闹腾 大声 喊叫 搬(?:东西|桌子)
    拖(?:椅子|桌子|凳子) 跑来跑去 聚会 喝酒 狗(?:叫|一直叫|半夜叫) 咚咚 敲(?:敲打打|墙|地板) 哭闹
    半夜.{0,8}(?:响|动静|不睡) 动静 电视.{0,4}(?:大|响) 抽烟 烟味
    """,
    en=r"""
    skipping jump(?:s|ing)? stamp(?:s|ing)? nois[ey]\w* loud\w* music part(?:y|ies) sing(?:s|ing)? karaoke
    bark(?:s|ing)? mahjong piano tv argu\w+ smok(?:es|ing)
    """,
)
"""What is meant of those who live there when a house is named."""
THINGS = _any(
    zh=r"""
    施工 工地 装修 水管 管道 管子 暖气 水泵 电梯 机器 空调 外机 广场舞 棋牌室 烧烤 饭店 商店 工程 警报
    """,
    en=r"""
    pipes? pumps? lifts? elevators? construction drill\w* renovat\w+ radiators? shop restaurant bar machines?
    square_danc\w+ alarm fan
    """,
)
"""Noise that nobody makes on purpose, or a firm."""
PRAISE = _any(
    zh=r"""
    态度(?:很|真|特别|非常|挺|蛮|都)?(?:好|不错|热情|和气|亲切)
    (?:不|没|没有|从不|从来不)(?:骂|吼|凶|推脱|糊弄|敷衍) 不吵架 没吵架
    """,
    en=r"""
    (?:good|kind|friendly|great|lovely)_attitude never_rude not_rude
    """,
)
OFFICES = {
    "member": _any(
        zh=r"""网格员 [你咱]们?.{0,2}委员 社工委 委员们?(?!会)""",
        en=r"""grid_workers? committee_members? your_members?""",
    ),
    "community": _any(
        zh=r"""
        社区.{0,2}(?:主任|书记|干部|的人|人员|工作人员|办事员|窗口) 居委会 协调员 案头 你们(?:这里?|那里?)?的人
        """,
        en=r"""coordinators? community_(?:office|staff|clerk|people|desk)""",
    ),
    "street": _any(
        zh=r"""街道.{0,3}(?:主任|书记|干部|的人|人员|办) 办事处""",
        en=r"""street_(?:office|staff|people)""",
    ),
}
"""By the values of domain.matters.accusing.Office."""
