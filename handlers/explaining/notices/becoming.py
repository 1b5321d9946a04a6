"""转成小事: what was asked under a notice becomes a matter of whoever asked, with a number and somebody who has it."""

from __future__ import annotations

from dataclasses import replace

from domain.areas import Spot
from domain.explaining.notice import Notice, NoticeQuestion
from domain.matters.draft import Draft, media_from_json
from domain.matters.matter import Tier
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import phrase
from handlers.areas import area_name
from handlers.explaining.notices.asking import show_card
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import asked_words
from handlers.matters.command import FileMatter, line_of
from handlers.matters.filing import file_matter
from handlers.speaking import quiet, send
from handlers.telling import tell
from handlers.turn import Turn

KIND = "enquiry"


def become_matter(turn: Turn[NoticesTransaction], person: Person, notice: Notice, question: NoticeQuestion) -> None:
    """Whoever asked is told before she gets its number; it is hers, and she may withdraw it."""
    asker = turn.tx.people.get(question.person_id)
    words = phrase("notices.becomes", asked=asked_words(question), desk=area_name(turn, notice.desk_id))
    send(turn, asker, words, silent=quiet(turn))
    spot = Spot(asker.spot_grid, asker.spot_label)
    media = tuple(media_from_json(each) for each in question.media)
    draft = replace(Draft(turn.now, turn.now, media=media).with_words("", question.words, turn.now))
    what = line_of(question.words, spot.label)
    matter = file_matter(turn, asker, FileMatter(draft, KIND, Tier.ORDINARY, spot, what))
    became = replace(question, matter_id=matter.id)
    turn.tx.notice_questions.save(became)
    turn.tx.schedule.cancel(question.subject)
    tell(turn, notice.subject, "NoticeQuestionFiled", by=person.id, question=question.id, matter=matter.id)
    show_card(turn, turn.tx.people.get(question.to_id), notice, became, Op.UPDATE)
