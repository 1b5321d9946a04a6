"""What is printed and handed out: posters of talk points, invitations to cut apart or to forward."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.crafts.prints import qr_svg
from bot.crafts.typesetting import set_pdf, set_pictures
from bot.handouts_words import INVITATION, POSTER
from bot.inviting import Invited
from handlers.texts.when import date_words

PAPERS = {"A4": (210, 297), "A5": (148, 210)}
"""Width and height in millimetres."""
AREAS_SHOWN = 2
AT_ONCE = 8
"""Pages that are set together: each picture takes some megabytes while it is made."""
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
LONGEST_NAME = 50


@dataclass(frozen=True, slots=True)
class Poster:
    """Where it hangs, and where its code leads."""

    place: str
    link: str


@dataclass(frozen=True, slots=True)
class House:
    """What every handout needs to know: the desk's telephone, the language, the zone."""

    telephone: str
    language: str
    zone: ZoneInfo

    def say(self, words: Mapping[str, tuple[str, str]], key: str, **values: object) -> str:
        return words[key][1 if self.language == "en" else 0].format_map({"telephone": self.telephone, **values})


# ---- posters -------------------------------------------------------------------------------------------------------


def poster_pdf(posters: Sequence[Poster], house: House, paper: str) -> bytes:
    """A page for each; `paper` "A4" or "A5"."""
    return set_pdf("poster", _posters(posters, house, paper))


def poster_picture(poster: Poster, house: House) -> bytes:
    """A PNG to be sent around or shown on a screen, 1240 × 1754 pixels."""
    return set_pictures("poster", _posters([poster], house, "A4"), dots_per_inch=150)[0]


def _posters(posters: Sequence[Poster], house: House, paper: str) -> dict[str, Any]:
    other_language = "zh" if house.language == "en" else "en"
    other = House(house.telephone, other_language, house.zone)
    words: dict[str, object] = {key: house.say(POSTER, key) for key in POSTER}
    steps = [[words[f"step_{n}"], words[f"step_{n}_line"]] for n in (1, 2, 3)]
    words |= {"steps": steps, "other": other.say(POSTER, "in_short"), "other_language": other_language}
    width, height = PAPERS[paper]
    pages = [{"place": p.place, "link": p.link.removeprefix("https://"), "qr": qr_svg(p.link)} for p in posters]
    return {
        "width": width, "height": height, "language": house.language, "telephone": house.telephone, "words": words,
        "posters": pages,
    }  # fmt: skip


# ---- invitations ---------------------------------------------------------------------------------------------------


def invitation_sheet(invited: Sequence[Invited], house: House) -> bytes:
    """A PDF of A4 pages with eight cards each, to be cut apart."""
    return set_pdf("invitation", _invitations(invited, house, sheet=True))


def invitation_pictures(invited: Sequence[Invited], house: House) -> Iterable[tuple[Invited, bytes]]:
    """A PNG for each, 1033 × 728 pixels, a few at a time."""
    for start in range(0, len(invited), AT_ONCE):
        some = invited[start : start + AT_ONCE]
        yield from zip(
            some, set_pictures("invitation", _invitations(some, house, sheet=False), dots_per_inch=250), strict=True
        )


def words_to_forward(one: Invited, house: House) -> str:
    """A message that can be sent as it is."""
    name = one.who.person.called(house.language)
    return house.say(INVITATION, "forward", name=name, until=_until(one.until, house), link=one.link)


def _invitations(invited: Sequence[Invited], house: House, *, sheet: bool) -> dict[str, Any]:
    words: dict[str, object] = {key: house.say(INVITATION, key) for key in ("title", "help")}
    words["steps"] = [house.say(INVITATION, f"step_{n}") for n in (1, 2, 3)]
    people = [
        {
            "name": one.who.person.called(house.language), "areas": _areas(one, house),
            "until": _until(one.until, house), "qr": qr_svg(one.link),
        }
        for one in invited
    ]  # fmt: skip
    return {"sheet": sheet, "language": house.language, "words": words, "people": people}


def _areas(one: Invited, house: House) -> str:
    joint = ", " if house.language == "en" else "、"
    areas = joint.join(one.who.areas[:AREAS_SHOWN])
    if len(one.who.areas) > AREAS_SHOWN:
        areas = house.say(INVITATION, "more_areas", areas=areas, n=len(one.who.areas))
    return house.say(INVITATION, "desk", areas=areas) if one.who.desk else areas


def _until(at: datetime, house: House) -> str:
    here = at.astimezone(house.zone)
    return house.say(INVITATION, "until", day=date_words(here.date(), house.language), time=f"{here:%H:%M}")


# ---- files ---------------------------------------------------------------------------------------------------------


class Folder:
    """Files for people to find by name. `private` ones are for the owner's eyes only, as one-time links are."""

    def __init__(self, path: Path, *, private: bool) -> None:
        self.path = path
        self._private = private
        self._taken: set[str] = set()
        path.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)

    def name(self, called: str) -> str:
        """Safe on every system, and nobody else's in this folder."""
        plain = safe_name(called)
        names = (plain if n == 1 else f"{plain}-{n}" for n in range(1, len(self._taken) + 2))
        name = next(name for name in names if name.casefold() not in self._taken)
        self._taken.add(name.casefold())
        return name

    def write(self, name: str, content: bytes) -> Path:
        file = self.path / name
        file.unlink(missing_ok=True)
        file.touch(mode=0o600 if self._private else 0o666)
        file.write_bytes(content)
        return file

    def forget(self, name: str) -> None:
        """It goes, if it is there."""
        (self.path / name).unlink(missing_ok=True)


def safe_name(called: str) -> str:
    """As a file may be called anywhere: no separators, no controls, not too long, not empty, nothing reserved."""
    visible = "".join(c for c in _FORBIDDEN.sub(" ", called) if unicodedata.category(c)[0] != "C")
    plain = visible.strip(" .")[:LONGEST_NAME].strip(" .")
    return f"_{plain}" if not plain or _RESERVED.fullmatch(plain) else plain
