"""What stands on posters and invitations, and what the commands that make them say, in Chinese and English."""

from __future__ import annotations

POSTER: dict[str, tuple[str, str]] = {
    "title": ("小板凳 · 居民说事点", "Little Bench · talk point"),
    "slogan": ("有事，坐下说一声", "Sit down, tell us"),
    "about": (
        "路灯不亮、下水堵了、邻里有难处，都可以说",
        "A dark lamp, a blocked drain, trouble next door: say it here",
    ),
    "step_1": ("扫一扫", "Scan"),
    "step_1_line": ("手机相机对着上面的方块", "your camera on the square above"),
    "step_2": ("点「开始」", "Press Start"),
    "step_2_line": ("在打开的页面最下面", "at the bottom of what opens"),
    "step_3": ("按住说话", "Hold to speak"),
    "step_3_line": ("打字、拍照也行", "or type, or send a photo"),
    "call": ("打电话也行", "Or call"),
    "danger": (
        "煤气、着火打 119　有人受伤打 120　闹事打 110，别等这里",
        "Gas or fire 119 · injury 120 · violence 110: do not wait for us",
    ),
    "privacy": (
        "谁看得到：您说的话和照片，只给办这件事的委员和社区案头看；您的电话，您不点头谁也看不到。不想留名也可以说。",
        "Who sees what: your words and photos go to the member who handles the matter and to the community desk; "
        "your number to nobody without your yes. You may stay unnamed.",
    ),
    "in_short": (
        "哪里坏了、有什么难处：扫一扫，点「开始」，按住说话、打字或拍照。打电话也行：{telephone}。您的电话，您不点头谁也看不到。",
        "Something broken or hard? Scan, press Start, then hold to speak, type or send a photo. Or call {telephone}. "
        "Only the member who handles it and the community desk see your words; nobody sees your number unless you say so.",
    ),
}
INVITATION: dict[str, tuple[str, str]] = {
    "title": ("小板凳 · 请您加入", "Little Bench · please join"),
    "step_1": ("手机扫右边的码", "Scan the code"),
    "step_2": ("点「开始」", "Press Start"),
    "step_3": ("点「是」，就加入了", "Press Yes, and you are in"),
    "help": ("扫不了，或者不是您的，打 {telephone}", "Trouble, or not yours? Call {telephone}"),
    "until": ("{day} {time} 前有效，只能用一次", "Works once, until {day}, {time}"),
    "desk": ("案头 · {areas}", "Desk · {areas}"),
    "more_areas": ("{areas}等{n}处", "{areas} and others, {n} in all"),
    "forward": (
        "{name}，请您加入小板凳：点开下面的链接，点「开始」，再点「是」。{until}。不是您的请打 {telephone}。\n{link}",
        "{name}, please join Little Bench: open the link, press Start, then Yes. {until}. Not yours? Call {telephone}.\n{link}",
    ),
}
SAID_OF_INVITATIONS: dict[str, tuple[str, str]] = {
    "joined": ("加入了的 {n} 位：{names}", "{n} have joined: {names}"),
    "missing": ("还没加入的 {n} 位：{names}", "{n} have not joined yet: {names}"),
    "everybody": ("都加入了。", "Everybody has joined."),
    "how": (
        "\n请一位：   {invite} 名字\n请所有人： {invite} --all\n"
        "发一次新的，同一个人以前没用过的就作废；已经加入的只在换账号时才用再请。",
        "\nOne of them:  {invite} NAME\nall of them:  {invite} --all\n"
        "A new link puts the same person's earlier unused one out of use.",
    ),
    "one": ("{name}（{areas}），手机扫一下，或者把链接发过去：", "{name} ({areas}): scan this, or pass the link on:"),
    "once": (
        "只能用一次，{until} 前有效；这里只显示这一回，以前给{name}的没用过的都作废了。",
        "It works once, until {until}, and is shown only now; earlier unused ones of {name} are void.",
    ),
    "folder": ("invitations", "invitations"),
    "sheet": ("邀请-裁开用.pdf", "invitations-to-cut.pdf"),
    "texts": ("邀请-转发用.txt", "invitations-to-forward.txt"),
    "made": (
        "{n} 位的邀请在 {folder}：\n   {sheet}   打印出来，沿虚线裁开\n   {texts}   一人一段，发给本人\n   一人一张图，名字就是人名",
        "Invitations for {n} are in {folder}:\n   {sheet}   print it, cut along the lines\n"
        "   {texts}   a paragraph each, to be sent to each\n   one picture each, named after the person",
    ),
    "secret": (
        "每个链接只能用一次，{until} 前有效；以前发过、没用的都作废了。这些文件谁拿到谁能用，发完就删。",
        "Each link works once, until {until}; earlier unused ones are void. Whoever has these files can use them: "
        "delete them when all are sent.",
    ),
    "left_out": ("已经加入、没有再请的 {n} 位：{names}", "{n} have joined and were left out: {names}"),
}
SAID_OF_POSTERS: dict[str, tuple[str, str]] = {
    "folder": ("posters", "posters"),
    "all": ("全部说事点", "all talk points"),
    "made": (
        "{n} 个说事点的海报在 {folder}：每个点有 A4、A5（PDF）和一张图（PNG）{all}。\n贴在眼睛那么高、晚上有灯的地方；贴好自己扫一次试试。",
        "Posters for {n} talk points are in {folder}: A4 and A5 (PDF) and a picture (PNG) of each{all}.\n"
        "Put them at eye height, where there is light at night; then scan each once yourself.",
    ),
    "made_all": ("，另有一份合在一起的", ", and all of them in one"),
    "none": (
        "名册里还没有说事点，先给您一张整个社区的：扫了要自己说在哪儿。说事点写进名册表的「说事点」，load 以后再来。",
        "No talk point is on the roster yet, so this is one for the whole community: people say themselves where they are. "
        "Put talk points into the sheet, load it, and come back.",
    ),
    "unknown": ("没有叫「{name}」的说事点；有这些：{names}", "there is no talk point {name}; there are: {names}"),
}
