"""Files from dialogs, drops and the clipboard, handed to the open draft."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeDatabase
from PySide6.QtGui import QImage, QImageWriter

from shopdesk.ui.compose.presenter import LARGEST, ComposePresenter, Obstacle, Refusal


def take_files(presenter: ComposePresenter, paths: Sequence[str]) -> Refusal | None:
    """Read files and add them; out: what the last one that could not be added was refused for."""
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
        presenter.add_file(path.name, media_type or "application/octet-stream", content)
    return refusal


def take_picture(presenter: ComposePresenter, image: QImage, now: datetime) -> None:
    """Add a picture out of the clipboard."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if QImageWriter(buffer, QByteArray(b"png")).write(image):
        name = f"{now.astimezone():%Y-%m-%d %H.%M.%S}.png"
        presenter.add_file(name, "image/png", bytes(content.data()))
