"""The configuration: one TOML file in which every key is explained; secrets may come from the environment instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from bot.holidays import read_calendar
from bot.toml_errors import Mistakes, read_toml
from bot.written import (
    HOURS_LIKE,
    MONTH_DAY_LIKE,
    ClockTime,
    DaysKept,
    HourSpans,
    KindCode,
    MonthDay,
    Span,
    WebAddress,
    Zone,
)
from domain.clocks import HOTLINE, PACES, RUNGS, Clocks, Pace
from domain.digests.rhythm import Rhythm
from domain.keeping import Keeping
from domain.matters.matter import Level, Tier
from domain.matters.seasons import Pack, Practice, heating_pack
from handlers.turn import Contacts

TOKEN_VARIABLE = "LITTLE_BENCH_TOKEN"  # noqa: S105 (the name of a variable, not a token)
SECRET_VARIABLE = "LITTLE_BENCH_WEBHOOK_SECRET"  # noqa: S105
DATABASE_VARIABLE = "LITTLE_BENCH_DATABASE"
DATABASES = ("sqlite:///", "postgresql://")
TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{3,100}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_NOTHING = SecretStr("")
BOT_FATHERS = '"123456:ABC…" as @BotFather gives it / @BotFather 给的那一串'
LONG_WORD = "16 to 256 letters, digits, _ or - / 16到256个字母、数字、_或-"
HTTP_PROXY = '"http://host:port", or "" for none / 写 "http://主机:端口"，不用就写 ""'
DATABASE_URL = '"sqlite:///little-bench.sqlite3" or "postgresql://user:password@host/name" / 二选一'
HTTPS_HERE = 'mode "webhook" needs an https:// address here / 用 webhook 就要在这里写 https 网址'


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Mode(StrEnum):
    POLLING = "polling"
    WEBHOOK = "webhook"


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, hide_input_in_errors=True)


class BotTable(_Table):
    token: SecretStr = Field(default=_NOTHING, description=BOT_FATHERS)
    token_file: str = Field(default="", description='the name of a file, "token.txt" / 写文件名')
    base_url: WebAddress = Field(default="https://api.telegram.org", description='"https://api.telegram.org" / 写网址')
    mode: Mode = Field(default=Mode.POLLING, description='write "polling" or "webhook" / 写 "polling" 或 "webhook"')
    proxy: SecretStr = Field(default=_NOTHING, description=HTTP_PROXY)


class WebhookTable(_Table):
    url: WebAddress = Field(default="", description='"https://…", reachable from outside / 外面能访问的 https 网址')
    secret: SecretStr = Field(default=_NOTHING, description=LONG_WORD)
    listen: str = Field(default="127.0.0.1", min_length=1, description='"127.0.0.1" or "0.0.0.0" / 写本机地址')
    port: int = Field(default=8080, ge=1, le=65535, description="a whole number from 1 to 65535 / 1到65535的整数")


class DatabaseTable(_Table):
    url: SecretStr = Field(default=SecretStr("sqlite:///little-bench.sqlite3"), description=DATABASE_URL)
    media: Path = Field(default=Path("media"), description='the name of a folder, "media" / 写文件夹的名字')


class PlaceTable(_Table):
    zone: Zone = Field(default=ZoneInfo("Asia/Shanghai"), description='"Asia/Shanghai" or another tz name / 写时区名')
    language: Literal["zh", "en"] = Field(default="zh", description='write "zh" or "en" / 写 "zh" 或 "en"')
    district: Path = Field(default=Path("district.toml"), description='the name of a file, "district.toml" / 写文件名')
    holidays: Path = Field(default=Path("holidays.toml"), description='the name of a file, "holidays.toml" / 写文件名')


class ContactsTable(_Table):
    desk: str = Field(min_length=3, max_length=30, description="a telephone that people answer / 有人接的电话")
    gas: str = ""
    heating: str = ""
    water: str = ""
    power: str = ""
    lift: str = ""
    property: str = ""


class SpansTable(_Table):
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


class ClocksTable(_Table):
    """Danger is counted round the clock, whatever the others are."""

    danger: SpansTable = SpansTable()
    utility: PaceTable = PaceTable()
    ordinary: PaceTable = PaceTable()
    complex: PaceTable = PaceTable()


class LadderTable(_Table):
    building: Span = RUNGS[Level.BUILDING]
    grid: Span = RUNGS[Level.GRID]
    community: Span = RUNGS[Level.COMMUNITY]
    street: Span = RUNGS[Level.STREET]
    district: Span = RUNGS[Level.DISTRICT]
    hotline: Span = HOTLINE


class KindTable(_Table):
    tier: Literal["utility", "ordinary", "complex"] | None = Field(
        default=None, description='"utility", "ordinary" or "complex" / 三选一'
    )
    result: Span | None = None


class HeatingTable(_Table):
    from_: MonthDay = Field(default=(11, 1), alias="from", description=MONTH_DAY_LIKE)
    to: MonthDay = Field(default=(3, 31), description=MONTH_DAY_LIKE)
    ask: bool = Field(default=True, description="true or false / 写 true 或 false")
    threshold: int = Field(default=18, ge=10, le=26, description="a whole number from 10 to 26 / 10到26的整数")
    households: int = Field(default=3, ge=2, le=50, description="a whole number from 2 to 50 / 2到50的整数")

    def pack(self) -> Pack:
        pack = heating_pack(self.from_, self.to, self.threshold, self.households)
        return pack if self.ask else replace(pack, questions=())


class SeasonsTable(_Table):
    heating: HeatingTable = HeatingTable()


class QuietTable(_Table):
    from_: ClockTime = Field(default=time(22), alias="from", description='"22:00" / 写 "22:00" 这样的钟点')
    to: ClockTime = Field(default=time(7), description='"07:00" / 写 "07:00" 这样的钟点')
    daily: ClockTime = Field(default=time(9), description='"09:00" / 写 "09:00" 这样的钟点')


class DigestTable(_Table):
    hour: ClockTime = Field(default=time(8, 30), description='"08:30" / 写 "08:30" 这样的钟点')
    daily: bool = Field(default=True, description="true or false / 写 true 或 false")
    weekly: Literal["", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] = Field(
        default="monday", description='"monday" to "sunday", or "" for none / 写 "monday" 到 "sunday"，不要就写 ""'
    )
    monthly: bool = Field(default=True, description="true or false / 写 true 或 false")


class LimitsTable(_Table):
    reports_per_hour: int = Field(
        default=20, ge=1, le=1000, description="a whole number from 1 to 1000 / 1到1000的整数"
    )


class RetentionTable(_Table):
    words_after_days: DaysKept = 1095
    photos_after_days: DaysKept = 365


class LogTable(_Table):
    format: Literal["text", "json"] = Field(default="text", description='write "text" or "json" / 写 "text" 或 "json"')
    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description='"debug", "info", "warning" or "error" / 四选一'
    )


class HealthTable(_Table):
    listen: str = Field(default="127.0.0.1", min_length=1, description='"127.0.0.1" or "0.0.0.0" / 写本机地址')
    port: int = Field(default=0, ge=0, le=65535, description="a whole number up to 65535, 0 for none / 整数，0是不要")


class Config(_Table):
    """The whole file with its paths made absolute. A secret shows only by get_secret_value()."""

    bot: BotTable = BotTable()
    webhook: WebhookTable = WebhookTable()
    database: DatabaseTable = DatabaseTable()
    place: PlaceTable = PlaceTable()
    contacts: ContactsTable
    clocks: ClocksTable = ClocksTable()
    kinds: dict[KindCode, KindTable] = Field(default={})
    seasons: SeasonsTable = SeasonsTable()
    ladder: LadderTable = LadderTable()
    quiet: QuietTable = QuietTable()
    digest: DigestTable = DigestTable()
    limits: LimitsTable = LimitsTable()
    retention: RetentionTable = RetentionTable()
    log: LogTable = LogTable()
    health: HealthTable = HealthTable()

    def secrets(self) -> tuple[str, ...]:
        """What no log may show: token, webhook secret, and "user:password" of the proxy and the database."""
        addresses = (self.bot.proxy.get_secret_value(), self.database.url.get_secret_value())
        users = [address.partition("://")[2].rpartition("@")[0] for address in addresses]
        return (self.bot.token.get_secret_value(), self.webhook.secret.get_secret_value(), *users)

    def reckoning(self) -> Clocks:
        """The clocks of this district. Raises Mistakes when the holidays file has become wrong since it was checked."""
        return Clocks(
            zone=self.place.zone,
            quiet_from=self.quiet.from_,
            quiet_to=self.quiet.to,
            daily_at=self.quiet.daily,
            paces={tier: getattr(self.clocks, tier.value).over(PACES[tier]) for tier in Tier},
            rungs={level: getattr(self.ladder, level.value) for level in Level},
            hotline=self.ladder.hotline,
            workdays=read_calendar(self.place.holidays),
            results={code: kind.result for code, kind in self.kinds.items() if kind.result is not None},
        )

    def practice(self) -> Practice:
        """How this district goes about its kinds of matter."""
        tiers = {code: Tier(kind.tier) for code, kind in self.kinds.items() if kind.tier is not None}
        return Practice(tiers, (self.seasons.heating.pack(),))

    def keeping(self) -> Keeping:
        """How long words and pictures of what is over are kept."""
        return Keeping.days(self.retention.words_after_days, self.retention.photos_after_days)

    def rhythm(self) -> Rhythm:
        """When coordinators get their digests."""
        day = WEEKDAYS.index(self.digest.weekly) + 1 if self.digest.weekly else 0
        return Rhythm(self.digest.hour, self.digest.daily, day, self.digest.monthly)

    def telephones(self) -> Contacts:
        """The property's number stands in where a utility has none of its own."""
        own = {kind: getattr(self.contacts, kind) for kind in ("heating", "water", "power", "gas", "lift")}
        night = {kind: number or self.contacts.property for kind, number in own.items()}
        return Contacts(
            self.contacts.desk, self.contacts.gas, {kind: number for kind, number in night.items() if number}
        )


