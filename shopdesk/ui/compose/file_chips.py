"""The files that go along."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from shopdesk.domain.draft import DraftFile
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.file_chip import FileChip

_COLUMNS = 2


class FileChips(QWidget):
    """Chips in two columns; hidden without files."""

    removed = Signal(object)
    """A `DraftFile`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips: list[FileChip] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_files(self, files: Sequence[DraftFile]) -> None:
        """Show these instead."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [FileChip(self._theme, file.name, file.media_type, file.size) for file in files]
        self._grid.setSpacing(self._theme.px(6))
        for place, (chip, file) in enumerate(zip(self.chips, files, strict=True)):
            chip.remove.clicked.connect(lambda _=False, file=file: self.removed.emit(file))
            self._grid.addWidget(chip, place // _COLUMNS, place % _COLUMNS)
        self._grid.setColumnStretch(_COLUMNS, 1)
        self.setVisible(bool(files))
