"""What the district file may hold: one table for each sort of entry, with what to write for each key."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from domain.areas import AreaKind
from domain.matters.kinds import KINDS as KINDS_OF_MATTER
from domain.people.person import Ability

KINDS = " ".join(AreaKind)
Point = tuple[Annotated[float, Field(ge=-180, le=180)], Annotated[float, Field(ge=-90, le=90)]]
Rank = Annotated[int, Field(ge=1, le=9)]
Word = Annotated[str, Field(min_length=1, max_length=30)]
CODES = " ".join(KINDS_OF_MATTER)
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
    used_for: Literal["homes", "shops"] = Field(default="homes", description='"homes" / "shops": 居民 / 商圈')


class TalkPointEntry(_Named):
    code: Annotated[str, Field(pattern=r"^p[A-Za-z0-9_-]{4,62}$")] = Field(description=CODE_LIKE)
    area: str
    at: Point | None = Field(default=None, description=POINT_LIKE)


class _PersonEntry(_Named):
    """What is not written of skills, limit and kinds stays as it is now. `to` is the last day of service."""

    id: Id = Field(description=ID_LIKE)
    phone: str = Field(default="", pattern=r"^(\+?[0-9][0-9 -]{4,19})?$", description='"0931-5550100" / 写电话号码')
    from_: date | None = Field(default=None, alias="from", description="2026-12-01")
    to: date | None = Field(default=None, description="2027-06-30")
    night: tuple[str, ...] = Field(default=(), description='["g1"]: on duty there at night too / 夜里也值班的网格id')
    skills: tuple[Word, ...] | None = Field(default=None, description='["plumbing", "…"] / 专长')
    most: int | None = Field(default=None, ge=0, le=99, description="how many at once, 0: no limit / 最多几件，0不限")
    takes: tuple[str, ...] | None = Field(default=None, description=f"only these kinds / 只接: {CODES}")
    refuses: tuple[str, ...] | None = Field(default=None, description=f"never these kinds / 不接: {CODES}")

    @property
    def ability(self) -> Ability | None:
        """None when nothing is written of it."""
        said = (self.skills, self.most, self.takes, self.refuses)
        if all(each is None for each in said):
            return None
        skills, takes, refuses = (tuple(sorted(set(each or ()))) for each in (self.skills, self.takes, self.refuses))
        return Ability(self.id, skills, self.most or 0, takes, refuses)


class MemberEntry(_PersonEntry):
    """Appointed to grids, to buildings (楼长), or to any other area with her rank there."""

    grids: dict[str, Rank] = Field(
        default={}, description="{ g1 = 1, g2 = 2 }: 1 is the first, 2 … the deputies / 1是主责，2往后是副手"
    )
    buildings: tuple[str, ...] = Field(default=(), description='["b1"]: the buildings that are hers / 她是楼长的楼')
    areas: dict[str, Rank] = Field(default={}, description="{ street = 1 }: any other area / 别的区域")
    lead: tuple[str, ...] = Field(default=(), description='["g1"]: leads the group of these grids / 她是组长的网格')

    @property
    def places(self) -> dict[str, int]:
        """Area id → rank, 0 where the order of the file decides."""
        return {**self.grids, **dict.fromkeys(self.buildings, 0), **self.areas}


class CoordinatorEntry(_PersonEntry):
    days: str = Field(
        default="", pattern="^[1-7]{0,7}$", description='"135": Monday, Wednesday, Friday; "": every day / 周一是1'
    )
    areas: tuple[str, ...] = Field(min_length=1, description='["…"], ids of communities, streets, districts / 区域id')


class ResourceEntry(_Table):
    """What somebody's employer, or she herself, lends. `until` is the last day."""

    person: str
    what: Word = Field(description='"会议室" / what is lent')
    unit: str = Field(default="", max_length=60, description="whose it is / 哪个单位的")
    how_much: str = Field(default="", max_length=60, description='"30座" / how much of it')
    when: str = Field(default="", max_length=60, description='"周末" / when it is free')
    until: date | None = Field(default=None, description="2027-06-30")


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
    resource: tuple[ResourceEntry, ...] | None = Field(default=None, description="[[resource]]")
