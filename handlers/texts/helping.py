"""Lending a hand: what lead, helper, desk and resident read."""

from __future__ import annotations

HELPING: dict[str, tuple[str, str]] = {
    # whoever looks for help
    "more.help": ("请人帮忙", "Ask for help"),
    "help.whom": (
        "{no} {what}，请谁搭把手？点一下，或者写：谁会修水管，谁有梯子，或者名字。",
        "{no} {what}: whose help? Tap, or write: who can fix pipes, who has a ladder, or a name.",
    ),
    "help.tap_skill": ("会{skill}的（{n}位）", "{skill} ({n})"),
    "help.tap_person": ("{member}", "{member}"),
    "help.let_go": ("不用{member}帮了", "{member} need not help"),
    "help.let_gone": ("好，{member}知道了。", "All right, {member} knows."),
    "help.full": ("已经有{n}位在帮了。", "{n} are helping already."),
    "help.which": ("是哪一件要人帮忙？", "Help with which one?"),
    "help.sure": (
        "{no} {what}：「{line}」是问同事吗？",
        "{no} {what}: is “{line}” meant for colleagues?",
    ),
    "help.ask_them": ("问{people}", "Ask {people}"),
    "help.say_it": ("转给{resident}", "Pass to {resident}"),
    "help.none": (
        "附近没找到「{what}」。换个说法再写，或者请案头想办法。",
        "Nobody near for “{what}”. Write it in another way, or let the desk look.",
    ),
    "help.to_desk": ("请案头想办法", "Let the desk look"),
    "help.nobody_now": (
        "这会儿没有能来的人。可以打案头{desk}。",
        "Nobody can come just now. You can call the desk, {desk}.",
    ),
    "help.nothing": ("算了", "Never mind"),
    "help.asked": (
        "问了{people}，还是{lead}牵头。{until}前没应，我告诉您。",
        "I have asked {people}; {lead} the lead. No answer by {until}, and I tell you.",
    ),
    "help.asked_for": (
        "「{what}」问了{people}，谁先答应谁来，还是{lead}牵头。{until}前没人应，我告诉您。",
        "“{what}”: I have asked {people}. The first yes comes; {lead} the lead. No answer by {until}, and I tell you.",
    ),
    "help.lead_you": ("您", "you keep"),
    "help.lead_other": ("{member}", "{member} keeps"),
    "help.tap_stop": ("不问了", "Stop asking"),
    "help.stopped": ("好，{no}不问了。", "All right, I have stopped asking about {no}."),
    "help.no_answer": (
        "{no} {what}，{people}还没应。再问几位，还是请案头？",
        "{no} {what}: no answer from {people} yet. Ask others, or the desk?",
    ),
    "help.all_declined": (
        "{no} {what}，问了的都来不了。再问几位，还是请案头？",
        "{no} {what}: nobody I asked can come. Ask others, or the desk?",
    ),
    "help.tap_farther": ("再问几位", "Ask others"),
    "help.no_more": ("没有别的人可问了。", "There is nobody else to ask."),
    "help.joined": (
        "{helper}来帮{no} {what}，还是您牵头。要和{helper}说话，回复这条。",
        "{helper} helps with {no} {what}; you keep the lead. Reply to this to talk with {helper}.",
    ),
    "help.joined_for": (
        "{helper}去帮{no} {what}，{member}牵头。",
        "{helper} helps with {no} {what}; {member} keeps the lead.",
    ),
    "help.done": ("{helper}那边帮完了：{no} {what}。", "{helper} has done their part: {no} {what}."),
    "help.left": ("{helper}来不了了：{no} {what}。", "{helper} cannot help any more: {no} {what}."),
    "help.said": ("{helper}对{resident}说（{no}）：{line}", "{helper} to {resident} ({no}): {line}"),
    "help.sought_done": ("{member}知道了，会帮着找人。", "{member} knows and will look for somebody."),
    "help.card": ("{people}在帮忙。", "{people} helping."),
    "help.card_asked": ("问了{n}位帮忙，等回话。", "{n} asked for help; no answer yet."),
    # whoever is asked
    "help.title": ("{no} {what}", "{no} {what}"),
    "help.call": (
        "{lead}想请您搭把手：{no} {what}，{place}。",
        "{lead} asks for your hand: {no} {what}, {place}.",
    ),
    "help.for_skill": (
        "因为您会{skill}。来不了没关系，点一下就好。",
        "Because of your skill: {skill}. If you cannot, just say so.",
    ),
    "help.for_thing": (
        "想用一下您的{what}。来不了没关系，点一下就好。",
        "Your {what} would help. If you cannot, just say so.",
    ),
    "help.for_unit": (
        "想用一下{unit}的{what}。来不了没关系，点一下就好。",
        "The {what} of {unit} would help. If you cannot, just say so.",
    ),
    "help.for_you": ("来不了没关系，点一下就好。", "If you cannot, just say so."),
    "help.tap_yes": ("我来帮", "I will help"),
    "help.tap_no": ("这次不行", "Not this time"),
    "help.toast_yes": ("谢谢，下面是这件事。", "Thank you. The matter is below."),
    "help.yes_done": (
        "您来帮忙，{lead}牵头。要和{lead}说话，回复这条。",
        "You help, {lead} leads. Reply to this to talk with {lead}.",
    ),
    "help.no_done": ("好，不打扰您了。", "All right, never mind."),
    "help.taken": ("{other}先答应了，您不用管了，谢谢。", "{other} said yes first. Thank you, nothing to do."),
    "help.over": ("这件不用帮了，谢谢。", "No help is needed any more, thank you."),
    "help.yours": (
        "您在帮忙，{lead}牵头。回复这张卡是对居民说。",
        "You are helping; {lead} leads. A reply to this card goes to the resident.",
    ),
    "help.yours_done": ("您帮完了，谢谢。{lead}接着办。", "Your part is done, thank you. {lead} goes on."),
    "help.tap_done": ("我帮完了", "My part is done"),
    "help.tap_left": ("来不了了", "I cannot any more"),
    "help.tap_again": ("还在帮", "Still helping"),
    "help.toast_done": ("谢谢您。", "Thank you."),
    "help.left_done": ("好，{no}您不用管了。", "All right, {no} is off your hands."),
    "help.not_needed": ("{no} {what}，不用帮了，谢谢您。", "{no} {what}: no help needed any more. Thank you."),
    "help.solved": (
        "{no} {what}，居民说好了。谢谢您搭手。",
        "{no} {what}: the resident says it is solved. Thank you for your hand.",
    ),
    "help.silent": (
        "{no} {what}，办完了，居民没再说什么。谢谢您搭手。",
        "{no} {what} is closed; the resident said nothing more. Thank you for your hand.",
    ),
    "help.colleague": ("{who}（{no}）：{line}", "{who} ({no}): {line}"),
    "help.not_passed": (
        "{to}现在收不到，可以打案头{desk}。",
        "{to} cannot be reached now; you can call the desk, {desk}.",
    ),
    # the desk
    "help.sought": (
        "{lead}在办{no} {what}，附近没找到能搭手的人，想请您想办法。",
        "{lead} has {no} {what} and found nobody near to lend a hand. Can you find somebody?",
    ),
    # the resident
    "help.card_resident": ("{people}也来帮忙。", "{people} helping too."),
    "told.HelperJoined": ("{at} {who}来帮忙", "{at} {who} came to help"),
    "way.HelpAsked": ("{at} {who}请人帮忙", "{at}: {who} asked for help"),
    "way.HelpSought": ("{at} {who}请{to}找人帮忙", "{at}: {who} asked {to} to find help"),
    "way.HelpDeclined": ("{at} {who}这次帮不了", "{at}: {who} could not help"),
    "way.HelperJoined": ("{at} {who}来帮忙", "{at}: {who} came to help"),
    "way.HelperDone": ("{at} {who}帮完了", "{at}: {who} did their part"),
    "way.HelperLeft": ("{at} {helper}不再帮忙", "{at}: {helper} helps no more"),
    "way.ColleagueTold": ("{at} {who}对{to}说：{line}", "{at}: {who} to {to}: {line}"),
    # what a member has to do
    "help.tasks": ("您在帮忙的{n}件", "You help with {n}"),
    "help.task_line": ("{no} {what}，{place}，{lead}牵头", "{no} {what}, {place}; {lead} leads"),
}
