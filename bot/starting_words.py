"""What `init` says and asks, in Chinese and English."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "hello": (
        "小板凳安家，几分钟的事。方括号里是现成的，直接回车就用它。\n没问完之前什么都不写；按 Ctrl-C 就走，什么也不留下。\n",
        "Setting up Little Bench, a matter of minutes. What stands in [brackets] is taken by pressing Enter.\n"
        "Nothing is written before all is known; Ctrl-C leaves nothing behind.\n",
    ),
    "district_there": (
        "数据库里已经有{place}，区域和名册都留着，不用再填；只问令牌、电话和谁坐案头。\n",
        "The database has {place} already; areas and roster stay as they are. Only token, telephone and desk are asked.\n",
    ),
    "token_where": (
        "一、机器人的令牌\n"
        "   在 Telegram 里找 @BotFather（https://t.me/BotFather），发 /newbot；\n"
        "   起个名字（比如 小板凳），再起个用户名，要以 bot 结尾；\n"
        "   它会回一串像 123456789:AAE… 的字，就是令牌。别给别人看。",
        "1. The bot's token\n"
        "   In Telegram, write /newbot to @BotFather (https://t.me/BotFather);\n"
        "   choose a name (Little Bench), then a user name that ends in bot;\n"
        "   it answers with something like 123456789:AAE…, which is the token. Show it to nobody.",
    ),
    "token": (
        "   粘贴到这里，回车（看不见是正常的）：",
        "   Paste it here and press Enter (it stays invisible): ",
    ),
    "token_kept": (
        "   粘贴新的，或直接回车用原来那个：",
        "   Paste a new one, or press Enter to keep the present one: ",
    ),
    "token_no": (
        "   这不像令牌。它是一串数字、一个冒号、再一串字母数字，从 BotFather 的回话里整个复制。",
        "   That is no token. It is digits, a colon, then letters and digits; copy the whole of it.",
    ),
    "token_refused": (
        "   Telegram 不认这个令牌：多半少复制了几个字，或者它已经作废。再粘贴一次；实在不行，向 @BotFather 发 /token 要一个新的。",
        "   Telegram refuses this token: part of it is missing, or it was revoked. Paste it again; "
        "or write /token to @BotFather for a new one.",
    ),
    "asking": ("   正在问 {host}……", "   Asking {host} …"),
    "reached": ("   连上了 @{bot}\n", "   Connected to @{bot}\n"),
    "unreachable": (
        "   连不上 {host}：{why}。\n   有代理就写在这里，像 http://127.0.0.1:7890；没有就直接回车，再试一次：",
        "   {host} cannot be reached: {why}.\n"
        "   If you have a proxy, write it here, such as http://127.0.0.1:7890; if not, Enter tries again: ",
    ),
    "garbled": ("应了，可说的不是 Telegram 的话（{reason}）", "something answers, but not as Telegram does ({reason})"),
    "proxy_no": (
        "   要写成 http://主机:端口。只认 http 代理；常用的代理软件一般也开着一个 http 端口。",
        "   Write http://host:port. Only http proxies will do; most proxy programs open one as well.",
    ),
    "community": (
        "二、社区叫什么？居民看得到，比如 桃源社区{kept}：",
        "2. What is the community called? Residents see it, such as Peach Community{kept}: ",
    ),
    "street": ("   属于哪个街道？没有就回车：", "   In which street office? Enter for none: "),
    "district": ("   属于哪个区？没有就回车：", "   In which district? Enter for none: "),
    "name_no": ("   写1到60个字。", "   Write 1 to 60 characters."),
    "telephone": (
        "三、值班电话，要有人接：说不清、走不通的时候，居民都会打它{kept}：",
        "3. The desk's telephone, answered by people: residents call it wherever nothing else helps{kept}: ",
    ),
    "telephone_no": (
        "   电话只写数字和短横，比如 0931-5550100 或 13800000000。",
        "   Only digits and dashes, such as 0931-5550100.",
    ),
    "coordinator": (
        "四、谁坐案头？没人接的事都会到这个人手里，写名字{kept}：",
        "4. Who sits at the desk? What nobody takes comes to this person. The name{kept}: ",
    ),
    "summary": (
        "\n我这样记：\n   机器人   @{bot}\n   社区     {place}\n   值班电话 {telephone}\n   案头     {coordinator}{proxy}",
        "\nI wrote:\n   bot        @{bot}\n   community  {place}\n   telephone  {telephone}\n   desk       {coordinator}{proxy}",
    ),
    "summary_proxy": ("\n   代理     {proxy}", "\n   proxy      {proxy}"),
    "right": ("对吗？回车就写下，n 不写：", "Right? Enter writes it down, n does not: "),
    "nothing": ("好，什么都没写。想好了再来：{init}", "All right, nothing was written. Come back any time: {init}"),
    "introducing": (
        "正在设机器人的名字、简介、菜单和头像……",
        "Setting the bot's name, description, menu and picture …",
    ),
    "introduced": ("简介设好了。", "It is introduced."),
    "not_introduced": (
        "简介这会儿没设成（{reason}），run 的时候会再设，不要紧。",
        "That did not work just now ({reason}); run does it again, never mind.",
    ),
    "written": ("\n写好了：", "\nWritten:"),
    "file_config": ("   {path}   配置，每一项都有说明", "   {path}   the configuration, every key explained"),
    "file_token": ("   {path}   令牌，只有您自己读得到", "   {path}   the token, readable by you alone"),
    "file_bak": ("   {path}   原来的配置", "   {path}   the configuration as it was"),
    "token_elsewhere": (
        "   令牌在 {path}，原样没动",
        "   the token stays in {path}",
    ),
    "token_loose": (
        "   {path} 别人也读得到，请运行：chmod 600 {path}",
        "   {path} can be read by others; please run: chmod 600 {path}",
    ),
    "district_new": (
        "   数据库里有了{place}，暂时是一个网格：全社区",
        "   The database has {place}, one grid for now: the whole community",
    ),
    "district_kept": (
        "   数据库里原来的区域和名册没有动；要改用 template 和 load",
        "   Areas and roster in the database are as they were; template and load change them",
    ),
    "scan": (
        "\n{name}：先 run，再用手机扫这个码，或者点开链接，点「开始」，再点「是」。",
        "\n{name}: after run, scan this with a telephone, or open the link; press Start, then Yes.",
    ),
    "link_once": (
        "只能用一次，七天有效；过了再要：{invite}",
        "It works once, for seven days; for another: {invite}",
    ),
    "coordinator_joined": ("{name}已经加入了。", "{name} has joined already."),
    "coordinator_unknown": (
        "名册上没有叫{name}的案头；写进名册表再 load，就能 invite。",
        "The roster has no coordinator called {name}; put the name into the sheet and load it, then invite.",
    ),
    "next": (
        "\n接下来：\n   {run}\n      跑起来。扫码，写一句「3号楼路灯坏了」试试\n"
        "   {template}\n      一张名册表，填好网格、楼、委员，再用 load 装进去",
        "\nNext:\n   {run}\n      starts it. Scan, then write: the lamp at building 3 is broken\n"
        "   {template}\n      a sheet for grids, buildings and members; fill it in, then load it",
    ),
    "here_already": (
        "{path} 已经有了，什么都没动。现在是这样：\n",
        "{path} is there already; nothing was changed. This is how it stands:\n",
    ),
    "change": (
        "\n要重新填吗？直接回车保留原样，原来的会存成 .bak [y/N]：",
        "\nFill it in again? Enter leaves it as it is; the present one is kept as .bak [y/N]: ",
    ),
    "to_change": (
        "\n要重新填就加上 --overwrite，原来的会存成 .bak。",
        "\nTo fill it in again, add --overwrite; the present one is kept as .bak.",
    ),
    "missing": (
        "没人回答「{question}」。不想一问一答，就都写在后面：{flags}",
        "Nobody answered “{question}”. Without questions, give all of: {flags}",
    ),
    "no_folder": ("没有这个文件夹：{folder}", "there is no such folder: {folder}"),
    "no_writing": (
        "{folder} 里不让写。换个文件夹，或换个用户再来",
        "nothing can be written in {folder}. Go to another folder, or be another user",
    ),
    "no_file": ("没有这个文件：{path}", "there is no such file: {path}"),
    "unchangeable": (
        "{path} 的写法我改不动。把它挪开再 init，或者自己改；每一项在 config.example.toml 里有说明。",
        "{path} is written in a way that I cannot change. Move it away and run init again, or edit it; "
        "config.example.toml explains every key.",
    ),
}
