"""The one question when somebody leaves what is not saved."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class Leaving(Enum):
    """What happens to what is not saved."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


@dataclass(frozen=True, slots=True)
class LeavingWords:
    """What is asked, and the words of the three buttons."""

    title: str
    question: str
    save: str
    discard: str
    stay: str


def asked(window: QWidget, words: LeavingWords) -> Leaving:
    """Ask; Esc stays."""
    box = QMessageBox(window)
    box.setWindowTitle(words.title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words.question)
    save = box.addButton(words.save, QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(words.discard, QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(words.stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    box.exec()
    pressed = box.clickedButton()
    return Leaving.SAVE if pressed is save else Leaving.DISCARD if pressed is discard else Leaving.STAY
