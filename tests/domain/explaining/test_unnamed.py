"""Whose story it is cannot be read out of it: names, doors and numbers are taken out, what is nobody's stays."""

from __future__ import annotations

import pytest

from domain.explaining.unnamed import Instead, estate_in, maybe_names, unnamed

INSTEAD = Instead("一栋楼", "楼里", "附近", "一位居民", "（号码略）")
PEOPLE = {"赵奶奶": "一位居民", "王芳": "一位委员", "Wang Fang": "一位委员"}
PLACES = {"桃源里3号楼": "一栋楼", "桃源里东门": "附近", "桃源里": "一个小区"}


def told(words: str) -> str:
    return unnamed(words, PEOPLE, PLACES, INSTEAD).text


@pytest.mark.parametrize(
    ("words", "without"),
    [
        ("桃源里3号楼2单元501的赵奶奶说灯坏了", "一栋楼的一位居民说灯坏了"),
        ("王芳当天换了灯管", "一位委员当天换了灯管"),
        ("Li came; Wang Fang helped", "Li came; 一位委员 helped"),
        ("wang fang came at once", "一位委员 came at once"),
        ("3栋的暖气不热", "一栋楼的暖气不热"),
        ("５号楼的暖气不热", "一栋楼的暖气不热"),
        ("2单元501室漏水", "楼里漏水"),
        ("12-3-402漏水", "一栋楼漏水"),
        ("五楼的灯坏了", "楼里的灯坏了"),
        ("building 3, unit 2, flat 501 has no heat", "一栋楼 has no heat"),
        ("在桃源里东门倒垃圾", "在附近倒垃圾"),
        ("我们金色家园没水", "我们附近没水"),
        ("请张师傅来修，老李和小马帮忙", "请一位师傅来修，一位居民和一位居民帮忙"),
        ("Mr Li and Auntie Wu helped", "一位居民 and 一位居民 helped"),
        ("打13912345678找我", "打（号码略）找我"),
        ("打 139 1234 5678 找我", "打 （号码略） 找我"),
        ("我微信zhao_1952", "我（号码略）"),
        ("甘A·12345占了车位", "（号码略）占了车位"),
        ("电话一三九八八", "电话（号码略）"),
        ("住501", "住（号码略）"),
    ],
)
def test_what_says_whose_it_is_is_taken_out(words: str, without: str) -> None:
    assert told(words) == without


@pytest.mark.parametrize(
    "words",
    [
        "一栋楼的一位居民说灯坏了，一位委员当天就办好了。",
        "小时候这里就有一盏灯，老年人走路怕摔。",
        "一小段路不平，修好花了300元。",
        "整个小区停水，打12345问过。",
        "三户人家都暖和了，屋里20度。",
        "The lamp in the stairs was out; it was mended the same day.",
        "用小程序交费，老师傅说小毛病。",
    ],
)
def test_what_is_nobodys_stays(words: str) -> None:
    found = unnamed(words, PEOPLE, PLACES, INSTEAD)
    assert (found.text, found.changes) == (words, ())


def test_what_was_put_in_stays_when_it_is_looked_at_again() -> None:
    once = told("桃源里3号楼2单元的老李，电话13912345678，住金色家园")
    assert unnamed(once, PEOPLE, PLACES, INSTEAD).changes == ()


def test_what_was_changed_is_said_once_each() -> None:
    found = unnamed("3栋的灯，3栋的门，赵奶奶说的", PEOPLE, PLACES, INSTEAD)
    assert found.changes == (("3栋", "一栋楼"), ("赵奶奶", "一位居民"))


def test_the_name_of_an_estate_is_known_from_those_of_its_buildings() -> None:
    names = ("桃源里3号楼", "桃源里三栋", "Peach Court 3", "八角楼", "3号楼")
    assert [estate_in(name) for name in names] == ["桃源里", "桃源里", "Peach Court", "", ""]
    assert told("桃源里1号楼的灯坏了") == "一栋楼的灯坏了"
    assert told("桃源里的灯坏了") == "一个小区的灯坏了"


def test_what_may_be_a_full_name_is_found_wherever_it_stands() -> None:
    chinese, latin = maybe_names("后来张小梅和高伟都来了，Then Wang Fang Li came")
    assert {"张小梅", "高伟"} <= set(chinese)
    assert latin == ["Fang Li", "Then Wang", "Wang Fang"]


def test_a_sentence_still_begins_as_it_did() -> None:
    english = Instead("a building", "inside", "nearby", "a resident", "a number")
    assert unnamed("Building 3 is warm", {}, {}, english).text == "A building is warm"
