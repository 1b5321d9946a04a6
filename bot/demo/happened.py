"""What the stage tells of an event once it is committed, in both languages."""

from __future__ import annotations

from bot.demo.household import ids_with_phones
from bot.demo.stories import Pair
from bot.demo.wording import about, name_of, worded
from domain.events import Event
from handlers.matters.ports import MattersTransaction
from handlers.turn import Turn
from storage.transaction import Transaction

OF_A_MATTER: dict[str, Pair] = {
    "MatterFiled": ("{by}交了{no}「{what}」，给{owner}", "{by} hands in {no} “{what}”, to {owner}"),
    "MatterAccepted": ("{by}接了{no}「{what}」", "{by} takes {no} “{what}”"),
    "MatterAssigned": ("{no}「{what}」到{owner}手上", "{no} “{what}” goes to {owner}"),
    "MatterAssigned late": ("没人接，也请了{owner}：{no}「{what}」", "not taken, {owner} is asked too: {no} “{what}”"),
    "MatterUnanswered": ("{no}还没人接，跟{resident}说明了", "nobody has taken {no}; {resident} is told so"),
    "ProgressReported": ("{by}给{resident}回了话", "{by} sends {resident} word"),
    "WordAdded": ("{by}给{owner}捎了话", "{by} sends {owner} word"),
    "WordTakenBack": ("{by}撤回了一句话", "{by} takes a line back"),
    "MatterClosed": ("{by}办结{no}，两分钟后告诉{resident}", "{by} closes {no}; {resident} hears in two minutes"),
    "ClosingUndone": ("{by}把办结撤回了", "{by} takes the closing back"),
    "MatterReported": ("问{resident}：{no}好了吗", "{resident} is asked: is {no} all right?"),
    "ResidentAgreed": ("{by}说好了：{no}「{what}」", "{by} says it is solved: {no} “{what}”"),
    "MatterReopened": ("{by}说还没好，{no}又开了", "{by} says not yet; {no} is open again"),
    "MatterLapsed": ("{resident}没有回音，{no}收起来了", "no answer from {resident}; {no} is put away"),
    "MatterWithdrawn": ("{by}把{no}撤回了", "{by} withdraws {no}"),
    "MatterRated": ("{by}打了分", "{by} gives a mark"),
    "MatterRaised": ("{no}变急了，提前办", "{no} has become more urgent"),
    "MatterReminded": ("提醒{to}：{no}「{what}」", "{to} is reminded: {no} “{what}”"),
    "MatterOverdue": ("{no}没按时办好，跟{resident}道了歉", "{no} is late; {resident} hears an apology"),
    "ResidentNudged": ("{by}来问{no}办到哪了", "{by} asks how {no} is going"),
    "ResidentAskedAgain": ("再问{resident}一次：{no}好了吗", "{resident} is asked once more about {no}"),
    "PhoneSeen": ("{by}看了号码，记下了", "{by} looks at the number, and that is noted"),
    "PhoneShown": ("{by}留了电话，只给{owner}看", "{by} gives a number, for {owner} only"),
    "KindSet": ("{by}认出来了：{no}「{what}」", "{by} says what {no} is: “{what}”"),
    "PlaceSet": ("{no}的地方定了", "{no} has its place now"),
    "MatterPaused": ("{no}先等一等", "{no} waits"),
    "MatterResumed": ("{no}接着办", "{no} goes on"),
    "ExtensionAsked": ("{by}问案头，{no}能不能多几天", "{by} asks the desk for more time for {no}"),
    "ExtensionGranted": ("{no}多了几天", "{no} has more time"),
    "ExtensionRefused": ("{by}没同意延期，{no}原来的时候不变", "{by} refuses more time; {no} stays due as it was"),
    "MatterRelaxed": ("{no}改得不那么急了", "{no} is less urgent now"),
    "MatterJoined": ("{no}和别家的一起办", "{no} goes with the same of others"),
    "MatterSplit": ("{no}分成两件", "{no} becomes two"),
    "MattersUnited": ("{no}并到同一位的另一件", "{no} becomes part of another"),
    "MatterNoted": ("{no}只记下来，没有找人", "{no} is only noted"),
    "MatterTakenUp": ("{no}要办了", "{no} is to be dealt with"),
    "MatterWatched": ("{no}过时了，请{to}督办", "{no} is late; {to} is asked to watch it"),
    "RungSkipped": ("有一级没有人能接，{no}直接往上走", "nobody on one rung can take {no}, it goes further up"),
    "HelpAsked": ("{by}请人给{no}搭把手", "{by} asks for a hand with {no}"),
    "HelperJoined": ("{by}来帮{no}", "{by} helps with {no}"),
    "WordsOpened": ("{by}看了{no}的内容，记下了", "{by} opens the words of {no}, and that is noted"),
    "PacketAsked": ("{by}要把{no}转给12345", "{by} hands {no} to 12345"),
    "HotlineSet": ("{no}有了12345的编号", "{no} has its number at 12345"),
}
OF_THE_REST: dict[str, Pair] = {
    "QuestionAsked": ("{by}问了大家一件事", "{by} asks people something"),
    "QuestionEnded": ("{by}让问计结束了", "{by} ends a question"),
    "OutcomeTold": ("{by}把结果告诉了回过话的人", "{by} tells those who answered what came of it"),
    "NoticeSent": ("{by}给大家发了一条通知", "{by} sends people a notice"),
    "NoticeAsked": ("{by}在通知下面问了一句", "{by} asks about a notice"),
    "NoticeAnswered": ("{by}回了通知下面的问话", "{by} answers what was asked about a notice"),
    "NoticeWithdrawn": ("{by}作废了一条通知", "{by} withdraws a notice"),
    "StoryDrafted": ("{by}想把一件办好的事讲出去，问了两边", "{by} would like to tell what went well, and asks both"),
    "StoryAgreed": ("{by}同意这样讲", "{by} agrees to the words"),
    "StoryTakenDown": ("{by}把一段典型撤下了", "{by} takes a story down"),
    "LeaveTaken": ("{by}请了假", "{by} takes leave"),
    "ExportedHerself": ("{by}要了一份自己的资料", "{by} gets a copy of her own data"),
    "TopicsChosen": ("{by}选了收什么、不收什么", "{by} chooses what to be told"),
    "ErasureAsked": ("{by}要删掉自己的资料，过一天才删", "{by} wants her data erased; it waits a day"),
    "ErasureCancelled": ("{by}不删了", "{by} would rather not have it erased"),
    "LeaveEnded": ("{by}回来了", "{by} is back"),
}
TELLING = {key.split()[0] for key in (*OF_A_MATTER, *OF_THE_REST)}
"""Types of events of which the stage speaks."""


def told_of(turn: Turn[MattersTransaction], tx: Transaction, event: Event) -> dict[str, str] | None:
    """The line, or None when it concerns nobody whose telephone lies on the page."""
    known = ids_with_phones(tx)
    values = {}
    if event.by:
        values["by"] = name_of(turn, event.by)
    room, _, subject = event.subject.partition(":")
    if room != "matter":
        text = OF_THE_REST.get(event.type)
        return worded(text, values) if text and event.by in known else None
    matter = turn.tx.matters.get(subject)
    text = OF_A_MATTER.get(f"{event.type} {event.facts.get('why', '')}") or OF_A_MATTER.get(event.type)
    if text is None or not known & {matter.owner_id, matter.reporter_id, event.by}:
        return None
    values |= about(turn, matter)
    if event.by == matter.reporter_id:
        values["by"] = values["resident"]
    if "to" in event.facts:
        values["to"] = name_of(turn, str(event.facts["to"]))
    return worded(text, values)
