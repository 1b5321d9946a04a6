"""问计: one question to an area, its answers, and what came of it."""

from __future__ import annotations

ASKING: dict[str, tuple[str, str]] = {
    "lists.room_questions": ("问计", "Ask the area"),
    # what the desk is asked
    "asking.what": (
        "想问大家什么？一句话写清楚，一次只问一件。",
        "What would you like to ask people? One sentence, one thing at a time.",
    ),
    "asking.answers": (
        "给大家几个答案点？最多{most}个，一行写一个，也可以点现成的。每个人都能另外自己说。",
        "Which answers to tap? At most {most}, one a line, or tap some that are ready. Everybody may say something else too.",
    ),
    "asking.answers_wrong": (
        "要两个到{most}个不一样的答案，一行一个。",
        "Two to {most} different answers, one a line.",
    ),
    "asking.good": ("好", "Good"),
    "asking.bad": ("不好", "Not good"),
    "asking.willing": ("愿意", "Willing"),
    "asking.unwilling": ("不愿意", "Not willing"),
    "asking.unsure": ("说不准", "Not sure"),
    "asking.no_answers": ("不给答案，请大家自己说", "No answers, everybody in her own words"),
    "asking.whom": ("问哪里的人？点一个，或写地名。", "People of which place? Tap one, or write the place."),
    "asking.until": ("问到哪天？点一个，或写日子，最长一个月。", "Until which day? Tap one or write it, at most a month."),
    "asking.until_three": ("三天，到{day}", "Three days, {day}"),
    "asking.until_week": ("一周，到{day}", "A week, {day}"),
    "asking.until_wrong": (
        "写一个月以内的日子，如 12月1日、下周五。",
        "A day within a month, such as 1 Dec or Friday.",
    ),
    "asking.seen": ("居民看到的是这样：", "This is what people will see:"),
    "asking.buttons": ("下面的按钮：{answers}", "The buttons below: {answers}"),
    "asking.sure": (
        "发给{people}：在{area}用过小板凳、收得到消息的人。问到{day}。慢慢发，不耽误别的消息。",
        "It goes to {people}: who has used Little Bench in {area} and can be reached. Until {day}. It leaves slowly and holds up nobody's answer.",
    ),
    "asking.not_wanted": ("另有{n}位说过不想收，不发给他们。", "{n} more want no such letters and get none."),
    "asking.people": ("{n}位", "{n}"),
    "asking.many": ("{n}多位", "more than {n}"),
    "asking.yes_send": ("发出去", "Send it"),
    "asking.anew": ("重写", "Write it anew"),
    "asking.not_sent": ("不发了", "Do not send"),
    "asking.left": ("没有发。", "Nothing was sent."),
    # why not
    "asking.nobody": (
        "那里还没有人用过小板凳，发不出去。先在门口贴张码，有人扫了就能问。",
        "Nobody there has used Little Bench yet. Put up a poster first; whoever has scanned it can be asked.",
    ),
    "asking.one_is_open": (
        "「{line}」还在问，到{day}。一次只问一件，等它问完，或者先把它结束。",
        "“{line}” is still being asked, until {day}. One thing at a time: wait for it, or end it first.",
    ),
    "asking.enough": (
        "30天里已经问过{n}次了，再问大家会嫌烦。{day}起可以再问。",
        "People there were asked {n} times within 30 days; more would be a bother. From {day} you can ask again.",
    ),
    # what people read
    "asking.letter": ("{desk}想听听您的意思", "{desk} would like to hear what you think"),
    "asking.line": ("{line}", "{line}"),
    "asking.how": (
        "点一个就行，回数字也行；想说点别的，点「我自己说」。没有人看得到是谁说的，{day}晚上以前都能改。",
        "One tap will do, or reply with its number; to say something else, tap “In my own words”. Nobody sees who said what; you can change it until {day}.",
    ),
    "asking.how_in_words": (
        "点「我自己说」，写一句就行。没有人看得到是谁说的，{day}晚上以前都能改。",
        "Tap “In my own words” and write a line. Nobody sees who said what; you can change it until {day}.",
    ),
    "asking.tap_own": ("我自己说", "In my own words"),
    "asking.own_how": (
        "「{line}」您怎么看？写一句。案头看得到这句话，看不到是谁写的。",
        "“{line}”: what do you think? One line. The desk reads it and does not see who wrote it.",
    ),
    "asking.in_writing": (
        "这里请打字：声音和照片认得出是谁。不方便打字，点一个答案就行。",
        "Please type here: a voice or a photo would show who you are. If typing is hard, a tap will do.",
    ),
    "asking.chosen": ("✓ 您选的：{answer}", "✓ Your answer: {answer}"),
    "asking.said": ("✓ 您说的：{words}", "✓ Your words: {words}"),
    "asking.may_change": (
        "记下了，谢谢您。{day}晚上以前想改，再点一个或再说一句就行。",
        "Noted, thank you. To change it until {day}, tap again or write again.",
    ),
    "asking.meant": ("这句是回「{line}」的吗？", "Is this your answer to “{line}”?"),
    "asking.yes_it_is": ("是，记成我的回答", "Yes, it is my answer"),
    "asking.no_another": ("不是，报另一件事", "No, I report something else"),
    "asking.noted": ("记下了，不写名字。", "Noted, without your name."),
    "asking.is_over": ("「{line}」已经问完了，谢谢您。", "“{line}” is over, thank you."),
    "asking.came_of": (
        "您回过话的「{line}」，{desk}有结果了：{outcome}",
        "You answered “{line}”. {desk} has decided: {outcome}",
    ),
    "asking.thanks": ("一共{n}位回了话，谢谢您。", "{n} answered in all. Thank you."),
    "asking.thanks_few": ("谢谢您回话。", "Thank you for answering."),
    # a question at the desk
    "asking.title": ("问计：{line}", "Asked: {line}"),
    "asking.about": ("{area}，{day}问的，{stands}", "{area}, asked on {day}, {stands}"),
    "asking.is_open": ("问到{day}", "until {day}"),
    "asking.is_ended": ("问完了，还没告诉大家结果", "over, its outcome not told yet"),
    "asking.is_told": ("告诉大家了：{outcome}", "people were told: {outcome}"),
    "asking.is_silent": ("问完了，没有人回", "over, nobody answered"),
    "asking.going": ("正在发，发了{n}位", "On its way, {n} so far"),
    "asking.so_far": ("{sent}，{answered}", "{sent}, {answered}"),
    "asking.reached": ("发到{n}位", "Sent to {n}"),
    "asking.answered": ("{n}位回了", "{n} answered"),
    "asking.few_answered": ("不到{few}位回了", "fewer than {few} answered"),
    "asking.not_yet": (
        "满{few}位再看大家怎么说，免得看出是谁说的。",
        "What they say shows from {few} on, so that nobody can tell who said it.",
    ),
    "asking.not_at_all": (
        "结束得早，回的不到{few}位，就不看谁怎么说了，免得认出来。",
        "It ended early with fewer than {few} answers; what they say does not show, so that nobody can tell who it was.",
    ),
    "asking.count": ("{answer} {n}", "{answer} {n}"),
    "asking.count_own": ("自己说的 {n}", "In their own words {n}"),
    "asking.count_own_too": ("自己说的 {n}，有的也选了", "In their own words {n}, some besides a choice"),
    "asking.tap_look": ("看现在", "Look again"),
    "asking.tap_stop": ("停发", "Stop sending"),
    "asking.tap_end": ("现在就结束", "End it now"),
    "asking.end_sure": (
        "现在就结束，不再收回话？",
        "End it now and take no more answers?",
    ),
    "asking.end_few": (
        "回了的不到{few}位，现在结束就看不到大家怎么说了；问到{day}再看得到。现在就结束？",
        "Fewer than {few} answered. If it ends now, what they say will not show; after {day} it will. End it now?",
    ),
    "asking.yes_end": ("结束", "End it"),
    "asking.no_go_on": ("接着问", "Go on asking"),
    "asking.tap_words": ("看大家自己说的", "What people said"),
    "asking.tap_outcome": ("告诉大家结果", "Tell the outcome"),
    "asking.tap_more": ("再告诉大家一句", "Tell them more"),
    "asking.words": ("「{line}」大家自己说的，没有名字，先后是打乱的", "“{line}”: what people said, nameless and shuffled"),
    "asking.words_line": ("{n} {words}", "{n} {words}"),
    "asking.list": ("问过大家的事", "What people were asked"),
    "asking.list_line": ("{n} {line} · {area}，{stands}，{answered}", "{n} {line} · {area}, {stands}, {answered}"),
    "asking.tap_new": ("问一件", "Ask something"),
    # its end
    "asking.ended": (
        "「{line}」问完了，{n}位回了。回过话的人等着听结果：定了怎么办，回这条消息写一句，或点下面。",
        "“{line}” is over, {n} answered. They wait to hear what comes of it: reply with one line, or tap below.",
    ),
    "asking.ended_silent": ("「{line}」问完了，没有人回，收起来了。", "“{line}” is over, nobody answered. It is put away."),
    "asking.remind": (
        "「{line}」问完三天了，{n}位还等着听结果。没定也可以说一声什么时候定。",
        "“{line}” has been over for three days and {n} wait to hear. If nothing is decided, say when it will be.",
    ),
    "asking.what_came_of_it": (
        "「{line}」结果怎么定的？写一句，回过话的人都会看到。",
        "“{line}”: what came of it? One line; all who answered will read it.",
    ),
    "asking.outcome_seen": ("回过话的{n}位会看到：", "The {n} who answered will read:"),
    "asking.outcome_seen_few": ("回过话的人会看到：", "Those who answered will read:"),
    # in digests and in her own copy
    "asking.digest_open": ("问计：「{line}」{area}，问到{day}，{answered}", "Asked: “{line}” {area}, until {day}, {answered}"),
    "asking.digest_over": ("问计：「{line}」{area}，{counts}，{stands}", "Asked: “{line}” {area}, {counts}, {stands}"),
    "asking.hers": ("您回过的问计", "Questions to your area that you answered"),
    "asking.hers_line": ("{line} {said}", "{line} {said}"),
}  # fmt: skip
