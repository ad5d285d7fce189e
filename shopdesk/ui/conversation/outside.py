"""What leaves the desk only after a question: opening links and files, saving files."""

from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from shopdesk.domain.file_risk import FileRisk
from shopdesk.ui.words import translate


class Opener(Protocol):
    """Hands links and files to the programs of the system."""

    def open_link(self, url: str) -> None:
        """Raises `InputRefused` for everything but http, https and mailto."""

    def open_file(self, path: Path) -> None:
        """Raises `NotFound`."""


class NoOpener:
    """Opens nothing; for windows that are only looked at."""

    def open_link(self, url: str) -> None:
        """Leave it."""

    def open_file(self, path: Path) -> None:
        """Leave it."""


class Answer(Enum):
    """What a person decided about a risky file."""

    OPEN = "open"
    SAVE = "save"
    LEAVE = "leave"


def link_question(parent: QWidget, target: str) -> QMessageBox:
    """A box that shows where a link truly leads; its first button opens, its second copies."""
    box = _box(parent, translate("Conversation", "Open this link?"))
    box.setText(translate("Conversation", "This link leads to:"))
    box.setInformativeText(target)
    box.addButton(translate("Conversation", "Open"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(translate("Conversation", "Copy"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(translate("Conversation", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    return box


def ask_and_open(parent: QWidget, target: str, opener: Opener) -> None:
    """Show the true target, then open it, copy it, or leave it."""
    box = link_question(parent, target)
    role = _asked(box)
    if role is QMessageBox.ButtonRole.AcceptRole:
        opener.open_link(target)
    elif role is QMessageBox.ButtonRole.ActionRole:
        QApplication.clipboard().setText(target)


def risk_text(risk: FileRisk) -> str:
    """Why a file is not simply opened."""
    return {
        FileRisk.NONE: "",
        FileRisk.PROGRAM: translate("Conversation", "This file can run a program on your computer."),
        FileRisk.DISGUISED: translate(
            "Conversation", "This is a program that pretends to be something else. Honest senders do not do that."
        ),
        FileRisk.MACROS: translate("Conversation", "This document holds macros: little programs that run in it."),
        FileRisk.WEB_PAGE: translate(
            "Conversation", "This is a web page. Such files often imitate a page to sign in; enter no password there."
        ),
        FileRisk.LOCKED: translate(
            "Conversation", "This archive has a password, so no virus scanner could look into it."
        ),
        FileRisk.HOLDS_PROGRAM: translate("Conversation", "There is a program in this archive."),
    }[risk]


def file_question(parent: QWidget, name: str, risk: FileRisk) -> QMessageBox:
    """A box that says what opening a file could do; Enter and Esc leave it."""
    box = _box(parent, translate("Conversation", "Open this file?"))
    box.setText(risk_text(risk))
    advice = translate("Conversation", "Open it only if you expected it.")
    box.setInformativeText(f"{name}\n\n{advice}")
    box.addButton(translate("Conversation", "Open anyway"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(translate("Conversation", "Save instead…"), QMessageBox.ButtonRole.ActionRole)
    leave = box.addButton(translate("Conversation", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    return box


def ask_about_file(parent: QWidget, name: str, risk: FileRisk) -> Answer:
    """Say what opening could do, and hear what the person wants."""
    role = _asked(file_question(parent, name, risk))
    if role is QMessageBox.ButtonRole.DestructiveRole:
        return Answer.OPEN
    return Answer.SAVE if role is QMessageBox.ButtonRole.ActionRole else Answer.LEAVE


def drag_question(parent: QWidget, name: str, risk: FileRisk) -> QMessageBox:
    """A box instead of a drag: what could do harm is not let go of in passing. Enter and Esc leave it."""
    box = _box(parent, translate("Conversation", "Save this file?"))
    box.setText(risk_text(risk))
    advice = translate("Conversation", "It is not dragged along for that reason. Save it only if you expected it.")
    box.setInformativeText(f"{name}\n\n{advice}")
    box.addButton(translate("Conversation", "Save…"), QMessageBox.ButtonRole.ActionRole)
    leave = box.addButton(translate("Conversation", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    return box


def ask_to_save(parent: QWidget, name: str, risk: FileRisk) -> bool:
    """Whether a person wants to save what they could not drag."""
    return _asked(drag_question(parent, name, risk)) is QMessageBox.ButtonRole.ActionRole


def ask_where(parent: QWidget, name: str, title: str) -> Path | None:
    """Where to save a file; None when the person changed their mind."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(_downloads() / name))
    return Path(chosen) if chosen else None


def ask_folder(parent: QWidget) -> Path | None:
    """Where to save all files; None when the person changed their mind."""
    title = translate("Conversation", "Save all files")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(_downloads()))
    return Path(chosen) if chosen else None


def _downloads() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))


def _box(parent: QWidget, title: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title)
    return box


def _asked(box: QMessageBox) -> QMessageBox.ButtonRole | None:
    box.exec()
    role = box.buttonRole(box.clickedButton()) if box.clickedButton() is not None else None
    box.deleteLater()
    return role
