"""The line under the list: how the sync fares."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.words import counted, translate


class FootKind(Enum):
    """What the line is about."""

    QUIET = "quiet"
    SYNCED = "synced"
    IMPORTING = "importing"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class FootFacts:
    """Everything the line shows; `mailboxes` is how many are connected."""

    kind: FootKind = FootKind.QUIET
    synced_at: datetime | None = None
    done: int = 0
    total: int = 0
    trouble: str = ""
    mailboxes: int = 0


def foot_text(facts: FootFacts, now: datetime) -> str:
    """The words at the left of the line."""
    if facts.kind is FootKind.TROUBLE:
        return facts.trouble
    if facts.kind is FootKind.IMPORTING:
        done, total = QLocale().toString(facts.done), QLocale().toString(facts.total)
        if not facts.total:
            return translate("Inbox", "Looking for mail")
        return translate("Inbox", "Importing %1 of %2").replace("%1", done).replace("%2", total)
    if facts.synced_at is None:
        return ""
    return _synced_text(facts.synced_at, now)


def _synced_text(synced_at: datetime, now: datetime) -> str:
    minutes = int((now - synced_at).total_seconds() // 60)
    if minutes < 1:
        return translate("Inbox", "Synced just now")
    if minutes < 60:  # noqa: PLR2004 - minutes of an hour
        return translate("Inbox", "Synced %1 min ago").replace("%1", str(minutes))
    return translate("Inbox", "Synced at %1").replace("%1", f"{synced_at.astimezone():%H:%M}")


class Foot(PaintedButton):
    """36 px with icon, words and the number of mailboxes; a click says what is the matter."""

    trouble_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts = FootFacts()
        self._words = ""
        self._right = ""
        self.setEnabled(False)
        self.setAccessibleName(translate("Inbox", "Sync"))
        self.clicked.connect(self._clicked)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words

    def show_facts(self, facts: FootFacts, now: datetime) -> None:
        """Show how the sync fares at this moment."""
        self._facts = facts
        self._words = foot_text(facts, now)
        count = facts.mailboxes
        self._right = counted(count, "", translate("Inbox", "%1 mailboxes")) if count else ""
        trouble = facts.kind is FootKind.TROUBLE
        self.setEnabled(trouble)
        self.setAccessibleName(self._words or translate("Inbox", "Sync"))
        self.setToolTip(self._words if trouble else "")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, facts = self._theme, QPainter(self), self._facts
        painter.fillRect(0, 0, self.width(), 1, theme.colour("border"))
        if facts.kind is FootKind.IMPORTING and facts.total:
            share = min(facts.done / facts.total, 1.0)
            painter.fillRect(0, 0, round(self.width() * share), 2, theme.colour("accent"))
        middle = self.height() // 2
        left, right = theme.px(20), self.width() - theme.px(20)
        metrics = theme.metrics(12)
        if self._right:
            right -= metrics.horizontalAdvance(self._right)
            place = self.rect().center()
            place.setX(right)
            draw_text(painter, place, self._right, theme.font(12), metrics, theme.colour("text3"))
        self._draw_words(painter, left, right - theme.px(12), middle)
        if self.shows_ring:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(2, 3, -2, -2), theme.px(8), theme.px(8))
        painter.end()

    def _draw_words(self, painter: QPainter, left: int, right: int, middle: int) -> None:
        if not self._words:
            return
        theme, kind = self._theme, self._facts.kind
        trouble = kind is FootKind.TROUBLE
        icons = {FootKind.TROUBLE: "triangle-alert", FootKind.IMPORTING: "refresh-cw"}
        icon, token = icons.get(kind, "circle-check"), "amber" if trouble else "accent"
        side = theme.px(14)
        theme.icons.draw(painter, icon, QRect(left, middle - side // 2, side, side), theme.colour(token))
        weight = 500 if trouble else 400
        metrics = theme.metrics(12, weight)
        left += side + theme.px(6)
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, right - left)
        place = self.rect().center()
        place.setX(left)
        colour = theme.colour("amber" if trouble else "text3")
        draw_text(painter, place, words, theme.font(12, weight), metrics, colour)

    def _clicked(self) -> None:
        if self._facts.kind is FootKind.TROUBLE:
            self.trouble_clicked.emit()

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(36))
        self.update()
