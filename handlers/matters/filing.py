"""Handing in: the draft becomes a matter with a number, an owner and running clocks."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from domain.duty.choosing import Because, Reason
from domain.events import Content, Event
from domain.matters.draft import Draft
from domain.matters.life import life
from domain.matters.matter import Cause, Matter, State, Wish
from domain.messages import Media
from domain.people.person import Person
from handlers.matters.accused import ABOUT, passed_over
from handlers.matters.assigning import deadlines, hand_to
from handlers.matters.command import FileMatter
from handlers.matters.metoo_joining import behind, knows, open_lead
from handlers.matters.owners import About, Chosen, first_owner, in_line, level_of, on_night_duty
from handlers.matters.places import Whereabouts
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_joining import still_running, waiting_with
from handlers.rights import serves_in
from handlers.roles import able
from handlers.telling import new_content, tell
from handlers.turn import Turn


def file_matter(turn: Turn[MattersTransaction], person: Person, command: FileMatter) -> Matter:
    """Files the matter for `person` and tells her and the owner.

    The place is remembered for next time.
    """
    matter = _new_matter(turn, person, command)
    if command.wish is Wish.NOTE_ONLY:
        matter = replace(matter, state=State.ENDED, cause=Cause.NOTED, ended_at=turn.now)
    lead, trouble = open_lead(turn, command.lead_id, person.id), still_running(turn, command.trouble_id)
    if lead is not None:
        matter = behind(turn, matter, lead)
    elif trouble is not None:
        matter = waiting_with(turn, matter, trouble)
    turn.tx.matters.add(matter)
    for person_id in command.accused:
        if person_id != matter.owner_id:  # somebody must have it, were she the only one
            turn.tx.excluded.add(matter.id, person_id, ABOUT, turn.now)
    if lead is not None:
        knows(turn, lead, matter)
    elif trouble is not None:
        turn.tx.troubles.join(trouble, matter.id)
    elif matter.open:
        hand_to(turn, matter, turn.tx.people.get(matter.owner_id))
    content, *more = _contents(turn, matter, person, command.draft)
    tell(
        turn, matter.subject, "MatterFiled", by=person.id, content=content, more=more,
        owner=matter.owner_id, kind=matter.kind, tier=matter.tier.value, grid=matter.spot.grid_id,
        level=matter.level.value, sent_at=matter.sent_at.isoformat(),
        anonymous=matter.anonymous, behalf=bool(matter.on_behalf_of), because=matter.because,
        night=on_night_duty(turn, matter.owner_id, matter.spot), **deadlines(matter), **_waits_for(matter),
        **({"split_from": command.split_from} if command.split_from else {}),
        **({"of": command.draft.came_of} if command.draft.came_of else {}),
    )  # fmt: skip
    if not matter.open:
        tell(turn, matter.subject, "MatterNoted", by=person.id)
    where = Whereabouts(turn, turn.tx.people.get(person.id))
    if command.draft.at is None and where.stays_in_mind(matter.spot):
        label = where.remembered(matter.spot)
        turn.tx.people.save(replace(where.person, spot_grid=matter.spot.grid_id, spot_label=label))
    return turn.tx.matters.get(matter.id)


def _waits_for(matter: Matter) -> dict[str, str]:
    if matter.follows:
        return {"lead": matter.follows}
    return {"trouble": matter.trouble_id} if matter.trouble_id else {}


def _new_matter(turn: Turn[MattersTransaction], person: Person, command: FileMatter) -> Matter:
    barred = passed_over(turn, command.spot, command.accused, (person.id,))
    chosen = _chosen(turn, command, About(command.spot, command.kind, command.tier, person.id, barred))
    sent_at, filed_on = command.draft.sent_at, turn.now.astimezone(turn.house.zone).date()
    night = on_night_duty(turn, chosen.person.id, command.spot)
    facts = {"sent_at": sent_at.isoformat(), "tier": command.tier.value, "kind": command.kind, "night": night}
    told = life([Event("", "MatterFiled", turn.now, facts=facts)], turn.house.clocks)
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
        owner_id=chosen.person.id,
        level=level_of(turn, chosen.person, command.spot),
        sent_at=sent_at,
        filed_at=turn.now,
        contact_due_at=told.contact_due_at,
        progress_due_at=told.progress_due_at,
        result_due_at=told.result_due_at,
        promise_at=told.promise_at,
        anonymous=command.anonymous,
        on_behalf_of=command.draft.on_behalf_of,
        because=str(chosen.reason),
        wish=command.wish,
    )


def _chosen(turn: Turn[MattersTransaction], command: FileMatter, of: About) -> Chosen:
    """Whom those who agreed on it named, if she serves there, can act and may be asked for it; else as always."""
    if command.owner_id:
        wanted = turn.tx.people.get(command.owner_id)
        if serves_in(turn, wanted, of.spot.area_id) and able(turn, wanted) and in_line(turn, of, [wanted]):
            return Chosen(wanted, Reason(Because.AGREED))
    return first_owner(turn, of)


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
