"""The window as a whole."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from shopdesk.ui.inbox.foot import FootFacts, FootKind
from shopdesk.ui.main_window import MainWindow
from tests.ui.shown.stage import Stage


def _with_foot(stage: Stage, window: MainWindow) -> MainWindow:
    synced = FootFacts(FootKind.SYNCED, stage.now - timedelta(minutes=1), mailboxes=3)
    window.inbox.column.foot.show_facts(synced, stage.now)
    return window


def inbox(stage: Stage) -> QWidget:
    """The first look of the day."""
    return _with_foot(stage, stage.window())


def narrow_inbox(stage: Stage) -> QWidget:
    """The least width: the panel is an overlay, the pills fold."""
    return _with_foot(stage, stage.window(size=(960, 620)))


SHOWN = {"inbox": inbox, "inbox-narrow": narrow_inbox}
