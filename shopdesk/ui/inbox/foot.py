"""The line under the list: how the sync fares."""

from datetime import datetime, timedelta
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, fill
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.words import counted, import_words, translate


class FootKind(Enum):
    """What the line is about."""

    QUIET = "quiet"
    SYNCED = "synced"
    IMPORTING = "importing"
    OFFLINE = "offline"
    PAUSED = "paused"
    TROUBLE = "trouble"


_AMBER = (FootKind.TROUBLE, FootKind.OFFLINE)
_ICONS = {
    FootKind.TROUBLE: "triangle-alert",
    FootKind.OFFLINE: "wifi-off",
    FootKind.PAUSED: "pause",
    FootKind.IMPORTING: "refresh-cw",
}


class FootFacts(NamedTuple):
    """Everything the line shows; `mailboxes` is how many are connected, `done` of `total` the passes under way."""

    kind: FootKind = FootKind.QUIET
    synced_at: datetime | None = None
    done: int = 0
    total: int = 0
    left: timedelta | None = None
    """How long the import will still take; None while nobody can tell."""
    trouble: str = ""
    mailboxes: int = 0


def foot_text(facts: FootFacts, now: datetime) -> str:
    """The words at the left of the line."""
    if facts.kind is FootKind.TROUBLE:
        return facts.trouble
    if facts.kind is FootKind.IMPORTING:
        return import_words(facts.done, facts.total, facts.left)
    if facts.kind is FootKind.OFFLINE:
        return translate("Inbox", "Offline")
    if facts.kind is FootKind.PAUSED:
        return translate("Inbox", "Sync is paused")
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

    health_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts = FootFacts()
        self._words = ""
        self._right = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(translate("Inbox", "Sync"))
        self.clicked.connect(self.health_asked)
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
        self._right = counted(count, translate("Inbox", "1 shop"), translate("Inbox", "%1 shops")) if count else ""
        name = translate("Inbox", "Sync: %1").replace("%1", self._words) if self._words else translate("Inbox", "Sync")
        self.setAccessibleName(name)
        self.setToolTip(self._words)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, facts = self._theme, QPainter(self), self._facts
        fill(painter, QRect(0, 0, self.width(), 1), theme.colour("border"))
        if self.underMouse():
            fill(painter, QRect(0, 1, self.width(), self.height() - 1), theme.colour("hover"))
        if facts.total and facts.kind not in _AMBER:
            share = min(facts.done / facts.total, 1.0)
            fill(painter, QRect(0, 0, round(self.width() * share), 2), theme.colour("accent"))
        middle = self.height() // 2
        left, right = theme.px(20), self.width() - theme.px(20)
        metrics = theme.metrics(12)
        if self._right and self._fits_beside(left, right):
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
        trouble = kind in _AMBER
        icon, token = _ICONS.get(kind, "circle-check"), "amber" if trouble else "accent"
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

    def _fits_beside(self, left: int, right: int) -> bool:
        """The words at the left come first: without room the number of shops is left out."""
        theme = self._theme
        words = theme.metrics(12, 500).horizontalAdvance(self._words) + theme.px(20)
        return left + words + theme.px(12) + theme.metrics(12).horizontalAdvance(self._right) <= right

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(36))
        self.update()
