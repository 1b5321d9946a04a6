"""Members with their habits: fast, slow, on leave, out of reach for days, closing with a line or a photo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.simulation.agenda import Agenda
from bot.simulation.somebody import Somebody, labels_of, number_in, words_of
from bot.simulation.ways import BY_SKILL, BY_WORDS, ELSEWHERE, INVOLVED, MORE_TIME, WAITS, Step, Way
from sandbox.people import Person
from sandbox.records import Message

ACCEPT, CLOSE, OTHERS, MORE = "接了", "办结", "不归我", "更多"
CAUSES = ("办好了", "办不了", "不归我们", "联系不上")
HOW_OFTEN = (86, 7, 4, 3)
DONE = ("换了新的", "师傅来修好了", "清理干净了", "跟物业说好了，已经处理", "修好了，试过没问题")
CANNOT = ("要等市政明年改造，可以找电力公司", "这个归电力公司管，报给他们了，编号4417", "打了两次电话没人接")
ON_THE_WAY = ("明天上午去看", "报给物业了，在等师傅", "缺个零件，到了就修", "师傅五点到")
LEAVES = ("明天请假", "今天请假", "下周请假", "明天到周五休息")
AT_ONCE = 0.6
"""Hours that something dangerous takes whoever has it."""
HOW_OFTEN_WAYS: dict[Way, float] = {WAITS: 0.06, MORE_TIME: 0.04, BY_SKILL: 0.04, BY_WORDS: 0.02}
"""How likely each is with a matter that she has taken."""
FURTHER = 4
"""Questions that somebody answers who only looks what else there is."""


@dataclass(frozen=True, slots=True)
class Habit:
    """Minutes until a card is taken and hours until it is settled, about; how likely at all, and after a reminder."""

    name: str
    accepts: float
    settles: float
    ever: float
    reminded: float


FAST = Habit("fast", 6, 7, 0.98, 0.9)
USUAL = Habit("usual", 25, 16, 0.9, 0.7)
SLOW = Habit("slow", 160, 40, 0.75, 0.35)
GONE = Habit("gone", 600, 90, 0.15, 0.1)
HABITS = (FAST, USUAL, SLOW, GONE)
HOW_MANY = (35, 45, 16, 4)


class Member(Somebody):
    role = "member"

    def __init__(self, phone: Person, agenda: Agenda, seed: str) -> None:
        super().__init__(phone, agenda, seed)
        self.habit = self.chance.choices(HABITS, HOW_MANY)[0]
        self._closing = ""
        self._further = 0

    # ---- days ------------------------------------------------------------------------------------------------------

    def begins_day(self) -> None:
        """Some take leave, a few block the bot for days and come back."""
        if self.likely(0.012):
            self.later(240, lambda: self.says(self.chance.choice(LEAVES)))
        if self.likely(0.0006):
            self.later(300, self.phone.blocks_bot)
            self.later(5000, self.phone.starts)

    # ---- what comes ------------------------------------------------------------------------------------------------

    def looks(self, message: Message) -> None:
        labels, about = labels_of(message), number_in(message)
        if self.goes_on(message) or self._answers_question(message, labels) or self._lends_a_hand(message, labels):
            return
        if ACCEPT in labels and about:
            self._considers(message, about)
        elif CLOSE in labels and about and self.first_time(("work", about)):
            self._works(about, self.habit.settles if "急事" not in words_of(message) else AT_ONCE)
        elif "快到时间了" in words_of(message) or "等您：" in words_of(message):
            self._is_reminded(message)

    def _considers(self, message: Message, about: str) -> None:
        if "急事" in words_of(message):
            self.later(3, lambda: self.taps(ACCEPT, about=about), at_once=self.likely(0.5))
        elif self.first_time(("card", about)):
            if self.likely(0.03):
                self.later(self.habit.accepts, lambda: self._hands_on(about))
            elif self.likely(self.habit.ever):
                self.later(self.habit.accepts, lambda: self.taps(ACCEPT, about=about))
        elif self.first_time(("again", message.id)) and self.likely(self.habit.reminded):
            self.later(8, lambda: self.taps(ACCEPT, about=about))

    def _is_reminded(self, message: Message) -> None:
        about = number_in(message)
        if about and self.first_time(("reminded", message.id)) and self.likely(self.habit.reminded):
            self.later(12, lambda: self._reports(about))

    # ---- what she does ---------------------------------------------------------------------------------------------

    def _works(self, about: str, hours: float) -> None:
        """So many hours, about, until it is settled."""
        if self.likely(0.6):
            self.later(60 * hours / 3, lambda: self._reports(about))
        if self.likely(0.04):
            self.later(60 * hours / 4, lambda: self._looks_further(about))
        for way, part in HOW_OFTEN_WAYS.items():
            if self.likely(part):
                self.later(60 * hours / 3, partial(self._goes_further, way, about))
        if self.likely(0.97):
            self.later(60 * hours, lambda: self._closes(about))

    def _reports(self, about: str) -> None:
        """A reply to the card goes to the resident."""
        card = self.finds(CLOSE, about=about)
        if card is not None:
            self.says(self.chance.choice(ON_THE_WAY), card.id)

    def _closes(self, about: str) -> None:
        if self.taps(CLOSE, about=about):
            self._closing = about

    def _hands_on(self, about: str) -> None:
        if self.taps(OTHERS, "派给别人", about=about):
            self.goes(INVOLVED if self.likely(0.25) else ELSEWHERE)

    def _goes_further(self, way: Way, about: str) -> None:
        if self.finds(CLOSE, about=about) is not None and self.taps(MORE, about=about):
            self.goes(way)

    def _looks_further(self, about: str) -> None:
        if self.taps(MORE, about=about):
            self._further = FURTHER

    def _answers_question(self, message: Message, labels: list[str]) -> bool:
        words = words_of(message)
        if "就这样" in labels and "休息" in words:
            if self.first_time(("leave", message.id)):
                self.soon(lambda: self.taps("就这样"))
        elif self._closing and "联系不上" in labels:
            cause = self.chance.choices(CAUSES, HOW_OFTEN)[0]
            self.soon(lambda: self.taps(cause))
        elif self._closing and "写一句" in words and self.first_time(("line", message.id, words)):
            self._closing = ""
            self.soon(lambda: self._writes_line("办好" in words))
        elif self._further and labels and ACCEPT not in labels and CLOSE not in labels:
            self._goes_on(message)
        else:
            return False
        return True

    def _lends_a_hand(self, message: Message, labels: list[str]) -> bool:
        """Asked by a colleague, in the middle of a matter of hers, or when what she waited for is over."""
        about = number_in(message)
        if "我来帮" in labels and self.first_time(("help", message.id)):
            if self.likely(0.8):
                self.later(20, lambda: self.taps("我来帮" if self.likely(0.6) else "这次不行", about=about))
        elif "我帮完了" in labels and self.first_time(("helping", message.id)):
            self.later(200, lambda: self.taps("我帮完了", about=about))
        elif "再等等" in labels and self.first_time(("over", message.id)):
            self.later(30, lambda: self.taps("接着办", about=about))
        else:
            return False
        return True

    def _writes_line(self, solved: bool) -> None:
        if solved and self.likely(0.3):
            if not self.phone.chat.blocked:
                self.phone.sends_photo(self.chance.choice(("lamp-repaired", "heating-repaired")))
        else:
            self.says(self.chance.choice(DONE if solved else CANNOT))

    def _goes_on(self, message: Message) -> None:
        """Presses something, or writes when there is a day to be named."""
        self._further -= 1
        if not self._further:
            self.soon(lambda: self.says("取消"))
            return
        wanted = self.chance.choice(labels_of(message))
        if self.likely(0.3):
            self.soon(lambda: self.says("周五下午三点"))
        else:
            self.soon(lambda: self.taps(wanted))


class Coordinator(Member):
    """Looks at the desk in the morning, gives what nobody takes to somebody, and sometimes does it herself."""

    role = "desk"

    def __init__(self, phone: Person, agenda: Agenda, seed: str) -> None:
        super().__init__(phone, agenda, seed)
        self.habit = FAST

    def begins_day(self) -> None:
        self.agenda.after(timedelta(minutes=self.chance.uniform(90, 150)), lambda: self.says("案头"), self.chance)

    def _considers(self, message: Message, about: str) -> None:
        if "派给别人" in labels_of(message) and self.first_time(("give", message.id)) and self.likely(0.6):
            self.later(15, lambda: self.taps("派给别人", about=about))
            return
        super()._considers(message, about)

    def _answers_question(self, message: Message, labels: list[str]) -> bool:
        if "派给谁" in words_of(message) and labels:
            if self.first_time(("whom", message.id)):
                self.soon(lambda: self.taps(labels[0]))
            return True
        if "同意" in labels:
            if self.first_time(("wish", message.id)):
                self.later(20, self._decides)
            return True
        return super()._answers_question(message, labels)

    def _decides(self) -> None:
        if self.likely(0.8):
            self.taps("同意")
        elif self.taps("不同意"):
            self.goes((Step(("为什么不同意",), say=("先想想别的办法",)),))
