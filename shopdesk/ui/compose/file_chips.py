"""The files that go along."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from shopdesk.domain.draft import DraftFile
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import IconButton, Picture, plain_label
from shopdesk.ui.words import translate

_NAME_WIDTH = 170
_COLUMNS = 2


def size_text(size: int) -> str:
    """Bytes as people read them."""
    return QLocale().formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


class FileChip(QFrame):
    """Name (cut in the middle), size, and a button that leaves it out."""

    def __init__(self, theme: Theme, file: DraftFile) -> None:
        super().__init__()
        self.file = file
        self.setProperty("kind", "bar")
        icon = "image" if file.media_type.startswith("image/") else "paperclip"
        label = plain_label("meta2")
        label.setText(theme.metrics(12).elidedText(file.name, Qt.TextElideMode.ElideMiddle, theme.px(_NAME_WIDTH)))
        label.setToolTip(file.name)
        self.remove = IconButton(theme, "x", 24)
        self.remove.name(translate("Composer", "Remove the file %1").replace("%1", file.name))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(2), theme.px(2), theme.px(2))
        row.setSpacing(theme.px(6))
        row.addWidget(Picture(theme, icon, 14, "text3"))
        row.addWidget(label, 1)
        row.addWidget(plain_label("meta", size_text(file.size)))
        row.addWidget(self.remove)


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
        self.chips = [FileChip(self._theme, file) for file in files]
        self._grid.setSpacing(self._theme.px(6))
        for place, chip in enumerate(self.chips):
            chip.remove.clicked.connect(lambda _=False, file=chip.file: self.removed.emit(file))
            self._grid.addWidget(chip, place // _COLUMNS, place % _COLUMNS)
        self._grid.setColumnStretch(_COLUMNS, 1)
        self.setVisible(bool(files))
