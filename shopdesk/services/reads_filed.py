"""What filing asks of whoever reads what customers just wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from shopdesk.domain.filing import NewMessage
    from shopdesk.services.ports import Work


class ReadsFiled(Protocol):
    """Reads mails that were just filed, in the same transaction."""

    def __call__(self, work: Work, messages: Sequence[NewMessage], now: datetime) -> None: ...
