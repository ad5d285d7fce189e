"""The dialog about a bug, and the question about closing."""

from PySide6.QtWidgets import QWidget

from shopdesk.ui.crash.dialog import CrashDialog
from shopdesk.ui.crash.report import Area
from shopdesk.ui.notice_room import close_question
from tests.ui.shown.stage import Stage

DETAILS = "Shopdesk 0.1.0\nDebian 12\n\nKeyError\n  shopdesk/ui/inbox/column.py:12 in show_tab\n"


def bug(stage: Stage) -> QWidget:
    """Something went wrong."""
    stage.window()
    dialog = CrashDialog(stage.theme)
    dialog.show_bug(Area.INBOX, 0, DETAILS)
    return stage.keep(dialog)


def bug_with_details(stage: Stage) -> QWidget:
    """The second one, with its details shown."""
    stage.window()
    dialog = CrashDialog(stage.theme)
    dialog.show_bug(Area.SYNC, 1, DETAILS)
    dialog.more.click()
    return stage.keep(dialog)


def closing(stage: Stage) -> QWidget:
    """The first close."""
    box, _ = close_question(stage.window())
    return stage.keep(box)


SHOWN = {"crash": bug, "crash-details": bug_with_details, "closing": closing}
