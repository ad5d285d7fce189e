"""The demo shop's order files, with moments that go with those of its mails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

_HOURS = re.compile(r"\{(-?\d+)\}")


def demo_order_files(folder: Path, now: datetime) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file; `folder` is the demo's folder of the resources.

    `{-48}` in a file stands for the moment two days before `now`.
    """
    for file in sorted(folder.glob("orders-*")):
        text = _HOURS.sub(lambda found: _moment(now, int(found[1])), file.read_text("utf-8"))
        yield file.name, text.encode()


def _moment(now: datetime, hours: int) -> str:
    return (now + timedelta(hours=hours)).isoformat(" ", "seconds")
