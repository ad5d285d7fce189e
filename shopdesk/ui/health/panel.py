"""The health panel: every mailbox, what is the matter, what helps; the desk can be used beside it."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.ids import MailboxId
from shopdesk.ui.desk import Now
from shopdesk.ui.health.card import MailboxCard
from shopdesk.ui.health.presenter import Board, Fix
from shopdesk.ui.health.wording import head_text
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.mute_box import MuteBox
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

SIZE = (640, 560)
SECOND_MS = 1_000


class HealthPanel(QDialog):
    """Shows a `Board` and says what a person wants; decides nothing."""

    sync_asked = Signal(object)
    """A `MailboxId`, or None for all."""
    pause_asked = Signal(object, bool)
    secret_given = Signal(object, str)
    fix_asked = Signal(object, object)
    """`Fix`, `Mailbox`."""
    log_asked = Signal(object)
    """A `Mailbox`, or None for all."""
    folder_asked = Signal()
    set_aside_asked = Signal(object)
    restart_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        now: Now,
        parent: QWidget | None = None,
        fixes: Collection[Fix] = (),
        *,
        links_set_aside: bool = False,
        mute: MuteBox | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._now = now
        self._fixes = fixes
        self._links_set_aside = links_set_aside
        self._mute = mute
        self._board = Board()
        self.cards: dict[MailboxId, MailboxCard] = {}
        self._title, self._words = plain_label("pane"), plain_label("text", wrap=True)
        self._failure = plain_label("failed", wrap=True)
        self.restart, self.sync_all = Button(theme, "primary"), Button(theme, "secondary", "refresh-cw")
        self.log, self.folder = Button(theme, "ghost"), Button(theme, "ghost")
        self._list = QVBoxLayout()
        self._arrange()
        self.restart.clicked.connect(self.restart_asked)
        self.sync_all.clicked.connect(lambda: self.sync_asked.emit(None))
        self.log.clicked.connect(lambda: self.log_asked.emit(None))
        self.folder.clicked.connect(self.folder_asked)
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self._tick)
        self._restyle()
        theme.changed.connect(self._restyle)
        self.retranslate()

    def show_board(self, board: Board) -> None:
        """Show how everything is now; what a person is typing stays."""
        self._board = board
        known = {line.id for line in board.lines}
        for gone in [key for key in self.cards if key not in known]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for line in board.lines:
            card = self.cards.get(line.id) or self._made(line.id)
            card.show_line(line, self._now())
        self.restart.setVisible(board.engine_down)
        self.sync_all.setVisible(bool(board.lines) and not board.engine_down)
        self._tick()

    def show_failure(self, text: str) -> None:
        """Say that something a person wanted did not work; empty takes it away."""
        self._failure.setText(text)
        self._failure.setVisible(bool(text))

    def attend(self, mailbox: MailboxId | None) -> None:
        """Come to the front; with a mailbox that wants a password, ask for it."""
        self.show()
        self.raise_()
        self.activateWindow()
        card = self.cards.get(mailbox) if mailbox is not None else None
        if card is None:
            return
        self._area.ensureWidgetVisible(card)
        if card.fix.isVisibleTo(self):
            card.fix.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        title = translate("Health", "Mailboxes and sync")
        self.setWindowTitle(title)
        self._title.setText(title)
        self._area.setAccessibleName(title)
        self.restart.setText(translate("Health", "Restart now"))
        self.sync_all.setText(translate("Health", "Sync all now"))
        self.log.setText(translate("Health", "Protocol"))
        self.log.setAccessibleName(translate("Health", "Protocol of all mailboxes"))
        self.folder.setText(translate("Health", "Log folder"))
        if self._mute is not None:
            self._mute.retranslate()
        self.show_board(self._board)

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.sync_all)
        head.addWidget(self.restart)
        self._area = self._scrolled()
        foot = QHBoxLayout()
        foot.addWidget(self.log)
        foot.addWidget(self.folder)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(16), px(16))
        column.setSpacing(px(12))
        column.addLayout(head)
        for widget in (self._words, self._failure):
            column.addWidget(widget)
        column.addWidget(self._area, 1)
        if self._mute is not None:
            column.addWidget(self._mute)
        column.addLayout(foot)
        self._failure.hide()
        for button in (self.restart, self.sync_all, self.log, self.folder):
            button.setAutoDefault(False)

    def _scrolled(self) -> QScrollArea:
        cards, px = QWidget(), self._theme.px
        cards.setProperty("kind", "canvas")
        below = QVBoxLayout(cards)
        below.setContentsMargins(0, 0, px(8), 0)
        self._list.setSpacing(px(12))
        below.addLayout(self._list)
        below.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(cards)
        return area

    def _made(self, mailbox: MailboxId) -> MailboxCard:
        card = MailboxCard(self._theme, self._fixes, links_set_aside=self._links_set_aside)
        card.sync_asked.connect(lambda: self.sync_asked.emit(mailbox))
        card.pause_asked.connect(lambda paused: self.pause_asked.emit(mailbox, paused))
        card.secret_given.connect(lambda secret: self.secret_given.emit(mailbox, secret))
        card.fix_asked.connect(lambda fix: self.fix_asked.emit(fix, card.mailbox))
        card.log_asked.connect(lambda: self.log_asked.emit(card.mailbox))
        card.set_aside_asked.connect(lambda: self.set_aside_asked.emit(mailbox))
        self.cards[mailbox] = card
        self._list.addWidget(card)
        return card

    def _tick(self) -> None:
        now = self._now()
        self._words.setText(head_text(self._board, now))
        for card in self.cards.values():
            card.tick(now)
        if self._mute is not None:
            self._mute.refresh()

    def _restyle(self) -> None:
        self.setMinimumSize(self._theme.px(480), self._theme.px(320))
        self.resize(self._theme.px(SIZE[0]), self._theme.px(SIZE[1]))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._second.start()
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._second.stop()
        super().hideEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
