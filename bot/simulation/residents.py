"""Residents: what they report and when, how they answer, thank, ask, agree, say "not yet" or nothing."""

from __future__ import annotations

from bot.simulation.agenda import Agenda
from bot.simulation.somebody import Somebody, label_of, labels_of, number_in, words_of
from bot.simulation.ways import SOMEBODY_ELSE
from sandbox.people import Person
from sandbox.records import Message

SAID = {
    "heating": ("暖气不热", "家里只有十四度，暖气片是凉的", "暖气漏水"),
    "lighting": ("门口的路灯坏了", "楼道灯不亮，晚上看不见", "路灯一闪一闪的"),
    "water": ("漏水了，往楼下滴", "停水两天了", "下水道堵了返臭味"),
    "lift": ("电梯又停了", "电梯门关不上"),
    "rubbish": ("垃圾没人收", "楼道里堆着旧家具", "垃圾桶倒了一地"),
    "noise": ("楼上半夜跳绳", "装修早上六点就开始"),
    "parking": ("车位被占了", "消防通道停满了车"),
    "road": ("井盖松了", "人行道地砖缺了一块"),
    "stairs": ("楼梯扶手断了", "二楼扶手松了"),
    "security": ("单元门的锁坏了", "门禁卡刷不开"),
    "papers": ("老年卡怎么办，要带什么",),
    "company": ("想有人陪陪，一个人住",),
    "neighbours": ("邻居为了鞋柜吵架，想请人说说",),
    "complaint_person": ("收停车费的人态度不好，骂人",),
    "gas": ("楼道里有煤气味",),
}
WINTER = {
    "heating": 30, "lighting": 12, "water": 12, "lift": 6, "rubbish": 9, "noise": 6, "parking": 6, "road": 4,
    "stairs": 3, "security": 5, "papers": 3, "company": 1, "neighbours": 2, "complaint_person": 1, "gas": 0.3,
}  # fmt: skip
"""How often each kind is reported in the heating season."""
SUMMER = {**WINTER, "heating": 0.5, "water": 20, "rubbish": 16, "noise": 11}
HOURS = (1, 0.5, 0.3, 0.3, 0.5, 1, 4, 9, 12, 11, 9, 7, 6, 5, 5, 6, 7, 8, 10, 11, 9, 6, 3, 2)
"""How often something is reported in each hour of the day."""
GOOD = ("好了", "知道了", "有着落了", "对，不办了", "不用办了")
NOT_YET = ("还没好", "还是要办", "没人管", "不对，要办", "还要办")
COMPLAINTS = ("还是老样子", "修了一天又坏了", "没见人来", "只好了一半")
FILES = ("好，修好告诉我", "同一件", "第1件就是", "补到", "分成", "交给")
ANOTHER = ("不是，另报一件", "交给")
ASKED_BESIDES = ("还是整栋楼", "屋里大概几度", "可以给也来报的邻居看")
GRADES = ("很好", "很好", "很好", "好", "好", "一般", "不太好")
PHOTOS = ("lamp", "heating", "leak", "rubbish", "stairs", "pothole", "lift")
KINDS_AGREE, KINDS_NOT_YET, KINDS_SILENT = 0.55, 0.09, 0.36


class Resident(Somebody):
    """Lives in one building; "me too" and a known trouble are fine with her mostly."""

    role = "resident"

    def __init__(self, phone: Person, agenda: Agenda, seed: str, place: str) -> None:
        super().__init__(phone, agenda, seed)
        self.place = place
        self._complains = False

    def reports(self, words: str) -> None:
        """As it comes to her: in words, with a picture, or spoken."""
        if self.phone.chat.blocked:
            return
        if self.likely(0.2):
            self.phone.sends_photo(self.chance.choice(PHOTOS), f"{self.place}{words}")
        elif self.likely(0.05):
            self.phone.sends_voice("voice-heating")
        elif self.likely(0.1):
            self.says(words)
        else:
            self.says(f"{self.place}{self.chance.choice(('', '2单元', '3单元'))}{words}")
        if self.likely(0.1):
            self.later(600, lambda: self.says("怎么样了"))
        if self.likely(0.02):
            self.later(60, self.phone.blocks_bot)
            self.later(3000, self.phone.unblocks_bot)

    def looks(self, message: Message) -> None:
        labels, words = labels_of(message), words_of(message)
        if self.goes_on(message) or self._answers_question(message, labels, words):
            return
        if label_of(message, *GOOD) and label_of(message, *NOT_YET):
            self._judges(message)
        elif "很好" in labels and self.first_time(("grade", message.id)) and self.likely(0.5):
            self.soon(lambda: self.taps(self.chance.choice(GRADES)))
        elif "接了这件事" in words and self.first_time(("thanks", words)):
            self._hears_who(number_in(message))

    def _hears_who(self, about: str) -> None:
        if self.likely(0.12):
            self.soon(lambda: self.says("谢谢"), seconds=60)
        elif self.likely(0.01) and self.taps("更多", about=about):
            self.goes(SOMEBODY_ELSE)

    def _answers_question(self, message: Message, labels: list[str], words: str) -> bool:
        """What she is asked while she reports."""
        if label_of(message, *FILES):
            if self.first_time(("file", message.id)) and self.likely(0.93):
                self.soon(lambda: self.taps(*(ANOTHER if self.likely(0.08) else FILES)))
        elif labels and any(asked in words for asked in ASKED_BESIDES):
            self._says_more(message, labels)
        elif "您想怎么办" in words:
            if self.first_time(("wish", message.id)):
                wish = self.chance.choice(labels[:3])
                self.soon(lambda: self.taps(wish))
        elif "这是哪一类" in words or "是哪一个" in words or "这件，还是一件新事" in words or "是这件吗" in words:
            if self.first_time((message.id, words)):
                self.soon(lambda: self.taps(*labels[:1]) if labels else None)
        elif "在哪儿？" in words or "在哪儿，案头会去认" in words:
            if self.first_time((message.id, words)):
                self.soon(lambda: self.says(self.place))
        elif self._complains and ("哪里不对" in words or "有什么要说的" in words):
            self._complains = False
            self.soon(lambda: self.says(self.chance.choice(COMPLAINTS)))
        else:
            return False
        return True

    def _says_more(self, message: Message, labels: list[str]) -> None:
        """One flat or the whole house, how many degrees, whether neighbours may see her photograph; or nothing."""
        if self.first_time(("more", message.id, words_of(message))) and self.likely(0.7):
            wanted = self.chance.choice(labels)
            self.soon(lambda: self.taps(wanted))

    def _judges(self, message: Message) -> None:
        if not self.first_time(("judged", message.id)):
            return
        about, fall = number_in(message), self.chance.random()
        if fall < KINDS_AGREE:
            self.later(90, lambda: self.taps(*GOOD, about=about))
        elif fall < KINDS_AGREE + KINDS_NOT_YET:
            self.later(200, lambda: self._not_yet(about))

    def _not_yet(self, about: str) -> None:
        self._complains = self.taps(*NOT_YET, about=about)
