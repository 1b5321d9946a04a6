"""What is said of a meeting wherever it stands: what it is, where and when, and what is to be spoken of."""

from __future__ import annotations

from domain.areas import Tree
from domain.listening.meeting import Meeting, Stop, Topic
from domain.listening.need import Heard
from domain.matters.kinds import kind_of
from domain.matters.matter import Matter
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.areas import area_name
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.matters.assigning import owner_name
from handlers.texts.say import Dated
from handlers.turn import Turn

PROMPT = "meet:"


def title_of(meeting: Meeting) -> Phrase:
    """Kind, when and where."""
    return phrase(
        "meetings.title", kind=kind_name(meeting), when=Dated(meeting.starts_at), place=place_of(meeting)
    )  # fmt: skip


def kind_name(meeting: Meeting) -> Phrase:
    return phrase(f"meetings.kind_{meeting.kind.value}")


def noun_of(meeting: Meeting) -> Phrase:
    """What one comes to."""
    return phrase(f"meetings.noun_{meeting.kind.value}")


def place_of(meeting: Meeting) -> object:
    """As long as its words are kept."""
    return meeting.place or phrase("lists.erased")


def convener_of(turn: Turn[MeetingsTransaction], meeting: Meeting, reader: Person) -> object:
    if meeting.convener_id == reader.id:
        return phrase("who.you")
    return owner_name(turn.tx.people.get(meeting.convener_id))


def topic_lines(turn: Turn[MeetingsTransaction], topics: list[Topic], *, stranger: bool = False) -> list[Phrase]:
    """`stranger`: for somebody who serves nowhere."""
    said = [topic_words(turn, topic, stranger=stranger) for topic in topics]
    return [phrase("meetings.topic", n=n, line=line) for n, line in enumerate(said, 1)]


def topic_words(turn: Turn[MeetingsTransaction], topic: Topic, *, stranger: bool) -> object:
    """What was heard at a door or came of a matter strangers hear by kind and place: the words may be a resident's."""
    if topic.matter_id:
        return matter_words(turn, turn.tx.matters.get(topic.matter_id))
    need = turn.tx.needs.get(topic.need_id) if topic.need_id and stranger else None
    if need is not None and need.heard in (Heard.MATTER, Heard.VISIT):
        kind = phrase(f"lists.kind_{need.kind.value}")
        return phrase("meetings.of_need", area=area_name(turn, need.area_id), kind=kind)
    return topic.line or phrase("lists.erased")


def matter_words(turn: Turn[MeetingsTransaction], matter: Matter) -> Phrase:
    """Of a matter strangers hear the kind and the building or the grid, never what its resident wrote."""
    tree: Tree = turn.tx.areas.tree()
    where = matter.spot.building_id if matter.spot.building_id in tree.areas else matter.spot.grid_id
    kind = phrase(kind_of(matter.kind).name_key)
    return phrase("meetings.of_matter", area=area_name(turn, where), kind=kind, no=matter.number)


def stop_line(stop: Stop) -> Phrase:
    key = "meetings.stop_found" if stop.finding_id else "meetings.stop"
    return phrase(key, n=stop.n, line=stop.line or phrase("lists.erased"), found=stop.finding or phrase("told.media"))
