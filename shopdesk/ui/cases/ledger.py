"""The compensation ledger: what was paid in a month, case by case, against the limits."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk.domain.errors import FileNotSaved
from shopdesk.ui.case_words import money_text
from shopdesk.ui.cases.ledger_table import LedgerTable
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label
from shopdesk.ui.widgets.tile import Tile
from shopdesk.ui.words import counted, translate

if TYPE_CHECKING:
    from shopdesk.jobs.lane import WorkLane
    from shopdesk.services.case_ledger import MonthOfPayments
    from shopdesk.ui.case_desk import PaymentDesk
    from shopdesk.ui.desk import Now

_MOST_TILES = 4
_NEAR = Decimal("0.8")
"""From this share of a limit on the tile warns."""


class LedgerView(QWidget):
    """A month at a time; the figures come from the reader lane."""

    left = Signal()
    opened = Signal(object)
    """A `CaseId`."""
    told = Signal(str, str)
    failed = Signal(object)

    def __init__(self, theme: Theme, desk: "PaymentDesk", reading: "WorkLane", now: "Now") -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._reading = reading
        self._now = now
        self.month = _first_of(now())
        self.parts: Sequence[MonthOfPayments] = ()
        self.ask_target: Callable[[], str] = self._asked_target
        self.back, self.before, self.after = (
            IconButton(theme, icon) for icon in ("arrow-left", "chevron-left", "chevron-right")
        )
        self.title, self.name, self.sum = plain_label("page"), plain_label("head"), plain_label("text")
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.export = Button(theme, "secondary", "file-down")
        self.tiles: list[Tile] = []
        self.table = LedgerTable(theme, now)
        self.empty = plain_label("meta", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrange()
        self._connect()
        self.retranslate()

    def look(self) -> None:
        """Read the month anew."""
        wanted = self.month

        def have(parts: "Sequence[MonthOfPayments]") -> None:
            if isValid(self) and wanted == self.month:
                self.parts = parts
                self._show()

        self._reading.submit(lambda: self._desk.month(wanted), have, self.failed.emit)

    def step(self, by: int) -> None:
        """Another month; not one to come."""
        begin = _first_of(self.month + timedelta(days=31)) if by > 0 else _first_of(self.month - timedelta(days=1))
        if begin <= _first_of(self._now()):
            self.month = begin
            self._name_month()
            self.look()

    def focus_first(self) -> None:
        """Give the entries the keys, the way back where there are none."""
        (self.back if self.table.isHidden() else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(translate("Cases", "Compensation ledger"))
        self.back.name(translate("Cases", "Back to the board"), "Esc")
        self.before.name(translate("Cases", "The month before"))
        self.after.name(translate("Cases", "The month after"))
        self.export.setText(translate("Cases", "Export…"))
        self.empty.setText(translate("Cases", "Nothing was decided to be paid in this month."))
        self.table.retranslate()
        self._name_month()
        self._show()

    # --- inside -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        cases = sorted(
            (case for part in self.parts for case in part.cases), key=lambda case: (case.decided_at or self.month)
        )
        self.table.show_cases(cases, frozenset().union(*(part.counted for part in self.parts)))
        self.table.setVisible(bool(cases))
        self.empty.setVisible(not cases)
        self.export.setEnabled(bool(cases))
        self._show_tiles()
        words = counted(len(cases), translate("Cases", "1 payment"), translate("Cases", "%1 payments"))
        totals = " + ".join(money_text(part.total, part.currency) for part in self.parts if part.cases)
        self.sum.setText(" · ".join(part for part in (words, totals) if part))

    def _show_tiles(self) -> None:
        for tile in self.tiles:
            self._tiles.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        limited = [part for part in self.parts if part.limit is not None]
        shown = [part for part in limited if part.cases] or limited
        self.tiles = [self._tile(part) for part in shown[:_MOST_TILES]]
        for tile in self.tiles:
            self._tiles.addWidget(tile, 1)

    def _tile(self, part: "MonthOfPayments") -> Tile:
        tile, limit = Tile(self._theme), part.limit or Decimal(0)
        given, whole = money_text(part.goodwill, part.currency), money_text(limit, part.currency)
        name = translate("Cases", "Left for goodwill · %1").replace("%1", part.currency)
        note = translate("Cases", "%1 of %2 given").replace("%1", given).replace("%2", whole)
        if part.a_case is not None:
            most = translate("Cases", "at most %1 a case").replace("%1", money_text(part.a_case, part.currency))
            note = f"{note} · {most}"
        tone = "red" if part.goodwill > limit else "amber" if part.goodwill >= limit * _NEAR else ""
        tile.say(name, money_text(part.left, part.currency), note, tone, "circle-alert" if tone else "")
        return tile

    def _name_month(self) -> None:
        shape, begin = translate("Cases", "MMMM yyyy", "a month"), QDate(self.month.year, self.month.month, 1)
        self.name.setText(QLocale().toString(begin, shape))
        self.after.setEnabled(self.month < _first_of(self._now()))

    def _arrange(self) -> None:
        px, words, head = self._theme.px, QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.sum)
        head.setSpacing(px(8))
        head.addWidget(self.back)
        head.addLayout(words, 1)
        self.name.setMinimumWidth(px(130))
        for widget in (self.before, self.name, self.after, self.export):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(px(12))
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(28), px(24), px(28), px(24))
        column.setSpacing(px(16))
        column.addLayout(head)
        column.addLayout(self._tiles)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda _=False: self.left.emit())
        self.before.clicked.connect(lambda _=False: self.step(-1))
        self.after.clicked.connect(lambda _=False: self.step(1))
        self.export.clicked.connect(lambda _=False: self._export())
        self.table.opened.connect(self.opened)

    def _export(self) -> None:
        chosen = self.ask_target()
        if not chosen:
            return
        parts, words = self.parts, translate("Cases", "Saved %1")
        self._reading.submit(
            lambda: _write(parts, Path(chosen)),
            lambda name: self.told.emit(words.replace("%1", name), ""),
            self.failed.emit,
        )

    def _asked_target(self) -> str:
        title, name = translate("Cases", "Export the ledger"), f"ledger-{self.month:%Y-%m}.csv"
        chosen, kind = QFileDialog.getSaveFileName(self, title, name, "CSV (*.csv);;Excel (*.xlsx)")
        if chosen and "." not in Path(chosen).name:
            chosen += ".xlsx" if "xlsx" in kind else ".csv"
        return chosen


def _first_of(moment: datetime) -> datetime:
    """The begin of a month; the limits count months of UTC."""
    return moment.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _write(parts: "Sequence[MonthOfPayments]", path: Path) -> str:
    from shopdesk.services.case_ledger_table import ledger_csv, ledger_xlsx

    make = ledger_xlsx if path.suffix.casefold() == ".xlsx" else ledger_csv
    try:
        path.write_bytes(make(parts))
    except OSError as problem:
        raise FileNotSaved(str(path)) from problem
    return path.name
