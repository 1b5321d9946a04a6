"""The sheets and columns of the roster: one list by which they are written out, explained and found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Pair = tuple[str, str]
"""(Chinese, English)."""

WEEKDAYS: Sequence[Pair] = (
    ("每天", "every day"), ("周一至周五", "Mon-Fri"), ("周末", "weekend"), ("周一", "Mon"), ("周二", "Tue"), ("周三", "Wed"),
    ("周四", "Thu"), ("周五", "Fri"), ("周六", "Sat"), ("周日", "Sun"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is the field of the row; `title` stands in the first row, `others` are titles that mean the same."""

    key: str
    title: Pair
    about: Pair
    """What to write, as the comment on the title says it."""
    width: int
    needed: bool = False
    """There must be a column of this title; without one of the others, what runs now stays as it is."""
    others: Sequence[str] = ()
    as_text: bool = False
    choices: Sequence[Pair] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """`names` is the column whose cell says who or what the row is about."""

    key: str
    title: Pair
    names: str
    columns: Sequence[Column]
    examples: Sequence[Sequence[Pair]]
    others: Sequence[str] = ()
    needs_rows: bool = False
    may_lack: bool = False
    """An older workbook does not have it: then what runs now stays as it is."""

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


ENGLISH = Column("english", ("英文名", "English name"), ("可以空着；说英语的居民会看到", "may stay empty; shown to those who read English"), 20, others=("英文",))  # fmt: skip
CODE = Column(
    "code", ("代码", "Code"),
    ("系统写的，别改。新的一行空着；复制一行以后把这一格清空", "written by the program, leave it. Empty in a new row; clear it in a copied one"), 20, others=("编号", "id"), as_text=True,
)  # fmt: skip
PHONE = Column(
    "phone", ("电话", "Telephone"),
    ("手机11位，或带区号的座机。一人一个号码；同名的人靠它分清", "one number for each person; by it people of one name are told apart"), 17, others=("手机", "手机号", "电话号码", "联系电话", "联系方式", "phone", "mobile"), as_text=True,
)  # fmt: skip
PERSON = Column("name", ("姓名", "Name"), ("居民看到的就是这个名字", "the name that residents will read"), 14, needed=True, others=("名字",))  # fmt: skip
WHICH_COMMUNITY = Column(
    "community", ("社区", "Community"), ("网格名字有重的时候写，分得清就不用写", "only needed where two communities have grids of one name"), 16, others=("所属社区", "村"),
)  # fmt: skip

GRIDS = Sheet(
    "grids", ("网格", "Grids"), "grid",
    (
        Column("district", ("区", "District"), ("没有就空着", "may stay empty"), 12, others=("区县", "县", "县区", "市")),
        Column("street", ("街道", "Street"), ("没有就空着", "may stay empty"), 14, others=("街镇", "镇", "乡镇", "乡", "镇街")),
        Column("community", ("社区", "Community"), ("每一行都写", "in every row"), 16, needed=True, others=("所属社区", "村")),
        Column("grid", ("网格", "Grid"), ("一行一个；一个社区里不能重名", "one a row; no two of one name in a community"), 18, needed=True, others=("网格名称", "网格名")),
        Column("used_for", ("用途", "Used for"), ("居民，或商圈（没有人住的商铺、写字楼）；空着就是居民", "homes, or shops where nobody lives; empty: homes"), 10, others=("类型", "性质"), choices=(("居民", "homes"), ("商圈", "shops"))),
        Column("also", ("别的叫法", "Other names"), ("居民怎么叫这一片、里面有什么好认的地方，用顿号隔开", "what people call it, places that everybody knows in it, with commas between"), 30, others=("别名", "俗称", "包含", "范围")),
        ENGLISH, CODE,
    ),
    ((("", ""), ("河湾街道", "Riverbend Street"), ("桃源社区", "Peach Community"), ("示例：桃源一网格", "EXAMPLE Peach grid 1"), ("居民", "homes"), ("老粮站、东门菜场", "old granary, east market"), ("", ""), ("", "")),),
    others=("网格表", "网格划分"), needs_rows=True,
)  # fmt: skip

