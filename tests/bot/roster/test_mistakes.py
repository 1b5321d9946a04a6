"""Every kind of mistake in a roster is named by sheet, row and column, with what to write, in both languages."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from tests.bot.roster.books import Spoil, add, book, put, said


def without_sheet(workbook: Workbook) -> None:
    del workbook["值班"]


def without_column(workbook: Workbook) -> None:
    workbook["委员"].delete_cols(4)


def emptied(workbook: Workbook) -> None:
    workbook["网格"].delete_rows(2, 9)


def bare(workbook: Workbook) -> None:
    workbook["委员"].delete_rows(1, 9)


def merged_title(workbook: Workbook) -> None:
    workbook["委员"].merge_cells("C1:D1")


def twice(workbook: Workbook) -> None:
    workbook.create_sheet("委员名单").append(["姓名", "主责网格"])


MISTAKES: list[tuple[str, Spoil | tuple[Spoil, ...], str]] = [
    ("a sheet is missing", without_sheet, "少了「值班」这张表"),
    ("a sheet is there twice", twice, "有两张「委员」"),
    ("a column is missing", without_column, "委员：少了「主责网格」这一列"),
    ("a column is there twice", put("委员", "C1", "手机"), "委员：有两列都叫「电话」"),
    ("a title was merged away", merged_title, "委员：少了「主责网格」这一列：在表头加上；合并的表头要拆开"),
    ("no titles at all", bare, "委员：找不到表头：第一行要有 姓名、主责网格"),
    ("a sheet without rows", emptied, "网格：一行也没有填"),
    ("an unknown grid", put("委员", "D3", "桃园二网格"), "委员 第3行 主责网格：「网格」表里没有「桃园二网格」，是不是「桃源二网格」"),
    ("a telephone twice", put("委员", "B3", "138-0000-0001"), "委员 第3行 电话：和第2行重复了（王芳），一人一个号码"),
    ("a telephone of somebody at the desk", put("值班", "B2", 13800000001.0), "值班 第2行 电话：和「委员」第2行重复了（王芳）"),
    ("a telephone that is none", put("委员", "B2", "下班打"), "委员 第2行 电话：下班打 不像电话号码：手机写11位"),
    ("a telephone cut short", put("委员", "B2", "1380000001"), "委员 第2行 电话：1380000001 少了几位：手机要11位，这里只有10位"),
    ("a telephone with a digit too many", put("委员", "B2", "138000000011"), "多了几位：手机要11位，这里有12位"),
    ("a telephone that lost its 0", put("值班", "B2", 9315550100), "9315550100 是不是少了开头的 0"),
    ("a telephone in scientific notation", put("委员", "B2", "1.38E+10"), "科学计数"),
    ("one person in two rows", add("委员", "王芳", "13800000001", "", "桃源二网格"), "委员 第4行 电话：王芳第2行已经有了（电话一样）：一人一行"),
    (
        "two of one name without telephones",
        (put("委员", "A3", "王芳"), put("委员", "B3", None)),
        "委员 第3行 姓名：第2行也叫王芳，分不清是不是一个人：两行都写上电话",
    ),
    ("deputies but nobody first", put("委员", "D2", None), "网格 第2行 网格：有副手（张伟），没有主责"),
    ("two are first", put("委员", "D3", "桃源一网格"), "委员 第3行 主责网格：「桃源一网格」已经有主责（第2行王芳）"),
    ("first and deputy in one grid", put("委员", "E2", "桃源一网格"), "委员 第2行 副手网格：「桃源一网格」既是主责又是副手"),
    ("a member without a grid", (put("委员", "D2", None), put("委员", "E2", None)), "委员 第2行 主责网格：王芳哪个网格也没有写"),
    ("an order that cannot be", put("委员", "E2", "桃源二网格(1)"), "名次写 2 到 9"),
    ("a grid that no desk answers for", add("网格", "", "", "杏林社区", "杏林一网格"), "网格 第4行 网格：它所在的社区、街道、区都没有人值班"),
    ("a grid twice", add("网格", "", "", "桃源社区", "桃源 一网格"), "网格 第4行 网格：「桃源社区」里有两个「桃源 一网格」（第2行）"),
    ("a community in two streets", put("网格", "B3", "杏林街道"), "网格 第3行 街道：「桃源社区」在第2行属于「河湾街道」"),
    ("a grid without a community", put("网格", "C2", None), "网格 第2行 社区：空着"),
    ("a building in two grids", add("小区和楼", "", "桃源二网格", "桃源里", "三号楼"), "小区和楼 第4行 楼：「桃源里3号楼」第2行写在「桃源一网格」"),
    ("a building twice", add("小区和楼", "", "桃源一网格", "桃源里", 2), "小区和楼 第4行 楼：「桃源里2号楼」第2行已经有了"),
    ("a building without a grid", put("小区和楼", "B2", ""), "小区和楼 第2行 网格：空着，这一格要填"),
    ("buildings that nobody can count", put("小区和楼", "D2", "9-1号楼"), "小区和楼 第2行 楼：看不懂「9-1号楼」"),
    ("a number that became a date", put("小区和楼", "D2", date(2026, 1, 3)), "被表格改成了日期（2026-01-03）"),
    ("a desk of an unknown area", put("值班", "C2", "桃园社区"), "值班 第2行 管哪里：没有叫「桃园社区」的社区、街道或区，是不是「桃源社区」"),
    ("a desk of a grid", put("值班", "C2", "桃源一网格"), "值班 第2行 管哪里：「桃源一网格」是网格"),
    ("a desk twice", add("值班", "马丽", "0931-5550100", "桃源社区"), "值班 第3行 管哪里：马丽管「桃源社区」，第2行已经写过"),
    ("no name", put("委员", "A2", "  "), "委员 第2行 姓名：空着"),
    ("a name too long", put("委员", "A2", "王" * 61), "委员 第2行 姓名：太长了（61个字），最多60个字"),
    ("weekdays that are none", put("值班", "D2", "有空就来"), "值班 第2行 星期几：看不懂「有空就来」：写 周一、周三"),
    ("a talk point nowhere", put("说事点", "C2", None), "说事点 第2行 在哪里：空着"),
    ("a talk point in an unknown place", put("说事点", "C2", "东门外"), "说事点 第2行 在哪里：没有叫「东门外」的网格、小区或楼"),
    ("a talk point in a whole community", put("说事点", "C2", "桃源社区"), "说事点 第2行 在哪里：「桃源社区」太大了"),
    ("a talk point twice", add("说事点", "桃源里 东门", "", "桃源里1号楼"), "说事点 第3行 名称：「桃源里 东门」第2行已经有了"),
    ("a formula nobody computed", put("委员", "A2", "=Z99"), "委员 第2行 姓名：是一个还没算出来的公式"),
    ("yes instead of a name", put("委员", "A2", True), "委员 第2行 姓名：这里不能是 TRUE"),
    ("a code copied with its row", (put("网格", "G2", "g1"), put("网格", "G3", "g1")), "网格 第3行 代码：和第2行的代码一样"),
    ("a code for several buildings", put("小区和楼", "G2", "b1"), "小区和楼 第2行 代码：一行写了几栋楼，代码要空着"),
]  # fmt: skip


@pytest.mark.parametrize(("spoils", "words"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_mistake_is_named_with_what_to_write(tmp_path: Path, spoils: Spoil | tuple[Spoil, ...], words: str) -> None:
    path = book(tmp_path, *(spoils if isinstance(spoils, tuple) else (spoils,)))
    lines = said(path)
    assert any(words in line for line in lines), lines
    english = said(path, language="en")
    assert len(english) == len(lines)
    assert not any(any("\u4e00" <= c <= "\u9fff" for c in line.partition(":")[0]) for line in english), english


def test_there_are_more_than_twenty_kinds() -> None:
    assert len({words for _, _, words in MISTAKES}) >= 40


def test_all_of_them_are_told_at_once_in_the_order_of_the_workbook(tmp_path: Path) -> None:
    path = book(
        tmp_path, put("网格", "C2", None), put("委员", "B2", "x"), put("委员", "B3", "1"), put("值班", "D2", "?")
    )
    places = [line.partition("：")[0] for line in said(path)]
    assert places == ["网格 第2行 社区", "委员 第2行 电话", "委员 第3行 电话", "值班 第2行 星期几"]


@pytest.mark.parametrize(
    "spoil",
    [
        emptied,
        without_sheet,
        put("委员", "B3", "138-0000-0001"),
        put("委员", "D3", "桃园二网格"),
        put("委员", "A2", True),
        put("网格", "B3", "杏林街道"),
        put("值班", "C2", "桃园社区"),
        put("值班", "C2", "桃源一网格"),
    ],
)
def test_one_mistake_does_not_bring_others_with_it(tmp_path: Path, spoil: Spoil) -> None:
    assert len(said(book(tmp_path, spoil))) == 1


# ---- files that are no roster --------------------------------------------------------------------------------------

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 and then nothing more", "另存为 .xlsx"),
        (b"", "另存为 .xlsx"),
        (b"hello", "另存为 .xlsx"),
        (OLD + b"\0" * 600 + "Workbook".encode("utf-16-le"), "老格式"),
        (OLD + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "去掉密码"),
        (bytes(range(128, 256)) * 40, "另存为 .xlsx"),
        ("花名册\n张伟,13800000000\n".encode(), "看不出是哪张表"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_the_way_out(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "册.xlsx"
    path.write_bytes(content)
    [line] = said(path)
    assert line.startswith("册.xlsx：")
    assert words in line


def test_half_a_workbook(tmp_path: Path) -> None:
    path = book(tmp_path)
    path.write_bytes(path.read_bytes()[:3000])
    assert "打不开" in said(path)[0]


def test_a_cell_that_shows_an_error(tmp_path: Path) -> None:
    path = book(tmp_path)
    spoiled = tmp_path / "spoiled.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(spoiled, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename.endswith("sheet3.xml"):
                start = content.index(b'<c r="D3"')
                end = content.index(b"</c>", start) + 4
                content = content[:start] + b'<c r="D3" t="e"><f>Z1</f><v>#REF!</v></c>' + content[end:]
            new.writestr(entry, content)
    assert "委员 第3行 主责网格：表里显示 #REF!，是公式出错了：直接写上文字" in said(spoiled)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    [line] = said(tmp_path / "nowhere.xlsx")
    assert line.startswith("nowhere.xlsx：没有这个文件")


@pytest.mark.parametrize(("says", "words"), [(0, "太大了"), (200, "打不开")])
def test_a_small_file_that_unpacks_to_a_flood_is_refused_before_it_is(tmp_path: Path, says: int, words: str) -> None:
    """`says` is the size that it claims, 0 for the true one."""
    path = inflated(book(tmp_path), megabytes=110, says=says)
    assert path.stat().st_size < 300_000
    tracemalloc.start()
    try:
        assert words in said(path)[0]
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("cell", [b"<c r='XFD1048576'><v>1</v></c>", b'<x:c r = "A1048576"><x:v>1</x:v></x:c>'])
def test_a_far_cell_written_in_another_way_is_refused_too(tmp_path: Path, cell: bytes) -> None:
    path, far = book(tmp_path), tmp_path / "far.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(far, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename.endswith("sheet1.xml"):
                content = content.replace(b"</row>", cell + b"</row>", 1)
            new.writestr(entry, content)
    assert "太大了" in said(far)[0]


def inflated(path: Path, megabytes: int, says: int) -> Path:
    """Its first sheet holds as many zeros more."""
    with zipfile.ZipFile(path) as sound, zipfile.ZipFile(path.with_name("大.xlsx"), "w", zipfile.ZIP_DEFLATED) as bomb:
        for entry in sound.infolist():
            with bomb.open(entry.filename, "w") as part:
                part.write(sound.read(entry))
                if entry.filename.endswith("sheet1.xml"):
                    for _ in range(megabytes):
                        part.write(b"0" * 1_000_000)
    with zipfile.ZipFile(path.with_name("大.xlsx")) as bomb:
        [true] = [entry.file_size for entry in bomb.infolist() if entry.filename.endswith("sheet1.xml")]
    content = path.with_name("大.xlsx").read_bytes()
    path.write_bytes(content.replace(struct.pack("<I", true), struct.pack("<I", says or true)))
    return path


def test_a_sheet_that_reaches_to_the_end_of_the_world(tmp_path: Path) -> None:
    path = book(tmp_path, put("网格", "XFD1048576", "x"))
    assert "太大了" in said(path)[0]
