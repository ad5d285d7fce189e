"""Which column of the file means what, to be changed by hand."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from shopdesk.domain.order_import import FIELDS, OrderPreview
from shopdesk.ui.orders.wording import field_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.words import translate


class ColumnBoxes(QWidget):
    """A box for every field; made when it is first looked at."""

    changed = Signal(str, str)
    """A field, and the header that it is taken from now (empty: none)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._headers: tuple[str, ...] = ()
        self.boxes: dict[str, CalmBox] = {}
        self._labels: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, theme.px(8), 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(1, 1)

    def show_preview(self, preview: OrderPreview) -> None:
        """The columns of this file."""
        if not self.boxes:
            self._make()
        headers = tuple(dict.fromkeys(header for header in preview.headers if header))
        for field, box in self.boxes.items():
            chosen = preview.mapping.columns.get(field, ())
            with QSignalBlocker(box):
                if headers != self._headers:
                    box.clear()
                    box.addItem("", "")
                    for header in headers:
                        box.addItem(header, header)
                box.setItemText(0, translate("Orders", "– none –"))
                if chosen and box.findData(chosen[0]) < 0:
                    box.addItem(chosen[0], chosen[0])  # several columns in one
                box.setCurrentIndex(max(box.findData(chosen[0]), 0) if chosen else 0)
        self._headers = headers
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for field, label in self._labels.items():
            label.setText(field_words(field))
            name = translate("Orders", "Column for: %1").replace("%1", field_words(field))
            self.boxes[field].setAccessibleName(name)

    def _make(self) -> None:
        for row, field in enumerate(FIELDS):
            box = self.boxes[field] = CalmBox(self._theme)
            box.setSizeAdjustPolicy(CalmBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(16)
            box.activated.connect(lambda _, field=field: self._activated(field))
            label = self._labels[field] = plain_label("text")
            label.setBuddy(box)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(_alone(box), row, 1)

    def _activated(self, field: str) -> None:
        self.changed.emit(field, str(self.boxes[field].currentData() or ""))


def _alone(box: CalmBox) -> QWidget:
    """A box in a widget of its own: where screen readers say a box's choice, its neighbours may say the same."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(box)
    return holder
