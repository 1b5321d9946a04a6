"""Offers, which are the roster's resources with what the lists know beside, and who was asked for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from domain.errors import NotFound
from domain.listening.match import Match, MatchState
from domain.listening.need import NeedKind
from domain.listening.offer import Offer, OfferState
from domain.reach import Reach
from storage.reach import in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value, at_value_or_none


class Offers:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, offer: Offer) -> None:
        """Inserts or updates."""
        self._db.run(
            """
            INSERT INTO resources (id, person_id, unit, what, how_much, free_when, until_on, kind, lies_in, noted_by,
                noted_at, state)
            VALUES (:id, :person, :unit, :what, :how_much, :free_when, :until_on, :kind, :area, :noted_by, :noted_at,
                :state)
            ON CONFLICT (id) DO UPDATE SET
                person_id = excluded.person_id, unit = excluded.unit, what = excluded.what,
                how_much = excluded.how_much, free_when = excluded.free_when, until_on = excluded.until_on,
                kind = excluded.kind, lies_in = excluded.lies_in, noted_by = excluded.noted_by,
                noted_at = excluded.noted_at, state = excluded.state
            """,
            id=offer.id, person=offer.person_id, unit=offer.unit, what=offer.what, how_much=offer.how_much,
            free_when=offer.free_when, until_on=offer.until_on.isoformat() if offer.until_on else "",
            kind=offer.kind.value if offer.kind else "", area=offer.lies_in, noted_by=offer.noted_by,
            noted_at=at_text(offer.noted_at), state=offer.state.value,
        )  # fmt: skip

    def get(self, offer_id: str) -> Offer:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one("SELECT * FROM resources WHERE id = :id FOR UPDATE", id=offer_id)
        if row is None:
            raise NotFound(f"offer {offer_id}")
        return _offer(row)

    def find(self, offer_id: str) -> Offer | None:
        """None where it is off the roster since."""
        row = self._db.one("SELECT * FROM resources WHERE id = :id", id=offer_id)
        return _offer(row) if row else None

    def of(self, person_id: str) -> Sequence[Offer]:
        """What she speaks for, withdrawn ones too."""
        rows = self._db.all("SELECT * FROM resources WHERE person_id = :person ORDER BY what, id", person=person_id)
        return [_offer(row) for row in rows]

    def page(self, reach: Reach, on: date, limit: int, offset: int = 0) -> Sequence[Offer]:
        """What can be had there on that day, by what it is; of no area of its own, where its person serves."""
        where, values = self._here(reach, on)
        rows = self._db.all(
            f"SELECT * FROM resources WHERE {where} ORDER BY what, id LIMIT :limit OFFSET :offset",
            limit=limit, offset=offset, **values,
        )  # fmt: skip
        return [_offer(row) for row in rows]

    def count(self, reach: Reach, on: date) -> int:
        where, values = self._here(reach, on)
        row = self._db.one(f"SELECT COUNT(*) AS n FROM resources WHERE {where}", **values)
        return int(row["n"]) if row else 0

    def known(self, reach: Reach, limit: int, offset: int = 0) -> Sequence[Offer]:
        """All that was ever offered there and is not off the roster, withdrawn and past ones too."""
        where, values = _lies(reach)
        rows = self._db.all(
            f"SELECT * FROM resources WHERE {where} ORDER BY id LIMIT :limit OFFSET :offset",
            limit=limit, offset=offset, **values,
        )  # fmt: skip
        return [_offer(row) for row in rows]

    def alike(self, reach: Reach, on: date, kind: NeedKind, hints: Sequence[str], limit: int) -> Sequence[Offer]:
        """Of what can be had there on that day those of this kind (one that could be anything is none), or with some of
        the hints in their words; those with the most hints first.
        """
        where, values = self._here(reach, on)
        named = {f"h{n}": f"%{hint}%" for n, hint in enumerate(hints)}
        hits = " + ".join(f"CASE WHEN words LIKE :{name} THEN 1 ELSE 0 END" for name in named) or "0"
        rows = self._db.all(
            f"""
            SELECT * FROM (
                SELECT fitting.*, {hits} AS hits FROM (
                    SELECT resources.*, LOWER(what || ' ' || how_much) AS words FROM resources WHERE {where}
                ) AS fitting
            ) AS counted
            WHERE hits > 0 OR kind = :kind ORDER BY hits DESC, what, id LIMIT :limit
            """,
            limit=limit, kind=kind.value if kind is not NeedKind.OTHER else "-", **named, **values,
        )  # fmt: skip
        return [_offer(row) for row in rows]

    def _here(self, reach: Reach, on: date) -> tuple[str, dict[str, object]]:
        where, values = _lies(reach)
        held = f"state <> 'withdrawn' AND (until_on = '' OR until_on >= :on) AND {where}"
        return held, {**values, "on": on.isoformat()}

    # ---- who was asked ---------------------------------------------------------------------------------------------

    def put(self, match: Match) -> None:
        """Instead of what was known of this need and this offer."""
        self._db.run(
            """
            INSERT INTO matches (need_id, offer_id, state, asked_by, at)
            VALUES (:need, :offer, :state, :asked_by, :at)
            ON CONFLICT (need_id, offer_id) DO UPDATE SET
                state = excluded.state, asked_by = excluded.asked_by, at = excluded.at
            """,
            need=match.need_id, offer=match.offer_id, state=match.state.value, asked_by=match.asked_by,
            at=at_text(match.at),
        )  # fmt: skip

    def matches(self, need_id: str) -> Sequence[Match]:
        rows = self._db.all("SELECT * FROM matches WHERE need_id = :id ORDER BY at, offer_id", id=need_id)
        return [_match(row) for row in rows]

    def match(self, need_id: str, offer_id: str) -> Match | None:
        return next((match for match in self.matches(need_id) if match.offer_id == offer_id), None)

    def lent(self, offer_id: str) -> Sequence[Match]:
        """The standing needs that it was agreed for."""
        rows = self._db.all(
            """
            SELECT matches.* FROM matches JOIN needs ON needs.id = matches.need_id
            WHERE matches.offer_id = :id AND matches.state = 'agreed' AND needs.ended_at IS NULL ORDER BY matches.at
            """,
            id=offer_id,
        )
        return [_match(row) for row in rows]


def _lies(reach: Reach) -> tuple[str, dict[str, object]]:
    own, values = in_reach("resources.lies_in", reach)
    serves, _ = in_reach("appointments.area_id", reach)
    where = f"""
        ((lies_in <> '' AND {own}) OR (lies_in = '' AND EXISTS (
            SELECT 1 FROM appointments WHERE appointments.person_id = resources.person_id AND {serves})))
    """
    return where, values


def _offer(row: Row) -> Offer:
    until = date.fromisoformat(row["until_on"]) if row["until_on"] else None
    noted: datetime | None = at_value_or_none(row["noted_at"])
    return Offer(
        row["id"], row["person_id"], row["what"], row["unit"], row["how_much"], row["free_when"], until,
        NeedKind(row["kind"]) if row["kind"] else None, row["lies_in"], row["noted_by"], noted,
        OfferState(row["state"]),
    )  # fmt: skip


def _match(row: Row) -> Match:
    state = MatchState(row["state"])
    return Match(row["need_id"], row["offer_id"], state, row["asked_by"], at_value(row["at"]))
