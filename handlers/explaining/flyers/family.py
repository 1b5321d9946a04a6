"""Flyers as the house sees them: they have no room of their own, but buttons under notices and a place in visits."""

from __future__ import annotations

from handlers.explaining.flyers.figures import FIGURES
from handlers.explaining.notices import flyers, handing_out
from handlers.family import Family

FLYERS = Family(
    name="flyers",
    presses={"flyer": flyers.pressed},
    reactions={"VisitNoted": (handing_out.noted,)},
    handouts=handing_out.may_have_been,
    figures=FIGURES,
)
