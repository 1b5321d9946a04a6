"""What the house itself says: buttons that are out of date, groups, faults, small talk, danger."""

from __future__ import annotations

CORE: dict[str, tuple[str, str]] = {
    "core.stale": ("这个按钮过时了，现在是这样：", "That button is out of date; this is how it stands:"),
    "core.changed": ("这会儿有变，请再看一眼。", "Something has changed meanwhile; please look once more."),
    "core.not_yours": (
        "这件事不在您手上，所以这里改不了。",
        "This matter is not in your hands, so it cannot be changed here.",
    ),
    "core.unknown_command": (
        "我不认识{command}。直接写哪里坏了就行，或点「帮助」。",
        "I do not know {command}. Just write what is wrong, or tap Help.",
    ),
    "core.group": (
        "小区的事请私下跟我说，群里不谈个人的事。急事打{desk}。",
        "Please tell me in our private chat; nothing personal is discussed in groups. Urgent: {desk}.",
    ),
    "core.group_button": ("私下说", "Open private chat"),
    "core.fault": (
        "我这边出了岔子，您的话没丢，编号{ref}。急的话请打{desk}。",
        "Something broke on my side. Your words are kept, reference {ref}. If it is urgent, call {desk}.",
    ),
    "core.fault_desk": (
        "有一条消息没处理成，原文留着，编号{ref}。请告诉管机器的人看一眼。",
        "One message could not be handled. It is kept, reference {ref}. Please tell whoever runs the machine.",
    ),
    "core.maybe_repeat": ("（这条可能发过一次了）", "(you may have had this once already)"),
    "key.report": ("报事", "Report"),
    "key.mine": ("我的事", "My matters"),
    "key.call": ("请打电话给我", "Call me"),
    "key.help": ("帮助", "Help"),
    "key.tasks": ("我的任务", "My tasks"),
    "key.desk": ("案头", "Desk"),
    "who.resident": ("居民", "a resident"),
    "who.you": ("您", "you"),
    "who.clock": ("到点了", "the clock"),
    "small.thanks": ("不客气。有事随时说。", "You are welcome. Write any time."),
    "small.greeting": (
        "您好。哪里坏了、有什么难处，直接说就行。",
        "Hello. Tell me what is broken or hard, just as you would say it.",
    ),
    "small.abuse_no_matter": (
        "这里收小区的事，有地方有事情再告诉我。",
        "I take the neighbourhood's matters: tell me when there is a place and something wrong.",
    ),
    "small.unclear": (
        "这句我没看懂。哪里坏了、在哪儿，写一句就行；想跟人说话，打{desk}。",
        "I could not make that out. Write in a line what is wrong and where; to talk to somebody, call {desk}.",
    ),
    "small.left": ("好，什么也没改。有事随时说。", "All right, nothing was changed. Write any time."),
    "small.who": (
        "我是小板凳，一个传话的程序，不是真人。哪里坏了写给我，我交给管这片的委员。想跟人说话，打{desk}。",
        "I am Little Bench, a program that passes words on, not a person. Tell me what is wrong and it goes to the "
        "member for your block. To talk to somebody, call {desk}.",
    ),
    "small.ok": ("好的。有事随时说。", "All right. Write any time."),
    "danger.doubt": (
        "万一有危险，别等我：着火、煤气119，受伤120，有人行凶110，心里过不去12356。",
        "If there is any danger, do not wait for me: fire or gas 119, injury 120, violence 110, despair 12356.",
    ),
    "danger.calling": ("我正在叫{member}，请别等我。", "I am calling {member}; do not wait for me."),
    "danger.calling_softly": ("我正在叫{member}。", "I am calling {member}."),
    "danger.has_it": ("{member}已经接了。", "{member} has taken it."),
    "danger.place_noted": ("地方记下了，{member}看得到。", "The place is noted; {member} sees it."),
    "danger.gas": (
        "别动开关，能开门窗就开，先到楼外，再打119或{gas}。",
        "Touch no switches, open doors and windows if you can, go outside, then call 119 or {gas}.",
    ),
    "danger.carbon_monoxide": (
        "马上开窗，人先到外面透气，再打120和119。",
        "Open the windows and get everyone outside into the air, then call 120 and 119.",
    ),
    "danger.fire": (
        "人先出来，别坐电梯，弯腰走，再打119。",
        "Get out first, no lift, stay low, then call 119.",
    ),
    "danger.electric": (
        "别用手拉人，能拉闸先拉闸，再打120和119。",
        "Do not touch the person; switch the power off if you can, then call 120 and 119.",
    ),
    "danger.violence": (
        "先躲开，把门关好，打110。不方便说话可以发短信到12110。",
        "Get away, lock the door, call 110; if you cannot speak, text 12110.",
    ),
    "danger.ill": (
        "请马上打120，说清楚几号楼几单元，让人到楼下接。",
        "Call 120 now, say which building and unit, and have somebody meet them downstairs.",
    ),
    "danger.fallen": (
        "先别急着扶，问他哪里疼；不清醒、动不了就打120。",
        "Do not lift at once; ask where it hurts. Not awake or cannot move: call 120.",
    ),
    "danger.trapped": (
        "按电梯里的警铃，别扒门，打119。",
        "Press the alarm, do not force the doors, call 119.",
    ),
    "danger.help": (
        "有危险先打110，受伤打120，着火打119。",
        "In danger call 110, injury 120, fire 119.",
    ),
    "despair.fine": ("我没事", "I am all right"),
    "despair.company": ("我要人陪", "I want somebody with me"),
    "despair.heard": ("好，我告诉那边的人。", "All right, I pass it on."),
    "danger.despair": (
        "看得出您很难受。请打12356，那边有人听您说；马上有危险就打110或120。",
        "I can see this is very hard. Please call 12356, somebody listens there; in danger now, 110 or 120.",
    ),
}
