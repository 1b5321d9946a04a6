"""`invite`: who is missing, a link for one, and a sheet, pictures and words for all; each link only once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from bot.clock import SystemClock
from domain.messages import Address
from storage.transaction import Transaction
from tests.bot.operator import Operator
from tests.bot.program import Program

pytestmark = pytest.mark.asyncio
LINK = re.compile(r"https://t\.me/little_bench_bot\?start=(i[0-9a-f]{32})")


def links(words: str) -> list[str]:
    return [found[0] for found in LINK.finditer(words)]


async def alive(program: Program, found: Sequence[str]) -> list[bool]:
    """Whether each of these links can still be used."""
    hashes = [hashlib.sha256(link.partition("=")[2].encode()).hexdigest() for link in found]

    invitations = await program.rows(lambda tx: [tx.roster.invitation(code) for code in hashes])
    return [i is not None and not i.expired(SystemClock().now()) for i in invitations]


async def joins(program: Program, *people: str) -> None:
    def act(tx: Transaction) -> None:
        for number, person in enumerate(people, 500):
            tx.people.bind(person, Address("telegram", str(number)))

    await program.rows(act)


async def test_alone_it_tells_who_is_missing_and_makes_no_link(program: Program, operator: Operator) -> None:
    await joins(program, "wang")
    done = await operator.does("invite")
    assert done.status == 0
    assert "加入了的 1 位：王芳" in done.out
    assert "陈亮" in done.out.partition("还没加入的 11 位：")[2]
    assert not links(done.out)


async def test_one_link_is_shown_with_its_code_and_only_its_hash_is_kept(program: Program, operator: Operator) -> None:
    done = await operator.does("invite", "王芳")
    (link,) = links(done.out)
    assert "王芳（桃源一网格" in done.out
    assert "█▀" in done.out
    assert await alive(program, [link])
    kept = b"".join(file.read_bytes() for file in program.directory.glob("bench.sqlite3*"))
    assert link.partition("=")[2].encode() not in kept


async def test_a_new_link_puts_the_same_persons_earlier_one_out_of_use(program: Program, operator: Operator) -> None:
    first = links((await operator.does("invite", "王芳")).out)
    other = links((await operator.does("invite", "chen")).out)
    second = links((await operator.does("invite", "wang")).out)
    assert await alive(program, [*first, *other, *second]) == [False, True, True]


async def test_for_all_there_are_a_sheet_words_and_a_picture_for_each_who_is_missing(
    program: Program, operator: Operator
) -> None:
    await joins(program, "wang")
    done = await operator.does("invite", "--all", "--out", "out")
    assert done.status == 0, done.err
    assert "已经加入、没有再请的 1 位：王芳" in done.out
    out = operator.folder / "out"
    words = (out / "邀请-转发用.txt").read_text("utf-8")
    assert len(links(words)) == 11
    assert {read(picture) for picture in out.glob("*.png")} == set(links(words))
    ma = next(paragraph for paragraph in words.split("\n\n") if paragraph.startswith("马丽"))
    assert [read(out / "马丽.png")] == links(ma)
    assert "王芳.png" not in {path.name for path in out.iterdir()}


async def test_whoever_has_joined_since_leaves_no_dead_picture_behind(program: Program, operator: Operator) -> None:
    await operator.does("invite", "--all", "--out", "out")
    await joins(program, "wang")
    await operator.does("invite", "--all", "--out", "out")
    pictures = {path.name for path in (operator.folder / "out").glob("*.png")}
    assert (len(pictures), "王芳.png" in pictures) == (11, False)


async def test_the_sheet_has_eight_to_a_page_with_names_areas_and_the_telephone(
    program: Program, operator: Operator
) -> None:
    await operator.does("invite", "--all")
    pages = PdfReader(operator.folder / "invitations" / "邀请-裁开用.pdf").pages
    assert len(pages) == 2
    first, words = pages[0].mediabox, pages[0].extract_text()
    assert (round(first.width), round(first.height)) == (595, 842)
    assert words.count("点「开始」") == 8
    assert "0931-5550100" in words
    assert "前有效，只能用一次" in words


async def test_what_opens_somebodys_place_is_readable_by_its_owner_alone(program: Program, operator: Operator) -> None:
    await operator.does("invite", "--all")
    folder = operator.folder / "invitations"
    assert all(path.stat().st_mode & 0o077 == 0 for path in (folder, *folder.iterdir()))


async def test_nobody_of_that_name_is_told(program: Program, operator: Operator) -> None:
    done = await operator.does("invite", "孙悟空")
    assert (done.status, "孙悟空" in done.err) == (1, True)
    nearly = await operator.does("invite", "王方")
    assert "是不是 王芳" in nearly.err


async def test_before_there_is_a_district_it_says_what_to_do_first(operator: Operator, api: str) -> None:
    Program(operator.folder, api)
    done = await operator.does("invite")
    assert (done.status, "还没有区域" in done.err) == (1, True)


async def test_without_telegram_it_says_so_and_uses_up_nothing(program: Program, operator: Operator) -> None:
    before = links((await operator.does("invite", "王芳")).out)
    program.configure(bot={"base_url": "http://127.0.0.1:9"})
    done = await operator.does("invite", "王芳")
    assert (done.status, "那头拒绝连接" in done.err) == (1, True)
    assert await alive(program, before) == [True]


def read(picture: Path) -> str:
    found = zxingcpp.read_barcode(Image.open(picture))
    return found.text if found else ""
