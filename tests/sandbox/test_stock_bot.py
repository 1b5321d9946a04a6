"""python-telegram-bot's own Bot, unchanged, against the sandbox."""

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputProfilePhotoStatic,
    KeyboardButton,
    MenuButtonCommands,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from sandbox import Person, Sandbox
from tests.sandbox.support import WANG
from tests.sandbox.test_files import LAMP


@pytest.mark.asyncio
async def test_a_whole_conversation(bot: Bot, wang: Person) -> None:
    heard = wang.says("3号楼路灯坏了")
    (update,) = await bot.get_updates(timeout=1, allowed_updates=["message", "callback_query"])
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("交给王芳", callback_data="m:1")]])
    reply = ReplyParameters(heard, allow_sending_without_reply=True)
    card = await bot.send_message(
        WANG, "<b>路灯</b>，3号楼", parse_mode="HTML", reply_markup=markup, reply_parameters=reply, protect_content=True
    )
    wang.taps(card.message_id, "交给王芳")
    (press,) = await bot.get_updates(offset=update.update_id + 1, timeout=1)
    assert press.callback_query is not None
    await press.callback_query.answer("好")
    await press.callback_query.edit_message_text("交上去了", reply_markup=None)
    assert [message.text for message in wang.messages] == ["3号楼路灯坏了", "交上去了"]


@pytest.mark.asyncio
async def test_uploads_albums_and_downloads(bot: Bot, wang: Person) -> None:
    sent = await bot.send_photo(WANG, LAMP, caption="灯")
    album = await bot.send_media_group(
        WANG, [InputMediaPhoto(LAMP, caption="一"), InputMediaPhoto(sent.photo[-1].file_id)]
    )
    assert album[0].media_group_id == album[1].media_group_id
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == LAMP
    await bot.edit_message_media(InputMediaPhoto(LAMP, caption="二"), WANG, sent.message_id)
    assert wang.messages[0].caption == "二"


@pytest.mark.asyncio
async def test_every_other_kind_of_message(bot: Bot, wang: Person) -> None:
    wang.world.limits.on = False
    await bot.send_voice(WANG, b"voice", duration=3)
    await bot.send_video(WANG, b"video", width=320, height=240)
    await bot.send_video_note(WANG, b"note")
    await bot.send_document(WANG, b"a,b", filename="名单.csv")
    await bot.send_audio(WANG, b"music", title="曲")
    await bot.send_sticker(WANG, b"sticker")
    await bot.send_location(WANG, 36.06, 103.73)
    await bot.send_venue(WANG, 36.06, 103.73, "3号楼", "西津路")
    await bot.send_contact(WANG, "+8613900000000", "小刘")
    kinds = "voice video video_note document audio sticker location venue contact"
    assert " ".join(message.kind for message in wang.messages) == kinds


@pytest.mark.asyncio
async def test_keyboards_reactions_pins_and_deletion(bot: Bot, wang: Person) -> None:
    keys = ReplyKeyboardMarkup([["报事", KeyboardButton("我在这里", request_location=True)]], resize_keyboard=True)
    sent = await bot.send_message(WANG, "您好", reply_markup=keys)
    assert wang.keyboard == [["报事", "我在这里"]]
    heard = wang.says("谢谢")
    assert await bot.set_message_reaction(WANG, heard, [ReactionTypeEmoji("❤")])
    assert await bot.pin_chat_message(WANG, sent.message_id)
    assert await bot.copy_message(WANG, WANG, heard)
    assert await bot.forward_message(WANG, WANG, heard)
    assert await bot.delete_messages(WANG, [sent.message_id, heard])
    assert await bot.send_chat_action(WANG, "typing")


@pytest.mark.asyncio
async def test_the_bots_own_account(bot: Bot, wang: Person, sandbox: Sandbox) -> None:
    assert (await bot.get_me()).username == "little_bench_bot"
    commands = [BotCommand("report", "报事")]
    assert await bot.set_my_commands(commands, scope=BotCommandScopeChat(WANG), language_code="zh")
    assert list(await bot.get_my_commands(scope=BotCommandScopeChat(WANG), language_code="zh")) == commands
    assert await bot.set_my_name("小板凳")
    assert await bot.set_my_description("说事的地方")
    assert (await bot.get_my_description()).description == "说事的地方"
    assert await bot.set_my_short_description("说事")
    assert await bot.set_my_profile_photo(InputProfilePhotoStatic(LAMP))
    assert sandbox.world.account.photo is not None
    assert await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat(WANG)).first_name == "芳"
    assert (await bot.get_chat_member(WANG, WANG)).status == "member"


@pytest.mark.asyncio
async def test_the_webhook_is_set_shown_and_deleted(bot: Bot) -> None:
    url = "http://127.0.0.1:9/hook"
    assert await bot.set_webhook(url, secret_token="only_we", allowed_updates=["message"], max_connections=5)
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.allowed_updates) == (url, 5, ("message",))
    assert await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""
