"""记一笔: a line about a matter that only desks see, on its card and in its whole way, and nobody else ever."""

from __future__ import annotations

from domain.matters.matter import Matter
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Script, ask
from handlers.matters.assigning import owner_name
from handlers.matters.cards import what_of
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_be_at_its_desk
from handlers.speaking import send
from handlers.telling import new_content, tell
from handlers.turn import Turn

NOTE_ROLE = "note"
ON_CARD = 2
"""The newest notes, as many as a card has room for; all of them stand in the matter's whole way."""
LONGEST = 300


def ask_note(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the line."""
    matter = turn.tx.matters.get(dialog.subject)
    return (yield from ask("line", phrase("note.what", no=matter.number, what=what_of(matter))))


def write_note(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, line: str) -> None:
    """Raises NotAllowed."""
    matter = turn.tx.matters.get(dialog.subject)
    must_be_at_its_desk(turn, person, matter)
    content = new_content(turn, matter.subject, NOTE_ROLE, person.id, text=line[:LONGEST])
    tell(turn, matter.subject, "NoteWritten", by=person.id, content=content)
    send(turn, person, phrase("note.kept", no=matter.number), silent=True)


def note_lines(turn: Turn[MattersTransaction], matter: Matter) -> list[Phrase]:
    """The newest notes on it, for a desk's eyes only."""
    notes = [c for c in turn.tx.contents.of(matter.subject) if c.role == NOTE_ROLE and c.text][-ON_CARD:]
    return [phrase("note.line", line=n.text, who=owner_name(turn.tx.people.get(n.by)), at=n.at) for n in notes]


NOTE = Script("note", ask_note, write_note, calm=True)
