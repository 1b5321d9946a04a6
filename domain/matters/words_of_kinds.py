"""The words by which a kind is recognised: (weight, patterns) rows; a negative weight speaks against it.

Patterns are regular expressions over plain() text, apart by blanks; "_" is a blank; Latin ones match whole words.
A row counts once, however many of its patterns are met.
"""

from __future__ import annotations

WORDS: dict[str, tuple[tuple[float, str], ...]] = {
    "lighting": (
        (4, r"路灯 楼道灯 楼梯灯 声控 感应灯 照明 院灯 地灯 过道灯 门灯 走廊灯 灯杆 灯泡 灯管 灯头"),
        (2, r"灯(?!笼|会|谜|塔|箱)"),
        (
            2,
            r"""黑着 黑灯瞎火 乌漆.黑 黑漆 漆黑 黑乎乎 黑咕隆咚 黑洞洞 摸黑 太黑 很黑 黑得 太暗 很暗
            看不见路 看不清路 (晚上|夜里).{0,6}看不见 不亮""",
        ),
        (-5, r"红绿灯 信号灯 车灯 大灯 台灯 跳闸 停电 没电"),
        (
            4,
            r"""(street|stair(case)?|hall(way)?|corridor|outdoor|yard|gate|path)[_-]?(lights?|lamps?)
            lamp_?posts?""",
        ),
        (2.5, r"lights? lamps? bulbs? lighting"),
        (2, r"pitch[_-]dark dark flicker\w*"),
        (-5, r"traffic_lights? light_(rail|rain|snow)"),
    ),
    "heating": (
        (5, r"暖气 供暖 供热 地暖 采暖 暖片 热力 换热 壁挂炉 取暖"),
        (
            2,
            r"""不热 冰凉 不太热 温吞 不暖和 冷冰冰 冻得 冻死 屋里冷 屋子冷 屋.{0,4}冰 家里.{0,3}冷
            房子.{0,3}冷""",
        ),
        (2, r"[一1][0-9一二三四五六七八九]度 十[一二三四五六七八九]?度"),
        (-2, r"热水器 空调"),
        (5, r"heating radiators? central_heat\w*"),
        (
            3,
            r"""no_heat cold_(flat|home|room|apartment|house)
            (flat|home|room|apartment|house)_is_(so_|very_|too_)?cold""",
        ),
        (2, r"freezing stone_cold lukewarm"),
    ),
    "water": (
        (
            4,
            r"""漏水 停水 没水 来水(?!果) 自来水 水压 下水道 下水堵 下水管 水管 水龙头 水表 渗水 返水 污水 跑水 漏雨
            屋顶漏 阀门漏 漏到楼下 (厕所|卫生间|厨房|阳台|天花板|楼上).{0,3}漏 渗到 没有水""",
        ),
        (3, r"马桶 地漏 水小 滴水 滴答 水黄 黄水 水浑 水流 化粪池 泡水 淹了 水费 热水"),
        (1.5, r"堵了 堵住 堵塞 不通 管子 管道"),
        (-3, r"(暖气|地暖|暖片|燃气|煤气).{0,6}(漏|管|不通|堵) 积水 井盖"),
        (3, r"water leak\w* taps? faucet sewage sewer toilet drains? plumbing"),
        (1.5, r"burst dripp\w+ flood\w* pipes? blocked clogged"),
        (-4, r"gas_leak radiators? puddles? rain_?water"),
    ),
    "power": (
        (
            5,
            r"""停电(?!梯|动|瓶) 电没了 电停了 就跳(?!绳|舞) 没电(?!梯|动|话|视|瓶)
            没有电(?!梯|动|话|视|瓶) 断电 跳闸 空开 电闸 电表 电压 变压器 配电 来电(?!话)""",
        ),
        (3, r"电线 插座 电费 线路 电路 保险丝 漏电"),
        (-5, r"(遥控器|门禁|电动车|电瓶车|手机|声控).{0,3}(没电|断电) 电梯.{0,3}(停电|没电|断电)"),
        (5, r"power_cut power_outage blackout no_(power|electricity) electricity fuse_?box breaker fuse"),
        (3, r"power wires? sockets? cables? outlet"),
    ),
    "gas": (
        (5, r"煤气 燃气 天然气 液化气"),
        (2, r"打不着 灶具 灶 煤气灶 燃气灶"),
        (1, r"煤气.{0,4}(费|卡) 燃气.{0,4}(费|卡)"),
        (4, r"gas"),
        (1, r"cooker stove hob meter"),
    ),
    "lift": (
        (6, r"电梯 货梯 扶梯(?!手) 轿厢 升降机 直梯"),
        (5, r"lifts? elevators?"),
    ),
    "rubbish": (
        (
            4,
            r"""厨余 泔水 剩饭 桶.{0,4}满 垃圾(?!机器|短信|话|软件|人) 清运 保洁 环卫 脏 臭 苍蝇 老鼠 蟑螂
            狗屎 狗粪 粪便 大便 小便 撒尿 尿骚 尿味 拉屎 屎 污物 蚊子 废品 废旧""",
        ),
        (
            2.5,
            r"""没人扫 没人打扫 不打扫 清扫 打扫 清理 杂物 堆满 堆了 堆着 堆得 卫生 味道 味儿 乱扔 烂菜
            纸箱 破家具 旧家具""",
        ),
        (-3, r"卫生(间|所|站|院|费) 臭脾气 下水 化粪池 返水 马桶 污水"),
        (
            4,
            r"""rubbish garbage trash litter\w* bins? waste dump\w* filthy dirty stinks? smelly rats?
            cockroach\w*""",
        ),
        (2, r"smell\w* junk sweep\w* clean\w* mess flies poo droppings"),
    ),
    "road": (
        (
            5,
            r"""路面 马路 人行道 盲道 井盖 地砖 减速带 斑马线 红绿灯 路牙 坑洼 大坑 坑坑 塌陷 路塌 窨井
            水泥路 路不平 巷道""",
        ),
        (
            2,
            r"""有.?个?坑 坑 结冰 积水 积雪 扫雪 雪没.{0,2}扫 没.{0,2}扫雪 冰没.{0,2}铲 路滑 道路 巷子
            路上 路不好 修路 护栏 坡道 崴""",
        ),
        (-2, r"楼道 屋里 家里 屋顶"),
        (5, r"potholes? manhole pavement sidewalk kerb curb crossing speed_bump traffic_lights?"),
        (2, r"road street_surface puddles? ice icy snow hole alley cover"),
        (-3, r"ice_?cream"),
    ),
    "stairs": (
        (4, r"扶手 栏杆 楼梯 台阶 墙皮 外墙 墙面 瓷砖 屋檐 楼梯间"),
        (1.5, r"楼道 墙 天花板 吊顶 脱落 掉下来 晃 松了 松动 散了"),
        (1.5, r"玻璃 窗户"),
        (-1.5, r"灯 不亮 黑 垃圾 堆 杂物 充电 电动车"),
        (4, r"hand_?rails? banisters? stair_?rails? railings? stairs? steps plaster staircase stairwell"),
        (1.5, r"loose wobbl\w+ window wall"),
        (-2, r"lights? lamps? dark rubbish"),
    ),
    "greenery": (
        (
            4,
            r"""树(?!巷|路|街|里|苑|坊|园小区) 绿化 草坪 草地 花坛 花草 落叶 剪枝 修剪 杂草 毁绿 种菜
            爬山虎 花池""",
        ),
        (-3, r"拉屎 狗屎 狗粪"),
        (1.5, r"草 枝 浇水 虫子 虫 飞絮 枯"),
        (4, r"trees? branch(es)? grass lawn hedges? bushes flower_?beds? weeds? leaves garden"),
        (1, r"prun\w+ trim\w* dead fallen"),
    ),
    "parking": (
        (
            5,
            r"""停车 车位 占道 乱停 僵尸车 挪车 挪一下车 车棚 充电桩 共享单车 堵.{0,4}车 挡.{0,6}车
            车.{0,8}(堵|挡|占) 停(着|了|在).{0,8}车""",
        ),
        (1.5, r"私家车 小车 汽车 面包车 三轮 车辆 自行车 电动车 电瓶车 充电 车(?!站|费|间)"),
        (-3, r"飞线 着火 上楼 楼道.{0,6}(充电|电动车|电瓶车) (充电|电动车|电瓶车).{0,6}楼道"),
        (5, r"park(ed|ing|s)? parking_(space|lot|spot) double[-_]parked my_(space|spot)"),
        (2, r"cars? van vehicles? e-?bikes? scooters? bicycles? bikes? truck"),
        (-5, r"in_the_park the_park"),
    ),
    "noise": (
        (
            4,
            r"""噪音 噪声 扰民 吵(?!架|起来|嘴) 广场舞 音响 跳绳 狗叫 大声 唱歌 睡不着 睡不好 咚咚 轰隆
            嗡嗡 震得 高音 喇叭 动静大 跑来跑去 敲敲打打""",
        ),
        (2, r"装修 施工 麻将 半夜 夜里 大半夜 凌晨 施工队 蹦 弹琴 钢琴 音乐 跺脚 切割"),
        (-2, r"装修垃圾"),
        (
            5,
            r"""nois\w* loud\w* barking karaoke racket can't_sleep cannot_sleep drilling hammering
            skipping square_danc\w+""",
        ),
        (1.5, r"music party midnight renovat\w* construction shouting at_night"),
    ),
    "neighbours": (
        (3, r"(邻居|隔壁|楼上|楼下|对门).{0,10}(闹翻|闹僵|不让人过|说了不听|不认账|不赔)"),
        (1.5, r"邻居 隔壁 对门 楼上 楼下 邻里 我家.{0,4}(墙|门口|阳台)"),
        (
            4,
            r"""纠纷 闹矛盾 矛盾 调解 评评理 评理 吵架 吵起来 吵嘴 争吵 闹别扭 不讲理 讲道理 占我 占了我
            欺负 公摊 不让我 泼 院墙 说了不听 挡我 不让人过 闹翻 闹僵
            (放|堆|停|堵|占|搭|挂|倒|扔|拆|砸).{0,6}我家.{0,4}(墙|门口|阳台)
            公共地方 翻脸 打官司 冷战 婆媳""",
        ),
        (1.5, r"neighbou?rs? next_door upstairs"),
        (4, r"dispute quarrel\w* argu(e|ing|ment)\w* mediat\w+ feud bully\w*"),
    ),
    "security": (
        (
            5,
            r"""门禁 单元门(?!口|前|外|洞) 防盗门 大门(?!口|前|外) 门锁 锁坏 锁不上 监控 摄像头 小偷 偷
            被盗 陌生人 可疑 灭火器 消防 飞线 治安 对讲 推销 诈骗 骗子 骗钱 高空抛物 扔东西下 往下扔
            扔.{0,6}下来 鬼鬼祟祟 形迹 生人 流浪[猫狗] 咬伤 小广告 野狗 咬人 不拴 没拴 传销""",
        ),
        (
            3,
            r"""刷卡 保安 门卫 丢了 不安全 楼道.{0,6}(充电|电动车|电瓶车) (充电|电动车|电瓶车).{0,6}楼道
            电瓶上楼 (电动车|电瓶车).{0,3}上楼""",
        ),
        (
            5,
            r"""entrance_door door_lock intercom door_?phone cctv cameras? thie(f|ves) stolen stole
            burgl\w+ stranger suspicious fire_extinguishers? hydrants? scam\w* fraud stray_dogs?
            fire_(exit|door|lane|escape)""",
        ),
        (2, r"lock door guard unlocked swipe key_?card dogs? security bit bitten"),
    ),
    "papers": (
        (
            5,
            r"""老年卡 证明 身份证 户口 社保 医保 低保 残疾人?证 养老金 居住证 盖章 公交卡 高龄 退休
            生存认证 资格认证 准生证 入学 房产证 产权证 办证 结婚证 敬老卡""",
        ),
        (3, r"证.{0,3}(到期|过期|丢) 补办 办.{0,4}(卡|证|手续) 手续 材料 补贴 补助 报销 登记 开.{0,4}证"),
        (
            5,
            r"""senior_card id_card certificate pension insurance household_registration hukou
            residence_permit papers paperwork bus_pass subsid\w+ allowance stamp documents? proof""",
        ),
        (1.5, r"apply application register form card"),
    ),
    "company": (
        (
            5,
            r"""陪我 陪陪 陪一陪 陪.{0,3}(聊|说|看病|去医院) 说说话 说话的人 没人说话 孤单 孤独 寂寞 独居
            空巢 来看看(我|老人) 闷得慌 空落落 没人陪 想孩子 找人聊""",
        ),
        (2, r"一个人(在家|住|过|难受) 去世了 心里难受 聊天 聊聊 说个话 想有人 看望 儿女不在 孩子不在"),
        (-2, r"聊天群 业主群"),
        (
            5,
            r"""lonely loneliness company someone_to_talk visit_me keep_me_company lives?_alone
            living_alone""",
        ),
        (1.5, r"talk_to chat alone"),
        (-6, r"(gas|water|power|heating|property|lift|management)_company"),
    ),
    "complaint_person": (
        (3, r"投诉 举报"),
        (
            3,
            r"""态度(?!(很|真|特别|非常|挺|蛮|都)?(好|不错|热情|和气))
            不负责 推脱 推诿 不作为 骂人 骂我 吼我 爱答不理 不接电话 不理人 耍横 吃拿卡要 收红包
            收好处 糊弄 甩脸 给脸色 难听 敷衍 刁难 摆架子
            偷懒 凶我 凶得很""",
        ),
        (
            2,
            r"""网格员 委员 社区.{0,2}(主任|书记|干部) 工作人员 物业经理 物业的人 保安 办事员 窗口的人
            门卫 师傅""",
        ),
        (2, r"complain(t|ts|ing)?"),
        (
            3,
            r"""rude attitude unhelpful shout(s|ed)?_at_me swore insult\w* ignores?_me ignored_me bribe
            lazy""",
        ),
        (2, r"guard staff clerk grid_worker committee_member property_manager officer official"),
    ),
    "enquiry": (
        (2.5, r"请问 问一下 问下 咨询 打听 想知道 问问"),
        (
            3,
            r"""几点(?!多|钟就) 上班(不|没)? 上班时间 办公时间 开门吗 上班吗 在什么地方 怎么走
            电话(是)?多少 电话号码 多少钱 找谁 什么政策 怎么收费 交到哪""",
        ),
        (1.5, r"什么时候 在哪 哪里 怎么弄 能不能 可以吗 有没有"),
        (
            3,
            r"""opening_hours what_time where_(is|can) how_(do|can|much|long) phone_number who_do_i
            may_i_ask i_want_to_know question""",
        ),
        (1.5, r"when where which"),
    ),
}
