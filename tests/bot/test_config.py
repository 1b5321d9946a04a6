"""The configuration: the example loads, every key is explained, mistakes are told all at once, secrets stay secret."""

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.config import TOKEN_VARIABLE, Config, load_config
from bot.toml_errors import Mistakes, read_toml
from domain.clocks import PACES
from domain.matters.matter import Tier

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "config.example.toml"
TOKEN = "123456:a-token-for-tests-only"
ENV = {TOKEN_VARIABLE: TOKEN}
LEAST = '[contacts]\ndesk = "0931-5550100"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return path


def told(folder: Path, text: str, env: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        load_config(written(folder, text), ENV if env is None else env)
    return caught.value.lines


def keys(table: type, prefix: str = "") -> set[str]:
    found = set()
    for name, field in table.model_fields.items():  # type: ignore[attr-defined]  # a pydantic model
        key = f"{prefix}{field.alias or name}"
        inner = field.annotation
        found |= keys(inner, f"{key}.") if hasattr(inner, "model_fields") else {key}
    return found


# ---- the example ---------------------------------------------------------------------------------------------------


def test_the_example_loads_and_holds_the_defaults() -> None:
    example = load_config(EXAMPLE, ENV)
    assert example.reckoning().paces == PACES
    assert example.limits == Config.model_fields["limits"].default
    assert example.retention == Config.model_fields["retention"].default
    assert example.quiet == Config.model_fields["quiet"].default


def test_the_example_names_every_key_and_no_other() -> None:
    named = {".".join(map(str, place)) for place in read_toml(EXAMPLE).lines}
    assert keys(Config) == {place for place in named if not any(other.startswith(f"{place}.") for other in named)}


def test_every_table_of_the_example_speaks_both_languages() -> None:
    for block in EXAMPLE.read_text("utf-8").split("\n["):
        comments = [line for line in block.splitlines() if line.startswith("#")]
        assert any(not line.isascii() for line in comments), block
        assert any(
            word in " ".join(comments) for word in (" the ", "The ", " a ", "A ", "Danger", "Water", "Ordinary", "What")
        )


# ---- what it says --------------------------------------------------------------------------------------------------


def test_one_table_is_enough(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, LEAST), ENV)
    assert config.bot.mode == "polling"
    assert config.bot.token.get_secret_value() == TOKEN
    assert config.telephones().desk == "0931-5550100"


def test_relative_names_lie_beside_the_file(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, LEAST), ENV)
    home = tmp_path.resolve()
    assert config.database.url.get_secret_value() == f"sqlite:///{home / 'little-bench.sqlite3'}"
    assert config.place.district == home / "district.toml"
    assert config.database.media == home / "media"


@pytest.mark.parametrize(
    "url", ["sqlite:////var/lib/bench.sqlite3", "sqlite:///:memory:", "postgresql://me:pw@host/bench"]
)
def test_whole_database_addresses_stay_as_they_are(tmp_path: Path, url: str) -> None:
    config = load_config(written(tmp_path, f'{LEAST}[database]\nurl = "{url}"\n'), ENV)
    assert config.database.url.get_secret_value() == url


def test_the_token_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "token.txt").write_text(f"{TOKEN}\n")
    config = load_config(written(tmp_path, f'[bot]\ntoken_file = "token.txt"\n{LEAST}'), {})
    assert config.bot.token.get_secret_value() == TOKEN


def test_the_variable_comes_before_the_file(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, f'[bot]\ntoken = "1234:another-token"\n{LEAST}'), ENV)
    assert config.bot.token.get_secret_value() == TOKEN


def test_clocks_are_overridden_one_by_one(tmp_path: Path) -> None:
    ordinary = '[clocks.ordinary]\ncontact = "90 min"\nresult = "5天"\n'
    quiet = '[quiet]\nfrom = "23:00"\nto = "06:30"\ndaily = "08:00"\n'
    clocks = load_config(written(tmp_path, LEAST + ordinary + quiet), ENV).reckoning()
    pace = clocks.pace(Tier.ORDINARY)
    assert pace == replace(PACES[Tier.ORDINARY], contact=timedelta(minutes=90), result=timedelta(days=5))
    assert (clocks.quiet_from, clocks.quiet_to, clocks.daily_at) == (time(23), time(6, 30), time(8))


@pytest.mark.parametrize(
    ("said", "meant"),
    [("30 min", timedelta(minutes=30)), ("30分钟", timedelta(minutes=30)), ("4h", timedelta(hours=4)),
     ("4小时", timedelta(hours=4)), ("3 d", timedelta(days=3)), ("1 day", timedelta(days=1))],
)  # fmt: skip
def test_spans_are_written_as_people_write_them(tmp_path: Path, said: str, meant: timedelta) -> None:
    config = load_config(written(tmp_path, f'{LEAST}[clocks.utility]\nresult = "{said}"\n'), ENV)
    assert config.reckoning().pace(Tier.UTILITY).result == meant


