"""How people ask in everyday words: what says nothing, what they want to know, and other names for the same thing.

The patterns are regular expressions over plain() text, apart by blanks; "_" is a blank.
"""

from __future__ import annotations

NOTHING = r"""您好 你好 喂 请问一?下? 麻烦(您|你)? 我?想问一?下?子?(您|你)? 我?想(咨询|打听|知道)一?下? 问一?下
        打听一?下 咨询一?下 听(人|邻居)?说 谢谢(您|你|了)* 能不能 可不可以 行不行 可以吗 行吗 好吗 有没有
        是不是 知不知道 我们?(?!国) 咱们?(?!国) 俺们? 你们 您 他们? 她们? 自己 一?下 一个 这个 那个 这些
        那些 这(种|样|边|里|儿) 那(种|样|边|里|儿) 现在 已经 还有 就是 那么 什么的 多少 一些
        [吗呢吧啊呀哩哟嘛撒的了呗]
        \b(please|hello|hi|the|a|an|i|my|me|do|does|did|is|are|am|to|for|of|in|on|at|it|this|there|can|could|would|should|and|need|get|get|you|have|has|want|if|be)\b"""
"""Words of asking that are in every question."""

WANTS: tuple[tuple[str, str], ...] = (
    (
        "when",
        r"""几点钟?(几分)? (什么|啥|撒)(时候|时间) 何时 几时 开(放|门)时间 营业时间 上班时间
        (开|关)门(?=[吗不没]|$|,|几) 收摊 几点 上下?班 下班 周几 礼拜几 星期几 几月份? 到几点 哪天 多会儿?
        \bwhen\b \bwhat_time\b \b(opening_)?hours?\b \bopens?\b \bclos(e|es|ing)\b""",
    ),
    (
        "where",
        r"""(在|到|去|上)?(哪里|哪儿|哪达|哪块|哪(?!些|个人|种|几|天|怕)|阿里|阿达|什么地方|啥地方) 怎么走
        在那里(?=办|买|打|交|领) 位置 地址 哪个?(窗口|部门|单位) 对口哪个? \bwhere\b \baddress\b""",
    ),
    ("phone", r"电话号?码? 怎么联系 联系方式 \b(tele)?phone(_number)?\b"),
    (
        "cost",
        r"""多少钱 多钱 几(块|毛|元)钱? (要|用|花|交|收)不?(要|用|花|交|收)?(多少)?钱 收费(标准)? 怎么收 收不收
        (要|用|花|收)钱 费用 价格 价钱 多少前 免费(?=[吗不呢?]|$) 不要钱 \bhow_much\b \bcosts?\b \bprices?\b
        \bfees?\b \bfree\b""",
    ),
    (
        "papers",
        r"""(要|带|拿|准备|需要|需|交)(准备|带|拿|交|提供)?(哪些|什么|啥|撒|些啥|些撒|些什么)(呢|去|来|呀)?(材料|手续|东西|证件)?
        什么(材料|手续|东西|证件) 哪些(材料|手续|东西|证件) (材料|手续|证件|复印件)(?!费) 拿.{0,3}不(?=$|,)
        \bdocuments?\b \bpapers?(work)?\b \bwhat_do_i_bring\b""",
    ),
    (
        "howlong",
        r"""多久 多长时间 多少天 几天 几个?工作日 什么时候能(下来|办好|拿到) 得几天 (能)?办(下来|好|得下来) 拿到
        下来(?=[?,]|$) \bhow_long\b""",
    ),
    (
        "who",
        r"""(什么|哪些|啥|哪种|什么样的?)人 谁(能|可以|有资格) (什么|啥|哪些)?(条件|资格) 什么情况能?
        多大(岁数|年龄|的)? 几岁 够不够 能不能(享受|领|申请) 能(领|申请|享受|住上|用|报)(不|吗)?
        \bwho_(can|may)\b \beligib\w+ \bqualif\w+""",
    ),
    (
        "lost",
        r"""(弄)?丢(掉)?了? 遗失 掉了(?!下) 不见了 找不到了? 补办 补领 怎么补 \blost\b \bmissing\b
        \breplace\w*\b""",
    ),
    (
        "proxy",
        r"代办 代领 替.{0,4}办 帮.{0,3}办 (儿子|女儿|家属|家里人|别人).{0,4}办 委托 \bon_behalf\b",
    ),
    ("online", r"网上 在线 手机上? 微信上? 刷脸 公众号 小程序 \bonline\b \bon_my_phone\b"),
    ("renew", r"到期 过期 快到了 换证 换新 续期? 年审 失效 \bexpir\w+ \brenew\w*"),
    ("book", r"预约 预订 怎么约 提前(订|约|定) 订(位子?|座)? 约时间 \bbook(ing)?\b \breserv\w+ \bappointment\b"),
    (
        "holiday",
        r"""周末 礼拜(六|天|日) 星期(六|天|日) 周(六|日) 双休 节假日 (过年|春节|国庆|放假).{0,4}(开|休|上班)
        休息(吗|不) \bweekends?\b \bholidays?\b \bsundays?\b \bsaturdays?\b""",
    ),
    (
        "how",
        r"""(怎么|咋个?|如何|怎样|咋样)(办理?|弄|申请|领|搞|做|样|报名|登记|个办法|一?个?办)?
        (办理?|申请|申领|领取?|登记|报名?|弄)(?=[,?]|$) 怎么 咋 怎样 如何 办理? 申请 \bhow(_do|_can)?\b
        \bapply\b \bregister\b""",
    ),
)
"""What somebody wants to know, by a short name; a part of the words stands for the first that it fits."""

