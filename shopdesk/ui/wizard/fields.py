"""Fields of the wizard: a label over a line, the secret one with its eye, and how a connection is protected."""

from collections.abc import Callable

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.mailbox import Security
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import IconButton, plain_label
from shopdesk.ui.words import translate

FIELD_HEIGHT = 38


class Field(QWidget):
    """A label with what it labels beneath."""

    def __init__(self, theme: Theme, inner: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.inner = inner
        self._label = plain_label("label")
        self._label.setBuddy(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._label)
        column.addWidget(inner)
        theme.changed.connect(self._restyle)
        self._restyle()

    def name(self, text: str) -> None:
        """What it is called, for eyes and screen readers."""
        self._label.setText(text)
        self.inner.setAccessibleName(text)

    def _restyle(self) -> None:
        self.inner.setFixedHeight(self._theme.px(FIELD_HEIGHT))


class LineField(Field):
    """One line of text."""

    def __init__(self, theme: Theme, changed: Callable[[str], None], edit: QLineEdit | None = None) -> None:
        self.edit = edit or QLineEdit()
        super().__init__(theme, self.edit)
        self.edit.textEdited.connect(changed)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.edit.text()

    def put(self, text: str) -> None:
        """Write into it, unless somebody types there."""
        if text != self.edit.text() and not self.edit.hasFocus():
            self.edit.setText(text)


class TickedLine(QLineEdit):
    """A line with a tick at its end when what stands in it is known to be right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.is_ticked = False
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_tick(self, *, shown: bool) -> None:
        """Draw the tick, or no longer."""
        self.is_ticked = shown
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_ticked:
            side = self._theme.px(16)
            place = QRect(self.width() - side - self._theme.px(12), (self.height() - side) // 2, side, side)
            painter = QPainter(self)
            self._theme.icons.draw(painter, "check", place, self._theme.colour("text2"))
            painter.end()

    def _restyle(self) -> None:
        self.setTextMargins(QMargins(0, 0, self._theme.px(24), 0))


class SecretLine(QLineEdit):
    """A line that shows dots, with an eye at its end that shows the letters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.eye = IconButton(theme, "eye", 28, self)
        self.eye.setCursor(Qt.CursorShape.PointingHandCursor)
        self.eye.clicked.connect(self.toggle)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText
        )
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    @property
    def is_open(self) -> bool:
        """Whether the letters can be read."""
        return self.echoMode() is QLineEdit.EchoMode.Normal

    def toggle(self) -> None:
        """Show the letters, or hide them again."""
        mode = QLineEdit.EchoMode.Password if self.is_open else QLineEdit.EchoMode.Normal
        self.setEchoMode(mode)
        self.eye.show_icon("eye-off" if self.is_open else "eye")
        self.retranslate()

    def retranslate(self) -> None:
        """Name the eye in the present language."""
        hide, show = translate("Wizard", "Hide the password"), translate("Wizard", "Show the password")
        self.eye.name(hide if self.is_open else show)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gap = (self.height() - self.eye.height()) // 2
        self.eye.move(self.width() - self.eye.width() - gap, gap)

    def _restyle(self) -> None:
        self.setTextMargins(QMargins(0, 0, self._theme.px(32), 0))


class ChoiceBox(QComboBox):
    """A list to choose from, with our own arrow: a style sheet takes the system's away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(14)
        place = QRect(self.width() - side - self._theme.px(10), (self.height() - side) // 2, side, side)
        painter = QPainter(self)
        self._theme.icons.draw(painter, "chevron-down", place, self._theme.colour("text2"))
        painter.end()


class SecurityBox(ChoiceBox):
    """How a connection is protected; without any protection only on this very computer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        for kind in (Security.TLS, Security.STARTTLS):
            self.addItem(kind.value.upper(), kind)

    @property
    def chosen(self) -> Security:
        """What is chosen."""
        return Security(self.currentData())

    def choose(self, kind: Security) -> None:
        """Choose one of them."""
        if kind is Security.NONE:
            self.allow_none(allowed=True)
        self.setCurrentIndex(max(self.findData(kind), 0))

    def allow_none(self, *, allowed: bool) -> None:
        """Offer "none", for servers on this computer."""
        place = self.findData(Security.NONE)
        if allowed and place < 0:
            self.addItem(translate("Wizard", "None (this computer)"), Security.NONE)
        elif not allowed and place >= 0:
            self.removeItem(place)
