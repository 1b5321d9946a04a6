"""What a sheet would change on the list of venues."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from domain.listening.entry import Entry, Sort
from tests.bot.intake.sheets import Value, book, look, made


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made(tmp_path_factory.mktemp("venues"))


def entries(url: str, *rows: Mapping[str, Value]) -> list[Entry]:
    found = look(url, book(场所=rows))
    assert found.mistakes == []
    return list(found.entries)


def test_a_new_venue_needs_a_name_and_a_place_and_its_sort_is_guessed(url: str) -> None:
    (school,) = entries(url, {"场所": "槐树巷小学", "在哪里": "桃源二网格", "地址": "12号"})
    assert (school.sort, school.new) == (Sort.VENUE, True)
    assert dict(school.fields) == {"name": "槐树巷小学", "sort": "school", "area": "g2", "label": "12号"}


def test_one_that_is_known_by_code_is_renamed_and_moved(url: str) -> None:
    (entry,) = entries(url, {"场所": "老王拉面", "在哪里": "桃源二网格", "代码": "v1"})
    assert dict(entry.fields) == {"name": "老王拉面", "area": "g2"}
    assert entry.told == "场所：老王面馆 → 老王拉面；在哪里：桃源一网格 → 桃源二网格"


def test_one_that_is_known_by_its_name_is_not_added_again_and_closes_by_a_yes(url: str) -> None:
    assert entries(url, {"场所": "老王面馆", "在哪里": "桃源一网格"}) == []
    (entry,) = entries(url, {"场所": "老王面馆", "在哪里": "桃源一网格", "关门了": "是"})
    assert (entry.id, dict(entry.fields)) == ("v1", {"closed": "yes"})


def test_what_is_closed_and_not_on_the_list_changes_nothing(url: str) -> None:
    assert entries(url, {"场所": "早关门的店", "在哪里": "桃源一网格", "关门了": "是"}) == []


def test_what_cannot_be_understood_is_said_with_row_and_column(url: str) -> None:
    rows: list[Mapping[str, Value]] = [
        {"场所": "张姐小卖部", "在哪里": "没有这个地方"},
        {"场所": "李记", "在哪里": "桃源一网格", "类别": "饭馆"},
        {"场所": "老王面馆", "在哪里": "桃源一网格"},
        {"场所": "老王面馆", "在哪里": "桃源一网格"},
        {"场所": "别处的", "代码": "zzz"},
    ]
    found = look(url, book(场所=rows))
    assert found.entries == []
    said = "\n".join(found.mistakes)
    for place in ("第2行", "第3行", "第5行", "第6行"):
        assert place in said
    assert "商铺、单位、学校" in said
