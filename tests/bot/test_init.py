"""`init` as an operator meets it who has never heard of BotFather: asked, by flags, interrupted, and done again."""

from __future__ import annotations

import re
import tomllib

import pytest
import zxingcpp
from PIL import Image

from sandbox import Sandbox
from tests.bot.operator import Operator
from tests.bot.program import CANARIES, TOKEN
from tests.proxy import Proxy
from tests.waiting import until

pytestmark = pytest.mark.asyncio
MADE = {"config.toml", "token.txt", "little-bench.sqlite3", "little-bench.sqlite3.lock"}
LINK = re.compile(r"https://t\.me/little_bench_bot\?start=i[0-9a-f]{32}")
NOBODY_THERE = "http://127.0.0.1:9"


def typed(*answers: str) -> str:
    return "".join(f"{answer}\n" for answer in answers)


def flags(api: str, **others: str) -> list[str]:
    usual = {
        "token-file": "../token", "community": "桃源社区", "telephone": "0931-5550100", "coordinator": "马丽",
        "base-url": api,
    }  # fmt: skip
    return ["init", *(f"--{name}={value}" for name, value in {**usual, **others}.items() if value)]


def config_of(operator: Operator) -> dict[str, dict[str, object]]:
    return tomllib.loads((operator.folder / "config.toml").read_text("utf-8"))


def seen_on_the_screen(printed: str) -> str:
    """What a telephone's camera reads from the half blocks of a dark terminal."""
    rows: list[bytes] = []
    for line in printed.splitlines():
        if set(line) <= set("█▀▄ ") and len(line) > 30:
            rows += [bytes(255 * (c in "█▀") for c in line), bytes(255 * (c in "█▄") for c in line)]
    size = (len(rows[0]), len(rows))
    picture = Image.frombytes("L", size, b"".join(rows)).resize((size[0] * 4, size[1] * 4), Image.Resampling.NEAREST)
    found = zxingcpp.read_barcode(picture)
    return found.text if found else ""


# ---- asked ---------------------------------------------------------------------------------------------------------


async def test_a_few_answers_make_a_bot_that_can_run(operator: Operator, api: str, sandbox: Sandbox) -> None:
    answers = typed(TOKEN, "桃源社区", "河湾街道", "", "0931-5550100", "马丽", "")
    done = await operator.does("init", "--base-url", api, typed=answers)
    assert done.status == 0, done.err
    assert "连上了 @little_bench_bot" in done.out
    assert operator.files == MADE
    assert config_of(operator)["bot"] == {"token_file": "token.txt", "base_url": api}
    assert config_of(operator)["contacts"] == {"desk": "0931-5550100"}
    assert "0931-5550100" in sandbox.world.account.descriptions[""]


async def test_the_code_on_the_screen_is_the_coordinators_link(operator: Operator, api: str) -> None:
    done = await operator.does(*flags(api))
    link = LINK.search(done.out)
    assert link is not None
    assert seen_on_the_screen(done.out) == link[0]


async def test_what_was_made_runs_and_the_coordinator_joins(operator: Operator, api: str, sandbox: Sandbox) -> None:
    link = LINK.search((await operator.does(*flags(api))).out)
    assert link is not None
    ma = sandbox.world.add_person(303, "马姐")
    ma.starts(link[0].partition("start=")[2])
    running = await operator.begins("run")
    try:
        await until(lambda: any("您是马丽吗？" in message.text for message in ma.messages))
    finally:
        running.terminate()
        await running.communicate()


async def test_what_is_no_answer_is_asked_again_with_why(operator: Operator, api: str) -> None:
    tokens, names = ("my token", TOKEN[:-4] + "zzzz", TOKEN), ("", "桃源社区", "", "")
    answers = typed(*tokens, *names, "打给我", "（０９３１） ５５５—０１００", "马丽", "")
    done = await operator.does("init", "--base-url", api, typed=answers)
    assert done.status == 0, done.err
    assert ["这不像令牌" in done.out, "不认这个令牌" in done.out, "写1到60个字" in done.out] == [True] * 3
    assert "电话只写数字" in done.out
    assert config_of(operator)["contacts"] == {"desk": "0931-555-0100"}


async def test_an_unreachable_platform_is_named_and_the_proxy_asked_for_is_used_and_kept(
    operator: Operator, api: str
) -> None:
    proxy = Proxy()
    address = await proxy.start()
    host = "http://telegram.invalid:80"
    answers = typed(TOKEN, "socks5://127.0.0.1:1080", address, "桃源社区")
    done = await operator.does("init", "--base-url", host, typed=answers)
    assert "连不上 telegram.invalid：查不到这个名字的地址" in done.out
    assert "只认 http 代理" in done.out
    assert done.status == 1  # through this proxy, too, nobody of that name is found
    assert operator.files == set()
    done = await operator.does(*flags(api, proxy=address))
    await proxy.stop()
    assert done.status == 0, done.err
    assert proxy.passed
    assert config_of(operator)["bot"]["proxy"] == f"http://{address}"


async def test_in_english_everything_is(operator: Operator, api: str) -> None:
    operator.has(LANG="en_GB.UTF-8")
    done = await operator.does(*flags(api))
    assert "Connected to @little_bench_bot" in done.out
    printed = [line for line in done.out.splitlines() if not set(line) <= set("█▀▄ ")]
    assert all(line.isascii() for line in printed if not re.search("桃源社区|马丽|…", line))
    assert config_of(operator)["place"] == {"language": "en"}


