"""Who is in the demo: whose telephones lie on the page, who else lives there, and which accounts they have."""

from __future__ import annotations

from dataclasses import dataclass

TOKEN = "7700112233:demo-token-of-an-invented-bot"  # noqa: S105  # the sandbox's own, opens nothing
BOT_ID = 7700112233
BOT_USERNAME = "little_bench_demo_bot"
LINK = f"https://t.me/{BOT_USERNAME}?start="
BOT_NAME = ("小板凳", "Little Bench")
LANGUAGES = ("zh", "en")
SPARE_ACCOUNTS = range(301, 320)
"""For the members without a telephone on the page."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone on the page. `size` "large" or "pocket"; names and words about the person as (zh, en)."""

    account: int
    key: str
    name: tuple[str, str]
    role: str
    size: str
    about: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who reports things, known by the key that the stories use."""

    key: str
    account: int
    name: tuple[str, str]

    @property
    def id(self) -> str:
        return f"resident-{self.key}"


ZHAO = Phone(
    101, "zhao", ("赵奶奶", "Granny Zhao"), "resident", "large", ("72 岁，一个手指打字", "72, types with one finger")
)
LI = Phone(102, "li", ("李叔", "Uncle Li"), "resident", "pocket", ("住隔壁楼", "lives next door"))
WANG = Phone(
    201, "wang", ("王芳", "Wang Fang"), "member", "large", ("管这一格，在等公交", "this grid, between two buses")
)
CHEN = Phone(
    202, "chen", ("陈亮", "Chen Liang"), "deputy", "pocket", ("管隔壁一格，王芳的副手", "the next grid, her deputy")
)
MA = Phone(203, "ma", ("马丽", "Ma Li"), "desk", "pocket", ("社区案头，大家叫她马姐", "the community desk"))
FANG = Phone(
    204,
    "fang",
    ("方芸", "Fang Yun"),
    "desk",
    "pocket",
    ("区里的案头，在街道上面", "the district desk, above the street"),
)
PHONES = (ZHAO, WANG, CHEN, MA, LI, FANG)
RESIDENTS = (
    Resident(LI.key, LI.account, LI.name),
    Resident("sun", 401, ("孙师傅", "Mr Sun")),
    Resident("he", 402, ("何阿姨", "Auntie He")),
    Resident("wu", 403, ("小吴", "Young Wu")),
    Resident("zheng", 404, ("郑老师", "Teacher Zheng")),
    Resident("feng", 405, ("冯姐", "Sister Feng")),
    Resident("xie", 406, ("谢大姐", "Sister Xie")),
    Resident("tian", 407, ("田师傅", "Mr Tian")),
)
"""Those of the seeded weeks; only the first has a telephone on the page."""
NEWCOMER = Resident(ZHAO.key, ZHAO.account, ZHAO.name)
"""Never spoke to the bot before; her English name is known all the same."""


def language_code(language: str) -> str:
    """As Telegram tells the language of somebody's application."""
    return "zh-hans" if language == "zh" else "en"
