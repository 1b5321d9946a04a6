"""The configuration of clocks, kinds, seasons and holidays: what is written is honoured, what is wrong is told."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bot.config import Config, load_config
from bot.toml_errors import Mistakes
from domain.clocks import OFFICE, PACES
from domain.matters.matter import Tier
from tests.bot.test_config import ENV, LEAST, told, written

WINTER, SUMMER = date(2026, 12, 1), date(2026, 7, 1)


def loaded(folder: Path, text: str, holidays: str = "") -> Config:
    if holidays:
        (folder / "holidays.toml").write_text(holidays, "utf-8")
    return load_config(written(folder, LEAST + text), ENV)


def test_hours_and_days_of_a_tier(tmp_path: Path) -> None:
    config = loaded(
        tmp_path, '[clocks.ordinary]\nhours = "08:30-12:00, 14:00-24:00"\n[clocks.utility]\ndays = "working"\n'
    )
    paces = config.reckoning().paces
    assert paces[Tier.ORDINARY].hours == ((time(8, 30), time(12)), (time(14), time(0)))
    assert paces[Tier.ORDINARY].working
    assert paces[Tier.UTILITY].working
    assert paces[Tier.COMPLEX] == PACES[Tier.COMPLEX]


def test_no_hours_mean_round_the_clock(tmp_path: Path) -> None:
    pace = loaded(tmp_path, '[clocks.complex]\nhours = ""\ndays = "all"\n').reckoning().paces[Tier.COMPLEX]
    assert (pace.hours, pace.working) == ((), False)
    assert PACES[Tier.COMPLEX].hours == OFFICE


@pytest.mark.parametrize(
    "hours",
    ["9-18", "18:00-09:00", "09:00-09:00", "09:00-13:00, 12:00-18:00", "09:00-24:30", "20:00-24:00, 08:00-12:00"],
)
def test_hours_that_are_none(tmp_path: Path, hours: str) -> None:
    [line] = told(tmp_path, f'{LEAST}[clocks.ordinary]\nhours = "{hours}"\n')
    assert "config.toml:4 · clocks · ordinary · hours: " in line
    assert '"09:00-18:00"' in line


def test_danger_has_no_hours(tmp_path: Path) -> None:
    [line] = told(tmp_path, f'{LEAST}[clocks.danger]\nhours = "09:00-18:00"\n')
    assert "no such key" in line


def test_a_kind_may_have_a_tier_and_a_result_of_its_own(tmp_path: Path) -> None:
    config = loaded(tmp_path, '[kinds.road]\ntier = "utility"\n[kinds.stairs]\nresult = "5 d"\n')
    assert config.practice().tier_of("road", SUMMER) is Tier.UTILITY
    assert config.practice().tier_of("stairs", SUMMER) is Tier.ORDINARY
    assert config.reckoning().results == {"stairs": timedelta(days=5)}


def test_a_kind_that_is_none_is_told_with_the_nearest(tmp_path: Path) -> None:
    [line] = told(tmp_path, f'{LEAST}[kinds.lightning]\ntier = "utility"\n')
    assert "config.toml:3" in line
    assert "lighting?" in line


def test_no_kind_is_danger_by_itself(tmp_path: Path) -> None:
    [line] = told(tmp_path, f'{LEAST}[kinds.road]\ntier = "danger"\n')
    assert "kinds · road · tier" in line


def test_in_season_heating_is_a_utility_whatever_it_is_in_summer(tmp_path: Path) -> None:
    practice = loaded(tmp_path, '[kinds.heating]\ntier = "ordinary"\n').practice()
    assert practice.tier_of("heating", SUMMER) is Tier.ORDINARY
    assert practice.tier_of("heating", WINTER) is Tier.UTILITY


def test_the_heating_season_is_the_districts(tmp_path: Path) -> None:
    text = '[seasons.heating]\nfrom = "10-15"\nto = "04-15"\nthreshold = 20\nhouseholds = 5\n'
    practice = loaded(tmp_path, text).practice()
    pack = practice.pack_of("heating", date(2027, 4, 15))
    assert pack is not None
    assert (pack.threshold, pack.households) == (20, 5)
    assert practice.pack_of("heating", date(2027, 4, 16)) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('from = "11-31"', "from"),
        ('to = "March"', "to"),
        ("threshold = 40", "threshold"),
        ("households = 1", "households"),
    ],
)
def test_a_season_that_is_none(tmp_path: Path, text: str, place: str) -> None:
    [line] = told(tmp_path, f"{LEAST}[seasons.heating]\n{text}\n")
    assert f"config.toml:4 · seasons · heating · {place}: " in line


def test_the_holidays_file_comes_over_the_public_calendar(tmp_path: Path) -> None:
    workdays = loaded(tmp_path, "", "off = [2026-11-24]\non = [2026-11-28]\n").reckoning().workdays
    assert [workdays.is_working(date(2026, 11, day)) for day in (23, 24, 28)] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("off = [2026-13-01]\n", "holidays.toml"),
        ('off = ["soon"]\n', "holidays.toml:1 · off"),
        ("\nholidays = [2026-11-24]\n", "holidays.toml:2 · holidays: there is no such key"),
        ("off = [2026-11-24]\non = [2026-11-24]\n", "holidays.toml:2 · on: stands in both off and on: 2026-11-24"),
    ],
)
def test_mistakes_of_the_holidays_file_are_told_with_their_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Mistakes) as caught:
        loaded(tmp_path, "", text)
    [line] = caught.value.lines
    assert line.startswith(said)
