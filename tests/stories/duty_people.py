"""The small district of the stories with more people in its first grid, as a test needs them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.messages import Address
from domain.people.person import Ability, Appointment, Person, Role
from storage.transaction import Transaction
from tests.stories.district import appointments
from tests.stories.house import Play, Somebody

MORE = {"qiang": ("李强", "Li Qiang", 206), "zhou": ("周敏", "Zhou Min", 207)}


async def joins(play: Play, id: str, *posts: Appointment, **ability: object) -> Somebody:
    """Somebody else on the roster, who has joined."""
    name, name_en, account = MORE[id]
    phone = play.sandbox.world.add_person(account, name, language_code="zh-hans")
    phone.starts()
    await play.settled()

    def act(tx: Transaction) -> None:
        tx.people.save(replace(Person(id, name), name_en=name_en))
        known = [post for post in tx.roster.all() if post.person_id != id]
        tx.roster.replace([*known, *posts])
        tx.abilities.save(Ability(id, **ability))  # type: ignore[arg-type]  # fields by name
        tx.people.bind(id, Address("telegram", str(account)))

    await play.database.transact("join", act)
    somebody = Somebody(play, phone)
    somebody.rings()
    return somebody


def deputy(id: str, rank: int = 3, *, night: bool = False, to_on: date | None = None) -> Appointment:
    """In the first grid."""
    return Appointment(id, "g1", Role.MEMBER, rank, night=night, to_on=to_on)


async def can(play: Play, id: str, **ability: object) -> None:
    """What is written about somebody."""
    kept = Ability(id, **ability)  # type: ignore[arg-type]  # fields by name
    await play.database.transact("ability", lambda tx: tx.abilities.save(kept))


async def serves(play: Play, *changed: Appointment) -> None:
    """Posts that differ from the district's."""
    keys = {(post.person_id, post.area_id) for post in changed}
    kept = [post for post in appointments() if (post.person_id, post.area_id) not in keys]
    await play.database.transact("roster", lambda tx: tx.roster.replace([*kept, *changed]))
