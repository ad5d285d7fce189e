"""A thin scroll bar that lies over the right edge of a list and takes no room from it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from shopdesk.ui.overriding import override

WIDTH = 8


class OverlayBar(QScrollBar):
    """Follows the hidden vertical bar of a scroll area, both ways."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self.setProperty("kind", "overlay")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        self._true = area.verticalScrollBar()
        self._true.rangeChanged.connect(self._follow)
        self._true.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._true.setValue)
        area.installEventFilter(self)
        self._follow()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _follow(self) -> None:
        true = self._true
        self.setPageStep(true.pageStep())
        self.setSingleStep(true.singleStep())
        self.setRange(true.minimum(), true.maximum())
        self.setValue(true.value())
        self._place()

    def _place(self) -> None:
        self.setGeometry(self._area.width() - WIDTH, 0, WIDTH, self._area.height())
        self.setVisible(self.maximum() > self.minimum())
        self.raise_()
