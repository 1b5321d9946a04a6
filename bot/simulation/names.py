"""Names for an invented district: of people, and of the estates that they live in."""

from __future__ import annotations

from random import Random

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "芳伟秀英娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂梅红玉建国文辉力志永健世"
GIVEN += "广义兴良海山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子"
BEFORE = "桃杏梅兰竹松柳荷菊桂枫榆槐梧柏云月星晨霞河溪泉湖雁鹤燕莺鹭安和平康宁福瑞祥庆"
AFTER = "园里苑坊庄湾台坪桥亭"
BESIDE = ("", "新", "东", "西", "南", "北")
"""What stands before a name that the district has already."""


def person_name(chance: Random) -> str:
    """A surname with one character or two."""
    return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2))))


def estate_names(chance: Random) -> list[str]:
    """Some 2,000 names, each once, plain ones first."""
    names: list[str] = []
    for word in BESIDE:
        some = [word + before + after for before in BEFORE for after in AFTER]
        chance.shuffle(some)
        names += some
    return names
