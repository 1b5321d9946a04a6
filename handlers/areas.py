"""Areas: how one is called, and which is meant (hers stand as buttons, any other that she may mean can be named)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.areas import SURE, Area, AreaKind, Tree
from domain.errors import NoLongerPossible, NotAllowed
from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question
from handlers.ports import Transaction
from handlers.questions import TRIES, UNREAD
from handlers.texts.say import Named
from handlers.turn import Turn

MOST_PLACES = 8


def area_name(turn: Turn[Transaction], area_id: str) -> object:
    tree: Tree = turn.tx.areas.tree()
    area = tree.areas.get(area_id)
    return Named(area.name, area.name_en) if area else phrase("place.unknown")


def ask_area(
    turn: Turn[Transaction],
    person: Person,
    places: Sequence[str],
    words: Phrase,
    may: Callable[[str], bool],
    *,
    key: str = "area",
    buildings: bool = False,
) -> Asking:
    """Ends in the id of one of these places, or of one that is named and `may` be; one alone is not asked for.

    What is no such place is asked again, or it would be taken for words to somebody. Without `buildings` a building
    that is named stands for its grid. Raises NotAllowed where there is no place, NoLongerPossible.
    """
    if not places:
        raise NotAllowed("nowhere")
    if len(places) == 1:
        return places[0]
    tree: Tree = turn.tx.areas.tree()

    def meant(given: Inbound) -> str | None:
        if not given.text:
            return None
        called = [area.id for area in tree.areas.values() if _is_called(area, given.text)]
        likely = turn.house.gazetteer.find(given.text, person.spot_grid)
        guesses = [guess.area_id for guess in likely if guess.certainty >= SURE]
        found = guesses if buildings else [tree.grid_of(area_id) or area_id for area_id in guesses]
        return next((area_id for area_id in (*called, *found) if may(area_id)), UNREAD)

    options = tuple(Option(id, phrase("place.area", area=area_name(turn, id))) for id in places[:MOST_PLACES])
    for n in range(TRIES):
        given: str = yield Question(
            f"{key}.{n}" if n else key, (words,), options, meant, lambda value: value == UNREAD or may(value), rows=(2,)
        )
        if given != UNREAD:
            return given
        words = phrase("trouble.where_again")
    raise NoLongerPossible(key)


def _is_called(area: Area, words: str) -> bool:
    said = words.strip().casefold()
    return area.kind is not AreaKind.BUILDING and said in {
        name.casefold() for name in (area.name, area.name_en, *area.aliases) if name
    }
