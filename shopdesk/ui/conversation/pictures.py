"""Pictures of mails, read and made small in a lane, so that the screen never waits for them."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from shopdesk.domain.errors import MailRefused
from shopdesk.domain.ids import MessageId
from shopdesk.domain.message import Attachment
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk

MOST_PIXELS = 60_000_000
"""Larger pictures are not unpacked: a small file can claim to be enormous."""


def decode(content: bytes, box: QSize, *, fill: bool = False) -> QImage:
    """A picture made to fit into `box` px (or to fill it and cut); never larger than it is.

    Raises `MailRefused` when it is no picture or too large. May run outside the screen's thread.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        raise MailRefused("not a picture of reasonable size")
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding if fill else Qt.AspectRatioMode.KeepAspectRatio
    wanted = size.scaled(box, mode)
    if wanted.width() < size.width():
        reader.setScaledSize(wanted)
    image = reader.read()
    if image.isNull():
        raise MailRefused("a damaged picture")
    return image


class Pictures:
    """Fetches attachments in a lane."""

    def __init__(self, desk: Desk, lane: WorkLane) -> None:
        self._desk = desk
        self._lane = lane

    def ask(
        self,
        message: MessageId,
        attachment: Attachment,
        box: QSize,
        receiver: Callable[[QImage], None],
        *,
        fill: bool = False,
    ) -> None:
        """Hand a picture over when it is read; one that cannot be read is left out silently."""
        self._lane.submit(
            lambda: decode(self._desk.attachments.content(message, attachment.number), box, fill=fill),
            receiver,
            lambda _error: None,
        )

    def save(
        self,
        message: MessageId,
        attachment: Attachment,
        write: Callable[[bytes], object],
        saved: Callable[[object], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Read a file and hand its bytes to `write`, both in the lane; then say how it went."""
        self._lane.submit(
            lambda: write(self._desk.attachments.content(message, attachment.number)), saved, failed
        )
