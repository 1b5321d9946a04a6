"""What somebody wants to be told of, and the button to get fewer of a sort."""

from __future__ import annotations

TOPICS: dict[str, tuple[str, str]] = {
    "topics.which": (
        "您想收哪些消息？点一下就换：✓ 收，✗ 不收。",
        "What shall I tell you about? Tap to switch: ✓ comes, ✗ does not.",
    ),
    "topics.nothing_comes": ("现在这些都不发给您。", "None of these comes now."),
    "topics.always": (
        "有险情一定告诉您，您自己的事也照样回话。",
        "You are always told of danger, and of your own matters.",
    ),
    "topics.always_serving": (
        "有险情一定告诉您，派给您的事、开会和简报照样来。",
        "You are always told of danger; your cards, meetings and digests come as ever.",
    ),
    "topics.on": ("✓ {topic}", "✓ {topic}"),
    "topics.off": ("✗ {topic}", "✗ {topic}"),
    "topics.elders": ("老人", "Older people"),
    "topics.children": ("孩子", "Children"),
    "topics.health": ("看病医保", "Health"),
    "topics.homes": ("房子物业", "Homes"),
    "topics.utilities": ("水电气暖", "Water, power"),
    "topics.work": ("工作", "Work"),
    "topics.events": ("活动", "Events"),
    "topics.questions": ("问我意见", "Questions"),
    "topics.invitations": ("请我开会", "Invitations"),
    "topics.stories": ("好人好事", "Good deeds"),
    "topics.tap_nothing": ("都不收，危险的除外", "Nothing but danger"),
    "topics.tap_everything": ("都收", "Everything"),
    "topics.tap_choose": ("选收什么", "Choose what comes"),
    # under a letter
    "topics.tap_less": ("少收这样的", "Fewer like this"),
    "topics.less": (
        "以后不发「{topics}」这类给您？险情照样告诉您。",
        "Nothing more of the sort “{topics}”? You are told of danger all the same.",
    ),
    "topics.less_of_no_topic": (
        "这一条是发给大家的，不分类。以后除了险情，发给大家的都不发给您？",
        "This one goes to everybody and is of no special sort. Shall nothing but danger come from now on?",
    ),
    "topics.tap_off": ("不收「{topics}」", "No “{topics}”"),
    "topics.tap_keep": ("照常收", "As before"),
    "topics.off_now": ("好，「{topics}」这类不发给您了。", "All right, nothing more of the sort “{topics}”."),
    "topics.nothing_now": (
        "好，发给大家的都不给您发了，险情除外。您自己的事照样回话。",
        "All right, of what goes to everybody only danger comes. You still hear of your own matters.",
    ),
    "topics.as_before": ("好，照常发给您。", "All right, they come as before."),
    # what is kept of her
    "topics.kept": ("发给大家的消息里，您不收：{topics}。", "Of what goes to everybody you do not want: {topics}."),
    "topics.kept_nothing": (
        "发给大家的消息，您都不收，危险的除外。",
        "Of what goes to everybody you want nothing but danger.",
    ),
    "topics.hers": ("您不收的消息", "What you did not want to be told"),
    "topics.hers_all": ("都不收，危险的除外", "Nothing but danger"),
}
