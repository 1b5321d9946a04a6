"""Noting a need: from a matter, a visit, a meeting, or just so."""

from __future__ import annotations

from domain.listening.need import Heard, Need, NeedKind
from domain.people.person import Person
from handlers.listening.ports import ListsTransaction
from handlers.telling import new_content, tell
from handlers.turn import Turn

LONGEST = 200
NEED = "need"
"""The role of its words in `contents`."""


def note_need(
    turn: Turn[ListsTransaction],
    person: Person,
    *,
    area_id: str,
    kind: NeedKind,
    line: str,
    heard: Heard = Heard.DIRECT,
    heard_id: str = "",
    need_id: str = "",
) -> Need:
    """Puts it on the list of its area. The caller has looked whether she may; `heard_id` is the matter's, the visit's
    or the meeting's, `need_id` its own where that is settled already.
    """
    need_id = need_id or turn.tx.new_id()
    content = new_content(turn, f"need:{need_id}", NEED, person.id, text=line[:LONGEST])
    need = Need(need_id, area_id, kind, heard, heard_id, person.id, turn.now, content.id, line=content.text)
    tell(
        turn, need.subject, "NeedNoted", by=person.id, content=content,
        area=area_id, kind=kind.value, heard=heard.value, of=heard_id,
    )  # fmt: skip
    turn.tx.needs.add(need)
    return need
