"""The head of the page of reports: which days, which hours, and the file."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.reports.presenter import LENGTHS
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.widgets.segments import Segments
from shopdesk.ui.widgets.switch import Switch
from shopdesk.ui.words import translate


class ReportsHead(QWidget):
    """Says what a person chose."""

    length_chosen = Signal(int)
    """Days; 0 for own ones."""
    days_chosen = Signal(object, object)
    """First and last `date`."""
    hours_chosen = Signal(bool)
    save_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title, self.period = plain_label("page"), plain_label("text")
        self.lengths = Segments(len(LENGTHS) + 1)
        self.first, self.last = _day_field(), _day_field()
        self.open_hours, self._hours_words = Switch(theme), plain_label("text")
        self.save = Button(theme, "secondary", "download")
        self._own = QWidget()
        self._arrange()
        self.lengths.chosen.connect(self._chosen)
        for field in (self.first, self.last):
            field.dateChanged.connect(lambda _: self.days_chosen.emit(_day(self.first), _day(self.last)))
        self.open_hours.toggled.connect(self.hours_chosen)
        self.save.clicked.connect(self.save_asked)

    def retranslate(self, days: int) -> None:
        """Say everything in the present language; `days` is the chosen length."""
        self.title.setText(translate("Reports", "Reports"))
        words = [translate("Reports", "%1 days").replace("%1", str(length)) for length in LENGTHS]
        self.lengths.say([*words, translate("Reports", "Other days")], translate("Reports", "Period"))
        self.lengths.show_chosen(LENGTHS.index(days) if days else len(LENGTHS))
        self._own.setVisible(not days)
        self.first.setAccessibleName(translate("Reports", "First day"))
        self.last.setAccessibleName(translate("Reports", "Last day"))
        self._hours_words.setText(translate("Reports", "Opening hours only"))
        self.open_hours.setAccessibleName(translate("Reports", "Count times in opening hours only"))
        self.save.setText(translate("Reports", "Save…"))
        self.save.setToolTip(translate("Reports", "Save the figures as CSV or Excel"))

    def show_period(self, words: str, first: date, last: date) -> None:
        """The period in words, and in the fields without telling anybody."""
        self.period.setText(words)
        for field, day in ((self.first, first), (self.last, last)):
            field.blockSignals(True)  # noqa: FBT003 - Qt's call
            field.setDate(QDate(day.year, day.month, day.day))
            field.blockSignals(False)  # noqa: FBT003 - Qt's call

    def focus_first(self) -> None:
        """Give the first control the keys."""
        self.lengths.focus_current()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.period)
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.addWidget(self.first)
        own.addWidget(self.last)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addWidget(self.lengths, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.save, 0, Qt.AlignmentFlag.AlignVCenter)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._own)
        below.addStretch(1)
        below.addWidget(self._hours_words)
        below.addWidget(self.open_hours)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(below)

    def _chosen(self, place: int) -> None:
        days = LENGTHS[place] if place < len(LENGTHS) else 0
        self._own.setVisible(not days)
        self.length_chosen.emit(days)


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())


def _day_field() -> QDateEdit:
    field = QDateEdit()
    field.setProperty("kind", "field")
    field.setCalendarPopup(True)
    field.setKeyboardTracking(False)
    return field
