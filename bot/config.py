"""The configuration: one TOML file in which every key is explained; secrets may come from the environment instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr

from bot.config_tables import (
    BOT_FATHERS,
    DATABASE_URL,
    HTTP_PROXY,
    LONG_WORD,
    BotTable,
    ClocksTable,
    ConfigTable,
    ContactsTable,
    DatabaseTable,
    DigestTable,
    HealthTable,
    KindTable,
    LadderTable,
    LimitsTable,
    LogTable,
    Mode,
    PlaceTable,
    QuietTable,
    RetentionTable,
    SeasonsTable,
    WebhookTable,
)
from bot.holidays import read_calendar
from bot.toml_errors import Mistakes, read_toml
from bot.written import (
    KindCode,
)
from domain.clocks import PACES, Clocks
from domain.digests.rhythm import Rhythm
from domain.keeping import Keeping
from domain.matters.matter import Level, Tier
from domain.matters.seasons import Practice
from handlers.turn import Contacts

TOKEN_VARIABLE = "LITTLE_BENCH_TOKEN"  # noqa: S105 (the name of a variable, not a token)
SECRET_VARIABLE = "LITTLE_BENCH_WEBHOOK_SECRET"  # noqa: S105
DATABASE_VARIABLE = "LITTLE_BENCH_DATABASE"
DATABASES = ("sqlite:///", "postgresql://")
TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{3,100}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
HTTPS_HERE = 'mode "webhook" needs an https:// address here / 用 webhook 就要在这里写 https 网址'
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Config(ConfigTable):
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
