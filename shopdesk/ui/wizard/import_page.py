"""The import: newest first, with a bar and an estimate; work can begin meanwhile."""

from datetime import datetime, timedelta

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.wizard.estimate import Estimate
from shopdesk.ui.wizard.page import Page
from shopdesk.ui.words import duration, translate

ENOUGH = 200
"""So many newest messages are enough to begin with."""


class ImportPage(Page):
    """Says how far it is; the button works as soon as the import is under way."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._estimate = Estimate()
        self._done, self._total = 0, 0
        self._left: timedelta | None = None
        self._finished = False
        self._problem = ""
        self._what = plain_label("label")
        self._how_far = plain_label("meta")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._trouble = plain_label("failed", wrap=True, selectable=True)
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self._what, 1)
        row.addWidget(self._how_far)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self._trouble)
        self.body.addWidget(card)
        self.back.hide()
        self.primary.setEnabled(False)
        self.retranslate()

    @property
    def line(self) -> str:
        """What stands beside the bar."""
        return self._how_far.text()

    def show_progress(self, done: int, total: int, now: datetime) -> None:
        """So many messages are here, of so many (0: not known yet)."""
        self._left = self._estimate.left(done, total, now)
        self._done, self._total, self._problem = done, total, ""
        self.may_start()
        self._draw()

    def show_finished(self) -> None:
        """Everything is here."""
        self._finished = True
        self._problem = ""
        self.may_start()
        self._draw()

    def show_problem(self, sentence: str) -> None:
        """The import stopped for a reason; the engine tries again by itself."""
        self._problem = sentence
        self.may_start()
        self._draw()

    def may_start(self) -> None:
        """The import is under way: nobody has to wait for it."""
        if not self.primary.isEnabled():
            self.primary.setEnabled(True)
            self.take_keys()

    @override
    def retranslate(self) -> None:
        self.title.setText(translate("Wizard", "Your mail is coming in"))
        self.words.setText(
            translate("Wizard", "The newest mail comes first, so you can begin at once. The rest follows by itself.")
        )
        self._draw()

    def _draw(self) -> None:
        self.bar.setRange(0, max(self._total, 1))
        self.bar.setValue(max(self._total, 1) if self._finished else min(self._done, self._total))
        self.bar.setAccessibleName(translate("Wizard", "Progress of the import"))
        self._what.setText(
            translate("Wizard", "Everything is here")
            if self._finished
            else translate("Wizard", "Importing newest first")
        )
        self._how_far.setText(self._words())
        self._trouble.setText(self._problem)
        self._trouble.setVisible(bool(self._problem))
        self.primary.setText(
            translate("Wizard", "Start") if self._finished else translate("Wizard", "Start while it imports")
        )

    def _words(self) -> str:
        if not self._total:
            return "" if self._finished else translate("Wizard", "counting …")
        number = QLocale().toString
        total = number(self._total)
        done = total if self._finished else number(self._done)
        words = translate("Wizard", "%1 of %2").replace("%1", done).replace("%2", total)
        if self._finished or self._left is None:
            return words
        about = translate("Wizard", "about %1").replace("%1", duration(self._left))
        return f"{words} · {about}"
