"""Which area is meant: hers stand as buttons, any other that she may mean can be named."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.areas import Area, AreaKind, Tree
from domain.errors import NotAllowed
from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question
from handlers.listening.need_words import area_name
from handlers.listening.ports import ListsTransaction
from handlers.turn import Turn

MOST_PLACES = 8


def ask_area(
    turn: Turn[ListsTransaction],
    person: Person,
    places: Sequence[str],
    words: Phrase,
    may: Callable[[str], bool],
    *,
    key: str = "area",
    buildings: bool = False,
) -> Asking:
    """Ends in the id of one of these places, or of one that is named and `may` be; one alone is not asked for.

    Without `buildings` a building that is named stands for its grid. Raises NotAllowed where there is no place.
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
        guesses = [guess.area_id for guess in turn.house.gazetteer.find(given.text, person.spot_grid)]
        found = guesses if buildings else [tree.grid_of(area_id) or area_id for area_id in guesses]
        return next((area_id for area_id in (*called, *found) if may(area_id)), None)

    options = tuple(Option(id, phrase("lists.area", area=area_name(turn, id))) for id in places[:MOST_PLACES])
    return (yield Question(key, (words,), options, meant, may, rows=(2,)))


def _is_called(area: Area, words: str) -> bool:
    said = words.strip().casefold()
    return area.kind is not AreaKind.BUILDING and said in {
        name.casefold() for name in (area.name, area.name_en, *area.aliases) if name
    }
