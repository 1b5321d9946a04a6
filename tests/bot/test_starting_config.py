"""The configuration as `init` writes it: explained, with only what was decided in force, changed line by line."""

from __future__ import annotations

import tomllib

import pytest

from bot.starting_config import example, with_values

DESK = {("contacts", "desk"): "0931-5550100"}


def test_the_example_has_every_value_behind_a_sign_of_its_own() -> None:
    body = tomllib.loads(example())
    assert {key for table in body.values() for key in table if not isinstance(table[key], dict)} == set()
    assert '#mode = "polling"' in example().splitlines()


def test_a_value_takes_the_place_of_its_example() -> None:
    written = with_values(example(), DESK)
    assert 'desk = "0931-5550100"' in written.splitlines()
    assert not any(line.startswith("#desk") for line in written.splitlines())
    assert tomllib.loads(written)["contacts"] == {"desk": "0931-5550100"}


def test_what_somebody_wrote_stays_and_is_changed_where_it_stands() -> None:
    mine = '# mine\n[contacts]\n#desk = "1"\ngas = "119" # always\ndesk = "2"\n[limits]\nreports_per_hour = 9\n'
    written = with_values(mine, DESK)
    assert written == mine.replace('desk = "2"', 'desk = "0931-5550100"')


def test_a_table_or_key_that_is_not_there_is_added() -> None:
    body = tomllib.loads(with_values("[bot]\n", {("bot", "proxy"): "http://p:1", **DESK}))
    assert body == {"bot": {"proxy": "http://p:1"}, "contacts": {"desk": "0931-5550100"}}


@pytest.mark.parametrize("value", ['"quoted"', "back\\slash", "火\t星", "'"])
def test_whatever_a_value_holds_it_is_read_back(value: str) -> None:
    assert tomllib.loads(with_values(example(), {("bot", "proxy"): value}))["bot"]["proxy"] == value


def test_doing_it_twice_changes_nothing() -> None:
    once = with_values(example(), DESK)
    assert with_values(once, DESK) == once


def test_a_file_that_cannot_be_changed_by_lines_is_refused() -> None:
    with pytest.raises(ValueError, match=r"line by line|Cannot|overwrite"):
        with_values('contacts = { desk = "1" }\n', DESK)
