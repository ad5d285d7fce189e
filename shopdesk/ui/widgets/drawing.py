"""Small things that several widgets draw: avatars, pills, a line of text by its middle."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from shopdesk.ui.theme.theme import Theme

_WIDEST = 1.25
"""No sign is wider than this, in heights of its line."""
_NARROWEST = 0.12
"""No run of signs is narrower than this a sign, in heights of its line."""


def draw_text(
    painter: QPainter, place: QPoint, text: str, font: QFont, metrics: QFontMetrics, colour: QColor
) -> None:
    """Draw one line whose left end is at `place.x()` and whose middle is at `place.y()`."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place.x(), place.y() + (metrics.ascent() - metrics.descent() + 1) // 2, text)


def fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Paint a rectangle without an edge.

    `QPainter.fillRect` does the same, but its many shapes make PySide name all preset gradients at the first call.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def shortened(metrics: QFontMetrics, text: str, room: int) -> str:
    """The text, cut with an ellipsis when it does not fit into `room` px.

    Measuring costs by the letter: a text that fits for certain is not measured, of a long one only what could fit.
    """
    height = metrics.height()
    if len(text) * height * _WIDEST <= room:
        return text
    return metrics.elidedText(text[: int(room / (height * _NARROWEST)) + 8], Qt.TextElideMode.ElideRight, room)


def draw_avatar(painter: QPainter, theme: Theme, rect: QRect, letters: str, seed: str) -> None:
    """Draw a round avatar; `seed` chooses its colours."""
    background, foreground = theme.avatar(seed)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(background)
    painter.drawEllipse(rect)
    painter.setPen(foreground)
    size = 16 if rect.height() >= theme.px(44) else 12 if rect.height() >= theme.px(28) else 10
    painter.setFont(theme.font(size, 600))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)


def pill_width(theme: Theme, text: str, icon: str = "") -> int:
    """How wide a pill gets, in px."""
    return theme.metrics(11, 500).horizontalAdvance(text) + theme.px(16) + (theme.px(16) if icon else 0)


def draw_pill(painter: QPainter, theme: Theme, rect: QRect, text: str, tone: str, icon: str = "") -> None:
    """Draw a pill in a tone (red, amber, blue, violet, grey) with its light background."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{tone}_s"))
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    left = rect.x() + theme.px(7)
    middle = rect.center().y() + 1
    if icon:
        side = theme.px(12)
        theme.icons.draw(painter, icon, QRect(left, middle - side // 2, side, side), theme.colour(tone))
        left += side + theme.px(4)
    metrics = theme.metrics(11, 500)
    draw_text(painter, QPoint(left, middle), text, theme.font(11, 500), metrics, theme.colour(tone))
