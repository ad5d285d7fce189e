"""The list of the day in its card: head with the ring, tasks, what is done, the note of the evening."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from shopdesk.domain.day import Check, DayKind, Item
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.today.left_rows import LeftMenus, LeftRow
from shopdesk.ui.today.painted import Ring
from shopdesk.ui.today.presenter import TodayShown
from shopdesk.ui.today.tasks import TaskRow
from shopdesk.ui.today.wording import list_title, list_words
from shopdesk.ui.widgets.parts import Button, Pill, line, plain_label
from shopdesk.ui.words import due_words, translate

NOTE_PAUSE_MS = 800


class NoteField(QPlainTextEdit):
    """The note for the morning; saved at every pause."""

    paused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "source")
        self.setTabChangesFocus(True)
        self.setFixedHeight(76)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTE_PAUSE_MS)
        self._timer.timeout.connect(self.save)
        self.textChanged.connect(self._timer.start)

    def show_text(self, text: str) -> None:
        """Begin with a text that is saved already."""
        self.setPlainText(text)
        self._timer.stop()

    def save(self) -> None:
        """Save what was typed since."""
        self._timer.stop()
        self.paused.emit(self.toPlainText())

    @property
    def is_typed(self) -> bool:
        """Whether something was typed since it was saved."""
        return self._timer.isActive()

    def save_now(self) -> None:
        """Do not wait for a pause."""
        if self.is_typed:
            self.save()

    @override
    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.save_now()


class ListCard(QFrame):
    """One of the two lists."""

    acted = Signal(object)
    ticked = Signal(object)
    snoozed = Signal(object)
    """A list of conversations."""
    close_asked = Signal()
    counted = Signal(object, int)
    edit_asked = Signal()
    facts_asked = Signal()
    report_asked = Signal()

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self.setProperty("kind", "card")
        self.ring = Ring(theme)
        self.title, self.words = plain_label("card-title"), plain_label("text", wrap=True)
        self.close_day = Button(theme, "secondary", "moon")
        self.close_day.clicked.connect(lambda _=False: self.close_asked.emit())
        self.edit, self.report = Button(theme, "ghost", "list-checks"), Button(theme, "ghost", "file-text")
        self.edit.clicked.connect(lambda _=False: self.edit_asked.emit())
        self.report.clicked.connect(lambda _=False: self.report_asked.emit())
        self.note = NoteField()
        self._note_of: tuple[date, str] | None = None
        self.menus = LeftMenus(self, now)
        self.rows: list[TaskRow] = []
        self.left: list[LeftRow] = []
        self._pills = QHBoxLayout()
        self._tasks = QVBoxLayout()
        self._arrange()

    def show_list(self, shown: TodayShown) -> None:
        """Show a list as it is now."""
        run = shown.digest.run
        self.ring.show_done(run.done, len(run.items))
        self.ring.show_closed((run.day, run.kind), closed=run.closed_at is not None)
        self.title.setText(list_title(run.kind))
        self.words.setText(list_words(run))
        evening = run.kind is DayKind.WRAP_UP
        self.close_day.setVisible(evening and run.closed_at is None)
        self.close_day.setText(translate("Today", "Close the day"))
        self.edit.setText(translate("Today", "Edit list"))
        self.report.setText(translate("Today", "Report"))
        self.report.setVisible(evening)
        wanted = "secondary" if run.undecided else "primary"
        if self.close_day.property("kind") != wanted:
            self.close_day.setProperty("kind", wanted)
            self.close_day.setIcon(self._theme.icon("moon", "on_accent" if wanted == "primary" else "text"))
            self.close_day.style().unpolish(self.close_day)
            self.close_day.style().polish(self.close_day)
        self._show_pills(shown)
        self._show_rows(shown)

    @property
    def chosen(self) -> LeftRow | None:
        """The conversation of what is left that has the keys."""
        return next((row for row in self.left if row.isAncestorOf(self.window().focusWidget())), None)

    def focus_left(self, place: int) -> None:
        """Give a conversation of what is left the keys; without one the next task."""
        if self.left:
            row = self.left[max(0, min(place, len(self.left) - 1))]
            row.show()
            row.later.setFocus()
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """Give the next task's button the keys."""
        row = next((row for row in self.rows if row.button is not None), None)
        (row.button if row is not None and row.button is not None else self.close_day).setFocus()

    # --- inside ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        px = self._theme.px
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.words)
        words.addLayout(self._pills)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(px(20), px(20), px(20), px(20))
        head.setSpacing(px(12))
        head.addWidget(self.ring)
        head.addSpacing(px(8))
        head.addLayout(words, 1)
        for button in (self.edit, self.report, self.close_day):
            head.addWidget(button)
        self._tasks.setSpacing(0)
        self._tasks.setContentsMargins(1, 0, 1, px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addLayout(self._tasks)
        self.note.setParent(self)
        self.note.hide()

    def _show_pills(self, shown: TodayShown) -> None:
        _emptied(self._pills)
        run = shown.digest.run
        if run.begun_at is not None:
            begun = f"{run.begun_at.astimezone():%H:%M}"
            self._pills.addWidget(
                Pill(self._theme, "grey", "clock", translate("Today", "Started %1").replace("%1", begun))
            )
        others = [agent.name for agent in shown.team if shown.me is None or agent.id != shown.me.id]
        if others and shown.me is not None:
            shared = translate("Today", "Shared with %1").replace("%1", translate("Today", ", ").join(others[:2]))
            self._pills.addWidget(Pill(self._theme, "grey", "users", shared))
        self._pills.addStretch(1)

    def _show_rows(self, shown: TodayShown) -> None:
        run, writes = shown.digest.run, self.window().focusWidget() is self.note
        typed = {row.item.key: row.amount for row in self.rows if row.amount is not None}
        begun = {key: field.text() for key, field in typed.items()}
        counts = next((key for key, field in typed.items() if field.hasFocus()), "")
        self.note.setParent(self)
        _emptied(self._tasks)
        self.rows, self.left = [], []
        following = run.next_item if run.closed_at is None else None
        for item in (*(one for one in run.items if not one.is_done), *(one for one in run.items if one.is_done)):
            self._add_row(item, shown, is_next=item is following)
        self._go_on_counting(begun, counts)
        whose = run.day, shown.me.name if shown.me is not None else ""
        if not self.note.is_typed and (whose != self._note_of or not (writes or self.note.toPlainText())):
            self.note.show_text(shown.digest.evening_note)
            self._note_of = whose
        if writes:
            self.note.setFocus()

    def _go_on_counting(self, begun: Mapping[str, str], key: str) -> None:
        for row in self.rows:
            if row.amount is not None:
                row.amount.setText(begun.get(row.item.key, ""))
                if row.item.key == key:
                    row.show()
                    row.amount.setFocus()

    def _add_row(self, item: Item, shown: TodayShown, *, is_next: bool) -> None:
        kind = shown.digest.run.kind
        row = TaskRow(self._theme, item, kind, is_next=is_next)
        row.acted.connect(self.acted)
        row.ticked.connect(self.ticked)
        row.counted.connect(self.counted)
        row.facts_asked.connect(self.facts_asked)
        self.rows.append(row)
        self._tasks.addWidget(row)
        if item.check is Check.LEFT and not item.is_done:
            self._add_left(row, shown)
        if item.check is Check.NOTE and kind is DayKind.MORNING:
            for note in shown.digest.notes:
                words = f"{note.by}: {note.text}" if note.by else note.text
                self._tasks.addWidget(self._indented(plain_label("body", words, wrap=True)))
        if item.check is Check.NOTE and kind is DayKind.WRAP_UP:
            around = self._indented(self.note)
            self._tasks.addWidget(around)
            around.show()  # the layout would do it later, and only what is shown takes the keys
            self.note.setAccessibleName(translate("Today", "Note for the morning"))
            self.note.show()

    def _indented(self, widget: QWidget) -> QWidget:
        px, around = self._theme.px, QWidget()
        inside = QVBoxLayout(around)
        inside.setContentsMargins(px(58), 0, px(16), px(16))
        inside.addWidget(widget)
        return around

    def _add_left(self, task: TaskRow, shown: TodayShown) -> None:
        self.menus.others = [agent for agent in shown.team if shown.me is None or agent.id != shown.me.id]
        if task.button is not None:
            task.button.setText(translate("Today", "Snooze all"))
        box = QFrame()
        box.setProperty("kind", "task")
        box.setProperty("tone", str(task.property("tone")))
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, self._theme.px(12))
        rows.setSpacing(self._theme.px(2))
        for conversation in shown.left:
            due = due_words(conversation, self._now())
            row = LeftRow(self._theme, conversation, self.menus, due.text if due is not None else "")
            row.snoozed.connect(lambda one: self.snoozed.emit([one]))
            rows.addWidget(row)
            self.left.append(row)
        self._tasks.addWidget(box)


def _emptied(layout: QHBoxLayout | QVBoxLayout) -> None:
    while layout.count():
        taken = layout.takeAt(0)
        widget = taken.widget() if taken is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
