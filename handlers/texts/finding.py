"""What is said when the answer book (百事簿) may answer a question before it goes to a person."""

from __future__ import annotations

FINDING: dict[str, tuple[str, str]] = {
    "found.lead": ("您问的，百事簿里有：", "The answer book has this:"),
    "found.clear": ("这样清楚了吗？", "Is that clear now?"),
    "found.yes": ("清楚了", "Clear"),
    "found.to_member": ("没有，交给{member}", "No, ask {member}"),
    "found.to_somebody": ("没有，找人来答", "No, ask a person"),
    "found.helped": ("那就好。有事随时说。", "Good. Write any time."),
    "found.which": ("您要问的是哪一条？", "Which of these did you mean?"),
    "found.none_of_these": ("都不是，找人来答", "None, ask a person"),
    "found.nothing": ("百事簿里没找到。要找人来答吗？", "Not in the book. Shall a person answer?"),
    "found.hand_on": ("找人来答", "Ask a person"),
    "found.counts": (
        "有人问时拿它答：{answered}次说清楚了，{short}次没答上、转给了人",
        "Shown to whoever asked: clear {answered} times, passed to a person {short} times",
    ),
    "found.worth_keeping": (
        "{no}「{what}」答清楚了。再有人问，百事簿可以直接答。",
        "{no} “{what}” is answered. The answer book could answer the next one who asks.",
    ),
    "more.book": ("收进百事簿", "Into the book"),
    "found.never_mind": ("不用了", "No need"),
}
