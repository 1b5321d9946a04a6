"""The lives of needs, offers and projects: each state with each act does what its table says, or refuses."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product

import pytest

from domain.errors import NoLongerPossible
from domain.listening import need, offer, project
from domain.listening.kinds import likely_kind
from domain.listening.need import Heard, Need, NeedAct, NeedKind, NeedState
from domain.listening.offer import Offer, OfferAct, OfferState
from domain.listening.project import Project, ProjectAct, ProjectState

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(("state", "act"), list(product(NeedState, NeedAct)))
def test_a_need_does_what_its_table_says(state: NeedState, act: NeedAct) -> None:
    one = Need("n", "g1", NeedKind.ROOM, Heard.DIRECT, "", "wang", NOW, "w", state)
    if (state, act) in need.TRANSITIONS:
        assert one.after(act).state is need.TRANSITIONS[state, act]
    else:
        with pytest.raises(NoLongerPossible):
            one.after(act)


@pytest.mark.parametrize(("state", "act"), list(product(OfferState, OfferAct)))
def test_an_offer_does_what_its_table_says(state: OfferState, act: OfferAct) -> None:
    one = Offer("o", "wang", "投影仪", state=state)
    if (state, act) in offer.TRANSITIONS:
        assert one.after(act).state is offer.TRANSITIONS[state, act]
    else:
        with pytest.raises(NoLongerPossible):
            one.after(act)


@pytest.mark.parametrize(("state", "act"), list(product(ProjectState, ProjectAct)))
def test_a_project_does_what_its_table_says(state: ProjectState, act: ProjectAct) -> None:
    one = Project("p", "g1", "wang", "w", NOW, state)
    if (state, act) in project.TRANSITIONS:
        assert one.after(act).state is project.TRANSITIONS[state, act]
    else:
        with pytest.raises(NoLongerPossible):
            one.after(act)


def test_what_is_over_can_never_be_changed() -> None:
    over = {NeedState.STRUCK, NeedState.WITHDRAWN, OfferState.WITHDRAWN, ProjectState.STRUCK, ProjectState.DROPPED}
    assert not [
        key for table in (need.TRANSITIONS, offer.TRANSITIONS, project.TRANSITIONS) for key in table if key[0] in over
    ]


def test_an_offer_holds_up_to_its_last_day() -> None:
    van = Offer("o", "wang", "面包车", until_on=date(2026, 11, 30))
    assert van.holds(date(2026, 11, 30))
    assert not van.holds(date(2026, 12, 1))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("活动室缺个投影仪", NeedKind.ROOM),
        ("缺个投影仪", NeedKind.THINGS),
        ("想请律师来讲讲", NeedKind.CRAFT),
        ("门口要个坡道", NeedKind.WORKS),
        ("要几个志愿者", NeedKind.HANDS),
        ("a projector", NeedKind.THINGS),
        ("热闹一点", NeedKind.OTHER),
    ],
)
def test_the_kind_is_guessed_from_the_words(words: str, kind: NeedKind) -> None:
    assert likely_kind(words) is kind
