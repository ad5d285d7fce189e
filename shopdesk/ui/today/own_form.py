"""The fields of one of the shop's own lines on the lists of the day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QPushButton, QWidget

from shopdesk.domain.day import DayKind, OwnItem
from shopdesk.domain.errors import InputRefused
from shopdesk.ui.day_desk import OwnItemDesk
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.today.list_editor import LineForm
from shopdesk.ui.today.wording import list_title
from shopdesk.ui.widgets.switch import Switch
from shopdesk.ui.words import translate

_MOST = 999_999
_WEEK, _IN_A_ROW = 7, 4


class OwnItemForm(LineForm[OwnItem]):
    """Name, list, weekdays, the days of a campaign, whether it must be seen to, and what is counted."""

    def __init__(self, theme: Theme, desk: OwnItemDesk) -> None:
        super().__init__(theme)
        self._desk = desk
        self._begun = OwnItem(0, DayKind.MORNING, "")
        self.title = translate("Today", "Your own tasks")
        self.words = translate("Today", "They stand on the lists of the days that you choose.")
        self.remove_words = translate("Today", "Remove")
        self.name = self.text_row(translate("Today", "Task"))
        self.kind = QComboBox()
        for one in DayKind:
            self.kind.addItem(list_title(one), one)
        self.add_row(translate("Today", "List"), self.kind)
        self.days = self._weekdays()
        hint = translate("Today", "2026-11-30, or empty")
        self.starts = self.text_row(translate("Today", "First day"), hint)
        self.ends = self.text_row(translate("Today", "Last day"), hint)
        self.required = Switch(theme)
        self.add_row(translate("Today", "Must be done"), self.required)
        self.counted = Switch(theme)
        self.add_row(translate("Today", "Count what is left"), self.counted)
        self.reorder = self.text_row(translate("Today", "Order again at"))
        self.reorder.setValidator(QIntValidator(0, _MOST, self.reorder))
        self.counted.toggled.connect(self.reorder.setEnabled)

    @override
    def read(self) -> Sequence[OwnItem]:
        return self._desk.all()

    @override
    def line(self, value: OwnItem) -> str:
        names = translate("Today", ", ").join(_day_name(day) for day in sorted(value.weekdays))
        parts = [list_title(value.kind), names or translate("Today", "every day")]
        if value.starts is not None or value.ends is not None:
            parts.append("–".join(one.isoformat() if one is not None else "" for one in (value.starts, value.ends)))
        return f"{value.title}\n{' · '.join(parts)}"

    @override
    def key(self, value: OwnItem) -> object:
        return value.id

    @override
    def fill(self, value: OwnItem | None) -> None:
        self._begun = value = value or OwnItem(0, DayKind.MORNING, "")
        self.name.setText(value.title)
        self.kind.setCurrentIndex(max(self.kind.findData(value.kind), 0))
        for day, button in enumerate(self.days):
            button.setChecked(day in value.weekdays)
        self.starts.setText(value.starts.isoformat() if value.starts is not None else "")
        self.ends.setText(value.ends.isoformat() if value.ends is not None else "")
        self.required.setChecked(value.required)
        self.counted.setChecked(value.reorder_at is not None)
        self.reorder.setEnabled(value.reorder_at is not None)
        self.reorder.setText("" if value.reorder_at is None else str(value.reorder_at))

    @override
    def adopt(self, value: OwnItem | None) -> None:
        self._begun = value or OwnItem(0, DayKind.MORNING, "")

    @override
    def typed(self) -> OwnItem:
        counts = self.counted.isChecked()
        if counts and not self.reorder.text().strip():
            raise InputRefused("reorder", "is empty")
        return replace(
            self._begun,
            title=self.name.text(),
            kind=DayKind(self.kind.currentData()),
            weekdays=tuple(day for day, button in enumerate(self.days) if button.isChecked()),
            starts=_day(self.starts.text(), "start"),
            ends=_day(self.ends.text(), "end"),
            required=self.required.isChecked(),
            reorder_at=int(self.reorder.text()) if counts else None,
        )

    @override
    def write(self, value: OwnItem) -> object:
        return self._desk.save(value)

    @override
    def drop(self, value: OwnItem) -> None:
        self._desk.remove(value.id)

    def suggest(self) -> None:
        """Bring in the lines that come with the program; in the store lane."""
        self._desk.suggest(QLocale().name())

    @override
    def refusal(self, error: InputRefused) -> tuple[str, QWidget]:
        day = translate("Today", "Write the day as 2026-11-30; the last one must not be before the first.")
        return {
            "start": (day, self.starts),
            "end": (day, self.ends),
            "reorder": (translate("Today", "Say at which number it is ordered again."), self.reorder),
        }.get(error.field, (translate("Today", "Say in up to 120 signs what is to be done."), self.name))

    @override
    def first(self) -> QWidget:
        return self.name

    def _weekdays(self) -> list[QPushButton]:
        frame, grid = QFrame(), QGridLayout()
        frame.setProperty("kind", "segments")
        frame.setLayout(grid)
        grid.setContentsMargins(2, 2, 2, 2)
        grid.setSpacing(0)
        buttons = []
        for day in range(_WEEK):
            button = QPushButton(_day_name(day))
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAccessibleName(QLocale().dayName(day + 1))
            buttons.append(button)
            grid.addWidget(button, day // _IN_A_ROW, day % _IN_A_ROW)
        self.add_row(translate("Today", "Only on"), frame)
        return buttons


def _day_name(day: int) -> str:
    return QLocale().dayName(day + 1, QLocale.FormatType.ShortFormat)


def _day(text: str, field: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError as error:
        raise InputRefused(field, "is no day") from error
