"""Where the words of a template are written: placeholders are offered, coloured and checked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from shopdesk.domain.template import Fault
from shopdesk.ui.overriding import override
from shopdesk.ui.templates.completion import CompletionList, Offer, Offers, fitting, opened_at, typed_name
from shopdesk.ui.templates.source_paint import SourcePaint, from_utf16, utf16
from shopdesk.ui.theme.theme import Theme

_TAKE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_LEAST_LINES = 9


class SourceEdit(QPlainTextEdit):
    """The body of a variant, or with `single` its subject on one line."""

    typed = Signal(str)

    def __init__(self, theme: Theme, offers: Offers, *, single: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._offers = offers
        self._single = single
        self._known = ""
        self._faults: Sequence[tuple[Fault, str]] = ()
        self._list: CompletionList | None = None
        self.setProperty("kind", "source")
        self.setTabChangesFocus(True)
        self.paint = SourcePaint(theme, self.document())
        if single:
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)
        theme.changed.connect(self._restyle)
        self._restyle()

    # --- what stands in it ------------------------------------------------------------------------------------

    def source(self) -> str:
        """The text as it was typed, hard spaces too."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_source(self, text: str) -> None:
        """Put another text into it; nobody is told, and there is nothing to undo."""
        if text != self.source() or self.document().isUndoAvailable():
            self._known = text
            self.setPlainText(text)
        self.close_offers()

    def show_faults(self, faults: Sequence[tuple[Fault, str]]) -> None:
        """Mark what is wrong; each with its sentence."""
        self._faults = faults
        self.paint.show_faults(self.source(), [fault for fault, _ in faults])

    def known_faults(self) -> list[Fault]:
        """What is marked as wrong."""
        return [fault for fault, _ in self._faults]

    def go_to(self, fault: Fault) -> None:
        """Select what is wrong, with the keys here."""
        text, cursor = self.source(), self.textCursor()
        cursor.setPosition(min(utf16(text, fault.start), utf16(text, len(text))))
        end = min(utf16(text, fault.start + fault.length), utf16(text, len(text)))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureCursorVisible()

    def fault_at(self, place: int) -> str:
        """The sentence about what is wrong at a place of the document; empty where all is well."""
        text = self.source()
        for fault, words in self._faults:
            if utf16(text, fault.start) <= place <= utf16(text, fault.start + fault.length):
                return words
        return ""

    # --- offers -----------------------------------------------------------------------------------------------

    def begin_placeholder(self) -> None:
        """Write two braces and offer what can stand in them."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.textCursor().insertText("{{ ")
        self._offer()

    @property
    def offers_shown(self) -> CompletionList | None:
        """The list while it is open."""
        return self._list if self._list is not None and self._list.isVisible() else None

    def close_offers(self) -> None:
        """Take the list away."""
        if self._list is not None:
            self._list.hide()

    def _offer(self) -> None:
        text = self.source()
        typed = typed_name(text[: from_utf16(text, self.textCursor().position())])
        found = fitting(self._offers(), typed) if typed is not None else []
        if not found:
            self.close_offers()
            return
        if self._list is None:
            self._list = CompletionList(self._theme, self.window())
            self._list.list.taken.connect(self._take)
        self._list.show_offers(found, self.cursorRect(), self.viewport())

    def _take(self, offer: object) -> None:
        if isinstance(offer, Offer):
            text, cursor = self.source(), self.textCursor()
            here = from_utf16(text, cursor.position())
            rest = text[here:].lstrip(" ")
            end = len(text) - len(rest) + 2 if rest.startswith("}}") else here
            cursor.setPosition(utf16(text, opened_at(text[:here])))
            cursor.setPosition(utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(offer.source)
            self.setTextCursor(cursor)
            self.close_offers()

    def _changed(self) -> None:
        text = self.source()
        if text != self._known:  # colours change too
            self._known = text
            self.typed.emit(text)

    # --- events -----------------------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        shown = self.offers_shown is not None
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if shown and event.key() == Qt.Key.Key_Escape:
                event.accept()  # else the window's Esc acts instead
                return True
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and shown:
            if event.key() == Qt.Key.Key_Tab:  # before Qt moves the focus with it
                self.keyPressEvent(event)
                return True
        elif event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.cursorForPosition(self.viewport().mapFrom(self, event.pos())).position()
            QToolTip.showText(event.globalPos(), self.fault_at(place), self)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown, key = self.offers_shown, Qt.Key(event.key())
        if shown is not None and key in _TAKE:
            shown.list.take()
        elif shown is not None and key in _STEPS:
            shown.list.step(_STEPS[key])
        elif shown is not None and key == Qt.Key.Key_Escape:
            self.close_offers()
        elif self._single and key in _TAKE:
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's
        else:
            super().keyPressEvent(event)
            if event.text() or shown is not None:
                self._offer()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_offers()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._single and source.hasText():
            self.textCursor().insertText(" ".join(source.text().split()))
        else:
            super().insertFromMimeData(source)

    def _restyle(self) -> None:
        line = self._theme.metrics(14).lineSpacing()
        if self._single:
            self.setFixedHeight(line + self._theme.px(18))
        else:
            self.setMinimumHeight(_LEAST_LINES * line + self._theme.px(18))
