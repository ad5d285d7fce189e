"""What is asked when the window closes over templates that are not saved."""

from PySide6.QtWidgets import QWidget

from shopdesk.ui.widgets.leaving import Leaving, LeavingWords, asked
from shopdesk.ui.words import counted, translate


def ask_leaving(window: QWidget, count: int) -> Leaving:
    """Ask what happens to so many templates."""
    one = translate("Templates", "One template is not saved.")
    many = translate("Templates", "%1 templates are not saved.")
    words = LeavingWords(
        translate("Templates", "Templates"),
        counted(count, one, many),
        translate("Templates", "Save and close"),
        translate("Templates", "Close without saving"),
        translate("Templates", "Go on writing"),
    )
    return asked(window, words)
