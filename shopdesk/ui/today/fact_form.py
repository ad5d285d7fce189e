"""The fields of one fact of the board."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtWidgets import QWidget

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.fact import Fact, FactState
from shopdesk.ui.day_desk import FactDesk
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.today.list_editor import LineForm
from shopdesk.ui.words import translate


class FactForm(LineForm[Fact]):
    """Name, value, from when, until when."""

    def __init__(self, theme: Theme, desk: FactDesk, now: Now) -> None:
        super().__init__(theme)
        self._desk = desk
        self._now = now
        self._begun = Fact("", "")
        self._before = ""
        self.title = translate("Today", "Today’s facts")
        self.words = translate("Today", "Templates read them as {{facts.name}}; an expired one stops the template.")
        self.remove_words = translate("Today", "Remove")
        self.name = self.text_row(translate("Today", "Name"), "cut_off")
        self.value = self.text_row(translate("Today", "Value"))
        hint = translate("Today", "2026-11-30 18:00, or empty")
        self.starts = self.text_row(translate("Today", "From"), hint)
        self.ends = self.text_row(translate("Today", "Until"), hint)

    @override
    def read(self) -> Sequence[Fact]:
        return self._desk.all()

    @override
    def line(self, value: Fact) -> str:
        state = {
            FactState.EXPIRED: translate("Today", "Expired"),
            FactState.COMING: translate("Today", "Not yet"),
        }.get(value.state(self._now()))
        detail = value.value if state is None else f"{state} · {value.value}"
        return f"{value.name}\n{detail}"

    @override
    def key(self, value: Fact) -> object:
        return value.name

    @override
    def fill(self, value: Fact | None) -> None:
        self._begun = value = value or Fact("", "")
        self.name.setText(value.name)
        self.value.setText(value.value)
        self.starts.setText(_shown(value.starts))
        self.ends.setText(_shown(value.ends))

    @override
    def adopt(self, value: Fact | None) -> None:
        self._begun = value or Fact("", "")

    @override
    def typed(self) -> Fact:
        starts = _moment(self.starts.text(), "start", time.min)
        ends = _moment(self.ends.text(), "end", None)
        self._before = self._begun.name
        return replace(self._begun, name=self.name.text(), value=self.value.text(), starts=starts, ends=ends)

    @override
    def write(self, value: Fact) -> object:
        name, before = value.name.strip().casefold(), self._before
        if name != before and any(one.name == name for one in self._desk.all()):
            raise InputRefused("taken", "is the name of another fact")
        self._desk.save(value)
        if before and before != name:
            self._desk.remove(before)
        return name

    @override
    def drop(self, value: Fact) -> None:
        self._desk.remove(value.name)

    @override
    def refusal(self, error: InputRefused) -> tuple[str, QWidget]:
        moment = translate("Today", "Write it as 2026-11-30 18:00; the end must be after the start.")
        return {
            "start": (moment, self.starts),
            "end": (moment, self.ends),
            "value": (translate("Today", "Say in up to 500 signs what holds."), self.value),
            "taken": (translate("Today", "Another fact has this name."), self.name),
        }.get(
            error.field,
            (translate("Today", "The name begins with a letter and has only a–z, digits and _, up to 40."), self.name),
        )

    @override
    def first(self) -> QWidget:
        return self.name


def _shown(at: datetime | None) -> str:
    return "" if at is None else f"{at.astimezone():%Y-%m-%d %H:%M}"


def _moment(text: str, field: str, at: time | None) -> datetime | None:
    """A moment (UTC); a day without a time begins `at`, or (None) counts until it is over."""
    text = text.strip()
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        try:
            return datetime.fromisoformat(text).astimezone(UTC)
        except ValueError as error:
            raise InputRefused(field, "is no moment") from error
    begin = day if at is not None else day + timedelta(days=1)
    return datetime.combine(begin, at or time.min).astimezone(UTC)