def load_config(path: Path, env: Mapping[str, str]) -> Config:
    """Reads the file and the secrets that `env` holds instead; raises Mistakes with everything that is wrong."""
    source = read_toml(path)
    home = path.resolve().parent
    config = _with_secrets(source.parsed(Config), home, env)
    found = [source.told(place, advice) for place, advice in _troubles(config)]
    try:
        read_calendar(config.place.holidays)
    except Mistakes as mistakes:
        found += mistakes.lines
    if found:
        raise Mistakes(found)
    return config


def _with_secrets(config: Config, home: Path, env: Mapping[str, str]) -> Config:
    """Secrets from the environment first, then the file named for it, then the key itself; paths from `home` on."""
    token = env.get(TOKEN_VARIABLE) or _first_line(home / config.bot.token_file) or config.bot.token.get_secret_value()
    secret = env.get(SECRET_VARIABLE) or config.webhook.secret.get_secret_value()
    url = env.get(DATABASE_VARIABLE) or config.database.url.get_secret_value()
    changes = {
        "bot": {"token": SecretStr(token.strip())},
        "webhook": {"secret": SecretStr(secret.strip())},
        "database": {"url": SecretStr(_at_home(url, home)), "media": home / config.database.media},
        "place": {"district": home / config.place.district, "holidays": home / config.place.holidays},
    }
    tables = {name: getattr(config, name).model_copy(update=update) for name, update in changes.items()}
    return config.model_copy(update=tables)


