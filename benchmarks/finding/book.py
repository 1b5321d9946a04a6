"""A book of ten thousand entries for a made-up district: papers, facilities of every community, and everyday rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from random import Random

from domain.explaining.entry import Entry

FOLDER = Path(__file__).parent
DISTRICT = "d"
_NAMES = (
    "桃源里 柳林坊 河湾 梨苑 山前 北岸 枣园 石桥 渡口 东坪 西坪 榆树巷 杏花台 金岭 银滩 南湖 丁香苑"
    " 槐安 泉水 秀川 望河 建新 工人新村 兰草坪 上庄 下庄 马家坡 团结 文化路 火车站 双桥 新桥 锦绣"
)
COMMUNITIES = tuple(_NAMES.split())
HERS = "c0"
"""The community from which the questions come."""
TODAY = date(2026, 11, 23)

OF_PAPERS = {
    "how": (("{t}怎么办理？", "怎么申请{t}？", "{t}怎么办？"), "先到便民服务大厅领表，填好交上去，办好了打电话叫您。"),
    "where": (("{t}在哪里办？", "到哪里办理{t}？", "办{t}去哪个窗口？"), "便民服务大厅3号窗口，一楼左手。"),
    "papers": (("办{t}要带什么材料？", "{t}需要哪些手续？", "申请{t}要准备什么？"), "带身份证、户口本，复印件各一份。"),
    "howlong": (("{t}多久能办下来？", "办{t}要等几天？"), "一般十五个工作日。"),
    "cost": (("办{t}要交多少钱？", "{t}收费吗？"), "不收钱，谁收钱都可以打12345。"),
    "who": (("哪些人可以办{t}？", "{t}的条件是什么？", "什么人能申请{t}？"), "户口在本区，符合规定的都可以。"),
    "lost": (("{t}丢了怎么补？", "{t}遗失补办"), "带身份证到原来办的地方补。"),
    "proxy": (("{t}能让别人代办吗？", "家里人能替我办{t}吗？"), "可以，带双方身份证和委托书。"),
    "online": (("{t}能在网上办吗？", "手机上怎么办{t}？"), "可以，在政务服务网上点。"),
    "renew": (("{t}到期了怎么换？", "{t}快过期了要不要重新办？"), "到期前一个月来换。"),
}  # fmt: skip
OF_FACILITIES = {
    "hours": (("{t}几点开门几点关门？", "{t}开放时间", "{t}什么时候开？"), "早上八点到晚上八点。"),
    "where": (("{t}在哪里？", "{t}怎么走？", "{t}的位置"), "文化广场旁边，一楼。"),
    "phone": (("{t}的电话是多少？", "怎么联系{t}？"), "0931-0000000，上班时间打。"),
    "cost": (("{t}怎么收费？", "{t}多少钱一次？", "用{t}要花钱吗？"), "居民优惠，老人半价。"),
    "who": (("哪些人可以用{t}？", "外来人能去{t}吗？"), "住在这里的都可以。"),
    "book": (("{t}怎么预约？", "去{t}要提前订吗？"), "打电话或者现场登记。"),
    "holiday": (("{t}周末和节假日开不开？", "{t}过年休息吗？"), "周末照常，过年休三天。"),
}
KINDS_OF_FACILITIES = {"charging": "parking", "parking": "parking", "rubbish_point": "rubbish", "bulky": "rubbish"}


def areas() -> dict[str, str]:
    """The names of the district and its communities by id."""
    return {DISTRICT: "示例区", **{f"c{n}": f"{name}社区" for n, name in enumerate(COMMUNITIES)}}


def book(seed: int = 11) -> dict[str, Entry]:
    """Entries by what they are about: "senior_card/lost", "c0/canteen/hours", "snow"; their id is the same."""
    chance = Random(seed)  # the same book every time
    numbers = count(1)
    return {entry.id: replace(entry, number=next(numbers)) for entry in _entries(chance)}


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line]


def _entries(chance: Random) -> Iterator[Entry]:
    for key, kind, question, other, answer in (row for row in rows("single.tsv")):
        yield _entry(key, DISTRICT, kind, question, (other,) if other else (), answer)
    for key, kind, *names in rows("papers.tsv"):
        for aspect, (ways, answer) in OF_PAPERS.items():
            asked = _asked(chance, names, ways)
            yield _entry(f"{key}/{aspect}", DISTRICT, kind, asked[0], asked[1:], answer)
    for n, community in enumerate(COMMUNITIES):
        for key, name in rows("facilities.tsv"):
            for aspect, (ways, answer) in OF_FACILITIES.items():
                asked = _asked(chance, [chance.choice((name, f"{community}{name}"))], ways)
                kind = KINDS_OF_FACILITIES.get(key, "other")
                yield _entry(f"c{n}/{key}/{aspect}", f"c{n}", kind, asked[0], asked[1:], answer)


def _asked(chance: Random, names: list[str], ways: tuple[str, ...]) -> tuple[str, ...]:
    """How a desk might have written it: one question, and now and then another way with another name."""
    first, *more = chance.sample(ways, k=min(len(ways), chance.choice((1, 1, 2))))
    others = [way.format(t=chance.choice(names)) for way in more]
    also = [chance.choice(ways).format(t=name) for name in names[1:]]
    return (first.format(t=names[0]), *dict.fromkeys([*others, *also]))


def _entry(key: str, area_id: str, kind: str, question: str, others: tuple[str, ...], answer: str) -> Entry:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    return Entry(key, area_id, kind, "", "", question, answer, TODAY, TODAY, at, others, "示例")
