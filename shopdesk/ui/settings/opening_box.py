"""A company's opening hours: a line for each weekday, lunch, zone, holidays, own days; each acts when it is left."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QLocale, QTimeZone, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.target import OpeningHours, Span
from shopdesk.domain.target_texts import days_text, opened_text, read_days, read_opened, read_spans, spans_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

WEEKDAYS = range(7)
_WORKDAYS = range(1, 5)
_ODD = ("Etc/", "SystemV/", "posix", "right/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/")
Country = tuple[str, str]
"""ISO code and name."""


class OpeningBox(QWidget):
    """Shows opening hours; `changed` hands over what they became."""

    changed = Signal(object)
    """The `OpeningHours` as they are now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._opening = OpeningHours()
        self._labels = [plain_label("label") for _ in range(12)]
        self._countries: Sequence[Country] = ()
        self.days = [self._line(self._take_week) for _ in WEEKDAYS]
        self.lunch = self._line(self._take_lunch)
        self.closed = self._line(self._take_closed)
        self.opened = self._line(self._take_opened)
        self.alike = Button(theme, "link")
        self.zone = CalmBox(theme)
        self.country = CalmBox(theme)
        self.refusal = plain_label("failed", wrap=True)
        self._arrange(theme)
        self.zone.addItems(_zones())
        self.alike.clicked.connect(self._as_on_monday)
        self.zone.activated.connect(lambda _: self._keep(zone=self.zone.currentText()))
        self.country.activated.connect(lambda _: self._keep(country=self.country.currentData()))
        self.retranslate()

    @property
    def opening(self) -> OpeningHours:
        """What it shows."""
        return self._opening

    def show_opening(self, opening: OpeningHours) -> None:
        """Fill the fields; nobody is told."""
        self._opening = opening
        self._refuse("")
        for line, spans in zip(self.days, opening.week, strict=True):
            line.setText(spans_text(spans))
        self.lunch.setText(opening.lunch.written if opening.lunch else "")
        self.closed.setText(days_text(opening.closed))
        self.opened.setText(opened_text(opening.opened))
        if self.zone.findText(opening.zone) < 0:
            self.zone.addItem(opening.zone)
        self.zone.setCurrentText(opening.zone)
        self._show_country()

    def show_countries(self, countries: Sequence[Country]) -> None:
        """Offer these countries, in their order."""
        self._countries = countries
        self._show_country()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        locale = QLocale()
        days = [locale.standaloneDayName(day + 1, QLocale.FormatType.LongFormat) for day in WEEKDAYS]
        others = [
            translate("Targets", "Lunch"),
            translate("Targets", "Time zone"),
            translate("Targets", "Public holidays"),
            translate("Targets", "Also closed"),
            translate("Targets", "Also open"),
        ]
        controls = [*self.days, self.lunch, self.zone, self.country, self.closed, self.opened]
        for label, control, text in zip(self._labels, controls, [*days, *others], strict=True):
            label.setText(text)
            control.setAccessibleName(text)
        for line in self.days:
            line.setPlaceholderText(translate("Targets", "closed"))
        self.lunch.setPlaceholderText(translate("Targets", "none, or 12:00-13:00"))
        self.closed.setPlaceholderText(translate("Targets", "days such as 2026-12-24, 2026-12-31"))
        self.opened.setPlaceholderText(translate("Targets", "days such as 2026-12-20 10:00-14:00"))
        self.alike.setText(translate("Targets", "Tuesday to Friday as on Monday"))
        self._show_country()

    # --- inside -------------------------------------------------------------------------------------------

    def _line(self, take: Callable[[], None]) -> QLineEdit:
        made = QLineEdit()
        made.setProperty("kind", "field")
        made.editingFinished.connect(take)
        return made

    def _arrange(self, theme: Theme) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(16))
        form.setVerticalSpacing(theme.px(6))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        fields = [*self.days, self.lunch, self.zone, self.country, self.closed, self.opened]
        for number, (label, field) in enumerate(zip(self._labels, fields, strict=True)):
            label.setBuddy(field)
            label.setMinimumHeight(theme.px(34))
            form.addRow(label, field)
            if number == len(self.days) - 1:
                form.addRow(plain_label("meta"), self.alike)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.refusal)
        self.refusal.hide()
        self.alike.setAutoDefault(False)

    def _show_country(self) -> None:
        chosen = self._opening.country
        self.country.clear()
        self.country.addItem(translate("Targets", "None"), "")
        known = dict(self._countries)
        for code, name in self._countries or ((chosen, chosen),) * bool(chosen):
            self.country.addItem(name, code)
        if chosen and chosen not in known and self._countries:
            self.country.addItem(chosen, chosen)
        self.country.setCurrentIndex(max(0, self.country.findData(chosen)))

    def _as_on_monday(self) -> None:
        for day in _WORKDAYS:
            self.days[day].setText(self.days[0].text())
        self._take_week()

    def _take_week(self) -> None:
        self._take(lambda: {"week": tuple(read_spans(line.text()) for line in self.days)})

    def _take_lunch(self) -> None:
        text = self.lunch.text().strip()
        self._take(lambda: {"lunch": _one(read_spans(text)) if text else None})

    def _take_closed(self) -> None:
        self._take(lambda: {"closed": read_days(self.closed.text())})

    def _take_opened(self) -> None:
        self._take(lambda: {"opened": read_opened(self.opened.text())})

    def _take(self, read: Callable[[], dict[str, Any]]) -> None:
        try:
            self._keep(**read())
        except InputRefused as refused:
            self._refuse(_refusal(refused))

    def _keep(self, **changes: Any) -> None:  # noqa: ANN401 - fields of `OpeningHours`
        opening = replace(self._opening, **changes)
        if opening.is_never_open:
            raise InputRefused("hours", "are empty")
        self._refuse("")
        if opening != self._opening:
            self._opening = opening
            self.changed.emit(opening)

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))


def own_zone() -> str:
    """The IANA name of this computer's zone; UTC when it has none."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "ignore")
    return name if name in available_timezones() else "UTC"


def _zones() -> list[str]:
    return ["UTC", *sorted(name for name in available_timezones() if "/" in name and not name.startswith(_ODD))]


def _one(spans: tuple[Span, ...]) -> Span:
    if len(spans) != 1:
        raise InputRefused("hours", "are not one span")
    return spans[0]


def _refusal(refused: InputRefused) -> str:
    if refused.field == "days":
        return translate("Targets", "Days are written like 2026-12-24; hours follow as 10:00-14:00.")
    if refused.why == "are empty":
        return translate("Targets", "The week needs at least one opening.")
    return translate("Targets", "Hours are written like 09:00-12:00, 13:00-18:00 and do not overlap.")
