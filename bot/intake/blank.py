"""The empty table of the lists: titles with a word to each, examples, and which words can be written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from bot.crafts.forms import Form, FormColumn, write_forms
from bot.intake.columns import KINDS, SHEETS
from bot.intake.places import People, Places
from bot.roster.columns import GUIDE, Column, Pair
from domain.areas import AreaKind
from storage.reading import reading

LINES: Sequence[Pair] = (
    ("# 清单表格：怎么填", "# The table of the lists: how to fill it in"),
    ("五张表：需求、资源、项目、场所、百事簿。用得着哪张填哪张，一行写一条。绿底的列要填，浅色的可以空着。", "Five sheets: Needs, Offers, Projects, Venues, Answer book. Fill in whichever you have, one row for each thing. Green columns are needed, pale ones may stay empty."),
    ("鼠标放在表头上，有一句说明。灰色的「示例」行是给您看样子的，不会收，留着、删掉都行。", "Rest the pointer on a title for a word about it. Grey EXAMPLE rows only show how; they are not taken."),
    ("项目分几步就写几行，项目的名字写一样。需求归到项目里，在「归到项目」写项目的名字。", "A project has a row for each step, with the same name in each. A need goes into a project by its name under “In project”."),
    ("写上「结果」就是销号。", "A result strikes the row off."),
    ("# 填好以后", "# When it is filled in"),
    ("存成 .xlsx（WPS 也行），在聊天里直接发给小板凳。先给您看会变什么、哪几行看不懂，您点「收下」才记上。同一张发两次不会重复。", "Save as .xlsx (WPS is fine) and send it to the bot in the chat. You see what would change and which rows are not understood; it counts once you tap Take. The same table sent twice changes nothing."),
    ("# 可以写的词", "# Words that can be written"),
)  # fmt: skip
MOST_NAMES = 200
CHOICES_LONGEST = 250
"""Letters that a spreadsheet program takes for a list of choices."""


def print_blank(url: str, areas: Sequence[str], language: str, zone: str, now: datetime) -> bytes:
    """XLSX; for the child process, which gives `zone` to all that it writes. Raises storage's errors."""
    half = int(language == "en")
    with reading(url, now) as tx:
        tree = tx.areas.tree()
        places, people = Places(tree, areas), People(tx, tree, areas)
    spots = [places.written(area.id, language) for area in places.here if area.kind is not AreaKind.BUILDING]
    names = sorted(pair[half] or pair[0] for pair in people.names.values())
    guide = [line[half] for line in LINES]
    allowed = {("类别", "Kind"): [kind[half] for kind in KINDS], ("在哪里", "Where"): spots, ("姓名", "Names"): names}
    mark = ("：", "、") if not half else (": ", ", ")
    guide += [f"{title[half]}{mark[0]}{mark[1].join(words[:MOST_NAMES])}" for title, words in allowed.items()]
    forms = [
        Form(sheet.title[half], [_column(c, half, spots) for c in sheet.columns], (), [
            [cell[half] for cell in row] for row in sheet.examples
        ])
        for sheet in SHEETS
    ]  # fmt: skip
    out = BytesIO()
    write_forms(out, (GUIDE[half], guide), forms)
    return out.getvalue()


def _column(column: Column, half: int, spots: Sequence[str]) -> FormColumn:
    choices = spots if column.key == "area" else [choice[half] for choice in column.choices]
    if len(",".join(choices)) > CHOICES_LONGEST or any("," in choice for choice in choices):
        choices = ()
    return FormColumn(column.title[half], column.about[half], column.width, column.needed, column.as_text, choices)
