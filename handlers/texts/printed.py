"""What stands in the digest's picture and in the sheets."""

from __future__ import annotations

DRAWN: dict[str, tuple[str, str]] = {
    "drawn.title_day": ("{areas}·一天", "{areas}, one day"),
    "drawn.title_week": ("{areas}·一周", "{areas}, one week"),
    "drawn.title_month": ("{areas}·{month}", "{areas}, {month}"),
    "drawn.title_own": ("{areas}", "{areas}"),
    "drawn.span": ("{since}起，截至{until}", "From {since}, as of {until}"),
    "drawn.new": ("新来", "New"),
    "drawn.closed": ("办结", "Finished"),
    "drawn.open": ("在办", "Open"),
    "drawn.overdue": ("过时", "Overdue"),
    "drawn.late": ("过时{n}", "{n} overdue"),
    "drawn.flow_day": ("每天新来和办结", "New and finished, by day"),
    "drawn.flow_recent": ("近{n}天，每天新来和办结", "New and finished, last {n} days"),
    "drawn.flow_week": ("每周新来和办结", "New and finished, by week"),
    "drawn.flow_month": ("每月新来和办结", "New and finished, by month"),
    "drawn.open_at_end_day": ("每天结束时在办", "Open at the end of each day"),
    "drawn.open_at_end_week": ("每周结束时在办", "Open at the end of each week"),
    "drawn.open_at_end_month": ("每月结束时在办", "Open at the end of each month"),
    "drawn.load": ("事情在哪里", "Where the load lies"),
    "drawn.map_order": ("按地图顺序，不分先后", "In map order, no ranking"),
    "drawn.map_order_some": (
        "按地图顺序，不分先后；另外{n}处没有在办的",
        "In map order, no ranking; {n} more with nothing open",
    ),
    "drawn.map_order_more": (
        "按地图顺序，不分先后；另外{n}处没画，在办{open}、过时{overdue}",
        "In map order, no ranking; {n} more not drawn: {open} open, {overdue} overdue",
    ),
    "drawn.nowhere": ("地图上没有", "Not on the map"),
    "drawn.all_quiet": ("没有新来的，也没有在办的", "Nothing new, nothing open"),
    "drawn.no_flow": ("没有新来的，也没有办结的", "Nothing new, nothing finished"),
}
