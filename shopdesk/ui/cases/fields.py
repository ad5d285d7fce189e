"""Fields of a case to be typed: each with its label, by their names."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from shopdesk.domain.agent import Agent
from shopdesk.domain.case import Case, CaseKind, Resolution
from shopdesk.domain.case_fields import FIELDS, FieldKind
from shopdesk.domain.snooze_words import snooze_moment
from shopdesk.ui.case_words import field_text, kind_text, resolution_text
from shopdesk.ui.cases.choice_box import ChoiceBox
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.words import translate

Editor = QLineEdit | QPlainTextEdit | QComboBox
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TYPED_AS = {"evidence": "evidence_note"}
"""What a person types where a gate wants a thing that is filled elsewhere."""


class LongText(QPlainTextEdit):
    """Several lines; Enter is done with them, Shift+Enter begins a new one."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "text")
        self.setTabChangesFocus(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class FieldForm(QWidget):
    """Labels on the left, fields on the right; `values` are texts as `case_fields.filled` takes them."""

    entered = Signal()
    typed = Signal()
    """Anything in it is another one."""

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self.editors: dict[str, Editor] = {}
        self.team: Sequence[Agent] = ()
        """Whose a case may be."""
        self._begun: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def build(self, names: Sequence[str], case: Case) -> None:
        """Fields with the values of a case; of an amount its currency is typed behind it."""
        for name in dict.fromkeys(_TYPED_AS.get(name, name) for name in names):
            if name in FIELDS and FIELDS[name].kind is not FieldKind.LISTED and name not in self.editors:
                self._add(name, typed_value(case, name))
        px = self._theme.px
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))

    def values(self) -> dict[str, str]:
        """What was typed anew, by name."""
        found = {name: self._text(name) for name in self.editors}
        return {name: text for name, text in found.items() if text != self._begun[name]}

    def all_values(self) -> Mapping[str, str]:
        """Everything that stands in the fields."""
        return {name: self._text(name) for name in self.editors}

    def zone(self) -> tzinfo:
        """The person's, in which typed dates are meant."""
        return self._now().astimezone().tzinfo or UTC

    def put(self, name: str, text: str) -> None:
        """Offer a text in an empty field."""
        editor = self.editors.get(name)
        if isinstance(editor, QLineEdit) and not editor.text():
            editor.setText(text)

    def first(self) -> QWidget:
        """The field that gets the keys: the first empty one."""
        empty = (editor for name, editor in self.editors.items() if not self._text(name))
        return next(empty, next(iter(self.editors.values())))

    def focus(self, name: str) -> None:
        """Give a field the keys."""
        editor = self.editors.get(_TYPED_AS.get(name, name))
        if editor is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside -----------------------------------------------------------------------------------------------

    def _add(self, name: str, value: str) -> None:
        editor = self._made(name, value)
        label = plain_label("label", field_text(name))
        label.setBuddy(editor)
        editor.setAccessibleName(field_text(name))
        row = self._grid.rowCount()
        top = isinstance(editor, QPlainTextEdit)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(editor, row, 1)
        self.editors[name] = editor
        self._begun[name] = self._text(name) if value or isinstance(editor, QComboBox) else ""
        if not value and isinstance(editor, QComboBox):
            self._begun[name] = ""

    def _made(self, name: str, value: str) -> Editor:
        match FIELDS[name].kind:
            case FieldKind.LONG:
                area = LongText()
                area.setPlainText(value)
                area.setFixedHeight(self._theme.px(62))
                area.entered.connect(self.entered)
                area.textChanged.connect(self.typed)
                return area
            case FieldKind.KIND:
                return self._choice([(kind.value, kind_text(kind)) for kind in CaseKind], value)
            case FieldKind.OWNER:
                team = [(str(agent.id), agent.name) for agent in self.team if agent.active]
                return self._choice([("", translate("Today", "Nobody")), *team], value)
            case FieldKind.RESOLUTION:
                return self._choice([(one.value, resolution_text(one)) for one in Resolution], value)
            case kind:
                line = QLineEdit(value)
                line.setProperty("kind", "field")
                line.returnPressed.connect(self.entered)
                line.textChanged.connect(self.typed)
                if kind is FieldKind.MOMENT:
                    line.setPlaceholderText(translate("Cases", "“tomorrow 9”, “friday”, 2026-11-30"))
                elif kind is FieldKind.MONEY:
                    line.setPlaceholderText(translate("Cases", "39.90 EUR"))
                return line

    def _choice(self, offers: Sequence[tuple[str, str]], value: str) -> QComboBox:
        box = ChoiceBox(self._theme)
        for key, text in offers:
            box.addItem(text, key)
        box.setCurrentIndex(max(box.findData(value), 0))
        box.installEventFilter(self)
        box.currentIndexChanged.connect(self.typed)
        return box

    def _text(self, name: str) -> str:
        editor = self.editors[name]
        if isinstance(editor, QComboBox):
            return str(editor.currentData() or "")
        text = (editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()).strip()
        return self._moment(text) if FIELDS[name].kind is FieldKind.MOMENT else text

    def _moment(self, text: str) -> str:
        """Words such as "friday" as a date; what is none is left for the refusal."""
        if not text or text[:4].isdigit():
            return text
        understood = snooze_moment(text, self._now())
        return understood.isoformat(timespec="minutes") if isinstance(understood, datetime) else text

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ENTER:
            self.entered.emit()
            return True
        return False


def typed_value(case: Case, name: str) -> str:
    """The value of a field as a person would type it."""
    value = getattr(case, name)
    match value:
        case None:
            return ""
        case datetime():
            return f"{value.astimezone():%Y-%m-%d %H:%M}"
        case Decimal():
            return f"{value} {case.currency}".strip()
        case _:
            return str(value)
