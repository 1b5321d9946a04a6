"""`little-bench talkpoints`: a poster to print for each talk point."""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from bot.commands.command import Arguments, Command
from bot.commands.invite import house_of_handouts
from bot.config import Config
from bot.glance import place_of
from bot.handouts import PAPERS, Folder, House, Poster, poster_pdf, poster_picture
from bot.handouts_words import SAID_OF_POSTERS
from bot.inviting import bot_link
from bot.operating import opened
from bot.progress import Bar
from bot.running import district_in
from bot.speech import Speech, language_arguments, language_of
from bot.toml_errors import Mistakes


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--point", metavar="NAME", help="only this one; default: all / 只要这一个")
    parser.add_argument("--out", type=Path, help="the folder; default: posters / 放到哪个文件夹")
    language_arguments(parser)


def run(given: Arguments, config: Config) -> int:
    speech = Speech(language_of(given), SAID_OF_POSTERS)
    posters, from_roster = asyncio.run(_posters(config))
    if given.point:
        posters = [_named(speech, posters, given.point)]
    out = given.out or Path(speech.word("folder"))
    together = len(posters) > 1
    _make(speech, posters, house_of_handouts(config), Folder(out, private=False), together=together)
    if not from_roster:
        speech.say("none")
    speech.say("made", n=len(posters), folder=f"{out}{os.sep}", all=speech.word("made_all") if together else "")
    return 0


def _make(speech: Speech, posters: Sequence[Poster], house: House, folder: Folder, *, together: bool) -> None:
    with Bar(len(posters)) as bar:
        for poster in posters:
            name = folder.name(poster.place)
            for paper in PAPERS:
                folder.write(f"{name}-{paper}.pdf", poster_pdf([poster], house, paper))
            folder.write(f"{name}.png", poster_picture(poster, house))
            bar.add(1)
    if together:
        name = folder.name(speech.word("all"))
        for paper in PAPERS:
            folder.write(f"{name}-{paper}.pdf", poster_pdf(posters, house, paper))


async def _posters(config: Config) -> tuple[list[Poster], bool]:
    """One for each talk point, else one for the whole; whether they are on the roster. Raises EmptyDistrict."""
    database = await opened(config)
    try:
        tree = await district_in(database)
        points = await database.read("points", lambda tx: tx.areas.talk_points())
    finally:
        await database.close()
    link = await bot_link(config)
    if not points:
        return [Poster(place_of(tree), link)], False
    return [Poster(p.called(config.place.language), f"{link}?start={p.code}") for p in points], True


def _named(speech: Speech, posters: Sequence[Poster], name: str) -> Poster:
    """Raises Mistakes."""
    found = next((poster for poster in posters if poster.place == name), None)
    if found is None:
        names = [poster.place for poster in posters]
        near = get_close_matches(name, names, n=3, cutoff=0.3) or names[:10]
        raise Mistakes([speech.word("unknown", name=name, names="、".join(near))])
    return found


TALKPOINTS = Command("talkpoints", "a poster to print for each talk point / 说事点海报", run, arguments)
