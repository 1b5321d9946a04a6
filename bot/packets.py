"""Work: the page that goes with a matter to the 12345 hotline is set in the child process and sent to the desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bot.clock import Clock
from bot.crafts.packets import print_packet
from bot.made import KEPT, Made
from bot.press import ChildLost, JobFailed, Press
from bot.work import Hopeless
from domain.matters.packet import Packet
from domain.messages import Media, MediaKind
from handlers.matters.packet import packet_of
from handlers.matters.packet_sending import packet_failed, send_packet
from handlers.matters.ports import MattersTransaction
from handlers.turn import Turn
from storage.database import Database
from storage.transaction import Transaction
from storage.work import Job

TRIES = 3
"""Somebody waits for it: after so many failures she is told."""


class Ready(NamedTuple):
    packet: Packet
    page: Media


class Packets:
    """A bot.work.Kind; subject "matter:<id>", args: person, asked (a content's id), key. `media` has the photos."""

    def __init__(
        self,
        database: Database,
        turn: Callable[[Transaction], Turn[MattersTransaction]],
        press: Press,
        made: Made,
        media: Path,
        clock: Clock,
    ) -> None:
        self._database, self._turn, self._press = database, turn, press
        self._made, self._media, self._clock = made, media, clock

    async def do(self, job: Job) -> Ready:
        packet, names, number = await self._database.read("packet", lambda tx: self._read(tx, job))
        try:
            made = await self._press.run(print_packet, packet, [self._media / name for name in names])
        except (ChildLost, JobFailed) as error:
            if job.attempts >= TRIES:
                raise Hopeless(str(error)) from error
            raise
        ref = await self._made.keep(made, ".pdf", self._clock.now())
        return Ready(packet, Media(MediaKind.DOCUMENT, ref, name=f"12345-{number}.pdf"))

    def _read(self, tx: Transaction, job: Job) -> tuple[Packet, list[str], str]:
        """The page's words, the names of its photos at home, and our number."""
        matter = tx.matters.get(job.subject.partition(":")[2])
        reader, asked = tx.people.get(str(job.args["person"])), tx.contents.get(str(job.args["asked"]))
        packet = packet_of(self._turn(tx), matter, reader, asked)
        names = [tx.notes.get(f"file:{ref}") for ref in packet.photos]
        return packet, [name for name in names if name], matter.number

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, Ready)
        turn, person = self._turn(tx), tx.people.get(str(job.args["person"]))
        matter = tx.matters.get(job.subject.partition(":")[2])
        until = turn.now + KEPT / 2
        send_packet(turn, person, matter, str(job.args["key"]), result.packet, result.page, until)

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        packet_failed(self._turn(tx), tx.people.get(str(job.args["person"])), str(job.args["key"]))
