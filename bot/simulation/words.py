"""The report of a simulated month in words, Chinese and English."""

from __future__ import annotations

from bot.speech import Words

SIMULATED: Words = {
    "title": ("模拟{days}天，种子{seed}{cut}", "{days} simulated days, seed {seed}{cut}"),
    "cut": ("（中途停下）", " (stopped on the way)"),
    "matters": (
        "报上来{new}件，办结{closed}件，居民撤回{withdrawn}件，等在已知的事里{joined}件，还开着{open}件",
        "{new} matters filed, {closed} closed, {withdrawn} withdrawn, {joined} with a known trouble, {open} open",
    ),
    "settled": ("办结在：{levels}", "settled at: {levels}"),
    "level_building": ("楼院{n}", "building {n}"),
    "level_grid": ("网格{n}", "grid {n}"),
    "level_community": ("社区{n}", "community {n}"),
    "level_street": ("街道{n}", "street {n}"),
    "level_district": ("区{n}", "district {n}"),
    "kept": (
        "第一次说好的时候做到了：回话{contact}，进展{progress}，结果{result}",
        "kept as first promised: contact {contact}, progress {progress}, result {result}",
    ),
    "rates": (
        "回应率{response}，解决率{solved}，满意率{satisfied}；重开{reopened}件，往上走{moved_up}件",
        "response {response}, solved {solved}, satisfied {satisfied}; {reopened} reopened, {moved_up} moved up",
    ),
    "times": (
        "来信到搭话：一半{contact_minutes[0]}分钟内，九成{contact_minutes[1]}分钟内",
        "from message to contact: half within {contact_minutes[0]} min, nine of ten within {contact_minutes[1]} min",
    ),
    "said": (
        "提醒{MatterReminded}次，道歉{sorry}次，没人接{MatterUnanswered}次；发出{messages}条，改了{edits}条",
        "{MatterReminded} reminders, {sorry} apologies, {MatterUnanswered} times nobody took it; {messages} messages "
        "sent, {edits} edited",
    ),
    "a_day": ("每人每天收到（中位/百分之九十九/最多）", "messages a person and day (median / 99th percentile / most)"),
    "role": ("{role}：{messages}条，其中响{rings}声", "{role}: {messages}, of which rang {rings}"),
    "night": ("夜里十点到早上七点响了{n}声", "{n} rang between ten at night and seven"),
    "resident": ("居民", "residents"),
    "member": ("委员", "members"),
    "desk": ("案头", "desks"),
    "worst": (
        "最多的一天：{name}（{role}），{on}，{messages}条，响{rings}声",
        "worst day: {name} ({role}), {on}, {messages} messages, {rings} rang",
    ),
    "turn": ("一次处理（毫秒，中位/百分之九十九）：{acts}", "an act (ms, median / 99th percentile): {acts}"),
    "behind": (
        "平台限速最多让一条消息晚到{seconds}秒",
        "the platform's pace held a message back by {seconds} s at most",
    ),
    "fine": ("没有一件没人管，没有一条消息丢了。", "Nothing was ever unowned, and no message was lost."),
    "violations": ("有{n}处不对：", "{n} violations:"),
    "left": (
        "留在{folder}：数据库、照片、figures.json。看看里面：{command}",
        "Left in {folder}: database, media, figures.json. To look inside: {command}",
    ),
    "taken": (
        "{folder} 里已经有一个数据库了，换个文件夹：--out",
        "there is a database in {folder} already; choose another: --out",
    ),
    "day": ("第{n}天 {hour}", "day {n} {hour}"),
    "joining": ("大家在加入……", "everybody joins …"),
}  # fmt: skip
