"""Where a matter is: from the pin, the words, the talk point that was scanned, or the place used last."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.areas import SURE, Area, AreaKind, Guess, Spot
from domain.matters.draft import Draft
from domain.matters.words import only_place, place_span
from domain.messages import Inbound, Location
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question, ask
from handlers.speaking import voice_of
from handlers.turn import Turn

ELSEWHERE = "elsewhere"
HERE = "here"
NOBODY_KNOWS = "unknown"
LONGEST_LABEL = 40
_NUMBERED = re.compile(
    r"\D*?(?:\d{1,4}|[一二三四五六七八九十百两]{1,4})(?:号楼|号院|[栋幢座]楼?|[#＃]楼?|[楼号](?=\s*[\d一二三四五六七八九十两]+单元))"
)
_NO_IDEA = re.compile(
    r"(?:我)?(?:也)?(?:不知道|说不清楚?|不清楚|说不上来?|不晓得|i (?:don.?t|do not) know|no idea)[了啊呀。.]*",
    re.IGNORECASE,
)
_AT = re.compile(r"^(?:我们?)?(?:家)?(?:就|住)?(?:在)?|^(?:at|in) ", re.IGNORECASE)
_HOUSE = re.compile(r"号楼|号院|[栋幢座#＃]|\d+-\d+|building|block|bldg", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Read-only questions about places, for one person in one turn."""

    turn: Turn[Any]
    person: Person

    def known(self, draft: Draft) -> Spot | None:
        """The spot when it need not be asked."""
        spot = self._known(draft)
        return mapped(self.turn, spot) if spot is not None else None

    def _known(self, draft: Draft) -> Spot | None:
        if draft.location is not None:
            return self.pinned(draft.location)
        near = draft.at.grid_id if draft.at is not None else self.person.spot_grid
        guesses = self.turn.house.gazetteer.find(draft.words, near) if draft.words else ()
        if guesses and guesses[0].certainty >= SURE:
            return self.spoken(guesses[0], draft.words)
        span = place_span(draft.words)
        if draft.at is not None:
            return replace(draft.at, label=_joined(draft.at.label, span)) if span else draft.at
        if len(guesses) > 1 and not self.person.spot_grid:
            return None
        if self.person.spot_grid:
            return Spot(self.person.spot_grid, self._nearer(span or ""))
        return Spot(self.grid_here, span) if span and self.grid_here else None

    @property
    def grid_here(self) -> str:
        """Where a place that no map names must be: near her last one, or in the only grid there is; "" when unknown."""
        return self.person.spot_grid or self.turn.tx.areas.tree().only_grid

    def said(self, draft: Draft) -> bool:
        """Whether she has said where herself; the place used last may be another than where she is now."""
        guesses = self.candidates(draft.words) if draft.words else ()
        sure = bool(guesses) and guesses[0].certainty >= SURE
        return draft.location is not None or draft.at is not None or sure or place_span(draft.words) is not None

    def nothing_else(self, draft: Draft) -> bool:
        """Whether she has said where, as an address or by a name that we know, and nothing of what is wrong there."""
        if draft.media or not draft.words:
            return False
        return only_place(draft.words) or self._is_a_name(_AT.sub("", draft.words.strip(" 。.,，!！?？\n")).casefold())

    def _is_a_name(self, words: str) -> bool:
        areas = self.turn.tx.areas.tree().areas
        for guess in self.candidates(words):
            area = areas[guess.area_id]
            if words in {name.casefold() for name in (guess.label, area.name, area.name_en, *area.aliases)}:
                return True
        return False

    def _nearer(self, span: str) -> str:
        """A house that the words name stands for itself; "门口" is said of the place used last."""
        last = self.person.spot_label
        return span if not last or _HOUSE.search(span) else f"{last} {span}".strip()

    def stays_in_mind(self, spot: Spot) -> bool:
        """Whether it is where she is taken to be next time; a grid of shops, where nobody lives, displaces no home."""
        areas = self.turn.tx.areas.tree().areas
        homes = {grid_id for grid_id in (spot.grid_id, self.person.spot_grid) if _lived_in(areas.get(grid_id))}
        return bool(spot.grid_id) and (spot.grid_id in homes or not homes)

    def remembered(self, spot: Spot) -> str:
        """The place's proper name, for next time: whoever met us at one door may mean another."""
        if spot.label == self.person.spot_label:
            return spot.label
        guesses = self.turn.house.gazetteer.find(spot.label, spot.grid_id) if spot.lat is None else ()
        if not guesses or guesses[0].certainty < SURE or guesses[0].grid_id != spot.grid_id:
            return self.person.spot_label if spot.label.startswith(f"{self.person.spot_label} ") else spot.label
        area = self.turn.tx.areas.tree().areas.get(guesses[0].area_id)
        return self._for_both(area) if area is not None and self.person.language == "en" else guesses[0].label

    def pinned(self, location: Location) -> Spot:
        """The grid around a pin; in none or in two of them it is the desk's to say (grid "")."""
        lat, lon = self.turn.house.gazetteer.wgs84(location.lat, location.lon, location.datum)
        grids = self.turn.house.gazetteer.at(lat, lon)
        grid = grids[0] if len(grids) == 1 else self._undrawn
        return Spot(grid, location.label or self.grid_name(grid) or self._sent(lat, lon), lat, lon)

    def _sent(self, lat: float, lon: float) -> str:
        """In words: the numbers alone say nothing to whoever sent it."""
        return voice_of(self.turn, self.person).say(phrase("place.pin", lat=f"{lat:.4f}", lon=f"{lon:.4f}"))

    @property
    def _undrawn(self) -> str:
        """The only grid there is, as long as nobody has drawn its border."""
        areas = self.turn.tx.areas.tree()
        return areas.only_grid if areas.only_grid and not areas.areas[areas.only_grid].polygon else ""

    def spoken(self, guess: Guess, words: str) -> Spot:
        """The place by its proper name, with the nearer words ("2单元门口") that the resident used."""
        area = self.turn.tx.areas.tree().areas.get(guess.area_id)
        span = place_span(words) or ""
        if area is not None and guess.label == area.name_en:
            return Spot(guess.grid_id, self._for_both(area))
        if guess.label in span or not span:
            return Spot(guess.grid_id, span or guess.label)
        house = _NUMBERED.match(span) if re.search(r"\d", guess.label) else None
        if house is not None:  # "三栋" is said by the proper name already
            return Spot(guess.grid_id, guess.label + span[house.end() :].lstrip(" ,，、"))
        return Spot(guess.grid_id, _joined(guess.label, span))

    def candidates(self, words: str) -> Sequence[Guess]:
        return self.turn.house.gazetteer.find(words, self.person.spot_grid)

    def grid_name(self, grid_id: str) -> str:
        area = self.turn.tx.areas.tree().areas.get(grid_id)
        if area is None:
            return ""
        return self._for_both(area) if self.person.language == "en" else area.name

    def _for_both(self, area: Area) -> str:
        """For a place named in English: where the house speaks Chinese, its member knows it by its own name."""
        if self.turn.house.language == "en":
            return area.called("en")
        return f"{area.name_en} ({area.name})" if area.name_en else area.name


