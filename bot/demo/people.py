"""Who is in the demo: whose telephones lie on the page, and which accounts the members have."""

from __future__ import annotations

from dataclasses import dataclass

TOKEN = "7700112233:demo-token-of-an-invented-bot"  # noqa: S105  # the sandbox's own, opens nothing
BOT_ID = 7700112233
BOT_USERNAME = "little_bench_demo_bot"


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone on the page. `size` "large" or "pocket"; names and words about the person as (zh, en)."""

    account: int
    key: str
    name: tuple[str, str]
    role: str
    size: str
    about: tuple[str, str]


ZHAO = Phone(101, "zhao", ("赵奶奶", "Granny Zhao"), "resident", "large", ("72 岁，住桃源里，一个手指打字", "72, types with one finger"))
LI = Phone(102, "li", ("李叔", "Uncle Li"), "resident", "pocket", ("住隔壁楼", "lives next door"))
WANG = Phone(201, "wang", ("王芳", "Wang Fang"), "member", "large", ("委员，在等公交", "member, between two buses"))
CHEN = Phone(202, "chen", ("陈亮", "Chen Liang"), "deputy", "pocket", ("隔壁网格的委员，王芳的副手", "next grid's member, Wang Fang's deputy"))
MA = Phone(203, "ma", ("马丽", "Ma Li"), "desk", "pocket", ("社区案头，大家叫她马姐", "the community desk"))
PHONES = (ZHAO, WANG, CHEN, MA, LI)
NEIGHBOURS = (("孙师傅", "Mr Sun"), ("何阿姨", "Auntie He"), ("小吴", "Young Wu"), ("郑老师", "Teacher Zheng"), ("冯姐", "Sister Feng"))
"""Residents of the seeded weeks who have no telephone on the page."""
