"""The accessibility walk over every screen and state, in both languages and at two text sizes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.ui.accessibility import walk
from tests.ui.contrast import faint_text
from tests.ui.shown.stage import Stage, everything_shown

SHOWN = everything_shown()
CONTRAST_IN_BOTH = {name for name in SHOWN if name.isalpha()}
"""The plain state of each area is looked at in light colours too."""
LOOKS = [("en", "light", 150), ("zh_CN", "dark", 100)]
"""Long words in large letters, and the letters that are thinnest in their usual size: where most faults are found."""
if os.environ.get("WALK") == "all":
    LOOKS += [("en", "light", 100), ("zh_CN", "dark", 150)]


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    """A stage that is cleared at the end."""
    made = Stage(qapp)
    yield made
    made.clear()


@pytest.mark.parametrize(("language", "scheme", "scale"), LOOKS)
@pytest.mark.parametrize("name", sorted(SHOWN))
def test_everybody_can_use_and_read_it(stage: Stage, name: str, scale: int, language: str, scheme: str) -> None:
    """With `WALK=all` in the environment every look is walked, which takes twice as long."""
    stage.language, stage.scale, stage.scheme = language, scale, scheme
    shown = SHOWN[name](stage)
    assert walk(shown) == []
    if scale == 100 or name in CONTRAST_IN_BOTH:
        assert list(faint_text(shown)) == []


# --- the walk itself finds what is planted ---------------------------------------------------------------


def planted(make: Callable[[QWidget, QVBoxLayout], None]) -> list[str]:
    """What the walk says about a small window with one fault."""
    window = QWidget()
    column = QVBoxLayout(window)
    make(window, column)
    window.resize(300, 200)
    window.show()
    found = walk(window) + list(faint_text(window))
    window.close()
    window.deleteLater()
    return found


def _nameless(_: QWidget, column: QVBoxLayout) -> None:
    column.addWidget(QLineEdit())


def _unreachable(_: QWidget, column: QVBoxLayout) -> None:
    button = QPushButton("Do it")
    button.setFocusPolicy(button.focusPolicy().NoFocus)
    column.addWidget(button)


def _small(_: QWidget, column: QVBoxLayout) -> None:
    button = QPushButton("")
    button.setAccessibleName("Done")
    button.setFixedSize(20, 20)
    column.addWidget(button)


def _cut(_: QWidget, column: QVBoxLayout) -> None:
    label = QLabel("Mark this conversation as done")
    label.setFixedWidth(60)
    column.addWidget(label)


def _twice(window: QWidget, _: QVBoxLayout) -> None:
    for text in ("One", "Two"):
        action = QAction(text, window)
        action.setShortcut(QKeySequence("Ctrl+D"))


def _faint(_: QWidget, column: QVBoxLayout) -> None:
    label = QLabel("Grey on white")
    label.setStyleSheet("color: #999999; background: #ffffff")  # whatever theme another test left behind
    column.addWidget(label)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (_nameless, "no accessible name"),
        (_unreachable, "Tab does not reach it"),
        (_small, "too small to hit"),
        (_cut, "needs"),
        (_twice, "taken by One, Two"),
        (_faint, "too faint"),
    ],
)
def test_the_walk_finds_a_planted_fault(
    qapp: QApplication, fault: Callable[[QWidget, QVBoxLayout], None], words: str
) -> None:
    found = planted(fault)
    assert len(found) == 1
    assert words in found[0]
