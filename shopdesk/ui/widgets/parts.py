"""Labels, buttons, avatars and pills in the design's shapes."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_avatar, draw_pill, pill_width
from shopdesk.ui.widgets.painted_button import PaintedButton


def plain_label(kind: str, text: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label that never takes its text for HTML; `kind` is one of the style sheet's label types."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", kind)
    label.setWordWrap(wrap)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setText(text)
    return label


def restate(widget: QWidget, name: str, value: str) -> None:
    """Change a property that the style sheet looks at, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def line(parent: QWidget | None = None) -> QFrame:
    """A horizontal line of one px."""
    frame = QFrame(parent)
    frame.setProperty("kind", "line")
    frame.setFixedHeight(1)
    return frame


class Button(QPushButton):
    """A push button of a kind (primary, secondary, soft, ghost, link, …) with an icon in its text's colour."""

    def __init__(
        self, theme: Theme, kind: str, icon: str = "", parent: QWidget | None = None, *, side: int = 16
    ) -> None:
        """`side` of the icon, in px."""
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            token = {"primary": "on_accent", "soft": "accent_t", "secondary": "text"}.get(kind, "text2")
            self.setIcon(theme.icon(icon, token))
            theme.changed.connect(self._restyle)
            self._restyle()

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._restyle()

    def _restyle(self) -> None:
        side = self._theme.px(self._side)
        # Qt leaves 4 px before the words and knows no other way to leave 8: the icon is painted at its left.
        self.setIconSize(QSize(side + (self._theme.px(4) if self.text() else 0), side))


class IconButton(QToolButton):
    """A square ghost button; its accessible name is its tool tip.

    It paints its icon itself: that is no QIcon, whose 150 names of theme icons would have to be made at the start.
    """

    def __init__(self, theme: Theme, icon: str, side: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._marked = False
        self.setProperty("kind", "ghost")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon = icon
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_icon(self, icon: str) -> None:
        """Another icon from now on."""
        self._icon = icon
        self.update()

    def name(self, text: str, keys: str = "") -> None:
        """What it does, and by which keys, for tool tip and screen reader."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})" if keys else text)

    def show_mark(self, *, shown: bool) -> None:
        """A small dot that says that there is something new behind it."""
        if shown != self._marked:
            self._marked = shown
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self._theme, QPainter(self)
        side, dot = theme.px(16), theme.px(7)
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        theme.icons.draw(painter, self._icon, place, theme.colour("text2"))
        if self._marked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(self.width() // 2 + theme.px(3), theme.px(6), dot, dot)
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(self._side), self._theme.px(self._side))
        self.update()


class Avatar(QWidget):
    """A round picture of initials."""

    def __init__(self, theme: Theme, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._letters = ""
        self._seed = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_person(self, letters: str, seed: str) -> None:
        """Show somebody's initials in their colours."""
        self._letters, self._seed = letters, seed
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_avatar(painter, self._theme, self.rect(), self._letters, self._seed)
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(self._side), self._theme.px(self._side))
        self.update()


class Picture(QWidget):
    """An icon that only decorates."""

    def __init__(self, theme: Theme, icon: str, side: int, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._side = side
        self._token = token
        theme.changed.connect(self._restyle)
        self._restyle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.icons.draw(painter, self._icon, self.rect(), self._theme.colour(self._token))
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(self._side), self._theme.px(self._side))
        self.update()


class Pill(QLabel):
    """A word or two in a pill with an icon; says something and does nothing."""

    def __init__(self, theme: Theme, tone: str, icon: str, text: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._tone = tone
        self._icon = icon
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(11, 500))  # as it is drawn: who measures the label measures that
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._theme, self.text(), self._icon), self._theme.px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_pill(painter, self._theme, self.rect(), self.text(), self._tone, self._icon)
        painter.end()


class PillButton(PaintedButton):
    """A pill that can be clicked; its target is a little taller than what is drawn."""

    def __init__(self, theme: Theme, tone: str, icon: str, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self._icon = icon
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._theme, self.text(), self._icon), self._theme.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRect(0, (self.height() - self._theme.px(20)) // 2, self.width(), self._theme.px(20))
        draw_pill(painter, self._theme, rect, self.text(), self._tone, self._icon)
        if self.shows_ring or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent" if self.shows_ring else "field"), 1))
            painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), rect.height() / 2, rect.height() / 2)
        painter.end()
