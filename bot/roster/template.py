"""The roster as a file to fill in: one workbook, or a folder of CSV; empty with examples, or with what runs now."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from bot.crafts.forms import Form, FormColumn, write_forms
from bot.district import District
from bot.roster.columns import GUIDE, SHEETS, Sheet
from bot.roster.writing import Written

NAMES = ("小板凳-名册", "little-bench-roster")
LINES: Sequence[tuple[str, str]] = (
    ("# 小板凳名册：怎么填", "# The roster of Little Bench: how to fill it in"),
    ("一张表填一样东西，从左往右：网格、小区和楼、委员、值班、说事点、资源。绿底的列要填，浅色的可以空着。", "One sheet for each thing, from left to right: Grids, Buildings, Members, Duty desk, Talk points, Resources. Green columns are needed, pale ones may stay empty."),
    ("鼠标放在表头上，有一句说明。灰色的「示例」行是给您看样子的，不会读，留着、删掉都行。", "Rest the pointer on a title for a word about it. Grey EXAMPLE rows only show how; they are not read."),
    ("# 一张一张填", "# Sheet by sheet"),
    ("网格：一行一个网格，写明属于哪个社区、街道、区。", "Grids: one a row, with the community, street and district it belongs to."),
    ("小区和楼：写在哪个网格。3号楼、三号楼都行，几栋楼可以写在一行：1-6号楼。", "Buildings: in which grid. Several in a row are fine: 1-6."),
    ("委员：一人一行。主责网格先找她；副手网格是主责不在时找她。几个网格用顿号隔开。", "Members: one person a row. In her first grids she is asked first, as a deputy when the first is away. Commas between."),
    ("值班：社区、街道或区的案头，没人接的事到这里。每个网格上面至少有一位。", "Duty desk: for a community, street or district; what nobody takes comes here. At least one above each grid."),
    ("说事点：贴二维码的地方，写它在哪个网格或哪栋楼。码由系统来编，贴出去就一直能用。", "Talk points: where a QR code hangs, and in which grid or building. The codes are made for you and stay good."),
    ("资源：单位或自己能借出来的：会议室、车、一小时律师。写上谁能借来，多少、什么时候能用。", "Resources: what an employer or somebody herself lends, such as a meeting room, a van, an hour of a lawyer: who lends it, how much, when."),
    ("# 哪天起、会什么、接哪些", "# Since when, what she can do, which kinds"),
    ("「楼院」写她当楼长的楼，那栋楼的事先找她。「组长」「夜班」写网格名，只有一处就写「是」。起止日期写成 2026-12-01，几处不一样就写在名字后面：桃源一网格 2026-12-01。", "Under Buildings write those that are hers; their matters come to her first. Under Leads and Night duty write the grid, or yes. Days are written 2026-12-01, behind the name where they differ: Peach grid 1 2026-12-01."),
    ("「专长」「最多几件」「只接」「不接」空着，就是没有专长、件数不限、什么都接。整列不要，就照现在的不动：在聊天里改过的都留着；列在、格子空着，就是清空。", "Empty cells under Skills, At most, Only and Not mean: none, no limit, every kind. A column that you leave out changes nothing: what was edited in chat stays; an empty cell in a column that is there empties it."),
    ("# 最右边的「代码」", "# The column Code on the right"),
    ("系统写的，别改。改名字的时候靠它认出是同一个；新的一行空着就行。复制一行以后，把代码清空。", "Written by the program, leave it. By it a new name is known to be the same thing; leave it empty in a new row, clear it in a copied one."),
    ("# 填好以后", "# When it is filled in"),
    ("存成 .xlsx（WPS 也行），运行 little-bench load 加文件名。哪里不对会说清楚第几行、该写什么；先给您看会变什么，点头才装。机器人不用停。", "Save as .xlsx (WPS is fine) and run little-bench load with its name. What is wrong is told by row, with what to write; you see what would change before anything does. The bot need not stop."),
    ("以后要改：little-bench template --current 写出现在的名册，改完再 load。案头在聊天里改的也在里面。从表里删掉的人和地方，会先列给您看；会盖掉谁在聊天里改的，也说清楚。", "To change something later: little-bench template --current writes out what runs now; what desks edited in chat is in it too. Edit and load it. Whoever you take off is listed before anything happens, and so is what somebody edited in chat and you change back."),
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_template(path: Path, language: str, current: District | None) -> None:
    """One workbook at this path; with `current` the roster in force instead of examples."""
    half = int(language == "en")
    forms = [
        Form(
            sheet.title[half],
            [
                FormColumn(
                    c.title[half], c.about[half], c.width, c.needed, c.as_text, [choice[half] for choice in c.choices]
                )
                for c in sheet.columns
            ],
            Written(current, half).rows(sheet) if current else (),
            () if current else _examples(sheet, half),
        )
        for sheet in SHEETS
    ]
    write_forms(path, (GUIDE[half], [line[half] for line in LINES]), forms)


def write_folder(folder: Path, language: str, current: District | None) -> list[Path]:
    """The same as CSV that Excel opens by itself, one file for each sheet."""
    half = int(language == "en")
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number, sheet in enumerate(SHEETS, 1):
        files.append(folder / f"{number}-{sheet.title[half]}.csv")
        rows = Written(current, half).rows(sheet) if current else _examples(sheet, half)
        with files[-1].open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(column.title[half] for column in sheet.columns)
            writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return files


def _examples(sheet: Sheet, half: int) -> list[list[str]]:
    return [[cell[half] for cell in row] for row in sheet.examples]


def _harmless(cell: str) -> str:
    """What a spreadsheet program would take for a formula gets an apostrophe, which reading takes off again."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
