"""A document as somebody reads it who does what it says: commands to type, answers to give, what people do and see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FENCE = re.compile(r"^```(\w+)$")
CODE = re.compile(r"`([^`]*)`")
ENTER = ("Enter", "回车")
Table = list[list[str]]


@dataclass
class Commands:
    """Lines to type in a shell; `answers` are what is typed into the last of them, line by line."""

    lines: list[str]
    answers: list[str] = field(default_factory=list)


@dataclass
class Scene:
    """Rows of who does what and sees what in chat."""

    rows: Table


@dataclass
class Sheet:
    """Rows to fill in, under the sheet's own titles."""

    name: str
    rows: Table


Step = Commands | Scene | Sheet


def steps(page: Path) -> list[Step]:
    """What is to be done, in order. A table of two columns after commands is what is typed into them."""
    found: list[Step] = []
    for heading, block in _blocks(page.read_text("utf-8").splitlines()):
        if isinstance(block, str):
            found.append(Commands(block.splitlines()))
        elif len(block[0]) == 2 and isinstance(found[-1], Commands) and not found[-1].answers and _typed(block):
            found[-1].answers = [_answer(row[1]) for row in block[1:]]
        elif len(block[0]) == 3 and block[0][1] in ("does", "做什么"):
            found.append(Scene(block[1:]))
        elif heading:
            found.append(Sheet(heading, block))
    return found


def _typed(table: Table) -> bool:
    return table[0][1] in ("you type", "您写")


def _answer(cell: str) -> str:
    code = CODE.fullmatch(cell)
    return "" if cell in ENTER else code.group(1) if code else cell


def _blocks(lines: list[str]) -> Iterator[tuple[str, str | Table]]:
    """Fences of `sh` as text, tables as rows of cells; each with the bold words that stand alone before it."""
    at, heading = 0, ""
    while at < len(lines):
        line = lines[at]
        if fence := FENCE.match(line):
            end = lines.index("```", at + 1)
            if fence.group(1) == "sh":
                yield "", "\n".join(lines[at + 1 : end])
            at = end
        elif line.startswith("|"):
            end = next((n for n in range(at, len(lines)) if not lines[n].startswith("|")), len(lines))
            yield heading, [_cells(row) for n, row in enumerate(lines[at:end]) if n != 1]
            at, heading = end - 1, ""
        elif line.strip():
            heading = bold.group(1) if (bold := re.fullmatch(r"\*\*(.+)\*\*", line)) else ""
        at += 1


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def server_lines(page: Path) -> list[str]:
    """The lines meant for a real server, which no test can type: `bash` fences, continued lines joined."""
    found, inside = [], False
    for line in page.read_text("utf-8").replace("\\\n", " ").splitlines():
        if line.startswith("```"):
            inside = line == "```bash"
        elif inside and line.strip() and not line.lstrip().startswith("#"):
            found.append(line.split("  # ")[0].strip())
    return found
