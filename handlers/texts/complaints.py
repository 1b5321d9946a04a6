"""What is said of matters about a person, of two matters in one message, and of two that are one."""

from __future__ import annotations

COMPLAINTS: dict[str, tuple[str, str]] = {
    "complaint.summary": (
        "我这样记：{place}，{what}。只有{member}看得到。",
        "I wrote: {place}, “{what}”. Only {member} can see it.",
    ),
    "complaint.not_to": (
        "您说的人里有管这片的，这件绕开，直接交给{member}。",
        "You speak of somebody who answers for this place, so it goes past them, straight to {member}.",
    ),
    "complaint.only_one": (
        "可这里只有{member}，绕不开。不想让{member}看到，请打12345。",
        "But there is only {member} here. If {member} should not see it, please call 12345.",
    ),
    "complaint.trace": (
        "社区案头要看内容，会记下是谁看的。",
        "If the desk opens the words, it is written down who did.",
    ),
    "complaint.what_then": ("您想怎么办？", "What would you like?"),
    "complaint.quiet_word": ("请{member}私下说一声", "A quiet word from {member}"),
    "complaint.mediation": ("请人调解", "Somebody to mediate"),
    "complaint.note_only": ("只记下来", "Only note it"),
    "complaint.noted_receipt": (
        "记下了，编号{no}。没有找任何人，只算个数。",
        "Noted, number {no}. Nobody was asked to do anything; it is only counted.",
    ),
    "complaint.noted": ("只记下了，没有找人。", "Only noted; nobody was asked."),
    "complaint.noted_line": (
        "{no} {place}，有人说了件对人的意见，只让记下来，不用您做什么。",
        "{no} {place}: something about a person, only to be noted. Nothing for you to do.",
    ),
    "complaint.take_up": ("还是请人说一声", "Let somebody speak to them after all"),
    "complaint.card_quiet_word": (
        "居民想请您私下说一声。只有您看得到，别提是谁说的。",
        "The resident asks for a quiet word from you. Only you see this; please do not say who told you.",
    ),
    "complaint.card_mediation": (
        "居民想请人调解。想想谁两边都信得过，点「更多」里的「转调解」去请；您合适就您来。",
        "The resident asks for mediation. Think whom both sides trust and ask them under “More”; it may be you.",
    ),
    "complaint.card_mediator": (
        "您来调解。一边说的，没点头别告诉另一边。",
        "You mediate. What one side says, the other hears only with a yes.",
    ),
    "complaint.next_quiet_word": (
        "{member}私下去说，不提是您说的。",
        "{member} will have a quiet word and not say who spoke.",
    ),
    "complaint.next_mediation": (
        "{member}会找一位两边都信得过的人来。",
        "{member} will look for somebody whom both sides trust.",
    ),
    "complaint.card_asked": (
        "想请您来调解。与两边都没有关系再接；接了才看得到说的是什么。",
        "You are asked to mediate. Take it only if you have to do with neither side; then you see what was said.",
    ),
    "complaint.card_hidden": (
        "说的什么只有{member}看得到。您要看，会记下来。",
        "Only {member} sees what was said. If you look, it is written down.",
    ),
    "complaint.look": ("看内容", "See the words"),
    "complaint.looked": ("{no}，居民说的是：", "{no}, the resident's words:"),
    "complaint.not_shown": ("（内容不显示）", "(words not shown)"),
    "closing.quiet_word": (
        "{member}私下说过了：{line}。现在好些了吗？",
        "{member} has had a quiet word: {line}. Is it better now?",
    ),
    "closing.quiet_word_silent": (
        "{member}私下说过了。现在好些了吗？",
        "{member} has had a quiet word. Is it better now?",
    ),
    "closing.mediation": (
        "{member}调解过了：{line}。现在好些了吗？",
        "{member} has mediated: {line}. Is it better now?",
    ),
    "closing.mediation_silent": (
        "{member}调解过了。现在好些了吗？",
        "{member} has mediated. Is it better now?",
    ),
    "cause.noted": ("只记下来", "Only noted"),
    "more.mediate": ("转调解", "Mediation"),
    "mediate.whom": (
        "{no}请谁来调解？要两边都信得过的人，接了才看得到内容。",
        "{no}: who could mediate? Somebody both sides trust, who sees the words only after taking it.",
    ),
    "mediate.to": ("{member}", "{member}"),
    "mediate.me": ("我来，我与两边没有关系", "I will; I have to do with neither side"),
    "mediate.nobody": ("先不请", "Not now"),
    "mediate.asked": ("{no}去请{member}了，居民会知道。", "{no}: {member} is being asked; the resident will know."),
    "mediate.ring": (
        "想请{member}来调解，正在问。答应了才看得到您说的话，{until}前给您回话。",
        "{member} is being asked to mediate and sees your words only after agreeing; an answer by {until}.",
    ),
    "mediate.apart": ("我与两边没有关系，我来", "I have to do with neither side; I will"),
    "mediate.unfit": ("我不合适", "I am not the right one"),
    "mediate.yours": ("{no}由您调解。", "{no} is yours to mediate."),
    "mediate.declined": ("好，{no}不用您管了，不会问为什么。", "All right, {no} is off your hands; nobody asks why."),
    "split.do_2": ("分成两件交", "Hand in as two"),
    "split.do_3": ("分成三件交", "Hand in as three"),
    "split.which": (
        "{no}，哪句是第二件？点一句，或者写一句。",
        "{no}: which words are the second matter? Tap them, or type a line.",
    ),
    "split.told": (
        "您说的是两件事，我分开记了：{no} {what}，{no2} {what2}。",
        "You spoke of two things; I noted them apart: {no} {what}, {no2} {what2}.",
    ),
    "split.back": ("还是一件", "One after all"),
    "split.undone": (
        "{no}并回{into}了，还是一件，居民知道了。",
        "{no} is back in {into}, one matter again; the resident knows.",
    ),
    "split.one_again": (
        "{no}和{into}（{what}）我又记成一件了，办好了一起问您。",
        "{no} and {into} ({what}) are one matter again; you will be asked about both at the end.",
    ),
    "split.too_late": (
        "过了两分钟，{no}自己办着了。要并起来，点「更多」。",
        "More than two minutes: {no} goes on for itself. To put them together, tap “More”.",
    ),
    "split.done": ("分出来了：{no2} {what2}。{no}接着办。", "Taken out: {no2} {what2}. {no} goes on."),
    "more.split": ("这是两件事", "These are two"),
    "unite.is_it": (
        "您{at}说过{what}（{no}），是那件吗？",
        "You wrote of “{what}” {at} ({no}). Is it that one?",
    ),
    "unite.add": ("补到{no}", "Add to {no}"),
    "unite.is_new": ("是新的，交给{member}", "It is new; give it to {member}"),
    "more.unite": ("和另一件并起来", "Same as another one"),
    "unite.with": ("{no}和这位居民的哪一件是一回事？", "{no} is the same as which one of this resident?"),
    "unite.none": ("都不是", "None of these"),
    "unite.waiting": (
        "{no}并到{into}，两分钟后告诉居民。",
        "{no} becomes part of {into}; the resident hears in two minutes.",
    ),
    "unite.done": ("{no}并到{into}了，居民知道了。", "{no} is part of {into} now; the resident knows."),
    "unite.told": (
        "{no}和{into}（{what}）是一回事，我并到{into}了，办好了一起问您。",
        "{no} is the same as {into} ({what}), so I put them together; you will be asked once when it is done.",
    ),
    "unite.stands": ("并到{into}一起办。", "Part of {into} now."),
    "unite.apart": ("不是一回事，分开办", "Not the same; keep apart"),
    "mine.place": ("改地方", "Correct the place"),
    "mine.placed": ("地方改成{place}了。", "The place is {place} now."),
    "told.MatterNoted": ("{at} 只记下来，没有找人", "{at} only noted, nobody was asked"),
    "told.MatterTakenUp": ("{at} {who}要单独办", "{at} {who} wants it dealt with"),
    "told.MattersUnited": ("{at} 并到另一件", "{at} put together with another"),
    "told.SplitUndone": ("{at} 又记成一件", "{at} one matter again"),
    "told.MatterSplit": ("{at} 分出另一件", "{at} another matter taken out"),
    "told.WishSet": ("{at} {who}转调解", "{at} {who} turned to mediation"),
    "told.StoodApart": ("{at} {who}说与两边没有关系", "{at} {who} said to have to do with neither side"),
    "told.WordsOpened": ("{at} {who}看了内容", "{at} {who} opened the words"),
    "way.MatterNoted": ("{at} 只记下来，没有找人", "{at} only noted, nobody was asked"),
    "way.MatterTakenUp": ("{at} {who}要单独办", "{at} {who} wants it dealt with"),
    "way.MattersUnited": ("{at} 并到另一件", "{at} put together with another"),
    "way.SplitUndone": ("{at} {who}又记成一件", "{at} {who} made it one matter again"),
    "way.MatterSplit": ("{at} {who}分出另一件", "{at} {who} took another matter out"),
    "way.WishSet": ("{at} {who}转调解", "{at} {who} turned to mediation"),
    "way.StoodApart": ("{at} {who}说与两边没有关系", "{at} {who} said to have to do with neither side"),
    "way.WordsOpened": ("{at} {who}看了内容", "{at} {who} opened the words"),
    "way.why_mediation": ("请来调解", "asked to mediate"),
    "way.why_taken_up": ("居民要办", "the resident wants it dealt with"),
}
