"""Which conversation the preview is for: found by customer, order or words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.domain.conversation import Conversation
from shopdesk.ui.overriding import override
from shopdesk.ui.templates.pick_list import Pick, PickList
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.step_field import StepField
from shopdesk.ui.words import translate

_WIDTH = 420
_ROWS = 9


class ConversationPicker(Overlay):
    """A field and what it finds."""

    chosen = Signal(object)
    """A `Conversation`."""

    def __init__(self, theme: Theme, window: QWidget, at: QPoint, ask: Callable[[str], None]) -> None:
        super().__init__(theme, window, scrim=False)
        self._at = window.mapFromGlobal(at)
        self.field, self.list = StepField(_ROWS), PickList(theme)
        self._column = QVBoxLayout(self.frame)
        for widget in (self.field, self.list):
            self._column.addWidget(widget)
        self.field.setProperty("kind", "field")
        self.field.setPlaceholderText(translate("Templates", "Customer, order or words"))
        self.field.setAccessibleName(translate("Templates", "Search for a conversation"))
        self.list.setAccessibleName(translate("Templates", "Conversations"))
        self.field.textChanged.connect(ask)
        self.field.stepped.connect(self.list.step)
        self.field.entered.connect(self.list.take)
        self.list.taken.connect(self._take)

    def show_rows(self, rows: Sequence[Conversation]) -> None:
        """Show what was found."""
        self.list.show_picks([Pick(row.customer_name or row.customer_email, row.subject, row) for row in rows])
        self.arrange()

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        edge = px(8)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(px(6))
        width = min(px(_WIDTH), self.width() - px(24))
        height = min(self.field.sizeHint().height() + 3 * edge + max(self.list.full_height(), px(32)), px(32 * _ROWS))
        left = min(max(self._at.x() - width, px(12)), self.width() - width - px(12))
        top = min(max(self._at.y(), px(12)), self.height() - height - px(12))
        return QRect(left, top, width, height)

    def _take(self, row: object) -> None:
        self.close_now()
        self.chosen.emit(row)
