"""Places: the building inside a sentence, slips of the keyboard, and the grid under a point."""

import random

import pytest

from bot.crafts.places import Places
from domain.areas import Area, AreaKind, Gazetteer

COMMUNITY, GRID, BUILDING = AreaKind.COMMUNITY, AreaKind.GRID, AreaKind.BUILDING
SQUARE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
NEXT_SQUARE = tuple((lon + 1, lat) for lon, lat in SQUARE)

AREAS = [
    Area("c1", COMMUNITY, "", "桃源社区", "Peach Spring"),
    Area("c2", COMMUNITY, "", "柳林社区", "Willow Grove"),
    Area("g1", GRID, "c1", "桃源第一网格", "Grid 1", polygon=SQUARE, order=1),
    Area("g2", GRID, "c1", "桃源第二网格", "Grid 2", polygon=NEXT_SQUARE, order=2),
    Area("g3", GRID, "c2", "柳林第一网格", "Grid 3", order=3),
    Area("b1", BUILDING, "g1", "桃源里1号楼", "Peach Court building 1"),
    Area("b3", BUILDING, "g1", "桃源里3号楼", "Peach Court building 3", ("桃源3栋",)),
    Area("b13", BUILDING, "g1", "桃源里13号楼", "Peach Court building 13"),
    Area("i3", BUILDING, "g2", "理想家园3号楼", "Ideal Home building 3"),
    Area("w5", BUILDING, "g3", "柳林坊5号楼", "Willow Lane building 5"),
    Area("r2", BUILDING, "g2", "望河小区2号楼", "Riverview 2"),
    Area("r9", BUILDING, "g3", "望河小区9号楼", "Riverview 9"),
    Area("mill", BUILDING, "g3", "纺织厂家属院", "Mill yard"),
]
PLACES = Places(AREAS)


def test_it_is_a_gazetteer() -> None:
    gazetteer: Gazetteer = PLACES
    assert gazetteer.wgs84(36.06, 103.83, "WGS-84") == (36.06, 103.83)


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("桃源里3号楼路灯坏了", "b3"),
        ("桃源里三号楼路灯坏了", "b3"),
        ("桃源里3栋", "b3"),
        ("桃源里3幢2单元", "b3"),
        ("桃源里３＃楼漏水", "b3"),
        ("桃源里3-2-501漏水", "b3"),
        ("桃源里3号2单元", "b3"),
        ("桃源3栋的灯", "b3"),
        ("桃园里三栋的灯", "b3"),
        ("taoyuanli 3号楼", "b3"),
        ("tyl3号楼", "b3"),
        ("Peach Court building 3, the lamp is broken", "b3"),
        ("peach court block 13", "b13"),
        ("桃源里十三号楼", "b13"),
        ("Riverview 2, rubbish everywhere", "r2"),
        ("the lamp at riverview 9 has been out for 2 days", "r9"),
        ("我家住桃源里1号楼，暖气不热", "b1"),
        ("理想家圆3号楼", "i3"),
        ("5号楼门口", "w5"),
        ("纺织厂家属院垃圾没人收", "mill"),
    ],
)
def test_a_building_is_found_in_a_sentence_and_taken_unasked(words: str, area: str) -> None:
    best = PLACES.find(words)[0]
    assert best.area_id == area
    assert best.certainty >= 0.8


def test_a_bare_number_is_the_building_of_the_residents_own_grid() -> None:
    best = PLACES.find("3号楼2单元门口的路灯坏了", near_grid="g2")[0]
    assert (best.area_id, best.grid_id) == ("i3", "g2")
    assert best.certainty >= 0.8


def test_a_bare_number_without_a_known_grid_is_asked_about() -> None:
    guesses = PLACES.find("3号楼2单元门口的路灯坏了")
    assert {guess.area_id for guess in guesses} == {"b3", "i3"}
    assert all(guess.certainty < 0.8 for guess in guesses)


def test_a_named_estate_wins_over_the_residents_own_grid() -> None:
    assert PLACES.find("理想家园3号楼", near_grid="g1")[0].area_id == "i3"


def test_an_estate_that_nobody_knows_is_not_taken_for_the_own_grid() -> None:
    assert all(guess.certainty < 0.8 for guess in PLACES.find("幸福小区3号楼灯坏了", near_grid="g1"))


