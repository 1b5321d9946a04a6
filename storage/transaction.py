"""One transaction as the acts see it: its instant, its chance, and the repositories, each built when asked for."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from random import Random

from domain.areas import Tree
from domain.errors import DomainError
from storage.abilities import Abilities, Resources
from storage.areas import Areas
from storage.asked import Asked
from storage.book_search import BookSearch
from storage.choosing import Choosing
from storage.contents import Contents
from storage.desk import Desk
from storage.dialogs import Dialogs
from storage.digests import Digests
from storage.entries import Entries
from storage.erasing import Erasing
from storage.events import Events
from storage.excluded import Excluded
from storage.files import Files
from storage.guests import Guests
from storage.handles import Handles
from storage.hands import Hands
from storage.helpers import Helpers
from storage.keeping import Keeping
from storage.mailings import Mailings
from storage.matters import Matters
from storage.meetings import Meetings
from storage.mutes import Mutes
from storage.needs import Needs
from storage.notes import Notes
from storage.notice_copies import NoticeCopies
from storage.notice_questions import NoticeQuestions
from storage.notices import Notices
from storage.offers import Offers
from storage.outbox import Outbox
from storage.people import People
from storage.projects import Projects
from storage.quarantine import Quarantine
from storage.question_answers import QuestionAnswers
from storage.questions import Questions
from storage.resolutions import Resolutions
from storage.roster import Roster
from storage.schedule import Schedule
from storage.search import Search
from storage.seen import Seen
from storage.sheets import Sheets
from storage.slips import Slips
from storage.statements import Statements
from storage.stories import Stories
from storage.supporters import Supporters
from storage.topics import Topics
from storage.troubles import Troubles
from storage.unanswered import Unanswered
from storage.unheard import Unheard
from storage.venues import Venues
from storage.visits import Visits
from storage.work import Work


class Transaction:
    """Fits handlers.ports.Transaction and every family's own; valid only while its act runs."""

    def __init__(self, statements: Statements, now: datetime, chance: Random, trees: dict[str, Tree]) -> None:
        self.statements = statements
        self.now = now
        self.chance = chance
        self._trees = trees

    @contextmanager
    def whole(self) -> Iterator[None]:
        """A rule of the house that says no inside takes back what was written inside."""
        self.statements.run("SAVEPOINT whole")
        try:
            yield
        except DomainError:
            self.statements.run("ROLLBACK TO SAVEPOINT whole")
            self.statements.run("RELEASE SAVEPOINT whole")
            raise
        self.statements.run("RELEASE SAVEPOINT whole")

    def new_id(self) -> str:
        return b32encode(self.chance.getrandbits(80).to_bytes(10, "big")).decode().lower()

    @cached_property
    def people(self) -> People:
        return People(self.statements)

    @cached_property
    def areas(self) -> Areas:
        return Areas(self.statements, self._trees)

    @cached_property
    def roster(self) -> Roster:
        return Roster(self.statements)

    @cached_property
    def abilities(self) -> Abilities:
        return Abilities(self.statements)

    @cached_property
    def resources(self) -> Resources:
        return Resources(self.statements)

    @cached_property
    def choosing(self) -> Choosing:
        return Choosing(self.statements)

    @cached_property
    def excluded(self) -> Excluded:
        return Excluded(self.statements)

    @cached_property
    def hands(self) -> Hands:
        return Hands(self.statements)

    @cached_property
    def helpers(self) -> Helpers:
        return Helpers(self.statements)

    @cached_property
    def mutes(self) -> Mutes:
        return Mutes(self.statements)

    @cached_property
    def events(self) -> Events:
        return Events(self.statements)

    @cached_property
    def contents(self) -> Contents:
        return Contents(self.statements)

    @cached_property
    def schedule(self) -> Schedule:
        return Schedule(self.statements)

    @cached_property
    def dialogs(self) -> Dialogs:
        return Dialogs(self.statements, self.now)

    @cached_property
    def digests(self) -> Digests:
        return Digests(self.statements, self.now)

    @cached_property
    def handles(self) -> Handles:
        return Handles(self.statements)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self.statements, self.now, self.handles)

    @cached_property
    def seen(self) -> Seen:
        return Seen(self.statements)

    @cached_property
    def notes(self) -> Notes:
        return Notes(self.statements)

    @cached_property
    def matters(self) -> Matters:
        return Matters(self.statements)

    @cached_property
    def asked(self) -> Asked:
        return Asked(self.statements)

    @cached_property
    def desk(self) -> Desk:
        return Desk(self.statements)

    @cached_property
    def troubles(self) -> Troubles:
        return Troubles(self.statements)

    @cached_property
    def supporters(self) -> Supporters:
        return Supporters(self.statements)

    @cached_property
    def search(self) -> Search:
        return Search(self.statements, self.areas)

    @cached_property
    def erasing(self) -> Erasing:
        return Erasing(self.statements, self.now, self.search)

    @cached_property
    def keeping(self) -> Keeping:
        return Keeping(self.statements, self.files, self.search)

    @cached_property
    def files(self) -> Files:
        return Files(self.statements, self.work)

    @cached_property
    def unheard(self) -> Unheard:
        return Unheard(self.statements)

    @cached_property
    def mailings(self) -> Mailings:
        return Mailings(self.statements)

    @cached_property
    def unanswered(self) -> Unanswered:
        return Unanswered(self.statements)

    @cached_property
    def needs(self) -> Needs:
        return Needs(self.statements)

    @cached_property
    def offers(self) -> Offers:
        return Offers(self.statements)

    @cached_property
    def projects(self) -> Projects:
        return Projects(self.statements)

    @cached_property
    def sheets(self) -> Sheets:
        return Sheets(self.statements)

    @cached_property
    def meetings(self) -> Meetings:
        return Meetings(self.statements)

    @cached_property
    def guests(self) -> Guests:
        return Guests(self.statements)

    @cached_property
    def resolutions(self) -> Resolutions:
        return Resolutions(self.statements)

    @cached_property
    def visits(self) -> Visits:
        return Visits(self.statements)

    @cached_property
    def venues(self) -> Venues:
        return Venues(self.statements)

    @cached_property
    def slips(self) -> Slips:
        return Slips(self.statements)

    @cached_property
    def questions(self) -> Questions:
        return Questions(self.statements, self.now)

    @cached_property
    def question_answers(self) -> QuestionAnswers:
        return QuestionAnswers(self.statements, self.now)

    @cached_property
    def topics(self) -> Topics:
        return Topics(self.statements, self.now)

    @cached_property
    def entries(self) -> Entries:
        return Entries(self.statements)

    @cached_property
    def book_search(self) -> BookSearch:
        return BookSearch(self.statements)

    @cached_property
    def notices(self) -> Notices:
        return Notices(self.statements, self.now)

    @cached_property
    def notice_copies(self) -> NoticeCopies:
        return NoticeCopies(self.statements)

    @cached_property
    def notice_questions(self) -> NoticeQuestions:
        return NoticeQuestions(self.statements)

    @cached_property
    def stories(self) -> Stories:
        return Stories(self.statements)

    @cached_property
    def work(self) -> Work:
        return Work(self.statements, self.now)

    @cached_property
    def quarantine(self) -> Quarantine:
        return Quarantine(self.statements, self.chance)
