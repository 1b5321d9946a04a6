"""Why it is just this member; declining, asking for somebody else; who does not react; what nobody had."""

from __future__ import annotations

CHOICE: dict[str, tuple[str, str]] = {
    "choice.away": ("{first}在休息，由{member}来办。", "{first} is on leave; {member} takes care of it."),
    "choice.full": ("{first}手上满了，由{member}来办。", "{first} has enough in hand; {member} takes care of it."),
    "choice.kind": ("这类事由{member}来办。", "{member} takes care of matters of this kind."),
    "choice.skill": ("{member}会{skill}，也在您这片。", "{member} knows {skill} and serves your area."),
    "choice.helped": ("上次也是{member}帮您办的。", "{member} helped you the last time, too."),
    "choice.helped_here": ("上次这楼里的事也是{member}办的。", "{member} did the last one in this building, too."),
    "choice.night": ("夜里是{member}值班。", "{member} is on duty tonight."),
    "choice.own": ("这件是您自己报的，由{member}来办。", "You reported this one yourself; {member} takes care of it."),
    "choice.desk_skill": ("{member}会{skill}。", "{member} knows {skill}."),
    "choice.desk_helped": ("上次也是{member}帮这位居民办的。", "{member} helped this resident the last time, too."),
    "choice.desk_own": ("自己报的不归自己办，由{member}来办。", "Nobody does her own; {member} takes care of it."),
    "choice.own_alone": (
        "眼下没有别人能接，先记在您自己名下；别人也能办的话打{desk}。",
        "Nobody else can take it just now, so it stands with you; for somebody else call {desk}.",
    ),
    "way.why_declined": ("换了人", "somebody else asked"),
    "way.why_changed": ("居民想换个人", "the resident asked for somebody else"),
    "way.why_service": ("任期到了", "the service has ended"),
    "way.why_sweep": ("没人能办，补上了人", "nobody could act, so it was given on"),
    "choice.night_number": ("急的话先打{utility}。", "If it cannot wait, call {utility}."),
}
