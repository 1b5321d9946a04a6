"""`little-bench invite`: one-time links for who has not joined yet, on the screen, on paper or to be forwarded."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.commands.command import Arguments, Command, called
from bot.config import Config
from bot.crafts.prints import qr_terminal
from bot.handouts import Folder, House, invitation_pictures, invitation_sheet, safe_name, words_to_forward
from bot.handouts_words import SAID_OF_INVITATIONS
from bot.inviting import Appointed, Invited, invited, roster
from bot.progress import Bar
from bot.speech import Speech, language_arguments, language_of


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("who", nargs="?", help="a name or code on the roster; nobody: who has joined / 名册上的名字")
    parser.add_argument("--all", action="store_true", help="all who have not joined, to print or send / 所有没加入的")
    parser.add_argument("--out", type=Path, help="the folder for --all; default: invitations / 放到哪个文件夹")
    language_arguments(parser)


def run(given: Arguments, config: Config) -> int:
    speech = Speech(language_of(given), SAID_OF_INVITATIONS)
    if given.who:
        for one in asyncio.run(invited(config, given.who)):
            _show(speech, config, one)
    elif given.all:
        _make_all(speech, config, given.out or Path(speech.word("folder")))
    else:
        _tell(speech, given, asyncio.run(roster(config)))
    return 0


def house_of_handouts(config: Config) -> House:
    return House(config.contacts.desk, config.place.language, config.place.zone)


def _names(speech: Speech, people: Sequence[Appointed]) -> str:
    return (", " if speech.language == "en" else "、").join(who.person.called(speech.language) for who in people)


def _tell(speech: Speech, given: Arguments, everybody: Sequence[Appointed]) -> None:
    """Who is in and who is not; nothing is made."""
    joined, missing = _parted(everybody)
    if joined:
        speech.say("joined", n=len(joined), names=_names(speech, joined))
    if not missing:
        speech.say("everybody")
        return
    speech.say("missing", n=len(missing), names=_names(speech, missing))
    option = "" if given.config == Path("config.toml") else f" --config {given.config}"
    speech.say("how", invite=f"{called()} invite{option}")


def _parted(everybody: Sequence[Appointed]) -> tuple[list[Appointed], list[Appointed]]:
    """(those who can be reached, those who have not joined or have left)."""
    return [w for w in everybody if w.person.reachable], [w for w in everybody if not w.person.reachable]


def _show(speech: Speech, config: Config, one: Invited) -> None:
    name = one.who.person.called(speech.language)
    areas = (", " if speech.language == "en" else "、").join(one.who.areas)
    speech.say("one", name=name, areas=areas)
    speech.show(qr_terminal(one.link, coloured=sys.stdout.isatty()), one.link)
    speech.say("once", name=name, until=_until(config, one))


def _until(config: Config, one: Invited) -> str:
    return f"{one.until.astimezone(config.place.zone):%m-%d %H:%M}"


def _make_all(speech: Speech, config: Config, out: Path) -> None:
    joined, _ = _parted(asyncio.run(roster(config)))
    folder = Folder(out, private=True)  # before any link is made: what cannot be written should cost nobody a link
    everybody = asyncio.run(invited(config, None))
    for who in joined:  # an earlier picture of hers opens nothing any more, and should not be forwarded
        folder.forget(f"{safe_name(who.person.called(config.place.language))}.png")
    if not everybody:
        for leftover in (speech.word("texts"), speech.word("sheet")):
            folder.forget(leftover)
        speech.say("everybody")
        return
    house = house_of_handouts(config)
    texts = "\n\n".join(words_to_forward(one, house) for one in everybody) + "\n"
    folder.write(speech.word("texts"), texts.encode())
    folder.write(speech.word("sheet"), invitation_sheet(everybody, house))
    with Bar(len(everybody)) as bar:
        for one, picture in invitation_pictures(everybody, house):
            folder.write(f"{folder.name(one.who.person.called(house.language))}.png", picture)
            bar.add(1)
    named = {"folder": f"{out}{os.sep}", "sheet": speech.word("sheet"), "texts": speech.word("texts")}
    speech.say("made", n=len(everybody), **named)
    speech.say("secret", until=_until(config, everybody[0]))
    if joined:
        speech.say("left_out", n=len(joined), names=_names(speech, joined))


INVITE = Command(
    "invite",
    "one-time links for one person or, to print and forward, --all / 邀请一个人，或 --all 所有人",
    run,
    arguments,
)
