"""Waiting, more time and another urgency: what member, desk and resident read."""

from __future__ import annotations

PAUSING: dict[str, tuple[str, str]] = {
    # residents
    "stands.paused": ("{wait}，{until}再看。{member}在办。", "{wait}; we look again {until}. {member} is on it."),
    "pause.wait_resident": ("在等一句回话", "Waiting for an answer"),
    "pause.wait_parts": ("在等配件", "Waiting for a part"),
    "pause.wait_weather": ("要看天气", "Waiting for the weather"),
    "pause.wait_others": ("在等别处先办好", "Waiting for others to do their part"),
    "pause.wait_own": ("先等一等", "Waiting for now"),
    "extend.told_resident": (
        "要多些时间：{line}。{member}接着办，{until}前有结果。",
        "It takes longer: {line}. {member} goes on; a result by {until}.",
    ),
    "tier.told": (
        "看过了，这件按「{tier}」办。{member}在办，{until}前有结果。",
        "Looked at and set to “{tier}”. {member} is on it; a result by {until}.",
    ),
    "tier.told_waiting": (
        "看过了，这件按「{tier}」办。交给了{member}，{until}前给您回话。",
        "Looked at and set to “{tier}”. {member} will answer by {until}.",
    ),
    "tier.danger": ("急事", "danger"),
    "tier.utility": ("要快", "soon"),
    "tier.ordinary": ("一般", "ordinary"),
    "tier.complex": ("要多些日子", "takes longer"),
    # members
    "more.pause": ("先等一等", "Let it wait"),
    "more.extend": ("要多几天", "More time"),
    "more.urgency": ("急不急", "How urgent"),
    "pause.why": ("{no} {what}，等什么？点一下，或者写一句。", "{no} {what}: waiting for what? Tap, or write a line."),
    "pause.tap_resident": ("等居民", "The resident"),
    "pause.tap_parts": ("等配件", "A part"),
    "pause.tap_weather": ("看天气", "The weather"),
    "pause.tap_others": ("等别人办", "Others"),
    "pause.until": (
        "等到什么时候？点一下，或者写「周五」「下周三上午」。",
        "Until when? Tap, or write “Friday”, “tomorrow at 3 pm”.",
    ),
    "pause.tomorrow": ("明天", "Tomorrow"),
    "pause.day_after": ("后天", "In two days"),
    "pause.week": ("一周", "A week"),
    "pause.plan": ("居民会看到：「{told}」", "The resident will read: “{told}”"),
    "pause.plan_desk": (
        "这件等得久了，要案头点个头。",
        "This one has waited for long; the desk has to agree.",
    ),
    "pause.yes": ("就这样", "Yes"),
    "pause.no": ("算了", "No"),
    "pause.left": ("好，{no}接着办。", "All right, {no} goes on."),
    "pause.noted": ("{no}先放一放，{until}我来问您。", "{no} waits; I ask you again {until}."),
    "pause.over": (
        "{no} {what}，等到时候了。接着办就是{until}前要有结果；还要等，点「再等等」。",
        "{no} {what}: the waiting is over. Going on, a result is due by {until}; or let it wait for longer.",
    ),
    "pause.over_late": (
        "{no} {what}，等到时候了，说好的{until}也过了，居民在等。接着办，还是再等等？",
        "{no} {what}: the waiting is over, and so is the time promised, {until}; the resident is waiting. Go on, or wait?",
    ),
    "pause.go_on": ("接着办", "Go on"),
    "pause.wait_on": ("再等等", "Wait longer"),
    "pause.going": ("好，接着办。", "All right, it goes on."),
    "card.paused": ("{wait}，{until}再看。", "{wait}; to be looked at again {until}."),
    "card.paused_other": (
        "现在在{other}手上：{wait}，{until}再看。",
        "With {other} now. {wait}; to be looked at again {until}.",
    ),
    "tasks.line_paused": ("先等着：{no} {what}，{place}，{until}再看", "Waits: {no} {what}, {place}; again {until}"),
    "extend.until": (
        "{no} {what}，说好{until}前有结果。要多几天？点一下，或者写「下周三」。",
        "{no} {what} was promised by {until}. How much longer? Tap, or write “next Wednesday”.",
    ),
    "extend.no_later": ("这不比{until}晚。要到什么时候？", "That is no later than {until}. Until when?"),
    "extend.day": ("多1天", "1 more day"),
    "extend.days": ("多{n}天", "{n} more days"),
    "extend.why": (
        "延到{until}。为什么？写一句，案头和居民都看得到。",
        "Until {until}. Why? One line; the desk and the resident will read it.",
    ),
    "extend.why_desk": (
        "延到{until}。为什么？写一句，居民看得到。",
        "Until {until}. Why? One line; the resident will read it.",
    ),
    "extend.asked": (
        "{no}问{desk}了，点了头就告诉您和居民；没定下来，原来的时候不变。",
        "{no}: {desk} has been asked. You and the resident will hear; until then the time stands as it is.",
    ),
    "extend.granted": ("{no}案头同意了，到{until}。", "{no}: the desk agrees, until {until}."),
    "extend.refused": (
        "{no}案头没同意：{line}。原来的时候不变，{until}前要有结果。",
        "{no}: the desk does not agree: {line}. It stays due by {until}.",
    ),
    "extend.card": ("已问案头：能不能到{until}。", "The desk has been asked for time until {until}."),
    # desks
    "extend.wish_result": (
        "{member}想把{no}「{what}」延到{until}：{reason}",
        "{member} asks for time until {until} for {no} {what}: {reason}",
    ),
    "extend.wish_pause": (
        "{member}想让{no}「{what}」等到{until}：{reason}",
        "{member} would let {no} {what} wait until {until}: {reason}",
    ),
    "extend.yes": ("同意", "Agree"),
    "extend.no": ("不同意，说一句", "No, and why"),
    "extend.why_not": ("{no}为什么不同意？写一句给委员。", "{no}: why not? One line for the member."),
    "extend.told": ("告诉{member}了。", "{member} has been told."),
    "extend.given": ("{no}延到{until}，居民会知道。", "{no} is due by {until} now; the resident will know."),
    "tier.which": ("{no} {what}，现在按「{tier}」。改成哪样？", "{no} {what} is “{tier}” now. What should it be?"),
    "tier.sure": (
        "{no} {what}，定成急事吗？{member}、接手的人和案头的电话马上都响，夜里也响。",
        "{no} {what}: set it to danger? The phones of {member}, the deputy and the desk ring at once, at night too.",
    ),
    "tier.sure_mine": (
        "{no} {what}，定成急事吗？接手的人和案头的电话马上都响，夜里也响。",
        "{no} {what}: set it to danger? The phones of the deputy and the desk ring at once, at night too.",
    ),
    "tier.sure_yes": ("定成急事", "Yes, danger"),
    "tier.sure_no": ("算了", "No"),
    "tier.set": ("{no}按「{tier}」办。", "{no} is “{tier}” now."),
    "desk.item_extension": (
        "{no} {what}，{place}，{member}要多些时间，{due}",
        "{no} {what}, {place}, {member} asks for time, {due}",
    ),
    "desk.item_paused": (
        "{no} {what}，{place}，{member}，先等着，{due}",
        "{no} {what}, {place}, {member}, waits, {due}",
    ),
    "desk.group_extension": ("要多些时间的{n}件", "More time asked for: {n}"),
    "desk.group_paused": ("先等着的{n}件", "Waiting for something: {n}"),
    "desk.chip_extension": ("延期 {n}", "More time {n}"),
    "desk.chip_paused": ("等着 {n}", "Waiting {n}"),
    # how it went
    "told.MatterPaused": ("{at} {who}：先等一等", "{at}: {who} lets it wait"),
    "told.MatterResumed": ("{at} 接着办", "{at}: it goes on"),
    "told.ExtensionGranted": ("{at} 多给了些时间", "{at}: more time was given"),
    "told.MatterRelaxed": ("{at} 改为不那么急", "{at}: set to less urgent"),
    "way.MatterPaused": ("{at} {who}先放一放（{wait}）", "{at}: {who} let it wait ({wait})"),
    "way.MatterResumed": ("{at} 接着办", "{at}: it goes on"),
    "way.ExtensionAsked": ("{at} {who}想多要些时间：{line}", "{at}: {who} asked for more time: {line}"),
    "way.ExtensionGranted": ("{at} {who}同意多给时间", "{at}: {who} gave more time"),
    "way.ExtensionRefused": ("{at} {who}没同意延期：{line}", "{at}: {who} refused more time: {line}"),
    "way.MatterRelaxed": ("{at} {who}改为不那么急", "{at}: {who} set it to less urgent"),
}
