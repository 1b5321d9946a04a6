"""Three weeks of an invented district: what was told, where, and how it ended, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Pair = tuple[str, str]
"""The same words as (zh, en)."""


class End(StrEnum):
    """How far a seeded matter has come by the time the demo opens."""

    GOOD = "good"  # closed, 好了, five or four of five
    SILENT = "silent"  # closed, no answer
    AGAIN = "again"  # closed, 还没好, closed again, 好了
    REDONE = "redone"  # closed, 还没好, and in somebody's hands again, with a word on how it goes
    EXPLAINED = "explained"  # cannot be done, said so
    HANDED = "handed"  # not ours
    TAKEN = "taken"  # in somebody's hands, with a word on how it goes
    REPORTED = "reported"  # waiting for the resident's word
    WAITING = "waiting"  # nobody took it, so that it goes from desk to desk


@dataclass(frozen=True, slots=True)
class Told:
    """`days` before the demo opens (0 is today), at `hour` o'clock, about the building of this index.

    `line` is the member's last word, `who` a resident's key ("" for somebody who lives there), `before` the hours before
    the opening at which that last word was said (0: some hours after the report). `taken` is the hours until somebody
    took it (0: some minutes); `first` of what was redone the word with which it had been closed.
    """

    days: int
    hour: float
    building: int
    kind: str
    words: Pair
    end: End
    line: Pair = ("", "")
    who: str = ""
    before: float = 0
    taken: float = 0
    first: Pair = ("", "")


HOMES = (("li", "he"), ("zheng", "feng"), ("sun",), ("xie",), ("wu",), ("tian",))
"""Who lives in each pair of buildings: people report what is near them."""
STILL_NOT: Pair = ("还是不行", "Still not right")
G, S, A, E, H = End.GOOD, End.SILENT, End.AGAIN, End.EXPLAINED, End.HANDED

TOLD: tuple[Told, ...] = (
    Told(21, 9, 0, "lighting", ("楼道灯不亮，晚上看不见台阶", "The stair light is out, the steps are dark at night"), G, ("换了灯泡", "New bulb")),
    Told(21, 15, 3, "rubbish", ("垃圾桶满了三天没人收", "The bins have been full for three days"), G, ("清运了，改成每天收", "Emptied; daily from now on")),
    Told(20, 8, 5, "water", ("厨房水管漏水，楼下都湿了", "The kitchen pipe leaks into the flat below"), G, ("换了阀门，不漏了", "New valve, no more leak")),
    Told(20, 18, 1, "parking", ("消防通道总停着一辆白车", "A white car keeps blocking the fire lane"), G, ("车主挪走了，画了线", "The owner moved it; lines are painted")),
    Told(19, 10, 7, "papers", ("老年卡怎么办，要带什么", "How do I get a senior card, what do I bring?"), G, ("陪着去办好了", "Went along, it is done")),
    Told(19, 20, 2, "noise", ("楼上晚上十一点还在装修", "Building work upstairs at eleven at night"), S, ("说好了九点后不响", "Agreed: quiet after nine")),
    Told(18, 7, 8, "heating", ("暖气片只有一半是热的", "Only half of the radiator is warm"), G, ("放了气，热了", "Bled it, warm now")),
    Told(18, 14, 4, "road", ("井盖松了，走上去咣当响", "The manhole cover is loose and rattles"), G, ("市政加固了", "Fixed by the city works")),
    Told(17, 9, 6, "greenery", ("树枝压到窗户上了", "Branches press against the window"), G, ("修剪了", "Trimmed")),
    Told(17, 16, 10, "stairs", ("二楼扶手松了，老人不敢扶", "The handrail on the second floor is loose"), A, ("焊牢了", "Welded")),
    Told(16, 11, 8, "security", ("单元门关不上", "The front door does not shut"), G, ("换了闭门器", "New door closer")),
    Told(16, 19, 0, "lighting", ("东门路灯一闪一闪的", "The lamp at the east gate flickers"), G, ("换了镇流器", "New ballast")),
    Told(15, 8, 11, "lift", ("电梯到四楼就抖", "The lift shakes at the fourth floor"), G, ("维保调过了", "Adjusted by the service firm")),
    Told(14, 10, 3, "water", ("水压太小，热水器打不着", "Water pressure is too low for the heater"), S, ("清了过滤网", "Cleaned the filter")),
    Told(14, 17, 5, "rubbish", ("有人把旧沙发扔在楼下", "Somebody left an old sofa downstairs"), G, ("拉走了", "Taken away")),
    Told(13, 9, 1, "enquiry", ("社区食堂周末开吗", "Is the canteen open at weekends?"), G, ("周六开，周日歇", "Saturdays yes, Sundays no")),
    Told(13, 15, 7, "parking", ("想在楼后加几个车位", "Could there be more parking behind the house?"), E, ("那是绿地，改不了；可以停西边的公共车场", "It is green space; use the public car park west")),
    Told(12, 8, 2, "heating", ("家里十六度，老人冷", "Sixteen degrees at home, mother is cold"), G, ("换热站调高了两度", "Two degrees more from the station")),
    Told(12, 13, 9, "road", ("路口的减速带翘起来了", "The speed bump at the corner has come loose"), H, ("转给市政，编号 4417", "Handed to the city works, number 4417")),
    Told(11, 10, 4, "noise", ("广场舞音响太大", "The square dancing is too loud"), G, ("换到小广场东边，八点半收", "Moved east, ends half past eight")),
    Told(10, 9, 6, "stairs", ("楼道堆了纸箱子过不去", "Boxes block the stairway"), G, ("收走了", "Removed")),
    Told(10, 16, 8, "power", ("电表箱门掉了", "The meter box has lost its door"), G, ("供电所装好了", "Fitted by the power office")),
    Told(9, 11, 10, "company", ("一个人住，想有人说说话", "I live alone and would like some company"), G, ("每周三去坐坐", "A visit every Wednesday")),
    Told(9, 18, 0, "security", ("门禁卡刷不开", "The entry card does not open the door"), G, ("重新写了卡", "Card written again")),
    Told(8, 8, 11, "water", ("一楼下水返味", "A smell from the ground floor drain"), A, ("装了防臭地漏", "New trap fitted")),
    Told(8, 14, 3, "greenery", ("草地浇不到水，黄了", "The lawn gets no water and turns yellow"), S, ("接了管子", "Pipe laid")),
    Told(7, 9, 5, "lighting", ("地下车库灯坏了两排", "Two rows of garage lights are out"), S, ("换好了", "Replaced")),
    Told(7, 17, 1, "rubbish", ("装修垃圾堆在路边", "Building rubble beside the road"), G, ("清了", "Cleared")),
    Told(6, 10, 7, "papers", ("居住证明在哪儿开", "Where do I get proof of residence?"), S, ("在社区一楼，已开", "Community office, done")),
    Told(6, 15, 2, "lift", ("电梯按钮三楼不亮", "The lift button for floor three is dark"), S, ("换了按钮", "New button")),
    Told(5, 8, 7, "heating", ("卧室暖气不热", "The bedroom radiator is cold"), G, ("阀门没开，开了", "The valve was shut; open now")),
    Told(5, 13, 4, "road", ("人行道地砖缺了一块", "A paving stone is missing"), S, ("补上了", "Replaced")),
    Told(4, 9, 2, "lighting", ("路灯杆歪了，怕倒下来", "The lamp post leans and may fall"), End.REDONE, ("报给市政了，等灯杆，周四装", "New post comes Thursday"), "zheng", 1.2, first=("扶正了", "Set upright")),
    Told(4, 14, 10, "parking", ("三轮车堵在楼门口卖菜", "A vegetable cart blocks the front door"), G, ("跟师傅说好，挪到南门口了", "Agreed with him: at the south gate from now on"), taken=2.6),
    Told(3, 19, 5, "heating", ("暖气不热，屋里十四度", "The heating is cold, fourteen degrees inside"), G, ("楼里的阀门修好了", "The valve in the basement is mended")),
    Told(2, 8, 5, "water", ("卫生间漏水，楼下天花板湿了", "The bathroom leaks, the ceiling below is wet"), End.REDONE, ("二次返工，周二换墙里的管子", "New pipe on Tuesday"), before=16, first=("换了软管", "New hose")),
    Told(2, 11, 11, "water", ("阳台落水管裂了", "The balcony downpipe is cracked"), G, ("换了一节", "One length replaced"), before=40),
    Told(2, 15, 1, "security", ("单元门对讲机没声音", "The intercom at the front door is silent"), End.REPORTED, ("换了话筒", "New handset"), "li", 17.5),
    Told(2, 16, 1, "parking", ("电动车充电棚不够用", "There are not enough charging places for e-bikes"), End.TAKEN, ("量好了地方，等物业报价", "Measured the place; waiting for the property office's price"), "he", 0.6),
    Told(1, 10, 6, "neighbours", ("楼道的鞋柜两家争了几回", "Two families quarrel over a shoe cupboard"), End.TAKEN, ("两家都见了，周三坐下来说", "Met both; they sit down together on Wednesday"), before=0.8),
    Told(1, 11, 10, "neighbours", ("楼上空调滴水到楼下窗台", "The air conditioner above drips on the sill"), End.TAKEN, ("跟楼上说好，周末接根管子", "Agreed upstairs: a pipe at the weekend"), before=0.7),
    Told(1, 18.5, 9, "rubbish", ("桥下有人倒垃圾", "Somebody dumps rubbish under the bridge"), End.WAITING, who="wu"),
    Told(1, 19.5, 3, "heating", ("整栋楼暖气都凉了", "The heating is cold in the whole building"), G, ("换热站抢修了一夜，回温了", "The heating station was repaired overnight; warm again"), "feng", 1.5),
    Told(0, 7, 11, "other", ("儿童滑梯裂了口子，会划手", "The slide is cracked, children cut their hands"), End.WAITING, who="tian"),
    Told(0, 7.2, 4, "rubbish", ("楼门口一地碎玻璃", "Broken glass in front of the door"), G, ("扫干净了", "Swept up"), "sun", 1),
)  # fmt: skip
