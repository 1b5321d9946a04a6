"""Work: a notice is set as a flyer in the child process and sent to whoever wants to put it up."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from bot.crafts.flyers import print_flyer
from bot.digests import Room
from bot.press import ChildLost, JobFailed
from bot.work import Hopeless
from domain.explaining.flyer import Form, Page
from domain.explaining.notice import Notice
from domain.matters.draft import media_from_json
from domain.messages import Media, MediaKind
from domain.phrases import phrase
from handlers.explaining.flyers.words import page_of
from handlers.explaining.notices.flyers import flyer_failed, send_flyer
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import kind_of
from handlers.speaking import voice_of
from handlers.texts.say import ShortDay
from handlers.turn import Turn
from storage.transaction import Transaction
from storage.work import Job

TRIES = 3
"""She waits for it: after so many failures she is told."""


class Wanted(NamedTuple):
    page: Page
    pictures: list[str]
    called: str


class Flyers:
    """A bot.work.Kind; subject and args as in handlers.explaining.notices.flyers. `media` has the pictures."""

    def __init__(self, room: Room, media: Path) -> None:
        self._room, self._media = room, media

    async def do(self, job: Job) -> Media:
        form = Form(str(job.args["form"]))
        wanted = await self._room.database.read("flyer", lambda tx: self._read(tx, job))
        try:
            made = await self._room.press.run(
                print_flyer, wanted.page, form, [self._media / name for name in wanted.pictures]
            )
        except (ChildLost, JobFailed) as error:
            if job.attempts >= TRIES:
                raise Hopeless(str(error)) from error
            raise
        kind, ending = (MediaKind.PHOTO, ".png") if form is Form.PICTURE else (MediaKind.DOCUMENT, ".pdf")
        ref = await self._room.made.keep(made, ending, self._room.clock.now())
        return Media(kind, ref, name=f"{wanted.called}{ending}")

    def _turn(self, tx: Transaction) -> Turn[NoticesTransaction]:
        fits: NoticesTransaction = tx
        return Turn(fits, self._room.house())

    def _read(self, tx: Transaction, job: Job) -> Wanted:
        """The page's words, the names of the pictures at home, and what the file is called."""
        turn, notice = self._turn(tx), _notice(tx, job)
        photos = [each for each in map(media_from_json, notice.media) if each.kind is MediaKind.PHOTO]
        names = [tx.notes.get(f"file:{photo.ref}") for photo in photos]
        reader = tx.people.get(str(job.args["person"]))
        day = ShortDay(notice.sent_at.astimezone(turn.house.zone).date())
        called = voice_of(turn, reader).say(phrase("flyer.file", kind=kind_of(notice), day=day))
        return Wanted(page_of(turn, notice), [name for name in names if name], called)

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, Media)
        person = tx.people.get(str(job.args["person"]))
        send_flyer(self._turn(tx), person, _notice(tx, job), result, str(job.args["key"]))

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        flyer_failed(self._turn(tx), tx.people.get(str(job.args["person"])), str(job.args["key"]))


def _notice(tx: Transaction, job: Job) -> Notice:
    return tx.notices.get(job.subject.partition(":")[2])
