"""What a resident hears while she reports: what, where, and what is kept until it is handed in."""

from __future__ import annotations

REPORTING: dict[str, tuple[str, str]] = {
    "report.what": (
        "您说，哪里坏了、有什么难处？打字、按住说话、拍照都行。",
        "What is wrong? Type, hold to speak, or send a photo.",
    ),
    "report.what_here": (
        "位置收到了。这里怎么了？打字、按住说话、拍照都行。",
        "I have the place. What is wrong there? Type, hold to speak, or send a photo.",
    ),
    "report.what_at": (
        "{place}，记下了。那里怎么了？打字、按住说话、拍照都行。",
        "{place}, noted. What is wrong there? Type, hold to speak, or send a photo.",
    ),
    "report.summary": (
        "我这样记：{place}，{what}。交给{member}，{until}前给您回话。对吗？",
        "I wrote: {place}, “{what}”. {member} will answer by {until}. Right?",
    ),
    "report.voice": (
        "收到您{n}秒的语音。我听不懂话，会原样交给{member}听。煤气、着火、有人受伤，请先打119、120。",
        "I have your {n}-second voice note. I cannot understand speech; {member} will hear it as it is. "
        "Gas, fire or injury: call 119 or 120 first.",
    ),
    "report.video": (
        "收到您{n}秒的视频。我看不懂，会原样交给{member}看。煤气、着火、有人受伤，请先打119、120。",
        "I have your {n}-second video. I cannot understand it; {member} will see it as it is. "
        "Gas, fire or injury: call 119 or 120 first.",
    ),
    "report.voice_place": (
        "地方：{place}。{member}{until}前给您回话。",
        "Place: {place}. {member} will answer by {until}.",
    ),
    "report.voice_first": (
        "收到您{n}秒的语音。我听不懂话，会原样交给委员听。煤气、着火、有人受伤，请先打119、120。",
        "I have your {n}-second voice note. I cannot understand speech; the member will hear it as it is. "
        "Gas, fire or injury: call 119 or 120 first.",
    ),
    "report.video_first": (
        "收到您{n}秒的视频。我看不懂，会原样交给委员看。煤气、着火、有人受伤，请先打119、120。",
        "I have your {n}-second video. I cannot understand it; the member will see it as it is. "
        "Gas, fire or injury: call 119 or 120 first.",
    ),
    "report.has_number": (
        "里面的号码，只有办这件事的人看得到全的。不想给，点「改一改」。",
        "The number in it is shown in full only to whoever handles this. To leave it out, tap Change.",
    ),
    "report.attached": ("带上{media}。", "With {media}."),
    "media.photo_one": ("1张照片", "1 photo"),
    "media.photo_many": ("{n}张照片", "{n} photos"),
    "media.video_one": ("1段视频", "1 video"),
    "media.video_many": ("{n}段视频", "{n} videos"),
    "media.voice_one": ("1段语音", "1 voice note"),
    "media.voice_many": ("{n}段语音", "{n} voice notes"),
    "report.is_anonymous": ("不留名。", "Without your name."),
    "report.is_behalf": ("替{name}报的。", "On behalf of {name}."),
    "report.desk_will_find": (
        "这地方我地图上没有，先交案头认。",
        "I do not have this place on my map; the desk will find it.",
    ),
    "report.desk_will_ask": (
        "地方没说，先交案头，案头会问您。",
        "No place given; it goes to the desk, who will ask you.",
    ),
    "report.night": (
        "现在是夜里，{member}{time}会看到。急的话先打{utility}。",
        "It is night; {member} sees this at {time}. If it cannot wait, call {utility}.",
    ),
    "report.hand_in": ("交给{member}", "Give it to {member}"),
    "report.again": ("重说", "Say it again"),
    "report.mend": ("改一改", "Change"),
    "report.no_matter": ("不是报事", "Not a matter"),
    "report.why": ("那您是？", "What is it then?"),
    "report.why_question": ("想问件事", "A question"),
    "report.why_chat": ("随便聊聊", "Just talking"),
    "report.why_nothing": ("没事，发错了", "Nothing, sent by mistake"),
    "report.why_back": ("返回", "Back"),
    "report.kind": ("这是哪一类的事？", "What kind of thing is it?"),
    "report.mend_what": ("改哪儿？", "What shall I change?"),
    "report.mend_words": ("说的话", "The words"),
    "report.mend_place": ("地方", "The place"),
    "report.mend_kind": ("哪一类", "The kind"),
    "report.mend_anonymous": ("不留名 / 留名", "Unnamed / named"),
    "report.mend_behalf": ("替别人报", "For somebody else"),
    "report.mend_back": ("返回", "Back"),
    "report.words": ("好，重新说一句。", "All right, say it again."),
    "report.behalf": (
        "替谁报？写个称呼就行，比如「三楼张大爷」。",
        "For whom? A name to call them by is enough, such as “Mr Zhang, third floor”.",
    ),
    "place.ask": (
        "在哪儿？写个楼号或小区名，或点下面发位置（只用来找到管这片的委员）。",
        "Where is it? Write a building or estate, or send your location below (used only to find the member for that block).",
    ),
    "place.send_pin": ("发位置", "Send location"),
    "place.here": ("还是{place}", "Still {place}"),
    "place.cannot_say": ("说不清在哪儿", "I cannot say where"),
    "place.which": ("是哪一个？", "Which one?"),
    "place.elsewhere": ("都不是", "None of these"),
    "place.describe": ("写一句在哪儿，案头会去认。", "Describe it in a line; the desk will find it."),
    "place.still": (
        "收下了，一起交上去。可我从里面认不出地方，还得您说一声。",
        "Got it; it goes along. But I cannot tell the place from it, so please say where.",
    ),
    "place.pin": ("发来的位置（{lat}，{lon}）", "the place sent ({lat}, {lon})"),
    "place.area": ("{area}", "{area}"),
    "place.day": ("{day}", "{day}"),
    "place.day_wrong": (
        "写一个今天以后的日子，如 12月1日、下周五。",
        "Write a day from today on, such as 1 Dec or Friday.",
    ),
    "place.unknown": ("地方还没定", "place not known yet"),
    "draft.too_large": (
        "这个文件太大，我拿不到（最多20兆）。照片或短一点的视频就行；您写的话我留着。",
        "This file is too large for me (20 MB at most). A photo or a shorter video will do; your words are kept.",
    ),
    "draft.no_files": (
        "文件我不收，怕不安全。请直接发照片、语音或视频；您写的话我留着。",
        "I take no files, to be safe. Please send a photo, voice note or video; your words are kept.",
    ),
    "draft.no_picture_files": (
        "这张图是当文件发来的，里面可能写着在哪儿拍的，我没有收。请点📎选「照片」再发一次；您写的话我留着。",
        "This picture came as a file, which may say where it was taken, so I did not keep it. Please tap 📎, choose Photo, and send it again; your words are kept.",
    ),
    "draft.unreadable": (
        "{no}有一张照片打不开，我没留下；事情照办。请再拍一张发来。",
        "A photo for {no} cannot be opened, so I did not keep it; the matter goes on. Please take it again and send it.",
    ),
    "draft.quota": (
        "您一小时说了{n}件，我{time}再收。急事请打{desk}。",
        "{n} in an hour; I take more at {time}. Urgent: {desk}.",
    ),
    "draft.nudge": ("刚才那件还没交。", "That one is not handed in yet."),
    "draft.nudge_morning": ("昨天那件还没交。", "Yesterday's is not handed in yet."),
    "draft.dropped": (
        "「{what}」没交，我收起来了。要报随时再说，或打{desk}。",
        "“{what}” was not handed in; I have put it away. Tell me again any time, or call {desk}.",
    ),
    "draft.chat": (
        "好，聊聊。我不记成事。想有人上门坐坐，写「想有人陪陪」。",
        "Of course. I will not note it as a matter. If you would like a visit, write “I would like company”.",
    ),
    "draft.nothing": ("好，没记。有事随时说。", "All right, nothing noted. Write any time."),
}
