"""What may happen in a gale besides what people do: the weather's own acts, one function each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from domain.messages import Address, Text
from tests.gales.gale import Gale
from tests.storms import acts
from tests.storms.stage import CHANNEL

AWAY = (
    timedelta(), timedelta(seconds=5), timedelta(seconds=40), timedelta(minutes=4), timedelta(hours=2),
    timedelta(hours=26),
)  # fmt: skip
SET = (
    timedelta(), timedelta(seconds=-40), timedelta(minutes=4), timedelta(minutes=-4), timedelta(hours=1),
    timedelta(hours=-1), timedelta(days=2), timedelta(days=-2), timedelta(days=40),
)  # fmt: skip
SUSPENDED = (timedelta(minutes=1), timedelta(minutes=20), timedelta(hours=3), timedelta(hours=30))
GROUP = "-1001"


def a_kill(gale: Gale) -> None:
    """Whatever it is doing: with what was just said still in its hands."""
    gale.dies("killed", away=gale.chance.choices(AWAY, (8, 6, 4, 3, 2, 1))[0])
    gale.settles()


def a_restart(gale: Gale) -> None:
    """With what was just said still in its hands, or nothing."""
    gale.restarts()
    gale.settles()


def a_clock_that_is_set(gale: Gale) -> None:
    gale.machine.off = gale.chance.choice(SET)
    gale.did.append(f"the machine's clock is {gale.machine.off} ahead")
    gale.settles()


def a_suspension(gale: Gale) -> None:
    span = gale.chance.choices(SUSPENDED, (4, 3, 2, 1))[0]
    gale.did.append(f"the machine is suspended for {span}")
    gale.machine.sleeps_deeply(span.total_seconds())
    gale.settles()


def an_outage(gale: Gale) -> None:
    gale.weather.outage = gale.chance.randrange(3, 40)
    gale.did.append(f"the platform answers the next {gale.weather.outage} messages with 5xx")


def a_group(gale: Gale) -> None:
    """Somebody calls the bot in a group, which may have become a supergroup meanwhile."""
    gale.calls_in_a_group(Address(CHANNEL, gale.platform.lives_on(GROUP)), Text(gale.chance.choice(("/start", "报事"))))
    if gale.chance.random() < 0.4:
        gale.platform.becomes_supergroup(GROUP)
        gale.did.append("the group becomes a supergroup")
    gale.settles()


def a_lull(gale: Gale) -> None:
    """Retries and what was put off have their time."""
    gale.passes(timedelta(minutes=6))


WHIMS: Sequence[tuple[Callable[[Gale], None], int]] = (
    (a_kill, 5), (a_restart, 2), (a_clock_that_is_set, 5), (a_suspension, 2), (an_outage, 3), (a_group, 3), (a_lull, 4),
)  # fmt: skip
SHARE = 0.1


def next_act(gale: Gale) -> None:
    if gale.chance.random() < SHARE:
        gale.chance.choices([whim for whim, _ in WHIMS], [weight for _, weight in WHIMS])[0](gale)
    else:
        acts.next_act(gale)
