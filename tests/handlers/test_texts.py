"""The catalogue: every text is used, every text that is used is there, and both languages say the same things."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.digest_table import BEHIND
from bot.matter_rows import MatterRows
from domain.areas import Tree
from domain.desk.finding import Standing
from domain.desk.needs import Group
from domain.digests.asked import OFFERED
from domain.digests.course import LEVELS
from domain.digests.figures import Figure, Side
from domain.duty.skills import WORDS
from domain.explaining.entry import EntryState
from domain.explaining.flyer import Form
from domain.explaining.notice import Misfit, NoticeKind
from domain.explaining.outage import OFF
from domain.explaining.story import StoryState
from domain.explaining.topics import Topic
from domain.listening.entry import Why
from domain.listening.meeting import Answer, MeetingKind, MeetingState
from domain.listening.need import Heard, NeedKind, NeedState
from domain.listening.offer import OfferState
from domain.listening.resolution import Becomes
from domain.listening.resolution import Kept as KeptOfMeetings
from domain.listening.visit import VisitSort
from domain.matters.danger import Sort
from domain.matters.kinds import KINDS, UNHEARD, VIDEO, VOICE
from domain.matters.matter import Cause, Level, State, Tier, Word
from domain.matters.reasons import REASONS
from domain.matters.seasons import DEGREES, SCOPE, heating_pack
from domain.matters.trouble import Stage
from domain.matters.waits import Wait
from handlers.digests.behind import WHY
from handlers.digests.saying import COUNTS, RATES
from handlers.explaining.book.changing import FIELDS as PARTS_OF_AN_ENTRY
from handlers.explaining.book.lists import DESKS as DESKS_OF_THE_BOOK
from handlers.explaining.book.printing import Form as FORMS_OF_THE_BOOK
from handlers.explaining.family import ROOMS as ROOMS_OF_EXPLAINING
from handlers.explaining.notices.composing import DAYS as DAYS_OF_NOTICES
from handlers.explaining.notices.composing import SOON
from handlers.explaining.notices.writing import PARTS as PARTS_OF_A_NOTICE
from handlers.families import FAMILIES
from handlers.listening.family import ROOMS as ROOMS_OF_LISTENING
from handlers.listening.meetings.whom import LIVING, SERVING
from handlers.listening.preview import LISTS as LISTS_OF_A_SHEET
from handlers.listening.questions.composing import DAYS as DAYS_OF_ASKING
from handlers.listening.visits.outcomes import DO as DO_WITH_A_VISIT
from handlers.listening.visits.slip_page import STEPS as STEPS_OF_A_SLIP
from handlers.listening.year import FIGURES as FIGURES_OF_THE_YEAR
from handlers.matters.abuse import REASONS as REASONS_OF_ABUSE
from handlers.matters.cards import WORDED
from handlers.matters.choice_words import SAID, SAID_OTHERWISE
from handlers.matters.closing import CAUSES
from handlers.matters.danger import ANSWERS
from handlers.matters.judging import GRADES
from handlers.matters.lists import TOLD
from handlers.matters.more import READY
from handlers.matters.packet_sending import ASKS
from handlers.matters.pausing import OFFERED as OFFERED_WAITS
from handlers.matters.reasons import CARRY_REASONS
from handlers.matters.whole_way import WAY, WHYS
from handlers.matters.wishes import PAUSE, RESULT
from handlers.safety.alarms import Ill
from handlers.safety.copying import HEADINGS
from handlers.safety.kept import SEEN
from handlers.texts.catalogue import TEXTS
from handlers.texts.say import Voice

ROOT = Path(__file__).parents[2]
ROOMS = {key.partition(".")[0] for key in TEXTS}
KEY = re.compile(rf"(?:{'|'.join(ROOMS)})\.\w+")
STIFF = ("尊敬", "贵方", "贵小区", "予以", "已受理", "！")
"""Words and marks that the bot does not use."""

COLUMNS = MatterRows(Tree(), Voice("zh", datetime.now(UTC), ZoneInfo("UTC")), names=True).told
COLUMNS_OF_LISTS = (
    "line",
    "kind",
    "area",
    "heard",
    "noted",
    "taken",
    "until",
    "in_project",
    "stands",
    "result",
    "what",
)
CLOCKS = ("contact", "progress", "result")
ENDS = ("", *(f"_{cause.value}" for cause in WORDED))


def codes_of_the_rates() -> set[str]:
    """The reasons that cases are given, read from the rules themselves."""
    calls = [
        node
        for node in ast.walk(ast.parse((ROOT / "domain/digests/rates.py").read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Case"
    ]
    return {str(call.args[2].value) for call in calls if len(call.args) > 2 and isinstance(call.args[2], ast.Constant)}


EXPANSIONS: Mapping[str, Iterable[object]] = {
    "abuse.why_{}": REASONS_OF_ABUSE,
    "asking.until_{}": DAYS_OF_ASKING,
    "notices.kind_{}": list(NoticeKind),
    "notices.misfit_{}": list(Misfit),
    "notices.part_{}": PARTS_OF_A_NOTICE,
    "notices.until_{}": [*DAYS_OF_NOTICES, *SOON],
    "book.part_{}": PARTS_OF_AN_ENTRY,
    "book.ask_{}": ("question", "answer", "ways", "source"),
    "book.is_{}": (EntryState.PROPOSED.value, EntryState.WITHDRAWN.value),
    "book.digest_{}": ("new", "reviewed", "due"),
    "book.tap_{}": DESKS_OF_THE_BOOK,
    "book.page_{}": ("contents", "index", "scan"),
    **{f"book.{of}_{{}}": FORMS_OF_THE_BOOK for of in ("file", "made", "making")},
    "topics.{}": [topic.value for topic in Topic],
    "kept.{}": SEEN,
    "copy.{}": [*SEEN, *HEADINGS],
    "copy.is_{}": [
        *("name", "phone", "place", "account"),
        *("where", "kind", "filed", "stands", "named", "closing", "noted", "behalf", "grade"),
    ],
    "alarm.{}": [ill.value for ill in Ill],
    "alarm.{}_over": [ill.value for ill in Ill],
    "cause.{}": [*(cause.value for cause in CAUSES), "noted"],
    "complaint.card_{}": ["quiet_word", "mediation"],
    "complaint.next_{}": ["quiet_word", "mediation"],
    "choice.{}": [*SAID, *(f"desk_{code}" for code in SAID_OTHERWISE)],
    "tale.instead_{}": ["building", "indoors", "place", "resident", "number"],
    "tale.ask_{}": ["resident", "member"],
    "tale.how_{}": ["resident", "member"],
    "tale.photo_{}": ["resident", "member"],
    "tale.typed_{}": ["yes", "no"],
    "tale.is_{}": [state.value for state in (StoryState.REFUSED, StoryState.LAPSED, StoryState.DOWN)],
    "tale.hears_{}": [state.value for state in (StoryState.REFUSED, StoryState.LAPSED, StoryState.DOWN)],
    "tale.desk_{}": [state.value for state in (StoryState.REFUSED, StoryState.LAPSED, StoryState.DOWN)],
    "tale.hers_{}": ["waiting", "told", "over"],
    "close.line_{}": [cause.value for cause in CAUSES if cause is not Cause.JOINED],
    "closing.{}": [
        f"{how}{end}"
        for how in (*(c.value for c in CAUSES), "hotline", "quiet_word", "mediation")
        for end in ("", "_silent")
    ],
    "danger.{}": [sort.value for sort in Sort],
    "despair.{}": ANSWERS,
    "duty.take{}": ("", "_of"),
    "duty.swap{}": ("", "_of"),
    "find.{}": [each.value for each in Standing if each is not Standing.DANGER],
    "way.{}": WAY,
    "way.why_{}": WHYS,
    "desk.chip_{}": Group,
    "desk.group_{}": Group,
    "desk.item_{}": Group,
    "desk.unreachable_{}": ["anonymous", "end", "on"],
    "digest.{}": [
        *RATES,
        "solved_and_silent",
        "satisfied_and_silent",
        *(f"{of}_time{few}" for of in ("contact", "result") for few in ("", "_few")),
    ],
    "digest.{}_{}": [f"{rate}_{side}" for rate in RATES for side in Side],
    "digest.at_{}": Level,
    "digest.level_{}": Level,
    "digest.left_{}": ["withdrawn", "set_aside", "trouble", "me_too", "running", "awaiting"],
    "digest.name_{}": Figure,
    "digest.par_{}": RATES,
    "digest.n_{}": ("new", "closed", "open", "overdue"),
    "digest.span_{}": OFFERED,
    "digest.state_{}": [state.value for state in (State.WAITING, State.TAKEN, State.CLOSING)],
    "digest.tap_{}": [*COUNTS, *RATES],
    "digest.why_{}": WHY,
    "draft.{}": ["chat", "nothing"],
    "grade.{}": GRADES,
    "ladder.at_{}": Level,
    "ladder.card_{}": CARRY_REASONS,
    "ladder.for_{}": REASONS,
    "invite.welcome_{}": ["desk", "member"],
    "intake.{}": ("new", "changed", "struck", "same"),
    "intake.of_{}": LISTS_OF_A_SHEET,
    "intake.why_{}": [why.value for why in Why],
    "lists.col_{}": COLUMNS_OF_LISTS,
    "lists.digest_{}": ("noted", "struck", "begun", "over"),
    "lists.hers_{}": OfferState,
    "lists.heard_{}": [heard.value for heard in Heard if heard is not Heard.MATTER],
    "lists.is_{}": NeedState,
    "lists.kind_{}": NeedKind,
    "lists.project_{}": ("struck", "dropped"),
    "lists.match_{}": ("asked", "agreed"),
    "lists.told_{}": ("agreed", "declined"),
    "lists.you_{}": ("agreed", "declined"),
    "lists.why_{}": ("same", "beside"),
    "lists.year_of_{}": [*FIGURES_OF_THE_YEAR, *(name for family in FAMILIES for name in family.figures)],
    "explaining.room_{}": ROOMS_OF_EXPLAINING,
    "lists.room_{}": ROOMS_OF_LISTENING,
    "slip.page_{}": STEPS_OF_A_SLIP,
    "visits.digest_{}": ("matters", "needs", "thanks", "flyers"),
    "visits.sort_{}": VisitSort,
    "visits.tap_{}": DO_WITH_A_VISIT,
    "meetings.{}": [answer.value for answer in Answer if answer],
    "meetings.matter_{}": ("waiting", "taken", "over"),
    "meetings.becomes_{}": Becomes,
    "meetings.hers_{}": [answer.value or "silent" for answer in Answer],
    "meetings.n_{}": [answer.value or "silent" for answer in Answer],
    "meetings.kept_{}": KeptOfMeetings,
    "meetings.tap_{}": KeptOfMeetings,
    "meetings.kind_{}": MeetingKind,
    "meetings.noun_{}": MeetingKind,
    "meetings.stands_{}": MeetingState,
    "meetings.whom_{}": (SERVING, LIVING),
    "media.{}_{}": [f"{name}_{count}" for name in ("photo", "video", "voice") for count in ("one", "many")],
    "mine.{}": ["history", "place", "call", "withdraw", "hide", "change", "hotline", "nothing"],
    "more.{}": [
        "need",
        "story",
        "mediate",
        "split",
        "unite",
        "join",
        "close",
        "note",
        "kind",
        "place",
        "history",
        "ask_phone",
        "trouble",
        "pause",
        "extend",
        "urgency",
        "up",
        "down",
        "hotline",
        "help",
        "abuse",
        "elsewhere",
        "nothing",
    ],
    "extend.wish_{}": (RESULT, PAUSE),
    "pause.tap_{}": OFFERED_WAITS,
    "pause.wait_{}": Wait,
    "tier.{}": Tier,
    "drawn.flow_{}": ("day", "week", "month"),
    "drawn.open_at_end_{}": ("day", "week", "month"),
    "metoo.photo_said_{}": ["yes", "no"],
    "packet.{}": ["what", "where", "since", "owner", "homes"],
    "packet.ask_{}": ASKS,
    "packet.blank_{}": ["number", "who", "on"],
    "ready.{}": READY,
    "remind.{}_{}": [f"{when}_{clock}" for when in ("plain", "half", "soon", "late") for clock in CLOCKS],
    "report.{}": [VOICE, VIDEO],
    "report.{}_first": [VOICE, VIDEO],
    "report.mend_{}": ["words", "place", "kind", "anonymous", "behalf", "back"],
    "report.why_{}": ["question", "chat", "nothing", "back"],
    "small.{}": ["thanks", "greeting", "ok", "abuse_no_matter"],
    "split.do_{}": (2, 3),
    "tap.good{}": ENDS,
    "tap.not_yet{}": ENDS,
    "tasks.line_{}": [*(state.value for state in (State.WAITING, State.TAKEN, State.CLOSING)), "paused"],
    "roster.ask_{}": ("takes", "refuses"),
    "roster.line_{}": ("takes", "refuses"),
    "roster.tap_{}": ("skills", "most", "kinds", "days", "flags", "night", "lent", "phone", "out"),
    "roster.weekday_{}": "1234567",
    "season.ask_{}": (SCOPE, DEGREES),
    "season.notice_{}": [heating_pack().code],
    "skill.{}": WORDS,
    "sheet.{}": [told.key for told in COLUMNS],
    "sheet.about_{}": [told.key for told in COLUMNS],
    "sheet.level_{}": LEVELS,
    "sheet.state_{}": [state.value for state in State],
    "sheet.tier_{}": [tier.value for tier in Tier],
    "sheet.word_{}": [word.value for word in Word if word],
    "table.{}": (*BEHIND, Figure.SETTLED),
    "table.how_{}": (*BEHIND, Figure.SETTLED),
    "table.why_{}": (*CLOCKS, *codes_of_the_rates(), "grade"),
    "told.{}": TOLD,
    "flyer.as_{}": Form,
    "flyer.band_{}": NoticeKind,
    "outage.of_{}": OFF,
    "outage.off_{}": OFF,
    "trouble.unheard_{}": ["end", "on"],
    "trouble.{}_{}": [*(f"is_{stage.value}" for stage in Stage), "was_ended", "was_withdrawn"],
}
"""What each key that is put together can become. `{}_{}` is filled as a whole."""

ASKED = {"kind.{}", "place.{}"}
"""Keys of questions that look like keys of texts."""


def sources() -> Iterator[ast.AST]:
    for folder in ("handlers", "bot"):
        for module in (ROOT / folder).rglob("*.py"):
            if "texts" not in module.parts:
                yield ast.parse(module.read_text("utf-8"))


def nodes() -> Iterator[ast.AST]:
    return (node for tree in sources() for node in ast.walk(tree))


def written() -> set[str]:
    """String constants that have the shape of a key, and the names of the kinds, which the domain spells."""
    found = {node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    keys = {value for value in found if KEY.fullmatch(value) and not value.endswith("_")}
    return (keys - ASKED) | {kind.name_key for kind in (KINDS | UNHEARD).values()}


def composed() -> set[str]:
    """Keys put together by an f-string, each changing part as `{}`."""
    found = {_pattern(node) for node in nodes() if isinstance(node, ast.JoinedStr)}
    return {pattern for pattern in found if re.match(rf"(?:{'|'.join(ROOMS)})\.\w*{{", pattern)} - ASKED


def _pattern(joined: ast.JoinedStr) -> str:
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in joined.values)


def expanded() -> set[str]:
    return {pattern.replace("{}_{}", "{}").format(value) for pattern, values in EXPANSIONS.items() for value in values}


def test_every_key_that_is_put_together_says_here_what_it_can_become() -> None:
    assert composed() == set(EXPANSIONS)


def test_every_key_that_is_used_has_a_text() -> None:
    assert sorted((written() | expanded()) - set(TEXTS)) == []


def test_every_text_is_used() -> None:
    assert sorted(set(TEXTS) - written() - expanded()) == []


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_are_there_and_take_the_same_arguments(key: str) -> None:
    zh, en = TEXTS[key]
    assert zh.strip()
    assert en.strip()
    assert _fields(zh) == _fields(en)


@pytest.mark.parametrize("key", TEXTS)
def test_the_chinese_is_plain_and_the_english_is_english(key: str) -> None:
    zh, en = TEXTS[key]
    assert not [word for word in STIFF if word in zh]
    assert not re.search(r"[一-鿿]", en) or key in ("language.other", "menu.language")
    assert "!" not in en


@pytest.mark.parametrize("key", TEXTS)
def test_no_mark_is_doubled_and_chinese_sentences_end_in_chinese_marks(key: str) -> None:
    zh, en = TEXTS[key]
    assert not re.search(r"[。，；：？]{2}|[,;?]$", zh)
    assert not re.search(r"\.\.|,,|  ", en)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
