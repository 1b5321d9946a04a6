"""What somebody reads of her own data: what there is, a copy of it, erasing it."""

from __future__ import annotations

ME: dict[str, tuple[str, str]] = {
    "menu.me": ("我的资料：看看、导出、删除", "My data: see it, get a copy, erase it"),
    "me.little": (
        "我这里只有您的称呼{name}，电话{phone}。您没有报过事。",
        "All I have is your name, {name}; telephone: {phone}. You have reported nothing.",
    ),
    "me.what": (
        "我这里留着您的：称呼{name}，电话{phone}；{since}以来报过{n}件事，{words}段话，{media}张照片或语音。",
        "What I keep of you: your name, {name}; telephone: {phone}; since {since} matters: {n}, texts: {words}, photos or voice notes: {media}.",
    ),
    "me.tap_copy": ("导出一份", "A copy for me"),
    "me.tap_erase": ("全删掉", "Erase it all"),
    "me.tap_keep": ("不删了", "Do not erase"),
    "me.tap_yes": ("删，过一天生效", "Erase, after a day"),
    "me.tap_no": ("先不删", "Not now"),
    "me.making": ("正在整理，一会儿发给您。", "Putting it together; it comes in a moment."),
    "me.copy": (
        "这是我这里您的全部资料，只发给了您：一页给您看，一份给程序用。里面有您的电话和说过的话，转给别人前想一想。",
        "This is all I have of you, sent to nobody else: a page to read, and a file for programs. Your number and your words are in it; think before you pass it on.",
    ),
    "me.copy_again": (
        "{at}刚给过您一份，往上翻就是。{again}以后可以再要。",
        "You got a copy {at}; it stands above. Another one from {again}.",
    ),
    "me.copy_failed": (
        "没整理成，对不住。过一会儿再说「导出我的资料」，或打{desk}。",
        'That did not work, sorry. Say "export my data" again in a while, or call {desk}.',
    ),
    "me.erase_title": ("要我忘掉您吗？", "Shall I forget you?"),
    "me.goes": (
        "删掉：您的称呼、电话、住处，您说的话，照片和语音。",
        "Erased: your name, number and place, what you said, photos and voice notes.",
    ),
    "me.stays": (
        "留下：哪个网格有过哪一类事，什么时候，怎么了结的；您回过的问计只剩一个数。委员写的话也留着，里面您的称呼和电话划掉。",
        "Kept: that there was a matter of this kind in this grid, when, and how it ended; of a question that you answered, one in the count. What members wrote stays, with your name and number struck out.",
    ),
    "me.elsewhere": (
        "传给别人的话和照片，两天内的我从他们手机上收回；再早的、提醒里带的那句标题、发出去的表、打出来的纸，收不回。",
        "Words and photos that I passed on I take back from other people's phones where they are less than two days old; older ones, the title in a reminder, tables and paper that have gone out, I cannot.",
    ),
    "me.open": (
        "还没了结的{n}件会一起撤回，办的人会知道。想等办好，就办好再删。",
        "What is still open ({n}) is withdrawn with it, and whoever has it will know. To see it through, erase later.",
    ),
    "me.waits": ("过一天才删，这中间可以反悔。", "It happens after a day; until then you can change your mind."),
    "me.until": (
        "{until}我就把您忘掉。反悔了就按「不删了」。",
        'I shall forget you {until}. If you change your mind, press "Do not erase".',
    ),
    "me.kept": ("好，不删，都在。", "All right, nothing is erased."),
    "me.serves": (
        "您在名册上，还在岗。要删，先请{desk}把您从名册上撤下来。",
        "You serve and are on the roster. First ask {desk} to take you off it.",
    ),
    "me.muted": (
        "{until}以后才能删：案头在那之前不收您的话，删了就记不得了。问题请打{desk}。",
        "It can be erased from {until}: until then the desk does not listen to you, which would be forgotten too. Questions: {desk}.",
    ),
    "me.danger": (
        "{no}是急事，还没了结，得找得到您。了结了再删，或打{desk}。",
        "{no} is urgent and not over; you must be within reach. Erase after that, or call {desk}.",
    ),
    "me.not_now": ("说好今天删，先没有删。{why}", "I was to erase your data today and have not. {why}"),
    "me.gone": (
        "我这就把您忘掉，您说的话、照片、电话都删。您手机上的聊天记录，您自己清。以后再写来，我当头一回认识您。有事也可以打{desk}。",
        "I forget you now: your words, photos and number go. The chat on your own phone is yours to clear. If you write again, we meet for the first time. The desk answers at {desk}.",
    ),
    "member.erased": (
        "{no}撤回了：居民删掉了自己的资料，再问不到她。您看那边还不好，可以自己报一件。",
        "{no} is withdrawn: the resident has erased her data and cannot be asked any more. If you see that it is still wrong, report it yourself.",
    ),
    "kept.days": (
        "了结的事，话{words}，照片和语音{photos}。",
        "Of what is over, words are kept {words}, photos and voice notes {photos}.",
    ),
    "kept.n_days": ("留{n}天", "{n} days"),
    "kept.for_ever": ("一直留着", "for good"),
    "kept.me": ("要一份，或者要我忘掉，按下面。", "For a copy, or to be forgotten, press below."),
    "kept.tap_me": ("我的资料", "My data"),
    "copy.title": ("我的资料", "My data"),
    "copy.about": (
        "小板凳在{at}整理，只发给了您本人。有不对的，打{desk}。",
        "Put together by Little Bench on {at}, sent to nobody but you. If something is wrong: {desk}.",
    ),
    "copy.value": ("{value}", "{value}"),
    "copy.is_name": ("称呼", "Name"),
    "copy.is_phone": ("电话", "Telephone"),
    "copy.is_place": ("上次用的地方", "Place used last"),
    "copy.is_account": ("账号", "Account"),
    "copy.is_where": ("在哪里", "Where"),
    "copy.is_kind": ("哪一类", "Kind"),
    "copy.is_filed": ("交上来", "Handed in"),
    "copy.is_stands": ("现在", "Now"),
    "copy.is_named": ("称呼给看吗", "Your name"),
    "copy.is_closing": ("办结时说的", "Said when closed"),
    "copy.is_noted": ("从这件事记下的", "Noted out of it"),
    "copy.is_behalf": ("替谁报的", "On behalf of"),
    "copy.is_grade": ("您打的分", "Your grade"),
    "copy.by_name": ("办事的人看得到", "seen by whoever handles it"),
    "copy.unnamed": ("不给看", "shown to nobody"),
    "copy.grade_of": ("{grade}分，满分5", "{grade} of 5"),
    "copy.matters": ("您报的事", "What you reported"),
    "copy.said": ("您说的", "What you said"),
    "copy.way": ("经过", "What happened"),
    "copy.seen": ("谁看过您的电话和话", "Who saw your number and words"),
    "copy.drafts": ("说了还没交的", "Said, not handed in"),
    "copy.not_shown": (
        "（这里放不下的录像或照片，您的聊天记录里有）",
        "(a video or photo that does not fit here; it is in your chat)",
    ),
    "copy.seen_line": ("{at} {who}：{what}（{no}）", "{at} {who}: {what} ({no})"),
    "copy.PhoneShown": ("得到您的电话", "was given your number"),
    "copy.PhoneSeen": ("打开看了您的电话", "opened it to look"),
    "copy.WordsOpened": ("打开看了您说的话", "opened what you said"),
    "copy.HelperJoined": ("来帮忙，看了您说的话", "came to help and read what you said"),
    "copy.file": ("我的资料", "my-data"),
}
