"""What holds text that flows: whoever places it asks for its height at the true width.

Qt's own hint would lay the text out once more for every layer around it, at widths that it never gets.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget

from shopdesk.ui.overriding import override


class Flowing(QWidget):
    """Gives no hint beyond its least size."""

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


class FlowingFrame(QFrame):
    """The same with a ground of the style sheet's."""

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
