"""What comes and what does not after each tap."""

from __future__ import annotations

from domain.explaining.topics import ALL, Topic, again, wants, without

EVERY = frozenset(Topic)


def test_what_is_switched_off_does_not_come_until_it_is_on_again() -> None:
    off = without((), [Topic.EVENTS])
    assert (wants(off, Topic.EVENTS), wants(off, Topic.WORK)) == (False, True)
    assert again(off, [Topic.EVENTS]) == frozenset()


def test_once_the_last_topic_is_off_everything_is() -> None:
    assert without(EVERY - {Topic.WORK}, [Topic.WORK]) == EVERY | {ALL}
    offered = EVERY - {Topic.INVITATIONS}
    assert ALL in without(offered - {Topic.WORK}, [Topic.WORK], offered)
    assert ALL not in without((), [Topic.WORK])


def test_a_tap_where_everything_was_off_lets_that_one_come_alone() -> None:
    assert again({ALL}, [Topic.HEALTH]) == EVERY - {Topic.HEALTH}
    assert again({ALL, Topic.WORK}, [Topic.HEALTH, Topic.WORK]) == EVERY - {Topic.HEALTH, Topic.WORK}


def test_nothing_but_danger_keeps_what_was_chosen_before() -> None:
    assert not wants({Topic.EVENTS, ALL}, Topic.WORK)
    assert wants({Topic.EVENTS, ALL} - {ALL}, Topic.WORK)
