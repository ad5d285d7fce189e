"""The files that go along with every reply made of a template."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeDatabase, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.template import TemplateFile
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.file_chip import FileChip
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

LARGEST = 10 << 20
"""Bytes of all files of one template; the library has the same limit."""
_COLUMNS = 2


class FilesRow(QWidget):
    """Chips in two columns, and a button for more."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.files: tuple[TemplateFile, ...] = ()
        self.chips: list[FileChip] = []
        self.ask: Callable[[], Sequence[str]] = self._asked
        self.add, self.refusal = Button(theme, "ghost", "paperclip"), plain_label("failed", wrap=True)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(_COLUMNS, 1)
        foot, column = QHBoxLayout(), QVBoxLayout(self)
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._grid)
        column.addLayout(foot)
        column.addWidget(self.refusal)
        self.refusal.hide()
        self.add.clicked.connect(lambda _=False: self.take(self.ask()))

    def show_files(self, files: Sequence[TemplateFile]) -> None:
        """Show these instead; nobody is told."""
        if tuple(files) == self.files:
            return
        self.files = tuple(files)
        self.refusal.hide()
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [FileChip(self._theme, file.name, file.media_type, file.size) for file in self.files]
        self._grid.setSpacing(self._theme.px(6))
        for place, (chip, file) in enumerate(zip(self.chips, self.files, strict=True)):
            chip.remove.clicked.connect(lambda _=False, file=file: self._remove(file))
            self._grid.addWidget(chip, place // _COLUMNS, place % _COLUMNS)

    def take(self, paths: Sequence[str]) -> None:
        """Add files by their paths, from the dialog or dropped; why one of them is not taken is said here."""
        files, words = list(self.files), ""
        for path in map(Path, paths):
            try:
                content = path.read_bytes() if path.stat().st_size <= LARGEST else b""
            except OSError:
                words = translate("Templates", "“%1” cannot be read.").replace("%1", path.name)
                continue
            if not content or sum(file.size for file in files) + len(content) > LARGEST:
                words = translate("Templates", "“%1” is empty, or too large: a template takes 10 MB of files.")
                words = words.replace("%1", path.name)
                continue
            media_type = QMimeDatabase().mimeTypeForFile(str(path)).name() or "application/octet-stream"
            files.append(TemplateFile(path.name, media_type, len(content), content=content))
        if tuple(files) != self.files:
            self.show_files(files)
            self.changed.emit()
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.add.setText(translate("Templates", "Attach files"))
        self.add.setAccessibleName(translate("Templates", "Attach files to every reply made of this template"))

    def _remove(self, file: TemplateFile) -> None:
        self.show_files([one for one in self.files if one is not file])
        self.changed.emit()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self) -> Sequence[str]:
        paths, _ = QFileDialog.getOpenFileNames(self, translate("Templates", "Attach files"))
        return paths
