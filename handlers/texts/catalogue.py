"""All texts by key, each with its Chinese and its English side by side."""

from __future__ import annotations

from handlers.texts.abuse import ABUSE
from handlers.texts.asking import ASKING
from handlers.texts.away import AWAY
from handlers.texts.book import BOOK
from handlers.texts.choice import CHOICE
from handlers.texts.complaints import COMPLAINTS
from handlers.texts.core import CORE
from handlers.texts.desk import DESK
from handlers.texts.digests import DIGESTS
from handlers.texts.explaining import EXPLAINING
from handlers.texts.finding import FINDING
from handlers.texts.flyers import FLYERS
from handlers.texts.helping import HELPING
from handlers.texts.intake import INTAKE
from handlers.texts.kinds import KINDS
from handlers.texts.ladder import LADDER
from handlers.texts.lists import LISTS
from handlers.texts.me import ME
from handlers.texts.meetings import MEETINGS
from handlers.texts.member import MEMBER
from handlers.texts.metoo import METOO
from handlers.texts.notices import NOTICES
from handlers.texts.outages import OUTAGES
from handlers.texts.pausing import PAUSING
from handlers.texts.people import PEOPLE
from handlers.texts.printed import DIGEST_SHEET, DRAWN, SHEET
from handlers.texts.reporting import REPORTING
from handlers.texts.resident import RESIDENT
from handlers.texts.roster import ROSTER
from handlers.texts.safety import SAFETY
from handlers.texts.seasons import SEASONS
from handlers.texts.telling_stories import TELLING_STORIES
from handlers.texts.topics import TOPICS
from handlers.texts.trouble import TROUBLE
from handlers.texts.visits import VISITS

TEXTS: dict[str, tuple[str, str]] = {
    **CORE,
    **KINDS,
    **CHOICE,
    **PEOPLE,
    **REPORTING,
    **RESIDENT,
    **MEMBER,
    **PAUSING,
    **COMPLAINTS,
    **ABUSE,
    **DESK,
    **HELPING,
    **LADDER,
    **TROUBLE,
    **METOO,
    **SAFETY,
    **ME,
    **AWAY,
    **SEASONS,
    **ROSTER,
    **DRAWN,
    **SHEET,
    **DIGEST_SHEET,
    **DIGESTS,
    **LISTS,
    **MEETINGS,
    **INTAKE,
    **VISITS,
    **ASKING,
    **EXPLAINING,
    **TOPICS,
    **BOOK,
    **FINDING,
    **NOTICES,
    **OUTAGES,
    **FLYERS,
    **TELLING_STORIES,
}
