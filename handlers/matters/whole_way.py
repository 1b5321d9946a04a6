"""经过: everything that happened to a matter, as its desk sees it, the newest page first, pictures and voices below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domain.events import Content, Event
from domain.matters.draft import media_from_json
from domain.matters.kinds import kind_of
from domain.matters.matter import Matter
from domain.matters.reasons import REASONS
from domain.messages import Media
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.lateness import FACT, late_words
from handlers.matters.cards import prompt_of, what_of, where_line
from handlers.matters.choice_words import why_then
from handlers.matters.judging import words_of
from handlers.matters.lists import name_for
from handlers.matters.member_card import member_state
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_read, must_be_at_its_desk
from handlers.matters.whom import named
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn

PAGE = 20
MOST_MEDIA = 10
WORDS = 120
"""Letters of each thing said that stand in a line."""
WAY = (
    "MatterFiled", "MatterAssigned", "MatterAccepted", "ProgressReported", "WordAdded", "WordTakenBack", "MatterClosed",
    "ClosingUndone", "MatterReported", "ResidentAskedAgain", "ResidentAgreed", "MatterRated", "MatterReopened",
    "MatterLapsed", "MatterWithdrawn", "MatterRaised", "MatterReminded", "MatterOverdue", "MatterUnanswered",
    "MatterPaused", "MatterResumed", "ExtensionAsked", "ExtensionGranted", "ExtensionRefused", "MatterRelaxed",
    "MatterJoined", "KindSet", "PlaceSet", "PhoneShown", "PhoneSeen", "NameHidden", "ResidentNudged", "NoteWritten",
    "DutyPassed", "ResidentUnheard", "ResidentBack", "ToldInPerson", "RungSkipped", "MatterWatched", "PacketAsked",
    "HotlineSet", "ClocksReckoned", "NumberForHotline",
    "PhotoAllowed", "OwnerAsked",
    "HelpAsked", "HelpSought", "HelpDeclined", "HelperJoined", "HelperDone", "HelperLeft", "ColleagueTold",
    "AbuseSaid", "ResidentMuted", "ResidentUnmuted",
    "MatterNoted", "MatterTakenUp", "MattersUnited", "MatterSplit", "SplitUndone",
    "SlipMade", "MatterClaimed",
    "WishSet", "StoodApart", "WordsOpened", "CriedAgain", "AlarmRung",
)  # fmt: skip
WHYS = (
    "transfer", "return", "up", "down", "late", "reopened", "gone", "leave", "place", "desk", "taken_over", "trouble",
    "declined", "changed", "service", "sweep", "alone", "heir", "mediation", "taken_up", "cried",
)  # fmt: skip
OTHER_WHY = "desk"
REMINDED = "MatterReminded"


def show_way(turn: Turn[MattersTransaction], person: Person, matter: Matter, before: int = 0) -> None:
    """The page that ends before that event (0: the newest). Raises NotAllowed."""
    must_be_at_its_desk(turn, person, matter)
    runs = _runs([e for e in turn.tx.events.of(matter.subject) if e.type in WAY and (not before or e.seq < before)])
    page = runs[-PAGE:]
    readable = may_read(turn, person, matter)
    contents = {content.id: content for content in words_of(turn, matter)} if readable else {}
    title = Strong(phrase("card.title", no=matter.number, what=what_of(matter)))
    lines: list[Line | Strong] = [title, where_line(matter)]
    for event, *more in page:
        if more:
            lines.append(_often(turn, person, matter, [event, *more]))
            continue
        lines.append(way_line(turn, person, matter, event, contents.get(_words_id(event))))
        lines += why_then(turn, person, matter, event)
    if not before:
        lines.append(member_state(turn, matter, person))
    earlier: Rows = ((Tap(phrase("way.earlier"), f"way:{page[0][0].seq}"),),) if len(runs) > PAGE else ()
    send(turn, person, *lines, taps=earlier, prompt=prompt_of(matter), about=matter.subject, silent=True)
    media = _media(contents.values(), [event for run in page for event in run], last=not before)
    if media:
        send(turn, person, *media, about=matter.subject, silent=True, purpose="material")


def _runs(events: Sequence[Event]) -> list[list[Event]]:
    """Reminders of the same person with nothing between them are one; everything else stands alone."""
    runs: list[list[Event]] = []
    for event in events:
        last = runs[-1][-1] if runs else None
        if last and event.type == last.type == REMINDED and event.facts.get("to") == last.facts.get("to"):
            runs[-1].append(event)
        else:
            runs.append([event])
    return runs


def _often(turn: Turn[MattersTransaction], reader: Person, matter: Matter, reminders: Sequence[Event]) -> Phrase:
    first, last = reminders[0], reminders[-1]
    to = name_for(turn, reader, matter, str(first.facts.get("to") or matter.owner_id))
    return phrase("way.reminded_often", at=first.at, until=last.at, to=to, n=len(reminders))


def _words_id(event: Event) -> str:
    """Of what ended with a known trouble, the one line that all who waited have read."""
    return event.content_id or str(event.facts.get("words", ""))


def _media(contents: Iterable[Content], page: Sequence[Event], *, last: bool) -> list[Media]:
    """What either side sent in the time of this page, oldest first."""
    if not page:
        return []
    return [
        media_from_json(media)
        for content in contents
        if content.at >= page[0].at and (last or content.at <= page[-1].at)
        for media in content.media
    ][:MOST_MEDIA]


def way_line(
    turn: Turn[MattersTransaction],
    reader: Person,
    matter: Matter,
    event: Event,
    content: Content | None,
    *,
    at: object = None,
) -> Phrase:
    """One event in words; `at` instead of its instant where that is to be said in another way."""
    facts = event.facts
    why = str(facts.get("why", ""))
    args: dict[str, object] = {
        "at": at or event.at,
        "who": name_for(turn, reader, matter, event.by),
        "owner": name_for(turn, reader, matter, str(facts.get("owner") or matter.owner_id)),
        "to": name_for(turn, reader, matter, str(facts.get("to") or matter.owner_id)),
        "helper": name_for(turn, reader, matter, str(facts.get("helper") or event.by)),
        "line": _words(content) if may_read(turn, reader, matter) else phrase("complaint.not_shown"),
        "why": _why(why, str(facts.get("reason", "")), content),
        "wait": phrase(f"pause.wait_{why}") if event.type == "MatterPaused" else "",
        "area": _area(turn, str(facts.get("area", ""))),
        "grade": facts.get("grade", 0),
        "number": facts.get("number", ""),
        "kind": phrase(kind_of(str(facts.get("kind") or matter.kind)).name_key),
        "cause": phrase(f"cause.{facts.get('cause') or 'solved'}"),
    }
    line = Phrase("metoo.way" if event.type == "MatterJoined" and "lead" in facts else f"way.{event.type}", args)
    late = int(facts.get(FACT, 0))
    return phrase("late.way", line=line, late=late_words(late)) if late else line


def _why(why: str, reason: str, content: Content | None) -> Phrase:
    """With what was said when it was handed up, given back or sent down."""
    why_words = phrase(f"way.why_{why if why in WHYS else OTHER_WHY}")
    because = phrase(f"ladder.for_{reason}") if reason in REASONS else _words(content) if content else ""
    return phrase("ladder.because", why=why_words, reason=because) if because else why_words


def _area(turn: Turn[MattersTransaction], area_id: str) -> object:
    area = turn.tx.areas.tree().areas.get(area_id)
    return named(area) if area else ""


def _words(content: Content | None) -> object:
    if content is None or not (content.text or content.media):
        return phrase("told.erased")
    if not content.text:
        return phrase("told.media")
    return content.text if len(content.text) <= WORDS else content.text[: WORDS - 1] + "…"
