"""The signature under the text: seen while writing, taken off or put on for one mail, never part of the words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label
from shopdesk.ui.words import translate

_MOST = 5
"""Lines that are shown; the rest is in the tool tip."""
_LINE = 18
_BUTTON = 24


class SignatureBox(QWidget):
    """Hidden where the mailbox has no signature."""

    toggled = Signal(bool)
    """Whether this mail shall have it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._width = 0
        self.words = plain_label("meta")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.off, self.on = IconButton(theme, "x", _BUTTON), Button(theme, "link")
        self.off.clicked.connect(lambda: self.toggled.emit(False))  # noqa: FBT003 - what a signal carries
        self.on.clicked.connect(lambda: self.toggled.emit(True))  # noqa: FBT003
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.words, 1)
        row.addWidget(self.off, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.on)
        row.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._cut)
        self.hide()

    def show_signature(self, text: str, *, signed: bool) -> None:
        """Show what is put under this mail, or that it was taken off."""
        self._text = text
        for widget in (self.words, self.off):
            widget.setVisible(signed)
        self.on.setVisible(not signed)
        self.words.setToolTip(text)
        self.words.setAccessibleName(translate("Composer", "Signature: %1").replace("%1", text))
        self.off.name(translate("Composer", "Leave the signature out of this mail"))
        self.on.setText(translate("Composer", "Add the signature"))
        self.setVisible(bool(text))
        self._cut()

    def fit(self, width: int) -> None:
        """Cut lines that do not fit."""
        if width != self._width:  # this is asked with every key
            self._width = width
            self._cut()

    def _cut(self) -> None:
        width = self._width
        metrics, room = self._theme.metrics(12), max(width - self._theme.px(_BUTTON + 8), 1)
        lines = ["-- ", *self._text.split("\n")]
        shown = lines[:_MOST] if len(lines) <= _MOST else [*lines[: _MOST - 1], "…"]
        cut = (metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in shown)
        self.words.setText("\n".join(cut))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        lines = self.words.text().count("\n") + 1
        high = self._theme.px(_LINE) * lines if self.on.isHidden() else self.on.sizeHint().height()
        return QSize(self._theme.px(200), max(high, self._theme.px(_BUTTON)))
