"""Erases nobody, and remembers who should have gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from shopdesk.domain.erasing import MailsToErase, ToErase


@dataclass
class FakeErasing:
    """Fits `ErasingDesk`."""

    erased: list[str] = field(default_factory=list)
    found: ToErase = field(default_factory=lambda: ToErase(MailsToErase(1, 3, 2, 1, 0), orders=1, cases=1))

    meanwhile: Callable[[], object] = lambda: None
    """Somebody does this while it works."""

    def preview(self, addresses: Sequence[str]) -> ToErase:
        return self.found

    def erase(self, addresses: Sequence[str], by: str = "") -> ToErase:
        self.meanwhile()
        self.erased += addresses
        return self.found
