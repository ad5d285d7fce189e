"""Contrast of text as it is drawn, from pixels at three times the size: thin strokes never reach their colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from tests.ui.accessibility import called, shown_rect, skips, text_of, visible

TIMES = 3
_STROKE = 6
"""So many pixels of one colour are a stroke and no accident of smoothing."""
_LARGE, _LARGE_BOLD = 24, 18.7
"""Letters in px from which 3:1 is enough (WCAG 2.2, 1.4.3)."""


def faint_text(window: QWidget) -> Iterator[str]:
    """Text that does not stand out from what it stands on."""
    image = drawn(window)
    for widget in visible(window):
        if not isinstance(widget, QLabel | QAbstractButton | QLineEdit) or not text_of(widget):
            continue
        if not widget.isEnabled():
            continue
        if skips(widget, "contrast") or widget.findChildren(QLabel) or widget.visibleRegion().isEmpty():
            continue
        best = best_ratio(image, shown_rect(widget, window))
        font = widget.font()
        large = font.pixelSize() >= _LARGE or (font.pixelSize() >= _LARGE_BOLD and font.weight() >= 600)
        if best is not None and best < (3.0 if large else 4.5) - 0.1:
            yield f"{called(widget)}: {best:.2f}:1 is too faint"


def drawn(window: QWidget) -> QImage:
    """The window as pixels."""
    image = QImage(window.size() * TIMES, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(TIMES)
    image.fill(Qt.GlobalColor.white)
    window.render(image)
    return image


def best_ratio(image: QImage, place: QRect) -> float | None:
    """The strongest contrast of a stroke with its ground; None where there is only ground."""
    pixels, stride = memoryview(image.constBits()).cast("I"), image.bytesPerLine() // 4
    left, right = max(0, (place.left() + 1) * TIMES), min(image.width(), place.right() * TIMES)
    counts: Counter[int] = Counter()
    for y in range(max(0, (place.top() + 1) * TIMES), min(image.height(), place.bottom() * TIMES)):
        counts.update(pixels[y * stride + left : y * stride + right])
    if len(counts) < 2:
        return None
    ground = counts.most_common(1)[0][0]
    return max((ratio(colour, ground) for colour, times in counts.items() if times >= _STROKE), default=1.0)


def ratio(one: QColor | str | int, other: QColor | str | int) -> float:
    """The contrast of two colours after WCAG 2."""
    low, high = sorted((_light(QColor(one)), _light(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def _light(colour: QColor) -> float:
    parts = [value / 255 for value in colour.getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
