"""Flyers: what is asked before one is printed, and what stands on it."""

from __future__ import annotations

FLYERS: dict[str, tuple[str, str]] = {
    "flyer.tap": ("传单", "Flyer"),
    "flyer.which": (
        "「{line}」打成传单，要哪一种？上面都有码，扫一扫就看到通知，也能问。",
        "“{line}” as a flyer: which form? Each has a code; whoever scans it sees the notice and can ask.",
    ),
    "flyer.as_one": ("A4 一张", "One on A4"),
    "flyer.as_two": ("A4 裁成两张", "Two on A4, to cut"),
    "flyer.as_picture": ("图片，发到群里", "A picture to share"),
    "flyer.printing": ("正在排版，马上好。", "Setting the page, one moment."),
    "flyer.here": (
        "发了多少份，走访时写一句「发了20份」就记上。",
        "How many were handed out: write “20 copies” when you note a visit.",
    ),
    "flyer.not_printed": (
        "传单没打成。过会儿再点一次，还不行打{desk}。",
        "The flyer could not be made. Try again later, or call {desk}.",
    ),
    "flyer.file": ("传单-{kind}-{day}", "Flyer {kind} {day}"),
    # handed out on a visit
    "flyer.called": ("{kind}通知", "{kind} notice"),
    "flyer.called_so": ("{kind}「{line}」", "{kind} “{line}”"),
    "flyer.handed_out": ("传单发了{n}份，走访{visits}次", "Flyers handed out: {n} (visits: {visits})"),
    "flyer.year_line": ("{visit}，{n}份", "{visit}, {n} copies"),
    "lists.year_of_flyers": ("发出的传单", "Flyers handed out"),
    # on the page
    "flyer.band_policy": ("政策通知", "Policy"),
    "flyer.band_manners": ("文明新风", "Good manners"),
    "flyer.band_warmth": ("暖心事", "Good to know"),
    "flyer.band_outage": ("停水停电通知", "Outage"),
    "flyer.hours": ("{off}：{span}", "{off}: {span}"),
    "flyer.more": ("后面还有，扫一扫看全文。", "There is more: scan the code."),
    "flyer.until": ("到{day}为止有效", "Counts until {day}"),
    "flyer.desk": ("{desk}，{day}发 · 电话 {phone}", "{desk}, {day} · telephone {phone}"),
    "flyer.scan": ("扫一扫看全文，也能问", "Scan to read it all, and to ask"),
}
