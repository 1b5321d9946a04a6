"""No name is two families': the first to have it would take what was meant for the other."""

from __future__ import annotations

import pytest

from domain.people.person import Role
from handlers.conversation import Conversation
from handlers.families import FAMILIES
from handlers.family import Command, Family


def nothing(*told: object) -> None:
    """Does nothing."""


def word(name: str, role: Role | None) -> Family:
    return Family(name, commands=(Command(f"{name}_it", ("查",), nothing, role),))


def test_a_press_of_two_families_is_refused_by_both_their_names() -> None:
    with pytest.raises(ValueError, match="press 'need': lists and tools"):
        Conversation([Family("lists", presses={"need": nothing}), Family("tools", presses={"need": nothing})])


def test_a_word_may_mean_another_thing_to_another_role_and_only_then() -> None:
    Conversation([word("desk", Role.COORDINATOR), word("all", None)])
    with pytest.raises(ValueError, match="word '查' of everybody: all and more"):
        Conversation([word("all", None), word("more", None)])


def test_the_families_of_the_house_share_none() -> None:
    Conversation(FAMILIES)
