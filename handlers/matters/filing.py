"""Handing in: the draft becomes a matter with a number, an owner and running clocks."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from domain.events import Content
from domain.matters.draft import Draft
from domain.matters.matter import Matter, State, Tier
from domain.messages import Media
from domain.people.person import Person
from handlers.matters.assigning import deadlines, hand_to
from handlers.matters.command import FileMatter
from handlers.matters.owners import first_owner, level_of
from handlers.matters.places import Whereabouts
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_joining import still_running, waiting_with
from handlers.telling import new_content, tell
from handlers.turn import Turn


def file_matter(
    turn: Turn[MattersTransaction], person: Person, command: FileMatter, owner: Person | None = None
) -> Matter:
    """Files the matter for `person` and tells her and the owner (by default the grid's first who can act).

    The place is remembered for next time.
    """
    matter = _new_matter(turn, person, command, owner or first_owner(turn, command.spot))
    trouble = still_running(turn, command.trouble_id)
    if trouble is not None:
        matter = waiting_with(turn, matter, trouble)
    turn.tx.matters.add(matter)
    if trouble is not None:
        turn.tx.troubles.join(trouble, matter.id)
    else:
        hand_to(turn, matter, turn.tx.people.get(matter.owner_id))
    content, *more = _contents(turn, matter, person, command.draft)
    tell(
        turn, matter.subject, "MatterFiled", by=person.id, content=content, more=more,
        owner=matter.owner_id, kind=matter.kind, tier=matter.tier.value, grid=matter.spot.grid_id,
        level=matter.level.value, sent_at=matter.sent_at.isoformat(),
        anonymous=matter.anonymous, behalf=bool(matter.on_behalf_of), **deadlines(matter),
        **_trouble_fact(matter),
    )  # fmt: skip
    if matter.spot.grid_id:
        known = turn.tx.people.get(person.id)
        label = Whereabouts(turn, known).remembered(matter.spot)
        turn.tx.people.save(replace(known, spot_grid=matter.spot.grid_id, spot_label=label))
    return turn.tx.matters.get(matter.id)


def _trouble_fact(matter: Matter) -> dict[str, str]:
    return {"trouble": matter.trouble_id} if matter.trouble_id else {}


def clocks_from(turn: Turn[Any], sent_at: datetime, tier: Tier) -> datetime:
    """When the clocks begin: as her message was sent, unless what it promises is past or as good as past by now.

    So it is with a draft that was left lying; nobody is promised yesterday.
    """
    clocks = turn.house.clocks
    left = clocks.contact_due(sent_at, tier) - turn.now
    return sent_at if left >= clocks.pace(tier).contact / 4 else turn.now


def _new_matter(turn: Turn[MattersTransaction], person: Person, command: FileMatter, owner: Person) -> Matter:
    clocks, sent_at = turn.house.clocks, command.draft.sent_at
    start = clocks_from(turn, sent_at, command.tier)
    filed_on = turn.now.astimezone(clocks.zone).date()
    contact = clocks.contact_due(start, command.tier)
    return Matter(
        id=turn.tx.new_id(),
        filed_on=filed_on,
        seq=turn.tx.matters.next_seq(filed_on),
        reporter_id=person.id,
        kind=command.kind,
        tier=command.tier,
        spot=command.spot,
        what=command.what,
        state=State.WAITING,
        owner_id=owner.id,
        level=level_of(turn, owner, command.spot),
        sent_at=sent_at,
        filed_at=turn.now,
        contact_due_at=contact,
        progress_due_at=clocks.progress_due(start, command.tier),
        result_due_at=clocks.result_due(start, command.tier, command.kind),
        promise_at=contact,
        anonymous=command.anonymous,
        on_behalf_of=command.draft.on_behalf_of,
    )


def _contents(turn: Turn[Any], matter: Matter, person: Person, draft: Draft) -> list[Content]:
    """Her first words with the first picture or voice; every further one is a content of its own.

    So an edit finds its message, and the late part of an album its first.
    """
    first, said = draft.media[:1], draft.said[:1]
    report = new_content(
        turn, matter.subject, "report", person.id,
        text=said[0].text if said else "", media=tuple(media_json(m) for m in first),
        group=first[0].group if first else "", handle=said[0].handle if said else "",
    )  # fmt: skip
    words = [
        new_content(turn, matter.subject, "report", person.id, text=each.text, handle=each.handle)
        for each in draft.said[1:]
    ]
    media = [
        new_content(turn, matter.subject, "photo", person.id, media=(media_json(each),), group=each.group)
        for each in draft.media[1:]
    ]
    return [report, *words, *media]


def media_json(media: Media) -> dict[str, str | int]:
    return {**asdict(media), "kind": media.kind.value}
