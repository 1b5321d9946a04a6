"""What the district file may hold: one table for each sort of entry, with what to write for each key."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from domain.areas import AreaKind

KINDS = " ".join(AreaKind)
Point = tuple[Annotated[float, Field(ge=-180, le=180)], Annotated[float, Field(ge=-90, le=90)]]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]
ID_LIKE = 'small letters, digits and -, such as "g1" / 小写字母、数字和-，如 "g1"'
POINT_LIKE = "[longitude, latitude] in WGS-84 degrees, such as [103.80, 36.06] / [经度, 纬度]"
CODE_LIKE = '"p" and 4 to 62 letters, digits, _ or -; nobody should guess it / "p"加4到62个字母数字，别让人猜到'


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Named(_Table):
    name: str = Field(min_length=1, max_length=60, description="at most 60 characters / 最多60个字")
    name_en: str = Field(default="", max_length=120, description="at most 120 characters / 最多120个字符")


class AreaEntry(_Named):
    id: Id = Field(description=ID_LIKE)
    kind: AreaKind = Field(description=f"one of / 选一个: {KINDS}")
    parent: str = Field(default="", description="the id of the area around it / 上一级区域的id")
    aliases: tuple[str, ...] = Field(default=(), description='other names, ["…", "…"] / 别的叫法')
    polygon: tuple[Point, ...] = Field(default=(), description=f"[[…], [… ]] of {POINT_LIKE}")
    at: Point | None = Field(default=None, description=POINT_LIKE)


class TalkPointEntry(_Named):
    code: Annotated[str, Field(pattern=r"^p[A-Za-z0-9_-]{4,62}$")] = Field(description=CODE_LIKE)
    area: str
    at: Point | None = Field(default=None, description=POINT_LIKE)


class _PersonEntry(_Named):
    id: Id = Field(description=ID_LIKE)
    phone: str = Field(default="", pattern=r"^(\+?[0-9][0-9 -]{4,19})?$", description='"0931-5550100" / 写电话号码')


class MemberEntry(_PersonEntry):
    grids: dict[str, Annotated[int, Field(ge=1, le=9)]] = Field(
        min_length=1, description="{ g1 = 1, g2 = 2 }: 1 is the first, 2 … the deputies / 1是主责，2往后是副手"
    )


class CoordinatorEntry(_PersonEntry):
    days: str = Field(
        default="", pattern="^[1-7]{0,7}$", description='"135": Monday, Wednesday, Friday; "": every day / 周一是1'
    )
    areas: tuple[str, ...] = Field(min_length=1, description='["…"], ids of communities, streets, districts / 区域id')


class AbsenceEntry(_Table):
    """`to` is the last day of rest."""

    person: str
    from_: date = Field(alias="from", description="2026-12-01")
    to: date = Field(description="2026-12-05")


class DistrictFile(_Table):
    area: tuple[AreaEntry, ...] = Field(min_length=1, description="[[area]]")
    talk_point: tuple[TalkPointEntry, ...] = ()
    member: tuple[MemberEntry, ...] = ()
    coordinator: tuple[CoordinatorEntry, ...] = Field(min_length=1, description="[[coordinator]]")
    absence: tuple[AbsenceEntry, ...] = ()
