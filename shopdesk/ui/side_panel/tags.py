"""The tags of a customer: violet pills that can be taken away, and a field for one more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCompleter, QLineEdit

from shopdesk.domain.customer_note import TAG_SIGNS
from shopdesk.ui.overriding import override
from shopdesk.ui.side_panel.flow import Flow
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_pill, pill_width, shortened
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.widgets.parts import Pill, PillButton
from shopdesk.ui.words import translate


class TagPill(PaintedButton):
    """One tag; a click, Enter or Delete takes it away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_tag(self, tag: str) -> None:
        """Show this tag from now on."""
        self.setText(tag)
        words = translate("Panel", "Remove tag %1").replace("%1", tag)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.show()

    @override
    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._theme, self.text()) + self._theme.px(14), self._theme.px(24))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        rect = QRect(0, (self.height() - theme.px(20)) // 2, self.width(), theme.px(20))
        room = self.width() - theme.px(26)
        draw_pill(painter, theme, rect, shortened(theme.metrics(11, 500), self.text(), room), "violet")
        side = theme.px(10)
        cross = QRect(self.width() - theme.px(8) - side, rect.center().y() + 1 - side // 2, side, side)
        theme.icons.draw(painter, "x", cross, theme.colour("violet"))
        if self.shows_ring or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent" if self.shows_ring else "violet"), 1))
            painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), rect.height() / 2, rect.height() / 2)
        painter.end()


class TagField(QLineEdit):
    """Where a tag is typed; Enter gives it, Esc leaves."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMaxLength(TAG_SIGNS)
        self._known = QStringListModel()
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def offer(self, tags: Sequence[str]) -> None:
        """Tags to choose from."""
        self._known.setStringList(list(tags))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self._theme.px(28))

    @override
    def event(self, event: QEvent) -> bool:
        asks = event.type() is QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()  # else the window's Esc acts instead
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and not self.text().strip():
            self.left.emit()


class TagRow(Flow):
    """Where somebody writes from, their tags, and the way to one more."""

    added = Signal(str)
    removed = Signal(str)
    asked = Signal()
    """The field opens: tags to choose from are wanted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.market = Pill(theme, "grey", "", "")
        self.add = PillButton(theme, "grey", "plus", "")
        self.field = TagField(theme)
        self.field.hide()
        self._pills: list[TagPill] = []
        self._tags: tuple[str, ...] = ()
        self.hold([self.market, self.add, self.field])
        self.add.clicked.connect(self.open_field)
        self.field.returnPressed.connect(self._give)
        self.field.left.connect(self.close_field)
        self.retranslate()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that are shown."""
        return self._tags

    @property
    def pills(self) -> list[TagPill]:
        """The pills that are shown."""
        return [pill for pill in self._pills if not pill.isHidden()]

    def show_market(self, words: str) -> None:
        """Where the conversation comes from."""
        self.market.setText(words)
        self.place()

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show these; pills are used again."""
        if tuple(tags) == self._tags:
            return
        self._tags = tuple(tags)
        while len(self._pills) < len(tags):
            pill = TagPill(self._theme)
            pill.clicked.connect(lambda _=False, pill=pill: self.removed.emit(pill.text()))
            self._pills.append(pill)
        self.hold([*self._pills, self.market, self.add, self.field])
        for number, pill in enumerate(self._pills):
            if number < len(tags):
                pill.show_tag(tags[number])
            else:
                pill.hide()
        self.place()

    def show_writable(self, *, writable: bool) -> None:
        """Whether anything can be noted about whoever this is."""
        self.add.setVisible(writable)
        self.place()

    def open_field(self) -> None:
        """Ask for a tag."""
        self.asked.emit()
        self.add.hide()
        self.field.clear()
        self.field.show()
        self.place()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        """Leave the field; the keys go back to the button."""
        had_focus = self.field.hasFocus()
        self.add.show()
        if had_focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.hide()
        self.field.clear()
        self.place()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.add.setText(translate("Panel", "Tag"))
        self.add.setAccessibleName(translate("Panel", "Add a tag"))
        self.add.setToolTip(translate("Panel", "Add a tag"))
        self.field.setAccessibleName(translate("Panel", "New tag"))
        self.field.setPlaceholderText(translate("Panel", "New tag"))
        for pill in self.pills:
            pill.show_tag(pill.text())
        self.place()

    def _give(self) -> None:
        words = self.field.text()
        self.close_field()
        if words.strip():
            self.added.emit(words)
