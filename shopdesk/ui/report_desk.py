"""What the page of reports asks of the figures; `services.figures.Figures` fits it by shape."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from shopdesk.domain.ids import MailboxId
    from shopdesk.domain.topic_rise import Rise
    from shopdesk.services.figures import FigureReport


class ReportDesk(Protocol):
    """Reads only."""

    def report(
        self, first: "date", last: "date", *, open_hours: bool = False, mailbox: "MailboxId | None" = None
    ) -> "FigureReport": ...
    def topic_rises(self) -> "Sequence[Rise]": ...
