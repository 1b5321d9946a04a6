"""Known trouble: what residents read of it, and what the desk does with it."""

from __future__ import annotations

TROUBLE: dict[str, tuple[str, str]] = {
    # residents
    "trouble.known": (
        "这件事社区知道了：{said}。{member}盯着。",
        "The desk knows about this: {said}. {member} is watching over it.",
    ),
    "trouble.said_until": ("{line}，估计{until}", "{line}, probably {until}"),
    "trouble.said_planned": ("{line}，计划到{until}", "{line}, planned until {until}"),
    "trouble.said_late": ("{line}。说好{until}，还没好", "{line}. It was to be over {until} and is not yet"),
    "trouble.noted": ("我这样记：{place}，{what}。", "I wrote: {place}, “{what}”."),
    "trouble.join": ("好，修好告诉我", "All right, tell me when it is over"),
    "trouble.not_this": ("不是这件，照样交", "Not this one, hand it in"),
    "trouble.is_it": ("您说的是这件吗？", "Is it this that you mean?"),
    "trouble.it_is": ("是{title}，修好告诉我", "Yes, {title}: tell me when it is over"),
    "trouble.it_is_not": ("不是这件", "No, something else"),
    "trouble.stands": (
        "社区知道了：{said}。{member}盯着，好了告诉您。",
        "The desk knows: {said}. {member} is watching over it; you will hear when it is over.",
    ),
    "trouble.joined": (
        "{known}您这件跟着一起办，好了告诉您。",
        "{known} Yours goes with it; you will hear when it is over.",
    ),
    "trouble.later": (
        "要再等等，对不住：{said}。{member}盯着，好了告诉您。",
        "It takes longer, sorry: {said}. {member} is watching over it; you will hear when it is over.",
    ),
    "trouble.sooner": (
        "会早一点：{said}。{member}盯着，好了告诉您。",
        "It will be sooner: {said}. {member} is watching over it; you will hear when it is over.",
    ),
    "trouble.news": (
        "刚得的消息：{said}。{member}盯着，好了告诉您。",
        "News: {said}. {member} is watching over it; you will hear when it is over.",
    ),
    "trouble.late": (
        "说好{until}，没办到，对不住。{member}接着盯，有准信告诉您。",
        "We said {until} and did not make it. Sorry. {member} goes on; you will hear as soon as we know.",
    ),
    "trouble.was_none": (
        "刚才说社区知道这件事，弄混了，对不住。这件单独办，交给{member}，{until}前给您回话。",
        "We said that the desk knew about this; that was a mistake. Sorry. {member} has yours now and will answer by {until}.",
    ),
    "trouble.alone": (
        "这件单独办，交给{member}，{until}前给您回话。",
        "Yours is looked after on its own: {member} will answer by {until}.",
    ),
    # members
    "trouble.relieved": (
        "{title}：{member}一起盯着，您手上同样的不用管了，谢谢。",
        "{title}: {member} watches over all of them; yours need nothing any more. Thank you.",
    ),
    "trouble.card": (
        "大家都在报，{other}一起盯着，您不用管。",
        "Many report this; {other} watches over all of them, nothing for you to do.",
    ),
    "trouble.card_mine": (
        "大家都在报，跟着一起办，您盯着。",
        "Many report this; it goes with the others, watched over by you.",
    ),
    # the desk
    "menu.trouble": ("大家都在报的事", "What many report"),
    "more.trouble": ("大家都在报", "Many report this"),
    "trouble.title": ("{kind} · {area}", "{kind} · {area}"),
    "trouble.area": ("{area}", "{area}"),
    "trouble.kind": ("大家在报哪一类？", "What is it that many report?"),
    "trouble.where": ("在哪一片？点一个，或者写楼号、小区名。", "Where? Tap one, or write a building or estate."),
    "trouble.where_again": (
        "这地方我没认出来，或者不在您这片。再写一次，或者点一个。",
        "I do not know that place, or it is not yours. Write it again, or tap one.",
    ),
    "trouble.line": (
        "{title}。写一句知道些什么、到几点，比如「水管爆了，六点左右来水」。居民会原样读到。还没开始的，写明从几点到几点。",
        "{title}. One line: what you know, and until when, such as “burst pipe, water back about six”. Residents read it as it is. For what is to come, from when until when.",
    ),
    "trouble.only": ("只是{area}", "Only {area}"),
    "trouble.whole": ("整个{area}", "All of {area}"),
    "trouble.until": ("大概到什么时候？点一个，或者写个时间。", "Until about when? Tap one, or write a time."),
    "trouble.until_again": (
        "没看出是几点。比如「晚上八点」「两小时」，不知道就点「不知道」。",
        "I could not read a time. Such as “8 pm” or “two hours”; if nobody knows, tap “Not known”.",
    ),
    "trouble.two_hours": ("两小时", "Two hours"),
    "trouble.evening": ("今晚六点", "Six tonight"),
    "trouble.noon": ("明天中午", "Noon tomorrow"),
    "trouble.no_idea": ("不知道", "Not known"),
    "trouble.preview": ("{title}。再有人报，先读到这句：", "{title}. Whoever reports it next reads this first:"),
    "trouble.preview_planned": (
        "{title}。从{begins}起，再有人报，先读到这句：",
        "{title}. From {begins} on, whoever reports it reads this first:",
    ),
    "trouble.planned": (
        "记下了。到时候再有人报，先读到您这句；开始以前照常交给委员。",
        "Noted. Once it begins, whoever reports it reads your line; until then reports go to the members as ever.",
    ),
    "trouble.from_to": ("从{span}。", "From {span}."),
    "trouble.from_on": ("从{begins}起，什么时候好还不知道。", "From {begins}; nobody knows until when."),
    "trouble.begun": ("到时间了，这件从现在起算：", "Its time has come; from now on this is known:"),
    "trouble.begins_now": ("已经开始了", "It has begun"),
    "trouble.off": ("取消", "Call it off"),
    "trouble.replan": (
        "{title}改到什么时候？写明从几点到几点，比如「后天9点到17点」。",
        "{title}: when will it be? From when until when, such as “tomorrow 9 am to 5 pm”.",
    ),
    "trouble.replan_again": (
        "没看出从几点到几点。比如「后天9点到17点」，要在现在之后。",
        "I could not read from when until when. Such as “tomorrow 9 am to 5 pm”, still to come.",
    ),
    "trouble.next_day": ("推迟一天", "A day later"),
    "trouble.replanned": ("改好了，到时候照新的时间。", "Changed; the new hours count."),
    "trouble.until_at": ("到{until}。", "Until {until}."),
    "trouble.past": ("说好{until}，过了。", "It was to be over {until}."),
    "trouble.yes": ("就这样", "Yes"),
    "trouble.other_area": ("换个范围", "Another area"),
    "trouble.other_kind": ("换一类", "Another kind"),
    "trouble.no": ("算了", "No"),
    "trouble.not_marked": ("好，没标。", "All right, not marked."),
    "trouble.marked": (
        "标好了。再有人报，先读到您这句，修好一起告诉。",
        "Marked. Whoever reports it reads your line, and all hear when it is over.",
    ),
    "trouble.already": (
        "这一片这一类已经标过了，是这样：",
        "This kind is marked there already; this is how it stands:",
    ),
    "trouble.is_planned": ("还没开始，{member}盯着。", "Not begun yet; {member} is watching."),
    "trouble.is_running": ("{waiting}，{member}盯着。", "{waiting}; {member} is watching."),
    "trouble.some_waiting": ("{n}户在等", "{n} waiting"),
    "trouble.nobody_waiting": ("没有人在等", "Nobody waiting"),
    "trouble.is_ending": (
        "两分钟后告诉{n}户，要改现在撤回。",
        "{n} will hear in two minutes; take it back now if you must.",
    ),
    "trouble.is_ended": ("好了，正一户一户告诉，还剩{n}户。", "Over; those who waited are being told, {n} to go."),
    "trouble.is_lapsed": (
        "到点了，没有人在等，不再答复。还没好的话，有人报会照常交给委员。",
        "Its time is over and nobody waits: it answers no more. Whoever still reports it goes to a member as usual.",
    ),
    "trouble.is_withdrawn": ("撤销了，正交回各网格，还剩{n}件。", "Withdrawn; each goes back to its grid, {n} to go."),
    "trouble.was_ended": ("好了，等着的都告诉了，各自回话。", "Over; all who waited have been told and are asked."),
    "trouble.was_withdrawn": ("撤销了，都交回各网格了。", "Withdrawn; everything is back with its grid."),
    "trouble.over": ("好了", "It is over"),
    "trouble.change": ("改时间", "Another time"),
    "trouble.longer": ("再等等", "Not yet"),
    "trouble.withdraw": ("撤销", "Withdraw"),
    "trouble.unheard_on": (
        "{title}：等着的人里有收不到消息的，案头上有名字，请当面说一声。",
        "{title}: some of those who wait cannot be reached here. /desk has their names; please tell them in person.",
    ),
    "trouble.unheard_end": (
        "{title}好了，有人收不到这个消息，案头上有名字，请当面说一声。",
        "{title} is over, and some cannot be reached here. /desk has their names; please tell them in person.",
    ),
    "trouble.ask": ("{title}，说好{until}。好了吗？{waiting}。", "{title} was to be over {until}. Is it? {waiting}."),
    "trouble.ask_late": (
        "{title}，过了{until}。好了吗？{waiting}。",
        "{title} should have been over {until}. Is it? {waiting}.",
    ),
    "trouble.ask_open": (
        "{title}，还没有准时间。好了吗？{waiting}。",
        "{title} has no end yet. Is it over? {waiting}.",
    ),
    "trouble.how_long": (
        "{title}还要多久？写一句改成什么样、到几点，或者点一个时间。",
        "{title}: how much longer? One line with the new time, or tap one.",
    ),
    "trouble.changed": ("改好了，{n}户会听到一次。", "Changed; all who wait ({n}) hear it once."),
    "trouble.end_line": (
        "写一句怎么好的，或发张照片。等着的{n}户会读到，各自回一句好没好。",
        "One line on how it ended, or a photo. All who wait ({n}) read it, and each says whether it is.",
    ),
    "trouble.sure": (
        "{title}真的撤销吗？{n}件会各回各的网格，照普通的事办。",
        "Really withdraw {title}? What waits ({n}) goes back to its grid as ordinary matters.",
    ),
    "trouble.sure_nobody": ("{title}真的撤销吗？还没有人在等。", "Really withdraw {title}? Nobody is waiting."),
    "trouble.kept": ("好，还在。", "All right, it stays."),
    "trouble.open_already": ("现在就有{n}件同样的：", "Open already and like it: {n}"),
    "trouble.like_it": ("{no} {what}，{place}，{member}", "{no} {what}, {place}, {member}"),
    "trouble.like_it_more": ("还有{n}件", "{n} more"),
    "trouble.adopt": ("把已有的{n}件也并进来", "Let them wait with it too ({n})"),
    "trouble.adopting": ("正在并，居民和委员都会知道。", "They go with it; residents and members will know."),
    "trouble.running": ("大家都在报的{n}件", "Running: {n}"),
    "trouble.line_of": ("{title}：{said}", "{title}: {said}"),
    "trouble.more": ("还有别的大家都在报？", "Something else that many report?"),
    "trouble.new": ("再标一件", "Mark another"),
    "trouble.yours": ("这件现在由您盯着：", "You watch over this from now on:"),
}