def test_the_propertys_number_stands_in(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, f'{LEAST}water = "1"\nproperty = "2"\n'), ENV)
    night = config.telephones().utilities
    assert (night["water"], night["lift"]) == ("1", "2")


# ---- mistakes ------------------------------------------------------------------------------------------------------


def test_several_mistakes_are_told_at_once_with_line_and_key(tmp_path: Path) -> None:
    lines = told(
        tmp_path, '[bot]\nmode = "pulling"\n\n[contacts]\n\n[quiet]\nfrom = "25:00"\n[clocks.danger]\nresult = "soon"\n'
    )
    assert [line.split(":")[1].split(" ")[0] for line in lines] == ["2", "4", "9", "7"]
    assert "bot · mode" in lines[0]
    assert '"polling"' in lines[0]
    assert "contacts · desk" in lines[1]
    assert "30 min" in lines[2]
    assert '"22:00"' in lines[3]


def test_an_unknown_key_gets_the_likely_one(tmp_path: Path) -> None:
    [line] = told(tmp_path, f'[bot]\ntokken = "x"\n{LEAST}')
    assert line.startswith("config.toml:2 · bot · tokken")
    assert "token?" in line


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[place]\nzone = "Mars/Base"\n', "place · zone"),
        ('[place]\nlanguage = "fr"\n', "place · language"),
        ('[bot]\nbase_url = "telegram"\n', "bot · base_url"),
        ('[bot]\nproxy = "socks5://host:1"\n', "bot · proxy"),
        ('[database]\nurl = "mysql://host/x"\n', "database · url"),
        ("[webhook]\nport = 0\n", "webhook · port"),
        ("[limits]\nreports_per_hour = 0\n", "limits · reports_per_hour"),
        ("[retention]\nwords_after_days = 7\n", "retention · words_after_days"),
        ("[retention]\nphotos_after_days = true\n", "retention · photos_after_days"),
        ("[retention]\nphotos_after_days = 36501\n", "retention · photos_after_days"),
        ('[clocks.utility]\ncontact = "0 min"\n', "clocks · utility · contact"),
    ],
)
def test_each_key_is_checked_and_says_what_to_write(tmp_path: Path, text: str, place: str) -> None:
    [line] = told(tmp_path, LEAST + text)
    assert f" · {place}: " in line
    assert " / " in line


def test_a_webhook_needs_its_address_and_its_secret(tmp_path: Path) -> None:
    text = f'{LEAST}[bot]\nmode = "webhook"\n[webhook]\nurl = "http://example.org"\nsecret = "short"\n'
    lines = told(tmp_path, text)
    assert [line.split(" · ", 1)[1].split(":")[0] for line in lines] == ["webhook · url", "webhook · secret"]


def test_no_token_anywhere(tmp_path: Path) -> None:
    [line] = told(tmp_path, LEAST, {})
    assert "@BotFather" in line
    assert TOKEN_VARIABLE in line


def test_a_token_file_that_is_not_there(tmp_path: Path) -> None:
    [line] = told(tmp_path, f'[bot]\ntoken_file = "none.txt"\n{LEAST}', {})
    assert "bot · token_file" in line


def test_no_file_and_no_toml(tmp_path: Path) -> None:
    with pytest.raises(Mistakes, match="no such file"):
        load_config(tmp_path / "none.toml", ENV)
    [line] = told(tmp_path, '[contacts]\ndesk = "09\n')
    assert "line 2" in line


# ---- secrets -------------------------------------------------------------------------------------------------------


def test_secrets_are_never_shown(tmp_path: Path) -> None:
    text = f"""{LEAST}[bot]\nproxy = "http://me:proxy-word@host:1"\n[webhook]\nsecret = "webhook-word-0123456789"
[database]\nurl = "postgresql://me:database-word@host/x"\n"""
    config = load_config(written(tmp_path, text), ENV)
    shown = f"{config} {config!r} {config.model_dump()} {config.model_dump_json()}"
    assert not any(word in shown for word in (TOKEN, "proxy-word", "webhook-word", "database-word"))


def test_mistakes_do_not_repeat_what_was_written(tmp_path: Path) -> None:
    text = f'{LEAST}[bot]\ntoken = 123456789\nproxy = "ftp://proxy-word"\n'
    shown = "\n".join(told(tmp_path, text, {}) + told(tmp_path, f'{LEAST}[bot]\ntoken = "my-secret-word"\n', {}))
    assert shown.count("· token:") == 2
    assert not any(word in shown for word in ("123456789", "proxy-word", "my-secret-word"))
