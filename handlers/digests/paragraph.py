"""给领导的一段: the figures as a paragraph to be forwarded, without names, contacts or numbers of matters."""

from __future__ import annotations

from domain.digests.figures import Digest, Figure, Side
from domain.messages import Text
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.digests.ports import DigestsTransaction
from handlers.digests.rights import must_read
from handlers.digests.wording import ENOUGH, areas, lasted, rate, span
from handlers.speaking import send, voice_of
from handlers.texts.say import EN
from handlers.turn import Turn


def show(turn: Turn[DigestsTransaction], person: Person, digest_id: str) -> None:
    """Raises NotAllowed, NotFound."""
    must_read(turn, person, digest_id)
    digest, voice = turn.tx.digests.glance(digest_id), voice_of(turn, person)
    sentences = [voice.say(sentence) for sentence in _sentences(turn, digest)]
    send(turn, person, Text((" " if person.language == EN else "").join(sentences)), silent=True)


def _sentences(turn: Turn[DigestsTransaction], digest: Digest) -> list[Phrase]:
    counts = {figure.value: digest.count(figure) for figure in (Figure.NEW, Figure.CLOSED, Figure.OPEN, Figure.OVERDUE)}
    told = [phrase("digest.par_counts", areas=areas(digest), span=span(turn, digest), **counts)]
    told += _rate(digest, Figure.RESPONSE)
    told += _rate(digest, Figure.SOLVED, m=digest.count(Figure.SOLVED, Side.LEFT, "silent"))
    told += _rate(digest, Figure.SATISFIED)
    result = digest.result
    if result.n:
        key = "digest.par_time" if result.n >= ENOUGH else "digest.par_time_few"
        told.append(phrase(key, half=lasted(result.p50), most=lasted(result.p90)))
    return told


def _rate(digest: Digest, figure: Figure, **more: int) -> list[Phrase]:
    """With its definition in half a sentence."""
    yes, of = digest.of(figure)
    return [phrase(f"digest.par_{figure.value}", s=yes, k=of, rate=rate(digest, figure), **more)] if of else []