BUILDINGS = Sheet(
    "buildings", ("小区和楼", "Buildings"), "estate",
    (
        WHICH_COMMUNITY,
        Column("grid", ("网格", "Grid"), ("写「网格」那张表里的名字", "a name from the sheet Grids"), 18, needed=True, others=("网格名称", "所属网格")),
        Column("estate", ("小区", "Estate"), ("小区、院子、巷子的名字；没有楼号的地方只写这一格", "estate, yard or lane; for a place without a number only this"), 20, needed=True, others=("小区名称", "院落", "小区院落", "楼院")),
        Column("building", ("楼", "Building"), ("3号楼；也可以写 1-6号楼、1、3、5号楼，一行顶几行", "3; or 1-6, or 1, 3, 5: one row for several"), 18, others=("楼号", "楼栋", "栋", "楼幢"), as_text=True),
        Column("also", ("别的叫法", "Other names"), ("用顿号隔开", "with commas between"), 26, others=("别名", "俗称")),
        ENGLISH, CODE,
    ),
    ((("桃源社区", "Peach Community"), ("桃源一网格", "Peach grid 1"), ("示例：桃源里", "EXAMPLE Peach Court"), ("3号楼", "3"), ("粮站家属院", "granary house"), ("", ""), ("", "")),),
    others=("小区", "楼栋", "小区楼栋", "楼院"),
)  # fmt: skip

SINCE = Column("since", ("从哪天", "From"), ("从哪天起算数：2026-12-01；空着就是已经在干", "the first day of service, 2026-12-01; empty: at once"), 14, others=("开始日期", "起", "任期起"))  # fmt: skip
UNTIL = Column("until", ("到哪天", "Until"), ("干到哪天（含这天）：2027-06-30；空着就是没有期限", "the last day of service, 2027-06-30; empty: no end"), 14, others=("结束日期", "止", "任期止"))  # fmt: skip
NIGHT = Column("night", ("夜班", "Night duty"), ("夜里停水停气也找她的，写网格名，或写「是」；空着就等早上", "the areas where she is called at night too, or yes; empty: what comes at night waits for the morning"), 16, others=("夜间值班", "夜里"))  # fmt: skip

MEMBERS = Sheet(
    "members", ("委员", "Members"), "name",
    (
        PERSON, PHONE, WHICH_COMMUNITY,
        Column("first", ("主责网格", "First in"), ("先找她的网格，有几个用顿号隔开；一个网格只能有一位主责", "grids in which she is asked first, with commas between; one first for each grid"), 28, needed=True, others=("主责", "负责网格")),
        Column("deputy", ("副手网格", "Deputy in"), ("主责不在时找她的网格，用顿号隔开。几位副手按行的先后；要自己定，就在后面写③④", "grids in which she stands in, with commas between. Deputies in order of the rows, or write (3), (4) behind"), 28, others=("副手", "协助网格")),
        Column("places", ("楼院", "Buildings"), ("她是哪几栋楼的楼长，用顿号隔开，先找她；也可以写社区、街道，那一级的事也找她", "the buildings that are hers, with commas between: she is asked before the grid; a community or street may be written too"), 24, others=("楼长", "楼栋", "负责楼院")),
        Column("lead", ("组长", "Leads"), ("她带哪个网格的组，写网格名，或写「是」；事情转出网格，她会知道", "the grids whose group she leads, or yes; she hears when a matter leaves her grid"), 16, others=("网格长", "网格组长")),
        Column("skills", ("专长", "Skills"), ("水电、电工、法律、会计、医护、心理、调解、手语、外语、电脑、媒体、驾驶，或别的，用顿号隔开", "plumbing, electric, law, accounting, nursing, counselling, mediation, sign language, languages, computers, media, driving, or others, with commas between"), 24, others=("特长", "技能")),
        Column("most", ("最多几件", "At most"), ("手上最多几件，满了先找别人；空着不限", "how many matters at once before others are asked; empty: no limit"), 12, others=("上限", "件数")),
        Column("takes", ("只接", "Only"), ("只接这几类事，用顿号隔开：供暖、供水漏水；空着都接", "only these kinds, with commas between: heating, water; empty: every kind"), 20, others=("只接哪些",)),
        Column("refuses", ("不接", "Not"), ("这几类不找她，用顿号隔开", "kinds for which others are asked, with commas between"), 20, others=("不接哪些",)),
        NIGHT, SINCE, UNTIL, ENGLISH, CODE,
    ),
    ((("示例：张伟", "EXAMPLE Zhang Wei"), ("13800000000", "13800000000"), ("桃源社区", "Peach Community"), ("桃源一网格", "Peach grid 1"), ("桃源二网格、桃源三网格", "Peach grid 2, Peach grid 3"), ("桃源里3号楼", "Peach Court 3"), ("是", "yes"), ("水电、法律", "plumbing, law"), ("5", "5"), ("", ""), ("噪音", "noise"), ("", ""), ("", ""), ("", ""), ("", ""), ("", "")),),
    others=("委员名单", "社工委", "社工委委员", "网格员"),
)  # fmt: skip

