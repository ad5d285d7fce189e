"""The template picker: a popover on the composer with a search line, the templates, and what would be inserted."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.domain.filling import Filled
from shopdesk.domain.template import AskedInput, Template
from shopdesk.ui.compose.asking import Asking
from shopdesk.ui.compose.picker_list import TemplateList
from shopdesk.ui.compose.preview import Preview
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import Picture, line, plain_label
from shopdesk.ui.widgets.step_field import StepField
from shopdesk.ui.words import translate

WIDTH, HEIGHT = 600, 326
_LIST = 268


class Picker(Overlay):
    """Shows what it is given; says what was typed, chosen and answered."""

    typed = Signal(str)
    chosen = Signal(object)
    """A `Template`, None for none."""
    taken = Signal()
    """Insert the chosen one."""
    answered = Signal(object)
    """Values of asked inputs by name."""

    def __init__(self, theme: Theme, window: QWidget, above: QWidget, language: str) -> None:
        super().__init__(theme, window, scrim=False)
        self._above = above
        self.field = StepField(page=5)
        self.about = plain_label("meta2")
        self.list = TemplateList(theme)
        self.list.rows.language = language
        self.empty = plain_label("meta", wrap=True)
        self.preview = Preview(theme)
        self.asking: Asking | None = None
        self._stack = QStackedLayout(self.frame)
        self._stack.addWidget(self._search_page())
        self.setAccessibleName(translate("Picker", "Templates"))
        self.field.setAccessibleName(translate("Picker", "Search templates"))
        self.field.setPlaceholderText(translate("Picker", "Name, words or code"))
        self.list.setAccessibleName(translate("Picker", "Templates"))
        self.field.textChanged.connect(self.typed)
        self.field.stepped.connect(self.list.step)
        self.field.entered.connect(self.taken)
        self.list.taken.connect(self.taken)
        self.list.chosen.connect(self._was_chosen)
        self.preview.insert_asked.connect(self.taken)

    def show_templates(self, templates: Sequence[Template], typed: str) -> None:
        """What was found."""
        self.list.show_templates(templates)
        none = translate("Picker", "No template for “%1”").replace("%1", typed)
        self.empty.setText(none if typed else translate("Picker", "There are no templates yet."))
        self.empty.setVisible(not templates)
        self.list.setVisible(bool(templates))

    def ask(self, template: Template, inputs: Sequence[AskedInput], now: datetime) -> None:
        """Ask for what the template wants to know."""
        self.asking = Asking(self._theme, template.titled(self.list.rows.language), inputs, now)
        self.asking.answered.connect(self.answered)
        self.asking.left.connect(self._leave_form)
        self._stack.addWidget(self.asking)
        self._stack.setCurrentWidget(self.asking)
        self.asking.fields[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def show_filled(self, filled: Filled | None) -> None:
        """What would be inserted."""
        self.preview.show_filled(filled)

    def _leave_form(self) -> None:
        self._stack.setCurrentIndex(0)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        if self.asking is not None:
            self._stack.removeWidget(self.asking)
            self.asking.deleteLater()
            self.asking = None

    def _was_chosen(self, template: Template | None) -> None:
        self.chosen.emit(template)
        if template is not None:
            self.field.say(self.list.rows.spoken(self.list.currentIndex().row()))

    def _search_page(self) -> QWidget:
        px, page = self._theme.px, QWidget()
        self.field.setProperty("kind", "bare")
        head = QHBoxLayout()
        head.setContentsMargins(px(16), 0, px(16), 0)
        head.setSpacing(px(10))
        head.addWidget(Picture(self._theme, "search", 16, "text2"))
        head.addWidget(self.field, 1)
        head.addWidget(self.about)
        self.field.setFixedHeight(px(46))
        left = QWidget()
        left.setFixedWidth(min(px(_LIST), max(self.window().width() // 2 - px(24), px(120))))
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, px(8), 0, px(8))
        rows.addWidget(self.list, 1)
        self.empty.setContentsMargins(px(20), px(8), px(12), 0)
        rows.addWidget(self.empty)
        self.empty.hide()
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(left)
        both.addWidget(self.preview, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addLayout(both, 1)
        return page

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        corner = self._above.mapTo(self._window, QPoint(px(6), -px(8)))
        width = min(px(WIDTH), self.width() - px(24))
        height = min(px(HEIGHT), self.height() - px(24))
        left = min(max(corner.x(), px(12)), self.width() - width - px(12))
        top = max(corner.y() - height, px(12))
        return QRect(left, top, width, height)
