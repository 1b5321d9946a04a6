"""Names of the kinds of matter."""

from __future__ import annotations

KINDS: dict[str, tuple[str, str]] = {
    "kind.lighting": ("路灯照明", "lighting"),
    "kind.heating": ("供暖", "heating"),
    "kind.water": ("供水漏水", "water"),
    "kind.power": ("停电", "power"),
    "kind.gas": ("燃气", "gas"),
    "kind.lift": ("电梯", "lift"),
    "kind.rubbish": ("垃圾卫生", "rubbish"),
    "kind.road": ("道路井盖", "road"),
    "kind.stairs": ("楼道扶手", "stairs"),
    "kind.greenery": ("绿化", "greenery"),
    "kind.parking": ("停车", "parking"),
    "kind.noise": ("噪音", "noise"),
    "kind.neighbours": ("邻里的事", "between neighbours"),
    "kind.security": ("门禁治安", "doors and safety"),
    "kind.papers": ("证件办事", "papers"),
    "kind.company": ("想有人陪陪", "company"),
    "kind.complaint_person": ("对人的意见", "about a person"),
    "kind.enquiry": ("想问件事", "a question"),
    "kind.voice": ("语音里说的事", "what the voice note says"),
    "kind.video": ("视频里的事", "what the video shows"),
    "kind.picture": ("照片里的事", "what the picture shows"),
    "kind.other": ("别的事", "something else"),
}
