"""The days that were: a list, the report of each, its text for the clipboard and as a PDF file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from shopdesk.domain.day import DayNote, DayRecord
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.day_desk import DayDesk
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.today.line_list import LineList
from shopdesk.ui.today.report_words import closed_words, report_html, report_text, report_title
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

_SIZE, _LIST = (760, 480), 260


class ReportsPopover(Overlay):
    """The newest day first."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, desk: DayDesk, reading: WorkLane) -> None:
        super().__init__(theme, window, scrim=True)
        self._desk = desk
        self._reading = reading
        self._is_open = True
        self.days: list[tuple[DayRecord, list[DayNote]]] = []
        self.title = plain_label("subject", translate("Today", "Reports of days"))
        self.list, self.text = LineList(theme, self.title.text()), QPlainTextEdit()
        self.copy, self.save = Button(theme, "secondary", "copy"), Button(theme, "primary", "file-down")
        self.leave = Button(theme, "secondary")
        self._say()
        self._arrange()
        self.list.marked.connect(self._show)
        self.copy.clicked.connect(lambda _=False: self._copy())
        self.save.clicked.connect(lambda _=False: self._ask())
        self.leave.clicked.connect(lambda _=False: self.close_now())
        self.closed.connect(self._ended)

    def show_days(self) -> None:
        """Open it."""
        self.open(self.list)
        self._reading.submit(
            lambda: (self._desk.history(), self._desk.notes()), lambda read: self._fill(*read), self.failed.emit
        )

    def write(self, path: Path) -> None:
        """Write the marked day as a PDF file."""
        from shopdesk.ui.widgets.pdf import write_pdf

        record, notes = self.days[self.list.row]
        try:
            write_pdf(report_html(record, notes), path)
        except OSError as error:
            self.failed.emit(error)
        else:
            self.told.emit(translate("Today", "Saved %1").replace("%1", path.name))

    # --- inside ---------------------------------------------------------------------------------------------

    def _say(self) -> None:
        self.setAccessibleName(self.title.text())
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("kind", "text")
        self.text.setAccessibleName(translate("Today", "Report"))
        self.copy.setText(translate("Today", "Copy the text"))
        self.save.setText(translate("Today", "Save as PDF…"))
        self.leave.setText(translate("Today", "Close"))
        self._show(-1)

    def _arrange(self) -> None:
        px = self._theme.px
        middle, foot = QHBoxLayout(), QHBoxLayout()
        self.list.setFixedWidth(px(_LIST))
        middle.setSpacing(px(12))
        middle.addWidget(self.list)
        middle.addWidget(self.text, 1)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.title)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _fill(self, records: Sequence[DayRecord], notes: Sequence[DayNote]) -> None:
        if not self._is_open:
            return
        self.days = [(record, [note for note in notes if note.day == record.day]) for record in records]
        self.list.show_lines([f"{report_title(record)}\n{closed_words(record)}" for record, _ in self.days])
        self.list.go_to(0 if self.days else -1)

    def _show(self, row: int) -> None:
        here = 0 <= row < len(self.days)
        for button in (self.copy, self.save):
            button.setEnabled(here)
        self.text.setPlainText(report_text(*self.days[row]) if here else translate("Today", "No day was begun yet."))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.told.emit(translate("Today", "Copied"))

    def _ask(self) -> None:
        record, _ = self.days[self.list.row]
        name, _ = QFileDialog.getSaveFileName(
            self, translate("Today", "Save as PDF…"), f"shopdesk-{record.day}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.write(Path(name))

    def _ended(self) -> None:
        self._is_open = False

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        width, height = min(px(_SIZE[0]), self.width() - px(48)), min(px(_SIZE[1]), self.height() - px(48))
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
