"""Turns bytes of strangers into pictures, and hands answers of lanes only to widgets that are still there."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QWidget

from shopdesk.domain.errors import MailRefused, NotFound
from shopdesk.ui.words import translate

MOST_PIXELS = 60_000_000
"""Larger pictures are not unpacked: a small file can claim to be enormous."""
_FORMATS = frozenset((b"png", b"jpeg", b"gif", b"webp", b"bmp"))
"""Flat pictures only: what draws or refers to other files is none here, whatever its name says."""

T = TypeVar("T")


def nobody_minds(_: Exception) -> None:
    """Somebody else says what is missing."""


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
    if reader.format().data() not in _FORMATS or not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        raise MailRefused("not a picture of reasonable size")
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding if fill else Qt.AspectRatioMode.KeepAspectRatio
    wanted = size.scaled(box, mode)
    if wanted.width() < size.width():
        reader.setScaledSize(wanted)
    image = reader.read()
    if image.isNull():
        raise MailRefused("a damaged picture")
    return image


def failure_words(error: Exception, *, whole: bool) -> str:
    """Why a picture is not shown, in a few words. In: whether the whole mail is here."""
    if isinstance(error, NotFound) and not whole:
        return translate("Conversation", "Still on its way")
    return translate("Conversation", "This picture cannot be shown")


def guarded(owner: QWidget, receiver: Callable[[T], None]) -> Callable[[T], None]:
    """The receiver, silent once its widget is gone: a lane may answer after the conversation was left."""
    alive = [True]
    owner.destroyed.connect(alive.clear)

    def receive(result: T) -> None:
        if alive:
            receiver(result)

    return receive
