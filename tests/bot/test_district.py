"""The district file: the demo's own is sound, mistakes name their entry and key, and it is all or nothing."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from shapely.geometry import Polygon
from shapely.ops import unary_union

from bot.crafts.places import Places
from bot.district import District, read_district
from bot.toml_errors import Mistakes
from domain.areas import AreaKind
from domain.people.person import Ability, Absence, Role

DEMO = Path(__file__).parents[2] / "bot" / "demo_district" / "district.toml"
SMALL = """
[[area]]
id = "c"
kind = "community"
name = "桃源社区"

[[area]]
id = "g1"
kind = "grid"
parent = "c"
name = "一网格"
polygon = [[103.8, 36.0], [103.9, 36.0], [103.9, 36.1]]

[[coordinator]]
id = "ma"
name = "马丽"
areas = ["c"]

[[member]]
id = "wang"
name = "王芳"
phone = "138 0000 0001"
grids = { g1 = 1 }
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "district.toml"
    path.write_text(text, "utf-8")
    return path


def told(folder: Path, text: str) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        read_district(written(folder, text))
    return caught.value.lines


# ---- the demo's district -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def demo() -> District:
    return read_district(DEMO)


def test_a_file_that_is_no_roster_at_all_is_one_mistake(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[bot]\ntoken = ""\n[contacts]\ndesk = "0931-5550100"\n[place]\n[limits]\n', "utf-8")
    with pytest.raises(Mistakes) as caught:
        read_district(path)
    (line,) = caught.value.lines
    assert line.startswith("config.toml: this is no roster")
    assert "token" not in line


def test_the_demo_has_one_street_two_communities_six_grids_and_a_dozen_buildings(demo: District) -> None:
    count = {kind: sum(area.kind is kind for area in demo.areas) for kind in AreaKind}
    assert (count[AreaKind.STREET], count[AreaKind.COMMUNITY], count[AreaKind.GRID]) == (1, 2, 6)
    assert count[AreaKind.BUILDING] >= 12
    assert len(demo.talk_points) == 4


def test_everything_in_the_demo_has_an_english_name(demo: District) -> None:
    assert all(area.name_en for area in demo.areas)
    assert all(point.name_en for point in demo.talk_points)
    assert all(person.name_en for person in demo.people)


def test_the_grids_of_the_demo_tile(demo: District) -> None:
    shapes = [Polygon(grid.polygon) for grid in demo.tree.grids()]
    whole = unary_union(shapes)
    assert whole.geom_type == "Polygon"
    assert sum(shape.area for shape in shapes) == pytest.approx(whole.area)


def test_what_stands_in_the_demo_stands_in_its_own_grid(demo: District) -> None:
    places = Places(demo.areas)
    standing = [(b.id, b.lat, b.lon) for b in demo.areas if b.kind is AreaKind.BUILDING]
    standing += [(point.area_id, point.lat, point.lon) for point in demo.talk_points]
    for area_id, lat, lon in standing:
        assert lat is not None
        assert lon is not None
        assert list(places.at(lat, lon)) == [demo.tree.grid_of(area_id)]


def test_every_building_of_the_demo_is_found_by_its_names(demo: District) -> None:
    places = Places(demo.areas)
    for building in (area for area in demo.areas if area.kind is AreaKind.BUILDING):
        for name in (building.name, building.name_en):
            best = places.find(f"{name}，路灯坏了")[0]
            assert (best.area_id, best.certainty >= 0.8) == (building.id, True), name


def test_wang_fang_has_the_grid_with_the_poster_and_chen_liang_stands_in(demo: District) -> None:
    gate = demo.talk_points[0].area_id
    ranks = {a.rank: a.person_id for a in demo.appointments if a.area_id == gate and a.role is Role.MEMBER}
    names = {person.id: person.name for person in demo.people}
    assert [names[ranks[1]], names[ranks[2]]] == ["王芳", "陈亮"]
    assert any(a.person_id == ranks[2] and a.rank == 1 for a in demo.appointments)


def test_ten_members_one_of_a_building_and_desks_for_a_community_its_street_and_district(demo: District) -> None:
    members = {a.person_id for a in demo.appointments if a.role is Role.MEMBER}
    desk = [demo.tree.areas[a.area_id].kind for a in demo.appointments if a.role is Role.COORDINATOR]
    assert len(members) == 10
    assert set(desk) == {AreaKind.COMMUNITY, AreaKind.STREET, AreaKind.DISTRICT}
    assert [post.person_id for post in demo.appointments if post.area_id == "b10"] == ["pan"]


# ---- what it says --------------------------------------------------------------------------------------------------


def test_a_small_file_is_read(tmp_path: Path) -> None:
    district = read_district(written(tmp_path, SMALL))
    assert [area.id for area in district.areas] == ["c", "g1"]
    assert {(a.person_id, a.area_id, a.phone) for a in district.appointments} == {
        ("wang", "g1", "138 0000 0001"), ("ma", "c", ""),
    }  # fmt: skip


def test_leave_lasts_from_midnight_to_midnight_of_the_district(tmp_path: Path) -> None:
    text = f'{SMALL}[[absence]]\nperson = "wang"\nfrom = 2026-12-01\nto = 2026-12-05\n'
    district = read_district(written(tmp_path, text))
    assert district.rests[0].to == date(2026, 12, 5)
    assert district.absences(ZoneInfo("Asia/Shanghai")) == [
        Absence("wang", datetime(2026, 11, 30, 16, tzinfo=UTC), datetime(2026, 12, 5, 16, tzinfo=UTC))
    ]


def test_one_person_may_be_member_and_coordinator(tmp_path: Path) -> None:
    text = SMALL.replace('id = "ma"\nname = "马丽"', 'id = "wang"\nname = "王芳"')
    district = read_district(written(tmp_path, text))
    assert [person.id for person in district.people] == ["wang"]
    assert {a.role for a in district.appointments} == {Role.MEMBER, Role.COORDINATOR}


def test_how_somebody_serves_and_what_is_lent(tmp_path: Path) -> None:
    building = '[[area]]\nid = "b1"\nkind = "building"\nparent = "g1"\nname = "1号楼"\n'
    chen = SECOND + 'buildings = ["b1"]\nareas = { c = 2 }\nnight = ["b1"]\nto = 2027-06-30\n'
    can = 'skills = ["plumbing", "剪纸"]\nmost = 5\nrefuses = ["noise"]\n'
    thing = '[[resource]]\nperson = "chen"\nwhat = "会议室"\nunit = "纺机厂"\n'
    district = read_district(written(tmp_path, SMALL + building + chen + can + thing))
    posts = {post.area_id: post for post in district.appointments if post.person_id == "chen"}
    assert {area: (post.rank, post.night, post.to_on) for area, post in posts.items()} == {
        "b1": (1, True, date(2027, 6, 30)),
        "c": (2, False, date(2027, 6, 30)),
    }
    assert district.abilities == (Ability("chen", ("plumbing", "剪纸"), 5, (), ("noise",)),)
    again = read_district(written(tmp_path, SMALL + building + chen + can + thing))
    assert district.resources == again.resources


def test_nothing_written_of_skills_and_resources_says_nothing_of_them(tmp_path: Path) -> None:
    district = read_district(written(tmp_path, SMALL))
    assert (district.abilities, district.resources) == ((), None)


# ---- mistakes ------------------------------------------------------------------------------------------------------

SECOND = '[[member]]\nid = "chen"\nname = "陈亮"\n'


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (f'{SMALL}{SECOND}phone = "138 0000 0001"\ngrids = {{ g1 = 2 }}', "27 · member 2 (陈亮) · phone", "member 1"),
        (f'{SMALL}{SECOND}grids = {{ g9 = 1 }}', "27 · member 2 (陈亮) · grids", "g9"),
        (f'{SMALL}{SECOND}grids = {{ c = 1 }}', "27 · member 2 (陈亮) · grids", "no grid"),
        (f'{SMALL}{SECOND}grids = {{ g1 = 1 }}', "27 · member 2 (陈亮) · grids", "王芳 is 1 in g1"),
        (SMALL + SECOND.replace("chen", "wang") + "grids = { g1 = 2 }", "25 · member 2 (陈亮) · id", "member 1"),
        (f"{SMALL}{SECOND}", "24 · member 2 (陈亮) · grids", "needed"),
        (f'{SMALL}{SECOND}phone = "call me"\ngrids = {{ g1 = 2 }}', "27 · member 2 (陈亮) · phone", "0931"),
        (SMALL.replace('parent = "c"', 'parent = "x"'), "10 · area 2 (一网格) · parent", "x"),
        (SMALL.replace('parent = "c"', 'parent = "g1"'), "10 · area 2 (一网格) · parent", "cannot lie in"),
        (SMALL.replace('parent = "c"\n', ""), "7 · area 2 (一网格) · parent", "id"),
        (SMALL.replace("[103.9, 36.1]", "[103.9, 36.0]"), "12 · area 2 (一网格) · polygon", "corners"),
        (SMALL.replace("[103.9, 36.1]", "[36.1, 103.9]"), "12 · area 2 (一网格) · polygon", "longitude"),
        (SMALL.replace('kind = "grid"', 'kind = "gird"'), "9 · area 2 (一网格) · kind", "grid"),
        (SMALL.replace("areas = [", "aeras = ["), "17 · coordinator 1 (马丽) · aeras", "areas?"),
        (f'{SMALL}[[talk_point]]\ncode = "p12345"\narea = "c"\nname = "门"\n', "26 · talk_point 1 (门) · area", "grid"),
        (f'{SMALL}[[absence]]\nperson = "li"\nfrom = 2026-12-05\nto = 2026-12-06\n', "25 · absence 1 · person", "li"),
        (f'{SMALL}[[absence]]\nperson = "wang"\nfrom = 2026-12-05\nto = 2026-12-01\n', "27 · absence 1 · to", "before"),
        (f'{SMALL}{SECOND}buildings = ["g1"]', "27 · member 2 (陈亮) · buildings", "no building"),
        (f'{SMALL}{SECOND}areas = {{ b9 = 1 }}', "27 · member 2 (陈亮) · areas", "b9"),
        (f'{SMALL}{SECOND}areas = {{ c = 1 }}\nlead = ["g1"]', "28 · member 2 (陈亮) · lead", "none of her areas"),
        (f'{SMALL}{SECOND}areas = {{ c = 1 }}\nrefuses = ["dragons"]', "28 · member 2 (陈亮) · refuses", "lighting"),
        (f'{SMALL}{SECOND}areas = {{ c = 1 }}\nfrom = 2026-12-05\nto = 2026-12-01', "29 · member 2 (陈亮) · to", "is"),
        (f'{SMALL}[[resource]]\nperson = "li"\nwhat = "会议室"\n', "25 · resource 1 · person", "li"),
    ],
)  # fmt: skip
def test_mistakes_name_line_entry_and_key(tmp_path: Path, text: str, place: str, words: str) -> None:
    lines = told(tmp_path, text)
    mine = [line for line in lines if place in line]
    assert mine, lines
    assert words in mine[0]


def test_a_grid_that_no_desk_answers_for(tmp_path: Path) -> None:
    community = '[[area]]\nid = "c2"\nkind = "community"\nname = "杏林"\n'
    grid = '[[area]]\nid = "g2"\nkind = "grid"\nparent = "c2"\nname = "二"\n'
    [line] = told(tmp_path, SMALL + community + grid)
    assert "area 4 (二)" in line
    assert "coordinator" in line


def test_several_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = f'{SMALL}{SECOND}phone = "138 0000 0001"\ngrids = {{ g8 = 1, g9 = 1 }}'
    assert len(told(tmp_path, text)) == 3
