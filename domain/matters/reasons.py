"""Why a matter is handed up, given back or sent down: what people tap; anything else they say in their own words."""

from __future__ import annotations

UP = ("money", "unit", "power", "unhappy")
"""交上一级：要花钱、要别的单位、管不到、居民不满意。"""
BACK = ("not_here", "cannot", "no_time")
"""退回案头：不是我这片、我办不了、最近顾不上。"""
DOWN = ("near", "ready")
"""退回网格：就近能办、条件有了。"""
REASONS = frozenset((*UP, *BACK, *DOWN))
