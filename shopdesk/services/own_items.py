"""The shop's own lines on the lists of the day."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.day import DayKind, OwnItem
from shopdesk.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shopdesk.services.ports import Store

LONGEST_TITLE = 120
_LAST_WEEKDAY = 6


class OwnItems:
    """Lines by weekday and campaign, with a count where something can run out."""

    def __init__(self, store: Store, starters: Callable[[str], str]) -> None:
        """In: what gives the text of the file of suggested lines in a language (`en`, `zh`)."""
        self._store = store
        self._starters = starters

    def all(self) -> Sequence[OwnItem]:
        """In the order in which they were made."""
        with self._store.reading() as work:
            return work.day.own_items()

    def save(self, item: OwnItem) -> int:
        """Write a new (id 0) or known one; returns its number. Raises `InputRefused`."""
        item = replace(item, title=" ".join(item.title.split()))
        if not 1 <= len(item.title) <= LONGEST_TITLE:
            raise InputRefused("title", f"must have 1 to {LONGEST_TITLE} signs")
        if any(not 0 <= one <= _LAST_WEEKDAY for one in item.weekdays):
            raise InputRefused("weekday", "is none")
        if item.starts is not None and item.ends is not None and item.ends < item.starts:
            raise InputRefused("end", "is before the start")
        with self._store.writing() as work:
            number = work.day.save_own(item)
            work.touched(Changes(day=True))
        return number

    def remove(self, item: int) -> None:
        """Take one off all lists to come."""
        with self._store.writing() as work:
            work.day.remove_own(item)
            work.touched(Changes(day=True))

    def suggest(self, language: str) -> int:
        """Bring in suggested lines that the shop never had; what it changed or took away stays so.

        Returns how many came.
        """
        with self._store.writing() as work:
            known = work.day.known_starters()
            fresh = [one for one in read_starters(self._starters(language)) if one.starter not in known]
            for one in fresh:
                work.day.save_own(one)
            if fresh:
                work.touched(Changes(day=True))
        return len(fresh)


def read_starters(text: str) -> Sequence[OwnItem]:
    """Lines out of a file that comes with the program."""
    return [
        OwnItem(
            0,
            DayKind(one["kind"]),
            one["title"],
            tuple(one.get("weekdays", ())),
            required=bool(one.get("required", False)),
            reorder_at=one.get("reorder_at"),
            starter=one["key"],
        )
        for one in json.loads(text)
    ]
