"""A mistake in a roster: where it stands and what to write instead, in either language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.roster.columns import SHEETS, Column, Sheet
from bot.roster.words import word


@dataclass(frozen=True, slots=True)
class Mistake:
    """`row` as the sheet itself counts, from 1; 0 is the whole sheet. A value that is a pair is (Chinese, English)."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    sheet: Sheet | None = None
    row: int = 0
    column: Column | None = None
    file: str = ""

    def said(self, language: str) -> str:
        """委员 第7行 电话：和第3行重复了（张伟），一人一个号码."""
        values = {name: _half(value, language) for name, value in self.values.items()}
        sentence = word(self.key, language, **values)
        place = self._place(language)
        if not place:
            return sentence
        return f"{place}: {sentence}" if language == "en" else f"{place}：{sentence}"

    def _place(self, language: str) -> str:
        title = _half(self.sheet.title, language) if self.sheet else ""
        row = ("第{}行", "row {}")[language == "en"].format(self.row) if self.row else ""
        column = _half(self.column.title, language) if self.column else ""
        return " ".join(part for part in (self.file, str(title), row, str(column)) if part)

    @property
    def order(self) -> tuple[int, int, int]:
        """As the eye goes through the workbook."""
        sheet = SHEETS.index(self.sheet) if self.sheet else -1
        column = list(self.sheet.columns).index(self.column) if self.sheet and self.column else -1
        return sheet, self.row, column


def _half(value: object, language: str) -> object:
    return value[language == "en"] if isinstance(value, tuple) else value


class RosterMistakes(Exception):
    """Everything that is wrong with a roster; nothing of it was put in force."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = sorted(mistakes, key=lambda mistake: mistake.order)
        super().__init__("\n".join(self.said("en")))

    def said(self, language: str) -> list[str]:
        return list(dict.fromkeys(mistake.said(language) for mistake in self.mistakes))
