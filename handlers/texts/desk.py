"""What a desk reads: its screen, duty, finding, the whole way of a matter."""

from __future__ import annotations

DESK: dict[str, tuple[str, str]] = {
    "desk.none": ("案头清了，没有在办的事。", "The desk is clear."),
    "desk.title": ("{area}案头，今天{member}值班", "{area} desk, {member} on duty today"),
    "desk.title_alone": ("{area}案头，今天没人能值班", "{area} desk, nobody on duty can be reached"),
    "desk.sum": ("要您伸手的{n}件，在办一共{open}件。", "{n} need your hand; {open} open in all."),
    "desk.sum_calm": ("没有要您伸手的，{open}件都在办。", "Nothing needs your hand; {open} are under way."),
    "desk.item_danger": ("急事 {no} {what}，{place}，{member}，{due}", "Danger {no} {what}, {place}, {member}, {due}"),
    "desk.item_untaken": ("{no} {what}，{place}，没人接，{due}", "{no} {what}, {place}, not taken, {due}"),
    "desk.item_returned": ("{no} {what}，{place}，退回来了，{due}", "{no} {what}, {place}, given back, {due}"),
    "desk.item_reopened": (
        "{no} {what}，{place}，居民说还没好，{member}，{due}",
        "{no} {what}, {place}, the resident says not yet, {member}, {due}",
    ),
    "desk.item_late": ("{no} {what}，{place}，{member}，{due}", "{no} {what}, {place}, {member}, {due}"),
    "desk.item_in_hand": ("{no} {what}，{place}，{member}，{due}", "{no} {what}, {place}, {member}, {due}"),
    "desk.item_unheard": (
        "{no} {what}，{place}，{name}收不到消息，当面说一声",
        "{no} {what}, {place}, {name} cannot be reached; tell them in person",
    ),
    "desk.item_unheard_anonymous": (
        "{no} {what}，{place}，没留名，收不到消息",
        "{no} {what}, {place}, no name given, cannot be reached",
    ),
    "desk.due_ahead": ("{until}前", "by {until}"),
    "desk.due_past": ("过了{until}", "since {until}"),
    "desk.group_danger": ("急事{n}件", "Danger: {n}"),
    "desk.group_untaken": ("没人接的{n}件", "Not taken: {n}"),
    "desk.group_returned": ("退回来的{n}件", "Given back: {n}"),
    "desk.group_reopened": ("居民说还没好的{n}件", "Reopened: {n}"),
    "desk.group_late": ("过时的{n}件", "Late: {n}"),
    "desk.group_unheard": ("要当面说一声的{n}件", "To be told in person: {n}"),
    "desk.group_in_hand": ("正常在办的{n}件", "Under way: {n}"),
    "desk.chip_danger": ("急事 {n}", "Danger {n}"),
    "desk.chip_untaken": ("没人接 {n}", "Not taken {n}"),
    "desk.chip_returned": ("退回 {n}", "Given back {n}"),
    "desk.chip_reopened": ("重开 {n}", "Reopened {n}"),
    "desk.chip_late": ("过时 {n}", "Late {n}"),
    "desk.chip_unheard": ("当面说 {n}", "In person {n}"),
    "desk.chip_in_hand": ("在办 {n}", "Under way {n}"),
    "desk.tap_give": ("派 {no}", "Give {no}"),
    "desk.tap_see": ("看 {no}", "See {no}"),
    "desk.tap_told": ("说过了 {no}", "Told {no}"),
    "desk.tap_back": ("回案头", "Back to the desk"),
    "desk.tap_duty": ("值班", "Duty"),
    "desk.tap_find": ("查", "Find"),
    "desk.gone": (
        "收不到消息的委员：{members}，请问一声。",
        "Members who cannot be reached: {members}. Please ask how they are.",
    ),
    "desk.gone_moved": ("{member}（{n}件已交给别人）", "{member} ({n} went to others)"),
    "desk.moved": ("{no}从{before}转到{after}。", "{no} moved from {before} to {after}."),
    "desk.reopened": (
        "{no} {what}，居民说还没好，{member}接着办。",
        "{no} {what}: the resident says not yet; {member} goes on.",
    ),
    "desk.member_gone": (
        "{member}收不到消息了，手上{n}件已交给别人，请问一声。",
        "{member} cannot be reached any more; {n} in hand went to others. Please ask how they are.",
    ),
    "desk.member_gone_idle": (
        "{member}收不到消息了，请问一声。新来的事先不派给这一位。",
        "{member} cannot be reached any more. Please ask how they are; new matters go to others meanwhile.",
    ),
    "desk.unreachable_on": (
        "{name}收不到消息了，{no}照常办，有话请当面说一声。",
        "{name} cannot be reached here any more; {no} goes on. Please tell them in person what there is to tell.",
    ),
    "desk.unreachable_end": (
        "{name}收不到消息，{no}办结的话没送到，请当面说一声。",
        "{name} cannot be reached; how {no} ended did not arrive. Please tell them in person.",
    ),
    "desk.unreachable_anonymous": (
        "报{no}的居民没留名，也收不到消息了。事照常办。",
        "Whoever reported {no} gave no name and cannot be reached any more. It goes on.",
    ),
    "give.whom": ("{no} {what}，{place}。派给谁？", "{no} {what}, {place}. Give it to whom?"),
    "give.whom_unmapped": (
        "{no} {what}，地方地图上没有。派给谁？",
        "{no} {what}; the place is not on the map. Give it to whom?",
    ),
    "give.to": ("{member}（{area}）", "{member} ({area})"),
    "give.me": ("我来办", "I take it"),
}
