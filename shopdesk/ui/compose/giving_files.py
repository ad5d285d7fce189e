"""Files from dialogs, drops and the clipboard, handed to the open draft."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeDatabase, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from shopdesk.ui.compose.presenter import LARGEST, ComposePresenter, Obstacle, Refusal

SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""What every mail program shows inside of a text."""
_THUMB = QSize(320, 320)


def take_files(presenter: ComposePresenter, paths: Sequence[str], *, inline: bool = False) -> Refusal | None:
    """Read files and add them; out: what the last one that could not be added was refused for.

    In: `inline` puts pictures into the text, where the caret is.
    """
    refusal = None
    for path in map(Path, paths):
        try:
            if path.stat().st_size > LARGEST:
                refusal = Refusal(Obstacle.TOO_LARGE, path.name)
                continue
            content = path.read_bytes()
        except OSError:
            refusal = Refusal(Obstacle.UNREADABLE, path.name)
            continue
        media_type = QMimeDatabase().mimeTypeForFile(str(path)).name()
        if inline and media_type in SHOWN and not thumbnail(content).isNull():
            presenter.add_picture(path.name, media_type, content)
        else:
            presenter.add_file(path.name, media_type or "application/octet-stream", content)
    return refusal


def thumbnail(content: bytes) -> QImage:
    """A small picture of a picture; a null one when it cannot be read."""
    bytes_of = QByteArray(content)
    buffer = QBuffer(bytes_of)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > _THUMB.width() or size.height() > _THUMB.height()):
        reader.setScaledSize(size.scaled(_THUMB, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def take_picture(presenter: ComposePresenter, image: QImage, now: datetime) -> None:
    """Put a picture out of the clipboard into the text."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if QImageWriter(buffer, QByteArray(b"png")).write(image):
        name = f"{now.astimezone():%Y-%m-%d %H.%M.%S}.png"
        presenter.add_picture(name, "image/png", bytes(content.data()))
