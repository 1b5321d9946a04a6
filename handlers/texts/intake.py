"""Spreadsheets of the lists that a desk sends: what would change, what is wrong, what was taken."""

from __future__ import annotations

INTAKE: dict[str, tuple[str, str]] = {
    "intake.reading": ("收到表格，正在看，先不动清单。", "Got the table. Looking at it; the lists stay as they are."),
    "intake.for_desks": (
        "清单表格由案头来收，这张我没有动。请转给您的案头（电话{desk}）；您要记一条，点小板凳。",
        "Tables of the lists are taken from a desk; nothing was changed. Pass it on to your desk ({desk}); to note one"
        " thing, tap the small bench.",
    ),
    "intake.too_large": (
        "文件太大了，不像清单表格：看看是不是选错了，或者删掉末尾的空行再存一次。",
        "The file is too large for a table of the lists: is it the right one? Or delete the empty rows at its end.",
    ),
    "intake.not_read": (
        "表格没有看成，清单没有动。过一会儿再发一次，还不行打{desk}。",
        "The table could not be read and nothing was changed. Send it again in a while, or call {desk}.",
    ),
    "intake.refused": ("这个文件收不了，清单没有动：", "This file cannot be taken; nothing was changed:"),
    "intake.nothing_new": (
        "看过了，和清单上的一样，没有要改的。",
        "Looked through: it is as the lists are, nothing to change.",
    ),
    "intake.preview": ("看过了，还没收。收下以后：", "Looked through, not taken yet. It would mean:"),
    "intake.of_needs": ("需求：{counts}", "Needs: {counts}"),
    "intake.of_offers": ("资源：{counts}", "Offers: {counts}"),
    "intake.of_projects": ("项目：{counts}", "Projects: {counts}"),
    "intake.of_steps": ("步骤：{counts}", "Steps: {counts}"),
    "intake.of_answers": ("百事簿：{counts}", "Answer book: {counts}"),
    "intake.of_venues": ("场所：{counts}", "Venues: {counts}"),
    "intake.new": ("新的{n}条", "new {n}"),
    "intake.changed": ("改的{n}条", "changed {n}"),
    "intake.struck": ("销号{n}条", "struck off {n}"),
    "intake.same": ("没变的{n}条", "as before {n}"),
    "intake.line_struck": ("销号 {line}：{result}", "struck off: {line}: {result}"),
    "intake.line_new": ("＋ {line}", "+ {line}"),
    "intake.line_changed": ("改 {line}（{told}）", "~ {line} ({told})"),
    "intake.more_lines": ("……还有{n}条", "… and {n} more"),
    "intake.mistakes": (
        "有{n}处看不懂，这几行先不收。改好整张再发一次，收过的不会重复：",
        "{n} things cannot be understood; those rows are left out. Mend them and send the whole again, nothing is taken"
        " twice:",
    ),
    "intake.only_mistakes": (
        "有{n}处要改，清单没有动。改好再发一次：",
        "{n} things to mend; nothing was changed. Mend them and send it again:",
    ),
    "intake.more_mistakes": ("……还有{n}处", "… and {n} more"),
    "intake.tap_take": ("收下{n}条", "Take {n}"),
    "intake.tap_leave": ("先不收", "Leave it"),
    "intake.taking": ("正在收，收完告诉您。", "Taking it; you will hear when it is done."),
    "intake.left": (
        "没有收，清单照旧。改好了再发就行。",
        "Not taken; the lists are as before. Send it again any time.",
    ),
    "intake.lapsed": (
        "放了三天没有收，这张不算了。要收就再发一次。",
        "Three days went by; this one does not count any more. Send it again to have it taken.",
    ),
    "intake.taken": ("收下了。", "Taken."),
    "intake.none_taken": ("一条也没有收成。", "Nothing could be taken."),
    "intake.left_out": ("有{n}条没收：", "Left out: {n}"),
    "intake.why_changed": (
        "{where} {line}：刚才有人改过，看看再发",
        "{where} {line}: somebody changed it meanwhile; look and send again",
    ),
    "intake.why_over": ("{where} {line}：现在已经不能这样改了", "{where} {line}: this cannot be done to it any more"),
    "intake.why_not_yours": ("{where} {line}：不归您的案头管", "{where} {line}: not a matter of your desk"),
    "intake.yours": ("{member}在清单上给您记了：", "On the lists {member} has put down for you:"),
    "intake.yours_need": ("由您办：{line}", "to see to: {line}"),
    "intake.yours_project": ("由您牵头：{line}", "to lead: {line}"),
    # the empty table
    "intake.send_back": (
        "要改就在表里改，直接发回给我：先给您看会变什么，您点头才收。没写在表里的，照旧。",
        "Change what you like in the table and send it back: you see what would change, and it counts once you say yes."
        " What is not in it stays.",
    ),
    "intake.tap_blank": ("要一张空表", "An empty table"),
    "intake.blank_file": ("小板凳清单-空表", "small-bench-lists-empty"),
    "intake.blank_sent": (
        "一行写一条，写好直接发给我。",
        "One row for each thing; send it to me when it is filled in.",
    ),
}
