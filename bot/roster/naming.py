"""Finding areas by what people write: a name, the community before it, a code; and what they may have meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from bot.roster.cells import key_of
from bot.roster.columns import Pair
from bot.roster.words import word
from domain.areas import Area, Tree


class Names:
    """Some areas of a tree by their spellings."""

    def __init__(self, tree: Tree, areas: Iterable[Area]) -> None:
        self._tree = tree
        self._found: dict[str, list[Area]] = defaultdict(list)
        for area in areas:
            line = [area.name]
            spellings = {area.id, area.name}
            for above in tree.up(area.id)[1:]:
                spellings.add(above.name + area.name)
                line.insert(0, above.name)
                spellings.add("".join(line))
            for key in {key_of(spelling) for spelling in spellings}:
                self._found[key].append(area)

    def called(self, said: str, community_id: str = "") -> Sequence[Area]:
        """None, one or several; where a community is given, only what lies in it."""
        found = self._found.get(key_of(said), [])
        return [area for area in found if not community_id or self._tree.within(area.id, community_id)]

    def meant(self, said: str) -> Area | None:
        """What is spelled most like it, if anything is."""
        close = get_close_matches(key_of(said), self._found, n=1, cutoff=0.5)
        return self._found[close[0]][0] if close else None

    def near(self, said: str) -> Pair:
        """, 是不是「…」: the end of a sentence, or nothing."""
        meant = self.meant(said)
        if meant is None:
            return "", ""
        return word("near", "zh", value=meant.name), word("near", "en", value=meant.name)

    def told_apart(self, areas: Sequence[Area]) -> Pair:
        """The same areas with what lies above them: 桃源社区一网格、杏林社区一网格."""
        full = ["".join(above.name for above in reversed(self._tree.up(area.id)[:2])) for area in areas[:4]]
        return "、".join(full), ", ".join(full)
