"""Borders from GeoJSON: matched by name or code, every bad shape named, Chinese maps doubted and converted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.crafts.datum import to_gcj02
from bot.crafts.places import Places
from bot.district import District
from bot.roster.mistakes import RosterMistakes
from tests.bot.roster.books import add, book, put, read

Ring = list[list[float]]
WEST: Ring = [[103.80, 36.06], [103.81, 36.06], [103.81, 36.07], [103.80, 36.07], [103.80, 36.06]]
EAST: Ring = [[103.81, 36.06], [103.82, 36.06], [103.82, 36.07], [103.81, 36.07], [103.81, 36.06]]
BOWTIE: Ring = [[103.80, 36.06], [103.81, 36.07], [103.81, 36.06], [103.80, 36.07], [103.80, 36.06]]


def shape(name: str | None, *rings: Ring, kind: str = "Polygon", **more: Any) -> dict[str, Any]:
    properties = {"name": name, **more} if name else more
    coordinates: Any = list(rings) if kind == "Polygon" else [[ring] for ring in rings]
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def drawn(folder: Path, *shapes: dict[str, Any], **more: Any) -> Path:
    path = folder / "map.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": shapes, **more}, ensure_ascii=False), "utf-8")
    return path


@pytest.fixture
def before(tmp_path: Path) -> District:
    return read(book(tmp_path)).district


def test_a_map_alone_adds_borders_and_leaves_everything_else(tmp_path: Path, before: District) -> None:
    wanted = read(drawn(tmp_path, shape("桃源一网格", WEST), shape("第二网格", EAST, grid="桃源二网格")), before=before)
    grids = wanted.district.tree.grids()
    assert [len(grid.polygon) for grid in grids] == [4, 4]
    assert list(Places(wanted.district.areas).at(36.065, 103.805)) == [grids[0].id]
    assert wanted.district.appointments == before.appointments
    assert "--datum gcj02" in wanted.remarks[-1].said("zh")


def test_a_map_together_with_the_sheet(tmp_path: Path) -> None:
    district = read(book(tmp_path), drawn(tmp_path, shape("桃源社区桃源一网格", WEST))).district
    assert [bool(grid.polygon) for grid in district.tree.grids()] == [True, False]


def test_one_part_of_a_multipolygon_is_a_polygon(tmp_path: Path, before: District) -> None:
    path = drawn(tmp_path, shape("桃源一网格", WEST, kind="MultiPolygon"))
    assert read(path, before=before).district.tree.grids()[0].polygon


def test_grids_by_code_whatever_the_name(tmp_path: Path, before: District) -> None:
    grid = before.tree.grids()[1]
    path = drawn(tmp_path, shape("东边那片", EAST, code=grid.id))
    assert read(path, before=before).district.tree.areas[grid.id].polygon


HOLE: Ring = [[103.804, 36.064], [103.806, 36.064], [103.806, 36.066], [103.804, 36.064]]


@pytest.mark.parametrize(
    ("shapes", "words"),
    [
        ([shape("桃园一网格", WEST)], "名册里没有网格「桃园一网格」，是不是「桃源一网格」"),
        ([shape(None, WEST)], "第1块没有名字"),
        ([shape("桃源一网格", WEST), shape("桃源一网格", EAST)], "「桃源一网格」画了两次"),
        ([shape("桃源一网格", WEST, HOLE)], "「桃源一网格」中间有洞"),
        ([shape("桃源一网格", WEST, EAST, kind="MultiPolygon")], "「桃源一网格」分成了2块"),
        ([shape("桃源一网格", BOWTIE)], "「桃源一网格」的边界自己交叉了，在 103.805, 36.065 附近"),
        ([shape("桃源一网格", WEST[:2])], "「桃源一网格」的点太少"),
        ([shape("桃源一网格", [[y, x] for x, y in WEST])], "「桃源一网格」的坐标不是经纬度（36.06, 103.8）"),
        ([shape("桃源一网格", [["a", "b"]])], "不是经纬度"),  # type: ignore[list-item]  # such files exist
        (
            [{**shape("桃源一网格", WEST), "geometry": {"type": "Point", "coordinates": [1, 2]}}],
            "不是一块面（是 Point）",
        ),
        ([{**shape("桃源一网格", WEST), "geometry": None}], "不是一块面"),
        (["nonsense"], "第1块没有名字"),
    ],
)
def test_a_bad_shape_is_named(tmp_path: Path, before: District, shapes: list[Any], words: str) -> None:
    with pytest.raises(RosterMistakes) as caught:
        read(drawn(tmp_path, *shapes), before=before)
    assert any(words in line for line in caught.value.said("zh")), caught.value.said("zh")
    assert caught.value.said("en")


@pytest.mark.parametrize("content", ['{"type": "Polygon"}', "{", '{"features": 3}', "[" * 100_000])
def test_what_is_no_map_is_told(tmp_path: Path, before: District, content: str) -> None:
    path = tmp_path / "map.geojson"
    path.write_text("{" + content[1:], "utf-8")
    with pytest.raises(RosterMistakes):
        read(path, before=before)


def test_another_reference_system_is_refused_by_name(tmp_path: Path, before: District) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    with pytest.raises(RosterMistakes, match="3857"):
        read(drawn(tmp_path, shape("桃源一网格", WEST), crs=crs), before=before)


def test_a_chinese_map_is_converted_when_it_is_said_to_be_one(tmp_path: Path, before: District) -> None:
    shifted = [[lon, lat] for lat, lon in (to_gcj02(lat, lon) for lon, lat in WEST)]
    path = drawn(tmp_path, shape("桃源一网格", shifted))
    ring = read(path, before=before, datum="GCJ-02").district.tree.grids()[0].polygon
    assert ring[0] == pytest.approx((103.80, 36.06), abs=1e-6)


@pytest.mark.parametrize("hint", [{"source": "https://geo.datav.aliyun.com"}, {"datum": "GCJ02"}])
def test_a_chinese_map_that_gives_itself_away_is_doubted(tmp_path: Path, before: District, hint: Any) -> None:
    wanted = read(drawn(tmp_path, shape("桃源一网格", WEST), **hint), before=before)
    assert any("看着像高德" in remark.said("zh") for remark in wanted.remarks)


def test_grids_that_overlap_are_remarked(tmp_path: Path, before: District) -> None:
    wide = [[103.80, 36.06], [103.815, 36.06], [103.815, 36.07], [103.80, 36.07], [103.80, 36.06]]
    wanted = read(drawn(tmp_path, shape("桃源一网格", wide), shape("桃源二网格", EAST)), before=before)
    assert "「桃源一网格」和「桃源二网格」有一块重叠" in [remark.said("zh") for remark in wanted.remarks]


def test_a_name_that_two_communities_share_needs_the_community(tmp_path: Path) -> None:
    places = (("委员", "C2"), ("委员", "C3"), ("小区和楼", "A2"), ("说事点", "B2"))
    twin = add("网格", "", "河湾街道", "杏林社区", "桃源一网格")
    path = book(tmp_path, twin, *(put(*place, "桃源社区") for place in places))
    before = read(path).district
    with pytest.raises(RosterMistakes, match="not the only one"):
        read(drawn(tmp_path, shape("桃源一网格", WEST)), before=before)
    district = read(drawn(tmp_path, shape("桃源一网格", WEST, community="杏林社区")), before=before).district
    [grid] = [grid for grid in district.tree.grids() if grid.polygon]
    assert district.tree.areas[grid.parent_id].name == "杏林社区"


def test_ground_that_no_grid_holds_is_remarked_on(tmp_path: Path, before: District) -> None:
    around: Ring = [[103.80, 36.06], [103.83, 36.06], [103.83, 36.09], [103.80, 36.09], [103.80, 36.08],
                    [103.82, 36.08], [103.82, 36.07], [103.80, 36.07], [103.80, 36.06]]  # fmt: skip
    closing: Ring = [[103.80, 36.07], [103.81, 36.07], [103.81, 36.08], [103.80, 36.08], [103.80, 36.07]]
    path = drawn(tmp_path, shape("桃源一网格", around), shape("桃源二网格", closing))
    said = [remark.said("zh") for remark in read(path, before=before).remarks]
    assert "网格之间有一块空地没人管，约1000000平方米，在 103.81500, 36.07500 附近" in said