# ---- nothing by halves ---------------------------------------------------------------------------------------------


async def test_ctrl_c_at_a_question_leaves_nothing(operator: Operator, api: str) -> None:
    process = await operator.begins("init", "--base-url", api, "--token-file", "../token")
    assert await operator.leaves(process, after="社区叫什么") == 130
    assert operator.files == set()
    assert "Traceback" not in operator.said


async def test_no_to_the_summary_leaves_nothing(operator: Operator, api: str) -> None:
    answers = typed(TOKEN, "桃源社区", "", "", "0931-5550100", "马丽", "n")
    done = await operator.does("init", "--base-url", api, typed=answers)
    assert (done.status, operator.files) == (1, set())


async def test_whatever_fails_while_it_writes_takes_back_what_was_written(operator: Operator, api: str) -> None:
    (operator.folder / "little-bench.sqlite3").mkdir()
    done = await operator.does(*flags(api))
    assert done.status == 1
    assert operator.files == {"little-bench.sqlite3"}


async def test_a_script_hears_what_is_missing_or_wrong(operator: Operator, api: str) -> None:
    for wrong, words in (
        ({"telephone": "later"}, "电话只写数字"),
        ({"token-file": "../nowhere"}, "没有这个文件"),
        ({"proxy": "ftp://proxy"}, "只认 http 代理"),
        ({"base-url": NOBODY_THERE}, "连不上 127.0.0.1：那头拒绝连接"),
        ({"coordinator": ""}, "--coordinator"),
    ):
        done = await operator.does(*flags(api, **wrong))
        assert (done.status, operator.files) == (1, set())
        assert words in done.err
    assert "Traceback" not in operator.said


# ---- again ---------------------------------------------------------------------------------------------------------


async def test_run_again_it_shows_what_is_there_and_changes_nothing(operator: Operator, api: str) -> None:
    await operator.does(*flags(api))
    before = (operator.folder / "config.toml").read_bytes()
    done = await operator.does(*flags(api, telephone="0931-5550199"))
    assert done.status == 0
    assert "什么都没动" in done.out
    assert "@little_bench_bot" in done.out
    assert (operator.folder / "config.toml").read_bytes() == before
    assert "config.toml.bak" not in operator.files


async def test_to_overwrite_keeps_the_old_one_and_what_was_not_asked_about(operator: Operator, api: str) -> None:
    await operator.does(*flags(api))
    config = operator.folder / "config.toml"
    config.write_text(config.read_text("utf-8").replace('#gas = ""', 'gas = "0931-5550119"'), "utf-8")
    done = await operator.does(*flags(api, telephone="0931-5550199"), "--overwrite")
    assert done.status == 0, done.err
    assert config_of(operator)["contacts"] == {"desk": "0931-5550199", "gas": "0931-5550119"}
    assert '"0931-5550100"' in (operator.folder / "config.toml.bak").read_text("utf-8")
    assert "原来的区域和名册没有动" in done.out


async def test_secrets_are_the_owners_and_no_line_shows_one(operator: Operator, api: str) -> None:
    await operator.does("init", "--base-url", api, typed=typed(TOKEN, "桃源社区", "", "", "0931-5550100", "马丽", ""))
    for name in ("config.toml", "token.txt", "little-bench.sqlite3"):
        assert (operator.folder / name).stat().st_mode & 0o077 == 0
    assert not any(canary in operator.said for canary in CANARIES)


async def test_a_token_of_the_environment_is_written_nowhere(operator: Operator, api: str) -> None:
    operator.has(LITTLE_BENCH_TOKEN=TOKEN)
    done = await operator.does(*flags(api, **{"token-file": ""}))
    assert done.status == 0, done.err
    assert "token.txt" not in operator.files
    assert not any(CANARIES[0].encode() in path.read_bytes() for path in operator.folder.iterdir())


async def test_a_database_named_in_the_environment_is_used(operator: Operator, api: str, postgres_url: str) -> None:
    operator.has(LITTLE_BENCH_DATABASE=postgres_url)
    done = await operator.does(*flags(api))
    assert done.status == 0, done.err
    assert operator.files == {"config.toml"}
    assert "PostgreSQL" in (await operator.does("status")).out


async def test_a_database_that_has_a_district_is_not_asked_about_it(operator: Operator, api: str) -> None:
    await operator.does(*flags(api))
    (operator.folder / "config.toml").unlink()
    done = await operator.does("init", "--base-url", api, typed=typed(TOKEN, "0931-5550100", "", ""))
    assert done.status == 0, done.err
    assert "数据库里已经有桃源社区" in done.out
    assert "社区叫什么" not in done.out
    assert "原来的区域和名册没有动" in done.out
    assert LINK.search(done.out)


async def test_a_database_of_no_use_is_named_before_anything_is_asked(operator: Operator, api: str) -> None:
    (operator.folder / "little-bench.sqlite3").write_bytes(b"a photograph" * 500)
    done = await operator.does("init", "--base-url", api, typed=typed(TOKEN))
    assert done.status == 1
    assert "数据库坏了" in done.err
    assert "令牌" not in done.out
