"""Areas and people as the lists name them: written so that they are found again, and found by what somebody wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.roster.cells import Wrong, digits_of, key_of
from bot.roster.columns import Pair
from bot.roster.naming import Names
from domain.areas import Area, AreaKind, Tree
from storage.transaction import Transaction


class Places:
    """The areas below some desks."""

    def __init__(self, tree: Tree, tops: Sequence[str]) -> None:
        self._tree = tree
        self._tops = tops
        self.here = [area for area in tree.areas.values() if any(tree.within(area.id, top) for top in tops)]
        self._names = Names(tree, self.here)
        self._english: dict[str, list[Area]] = {}
        for area in self.here:
            if area.name_en:
                self._english.setdefault(key_of(area.name_en), []).append(area)

    @property
    def _example(self) -> Pair:
        kinds = (AreaKind.COMMUNITY, AreaKind.GRID)
        area = next((area for kind in kinds for area in self.here if area.kind is kind), self.here[0])
        return area.called("zh"), area.called("en")

    def written(self, area_id: str, language: str) -> str:
        """Its name, with what lies above it where that alone is another's too."""
        area = self._tree.areas.get(area_id)
        if area is None:
            return ""
        name = area.called(language)
        if len(self._called(name)) < 2:
            return name
        above = self._tree.areas.get(area.parent_id)
        return f"{above.called(language)}{name}" if above else name

    def found(self, said: str) -> str:
        """Its id; with nothing written, the only area that there is a desk for. Raises Wrong."""
        if not said:
            if len(self._tops) == 1:
                return self._tops[0]
            raise Wrong("list_where", value=self._example)
        found = self._called(said)
        if len(found) > 1:
            raise Wrong("area_which", value=said, these=self._names.told_apart(found))
        if not found:
            raise Wrong("list_area", value=said, near=self._names.near(said))
        return found[0].id

    def _called(self, said: str) -> Sequence[Area]:
        return self._names.called(said) or self._english.get(key_of(said), ())


class People:
    """Whoever is on the roster in those areas, and above them."""

    def __init__(self, tx: Transaction, tree: Tree, tops: Sequence[str]) -> None:
        self._phones: dict[str, set[str]] = {}
        self._named: dict[str, set[str]] = {}
        self._names: dict[str, tuple[str, str]] = {}
        around = {area.id for top in tops for area in tree.up(top)}
        for post in tx.roster.all():
            if post.area_id in around or any(tree.within(post.area_id, top) for top in tops):
                self._add(tx, post.person_id)
                self._phones.setdefault(post.person_id, set()).add(digits_of(post.phone) if post.phone else "")

    def _add(self, tx: Transaction, person_id: str) -> None:
        if person_id not in self._names:
            person = tx.people.get(person_id)
            self._names[person_id] = person.name, person.name_en
            for name in filter(None, self._names[person_id]):
                self._named.setdefault(key_of(name), set()).add(person_id)

    @property
    def names(self) -> Mapping[str, tuple[str, str]]:
        """(Chinese, English or "") by id."""
        return self._names

    def found(self, said: str) -> str:
        """The id of the one of this name, told apart by a telephone behind it. Raises Wrong."""
        name, digits = _parted(said)
        found = self._named.get(key_of(name), set())
        if digits:
            found = {person_id for person_id in found if digits in self._phones[person_id]}
        if len(found) > 1:
            raise Wrong("list_person_which", value=said)
        if not found:
            raise Wrong("list_person", value=said)
        return next(iter(found))


def _parted(said: str) -> tuple[str, str]:
    """王芳 13800000000, or the name alone."""
    digits = digits_of(said)
    if len(digits) < 5:
        return said, ""
    return said.rstrip("0123456789 +-()（）转"), digits
