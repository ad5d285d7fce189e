"""The dialog about mails that could not be read."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk.jobs.lane import WorkLane
from shopdesk.jobs.link import RetrySetAside
from shopdesk.ui.desk import Desk, Now
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.overriding import override
from shopdesk.ui.set_aside.card import SetAsideCard
from shopdesk.ui.set_aside.presenter import Line, SetAsidePresenter
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label, restate
from shopdesk.ui.words import counted, translate

SIZE = (620, 560)
MOST = 100
"""Cards shown at once; the newest come first."""


class SetAsideDialog(QDialog):
    """Lists them with what is known; nothing here is urgent, and nothing is lost."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        reading: WorkLane,
        ask: Callable[[RetrySetAside], None],
        now: Now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._now = now
        self.presenter = SetAsidePresenter(desk, reading, ask, self)
        self.cards: list[SetAsideCard] = []
        self._lines: Sequence[Line] = ()
        self._title, self._words = plain_label("pane"), plain_label("text", wrap=True)
        self._said = plain_label("meta2", wrap=True)
        self._more = plain_label("meta", wrap=True)
        self.retry_all, self.close_button = Button(theme, "secondary", "refresh-cw"), Button(theme, "secondary")
        self._list = QVBoxLayout()
        self._arrange()
        self.retry_all.clicked.connect(lambda: self.presenter.retry(None))
        self.close_button.clicked.connect(self.accept)
        theme.changed.connect(self._rebuild)
        self.retranslate()

    # --- what the presenter shows ---------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these mails; who was on a button stays at the same mail."""
        if isValid(self):  # the answer may come when the dialog is gone
            self._lines = lines
            self._rebuild()

    def show_saved(self, name: str) -> None:
        """Say that the raw mail is in a file."""
        self._say(translate("SetAside", "Saved as %1").replace("%1", name), "meta2")

    def show_failure(self, error: Exception) -> None:
        """Say what went wrong."""
        self._say(error_text(error), "failed")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(translate("SetAside", "Mails that could not be read"))
        self._title.setText(self.windowTitle())
        self.retry_all.setText(translate("SetAside", "Try all again"))
        self.close_button.setText(translate("SetAside", "Close"))
        self._rebuild()

    # --- inside ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        px = self._theme.px
        inside, scroll = QWidget(), QScrollArea()
        inside.setLayout(self._list)
        self._list.setContentsMargins(0, 0, px(8), 0)
        self._list.setSpacing(px(10))
        self._list.addStretch(1)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self.retry_all)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(16), px(16))
        column.setSpacing(px(10))
        for label in (self._title, self._words):
            column.addWidget(label)
        column.addWidget(scroll, 1)
        column.addWidget(self._more)
        column.addLayout(foot)
        self.resize(px(SIZE[0]), px(SIZE[1]))

    def _rebuild(self) -> None:
        focused = next((card.line.place for card in self.cards if card.isAncestorOf(self.focusWidget())), None)
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [self._made(line) for line in self._lines[:MOST]]
        for place, card in enumerate(self.cards):
            self._list.insertWidget(place, card)
            if card.line.place == focused:
                (card.retry if card.retry.isEnabled() else card.save).setFocus()
        kept = translate("SetAside", "Nothing is lost: every byte is kept, and an update may learn to read them.")
        none = translate("SetAside", "Everything could be read.")
        self._words.setText(kept if self._lines else none)
        left = max(len(self._lines) - MOST, 0)
        self._more.setVisible(left > 0)
        one = translate("SetAside", "One older mail is not shown.")
        self._more.setText(counted(left, one, translate("SetAside", "%1 older mails are not shown.")))
        self.retry_all.setEnabled(any(line.has_bytes and not line.is_trying for line in self._lines))

    def _made(self, line: Line) -> SetAsideCard:
        card = SetAsideCard(self._theme, line, self._now)
        card.retry_asked.connect(lambda: self.presenter.retry(line.place))
        card.save_asked.connect(lambda: self._save(line))
        return card

    def _save(self, line: Line) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        words = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in line.subject or line.sender)
        name = " ".join(words.split())[:80] or f"mail {line.uid}"
        title = translate("SetAside", "Save raw mail")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path(folder) / f"{name}.eml"))
        if chosen:
            self.presenter.save(line, Path(chosen))

    def _say(self, text: str, kind: str) -> None:
        if isValid(self):
            restate(self._said, "type", kind)
            self._said.setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
