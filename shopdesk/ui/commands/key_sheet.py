"""The sheet of all keys, grouped as in the menus."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.ui.actions import ACTIONS, Do, Group, action_text
from shopdesk.ui.commands.groups import group_text
from shopdesk.ui.commands.key_caps import KeyCaps, caps_of_keys
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import IconButton, line, plain_label
from shopdesk.ui.words import translate

WIDTH = 920
HEIGHT = 680
COLUMNS = 2
_SHOWN = 2
"""So many ways to do the same are shown."""


class KeySheet(Overlay):
    """Reads the table of actions; does nothing."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, scrim=True)
        self.area = QScrollArea()
        self.close_button = IconButton(theme, "x")
        self.rows: list[tuple[str, tuple[str, ...]]] = []
        """What it shows: titles with their key caps."""
        self._head = QHBoxLayout()
        self._inside = QWidget()
        self._arrange_inside()
        self.setAccessibleName(translate("Keys", "All keys"))
        self.area.setAccessibleName(translate("Keys", "All keys"))
        self.close_button.name(translate("Keys", "Close"), "Esc")
        self.close_button.clicked.connect(self.close_now)

    def show_keys(self) -> None:
        """Open it."""
        self.open(self.area)

    def _arrange_inside(self) -> None:
        px = self._theme.px
        self._head.addWidget(plain_label("pane", translate("Keys", "All keys")), 1)
        self._head.addWidget(self.close_button)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(1, 1, 1, px(12))
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(line())
        column.addWidget(self.area)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside.setProperty("kind", "surface")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(px(24), px(16), px(24), px(16))
        row.setSpacing(px(40))
        for groups in _columns():
            row.addWidget(self._column(groups), 1)
        self.area.setWidget(self._inside)

    def _column(self, groups: list[Group]) -> QWidget:
        px = self._theme.px
        widget = QWidget()
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(0, 1)
        for group in groups:
            heading = plain_label("head", group_text(group))
            heading.setContentsMargins(0, px(10), 0, px(2))
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for do in _with_keys(group):
                self._add(grid, do)
        grid.setRowStretch(grid.rowCount(), 1)
        return widget

    def _add(self, grid: QGridLayout, do: Do) -> None:
        text = action_text(do)
        ways = [caps_of_keys(keys) for keys in ACTIONS[do].keys[:_SHOWN]]
        label = plain_label("text", text, wrap=True)
        either = translate("Keys", "or", "between two ways to press the same command")
        label.setAccessibleName(f"{text}: {f' {either} '.join(' '.join(caps) for caps in ways)}")
        caps = QHBoxLayout()
        caps.setSpacing(self._theme.px(6))
        for place, way in enumerate(ways):
            if place:
                caps.addWidget(plain_label("meta", either))
            caps.addWidget(KeyCaps(self._theme, way))
        number = grid.rowCount()
        grid.addWidget(label, number, 0)
        grid.addLayout(caps, number, 1, Qt.AlignmentFlag.AlignRight)
        self.rows.append((text, ways[0]))

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        self._head.setContentsMargins(px(24), px(14), px(14), px(14))
        width, height = min(px(WIDTH), self.width() - px(48)), min(px(HEIGHT), self.height() - px(48))
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)


def _with_keys(group: Group) -> list[Do]:
    return [do for do, facts in ACTIONS.items() if facts.group is group and facts.keys]


def _columns() -> list[list[Group]]:
    """The groups in their order, on columns of about the same length."""
    columns: list[list[Group]] = [[] for _ in range(COLUMNS)]
    lengths = [0] * COLUMNS
    for group in Group:
        if rows := len(_with_keys(group)):
            shortest = lengths.index(min(lengths))
            columns[shortest].append(group)
            lengths[shortest] += rows + 2
    return columns
