"""Welcome, language, help, menu and invitations."""

from __future__ import annotations

PEOPLE: dict[str, tuple[str, str]] = {
    "welcome.hello": (
        "您好，这里是小板凳。哪里坏了、有什么难处，打字、按住说话、拍照都行。您的电话谁也看不到，除非您愿意给。",
        "Hello, this is Little Bench. Something broken or hard? Type, hold to speak, or send a photo. "
        "Nobody sees your number unless you say so.",
    ),
    "welcome.hello_at": (
        "您好，这里是小板凳，在{place}。哪里坏了、有什么难处，打字、按住说话、拍照都行。您的电话谁也看不到，除非您愿意给。",
        "Hello, this is Little Bench at {place}. Something broken or hard? Type, hold to speak, or send a photo. "
        "Nobody sees your number unless you say so.",
    ),
    "welcome.back": (
        "又见面了。哪里坏了、有什么难处，直接说就行。",
        "Good to see you again. Just tell me what is wrong.",
    ),
    "welcome.privacy": (
        "谁看得到什么：您写的话和照片，只给办这件事的委员和社区案头看；您的电话只有您点头才给。不想留名，交之前点「改一改」。问题请打{desk}。",
        "Who sees what: your words and photos go to the member who handles the matter and to the community desk; "
        "your number only after your yes. To stay unnamed, tap Change before handing in. Questions: {desk}.",
    ),
    "language.other": ("English", "中文"),
    "language.set": ("好，以后说中文。", "All right, English from now on."),
    "help.resident_title": ("我能帮您", "What I can do for you"),
    "help.resident": (
        "直接写哪里坏了，或按住说话、拍照，我交给管这片的委员。\n「我的事」看办到哪了。\n回一句「怎么样了」，我替您问。\n「请打电话给我」，委员打给您。\n「百事簿」查常问的事，「消息」看您那里的通知。",
        "Write what is broken, hold to speak, or send a photo; it goes to the member for your block.\n"
        "My matters: see how far things are.\nAsk “any news?” and I will ask for you.\nCall me: the member rings you.\n"
        "Book: answers to what is often asked. News: the notices of your place.",
    ),
    "help.member_title": ("委员", "For members"),
    "help.member": (
        "「我的任务」按先到期的排。\n回复卡片，就是给居民回话。\n写「下周请假」，手上的事交给副手。\n敲门听来的写「走访」；需求、场所、开会都在「小板凳」，通知和百事簿在「小道理」。",
        "My tasks: what falls due first comes first.\nReply to a card to answer the resident.\nWrite “on leave next week”: your deputy takes over.\n"
        "“visit” notes what you heard at a door. Bench: needs, venues, meetings. Explaining: notices, the answer book.",
    ),
    "help.desk_title": ("案头", "For the desk"),
    "help.desk": (
        "「案头」先看要您伸手的，点「派」就能派给人。\n「查 路灯」「查 1123-07」找一件事。\n"
        "「值班」看谁值班，点一下就换；要休息写「下周请假」。\n「名册」看谁管哪片，点几下就改。\n「小板凳」里有走访、需求、资源、项目、开会、问计和年账。\n要告诉大家的写「通知」；百事簿和好人好事在「小道理」。\n"
        "停水停电好多人报，写「大家都在报」：说一句、到几点，后来的人一问就知道。",
        "Desk: what needs your hand, with a button to give it to somebody.\n"
        "“find lamp” or “find 1123-07” finds a matter.\n"
        "Duty: who is on duty; one tap takes it over. To rest, write “on leave next week”.\n"
        "Roster: who answers where, changed by a tap or two.\n"
        "Bench: visits, needs, what can be had, projects, meetings, questions, the year.\n"
        "“notice” tells people something; the answer book and stories are under Explaining.\n"
        "Many report a power cut? Write “known trouble”: one line and until when, and whoever reports it next is answered at once.",
    ),
    "help.telephone": ("说不清的，打{desk}。", "If it is easier to talk: {desk}."),
    "menu.report": ("报一件事", "Report something"),
    "menu.mine": ("我的事办到哪了", "My matters"),
    "menu.call": ("请打电话给我", "Please call me"),
    "menu.tasks": ("我的任务", "My tasks"),
    "menu.leave": ("请假", "Take leave"),
    "menu.desk": ("案头", "The desk"),
    "menu.find": ("查一件事", "Find a matter"),
    "menu.duty": ("值班", "Duty"),
    "menu.help": ("帮助", "Help"),
    "menu.language": ("中文 / English", "中文 / English"),
    "menu.privacy": ("谁看得到什么", "Who sees what"),
    "invite.are_you": ("您是{name}吗？管{areas}的。", "Are you {name}, for {areas}?"),
    "invite.yes": ("是", "Yes"),
    "invite.no": ("不是", "No"),
    "invite.welcome_member": (
        "{name}，欢迎。{areas}有事，我发卡片给您：点「接了」，回复卡片就是给居民回话，办好点「办结」。",
        "Welcome, {name}. Matters of {areas} come to you as cards: tap Take it, reply to the card to answer the resident, tap Close when done.",
    ),
    "invite.welcome_desk": (
        "{name}，欢迎。{areas}没人接的、过了时的会到您这儿；点「案头」随时看。",
        "Welcome, {name}. What nobody takes in {areas}, and what is late, comes to you; tap Desk any time.",
    ),
    "invite.unknown": (
        "这个链接不对，请向案头{desk}要一个新的。",
        "This link is not right. Please ask the desk for a new one: {desk}.",
    ),
    "invite.used": (
        "这个链接已经用过了。不是您用的话，请马上打{desk}。",
        "This link has been used. If that was not you, call {desk} at once.",
    ),
    "invite.already": ("您已经加入了，不用再点。有事打{desk}。", "You have joined already. Questions: {desk}."),
    "invite.expired": ("这个链接过期了。要我替您要一个新的吗？", "This link has expired. Shall I ask for a new one?"),
    "invite.ask_new": ("要一个新的", "Ask for a new one"),
    "invite.asked": (
        "已经告诉案头，给了我就发您。急的话打{desk}。",
        "The desk knows; I will send it as soon as it is granted. Urgent: {desk}.",
    ),
    "invite.asked_toast": ("告诉案头了", "The desk has been told"),
    "invite.desk_asked": (
        "有人拿着{name}过期的邀请，想要一个新的，账号叫「{account}」。您认得是本人再给。",
        "Somebody called “{account}” holds {name}'s expired invitation and asks for a new one. "
        "Grant it only if you know it is the right person.",
    ),
    "invite.grant": ("给新的", "Grant"),
    "invite.granted": ("给了{name}新的邀请，七天内有效。", "{name} has a new invitation, good for seven days."),
    "invite.fresh": (
        "案头给了您新的邀请，七天内点开就行。",
        "The desk sent you a new invitation. Open it within seven days.",
    ),
    "invite.open": ("加入", "Join"),
    "invite.not_me": (
        "知道了，没有加入。发错了的话请告诉{desk}。",
        "Understood, nothing was changed. If it reached you by mistake, tell {desk}.",
    ),
    "invite.moved_away": (
        "您的委员身份刚在另一个账号上登了。不是您，请马上打{desk}。",
        "Your place on the roster has just been taken by another account. If that was not you, call {desk} at once.",
    ),
    "invite.desk_joined": (
        "{name}加入了，账号叫「{account}」。不是本人，点一下就收回。",
        "{name} has joined, from the account “{account}”. If it is somebody else, one tap takes it back.",
    ),
    "invite.desk_moved": (
        "{name}换了账号加入，账号叫「{account}」，原来的账号停用了。不是本人，点一下就收回。",
        "{name} has joined from another account, “{account}”; the former one is out of use. If it is somebody else, one tap takes it back.",
    ),
    "invite.wrong": ("不是本人", "Somebody else"),
    "invite.undone": (
        "收回了，那个账号再也办不了{name}的事；手上的事交给了别人。请把下面这条转给本人。",
        "Taken back: that account can do nothing for {name} any more, and what was in hand is with others. Please pass on the next message.",
    ),
    "invite.undone_call": (
        "收回了，那个账号再也办不了{name}的事；手上的事交给了别人。请打{phone}告诉本人，把下面这条转给本人。",
        "Taken back: that account can do nothing for {name} any more, and what was in hand is with others. Please call {phone}, and pass on the next message.",
    ),
    "invite.undone_toast": ("收回了", "Taken back"),
    "invite.taken_away": (
        "案头说这个账号不是{name}本人，身份收回了。弄错了请打{desk}。",
        "The desk says that this account is not {name}’s, and has taken the place back. If that is wrong, call {desk}.",
    ),
    "invite.given_back": (
        "有人冒{name}的名登过，案头收回了。您点「加入」再登上就行。",
        "Somebody had joined as {name}; the desk has taken that back. Tap Join to have your place again.",
    ),
    "invite.desk_wrong": (
        "{name}的邀请被别人点开了，那人说不是本人。",
        "Somebody opened {name}'s invitation and said it was not them.",
    ),
}
