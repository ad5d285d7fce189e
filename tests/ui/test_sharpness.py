"""High resolution screens: icons are drawn for the device's own pixels, at 1, 1.25, 1.5 and 2 of them for each px."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

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
