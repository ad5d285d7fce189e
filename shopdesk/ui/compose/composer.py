"""The composer: one card under the thread."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from shopdesk.domain.draft import Draft, DraftFile, DraftKind
from shopdesk.domain.draft_cautions import Caution
from shopdesk.domain.filling import Piece
from shopdesk.ui.compose.bar import ComposeBar
from shopdesk.ui.compose.check_panel import FEW, CheckPanel
from shopdesk.ui.compose.editor import ComposeText, Written
from shopdesk.ui.compose.envelope import Envelope
from shopdesk.ui.compose.file_chips import FileChips
from shopdesk.ui.compose.giving_files import thumbnail
from shopdesk.ui.compose.head import ComposeHead
from shopdesk.ui.compose.insertions import Insertions
from shopdesk.ui.compose.presenter import Obstacle, Refusal
from shopdesk.ui.compose.signature import SignatureBox
from shopdesk.ui.compose.wording import caution_text, refusal_text
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import plain_label, restate
from shopdesk.ui.words import translate

PAUSE_MS = 500
"""After so long a pause what was typed is written down."""
LONGEST_MS = 3_000
"""Who types without a pause has it written down all the same."""
TEXT = 104
"""Least height of the text, in px at 100 %."""

ROOMY = 340
"""From half a pane of this height on there is room for a few lines of the reply check at once."""
CHROME = 90
"""Height of everything that is always there besides the text."""


class Composer(QFrame):
    """Fits `ComposeView`; every decision is the presenter's."""

    paused = Signal()
    """Somebody stopped typing, or did not for long."""
    picker_asked = Signal(bool)
    """Whether a slash was typed, which is still to be written when no template is taken."""
    send_asked = Signal(bool)
    left = Signal()
    template_taken_back = Signal(object)
    """The `Draft` whose facts hold again."""
    opened = Signal()
    """Another draft is shown."""
    edited = Signal()
    """Words, people or files changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._has_ring = False
        self._is_note = False
        self.room: Callable[[], int] = lambda: 0
        """How high the pane is."""
        self.head, self.envelope, self.text = ComposeHead(theme), Envelope(theme), ComposeText(theme)
        self.chips, self.words, self.bar = FileChips(theme), plain_label("warning", wrap=True), ComposeBar(theme)
        self.check, self.signature = CheckPanel(theme), SignatureBox(theme)
        self.insertions = Insertions(self.text)
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, ms in ((self._pause, PAUSE_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(ms)
            timer.timeout.connect(self.paused)
        self._arrange()
        self._connect()
        self.hide()

    # --- what the presenter shows ----------------------------------------------------------------------------

    def show_draft(self, draft: Draft, *, take_keys: bool) -> None:
        """Show a draft with its caret."""
        self.insertions.forget()
        self.text.pictures.know(draft.files)
        self.text.show_written(Written(draft.body, draft.blanks, draft.caret, draft.pictures))
        self.rest()
        self.words.hide()
        self.show_facts(draft)
        opened = draft.kind in {DraftKind.FORWARD, DraftKind.NEW}
        self.envelope.setVisible(opened)
        self.show()
        self.opened.emit()
        self.fit()
        if take_keys and opened and not draft.to:
            self.envelope.take_keys()
        elif take_keys:
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_facts(self, draft: Draft) -> None:
        """Show everything but the text."""
        self._is_note = draft.kind is DraftKind.NOTE
        self.head.show_draft(draft)
        self.envelope.show_draft(draft)
        self.chips.show_files(draft.attached)
        self.bar.show_for(note=self._is_note, alone=draft.conversation_id is None)
        self._name_text()
        self.update()
        self.fit()
        self.edited.emit()

    def hide_draft(self) -> None:
        """Nothing is written any more."""
        self.rest()
        self.hide()

    def read(self, draft: Draft) -> Draft:
        """The draft with what is written here now."""
        written = self.text.written()
        read = replace(self.envelope.read(draft), body=written.body, blanks=written.blanks, caret=written.caret)
        return replace(read, pictures=written.pictures)

    def insert(self, pieces: tuple[Piece, ...]) -> None:
        """A filled template, where the caret is."""
        self.text.insert_pieces(pieces)

    def show_picture(self, file: DraftFile, content: bytes, *, new: bool) -> None:
        """The bytes of a picture in the text are here; a new one is put where the caret is."""
        self.text.pictures.know((file,))
        self.text.pictures.show(file.id, thumbnail(content))
        if new:
            self.text.insert_picture(file.id)
        self.fit()

    def show_signature(self, text: str, *, signed: bool) -> None:
        """What is put under this mail, or was taken off."""
        self.signature.show_signature(text, signed=signed)
        self.fit()

    def rest(self) -> None:
        """What was typed is being written down."""
        self._pause.stop()
        self._longest.stop()

    def refuse(self, refusal: Refusal) -> None:
        """Say why it cannot be sent, and lead there."""
        self.say("failed", refusal_text(refusal))
        if refusal.blank is not None:
            self.text.point_at(refusal.blank.start, refusal.blank.length)
        elif refusal.obstacle in {Obstacle.NOBODY, Obstacle.NO_ADDRESS, Obstacle.BLANK_IN_SUBJECT}:
            self.point_at_subject()
            if refusal.obstacle is not Obstacle.BLANK_IN_SUBJECT:
                self.envelope.take_keys()
        else:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_cautions(self, cautions: tuple[Caution, ...]) -> None:
        """What is worth a second look."""
        self.say("warning", " ".join(caution_text(one) for one in cautions))

    def point_at_subject(self) -> None:
        """Lead to the line with the subject."""
        self.envelope.show()
        self.fit()
        self.envelope.take_keys("subject")

    # --- inside -----------------------------------------------------------------------------------------------

    def say(self, tone: str, words: str) -> None:
        """A sentence above the buttons. In: `warning` or `failed`."""
        restate(self.words, "type", tone)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.fit()

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        under = (self.signature, self.chips, self.check, self.words, self.bar)
        for widget in (self.head, self.envelope, self.text, *under):
            self._column.addWidget(widget)
        self.envelope.hide()
        self.words.hide()
        self._theme.changed.connect(self.fit)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._typed)
        self.envelope.edited.connect(self._typed)
        self.text.send_asked.connect(self.send_asked)
        self.text.left.connect(self.left)
        self.text.picker_asked.connect(lambda: self.picker_asked.emit(True))  # noqa: FBT003 - what a signal carries
        self.text.focus_changed.connect(self._show_ring)
        self.bar.send_asked.connect(self.send_asked)
        self.bar.templates_asked.connect(lambda: self.picker_asked.emit(False))  # noqa: FBT003
        self.head.people_asked.connect(self._toggle_envelope)
        self.insertions.undone.connect(self.template_taken_back)
        self.check.changed.connect(self.fit)

    def _typed(self) -> None:
        if not self.isHidden():
            self._pause.start()
            if not self._longest.isActive():
                self._longest.start()
            self.fit()
            self.edited.emit()

    def _toggle_envelope(self) -> None:
        shown = self.envelope.isHidden()
        self.envelope.setVisible(shown)
        self.fit()
        if shown:
            self.envelope.take_keys()
        else:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_ring(self, shown: bool) -> None:
        self._has_ring = shown
        self.update()
        if not shown and self._pause.isActive():
            self.paused.emit()

    def _name_text(self) -> None:
        note = translate("Composer", "Note for the team")
        name = note if self._is_note else translate("Composer", "Text of the mail")
        self.text.setAccessibleName(name)
        hint = translate("Composer", "Write a reply. / opens the templates.")
        self.text.setPlaceholderText(translate("Composer", "What should the team know?") if self._is_note else hint)

    def fit(self) -> None:
        """Let the text take the height of its lines, up to half of the pane."""
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(8), px(12), px(12))
        self._column.setSpacing(px(6))
        half = self.room() // 2
        inner = self.width() - px(28)
        self.head.fit(inner)
        self.signature.fit(inner)
        self.check.fit(inner, FEW if half >= px(ROOMY) else 1)
        parts = (self.envelope, self.signature, self.chips, self.check, self.words)
        chrome = sum(part.sizeHint().height() + px(6) for part in parts if not part.isHidden())
        most = max(half - chrome - px(CHROME), px(48))
        wanted = round(self.text.document().size().height()) + px(8)
        self.text.setFixedHeight(min(max(wanted, px(TEXT)), most))
        self.bar.fit(inner)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and not self.isHidden():
            for part in (self.head, self.envelope, self.bar):
                part.retranslate()
            self._name_text()
            self.edited.emit()  # what was found is said anew
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self._has_ring else 1
        edge = "accent" if self._has_ring else "note_b" if self._is_note else "field"
        painter.setPen(QPen(theme.colour(edge), width))
        painter.setBrush(theme.colour("note" if self._is_note else "surface"))
        room = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(room, theme.px(12), theme.px(12))
        painter.end()
