"""The answer book of the demo district: what is asked every week there; all of it is invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from bot.demo.stories import Pair
from handlers.explaining.book import writing
from handlers.turn import Turn

Act = Callable[[Turn[Any]], object]
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
DUE, GONE = 2, 11
"""Which of them is to be looked at again on the opening day, and which was withdrawn."""


class Told(NamedTuple):
    kind: str
    question: Pair
    ways: tuple[Pair, ...]
    answer: Pair


BOARD: Pair = ("社区公示栏（示例）", "the community's notice board (example)")
TOLD = (
    Told("papers", ("老年卡在哪办？", "Where do I get a senior card?"),
         (("怎么办老年卡", "how to apply for a senior card"), ("老人坐车不要钱的卡", "free bus card for older people")),
         ("桃源社区一楼大厅，周一到周五9:00到17:00。带身份证和一张一寸照片，当天就能拿。走不动的打社区电话，我们上门办。",
          "Ground floor of the Peach community hall, Monday to Friday 9:00 to 17:00. Bring your ID and a small photo; "
          "you get it the same day. If you cannot come, call the desk and somebody comes to you.")),
    Told("", ("社区食堂几点开门？", "When is the community canteen open?"),
         (("食堂开门时间", "canteen hours"), ("中午在哪吃饭", "where to have lunch")),
         ("每天11:00到13:00、17:00到18:30，桃源里东门进来第一间。七十岁以上的可以登记送饭。",
          "Every day 11:00 to 13:00 and 17:00 to 18:30, first door inside the east gate of Peach Court. Whoever is "
          "over seventy can have meals brought.")),
    Told("heating", ("家里暖气不热怎么办？", "What can I do when the heating stays cold?"),
         (("暖气片上面不热", "the top of the radiator is cold"), ("暖气怎么放气", "how to bleed a radiator")),
         ("先看阀门开没开，再放放气：拿盆接着，拧松放气阀，出水就拧紧。还不热就在这里报事，供暖师傅上门看。",
          "See that the valve is open, then let the air out: hold a bowl under it, loosen the vent, close it when "
          "water comes. Still cold? Report it here and the fitter comes.")),
    Told("water", ("停水停电提前从哪看？", "Where are planned outages announced?"),
         (("今天停不停水", "is the water off today"), ("停电通知", "power cut notice")),
         ("计划停水停电会提前一天在这里发消息，各楼门口也贴。说「消息」就能看到。",
          "Planned outages are announced here a day before, and at every door. Say “news” to see them.")),
    Told("power", ("家里突然没电找谁？", "Whom do I call when the power is out?"),
         (("跳闸了怎么办", "the breaker tripped"), ("电表没钱了", "the meter has run out")),
         ("先看是不是只有自己家：只有自己家，多半是跳闸或者电费用完了。整个单元都没电，在这里报事，我们找电工。",
          "See whether it is only your home: then it is most likely the breaker or the meter. If the whole entrance is "
          "dark, report it here and we send the electrician.")),
    Told("rubbish", ("旧家具、旧床垫扔哪？", "Where do old furniture and mattresses go?"),
         (("大件垃圾怎么扔", "bulky waste"), ("旧沙发有人收吗", "does anybody take an old sofa")),
         ("每个周六上午，桃源里北门放一辆大件车。搬不动的提前一天打社区电话，志愿者来搬。",
          "Every Saturday morning a cart stands at the north gate of Peach Court. If it is too heavy, call the desk a "
          "day before and volunteers carry it.")),
    Told("parking", ("亲戚来了车停哪？", "Where can visitors park?"),
         (("外来车能进小区吗", "can visitors drive in"), ("临时停车收费吗", "is parking free")),
         ("槐树巷口的空地，晚上六点以后不收钱。小区里的车位先紧着住户。",
          "On the open ground at the corner of Locust Lane, free after six. Inside, residents come first.")),
    Told("papers", ("孩子的居民医保怎么交？", "How do I pay a child's health insurance?"),
         (("小孩医保在哪交", "where to pay for a child"), ("新生儿医保", "insurance for a newborn")),
         ("带户口本到社区一楼大厅，工作日9:00到17:00，帮您在手机上交。每年什么时候交，以当年的通知为准。",
          "Bring the family register to the community hall on weekdays, 9:00 to 17:00; we help you pay on your phone. "
          "The notice of each year says until when.")),
    Told("", ("老人一个人在家，白天有人看看吗？", "Can somebody look in on an old person during the day?"),
         (("独居老人谁来看", "who visits people living alone"), ("助老服务", "help for older people")),
         ("有。登记以后，委员每周上门一次，平时打电话。想要更勤一点，跟上门的人说。",
          "Yes. Once you sign up, a member calls every week and telephones in between. Say so if you want more.")),
    Told("greenery", ("门口的树挡窗户，能修吗？", "Can a tree in front of the window be trimmed?"),
         (("树枝太长谁管", "who trims trees"), ("树上有虫", "insects in the trees")),
         ("能。拍张照片在这里报事，园林师傅春天和秋天各来一次，急的另约。",
          "Yes. Report it here with a photo; the gardeners come in spring and autumn, sooner if it cannot wait.")),
    Told("", ("活动室怎么借？", "How do I borrow the activity room?"),
         (("社区活动室能不能用", "may we use the activity room"), ("排练场地", "a room to rehearse in")),
         ("打社区电话说哪天、多少人就行，不收钱，用完扫一扫。晚上九点关门。",
          "Call the desk and say which day and how many you are. It is free; sweep it afterwards. It closes at nine.")),
    Told("", ("去年的游泳票在哪领？", "Where were last year's swimming tickets given out?"), (),
         ("去年夏天的票已经发完了。", "Last summer's tickets are all gone.")),
)  # fmt: skip


def answered(opening: datetime, which: int) -> list[tuple[datetime, Act]]:
    """At which instants what was done, in the order of time; `which` language of each pair."""

    def written(n: int) -> Act:
        def act(turn: Turn[Any]) -> None:
            told, ma = TOLD[n], turn.tx.people.get("ma")
            entry = writing.new_entry(turn, ma, "taoyuan", told.question[which], told.answer[which], kind=told.kind)
            entry = writing.add_entry(turn, ma, entry)
            ways = tuple(way[which] for way in told.ways)
            parts: dict[str, object] = {"other_ways": ways, "source": BOARD[which]}
            if n == DUE:
                parts["review_on"] = opening.date()
            entry = writing.change(turn, ma, entry, " ".join(parts), **parts)
            if n == GONE:
                writing.withdraw(turn, ma, entry)

        return act

    begun = opening - 18 * DAY
    earlier = [(begun + n * MINUTE, written(n)) for n in range(len(TOLD) - 2)]
    return [*earlier, *((opening - 3 * DAY + n * MINUTE, written(n)) for n in range(len(TOLD) - 2, len(TOLD)))]
