"""Many households at once: after a known trouble those of one building that say "not yet" go on together, and their
member reads what each of them says in one message.
"""

from __future__ import annotations

from dataclasses import replace

from domain.events import Content
from domain.matters.danger import danger_in
from domain.matters.draft import media_from_json
from domain.matters.likeness import may_be_shared
from domain.matters.matter import Matter
from domain.messages import Op
from domain.phrases import phrase
from handlers.matters.cards import card_key, owner_of
from handlers.matters.metoo_joining import join
from handlers.matters.metoo_reporting import alike
from handlers.matters.metoo_words import additions, title_of
from handlers.matters.owners import must_not_have
from handlers.matters.places import mapped
from handlers.matters.ports import MattersTransaction
from handlers.speaking import send
from handlers.turn import Turn

NOT_YET = "complaint"
"""The role of what a resident says when it is not yet all right."""
SHOWN = 10
"""Households whose words stand in the member's message, the newest."""


def opened_again_beside(turn: Turn[MattersTransaction], matter: Matter, words: str) -> Matter | None:
    """A neighbour's of the same building, in hand again after the same known trouble, that this one may go with."""
    if not matter.trouble_id or not matter.spot.building_id or not may_be_shared(matter) or danger_in(words):
        return None
    barred, spot = must_not_have(turn, matter), mapped(turn, matter.spot)
    for lead in alike(turn, matter.reporter_id, matter.kind, spot):
        beside = lead.reopened and lead.spot.building_id == spot.building_id and lead.owner_id not in barred
        if beside and _waited_for(turn, lead, matter.trouble_id):
            return lead
    return None


def _waited_for(turn: Turn[MattersTransaction], lead: Matter, trouble_id: str) -> bool:
    return any(event.facts.get("trouble") == trouble_id for event in turn.tx.events.of(lead.subject))


def go_on_together(turn: Turn[MattersTransaction], matter: Matter, lead: Matter, by: str) -> Matter:
    """The matter, opened again, in the neighbour's hands. Nobody is relieved of it: the trouble was over."""
    return join(turn, replace(matter, owner_id=lead.owner_id, trouble_id=""), lead, by)


def show_said(turn: Turn[MattersTransaction], lead: Matter, matter: Matter) -> None:
    """What the households that go with the lead say, in one message that grows; pictures hang under the card."""
    owner = owner_of(turn, lead)
    said = [(each.number, words) for each in turn.tx.supporters.of(lead.id) if (words := _words(turn, each))]
    lines = [phrase("metoo.says", no=no, line=words) for no, words in said[-SHOWN:]]
    key = "metoo.still" if matter.reopened else "metoo.more"
    if said:  # not where there are only pictures
        send(
            turn, owner, phrase(key, n=len(said), **title_of(lead)), *lines, op=Op.UPDATE,
            key=f"said:{lead.id}:{owner.id}", about=lead.subject, reply_to=card_key(lead, owner), silent=True,
        )  # fmt: skip
    hers = _newest(turn, matter)
    if hers is not None and hers.media:
        send(
            turn, owner, phrase("metoo.adds_media", **title_of(matter)), *map(media_from_json, hers.media),
            about=matter.subject, reply_to=card_key(lead, owner), purpose="material", silent=True,
        )  # fmt: skip


def _words(turn: Turn[MattersTransaction], matter: Matter) -> str:
    """Why it is not yet all right, or what she wrote beyond the lead's line."""
    newest = _newest(turn, matter)
    if newest is not None:
        return newest.text
    return next(iter(additions(matter, turn.tx.contents.of(matter.subject), matter.what)), "")


def _newest(turn: Turn[MattersTransaction], matter: Matter) -> Content | None:
    hers = [content for content in turn.tx.contents.of(matter.subject) if content.role == NOT_YET]
    return max(hers, key=lambda content: content.at, default=None)
