"""The questions of `init`, each asked until its answer will do, or not at all where a flag has given it."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.config import TOKEN
from bot.speech import Speech
from bot.starting import Answers, Way, greeted
from bot.toml_errors import Mistakes
from channels.base import Revoked
from channels.telegram.channel import API
from channels.telegram.errors import Unreachable
from channels.telegram.obstacles import WORDS as OBSTACLES
from domain.errors import DeliveryFailed

LONGEST_NAME = 60
_TELEPHONE = re.compile(r"\+?\d[\d -]{1,28}\d")


@dataclass(frozen=True, slots=True)
class Given:
    """What needs no question; None for what is to be asked. `street`, `district` and `proxy` may be ""."""

    token: str | None = None
    token_file: str = ""
    community: str | None = None
    street: str | None = None
    district: str | None = None
    telephone: str | None = None
    coordinator: str | None = None
    proxy: str | None = None
    api: str = API
    settled: bool = False
    """The database has a district: where it lies is not asked."""

    @property
    def complete(self) -> bool:
        """Nothing has to be asked."""
        return None not in (self.token, self.community, self.telephone, self.coordinator)


class Questions:
    """`usual` holds what an empty answer means, by the question's name; "token" among them."""

    def __init__(self, speech: Speech, given: Given, usual: dict[str, str]) -> None:
        self._speech = speech
        self._given = given
        self._usual = usual
        self.username = ""
        """Of the bot that was reached."""

    def answers(self) -> Answers:
        """Raises Mistakes for a flag that will not do, Unanswered."""
        way, token_file = self._way()
        given = self._given
        asked = not given.complete and not given.settled
        community = self._named("community", given.community)
        street = self._where("street", given.street, asked=asked)
        district = self._where("district", given.district, asked=asked)
        telephone = self._telephone()
        coordinator = self._named("coordinator", given.coordinator)
        return Answers(way, community, telephone, coordinator, street, district, token_file, self._speech.language)

    # ---- the bot ---------------------------------------------------------------------------------------------------

    def _way(self) -> tuple[Way, str]:
        """How Telegram was reached just now, and where the token lies ("": nowhere yet)."""
        proxy = self._proxy(self._given.proxy) if self._given.proxy else self._usual.get("proxy", "")
        if self._given.token is None:
            self._speech.say("token_where")
        while True:
            token, token_file = self._token()
            way = self._reached(Way(token, self._given.api, proxy))
            if way is not None:
                return way, token_file
            if self._given.token is not None:
                raise Mistakes([self._speech.word("token_refused").strip()])

    def _token(self) -> tuple[str, str]:
        if self._given.token is not None:
            if not TOKEN.fullmatch(self._given.token):
                raise Mistakes([self._speech.word("token_no").strip()])
            return self._given.token, self._given.token_file
        kept = self._usual.get("token", "")
        while True:
            typed = self._speech.ask_secretly("token_kept" if kept else "token")
            if not typed and kept:
                return kept, self._usual.get("token_file", "")
            if TOKEN.fullmatch(typed):
                return typed, ""
            self._speech.say("token_no")

    def _reached(self, way: Way) -> Way | None:
        """The way that led to an answer, by another proxy perhaps; None when the token is refused."""
        host = urlsplit(way.api).hostname or way.api
        while True:
            self._speech.say("asking", host=host)
            try:
                self.username = asyncio.run(greeted(way)).username or ""
            except Revoked:
                if self._given.token is None:
                    self._speech.say("token_refused")
                return None
            except DeliveryFailed as failed:
                way = self._around(way, host, failed)
            else:
                self._speech.say("reached", bot=self.username)
                return way

    def _around(self, way: Way, host: str, failed: DeliveryFailed) -> Way:
        """The same way again, or by the proxy that somebody knows."""
        if isinstance(failed, Unreachable):
            why = self._speech.both(OBSTACLES[failed.obstacle])
        else:
            why = self._speech.word("garbled", reason=failed)
        if self._given.complete:
            raise Mistakes([self._speech.word("unreachable", host=host, why=why).partition("\n")[0].strip()])
        while typed := self._speech.ask("unreachable", host=host, why=why):
            try:
                return Way(way.token, way.api, self._proxy(typed))
            except Mistakes as mistakes:
                self._speech.show(*mistakes.lines)
        return way

    def _proxy(self, written: str) -> str:
        proxy = written.strip() if "://" in written else f"http://{written.strip()}"
        parts = urlsplit(proxy)
        if parts.scheme != "http" or not parts.hostname or any(c.isspace() for c in proxy):
            raise Mistakes([self._speech.word("proxy_no")])
        return proxy

    # ---- the place -------------------------------------------------------------------------------------------------

    def _named(self, question: str, given: str | None) -> str:
        if given is not None:
            return self._checked(_name(given), "name_no")
        kept = self._usual.get(question, "")
        while True:
            name = _name(self._speech.ask(question, kept=_kept(kept)) or kept)
            if name:
                return name
            self._speech.say("name_no")

    def _where(self, question: str, given: str | None, *, asked: bool) -> str:
        """What the community lies in; "" when it was not said, which is allowed."""
        if given or not asked:
            return self._checked(_name(given), "name_no") if given else ""
        while typed := self._speech.ask(question):
            if name := _name(typed):
                return name
            self._speech.say("name_no")
        return ""

    def _telephone(self) -> str:
        if self._given.telephone is not None:
            return self._checked(telephone_in(self._given.telephone), "telephone_no")
        kept = self._usual.get("telephone", "")
        while True:
            number = telephone_in(self._speech.ask("telephone", kept=_kept(kept)) or kept)
            if number:
                return number
            self._speech.say("telephone_no")

    def _checked(self, value: str, advice: str) -> str:
        if not value:
            raise Mistakes([self._speech.word(advice).strip()])
        return value


def _kept(value: str) -> str:
    return f" [{value}]" if value else ""


def _name(text: str) -> str:
    """As it will be shown; "" for what is no name."""
    name = " ".join("".join(c for c in text if unicodedata.category(c)[0] != "C").split())
    return name if len(name) <= LONGEST_NAME else ""


def telephone_in(text: str) -> str:
    """The number in plain digits and dashes; "" when the text is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = re.sub(r"[()\u2010-\u2015]", "-", plain)
    plain = re.sub(r"\s*-[\s-]*", "-", plain).strip("-")
    return plain if _TELEPHONE.fullmatch(plain) else ""
