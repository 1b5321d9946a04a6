"""TOML files that people write: read with line numbers, and every mistake told at once with what to write instead."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

Model = TypeVar("Model", bound=BaseModel)
Step = int | str
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
SAID = {
    "missing": "this key is needed / 缺这一项",
    "string_too_short": "may not be empty / 不能空着",
    "too_short": "needs at least one entry / 至少要一项",
    "string_type": 'needs a text in "quotes" / 要写成带引号的文字',
    "int_parsing": "needs a whole number / 要写整数",
    "int_type": "needs a whole number / 要写整数",
}


class Mistakes(Exception):
    """Everything that is wrong with a file; nothing of it was put in force."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = list(lines)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its values, and the line at which each key and table stands."""

    path: Path
    body: Mapping[str, Any]
    lines: Mapping[tuple[Step, ...], int]

    def parsed(self, model: type[Model]) -> Model:
        """The file as this model; raises Mistakes with a line for each thing that is wrong. Values are not repeated."""
        try:
            return model.model_validate(self.body)
        except ValidationError as error:
            found = error.errors(include_input=False, include_url=False, include_context=False)
            raise Mistakes(
                [self.told(e["loc"], _advice(model, e["loc"], e["type"], e["msg"])) for e in found]
            ) from None

    def told(self, location: Sequence[Step], advice: str) -> str:
        """One line such as `district.toml:12 · member 3 (王芳) · grids: this key is needed / 缺这一项`."""
        place = tuple(location)
        while place and place not in self.lines:
            place = place[:-1]
        line = f":{self.lines[place]}" if place else ""
        return f"{self.path.name}{line} · {self._named(location)}: {advice}"

    def _named(self, location: Sequence[Step]) -> str:
        words: list[str] = []
        body: Any = self.body
        for step in location:
            if isinstance(step, int):
                body = body[step] if isinstance(body, list) and step < len(body) else {}
                name = (body.get("name") or body.get("id")) if isinstance(body, dict) else None
                words[-1:] = [f"{words[-1]} {step + 1}" + (f" ({name})" if name else "")]
            elif step != "[key]":
                body = body.get(step, {}) if isinstance(body, dict) else {}
                words.append(step)
        return " · ".join(words)


def read_toml(path: Path) -> Source:
    """Reads the file; raises Mistakes when there is none or it is no TOML."""
    try:
        text = path.read_text("utf-8-sig")
        return Source(path, tomllib.loads(text), _lines(text))
    except (FileNotFoundError, IsADirectoryError):
        raise Mistakes([f"{path}: there is no such file / 没有这个文件"]) from None
    except UnicodeDecodeError:
        raise Mistakes([f"{path.name}: save it as UTF-8 / 请存成UTF-8编码"]) from None
    except tomllib.TOMLDecodeError as error:
        raise Mistakes([f"{path.name}: {error} · is a quote or bracket missing? / 看看引号、括号是不是少了"]) from None


def _lines(text: str) -> dict[tuple[Step, ...], int]:
    lines: dict[tuple[Step, ...], int] = {}
    counts: dict[tuple[Step, ...], int] = {}
    table: tuple[Step, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if head := _TABLE.match(line):
            table = _steps(head[2])
            if head[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                lines.setdefault(table, number)
                table = (*table, counts[table])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            steps = (*table, *_steps(key[1]))
            for end in range(len(table) + 1, len(steps) + 1):
                lines.setdefault(steps[:end], number)
    return lines


def _steps(dotted: str) -> tuple[Step, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _advice(model: type[BaseModel], location: Sequence[Step], type: str, message: str) -> str:
    """What to write: the key's own description, else what the sort of mistake says."""
    if type == "extra_forbidden":
        near = get_close_matches(str(location[-1]), _keys(_model_at(model, location[:-1])), n=1)
        return "there is no such key / 没有这个键" + (f" · {near[0]}?" if near else "")
    described = next(filter(None, (_description(model, location[:end]) for end in range(len(location), 0, -1))), None)
    said = SAID.get(type) or message.removeprefix("Value error, ")
    if described is None:
        return said
    return f"{said}: {described}" if type in SAID else described


def _description(model: type[BaseModel], location: Sequence[Step]) -> str | None:
    table = _model_at(model, location[:-1])
    field = table.model_fields.get(str(location[-1])) if table else None
    return field.description if field else None


def _keys(model: type[BaseModel] | None) -> list[str]:
    return list(model.model_fields) if model else []


def _model_at(model: type[BaseModel], location: Sequence[Step]) -> type[BaseModel] | None:
    """The model that describes the table at this place."""
    found: type[BaseModel] | None = model
    for step in location:
        if isinstance(step, int):
            continue
        field = found.model_fields.get(step) if found else None
        found = _model_in(field.annotation) if field else None
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)