def test_an_estate_alone_names_its_grid() -> None:
    best = PLACES.find("桃源里路灯坏了")[0]
    assert (best.area_id, best.label) == ("g1", "桃源里")
    assert best.certainty >= 0.8


def test_an_unknown_building_of_a_known_estate_offers_the_grid() -> None:
    best = PLACES.find("桃源里9号楼")[0]
    assert (best.grid_id, best.label) == ("g1", "桃源里")
    assert best.certainty < 0.8


def test_a_syllable_heard_wrongly_is_asked_about() -> None:
    best = PLACES.find("桃泉里3号楼")[0]
    assert best.area_id == "b3"
    assert best.certainty < 0.8


def test_a_community_has_no_single_grid_and_is_asked_about() -> None:
    best = PLACES.find("桃源社区")[0]
    assert (best.area_id, best.grid_id) == ("c1", "")
    assert best.certainty < 0.8


def test_a_grid_is_found_by_its_name() -> None:
    assert PLACES.find("桃源第二网格")[0].area_id == "g2"
    assert PLACES.find("桃源二网格的事")[0].area_id == "g2"
    assert PLACES.find("grid 3")[0].area_id == "g3"


def test_two_grids_of_the_same_name_are_asked_about() -> None:
    guesses = PLACES.find("第一网格")
    assert {guess.grid_id for guess in guesses} == {"g1", "g3"}
    assert all(guess.certainty < 0.8 for guess in guesses)


@pytest.mark.parametrize("words", ["暖气不热", "谢谢", "the lamp is broken", "3楼漏水", "", "。。。"])
def test_words_without_a_place_find_nothing(words: str) -> None:
    assert PLACES.find(words, near_grid="g1") == []


def test_english_words_get_the_english_name() -> None:
    assert PLACES.find("Peach Court building 3")[0].label == "Peach Court building 3"


def test_limit_is_kept() -> None:
    assert len(PLACES.find("3号楼", limit=1)) == 1


@pytest.mark.parametrize(
    ("lon", "lat", "grids"), [(0.5, 0.5, ["g1"]), (1.5, 0.5, ["g2"]), (1.0, 0.5, ["g1", "g2"]), (9.0, 9.0, [])]
)
def test_a_point_lies_in_no_grid_in_one_or_on_a_common_border(lon: float, lat: float, grids: list[str]) -> None:
    assert list(PLACES.at(lat, lon)) == grids


def test_a_district_without_polygons_still_finds_names() -> None:
    places = Places([Area("g", GRID, "", "一格"), Area("b", BUILDING, "g", "桃源里3号楼")])
    assert places.at(0.5, 0.5) == []
    assert places.find("桃源里3号楼")[0].grid_id == "g"


def test_among_ten_thousand_names_the_one_that_was_said_is_found() -> None:
    chance = random.Random(7)
    letters = "桃源理想柳林坊花园新村东西南北中山河金银玉福禄寿康宁安和平春夏秋冬梅兰竹菊松柏"
    grids = [Area(f"g{n}", GRID, "", f"{n}网格") for n in range(300)]
    houses = [
        Area(f"b{n}", BUILDING, chance.choice(grids).id, "".join(chance.choices(letters, k=3)) + f"小区{n % 40}号楼")
        for n in range(10_000)
    ]
    places = Places([*grids, *houses])
    sentence = f"{houses[77].name}2单元门口的路灯坏了，好几天了没人来修"
    assert places.find(sentence)[0].area_id == "b77"


@pytest.mark.parametrize(
    ("lat", "lon", "grid", "metres"), [(36.065, 103.729, "west", 90), (36.065, 103.755, "east", 450)]
)
def test_outside_every_grid_the_nearest_is_known_with_its_distance(
    lat: float, lon: float, grid: str, metres: int
) -> None:
    def square(lon: float) -> tuple[tuple[float, float], ...]:
        return ((lon, 36.06), (lon + 0.01, 36.06), (lon + 0.01, 36.07), (lon, 36.07))

    grids = [Area(id, AreaKind.GRID, "", id, polygon=square(at)) for id, at in (("west", 103.73), ("east", 103.74))]
    found = Places(grids).nearest(lat, lon)
    assert found is not None
    assert (found[0], round(found[1], -1)) == (grid, metres)
    assert Places([]).nearest(lat, lon) is None
