"""Me too: what neighbours who report the same read of it, and what its member and the desk do with it."""

from __future__ import annotations

METOO: dict[str, tuple[str, str]] = {
    # residents
    "metoo.hint": (
        "{place}的{kind}，{filed}有邻居报过。{how}",
        "At {place}, {kind}: a neighbour reported it {filed}. {how}",
    ),
    "metoo.near_you": ("您说的那一带", "the place you named"),
    "metoo.today": ("今天", "today"),
    "metoo.yesterday": ("昨天", "yesterday"),
    "metoo.on_day": ("{day}", "on {day}"),
    "metoo.is_it": (
        "是同一件吗？邻居看不到您的名字和话。",
        "Is it the same? Neighbours see neither your name nor your words.",
    ),
    "metoo.nth": ("第{n}件：{hint}", "{n}: {hint}"),
    "metoo.which_is_it": (
        "是其中哪一件吗？邻居看不到您的名字和话。",
        "Is it one of these? Neighbours see neither your name nor your words.",
    ),
    "metoo.join": ("同一件，我也算一个", "The same, count me in"),
    "metoo.join_nth": ("第{n}件就是，我也算一个", "Number {n}, count me in"),
    "metoo.another": ("不是，另报一件", "No, another one"),
    "metoo.stands": ("和邻居报的是同一件，一起办。{how}", "It goes with the same from a neighbour. {how}"),
    "metoo.waits_for_first": (
        "在等先报的那户一句回话",
        "Waiting for an answer from the home that reported it first",
    ),
    "metoo.neighbours": ("还有{n}户邻居也报了这件。", "Neighbours who reported it too: {n}."),
    "metoo.hotline": (
        "这件事转给12345热线了。{member}盯着，{until}前给您回话。",
        "This went to the 12345 hotline. {member} keeps an eye on it and answers by {until}.",
    ),
    "metoo.photo": (
        "有邻居也报了这件。您拍的照片，可以给也来报的邻居看吗？您的名字和话不给。",
        "A neighbour has reported this too. May neighbours who report it see your photo? Not your name or words.",
    ),
    "metoo.photo_yes": ("可以给邻居看", "They may see it"),
    "metoo.photo_no": ("不给", "No"),
    "metoo.photo_said_yes": ("好，邻居来报时看得到这张照片。", "All right: neighbours who report it see the photo."),
    "metoo.photo_said_no": ("好，照片只给委员看。", "All right: only the member sees the photo."),
    "metoo.told": (
        "{at} 和邻居报的同一件一起办，{owner}在管",
        "{at} goes with the same from a neighbour, with {owner}",
    ),
    # members
    "metoo.of_many": ("{what} · {n}户", "{what} · {n} homes"),
    "metoo.all": ("{n}户", "all {n} homes"),
    "metoo.goes_to_all": (
        "回这张卡，几户都听得到；回某一户的话，只有那户听到。",
        "A reply to this card goes to all of them; a reply to one home's words to that one only.",
    ),
    "metoo.added": ("邻居补充：{line}", "A neighbour adds: {line}"),
    "metoo.adds": ("{no} {what}，又一户也报了：{line}", "{no} {what}, from one more home: {line}"),
    "metoo.adds_media": ("{no} {what}，又一户也报了，发来了：", "{no} {what}, from one more home:"),
    "metoo.still": ("{no} {what}，还有{n}户也说没好：", "{no} {what}: other homes that say not yet: {n}"),
    "metoo.more": ("{no} {what}，还有{n}户也报了：", "{no} {what}: other homes that report it: {n}"),
    "metoo.says": ("{no}：{line}", "{no}: {line}"),
    "metoo.only_to": (
        "这句里有称呼、电话或门牌，只转给了{to}。要几户都知道，换句话再说一次。",
        "This names a person, a number or a flat, so it went to {to} only. Say it in other words for all.",
    ),
    "metoo.not_passed": (
        "这句里有另一户的称呼或电话，没有转出去。换句话再说一次。",
        "This names somebody of another home, so it was not passed on. Say it in other words.",
    ),
    "metoo.card": (
        "和{no}是同一件，在{no}上办，办结时一起问。",
        "The same as {no}: work on {no}, and all are asked at the end.",
    ),
    "metoo.see": ("看 {no}", "See {no}"),
    "metoo.passed_on": (
        "{no} {what}，这户撤回了；邻居报的{heir}还在，接着办。",
        "{no} {what}: this home has withdrawn; {heir} from a neighbour goes on.",
    ),
    # the desk
    "metoo.households": ("{n}户", "{n} homes"),
    "metoo.alone": ("单独办", "On its own"),
    "metoo.is_alone": ("{no}单独办，交给{member}。", "{no} is on its own now, with {member}."),
    "metoo.go_along": ("{no} {what}，一起办的还有{n}件", "{no} {what}, and with it: {n}"),
    "metoo.line": ("{no} {what}", "{no} {what}"),
    "more.join": ("并成一件", "Same as another"),
    "metoo.with_which": ("{no} {what}，和哪一件是同一件？", "{no} {what}: the same as which one?"),
    "metoo.option": ("{no} {what}，{place}", "{no} {what}, {place}"),
    "metoo.neither": ("都不是", "None of these"),
    "metoo.preview": (
        "{no}跟着{lead}一起办，{member}在管。两家各留各的编号，互相看不到名字和话，办结时各问各的。",
        "{no} goes with {lead}, which {member} has. Each home keeps its number, sees nothing of the other, and is asked at the end.",
    ),
    "metoo.yes": ("就这样", "Yes"),
    "metoo.kept": ("好，没并。", "All right, left as they are."),
    "metoo.joined": ("{no}并到{lead}了，现在{n}户。", "{no} goes with {lead} now: {n} homes."),
    "metoo.way": ("{at} 和邻居报的同一件一起办", "{at}: goes with the same from a neighbour"),
    "way.PhotoAllowed": ("{at} {who}让邻居看照片", "{at}: {who} lets neighbours see the photo"),
    "way.why_alone": ("单独办", "looked after on its own"),
    "way.why_heir": ("邻居那件不一起办了，这件接着办", "goes on without the neighbour’s"),
}
