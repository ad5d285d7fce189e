"""What leaves the desk only after a question: opening links, saving files."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from shopdesk.domain.errors import FileNotSaved
from shopdesk.domain.message import Attachment
from shopdesk.ui.words import translate


class Opener(Protocol):
    """Hands links to the programs of the system."""

    def open_link(self, url: str) -> None:
        """Raises `InputRefused` for everything but http, https and mailto."""


class NoOpener:
    """Opens nothing; for windows that are only looked at."""

    def open_link(self, url: str) -> None:
        """Leave it."""


def link_question(parent: QWidget, target: str) -> QMessageBox:
    """A box that shows where a link truly leads; its first button opens, its second copies."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(translate("Conversation", "Open this link?"))
    box.setText(translate("Conversation", "This link leads to:"))
    box.setInformativeText(target)
    box.addButton(translate("Conversation", "Open"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(translate("Conversation", "Copy"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(translate("Conversation", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    return box


def ask_and_open(parent: QWidget, target: str, opener: Opener) -> None:
    """Show the true target, then open it, copy it, or leave it."""
    box = link_question(parent, target)
    box.exec()
    role = box.buttonRole(box.clickedButton()) if box.clickedButton() is not None else None
    box.deleteLater()
    if role is QMessageBox.ButtonRole.AcceptRole:
        opener.open_link(target)
    elif role is QMessageBox.ButtonRole.ActionRole:
        QApplication.clipboard().setText(target)


def ask_where(parent: QWidget, attachment: Attachment) -> Path | None:
    """Where to save a file; None when the person changed their mind."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    title = translate("Conversation", "Save file")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(folder) / attachment.name))
    return Path(chosen) if chosen else None


def written(path: Path, content: bytes) -> Path:
    """Write a file; raises `FileNotSaved`."""
    try:
        path.write_bytes(content)
    except OSError as problem:
        raise FileNotSaved(f"{path}: {problem.strerror}") from None
    return path
