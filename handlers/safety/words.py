"""What somebody says to see, take along or erase what is kept of her; she may say it whoever does not listen to her."""

from __future__ import annotations

PRIVACY = ("隐私", "privacy")
ME = ("我的资料", "my data")
COPY = ("导出我的资料", "导出资料", "export my data")
ERASE = ("删掉我的资料", "删除我的资料", "把我的资料删掉", "delete my data", "erase my data")
HER_OWN = frozenset(("/privacy", "/me", "/copy", "/erase", *PRIVACY, *ME, *COPY, *ERASE))
