"""The forms over the page: what all have in common, a new case, where a case goes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.agent import Agent
from shopdesk.domain.case import Case, Column
from shopdesk.domain.case_fields import filled
from shopdesk.domain.errors import InputRefused
from shopdesk.ui.case_words import COLUMN_KEYS, column_text, field_text
from shopdesk.ui.cases.fields import FieldForm
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

NEW_FIELDS = (
    "kind",
    "customer_name",
    "customer_email",
    "order_number",
    "item",
    "variant",
    "reason",
    "value",
    "next_step",
    "next_at",
    "owner",
)
WIDTH = 520


class CaseForm(Overlay):
    """A title, fields, one primary button; what is refused is said under them."""

    def __init__(
        self, theme: Theme, window: QWidget, now: Now, title: str, button: str, team: Sequence[Agent] = ()
    ) -> None:
        super().__init__(theme, window, scrim=True)
        self.form = FieldForm(theme, now)
        self.form.team = team
        self.form.entered.connect(self.submit)
        self.setAccessibleName(title)
        self._title = plain_label("subject", title, wrap=True)
        self.words = plain_label("text", wrap=True)
        self.words.hide()
        self.caution = plain_label("warning", wrap=True)
        self.caution.hide()
        self.refusal = plain_label("failed", wrap=True)
        self.refusal.hide()
        self.primary = Button(theme, "primary")
        self.primary.setText(button)
        self.primary.clicked.connect(lambda _=False: self.submit())
        self.cancel = Button(theme, "secondary")
        self.cancel.setText(translate("Cases", "Cancel"))
        self.cancel.clicked.connect(lambda _=False: self.close_now())
        self._arrange_parts()

    def refuse(self, error: InputRefused) -> None:
        """Say what cannot be used, with the keys in its field."""
        words = translate("Cases", "%1 cannot be read. Check what was typed.")
        if error.field == "customer_name":
            words = translate("Cases", "Say at least who it is about, or what.")
        self.refusal.setText(words.replace("%1", field_text(error.field)))
        self.refusal.show()
        self.form.focus(error.field)
        self.arrange()

    def typed_case(self, case: Case) -> Case:
        """A case with what stands in the form at the moment; as it is where that cannot be read yet."""
        try:
            return filled(case, self.form.values(), self.form.zone())
        except InputRefused:
            return case

    def warn(self, words: str) -> None:
        """Say what is to be thought of before the person is done; empty for nothing."""
        if words != self.caution.text():
            self.caution.setText(words)
            self.caution.setVisible(bool(words))
            self.arrange()

    def submit(self) -> None:
        """The person is done."""
        raise NotImplementedError

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        self._column.setContentsMargins(px(24), px(20), px(24), px(20))
        self._column.setSpacing(px(12))
        width = min(px(WIDTH), self.width() - px(48))
        room = max(self.height() - px(250), px(120))
        self._area.setMinimumHeight(min(self.form.sizeHint().height(), px(480), room))
        self._column.activate()
        wanted = max(self._column.totalHeightForWidth(width), self._column.totalSizeHint().height()) + 2
        height = min(wanted, self.height() - px(48))
        return QRect((self.width() - width) // 2, max(px(24), (self.height() - height) // 3), width, height)

    def _arrange_parts(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.form)
        self.form.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._buttons = buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.primary)
        self._column = QVBoxLayout(self.frame)
        for widget in (self._title, self.words, self._area, self.caution, self.refusal):
            self._column.addWidget(widget)
        self._column.addLayout(buttons)


class NewCaseForm(CaseForm):
    """Everything that is known at the beginning; Enter creates."""

    created = Signal(object)
    """A `Case` that is not kept yet."""

    def __init__(self, theme: Theme, window: QWidget, now: Now, case: Case, team: Sequence[Agent] = ()) -> None:
        title, button = translate("Cases", "New case"), translate("Cases", "Create case")
        super().__init__(theme, window, now, title, button, team)
        self._case = case
        names = NEW_FIELDS if any(agent.active for agent in team) else NEW_FIELDS[:-1]
        self.form.build(names, case)

    def show_form(self) -> None:
        """Open it, with the keys in the kind."""
        self.open(self.form.editors["kind"])

    @override
    def submit(self) -> None:
        try:
            case = filled(self._case, self.form.values(), self.form.zone())
        except InputRefused as refused:
            self.refuse(refused)
            return
        if not (case.customer_name or case.customer_email or case.item or case.order_number or case.reason):
            self.refuse(InputRefused("customer_name", "is empty"))
            return
        self.close_now()
        self.created.emit(case)


class MovePopover(Overlay):
    """The columns with a letter each: M and a letter moves a case."""

    chosen = Signal(object)
    """A `Column`."""

    def __init__(self, theme: Theme, window: QWidget, at: QPoint) -> None:
        super().__init__(theme, window, scrim=False)
        self._at = window.mapFromGlobal(at)
        self.setAccessibleName(translate("Cases", "Move to"))
        self._column = QVBoxLayout(self.frame)
        self.buttons: dict[Column, Button] = {}
        for column in Column:
            button = Button(theme, "plain")
            button.setText(f"{COLUMN_KEYS[column]}    {column_text(column)}")
            button.setAccessibleName(column_text(column))
            button.clicked.connect(self._taker(column))
            self._column.addWidget(button)
            self.buttons[column] = button

    def show_columns(self, current: Column) -> None:
        """Open it at the column where the case is."""
        self.open(self.buttons[current])

    def _taker(self, column: Column) -> Callable[[bool], None]:
        def take(_: bool = False) -> None:  # noqa: FBT002 - a clicked button says so
            self._take(column)

        return take

    def _take(self, column: Column) -> None:
        self.close_now()
        self.chosen.emit(column)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        column = next((one for one, key in COLUMN_KEYS.items() if key == letter), None)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if column is not None:
            self._take(column)
        elif step is not None:
            self.focusNextPrevChild(step > 0)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            here = next((one for one, button in self.buttons.items() if button.hasFocus()), None)
            if here is not None:
                self._take(here)
        else:
            super().keyPressEvent(event)

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        self._column.setContentsMargins(px(6), px(6), px(6), px(6))
        self._column.setSpacing(px(2))
        size = self.frame.sizeHint()
        width = max(size.width(), px(240))
        left = min(max(self._at.x(), px(12)), self.width() - width - px(12))
        top = min(max(self._at.y(), px(12)), self.height() - size.height() - px(12))
        return QRect(left, top, width, size.height())
