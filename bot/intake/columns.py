"""The sheets and columns of the lists: one list by which they are written out, explained, and found again."""

from __future__ import annotations

from collections.abc import Sequence

from bot.roster.columns import Column, Pair, Sheet
from domain.listening.need import NeedKind
from domain.listening.venue import SORTS
from domain.matters.kinds import KINDS as KINDS_OF_MATTER
from handlers.explaining.book.parts import UNFIT
from handlers.texts.catalogue import TEXTS

APART = "."
"""Between the ids of a project and of its step, in the code of a row."""
KINDS: Sequence[Pair] = tuple(TEXTS[f"lists.kind_{kind.value}"] for kind in NeedKind)
VENUE_SORTS: Sequence[Pair] = tuple(TEXTS[f"visits.sort_{sort.value}"] for sort in SORTS)
CODE = Column(
    "code", TEXTS["lists.col_code"],
    ("系统写的，别改，靠它认出是同一条。新的一行空着；复制一行以后把这一格清空", "written by the program, leave it: by it a row is known again. Empty in a new row; clear it in a copied one"), 18, others=("编号", "id"), as_text=True,
)  # fmt: skip


def _column(
    key: str, text: str, about: Pair, width: int, others: Sequence[str] = (), *, needed: bool = False,
    choices: Sequence[Pair] = (),
) -> Column:  # fmt: skip
    """Titled as the table that leaves (`lists.col_<text>`)."""
    return Column(key, TEXTS[f"lists.col_{text}"], about, width, needed, others, choices=choices)


_READ_ONLY: Pair = ("系统写的，改了也不收", "written by the program; what is changed here is not taken")
_WHERE = _column("area", "area", ("网格、社区的名字；只管一处就可以空着", "a grid or community; may stay empty where your desk has but one"), 16, ("地点", "地方", "网格", "社区", "位置"))  # fmt: skip
_RESULT = _column("result", "result", ("办成什么样了。写上就是销号，写了就不能再空", "what came of it. Written, it strikes the row off for good"), 40, ("办理结果", "成效"))  # fmt: skip

NEEDS = Sheet(
    "needs", TEXTS["lists.sheet_needs"], "words",
    (
        _column("words", "line", ("缺什么、要什么，一句话", "what is needed, in one line"), 40, ("问题", "内容", "事项"), needed=True),
        _column("kind", "kind", ("空着就按字面猜", "empty: guessed from the words"), 12, ("类型",), choices=KINDS),
        _WHERE,
        _column("heard", "heard", _READ_ONLY, 16),
        _column("noted", "noted", _READ_ONLY, 12),
        _column("taken", "taken", ("名册里的姓名；写了她，就写到哪天。空着不动", "a name from the roster, with a day beside it. Empty: stays as it is"), 12, ("责任人", "领办人", "负责人")),
        _column("until", "until", ("2026-12-01；和「谁领的」一起写", "2026-12-01; together with who has it"), 12, ("办结时限", "期限", "截止")),
        _column("project", "in_project", ("归到哪个项目，写项目的名字。空着不动", "the project it goes into, by its name. Empty: stays as it is"), 20, ("所属项目",)),
        _column("stands", "stands", _READ_ONLY, 12, ("状态",)),
        _RESULT, CODE,
    ),
    (
        (("示例：活动室缺个投影仪", "EXAMPLE no projector in the day room"), KINDS[1], ("桃源社区", "Peach Community"), ("", ""), ("", ""), ("", ""), ("", ""), ("", ""), ("", ""), ("", ""), ("", "")),
        (("示例：3号楼门口要个坡道", "EXAMPLE a ramp at Building 3"), KINDS[4], ("桃源一网格", "Peach grid 1"), ("", ""), ("", ""), ("张伟", "Zhang Wei"), ("2026-12-01", "2026-12-01"), ("3号楼坡道", "Ramp at 3"), ("", ""), ("", ""), ("", "")),
    ),
    others=("需求清单", "问题清单", "履职清单", "需求表"), may_lack=True,
)  # fmt: skip

OFFERS = Sheet(
    "offers", TEXTS["lists.sheet_offers"], "what",
    (
        _column("what", "what", ("会议室、面包车、一小时律师咨询", "a meeting room, a van, an hour of a lawyer"), 24, ("资源", "名称", "内容"), needed=True),
        _column("unit", "unit", ("哪个单位、哪家店的；自己的就空着", "whose it is; empty when it is her own"), 20, ("单位", "所属单位")),
        _column("how_much", "much", ("30座、两辆", "30 seats, two of them"), 14, ("数量", "规模")),
        _column("free_when", "when", ("周末、工作日晚上", "weekends, weekday evenings"), 14, ("可用时间", "时间")),
        _column("until", "until", ("2027-06-30；空着就是没有期限", "2027-06-30; empty: no end"), 12, ("用到哪天", "截止", "有效期")),
        _column("member", "member", ("谁能借来：名册里的姓名；同名的在后面写上电话", "who lends it: a name from the roster; of two with one name the telephone behind it"), 16, ("姓名", "联系人", "委员"), needed=True),
        CODE,
    ),
    (
        (("示例：会议室", "EXAMPLE meeting room"), ("纺机厂", "Loom Works"), ("30座", "30 seats"), ("周末", "weekends"), ("", ""), ("张伟", "Zhang Wei"), ("", "")),
        (("示例：投影仪", "EXAMPLE projector"), ("", ""), ("1台", "one"), ("", ""), ("2027-06-30", "2027-06-30"), ("张伟", "Zhang Wei"), ("", "")),
    ),
    others=("资源清单", "单位资源"), may_lack=True,
)  # fmt: skip

