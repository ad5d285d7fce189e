"""A tile: what it counts, the number, and a line about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Picture, plain_label, restate

_TONES = {"": "meta2", "red": "failed", "amber": "warning", "good": "good"}
_COLOURS = {"": "text2", "red": "red", "amber": "amber", "good": "accent_t"}


class Tile(QFrame):
    """A card with a number that is read from across the room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon: Picture | None = None
        self.setProperty("kind", "card")
        self.name, self.number, self.note = plain_label("meta2"), plain_label("number"), plain_label("meta2")
        self._foot = QHBoxLayout()
        self._foot.setSpacing(5)
        self._foot.addWidget(self.note, 1)
        self._column = QVBoxLayout(self)
        for label in (self.name, self.number):
            self._column.addWidget(label)
        self._column.addLayout(self._foot)
        theme.changed.connect(self._restyle)
        self._restyle()

    def say(self, name: str, number: str, note: str = "", tone: str = "", icon: str = "") -> None:
        """Show a number. In: tone of the line under it: red, amber, good, or empty for plain; its icon."""
        self.name.setText(name)
        self.number.setText(number)
        self.note.setText(note)
        restate(self.note, "type", _TONES[tone])
        self.setAccessibleName(f"{name}: {number}")
        self.setAccessibleDescription(note)
        if self._icon is not None:
            self._foot.removeWidget(self._icon)
            self._icon.deleteLater()
            self._icon = None
        if icon:
            self._icon = Picture(self._theme, icon, 14, _COLOURS[tone])
            self._foot.insertWidget(0, self._icon, 0, Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(18), px(14), px(14), px(14))
        self._column.setSpacing(px(2))
