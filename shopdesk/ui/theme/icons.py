"""Lucide icons: SVGs whose `currentColor` becomes a token's colour at the moment of painting; and the logo's tile."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

Key = tuple[str, int, str, float]


_STROKES = ((21, 1.5), (16, 1.75))
"""Pairs (from this size in px on, stroke width), largest first."""


def _stroke(size: int) -> float:
    """The stroke width that looks even at a size in px."""
    return next((width for least, width in _STROKES if size >= least), 2.0)


class Icons:
    """Draws icons from a folder of SVG files; each (name, size, colour, ratio) is rendered once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[Key, QPixmap] = {}

    def forget(self) -> None:
        """Drop rendered pictures, after the sizes changed; those in other colours are wanted again with their look."""
        self._pixmaps.clear()

    def pixmap(self, name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
        """A picture of `size` x `size` px for a screen with a device pixel ratio."""
        key = (name, size, colour.name(QColor.NameFormat.HexArgb), ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._render(name, size, colour, ratio)
        return found

    def draw(self, painter: QPainter, name: str, rect: QRect, colour: QColor) -> None:
        """Draw an icon centred in `rect`, as large as its shorter side."""
        device = painter.device()
        ratio = device.devicePixelRatio()
        size = min(rect.width(), rect.height())
        place = rect.topLeft()
        place.setX(rect.x() + (rect.width() - size) // 2)
        place.setY(rect.y() + (rect.height() - size) // 2)
        painter.drawPixmap(place, self.pixmap(name, size, colour, ratio))

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_text("utf-8")
        return self._sources[name]

    def _render(self, name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
        text = self._source(name).replace("currentColor", colour.name())
        text = text.replace('stroke-width="2"', f'stroke-width="{_stroke(size)}"', 1)
        pixels = max(1, round(size * ratio))
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
