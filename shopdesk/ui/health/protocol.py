"""What was said to the mail servers and heard from them: to read, to copy for support, to save."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from shopdesk.domain.errors import FileNotSaved
from shopdesk.domain.mailbox import Mailbox
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

SIZE = (860, 560)


class ProtocolViewer(QDialog):
    """Shows lines that hold no secrets; those of one mailbox or of all."""

    refresh_asked = Signal()

    def __init__(self, theme: Theme, mailboxes: Sequence[Mailbox], chosen: Mailbox | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lines: Sequence[str] = ()
        self._choice = QComboBox()
        self._choice.addItem(translate("Health", "All mailboxes"), "")
        for mailbox in mailboxes:
            self._choice.addItem(mailbox.shown, mailbox.address)
        self._choice.setCurrentIndex(0 if chosen is None else max(self._choice.findData(chosen.address), 0))
        self._choice.setAccessibleName(translate("Health", "Mailbox"))
        self._choice.setMinimumHeight(theme.px(32))
        self._choice.currentIndexChanged.connect(self._show)
        self._note = plain_label("meta", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("kind", "log")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.refresh, self.copy, self.save = (Button(theme, "secondary") for _ in range(3))
        self._arrange(theme)
        self.refresh.clicked.connect(self.refresh_asked)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.text.toPlainText()))
        self.save.clicked.connect(self._save)
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self._say()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show other lines, the newest at the end and in sight."""
        self._lines = lines
        self._show()

    def take_lines(self, lines: Sequence[str]) -> None:
        """The same for an answer that may come when the dialog is gone already."""
        if isValid(self):
            self.show_lines(lines)

    def _arrange(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.addWidget(self._choice)
        row.addStretch(1)
        for button in (self.refresh, self.copy, self.save):
            row.addWidget(button)
        column = QVBoxLayout(self)
        margin = theme.px(16)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(10))
        column.addLayout(row)
        column.addWidget(self._note)
        column.addWidget(self.text, 1)

    def _say(self) -> None:
        self.setWindowTitle(translate("Health", "Protocol"))
        self._note.setText(
            translate("Health", "Commands and answers, without passwords and without the text of mails.")
        )
        self.text.setAccessibleName(translate("Health", "Protocol"))
        self.refresh.setText(translate("Health", "Refresh"))
        self.copy.setText(translate("Health", "Copy"))
        self.save.setText(translate("Health", "Save as…"))

    def _show(self) -> None:
        address = self._choice.currentData()
        shown = [line for line in self._lines if not address or f" {address} #" in line]
        self.text.setPlainText("\n".join(shown) or translate("Health", "Nothing was said yet."))
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        title = translate("Health", "Save the protocol")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path(folder) / "shopdesk-protocol.txt"))
        if chosen:
            self._note.setText(self._saved(Path(chosen)))

    def _saved(self, path: Path) -> str:
        try:
            path.write_text(self.text.toPlainText() + "\n", "utf-8")
        except OSError as problem:
            return error_text(FileNotSaved(f"{path}: {problem.strerror}"))
        return translate("Toast", "Saved as %1").replace("%1", path.name)
