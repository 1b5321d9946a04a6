"""What is said of a cold flat: one or all, and the degrees; and the bands in which they are asked."""

import pytest

from domain.matters.warmth import band_of, bands, degrees_in, scope_in, too_cold


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("整栋楼都不热", "whole"),
        ("我们整个单元的暖气都是凉的", "whole"),
        ("楼上楼下都不热", "whole"),
        ("邻居家也不热", "whole"),
        ("大家的暖气都凉", "whole"),
        ("家家户户都冷", "whole"),
        ("全楼都没暖气", "whole"),
        ("好几家都不热", "whole"),
        ("The whole building has no heating", "whole"),
        ("my neighbours too have cold radiators", "whole"),
        ("everybody in building 3 is cold", "whole"),
        ("就我家不热", "own"),
        ("只有我家暖气凉", "own"),
        ("邻居家都热，就我家不热", "own"),
        ("only my flat is cold", "own"),
        ("暖气不热", ""),
        ("3号楼2单元暖气片是凉的", ""),
        ("整天都不热", ""),
        ("家里冷得很", ""),
        ("the radiator is cold", ""),
    ],
)
def test_one_flat_or_the_whole_building(words: str, scope: str) -> None:
    assert scope_in(words) == scope


@pytest.mark.parametrize(
    ("words", "degrees"),
    [
        ("屋里15度", 15),
        ("屋里才十五度", 15),
        ("只有十度", 10),
        ("不到16度", 15.5),
        ("不到十八度", 17.5),
        ("家里16.5℃", 16.5),
        ("十六七度的样子", 16),
        ("室温 17 °C", 17),
        ("二十度", 20),
        ("it is 14 degrees in here", 14),
        ("below 16 degrees", 15.5),
        ("暖气不热", None),
        ("3号楼2单元", None),
        ("孩子发烧39度", None),
        ("水烧到60度", None),
        ("一度停了", None),
        ("服务态度不好", None),
    ],
)
def test_degrees_of_a_flat(words: str, degrees: float | None) -> None:
    assert degrees_in(words) == degrees


def test_a_number_alone_is_an_answer_only_where_it_was_asked() -> None:
    assert degrees_in("15") is None
    assert degrees_in("15", asked=True) == 15
    assert degrees_in("十五左右", asked=True) == 15
    assert degrees_in("2", asked=True) is None


def test_the_bands_lie_below_the_threshold() -> None:
    assert bands(18) == ("-14", "14-16", "16-18", "18-")
    assert bands(20) == ("-16", "16-18", "18-20", "20-")


@pytest.mark.parametrize(
    ("degrees", "band"), [(9, "-14"), (14, "14-16"), (15.5, "14-16"), (16, "16-18"), (18, "18-"), (25, "18-")]
)
def test_degrees_lie_in_one_band(degrees: float, band: str) -> None:
    assert band_of(degrees, 18) == band


def test_what_is_too_cold() -> None:
    assert [too_cold(band, 18) for band in (*bands(18), "unknown")] == [True, True, True, False, False]
