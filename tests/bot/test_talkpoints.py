"""`talkpoints`: posters that telephones can read and people can find, one file for each."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from bot.config import load_config
from bot.district import District, load
from bot.handouts import safe_name
from domain.areas import Area, AreaKind, TalkPoint
from domain.people.person import Appointment, Person, Role
from tests.bot.operator import Operator
from tests.bot.program import Program

LINK = "https://t.me/little_bench_bot"


async def has(program: Program, *points: TalkPoint) -> None:
    """A community of one grid with these talk points is in force."""
    areas = (Area("c", AreaKind.COMMUNITY, "", "桃源社区"), Area("g", AreaKind.GRID, "c", "一网格"))
    district = District(areas, points, (Person("ma", "马丽"),), (Appointment("ma", "c", Role.COORDINATOR),))
    await program.rows(lambda tx: load(tx, district, load_config(program.config, {}).place.zone))


def read(picture: Path) -> str:
    found = zxingcpp.read_barcode(Image.open(picture))
    return found.text if found else ""


@pytest.mark.asyncio
async def test_each_point_has_its_posters_and_all_are_in_one(program: Program, operator: Operator) -> None:
    await has(program, TalkPoint("pgate1", "g", "东门口"), TalkPoint("pshop2", "g", "菜店"))
    done = await operator.does("talkpoints")
    assert done.status == 0, done.err
    folder = operator.folder / "posters"
    kinds = ("-A4.pdf", "-A5.pdf", ".png")
    singles = {f"{name}{kind}" for name in ("东门口", "菜店") for kind in kinds}
    assert {path.name for path in folder.iterdir()} == singles | {"全部说事点-A4.pdf", "全部说事点-A5.pdf"}
    assert [len(PdfReader(folder / f"全部说事点-{paper}.pdf").pages) for paper in ("A4", "A5")] == [2, 2]
    assert [read(folder / f"{name}.png") for name in ("东门口", "菜店")] == [
        f"{LINK}?start=pgate1", f"{LINK}?start=pshop2"
    ]  # fmt: skip


@pytest.mark.asyncio
@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("A5", (420, 595))])
async def test_a_poster_is_one_page_that_says_what_to_do(
    program: Program, operator: Operator, paper: str, size: tuple[int, int]
) -> None:
    await has(program, TalkPoint("pgate1", "g", "东门口"))
    await operator.does("talkpoints")
    (page,) = PdfReader(operator.folder / "posters" / f"东门口-{paper}.pdf").pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size
    words = page.extract_text()
    for said in ("东门口", "扫一扫", "点「开始」", "按住说话", "0931-5550100", "119", "谁看得到", "Scan, press Start"):
        assert said in words


@pytest.mark.asyncio
async def test_only_one_is_made_when_one_is_named(program: Program, operator: Operator) -> None:
    await has(program, TalkPoint("pgate1", "g", "东门口"), TalkPoint("pshop2", "g", "菜店"))
    await operator.does("talkpoints", "--point", "菜店", "--out", "walls")
    assert {path.name for path in (operator.folder / "walls").iterdir()} == {"菜店-A4.pdf", "菜店-A5.pdf", "菜店.png"}
    unknown = await operator.does("talkpoints", "--point", "菜点")
    assert (unknown.status, "菜店" in unknown.err) == (1, True)


@pytest.mark.asyncio
async def test_hostile_names_are_printed_and_make_safe_files(program: Program, operator: Operator) -> None:
    names = ('../../etc/"东门" #1 $x \\ *粗*', "东门" * 30, "东门" * 30 + "二", "👵门口")
    await has(program, *(TalkPoint(f"pcode{n}", "g", name) for n, name in enumerate(names)))
    done = await operator.does("talkpoints")
    assert done.status == 0, done.err
    pictures = sorted((operator.folder / "posters").glob("*.png"))
    assert {read(picture) for picture in pictures} == {f"{LINK}?start=pcode{n}" for n in range(4)}
    assert operator.files == {"config.toml", "posters"} | {name for name in operator.files if "sqlite3" in name}


@pytest.mark.asyncio
async def test_without_talk_points_there_is_one_for_the_whole_community(program: Program, operator: Operator) -> None:
    await has(program)
    done = await operator.does("talkpoints")
    assert "名册里还没有说事点" in done.out
    assert read(operator.folder / "posters" / "桃源社区.png") == LINK


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("桃源里 3号楼", "桃源里 3号楼"),
        ("a/b\\c:d", "a b c d"),
        ("..", "_"),
        ("con", "_con"),
        ("", "_"),
        ("\u202e门\n口", "门 口"),
    ],
)
def test_a_name_becomes_a_safe_file_name(called: str, name: str) -> None:
    assert safe_name(called) == name
