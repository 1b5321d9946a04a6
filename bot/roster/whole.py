"""What must hold of a roster as a whole, whatever its single rows say: somebody first, a desk above, nobody twice."""

from __future__ import annotations

from collections.abc import Sequence

from bot.roster.cells import key_of
from bot.roster.columns import GRIDS
from bot.roster.entries import GridRow
from bot.roster.known import Somebody
from bot.roster.mistakes import Mistake
from bot.roster.people import Posts
from domain.areas import Area, AreaKind, Tree
from domain.people.person import Role


class Whole:
    def __init__(self, tree: Tree, posts: Posts, mistakes: list[Mistake]) -> None:
        self._tree, self._posts, self._mistakes = tree, posts, mistakes

    def check_grids(self, grids: Sequence[tuple[GridRow, Area]]) -> None:
        """Each grid lies under a desk, and where somebody stands in somebody is first."""
        desks = {post.area_id for _, _, post in self._posts.posts if post.role is Role.COORDINATOR}
        ranks: dict[str, dict[int, str]] = {}
        for somebody, _, post in self._posts.posts:
            if post.role is Role.MEMBER:
                ranks.setdefault(post.area_id, {})[post.rank] = somebody.name
        for row, grid in grids:
            above = {area.id for area in self._tree.up(grid.id)}
            if desks and row.community and not (desks | self._posts.meant) & above:
                self._wrong(row, "no_desk")
            here = ranks.get(grid.id, {1: ""})
            if 1 not in here and grid.id not in self._posts.meant:
                names = [name for _, name in sorted(here.items())]
                self._wrong(row, "no_first", names=("、".join(names), ", ".join(names)))

    def check_names(self) -> None:
        """Two of one name in one community are told apart by their telephones."""
        seen: dict[tuple[str, str], Somebody] = {}
        for somebody in self._posts.people:
            sheet, row = somebody.rows[0]
            for community in {self._community(area) for area in somebody.areas}:
                other = seen.setdefault((community, key_of(somebody.name)), somebody)
                told = (somebody.phones and other.phones) or (somebody.code and other.code)
                if other is not somebody and not told and other.rows[0][0] is sheet:
                    line = other.rows[0][1].line
                    values = {"row": line, "name": somebody.name}
                    self._mistakes.append(Mistake("name_twice", values, sheet, row.line, sheet.column("name")))
                    break

    def _community(self, area_id: str) -> str:
        line = self._tree.up(area_id)
        return next((area.id for area in line if area.kind is AreaKind.COMMUNITY), area_id)

    def _wrong(self, row: GridRow, key: str, /, **values: object) -> None:
        self._mistakes.append(Mistake(key, values, GRIDS, row.line, GRIDS.column("grid")))
