"""The palette: type what you want to do, where you want to go, whom you want to see."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.commands.entries import Entry, Heading, Kind, Line
from shopdesk.ui.commands.key_caps import KeyCaps
from shopdesk.ui.commands.line_list import EDGE
from shopdesk.ui.commands.line_popover import LinePopover
from shopdesk.ui.commands.presenter import PalettePresenter
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Picture, line, plain_label
from shopdesk.ui.words import translate

WIDTH = 640
TOP = 120
FIELD = 56
MOST = 480
"""Greatest height of the list, in px at 100 %."""


def kind_text(kind: Kind) -> str:
    """The heading over entries of a kind."""
    return {
        Kind.HERE: translate("Palette", "This conversation"),
        Kind.PLACES: translate("Palette", "Go to"),
        Kind.COMMANDS: translate("Palette", "Commands"),
        Kind.CUSTOMERS: translate("Palette", "Customers"),
        Kind.ORDERS: translate("Palette", "Orders"),
        Kind.SEARCH: translate("Palette", "Search"),
    }[kind]


class Palette(LinePopover):
    """Fits `PaletteView`."""

    def __init__(self, theme: Theme, window: QWidget, presenter: PalettePresenter) -> None:
        super().__init__(theme, window, scrim=True)
        self._presenter = presenter
        self._nothing = plain_label("text")
        self._head = QHBoxLayout()
        self._column = QVBoxLayout(self.frame)
        self._arrange_inside()
        self.setAccessibleName(translate("Palette", "Commands"))
        self.field.setAccessibleName(translate("Palette", "Commands, customers, orders"))
        self.field.setPlaceholderText(translate("Palette", "Type a command, a customer or an order number"))
        self.list.setAccessibleName(translate("Palette", "What fits"))
        self._nothing.setText(translate("Palette", "Nothing fits. Try other words."))
        presenter.view = self
        self.field.textChanged.connect(presenter.type)

    def show_palette(self) -> None:
        """Open it with everything that can be done."""
        self._presenter.type("")
        self.open(self.field)

    # --- what the presenter tells it ------------------------------------------------------------------------

    def show_entries(self, entries: Sequence[Entry]) -> None:
        lines: list[Line] = []
        for place, entry in enumerate(entries):
            if place == 0 or entries[place - 1].kind is not entry.kind:
                lines.append(Heading(kind_text(entry.kind)))
            lines.append(entry)
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self.arrange()

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange_inside(self) -> None:
        theme = self._theme
        self.field.setProperty("kind", "bare")
        self._head.addWidget(Picture(theme, "search", 18, "text2"))
        self._head.addWidget(self.field, 1)
        self._head.addWidget(KeyCaps(theme, ("Esc",)))
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(line())
        column.addWidget(self.list)
        column.addWidget(self._nothing)

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        side = px(20)
        self._head.setContentsMargins(side, 0, px(16), 0)
        self._head.setSpacing(px(10))
        self.field.setFixedHeight(px(FIELD))
        self._nothing.setContentsMargins(side, px(14), side, px(16))
        edge = px(EDGE) if self.list.lines else 0
        self._column.setContentsMargins(1, 0, 1, edge)
        rows = self.list.full_height() if self.list.lines else self._nothing.sizeHint().height()
        width = min(px(WIDTH), self.width() - px(48))
        top = min(px(TOP), self.height() // 7)
        height = min(px(FIELD) + 3 + min(rows, px(MOST)) + edge, self.height() - top - px(24))
        return QRect((self.width() - width) // 2, top, width, height)