SAME: tuple[tuple[str, str], ...] = (
    (
        "老年卡",
        r"敬老卡 老年证 老人卡 老人优待[证卡] 优待卡 老年优待证 老龄卡 \bsenior(_citizen)?s?_card\b \belderly_card\b",
    ),
    ("身份证", r"身份证件 \bid_card\b \bidentity_card\b"),
    ("居住证", r"暂住证 \bresiden(ce|t)_permit\b"),
    ("户口", r"落户 上户口? 户籍 \bhukou\b \bhousehold_registration\b"),
    (
        "新生儿",
        r"""(刚生下?|刚出生|出生了?)的?(娃娃?|孩子|宝宝)? (宝宝|娃娃?|孩子|尕娃|小孩)(刚)?(出生|生下)
        \bnewborn\b \bbaby\b""",
    ),
    ("孩子", r"宝宝 娃娃? 尕娃娃? 小孩子? 小朋友 儿童 \bchild(ren)?\b \bkids?\b"),
    ("老人", r"老年人 老头 老太太 老汉 老爷子 老大爷 大爷 老伴 老父亲 老母亲 上年纪 \belderly\b \bseniors?\b"),
    ("医保", r"居民医疗保险 医疗保险 合作医疗 新农合 \bhealth_insurance\b \bmedical_insurance\b"),
    ("社保卡", r"社会保障卡 \bsocial_security_card\b"),
    ("慢特病", r"慢性?病 慢病 高血压 糖尿病"),
    ("异地就医", r"外地看病 去(?!医院).{1,4}看病 异地看病 跨省看病"),
    ("认证", r"刷脸认证 生存认证 资格认证"),
    ("养老金", r"退休金 退休工资 养老钱 养老的 \bpension\b"),
    ("低保", r"最低生活保障 低收入 吃低保 \blow_income\b"),
    ("残疾人证", r"残疾证 残联证 \bdisab(led|ility)_card\b"),
    ("高龄津贴", r"高龄补贴 高龄钱 八十(岁|多|了).{0,12}(钱|补贴) (发|给).{0,3}老人.{0,2}钱 长寿钱"),
    ("公租房", r"公共租赁住房 廉租房 保障房 \bpublic_(rental_)?housing\b"),
    ("不动产权证", r"房产证 房本 产权证 \bdeeds?\b"),
    ("准生证", r"生育登记 生育证 服务证"),
    ("接种证", r"打针本+ 接种本 疫苗本 预防针本 防疫本 打针的本+ 预防接种证"),
    ("疫苗", r"预防针 打针(?!本) \bvaccin\w+\b \bshots?\b"),
    ("流感", r"感冒的?那?个?预防针 流感针"),
    ("营业执照", r"执照 工商登记 \bbusiness_licen[sc]e\b"),
    ("食品经营许可", r"食品许可证? 食品证 卫生许可证? \bfood_licen[sc]e\b"),
    ("健康证", r"体检证 \bhealth_certificate\b"),
    ("招牌", r"门头 店招 牌匾 \bshop_sign\b"),
    ("烟草", r"卖烟 烟证 香烟"),
    ("摆摊", r"摆(个|一个)摊 练摊 夜市 出摊"),
    ("税务", r"报税 交税 缴税 \btax(es)?\b"),
    ("驾驶证", r"驾照 驾本 \bdriv(ing|er'?s?)_licen[sc]e\b"),
    ("护照", r"\bpassports?\b"),
    ("狗证", r"养犬 养狗 犬证 \bdog_licen[sc]e\b \bregister_dog\b"),
    ("狗", r"\bdogs?\b"),
    ("上牌", r"上牌子 挂牌 车牌"),
    ("电动车", r"电动自行车 电瓶车 电摩托? 电驴 电动摩托 \be-?bikes?\b"),
    ("充电", r"冲电"),
    ("结婚", r"领证 \bmarr(y|iage)\b"),
    ("幼儿园", r"幼稚园 \bkindergarten\b"),
    ("小学", r"上学 一年级 \bprimary_school\b"),
    ("报名", r"入学 \benrol\w*\b"),
    ("助学", r"助学金 学生资助 孩子.{0,2}资助"),
    ("社区食堂", r"食堂 老年食堂 老人食堂 助餐点 饭堂 \bcanteen\b"),
    ("卫生服务站", r"卫生站 卫生院 卫生室 医务室 门诊部 \b(health_)?clinic\b"),
    ("老年活动室", r"活动室 活动中心 老年活动中心 \bactivity_room\b"),
    ("便民服务大厅", r"便民大厅 办事大厅 服务大厅 便民中心 \bservice_(hall|centre|center)\b"),
    ("快递", r"驿站 快递点 菜鸟 取件 \bparcels?\b \bpackages?\b"),
    ("便民菜市场", r"菜市场? 菜场 \bmarket\b"),
    ("理发", r"剃头 剪头发? \bhaircut\b \bbarber\b"),
    ("修鞋", r"补鞋 \bcobbler\b"),
    ("废品", r"破烂 卖废品 收废品 \bscrap\b"),
    ("大件垃圾", r"大件家具 旧家具 旧沙发 旧床 沙发 床垫 \bsofa\b"),
    ("健身房", r"健身 \bgym\b"),
    ("借阅", r"借书证? 读书证 \blibrary_card\b"),
    ("图书室", r"图书馆 阅览室 \blibrary\b"),
    ("警务室", r"派出所 片警 \bpolice\b"),
    ("母婴室", r"喂奶 哺乳室 \bbaby_room\b"),
    ("停车", r"\bparking\b \bpark_my_car\b"),
    ("供暖", r"暖气 来暖气?了? 送暖 供热 \bheating\b"),
    ("垃圾", r"\brubbish\b \bgarbage\b \btrash\b"),
    ("分类", r"\bsort(ing)?\b"),
    ("招聘", r"招工 招人 找(个|份)?(活|工作) \bjobs?\b \bjob_fair\b"),
    ("保姆", r"钟点工 阿姨照顾 家政"),
    ("托管", r"没人带 看孩子 \bday_?care\b"),
    ("送餐", r"送饭 送到家"),
    ("腿脚不便", r"走不动 腿脚不好 行动不便 下不了楼"),
    ("遗嘱", r"立遗嘱"),
    ("死亡", r"去世 过世 走了(?=,) 没了(?=,)"),
    ("温度", r"多少度 几度"),
    ("陪诊", r"陪.{0,6}看病"),
    ("复印", r"打印 扫描 \bprint\w*\b \bcop(y|ies)\b"),
    ("无线网", r"wifi 上网"),
    ("燃气", r"煤气 天然气 \bgas\b"),
    ("气卡", r"燃气卡 煤气卡"),
    ("充值", r"充气 缴费 交费 买气 么气了 没气了 \btop_up\b"),
    ("物业费", r"物业管理费 \bproperty_fee\b"),
    ("业委会", r"业主委员会"),
    ("电梯", r"\blifts?\b \belevators?\b"),
    ("重度残疾", r"[一二]级(?!的?市)"),
    ("补贴", r"津贴 补助 \bsubsid\w+\b \ballowance\b"),
    ("社区", r"\bcommunity\b"),
    ("公交", r"几路车 几路 \bbus(es)?\b"),
)
"""One word for each, and the others that mean the same."""
