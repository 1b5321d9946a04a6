"""The gazetteer: which area some words name (by characters, pinyin, initials) and which grids hold a point."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, radians

from rapidfuzz import fuzz
from shapely import STRtree
from shapely.affinity import scale
from shapely.geometry import Point, Polygon

from bot.crafts.addresses import comparable, estate_before_number, number_after, parted, parted_name
from bot.crafts.datum import to_wgs84
from bot.crafts.sounds import is_chinese, spelled, tokens
from domain.areas import Area, AreaKind, Guess, Tree

NAMED = (AreaKind.BUILDING, AreaKind.GRID, AreaKind.COMMUNITY)
CLOSEST = 60
"""How many stems, those sharing most with the words, are compared letter by letter."""
HOMOPHONE, SIMILAR, SPELLED, INITIALS = 0.93, 0.85, 0.95, 0.85
LEAST = 0.6
"""A stem less like the words than this was not meant."""
LONGEST_WORDS = 500
"""Characters within which a place must be named; a story longer than that is not searched to its end."""
METRES_A_DEGREE = 111_320
FAR_OFF = 0.1
"""Degrees."""
WHOLE_DISTRICT = 0.55
"""Certainty of a bare "3号楼" of which the district has several."""


@dataclass(frozen=True, slots=True)
class _Name:
    area: Area
    grid_id: str
    stem: str
    number: str


@dataclass(frozen=True, slots=True)
class _Query:
    text: str
    words: str
    tokens: tuple[str, ...]
    number: str
    unknown_estate: str
    near_grid: str


class Places:
    """A domain.areas.Gazetteer. Pure once built; rebuild it when the areas change."""

    def __init__(self, areas: Iterable[Area]) -> None:
        for _ in self._drawn(list(areas)):
            pass

    def _drawn(self, known: Sequence[Area]) -> Iterator[None]:
        self._tree = Tree({area.id: area for area in known})
        self._names: dict[str, list[_Name]] = defaultdict(list)
        self._numbered: dict[str, dict[str, _Name]] = defaultdict(dict)
        self._index: dict[str, list[str]] = defaultdict(list)
        for area in known:
            if area.kind in NAMED:
                self._learn(area)
                yield
        for stem in self._names:
            for gram in _grams_of_name(stem):
                self._index[gram].append(stem)
            yield
        self._grids = [area for area in self._tree.grids() if len(area.polygon) >= 3]
        self._borders = [Polygon(area.polygon) for area in self._grids]
        self._shapes = STRtree(self._borders)

    def at(self, lat: float, lon: float) -> Sequence[str]:
        """Ids of the grids around the point, in map order; on a common border all that share it."""
        return [self._grids[i].id for i in sorted(self._shapes.query(Point(lon, lat), predicate="intersects"))]

    def nearest(self, lat: float, lon: float) -> tuple[str, float] | None:
        """The id of the grid nearest to the point and how many metres off its border is; None without any borders."""
        if not self._grids:
            return None
        narrower, at = cos(radians(lat)), Point(lon, lat)  # a degree of longitude is that much shorter than of latitude
        first = self._borders[int(self._shapes.nearest(at))]
        if first.distance(at) > FAR_OFF:  # then it does not matter which, nor how far exactly
            return self._grids[self._borders.index(first)].id, first.distance(at) * METRES_A_DEGREE
        near = self._shapes.query(at.buffer(first.distance(at) / narrower), predicate="intersects").tolist()
        here = Point(lon * narrower, lat)
        flat = {n: scale(self._borders[n], narrower, 1.0, origin=(0.0, 0.0)) for n in near}
        metres = {n: shape.distance(here) * METRES_A_DEGREE for n, shape in flat.items()}
        best = min(metres, key=metres.__getitem__)
        return self._grids[best].id, metres[best]

    def find(self, words: str, near_grid: str = "", limit: int = 3) -> Sequence[Guess]:
        """Candidates for the place that free words name, best first; none when they name no place that we know."""
        text = comparable(words[:LONGEST_WORDS])
        rest, number = parted(text)
        query = _Query(text, rest, tuple(tokens(rest)), number, estate_before_number(text), near_grid)
        stems = self._stems_like(query)
        guesses = [guess for stem, likeness in stems.items() for guess in self._of_stem(stem, likeness, query)]
        if number and max(stems.values(), default=0.0) < SIMILAR:
            guesses += self._of_bare_number(query)
        best: dict[str, Guess] = {}
        for guess in sorted(guesses, key=lambda g: (-g.certainty, g.grid_id != near_grid, -len(g.label), g.label)):
            best.setdefault(guess.area_id, guess)
        return [self._worded(guess, query) for guess in _doubted(list(best.values()))[:limit]]

    def wgs84(self, lat: float, lon: float, datum: str) -> tuple[float, float]:
        """(lat, lon) in WGS-84 degrees; ValueError for an unknown datum."""
        return to_wgs84(lat, lon, datum)

    def _learn(self, area: Area) -> None:
        for spelling in (area.name, area.name_en, *area.aliases):
            words = comparable(spelling)
            stem, number = parted_name(words) if area.kind is AreaKind.BUILDING else (words, "")
            name = _Name(area, self._tree.grid_of(area.id), stem, number)
            if stem and name not in self._names[stem]:
                self._names[stem].append(name)
            if number:
                self._numbered[number].setdefault(area.id, name)

    def _stems_like(self, query: _Query) -> dict[str, float]:
        """Stems that the words may hold, with likeness 0-1."""
        shared = Counter(stem for gram in _grams(query.tokens) for stem in self._index.get(gram, ()))
        likeness = {stem: _likeness(stem, query) for stem, _ in shared.most_common(CLOSEST)}
        best = max(likeness.values(), default=0.0)
        meant = {stem: like for stem, like in likeness.items() if like >= max(LEAST, best - 0.2)}
        return {stem: like for stem, like in meant.items() if not _part_of_a_better(stem, meant)}

    def _of_stem(self, stem: str, likeness: float, query: _Query) -> Iterator[Guess]:
        names = self._names[stem]
        number = query.number or number_after(stem, query.words)
        plain_names = [name for name in names if not name.number]
        exact = [name for name in names if name.number and name.number == number]
        for name in exact:
            yield _guess(name, 0.1 + 0.9 * likeness if len(exact) == 1 else 0.7 * likeness)
        if exact:
            return
        for name in plain_names:
            sure = likeness if name.grid_id and not number else 0.75 * likeness
            yield _guess(name, sure if len(plain_names) == 1 else 0.7 * sure)
        if not plain_names:
            yield from self._grids_of(stem, names, likeness, replace(query, number=number))

    def _worded(self, guess: Guess, query: _Query) -> Guess:
        """Who wrote in Latin letters is answered with the English name where there is one."""
        area = self._tree.areas[guess.area_id]
        if guess.label != area.name or not area.name_en or is_chinese(query.text):
            return guess
        return replace(guess, label=area.name_en)

    def _grids_of(self, stem: str, names: Sequence[_Name], likeness: float, query: _Query) -> Iterator[Guess]:
        """Only the estate was named, or a building of it that we do not know: its grid is what matters."""
        grids = {name.grid_id for name in names if name.grid_id}
        sure = 0.88 if len(grids) == 1 and not query.number else 0.65
        for grid_id in grids:
            near = 0.2 if grid_id == query.near_grid and len(grids) > 1 and not query.number else 0.0
            yield Guess(grid_id, grid_id, _estate_label(stem, names), round((sure + near) * likeness, 3))

    def _of_bare_number(self, query: _Query) -> Iterator[Guess]:
        """ "3号楼" without an estate's name: the one of the grid where the resident is known to be, else a question."""
        names = list(self._numbered.get(query.number, {}).values())
        here = [name for name in names if name.grid_id == query.near_grid]
        for name in names:
            sure = WHOLE_DISTRICT
            if len(names) == 1:
                sure = 0.82
            elif name in here:
                sure = 0.9 if len(here) == 1 else 0.65
            yield _guess(name, min(sure, 0.5) if query.unknown_estate else sure)


