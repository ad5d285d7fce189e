"""How a template looks for a chosen conversation, with what is filled in and what is missing in their colours."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.filling import Filled, Piece, PieceKind
from shopdesk.domain.template import Template
from shopdesk.ui.templates.source_paint import filled_format, missing_format
from shopdesk.ui.templates.wording import gap_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, Pill, plain_label
from shopdesk.ui.words import counted, translate


class PreviewPane(QFrame):
    """Conversation, subject, body."""

    conversation_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head = plain_label("head")
        self.missing = Pill(theme, "amber", "triangle-alert", "")
        self.conversation = ElidedLabel("text")
        self.choose = Button(theme, "link")
        self.subject, self.body = QTextBrowser(), QTextBrowser()
        self._problem = plain_label("meta", wrap=True)
        self._filled: Filled | None = None
        self._template: Template | None = None
        self._row: Conversation | None = None
        self._is_blank = True
        self._arrange()
        self.choose.clicked.connect(self.conversation_wanted)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def show_filled(self, filled: Filled | None, template: Template) -> None:
        """Show the words; None when the template has faults: the last good words stay, and the reason is said."""
        self._problem.setVisible(filled is None)
        if filled is None:
            if self._filled is not None and self._filled.template_id != max(template.id, 0):
                self._filled = None
                self._redraw()
            return
        self._filled, self._template = filled, template
        self._redraw()

    def show_conversation(self, row: Conversation | None) -> None:
        """Say for which conversation."""
        self._row = row
        none = translate("Templates", "Without a conversation")
        name = "" if row is None else row.customer_name or row.customer_email
        self.conversation.setText(none if row is None else f"{name} · {row.subject}")

    def text(self) -> str:
        """The body as it is shown."""
        return self.body.toPlainText()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._head.setText(translate("Templates", "Preview"))
        self.choose.setText(translate("Templates", "Choose"))
        self.choose.setAccessibleName(translate("Templates", "Choose a conversation for the preview"))
        self.subject.setAccessibleName(translate("Templates", "Subject as it will be"))
        self.body.setAccessibleName(translate("Templates", "Text as it will be"))
        self._problem.setText(translate("Templates", "The preview goes on when the faults are gone."))
        self.show_conversation(self._row)
        self._redraw()

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        px = self._theme.px
        top, whom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._head)
        top.addStretch(1)
        top.addWidget(self.missing)
        whom.addWidget(self.conversation, 1)
        whom.addWidget(self.choose)
        for browser in (self.subject, self.body):
            browser.setFrameShape(QFrame.Shape.NoFrame)
            browser.setOpenLinks(False)
            browser.setTabChangesFocus(True)
            browser.document().setDocumentMargin(0)
            browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.subject.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(12))
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addLayout(whom)
        for widget in (self._line(), self.subject, self._problem):
            column.addWidget(widget)
        column.addWidget(self.body, 1)
        for widget in (self._problem, self.missing, self.subject):
            widget.hide()

    def _line(self) -> QWidget:
        from shopdesk.ui.widgets.parts import line

        return line(self)

    def _redraw(self) -> None:
        filled = self._filled
        if filled is None and self._is_blank:
            return
        self._is_blank = filled is None
        missing = filled.missing if filled is not None else ()
        one, many = translate("Templates", "1 value missing"), translate("Templates", "%1 values missing")
        self.missing.setText(counted(len(missing), one, many))
        self.missing.updateGeometry()
        self.missing.setVisible(bool(missing))
        self._draw(self.subject, filled.subject if filled is not None else (), 600)
        self._draw(self.body, filled.body if filled is not None else (), 400)
        self.subject.setVisible(bool(filled is not None and filled.subject))
        self._fit_subject()

    def _draw(self, browser: QTextBrowser, pieces: Sequence[Piece], weight: int) -> None:
        place = browser.verticalScrollBar().value()
        browser.clear()
        cursor = QTextCursor(browser.document())
        plain = QTextCharFormat()
        plain.setForeground(self._theme.colour("text"))
        plain.setFontWeight(self._theme.type.weight(weight))
        looks = {PieceKind.FILLED: filled_format(self._theme), PieceKind.MISSING: missing_format(self._theme)}
        template = self._template
        for piece in pieces:
            is_gap = piece.kind is PieceKind.MISSING and template is not None
            text = gap_words(piece.placeholder, template, piece.why_missing) if is_gap and template else piece.text
            cursor.insertText(text, looks.get(piece.kind, plain))
        browser.verticalScrollBar().setValue(place)

    def _fit_subject(self) -> None:
        self.subject.document().setTextWidth(self.subject.viewport().width())
        self.subject.setFixedHeight(round(self.subject.document().size().height()) + 4)

    def _restyle(self) -> None:
        self._redraw()
