"""High resolution screens: icons are drawn for the device's own pixels, at 1, 1.25, 1.5 and 2 of them for each px."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from shopdesk.ui.widgets.parts import Button
from tests.ui.conftest import Maker

RATIOS = (1.0, 1.25, 1.5, 2.0)


def inked(image: QImage) -> set[tuple[int, int]]:
    """Places that are not empty."""
    return {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 0}


@pytest.mark.parametrize("ratio", RATIOS)
def test_an_icon_has_a_pixel_of_its_own_for_each_of_the_device(make: Maker, ratio: float) -> None:
    theme = make()._around.theme
    pixmap = theme.icons.pixmap("check", 16, QColor("black"), ratio)
    assert pixmap.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert pixmap.devicePixelRatio() == ratio
    scaled = theme.icon("check").pixmap(QSize(16, 16), ratio, QIcon.Mode.Normal, QIcon.State.Off)
    assert scaled.toImage().size() == pixmap.size()
    edges = [pixmap.toImage().pixelColor(x, y).alpha() for x, y in inked(pixmap.toImage())]
    assert max(edges) > 180, "the stroke is nowhere as dark as its colour: it was enlarged"


@pytest.mark.parametrize("ratio", RATIOS)
def test_the_words_of_a_button_keep_clear_of_its_icon(make: Maker, ratio: float) -> None:
    button = Button(make()._around.theme, "secondary", "store")
    assert button.iconSize() == QSize(16, 16), "an icon alone stands in the middle"
    button.setText("All shops")
    image = button.icon().pixmap(button.iconSize(), ratio, QIcon.Mode.Normal, QIcon.State.Off).toImage()
    assert image.size() == QSize(round(20 * ratio), round(16 * ratio))
    ink = inked(image)
    assert max(x for x, _ in ink) < 16 * ratio
    assert max(x for x, _ in ink) > 12 * ratio
    assert max(y for _, y in ink) > 12 * ratio
