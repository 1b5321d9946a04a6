"""People whom nobody prepared: somebody writes a name on the page, and there is a telephone."""

from typing import TYPE_CHECKING
from zlib import crc32

from sandbox.people import Person

if TYPE_CHECKING:
    from sandbox.world import World

FIRST = 1_000_000_000


def newcomer(world: "World", name: str, language: str) -> Person:
    """Somebody with a fresh account, on a telephone in this language; whoever is here already by this name stays.

    The id follows from the name, so that a bot that was told it knows the person again in another sandbox.
    """
    person_id = FIRST + crc32(name.encode())
    known = world.people.get(person_id)
    if known is None:
        known = world.add_person(person_id, name, language_code="zh-hans" if language == "zh" else "en")
        world.happen("people", None)
    return known
