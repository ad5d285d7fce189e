"""A small form for what a template asks before it is inserted; each value is asked once."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.template import AskedInput, InputKind
from shopdesk.ui.compose.bar import key_text
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Asking(QWidget):
    """Fields under each other; Enter goes to the next, the last one inserts."""

    answered = Signal(object)
    """Values by the names of the inputs; those left open are not in it."""
    left = Signal()

    def __init__(self, theme: Theme, title: str, inputs: Sequence[AskedInput], now: datetime) -> None:
        super().__init__()
        self.fields: list[QWidget] = []
        self._read: dict[str, Callable[[], str]] = {}
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(plain_label("head", title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        for row, one in enumerate(inputs):
            name = one.label or one.name.replace("_", " ")
            field = self._field(one, now)
            field.setAccessibleName(name)
            field.setMinimumHeight(px(32))
            field.installEventFilter(self)
            grid.addWidget(plain_label("text", name), row, 0)
            grid.addWidget(field, row, 1)
            self.fields.append(field)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self.insert = Button(theme, "primary")
        column.addLayout(self._foot(Button(theme, "secondary")))

    def _foot(self, back: Button) -> QHBoxLayout:
        back.setText(translate("Picker", "Back"))
        self.insert.setText(f"{translate('Picker', 'Insert')}  {key_text('Return')}")
        self.insert.setAccessibleName(translate("Picker", "Insert"))
        back.clicked.connect(self.left)
        self.insert.clicked.connect(self._answer)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(back)
        foot.addWidget(self.insert)
        return foot

    def _field(self, one: AskedInput, now: datetime) -> QWidget:
        if one.kind is InputKind.CHOICE and one.choices:
            box = QComboBox()
            box.addItems(list(one.choices))
            self._read[one.name] = box.currentText
            return box
        if one.kind is InputKind.DATE:
            local = now.astimezone()
            day = QDateEdit(QDate(local.year, local.month, local.day))
            day.setProperty("kind", "field")
            day.setCalendarPopup(True)
            self._read[one.name] = lambda: day.date().toString(Qt.DateFormat.ISODate)
            return day
        line = QLineEdit(one.default)
        line.setProperty("kind", "field")
        self._read[one.name] = lambda: line.text().strip()
        return line

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and isinstance(watched, QWidget):
                self._go_on(watched)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return False

    def _go_on(self, field: QWidget) -> None:
        following = self.fields[self.fields.index(field) + 1 :]
        if following:
            following[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._answer()

    def _answer(self) -> None:
        values = {name: read() for name, read in self._read.items()}
        self.answered.emit({name: value for name, value in values.items() if value})
