"""What the rows say of an installation: how big it is, who has joined, what is open."""

from __future__ import annotations

from dataclasses import dataclass

from bot.config import Config
from bot.config_tables import Mode
from bot.pulse import Sign, sign_in
from domain.areas import AreaKind, Tree
from storage.database import engine_of
from storage.overview import Overview, overview
from storage.transaction import Transaction

ENGINES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}


@dataclass(frozen=True, slots=True)
class Rows:
    """`place` is what the whole is called, `sign` the running bot's last sign of life."""

    place: str
    grids: int
    talk_points: int
    sign: Sign | None
    counts: Overview


def rows_in(tx: Transaction) -> Rows:
    tree = tx.areas.tree()
    points = len(tx.areas.talk_points())
    return Rows(place_of(tree), len(tree.grids()), points, sign_in(tx), overview(tx.statements, tx.now))


def place_of(tree: Tree) -> str:
    """The one community, else whatever lies over all of them, else the first of several."""
    communities = [area for area in tree.areas.values() if area.kind is AreaKind.COMMUNITY]
    tops = [area for area in tree.areas.values() if area.parent_id not in tree.areas]
    for found in (communities, tops):
        if len(found) == 1:
            return found[0].name
    return tops[0].name if tops else ""


def up_line(config: Config, rows: Rows, username: str) -> str:
    """One line for the log, in the district's language: who is up, for whom, with what in hand."""
    counts, engine = rows.counts, ENGINES[engine_of(config.database.url.get_secret_value())]
    quiet = f"{config.quiet.from_:%H:%M}–{config.quiet.to:%H:%M}"
    polling = config.bot.mode is Mode.POLLING
    if config.place.language == "en":
        parts = [
            f"Little Bench is up: @{username}", rows.place, f"{rows.grids} grids",
            f"{counts.members} members ({counts.members_joined} joined)",
            f"{counts.desks} at the desk ({counts.desks_joined} joined)", f"{counts.open} open", engine,
            "by polling" if polling else "by webhook", f"only danger rings {quiet}",
        ]  # fmt: skip
    else:
        parts = [
            f"小板凳起来了：@{username}", rows.place, f"{rows.grids} 个网格",
            f"委员 {counts.members} 位（{counts.members_joined} 位已加入）",
            f"案头 {counts.desks} 位（{counts.desks_joined} 位已加入）", f"在办 {counts.open} 件", engine,
            "自己取消息" if polling else "消息送上门", f"{quiet} 只响危险",
        ]  # fmt: skip
    return " · ".join(parts)
