"""Two matters in one message, when it is handed in: offered as two by a tap, where the words leave no doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.areas import Spot
from domain.matters.accusing import kind_about_person
from domain.matters.draft import Draft, Said
from domain.matters.kinds import OTHER, clear, likely_kinds
from domain.matters.parts import parts_of
from domain.phrases import phrase
from handlers.dialogs import Option
from handlers.matters.command import FileMatter, FileSeveral, line_of
from handlers.matters.places import Whereabouts
from handlers.matters.summary import Report
from handlers.turn import Turn

SPLIT = "split"


def split_options(report: Report, n: int) -> tuple[Option, ...]:
    """Only as long as she has mended nothing: what she has put right is one matter."""
    parts = parts_of(report.words) if report.words and n == 0 else ()
    return (Option(SPLIT, phrase(f"split.do_{len(parts)}"), sealed=True),) if len(parts) > 1 else ()


def several(turn: Turn[Any], where: Whereabouts, report: Report) -> FileSeveral:
    """Each part with its own kind and, where it names one, its own place; pictures and the rest go with each.

    A part that is about a person is left as a draft: what is to become of it is asked for itself.
    """
    commands: list[FileMatter] = []
    rest: Draft | None = None
    for n, words in enumerate(parts_of(report.words)):
        handle = report.draft.said[0].handle if report.draft.said and n == 0 else ""
        draft = replace(report.draft, said=(Said(handle, words),), on_behalf_of=report.on_behalf_of)
        if kind_about_person(words) is not None and rest is None:
            rest = replace(draft, media=())
            continue
        commands.append(_command(turn, draft, _spot(where, draft, report.spot), anonymous=report.anonymous))
    return FileSeveral(tuple(commands), rest)


def _spot(where: Whereabouts, draft: Draft, spot: Spot) -> Spot:
    words = replace(draft, location=None, at=None)
    return (where.known(words) if where.said(words) else None) or spot


def _command(turn: Turn[Any], draft: Draft, spot: Spot, *, anonymous: bool) -> FileMatter:
    kind = kind_about_person(draft.words) or clear(likely_kinds(draft.words)) or OTHER
    tier = turn.house.practice.tier_of(kind, turn.today)
    return FileMatter(draft, kind, tier, spot, line_of(draft.words, spot.label), anonymous)