PROJECTS = Sheet(
    "projects", TEXTS["lists.sheet_projects"], "words",
    (
        _column("words", "project", ("项目的名字；几步就写几行，名字写一样", "what it is called; a row for each step, with the same name"), 30, ("项目名称", "名称"), needed=True),
        _WHERE,
        _column("owner", "owner", ("谁牵头，名册里的姓名；空着就是您", "who leads it, a name from the roster; empty: you"), 12, ("牵头人", "责任人", "负责人")),
        _column("begun", "begun", _READ_ONLY, 12),
        _column("step", "step", ("这一步做什么", "what is done in this step"), 30, ("任务", "内容")),
        _column("due", "due", ("2026-12-01；有步骤就写", "2026-12-01; needed with a step"), 12, ("时限", "到哪天", "计划完成")),
        _column("done", "done", ("办完的那天，或写「是」", "the day on which it was done, or yes"), 12, ("完成", "实际完成")),
        _RESULT, CODE,
    ),
    (
        (("示例：3号楼坡道", "EXAMPLE ramp at Building 3"), ("桃源一网格", "Peach grid 1"), ("张伟", "Zhang Wei"), ("", ""), ("量尺寸", "measure the door"), ("2026-12-01", "2026-12-01"), ("", ""), ("", ""), ("", "")),
        (("示例：3号楼坡道", "EXAMPLE ramp at Building 3"), ("桃源一网格", "Peach grid 1"), ("张伟", "Zhang Wei"), ("", ""), ("浇水泥", "pour it"), ("2026-12-08", "2026-12-08"), ("", ""), ("", ""), ("", "")),
    ),
    others=("项目清单", "项目表"), may_lack=True,
)  # fmt: skip

VENUES = Sheet(
    "venues", TEXTS["lists.sheet_venues"], "name",
    (
        _column("name", "venue", ("店名、单位名、学校名", "a shop, an office, a school"), 24, ("名称", "店名", "单位名称"), needed=True),
        _column("kind", "kind", ("空着就按名字猜", "empty: guessed from the name"), 12, ("类型",), choices=VENUE_SORTS),
        _WHERE,
        _column("label", "label", ("路名、门牌、几号楼；空着不动", "a street, a door, a building. Empty: stays as it is"), 24, ("门牌", "详细地址")),
        _column("seen", "seen", _READ_ONLY, 12),
        _column("closed", "closed", ("写「是」就从名单上去掉，走访过的都留着", "yes takes it off the list; its visits stay"), 10, ("停业", "去掉")),
        CODE,
    ),
    (
        (("示例：老王面馆", "EXAMPLE Wang's Noodles"), VENUE_SORTS[0], ("桃源一网格", "Peach grid 1"), ("东门旁", "by the east gate"), ("", ""), ("", ""), ("", "")),
        (("示例：槐树巷小学", "EXAMPLE Locust Lane School"), VENUE_SORTS[2], ("桃源二网格", "Peach grid 2"), ("槐树巷12号", "12 Locust Lane"), ("", ""), ("", ""), ("", "")),
    ),
    others=("场所清单", "场所名单", "走访场所"), may_lack=True,
)  # fmt: skip

ANSWER_KINDS: Sequence[Pair] = (
    *(TEXTS[f"kind.{code}"] for code in KINDS_OF_MATTER if code not in UNFIT),
    TEXTS["book.no_kind"],
)
BOOK = Sheet(
    "answers", TEXTS["book.name"], "question",
    (
        Column("question", TEXTS["book.part_question"], ("大家怎么问，一句话", "how people ask it, in one line"), 30, others=("标题", "事项"), needed=True),
        Column("ways", TEXTS["book.part_ways"], ("一行一种，或用分号隔开", "one a line, or with semicolons between"), 30, others=("其他问法", "相似问法")),
        Column("answer", TEXTS["book.part_answer"], ("在哪、几点、带什么、电话，1500个字以内", "where, when, what to bring, which telephone; up to 1500 characters"), 60, others=("答案", "答复", "内容"), needed=True),
        Column("kind", TEXTS["lists.col_kind"], ("空着就按问题猜", "empty: guessed from the question"), 12, others=("类型",), choices=ANSWER_KINDS),
        _WHERE,
        Column("owner", TEXTS["book.part_owner"], ("到了日子问谁，名册里的姓名；空着不动", "who is asked on its day, a name from the roster. Empty: stays as it is"), 12, others=("责任人", "负责人")),
        Column("source", TEXTS["book.part_source"], ("答案从哪来的", "where the answer is from"), 24, others=("来源", "依据")),
        Column("review", TEXTS["book.part_review"], ("2026-12-01；空着就是半年后", "2026-12-01; empty: in half a year"), 12, others=("核对日", "复核日期")),
        Column("withdrawn", TEXTS["book.tap_withdraw"], ("写「是」就从百事簿里去掉", "yes takes it out of the book"), 8, others=("去掉",)),
        CODE,
    ),
    (
        (("示例：老年卡在哪办？", "EXAMPLE Where do I get a senior card?"), ("怎么办老年卡", "senior card how"), ("社区一楼大厅，周一到周五 9:00-17:00，带身份证", "Community hall, weekdays 9 to 17, bring your ID"), TEXTS["kind.papers"], ("桃源社区", "Peach Community"), ("张伟", "Zhang Wei"), ("社区公示栏", "the notice board"), ("2027-06-01", "2027-06-01"), ("", ""), ("", "")),
    ),
    others=("民生百事簿", "问答", "常见问题"), may_lack=True,
)  # fmt: skip

SHEETS: Sequence[Sheet] = (NEEDS, OFFERS, PROJECTS, VENUES, BOOK)
