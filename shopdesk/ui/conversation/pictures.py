"""Pictures of mails, read and made small in a lane, so that the screen never waits for them."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from shopdesk.domain.ids import MessageId
from shopdesk.domain.message import Attachment
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.conversation.decoding import decode, nobody_minds
from shopdesk.ui.conversation.remote import RemoteImages
from shopdesk.ui.desk import Desk


class Pictures:
    """Fetches attachments in a lane."""

    def __init__(self, desk: Desk, lane: WorkLane, remote: RemoteImages) -> None:
        self._desk = desk
        self._lane = lane
        self.remote = remote
        """Those from outside."""

    def ask(
        self,
        message: MessageId,
        attachment: Attachment,
        box: QSize,
        receiver: Callable[[QImage], None],
        failed: Callable[[Exception], None] = nobody_minds,
        *,
        fill: bool = False,
    ) -> None:
        """Hand a picture over when it is read; `failed` is told when that cannot be done."""
        self._lane.submit(
            lambda: decode(self._desk.attachments.content(message, attachment.number), box, fill=fill), receiver, failed
        )
