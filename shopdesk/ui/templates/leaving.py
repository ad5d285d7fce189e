"""What is asked when the window closes over templates that are not saved."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from shopdesk.ui.words import counted, translate


class Leaving(Enum):
    """What happens to what is not saved."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


def ask_leaving(window: QWidget, count: int) -> Leaving:
    """Ask what happens to so many templates."""
    box = QMessageBox(window)
    box.setWindowTitle(translate("Templates", "Templates"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    one = translate("Templates", "One template is not saved.")
    many = translate("Templates", "%1 templates are not saved.")
    box.setText(counted(count, one, many))
    save = box.addButton(translate("Templates", "Save and close"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(translate("Templates", "Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(translate("Templates", "Go on writing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    box.exec()
    pressed = box.clickedButton()
    return Leaving.SAVE if pressed is save else Leaving.DISCARD if pressed is discard else Leaving.STAY
