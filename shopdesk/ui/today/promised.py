"""What was promised for the day, with the quoted words: kept, moved or given up right here."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QLocale, QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.day import Check, DayKind, Digest, Promised
from shopdesk.domain.promise import PromiseKind
from shopdesk.ui.actions import Do
from shopdesk.ui.page import Run
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.widgets.promise_row import PromiseRow, promise_words
from shopdesk.ui.words import translate

_ICONS = {PromiseKind.SNOOZE: "alarm-clock", PromiseKind.TEMPLATE: "file-text"}


class PromisedCard(QFrame):
    """In the morning those that are due today, or late; in the evening those of tomorrow too, to be confirmed."""

    opened = Signal(object)
    """A conversation's number."""
    kept = Signal(object)
    """A `Promised`."""
    move_asked = Signal(object, QPoint)
    break_asked = Signal(object, QPoint)
    confirmed = Signal(object)
    """The `Item` of tomorrow's promises: all of them hold."""
    emptied = Signal()
    """The last row went while it had the keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._inside: QWidget | None = None
        self.rows: list[PromiseRow] = []
        self.confirm: Button | None = None

    def show_day(self, digest: Digest, now: datetime) -> None:
        """Show them as they are now; who was on one stays at its place."""
        px, had = self._theme.px, next((place for place, row in enumerate(self.rows) if row.has_keys), None)
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(10), px(6), px(10), px(6))
        column.setSpacing(px(8))
        morning = digest.run.kind is DayKind.MORNING
        shown = digest.promised if morning else (*digest.promised, *digest.promised_tomorrow)
        column.addLayout(self._head(digest, len(shown), morning=morning))
        self.rows = [self._row(one, now) for one in shown]
        for row in self.rows:
            column.addWidget(row)
        self._column.addWidget(inside)
        self.setVisible(bool(shown) and (morning or digest.run.closed_at is None))
        inside.show()
        if had is not None:
            self._give_back(had)

    def focus_first(self) -> None:
        """Give the first row the keys."""
        for row in self.rows[:1]:
            row.keep.setFocus()
            _bring_into_sight(self)

    def current(self) -> PromiseRow | None:
        """The row that has the keys."""
        return next((row for row in self.rows if row.has_keys), None)

    # --- inside ---------------------------------------------------------------------------------------------

    def _head(self, digest: Digest, count: int, *, morning: bool) -> QHBoxLayout:
        words = translate("Today", "Promised for today") if morning else translate("Today", "Promised until tomorrow")
        head = QHBoxLayout()
        head.addWidget(plain_label("card-head", words))
        head.addWidget(plain_label("meta2", QLocale().toString(count)), 1)
        item = digest.run.item(Check.PROMISES.value)
        self.confirm = None
        if not morning and item is not None and not item.is_done:
            self.confirm = Button(self._theme, "secondary", "check")
            self.confirm.setText(translate("Today", "They all hold"))
            self.confirm.clicked.connect(lambda _=False: self.confirmed.emit(item))
            head.addWidget(self.confirm)
        return head

    def _row(self, one: Promised, now: datetime) -> PromiseRow:
        words = promise_words(one.kind, one.quoted, one.by)
        icon = _ICONS.get(one.kind, "")
        row = PromiseRow(self._theme, one.name, words, one.due, now, leads=True, icon=icon)
        row.kept.connect(lambda: self.kept.emit(one))
        row.move_asked.connect(lambda at: self.move_asked.emit(one, at))
        row.break_asked.connect(lambda at: self.break_asked.emit(one, at))
        row.opened.connect(lambda: self.opened.emit(one.conversation_id))
        return row

    def _give_back(self, place: int) -> None:
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].keep.setFocus()
        else:
            self.emptied.emit()


def with_promises(runs: Mapping[Do, Run], card: PromisedCard) -> Mapping[Do, Run]:
    """What the keys do on the page; those of done and later are the promise's while one of the card has the focus."""

    def first(do: Do, mine: Callable[[PromiseRow], object]) -> Run:
        run, possible = runs[do]

        def either() -> object:
            row = card.current()
            return run() if row is None else mine(row)

        return either, lambda: card.current() is not None or possible()

    return {
        **runs,
        Do.DONE: first(Do.DONE, lambda row: row.kept.emit()),
        Do.SNOOZE: first(Do.SNOOZE, PromiseRow.ask_move),
    }


def _bring_into_sight(card: QWidget) -> None:
    above = card.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(card)