def database_without_config(home: Path, env: Mapping[str, str]) -> str:
    """The URL of the database that would be used if `home` had a configuration that says nothing of it."""
    return _at_home(env.get(DATABASE_VARIABLE) or DatabaseTable().url.get_secret_value(), home)


def _first_line(path: Path) -> str:
    """ "" where there is no such file: the missing token is then told, with the key that names the file."""
    return path.read_text("utf-8").partition("\n")[0] if path.is_file() else ""


def _at_home(url: str, home: Path) -> str:
    """A relative SQLite file lies beside the configuration, wherever the program is started."""
    name = url.removeprefix("sqlite:///")
    return url if name == url or name.startswith(("/", ":")) else f"sqlite:///{home / name}"


def _troubles(config: Config) -> Iterator[tuple[tuple[str, ...], str]]:
    """(key, what to write) for secrets that are none, and for what keys allow by themselves but not together."""
    if not TOKEN.fullmatch(config.bot.token.get_secret_value()):
        key = "token_file" if config.bot.token_file else "token"
        yield ("bot", key), f"no bot's token / 没有令牌: {BOT_FATHERS}; or in / 或写进 {TOKEN_VARIABLE}"
    proxy = config.bot.proxy.get_secret_value()
    if proxy and not (proxy.startswith("http://") and urlsplit(proxy).hostname):
        yield ("bot", "proxy"), HTTP_PROXY
    if not config.database.url.get_secret_value().startswith(DATABASES):
        yield ("database", "url"), DATABASE_URL
    if config.bot.mode is Mode.WEBHOOK:
        if not config.webhook.url.startswith("https://"):
            yield ("webhook", "url"), HTTPS_HERE
        if not _SECRET.fullmatch(config.webhook.secret.get_secret_value()):
            yield ("webhook", "secret"), f"{LONG_WORD}; or set {SECRET_VARIABLE}"
