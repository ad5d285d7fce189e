"""Draws the body of a mail: loads nothing but this mail's own pictures, opens nothing by itself."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from shopdesk.ui.conversation.empty_lines import drop_empty_lines
from shopdesk.ui.conversation.mail_html import LINK_SCHEMES, Body
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.theme.tokens import LIGHT
from shopdesk.ui.theme.type import LINE

_PAPER_EDGE = 10
_USUAL_WIDTH = 640
"""Of a text that nobody placed yet; the first layout is at this width."""
_OWN_KEYS = (QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.Copy)
_IMAGE = QTextDocument.ResourceType.ImageResource


def _blank() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


class MailText(QTextBrowser):
    """A read-only text as tall as its content. Every request for a resource ends in `loadResource`, which knows no
    network and no files: the stock class would load `file:` pictures, on Windows from foreign shares."""

    link_clicked = Signal(str)
    """The true target of a link (http, https or mailto)."""
    picture_wanted = Signal(str)
    """The name of a picture that the text shows: `cid:` and a content id, or `remote:` and the number of a picture
    from outside that is in the store."""
    menu_asked = Signal(QPoint)
    """The menu of the message is wanted at a place of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._body = Body("")
        self._pictures: dict[str, QImage] = {}
        self._asked: set[str] = set()
        self._blank = _blank()
        self._heights: dict[int, int] = {}
        self.refused = 0
        """How many resources were asked for and not loaded."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.resize(_USUAL_WIDTH, theme.px(LINE))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.anchorClicked.connect(self._link)
        theme.changed.connect(self._draw)

    def show_body(self, body: Body) -> None:
        """Draw a mail's body."""
        self._body = body
        self._draw()

    def show_picture(self, name: str, picture: QImage) -> None:
        """A picture that was asked for is here."""
        self._pictures[name] = picture
        self._draw()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        url = QUrl(name)
        if kind != _IMAGE.value:
            return ""
        if url.scheme() not in {"cid", "remote"}:
            self.refused += 1
            return self._blank
        wanted = url.toString()
        if wanted not in self._pictures and wanted not in self._asked:
            self._asked.add(wanted)
            self.picture_wanted.emit(wanted)
        return self._pictures.get(wanted, self._blank)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            document = self.document()
            shown = document.textWidth()
            document.setTextWidth(width)
            if document.textWidth() != width:  # the first layout took the width that the widget has until now
                document.setTextWidth(width)
            self._heights[width] = max(self._theme.px(LINE), round(document.size().height()) + 1)
            if self.isVisible():  # before that the widget is going to get this very width
                document.setTextWidth(shown)
        return self._heights[width]

    @override
    def sizeHint(self) -> QSize:
        """Without a layout of its own: whoever places this asks for the height at the true width."""
        return QSize(max(self.width(), 200), self._heights.get(self.width(), self._theme.px(LINE)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.installEventFilter(self)  # only now: every event that goes through Python costs time
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.removeEventFilter(self)
        super().focusOutEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() is QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and any(event.matches(keys) for keys in _OWN_KEYS):
            event.accept()  # before the keys of the list
            return True
        return False

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    # --- inside --------------------------------------------------------------------------------------

    def _draw(self) -> None:
        theme, on_paper = self._theme, self._body.on_paper
        colours = LIGHT.colours() if on_paper else theme.tokens.colours()
        document = self.document()
        document.setDocumentMargin(theme.px(_PAPER_EDGE) if on_paper and theme.is_dark else 0)
        document.setDefaultFont(theme.font(14))
        document.setDefaultStyleSheet(
            f"a {{ color: {colours['accent_t']}; }} p {{ margin: 0 0 {theme.px(8)}px 0; }}"
        )
        paper = f'<body style="background-color: {colours["surface"]}; color: {colours["text"]}">'
        self.setHtml(f"{paper}{self._body.html}</body>" if on_paper else self._body.html)
        if not on_paper:
            drop_empty_lines(document)
            self._space_lines()
        self._heights.clear()
        self.updateGeometry()

    def _space_lines(self) -> None:
        """Lines of at least 22 px, whatever the letters' own height is; no room after the last one."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        least = QTextBlockFormat.LineHeightTypes.MinimumHeight
        spacing.setLineHeight(self._theme.px(LINE), least.value)
        cursor.mergeBlockFormat(spacing)
        last = QTextCursor(self.document().lastBlock())
        flat = QTextBlockFormat()
        flat.setBottomMargin(0)
        last.mergeBlockFormat(flat)

    def _link(self, url: QUrl) -> None:
        if url.scheme().casefold() in LINK_SCHEMES:
            self.link_clicked.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
