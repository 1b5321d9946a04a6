"""The tables of the configuration, key by key, and what each may hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from bot.written import (
    HOURS_LIKE,
    MONTH_DAY_LIKE,
    ClockTime,
    DaysKept,
    HourSpans,
    MonthDay,
    Span,
    WebAddress,
    Zone,
)
from domain.clocks import HOTLINE, RUNGS, Pace
from domain.matters.matter import Level
from domain.matters.seasons import Pack, heating_pack

_NOTHING = SecretStr("")
BOT_FATHERS = '"123456:ABC…" as @BotFather gives it / @BotFather 给的那一串'
LONG_WORD = "16 to 256 letters, digits, _ or - / 16到256个字母、数字、_或-"
HTTP_PROXY = '"http://host:port", or "" for none / 写 "http://主机:端口"，不用就写 ""'
DATABASE_URL = '"sqlite:///little-bench.sqlite3" or "postgresql://user:password@host/name" / 二选一'


class Mode(StrEnum):
    POLLING = "polling"
    WEBHOOK = "webhook"


class ConfigTable(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, hide_input_in_errors=True)


class BotTable(ConfigTable):
    token: SecretStr = Field(default=_NOTHING, description=BOT_FATHERS)
    token_file: str = Field(default="", description='the name of a file, "token.txt" / 写文件名')
    base_url: WebAddress = Field(default="https://api.telegram.org", description='"https://api.telegram.org" / 写网址')
    mode: Mode = Field(default=Mode.POLLING, description='write "polling" or "webhook" / 写 "polling" 或 "webhook"')
    proxy: SecretStr = Field(default=_NOTHING, description=HTTP_PROXY)


class WebhookTable(ConfigTable):
    url: WebAddress = Field(default="", description='"https://…", reachable from outside / 外面能访问的 https 网址')
    secret: SecretStr = Field(default=_NOTHING, description=LONG_WORD)
    listen: str = Field(default="127.0.0.1", min_length=1, description='"127.0.0.1" or "0.0.0.0" / 写本机地址')
    port: int = Field(default=8080, ge=1, le=65535, description="a whole number from 1 to 65535 / 1到65535的整数")


class DatabaseTable(ConfigTable):
    url: SecretStr = Field(default=SecretStr("sqlite:///little-bench.sqlite3"), description=DATABASE_URL)
    media: Path = Field(default=Path("media"), description='the name of a folder, "media" / 写文件夹的名字')


class PlaceTable(ConfigTable):
    zone: Zone = Field(default=ZoneInfo("Asia/Shanghai"), description='"Asia/Shanghai" or another tz name / 写时区名')
    language: Literal["zh", "en"] = Field(default="zh", description='write "zh" or "en" / 写 "zh" 或 "en"')
    district: Path = Field(default=Path("district.toml"), description='the name of a file, "district.toml" / 写文件名')
    holidays: Path = Field(default=Path("holidays.toml"), description='the name of a file, "holidays.toml" / 写文件名')


class ContactsTable(ConfigTable):
    desk: str = Field(min_length=3, max_length=30, description="a telephone that people answer / 有人接的电话")
    gas: str = ""
    heating: str = ""
    water: str = ""
    power: str = ""
    lift: str = ""
    property: str = ""


class SpansTable(ConfigTable):
    contact: Span | None = None
    progress: Span | None = None
    result: Span | None = None

    def over(self, usual: Pace) -> Pace:
        return replace(
            usual, contact=self.contact or usual.contact, progress=self.progress or usual.progress,
            result=self.result or usual.result,
        )  # fmt: skip


class PaceTable(SpansTable):
    hours: HourSpans | None = Field(default=None, description=HOURS_LIKE)
    days: Literal["working", "all"] | None = Field(
        default=None, description='"working" or "all" / 只算工作日写 "working"，天天都算写 "all"'
    )

    def over(self, usual: Pace) -> Pace:
        pace = super().over(usual)
        working = usual.working if self.days is None else self.days == "working"
        return replace(pace, hours=usual.hours if self.hours is None else self.hours, working=working)


class ClocksTable(ConfigTable):
    """Danger is counted round the clock, whatever the others are."""

    danger: SpansTable = SpansTable()
    utility: PaceTable = PaceTable()
    ordinary: PaceTable = PaceTable()
    complex: PaceTable = PaceTable()


class LadderTable(ConfigTable):
    building: Span = RUNGS[Level.BUILDING]
    grid: Span = RUNGS[Level.GRID]
    community: Span = RUNGS[Level.COMMUNITY]
    street: Span = RUNGS[Level.STREET]
    district: Span = RUNGS[Level.DISTRICT]
    hotline: Span = HOTLINE


class KindTable(ConfigTable):
    tier: Literal["utility", "ordinary", "complex"] | None = Field(
        default=None, description='"utility", "ordinary" or "complex" / 三选一'
    )
    result: Span | None = None


class HeatingTable(ConfigTable):
    from_: MonthDay = Field(default=(11, 1), alias="from", description=MONTH_DAY_LIKE)
    to: MonthDay = Field(default=(3, 31), description=MONTH_DAY_LIKE)
    ask: bool = Field(default=True, description="true or false / 写 true 或 false")
    threshold: int = Field(default=18, ge=10, le=26, description="a whole number from 10 to 26 / 10到26的整数")
    households: int = Field(default=3, ge=2, le=50, description="a whole number from 2 to 50 / 2到50的整数")

    def pack(self) -> Pack:
        pack = heating_pack(self.from_, self.to, self.threshold, self.households)
        return pack if self.ask else replace(pack, questions=())


class SeasonsTable(ConfigTable):
    heating: HeatingTable = HeatingTable()


class QuietTable(ConfigTable):
    from_: ClockTime = Field(default=time(22), alias="from", description='"22:00" / 写 "22:00" 这样的钟点')
    to: ClockTime = Field(default=time(7), description='"07:00" / 写 "07:00" 这样的钟点')
    daily: ClockTime = Field(default=time(9), description='"09:00" / 写 "09:00" 这样的钟点')


class DigestTable(ConfigTable):
    hour: ClockTime = Field(default=time(8, 30), description='"08:30" / 写 "08:30" 这样的钟点')
    daily: bool = Field(default=True, description="true or false / 写 true 或 false")
    weekly: Literal["", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] = Field(
        default="monday", description='"monday" to "sunday", or "" for none / 写 "monday" 到 "sunday"，不要就写 ""'
    )
    monthly: bool = Field(default=True, description="true or false / 写 true 或 false")


class LimitsTable(ConfigTable):
    reports_per_hour: int = Field(
        default=20, ge=1, le=1000, description="a whole number from 1 to 1000 / 1到1000的整数"
    )


class RetentionTable(ConfigTable):
    words_after_days: DaysKept = 1095
    photos_after_days: DaysKept = 365


class LogTable(ConfigTable):
    format: Literal["text", "json"] = Field(default="text", description='write "text" or "json" / 写 "text" 或 "json"')
    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description='"debug", "info", "warning" or "error" / 四选一'
    )


class HealthTable(ConfigTable):
    listen: str = Field(default="127.0.0.1", min_length=1, description='"127.0.0.1" or "0.0.0.0" / 写本机地址')
    port: int = Field(default=0, ge=0, le=65535, description="a whole number up to 65535, 0 for none / 整数，0是不要")
