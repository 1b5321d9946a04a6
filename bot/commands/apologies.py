"""What went wrong, in words that say what to mend; a fault of ours goes to the log with all its details."""

from __future__ import annotations

import errno
import logging
import sys
from collections.abc import Sequence

from bot.commands.command import called
from bot.heads import Behind, IsACopy
from bot.inviting import NobodyCalled
from bot.running import EmptyDistrict, WebhookRefused
from bot.server import PortTaken
from bot.toml_errors import Mistakes
from channels.base import Revoked
from channels.telegram.errors import Unreachable
from channels.telegram.obstacles import WORDS as OBSTACLES
from domain.errors import DeliveryFailed
from storage.dumping import NoProgram, ProgramFailed
from storage.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    LeaseLost,
    NewerDatabase,
    OlderDatabase,
    SecondInstance,
    StorageError,
)

Pair = tuple[str, str]
"""(Chinese, English)."""
_OURS: Pair = ("这是程序自己的毛病，请把上面几行报给我们", "this should not happen: please report the lines above")
_DISK_FULL = "disk is full"  # as SQLite says it
_FULL: Pair = ("磁盘满了，腾些地方出来再试", "the disk is full: make room, then try again")


def sorry(error: Exception, language: str) -> int:
    """Says it in this language, "zh" or "en", and returns the exit status."""
    print("\n".join(in_words(error, language)), file=sys.stderr)
    return 1


def in_words(error: Exception, language: str) -> Sequence[str]:
    """Lines for people. What is not known here is our fault: it is logged."""
    if isinstance(error, Mistakes):
        return error.lines
    said = _of_storage(error) if isinstance(error, StorageError) else _of_all_else(error)
    if said is None:
        logging.getLogger("little-bench").critical("a fault of the program itself", exc_info=error)
    return [(said or _OURS)[language == "en"]]


def _of_all_else(error: Exception) -> Pair | None:
    match error:
        case Revoked():
            return "令牌不对，去 BotFather 再要一个", "bot.token: Telegram refuses it; get a new one from BotFather"
        case Unreachable():
            chinese, english = OBSTACLES[error.obstacle]
            return f"连不上 Telegram：{chinese}", f"Telegram cannot be reached: {english}"
        case DeliveryFailed():
            return f"Telegram 应得不对：{error}", f"Telegram: {error}"
        case EmptyDistrict():
            load = f"{called()} load"
            return f"还没有区域，先 {load}", f"the database holds no district yet; first: {load}"
        case WebhookRefused():
            return f"Telegram 不收这个网址（webhook.url）：{error}", f"webhook.url: Telegram refuses it: {error}"
        case PortTaken():
            return f"端口用不了，换一个，或关掉占着它的程序（{error}）", str(error)
        case IsACopy():
            return (
                f"这个库是一份备份，有人直接拷了过来。先停在这里：{called()} restore 备份的文件夹，才不会重发、重号",
                "this database is a backup that was copied into its place. Put it back with "
                f"{called()} restore FOLDER-OF-BACKUPS, or messages and numbers would come twice",
            )
        case Behind():
            return (
                f"这个库比备份 {error.folder} 还旧，后来的事不在里面：{called()} restore {error.folder}",
                f"this database is older than the backup {error.folder}, what happened since is not in it: "
                f"{called()} restore {error.folder}",
            )
        case NobodyCalled():
            near = "、".join(error.near)
            return (
                f"名册上没有叫「{error}」的" + (f"，是不是 {near}" if near else f"；都有谁：{called()} invite"),
                f"nobody on the roster is called “{error}”"
                + (f"; did you mean {near.replace('、', ', ')}?" if near else f"; who is: {called()} invite"),
            )
        case OSError(errno=errno.ENOSPC):
            return _FULL
        case OSError(errno=errno.EACCES | errno.EPERM | errno.EROFS):
            file = error.filename or ""
            return (
                f"这里不让读写：{file}。换个能写的文件夹，或换个用户",
                f"not allowed to read or write here: {file}. Go to a folder where you may, or be another user",
            )
    return None


def _of_storage(error: StorageError) -> Pair:
    match error:
        case OlderDatabase():
            return f"数据库还是旧版本的样子：先用新版本 {called()} run 启动一次", str(error)
        case NewerDatabase():
            return f"数据库是更新的版本写的（{error.found}），这个程序旧了：换回新的版本", str(error)
        case SecondInstance():
            return f"进程 {error.pid} 正用着数据库，先停下它", f"{error}; stop that one first"
        case LeaseLost():
            return "数据库让另一个进程接了过去，这一个就停了", str(error)
        case DatabaseDamaged():
            return (
                f"数据库坏了（{error.reason}）：{error.path}。把最近一份备份放回来：{called()} restore 备份的文件夹",
                f"{error}. Put the newest backup back: {called()} restore FOLDER-OF-BACKUPS",
            )
        case NoProgram():
            return f"这台机器上没有 {error.name}：装上 PostgreSQL 的客户端程序，版本不低于服务器", str(error)
        case ProgramFailed():
            return f"{error.name} 没做成：{error.words}", str(error)
        case DatabaseBusy():
            return "数据库正忙，过一会儿再试", "the database is busy: try again in a moment"
    return _FULL if _DISK_FULL in str(error) else (f"数据库用不了：{error}", str(error))
