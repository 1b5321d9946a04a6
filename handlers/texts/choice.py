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
    "choice.agreed": ("说好由{member}来办。", "It was agreed that {member} takes it."),
    "choice.own_for_another": (
        "这件是您替人报的，由{member}来办。",
        "You reported this one for somebody; {member} takes care of it.",
    ),
    "choice.own": ("这件是您自己报的，由{member}来办。", "You reported this one yourself; {member} takes care of it."),
    "choice.desk_skill": ("{member}会{skill}。", "{member} knows {skill}."),
    "choice.desk_helped": ("上次也是{member}帮这位居民办的。", "{member} helped this resident the last time, too."),
    "choice.desk_own": ("自己报的不归自己办，由{member}来办。", "Nobody does her own; {member} takes care of it."),
    # a leave
    "leave.plan_several": (
        "{rests}。{n}件有人接着办，居民会知道：",
        "{rests}. Others go on with what is in hand ({n}); residents will know:",
    ),
    "leave.plan_alone": (
        "{rests}，可是眼下没有别人能接，事情转不走。找好了人再请，或者打{desk}商量。",
        "{rests}, but nobody else could take over, so nothing would move. Find somebody first, or call {desk}.",
    ),
    "leave.rests_too": (
        "{deputy}{day}起也休息，那以后由{member}接。",
        "{deputy} is on leave too from {day}; {member} takes over from then.",
    ),
    "leave.goes": ("{no} {what} → {member}", "{no} {what} → {member}"),
    "leave.keeps": (
        "{no} {what}，是您休假时接的，还是您办。",
        "{no} {what} you took while on leave; it stays with you.",
    ),
    "leave.noted_for": ("记下了，{member}会看到。", "Noted; {member} will see it."),
    "leave.told": (
        "{by}替您请了假，{rests}。提前回来写「销假」。",
        "{by} has taken leave for you: {rests}. Back earlier? Write “I am back”.",
    ),
    "leave.already_for": ("{span}{member}本来就休息。", "{member} rests {span} already."),
    "leave.for_herself": (
        "请假要{member}自己跟我说一句，事才会转给别人。联系不上就打{desk}。",
        "{member} has to tell me about a leave in person, so that matters go to somebody else. Out of reach? Call {desk}.",
    ),
    # who does not react, what nobody had
    "choice.silent": (
        "{member}连着三件没有反应：{list}。要不要看看排班，或者打个电话问问。",
        "{member} did not react to three in a row: {list}. Perhaps look at the roster, or call and ask.",
    ),
    "choice.silent_phone": ("电话 {phone}", "Phone {phone}"),
    "choice.named": ("{no} {what}", "{no} {what}"),
    "choice.tap_roster": ("看排班", "See the roster"),
    "choice.swept": (
        "{no} {what}，查出来没有人能办，现在请{member}办。",
        "{no} {what} was found with nobody who could act; {member} is asked now.",
    ),
    "way.OwnerAsked": ("{at} 补请了{owner}", "{at}: {owner} was asked again"),
    # one of the two sides would rather not
    "hand.related": ("我与这事有关", "I am involved"),
    "choice.declined": (
        "好，{no}请{member}来办，不会说为什么。",
        "All right, {member} is asked for {no}; nobody is told why.",
    ),
    "choice.not_hers": (
        "这件已经请{other}来办，您不用管了，谢谢。",
        "{other} was asked for this one; nothing for you to do. Thank you.",
    ),
    "choice.not_to": (
        "{member}不便办{no}，请另选一位。",
        "{member} cannot take {no}; please choose somebody else.",
    ),
    "choice.nobody_else": (
        "眼下没有别人能接，{no}先由{member}办；有话可以打{desk}。",
        "Nobody else can take {no} just now, so it stays with {member}; you may call {desk}.",
    ),
    "mine.change": ("换个人", "Somebody else"),
    "mine.change_sure": (
        "{no}换一位来办？{member}不会知道是您提的。",
        "Shall somebody else take care of {no}? {member} is not told that you asked.",
    ),
    "mine.change_yes": ("换一位", "Somebody else"),
    "mine.change_no": ("不换了", "Leave it"),
    "desk.changed": (
        "{no} {what}，居民想换个人，从{before}转到{after}，没有告诉{before}为什么。",
        "{no} {what}: the resident would rather have somebody else, so it went from {before} to {after}. {before} was not told why.",
    ),
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
