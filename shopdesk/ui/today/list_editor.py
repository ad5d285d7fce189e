"""A popover with a list on the left and the fields of its marked line on the right."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.errors import InputRefused
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.today.line_list import LineList
from shopdesk.ui.widgets.leaving import Leaving, LeavingWords, asked
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

T = TypeVar("T")
_NEW = object()
"""The key of a line that is not there yet."""
_SIZE, _LIST = (820, 540), 280


class LineForm(QWidget, Generic[T]):
    """The fields of one line, and what is behind the list; `read` is done in the reader lane, `write` and `drop` in
    the store lane."""

    entered = Signal()
    title, words = "", ""
    remove_words = ""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(8))

    def read(self) -> Sequence[T]:
        """All lines."""
        raise NotImplementedError

    def line(self, value: T) -> str:
        """What the list says of one; a second line is its detail."""
        raise NotImplementedError

    def key(self, value: T) -> object:
        """What stays the same when a line is written again."""
        raise NotImplementedError

    def fill(self, value: T | None) -> None:
        """Show one, or (None) begin a new one."""
        raise NotImplementedError

    def adopt(self, value: T | None) -> None:
        """What is typed goes on from this one, which was saved meanwhile, or (None) is a new one."""
        raise NotImplementedError

    def typed(self) -> T:
        """What stands in the fields; raises `InputRefused`."""
        raise NotImplementedError

    def write(self, value: T) -> object:
        """Keep it; returns its key. Raises `InputRefused`."""
        raise NotImplementedError

    def drop(self, value: T) -> None:
        """Take it away."""
        raise NotImplementedError

    def refusal(self, error: InputRefused) -> tuple[str, QWidget]:
        """What is said of a field that cannot be used, and the field."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """The field that gets the keys."""
        raise NotImplementedError

    def contents(self) -> tuple[object, ...]:
        """What stands in the fields, whether it can be used or not."""
        fields = self.findChildren(QLineEdit)
        texts = [field.text() for field in fields]
        choices = [box.currentIndex() for box in self.findChildren(QComboBox)]
        switches = [button.isChecked() for button in self.findChildren(QAbstractButton) if button.isCheckable()]
        return (*texts, *choices, *switches)

    # --- for those who build one ------------------------------------------------------------------------------

    def add_row(self, words: str, widget: QWidget) -> None:
        """A field with its label."""
        label = plain_label("label", words)
        label.setBuddy(widget)
        widget.setAccessibleName(words)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(widget, row, 1)

    def text_row(self, words: str, hint: str = "") -> QLineEdit:
        """A field to type in; Enter saves."""
        field = QLineEdit()
        field.setProperty("kind", "field")
        field.setPlaceholderText(hint)
        field.returnPressed.connect(self.entered)
        self.add_row(words, field)
        return field


class ListEditor(Overlay, Generic[T]):
    """Adds, changes and takes away lines; whoever leaves what is not saved is asked once."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, lanes: tuple[WorkLane, WorkLane], form: LineForm[T]) -> None:
        """In: the lanes of reading and writing."""
        super().__init__(theme, window, scrim=True)
        self.form, self.values = form, list[T]()
        self._reading, self._writing = lanes
        self._is_open = True
        self._row, self._kept = -1, form.contents()
        self.ask: Callable[[], Leaving] = self._asked
        self.list, self.refusal = LineList(theme, form.title), plain_label("failed", wrap=True)
        self.add, self.remove = Button(theme, "secondary", "plus"), Button(theme, "secondary")
        self.leave, self.save = Button(theme, "secondary"), Button(theme, "primary")
        self.more = QHBoxLayout()
        self._say()
        self._arrange()
        self.list.marked.connect(self._marked)
        self.add.clicked.connect(lambda _=False: self.begin())
        self.remove.clicked.connect(lambda _=False: self._remove())
        self.leave.clicked.connect(lambda _=False: self.close_now())
        self.save.clicked.connect(lambda _=False: self.submit())
        form.entered.connect(self.submit)
        self.closed.connect(self._ended)

    def show_lines(self) -> None:
        """Open it."""
        self.open(self.list)
        self.look()

    def look(self, key: object = None) -> None:
        """Read the lines anew, and mark the one with this key."""

        def known(values: Sequence[T]) -> None:
            if self._is_open:
                self._fill(values, key)

        self._reading.submit(self.form.read, known, self.failed.emit)

    @property
    def current(self) -> T | None:
        """The marked line; None while a new one is typed."""
        row = self.list.row
        return self.values[row] if 0 <= row < len(self.values) else None

    @property
    def is_unsaved(self) -> bool:
        """Whether something was typed since the line was shown or saved."""
        return self._is_open and self.form.contents() != self._kept

    def begin(self) -> None:
        """Type a new one."""

        def clear() -> None:
            self._go_to(-1)
            self.form.first().setFocus(Qt.FocusReason.OtherFocusReason)

        self.leave_line(clear, lambda: self.look(_NEW))

    def submit(self, then: Callable[[], None] | None = None) -> None:
        """Keep what was typed; `then` follows in place of another look at the lines."""
        try:
            value = self.form.typed()
        except InputRefused as refused:
            self._refuse(refused)
            return
        typed = self.form.contents()

        def written(key: object) -> None:
            self._kept = typed
            self.changed.emit()
            (then or partial(self.look, key))()

        self._writing.submit(lambda: self.form.write(value), written, self._refuse)

    def leave_line(self, go: Callable[[], None], saved: Callable[[], None] | None = None) -> bool:
        """Do something that takes the fields away; asks first what happens to what is not saved.

        In: `saved` follows in place of `go` once it was saved. Out: False when the person stays, or it is being saved.
        """
        answer = self.ask() if self.is_unsaved else Leaving.DISCARD
        if answer is Leaving.DISCARD:
            self._kept = self.form.contents()
            go()
        elif answer is Leaving.SAVE:
            self.submit(saved or go)
        return answer is Leaving.DISCARD

    @override
    def close_now(self) -> None:
        self.leave_line(super().close_now)

    # --- inside ---------------------------------------------------------------------------------------------

    def _say(self) -> None:
        self.setAccessibleName(self.form.title)
        self.add.setText(translate("Today", "Add"))
        self.leave.setText(translate("Today", "Close"))
        self.save.setText(translate("Today", "Save"))
        self.refusal.hide()

    def _arrange(self) -> None:
        px = self._theme.px
        left, right, middle, under, foot = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        under.addWidget(self.add)
        under.addWidget(self.remove)
        under.addStretch(1)
        left.addWidget(self.list, 1)
        left.addLayout(under)
        right.addWidget(self.form)
        right.addWidget(self.refusal)
        right.addStretch(1)
        foot.addLayout(self.more)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        right.addLayout(foot)
        self.list.setFixedWidth(px(_LIST))
        middle.setSpacing(px(20))
        middle.addLayout(left)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(plain_label("subject", self.form.title))
        column.addWidget(plain_label("text", self.form.words, wrap=True))
        column.addLayout(middle, 1)

    def _fill(self, values: Sequence[T], key: object) -> None:
        self.values = list(values)
        self.list.show_lines([self.form.line(value) for value in self.values])
        keys = [self.form.key(value) for value in self.values]
        if self.is_unsaved:  # somebody typed on meanwhile
            self._go_on(keys.index(key) if key in keys else -1)
            return
        self._go_to(keys.index(key) if key in keys else -1 if key is _NEW or not keys else 0)
        if key is _NEW:
            self.form.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _marked(self, row: int) -> None:
        if row == self._row:
            return
        if not self.is_unsaved:
            self._show(row)
            return
        key = self.form.key(self.values[row]) if 0 <= row < len(self.values) else _NEW
        self.list.go_to(self._row)  # until it is decided what happens to what was typed there
        self.leave_line(lambda: self._go_to(row), lambda: self.look(key))

    def _go_to(self, row: int) -> None:
        self._row = row
        self.list.go_to(row)
        self._show(row)

    def _go_on(self, row: int) -> None:
        self._row = row
        self.list.go_to(row)
        self.remove.setEnabled(self.current is not None)
        self.form.adopt(self.current)

    def _show(self, row: int) -> None:
        self._row = row
        value = self.values[row] if 0 <= row < len(self.values) else None
        self.refusal.hide()
        self.remove.setEnabled(value is not None)
        self.remove.setText(self.form.remove_words)
        self.form.fill(value)
        self._kept = self.form.contents()

    def _written(self, key: object) -> None:
        self.changed.emit()
        self.look(key)

    def _remove(self) -> None:
        value = self.current
        sure = translate("Today", "Really?")
        if value is not None and self.remove.text() != sure:
            self.remove.setText(sure)
        elif value is not None:
            self._writing.submit(lambda: self.form.drop(value), self._written, self._refuse)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, InputRefused):
            self.failed.emit(error)
        elif self._is_open:
            words, field = self.form.refusal(error)
            self.refusal.setText(words)
            self.refusal.show()
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self) -> Leaving:
        words = LeavingWords(
            self.form.title,
            translate("Today", "What you typed is not saved."),
            translate("Today", "Save"),
            translate("Today", "Do not save"),
            translate("Today", "Go on writing"),
        )
        return asked(self.window(), words)

    def _ended(self) -> None:
        self._is_open = False

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        width, height = min(px(_SIZE[0]), self.width() - px(48)), min(px(_SIZE[1]), self.height() - px(48))
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