def _lived_in(area: Area | None) -> bool:
    return area is not None and area.used_for != "shops"


def _joined(label: str, span: str) -> str:
    """The proper name and the nearer words, without saying twice what they share."""
    overlap = next((n for n in range(len(span), 1, -1) if label.endswith(span[:n])), 0)
    if overlap:
        return label + span[overlap:]
    return f"{label} {span}" if label[-1].isascii() or span[0].isascii() else label + span


def mapped(turn: Turn[Any], spot: Spot) -> Spot:
    """The place with the building of its grid that its words certainly name; one of another grid is taken off."""
    tree = turn.tx.areas.tree()
    if spot.building_id and tree.grid_of(spot.building_id) == spot.grid_id:
        return spot
    guesses = turn.house.gazetteer.find(spot.label, spot.grid_id, 1) if spot.label and spot.grid_id else ()
    area = tree.areas.get(guesses[0].area_id) if guesses and guesses[0].certainty >= SURE else None
    is_building = area is not None and area.kind is AreaKind.BUILDING and guesses[0].grid_id == spot.grid_id
    return replace(spot, building_id=area.id if area is not None and is_building else "")


def locate(where: Whereabouts, key: str, lead: Phrase | None = None) -> Asking:
    """Asks for the place as `_locate` does, and finds the building on the map."""
    spot: Spot = yield from _locate(where, key, lead)
    return mapped(where.turn, spot)


def _locate(where: Whereabouts, key: str, lead: Phrase | None) -> Asking:
    """Asks for the place: free words, a pin, up to three candidates and "elsewhere"; the result is a Spot.

    Its grid is "" when nobody can tell. `lead` is said before the question.
    """
    here = Option(HERE, phrase("place.here", place=where.person.spot_label))
    raw: str = yield Question(
        f"{key}.words", (*((lead,) if lead else ()), phrase("place.ask")), read=_read_place,
        options=(*((here,) if where.person.spot_label else ()), Option(NOBODY_KNOWS, phrase("place.cannot_say"))),
        ask=("location", phrase("place.send_pin")), means=_no_idea,
    )  # fmt: skip
    if raw == HERE:
        return Spot(where.person.spot_grid, where.person.spot_label)
    if raw == NOBODY_KNOWS:
        return Spot("", "")
    given = json.loads(raw)
    if "lat" in given:
        return where.pinned(Location(given["lat"], given["lon"], given["datum"], given["label"]))
    return (yield from _in_words(where, key, given["words"]))


def _no_idea(words: str) -> str | None:
    return NOBODY_KNOWS if _NO_IDEA.fullmatch(words.strip()) else None


def _in_words(where: Whereabouts, key: str, words: str) -> Asking:
    guesses = where.candidates(words)
    if guesses and guesses[0].certainty >= SURE:
        return where.spoken(guesses[0], words)
    if not guesses:
        return Spot(where.grid_here, words[:LONGEST_LABEL])
    picked: str = yield Question(
        f"{key}.which", (phrase("place.which"),),
        (*(Option(f"{g.grid_id}|{g.label}", g.label) for g in guesses), Option(ELSEWHERE, phrase("place.elsewhere"))),
        valid=lambda value: value == ELSEWHERE or "|" in value,
    )  # fmt: skip
    if picked == ELSEWHERE:
        label: str = yield from ask(f"{key}.elsewhere", phrase("place.describe"))
        return Spot("", label[:LONGEST_LABEL])
    grid_id, _, label = picked.partition("|")
    return Spot(grid_id, label)


def _read_place(given: Inbound) -> str | None:
    pin = given.part(Location)
    if pin is not None:
        return json.dumps({"lat": pin.lat, "lon": pin.lon, "datum": pin.datum, "label": pin.label}, ensure_ascii=False)
    return json.dumps({"words": given.text}, ensure_ascii=False) if given.text else None
