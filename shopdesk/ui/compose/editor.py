"""The text of an answer: plain words with marked gaps, its own keys, and an input method that nothing cuts off."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit

from shopdesk.domain.draft import Blank, DraftPicture
from shopdesk.domain.filling import Piece, PieceKind
from shopdesk.domain.ids import DraftFileId
from shopdesk.ui.answer_desk import SpellChecker
from shopdesk.ui.compose.blank_marks import (
    Mark,
    MarkColours,
    blanks_in,
    format_of,
    marks_in,
    pieces_of,
    plain_format,
)
from shopdesk.ui.compose.pictures import WORDS, PictureShelf, insert_text, pictures_in
from shopdesk.ui.compose.places import to_chars, to_units
from shopdesk.ui.compose.spelling import Spelling
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme

LINE = 22
SLASHES = ("/", "／")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the editor."""

    body: str
    blanks: tuple[Blank, ...]
    caret: int
    pictures: tuple[DraftPicture, ...] = ()


class ComposeText(QTextEdit):
    """Says what its keys ask for; `Written` comes and goes."""

    send_asked = Signal(bool)
    """Whether the conversation is done with it."""
    picker_asked = Signal()
    left = Signal()
    """Esc."""
    files_given = Signal(object)
    """Paths of files that were dropped or pasted."""
    picture_given = Signal(object)
    """A `QImage` that was pasted."""
    focus_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._composing = False
        self._dressed_at = 0
        self.setProperty("kind", "compose")
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.pictures = PictureShelf(self, theme)
        self._colours = MarkColours(self, theme)
        self.spelling = self._colours.spelling = Spelling(self, theme, self._colours.rehighlightBlock)
        theme.changed.connect(self._restyle)
        self._restyle()

    # --- what stands in it ----------------------------------------------------------------------------------

    @property
    def body(self) -> str:
        """The text as it is, also its non-breaking spaces."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def written(self) -> Written:
        """Text, gaps, caret and pictures, with places in characters."""
        body, document = self.body, self.document()
        caret = to_chars(body, self.textCursor().position())
        return Written(body, blanks_in(document, body), caret, pictures_in(document, body))

    def show_written(self, written: Written) -> None:
        """Show this instead; there is nothing to undo then."""
        self.document().setUndoRedoEnabled(False)
        self.clear()
        self._dress()
        cursor, begun = self.textCursor(), 0
        for piece in pieces_of(written.body, written.blanks):
            if piece.kind is PieceKind.MISSING:
                insert_text(cursor, piece.text, format_of(piece))
            else:
                files = {one.place - begun: one.file for one in written.pictures if one.place >= begun}
                self.pictures.insert_with_pictures(cursor, piece.text, files)
            begun += len(piece.text)
        self.document().setUndoRedoEnabled(True)
        self._put_caret(to_units(written.body, min(written.caret, len(written.body))))
        self.ensureCursorVisible()

    def insert_pieces(self, pieces: Sequence[Piece]) -> None:
        """Put a filled template where the caret is; one undo takes it back. The first gap is chosen."""
        cursor = self.textCursor()
        start = cursor.selectionStart()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for piece in pieces:
            insert_text(cursor, piece.text, format_of(piece))
        cursor.endEditBlock()
        end = cursor.position()
        self._put_caret(end)
        self.setCurrentCharFormat(plain_format())
        inside = [mark for mark in marks_in(self.document()) if start <= mark.start < end]
        if inside:
            self._choose(inside[0])

    def insert_picture(self, file: DraftFileId) -> None:
        """Put a picture where the caret is; one undo takes it away."""
        cursor = self.textCursor()
        self.pictures.insert(cursor, file)
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(plain_format())
        self.ensureCursorVisible()

    # --- gaps -----------------------------------------------------------------------------------------------

    def next_blank(self, by: int) -> bool:
        """Choose the next (+1) or previous (-1) gap, around the ends; False when there is none."""
        marks, cursor = marks_in(self.document()), self.textCursor()
        if not marks:
            return False
        if by > 0:
            found = next((one for one in marks if one.start >= cursor.selectionEnd()), marks[0])
        else:
            found = next((one for one in reversed(marks) if one.end <= cursor.selectionStart()), marks[-1])
        self._choose(found)
        return True

    def point_at(self, start: int, length: int = 0) -> None:
        """Choose a place in characters, such as an open gap."""
        body = self.body
        cursor = self.textCursor()
        cursor.setPosition(to_units(body, start))
        cursor.setPosition(to_units(body, start + length), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureCursorVisible()

    def _choose(self, mark: Mark) -> None:
        cursor = self.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _take_gap(self, *, edges: bool = False) -> None:
        """A caret in a gap means the whole gap: it is replaced, not mended. With `edges` also one beside it."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return
        at = cursor.position()
        for mark in marks_in(self.document()):
            if mark.start < at < mark.end or (edges and at == mark.end):
                self._choose(mark)

    # --- keys -----------------------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = self._composing or _is_own(event)
            event.setAccepted(ours)  # else an action of the window would act instead, or cut off what is composed
            if ours:
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing or not self._did(event):
            super().keyPressEvent(event)

    def _did(self, event: QKeyEvent) -> bool:
        """Whether a key was one of ours."""
        key, modifiers = event.key(), event.modifiers()
        held = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key in _ENTER and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.send_asked.emit(not modifiers & Qt.KeyboardModifier.ShiftModifier)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not held:
            forward = key == Qt.Key.Key_Tab
            if not self.next_blank(1 if forward else -1):
                self.setTabChangesFocus(True)  # Qt's texts let nobody out by Tab otherwise
                self.focusNextPrevChild(forward)
                self.setTabChangesFocus(False)
        elif event.text() in SLASHES and not held and self._at_line_start():
            self.picker_asked.emit()
        elif event.text() and event.text().isprintable() and not held:
            self._type(event.text())
        else:
            if key in _DELETING:
                self._take_gap(edges=key == Qt.Key.Key_Backspace)
            return False
        return True

    def _type(self, text: str) -> None:
        self._take_gap()
        cursor = self.textCursor()
        cursor.insertText(text, plain_format())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _at_line_start(self) -> bool:
        cursor = self.textCursor()
        return not cursor.hasSelection() and cursor.atBlockStart()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        commit = event.commitString()
        if commit in SLASHES and not self._composing and self._at_line_start():
            self.picker_asked.emit()
            return
        self._composing = bool(event.preeditString())
        if commit or self._composing:
            self._take_gap()
            if self.textCursor().hasSelection():
                self.textCursor().removeSelectedText()
            self.setCurrentCharFormat(plain_format())
        super().inputMethodEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._take_gap()

    # --- what comes from elsewhere --------------------------------------------------------------------------

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasUrls() or source.hasImage() or source.hasFormat(WORDS)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return self.pictures.copied(self.textCursor())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_given.emit(files)
        elif source.hasText():
            self._take_gap()
            if not self.pictures.paste(self.textCursor(), source):
                insert_text(self.textCursor(), source.text().replace("\r\n", "\n"), plain_format())
            self.ensureCursorVisible()
        elif source.hasImage():
            self.picture_given.emit(QImage(source.imageData()))

    def check_spelling(self, checker: SpellChecker | None, language: str) -> None:
        """Underline what a checker does not know; None underlines nothing."""
        if self.spelling.use(checker, language):
            self._colours.rehighlight()

    def word_menu(self, place: QPoint) -> QMenu:
        """The menu at a place: better words first, where one is misspelt."""
        menu = self.createStandardContextMenu(place)
        self.spelling.offer(menu, self.cursorForPosition(place))
        return menu

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        menu = self.word_menu(self.cursorRect().center() if by_keys else event.pos())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)  # noqa: FBT003 - what a signal carries

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)  # noqa: FBT003

    # --- look -----------------------------------------------------------------------------------------------

    def _put_caret(self, unit: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(unit)
        self.setTextCursor(cursor)

    def _restyle(self) -> None:
        self.setFont(self._theme.font(14))
        self.pictures.restyle()
        if self._dressed_at != self._theme.px(LINE):
            self._dress()

    def _dress(self) -> None:
        """Lines of a fixed height: those of Chinese letters would else be a fifth higher."""
        self._dressed_at = self._theme.px(LINE)
        look = QTextBlockFormat()
        look.setLineHeight(self._dressed_at, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(look)


def _is_own(event: QKeyEvent) -> bool:
    """Keys that belong to the editor although the window has actions on them."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_Escape or bool(control and event.key() in _ENTER)