DESKS = Sheet(
    "desks", ("值班", "Duty desk"), "name",
    (
        PERSON, PHONE,
        Column("area", ("管哪里", "Area"), ("社区、街道或区的名字，有几个用顿号隔开", "a community, street or district, with commas between"), 28, needed=True, others=("管辖", "负责社区", "社区", "区域", "范围")),
        Column("days", ("星期几", "Weekdays"), ("哪几天值班：周一、周三，或 周一至周五；空着就是每天", "Mon, Wed or Mon-Fri; empty: every day"), 16, others=("值班日", "星期", "值班时间", "days"), as_text=True, choices=WEEKDAYS),
        NIGHT, SINCE, UNTIL, ENGLISH, CODE,
    ),
    ((("示例：马丽", "EXAMPLE Ma Li"), ("0931-5550100", "0931-5550100"), ("桃源社区、河湾街道", "Peach Community, Riverbend Street"), ("周一至周五", "Mon-Fri"), ("", ""), ("", ""), ("", ""), ("", ""), ("", "")),),
    others=("协调员", "案头", "值班表"), needs_rows=True,
)  # fmt: skip

POINTS = Sheet(
    "points", ("说事点", "Talk points"), "name",
    (
        Column("name", ("名称", "Name"), ("贴二维码的地方：桃源里东门、李记理发店", "where the poster hangs: the east gate, Li's barber shop"), 22, needed=True, others=("说事点", "说事点名称", "名字")),
        WHICH_COMMUNITY,
        Column("place", ("在哪里", "Where"), ("写网格、小区或楼的名字", "the name of a grid, an estate or a building"), 24, needed=True, others=("位置", "地点", "所在网格", "网格")),
        ENGLISH, CODE,
    ),
    ((("示例：桃源里东门", "EXAMPLE the east gate"), ("桃源社区", "Peach Community"), ("桃源一网格", "Peach grid 1"), ("", ""), ("", "")),),
    others=("居民说事点",),
)  # fmt: skip

RESOURCES = Sheet(
    "resources", ("资源", "Resources"), "name",
    (
        Column("name", ("姓名", "Name"), ("谁能借来：写「委员」或「值班」里的名字", "who lends it: a name from Members or Duty desk"), 14, needed=True, others=("联系人", "谁", "委员")),
        Column("phone", ("电话", "Telephone"), ("有同名的人才写", "only where two have one name"), 17, others=("手机", "手机号", "phone"), as_text=True),
        Column("what", ("有什么", "What"), ("会议室、面包车、一小时律师咨询", "a meeting room, a van, an hour of a lawyer"), 24, needed=True, others=("资源", "名称", "内容")),
        Column("unit", ("单位", "Whose"), ("哪个单位的；自己的就空着", "the employer; empty when it is her own"), 20, others=("所属单位", "工作单位")),
        Column("how_much", ("多少", "How much"), ("30座、两辆", "30 seats, two of them"), 14, others=("数量", "规模")),
        Column("free_when", ("什么时候", "When"), ("周末、工作日晚上", "weekends, weekday evenings"), 18, others=("可用时间", "时间")),
        Column("until_on", ("用到哪天", "Until"), ("2027-06-30；空着就是没有期限", "2027-06-30; empty: no end"), 14, others=("到哪天", "截止", "有效期")),
        CODE,
    ),
    ((("示例：张伟", "EXAMPLE Zhang Wei"), ("", ""), ("会议室", "meeting room"), ("纺机厂", "Loom Works"), ("30座", "30 seats"), ("周末", "weekends"), ("", ""), ("", "")),),
    others=("单位资源", "资源清单"), may_lack=True,
)  # fmt: skip

SHEETS: Sequence[Sheet] = (GRIDS, BUILDINGS, MEMBERS, DESKS, POINTS, RESOURCES)
GUIDE: Pair = ("说明", "Guide")
EXAMPLES = ("示例", "例：", "例如", "example")
"""A row whose naming cell begins so is an example and not read."""