def growing(areas: Iterable[Area]) -> Generator[None, None, Places]:
    """The same as Places(areas), in steps far below a millisecond each; the last one returns it."""
    places = Places(())
    yield from places._drawn(list(areas))
    return places


def _part_of_a_better(stem: str, likeness: dict[str, float]) -> bool:
    """桃源 says nothing of its own where 桃源社区 was written."""
    return any(stem != other and stem in other and like >= likeness[stem] for other, like in likeness.items())


def _doubted(guesses: list[Guess]) -> list[Guess]:
    """Two grids about equally likely: neither may be taken unasked."""
    if len({guess.grid_id for guess in guesses[:2]}) < 2 or guesses[0].certainty - guesses[1].certainty > 0.05:
        return guesses
    return [replace(guess, certainty=min(guess.certainty, 0.75)) for guess in guesses]


def _guess(name: _Name, certainty: float) -> Guess:
    return Guess(name.area.id, name.grid_id, name.area.name, round(certainty, 3))


def _estate_label(stem: str, names: Sequence[_Name]) -> str:
    """The estate as its buildings' names write it; stems are kept in lower case."""
    for name in names:
        for spelling in (name.area.name, name.area.name_en, *name.area.aliases):
            start = spelling.lower().find(stem)
            if start >= 0:
                return spelling[start : start + len(stem)]
    return stem


def _grams(words: Sequence[str]) -> set[str]:
    """Pairs of neighbouring tokens, pairs with one between (for a slip in the middle), and long Latin words alone."""
    pairs = {f"{a} {b}" for gap in (1, 2) for a, b in zip(words, words[gap:], strict=False)}
    return pairs | {word for word in words if len(word) >= 2 and not word.isdigit()}


def _grams_of_name(stem: str) -> set[str]:
    sounds = tokens(stem)
    if not is_chinese(stem):
        return _grams(sounds)
    pairs = {gram for gram in _grams(sounds) if " " in gram}
    return pairs | set(spelled(stem)) | (set(sounds) if len(sounds) == 1 else set())


def _likeness(stem: str, query: _Query) -> float:
    """max(characters, sounds, letters, spelling in Latin letters), 0-1, of the stem within the words."""
    if not is_chinese(stem):
        return _within(stem, query.words)
    sounds = tokens(stem)
    alphabet: dict[str, str] = {}
    coded, heard = (_coded(syllables, alphabet) for syllables in (sounds, query.tokens))
    whole, initials = spelled(stem)
    typed = 0.0
    if whole in query.tokens:
        typed = SPELLED
    elif len(initials) >= 3 and initials in query.tokens:
        typed = INITIALS
    return max(
        _within(stem, query.words),
        HOMOPHONE * _within(coded, heard),
        SIMILAR * _within("".join(sounds), "".join(query.tokens)) ** 2,
        typed,
    )


def _within(part: str, whole: str) -> float:
    compare = fuzz.partial_ratio if len(whole) >= len(part) else fuzz.ratio
    return compare(part, whole) / 100


def _coded(syllables: Sequence[str], alphabet: dict[str, str]) -> str:
    """One letter for each syllable, so that sounds are compared whole."""
    return "".join(alphabet.setdefault(s, chr(0xE000 + len(alphabet))) for s in syllables)
