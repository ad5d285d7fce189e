"""A walk over a shown window: names, Tab reach, rows, targets, keys, cut text. Out: findings as sentences.

A widget is left out of a check by the property `walk_skips` ("clip,target") with the reason in a comment beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QFontMetrics, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.overlay import Overlay

LEAST_TARGET = 24
"""Width and height in px of what can be clicked (WCAG 2.2, 2.5.8)."""
_CONTROLS = (
    QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractSpinBox,
    QAbstractSlider,
)  # fmt: skip
_PARTS = (QScrollBar, QHeaderView)
_HOLDERS = (QAbstractSpinBox, QComboBox, QHeaderView)
_LONGEST_CHAIN = 5_000


def walk(window: QWidget) -> list[str]:
    """All findings of all checks that need no pixels."""
    checks = (nameless, unreachable, silent_rows, small_targets, keys_taken_twice, cut_text)
    return [finding for check in checks for finding in check(window)]


def nameless(window: QWidget) -> Iterator[str]:
    """Controls without an accessible name, and siblings that share one."""
    said: Counter[tuple[int, str, str]] = Counter()
    for control in controls(window, "name"):
        spoken = QAccessible.queryAccessibleInterface(control)
        name = spoken.text(QAccessible.Text.Name).strip()
        if not name:
            yield f"{called(control)}: has no accessible name"
        key = (id(control.parentWidget()), spoken.role().name, name)
        said[key] += 1
        if said[key] == 2 and name:
            yield f"{called(control)}: a sibling is called “{name}” too"


def unreachable(window: QWidget) -> Iterator[str]:
    """Controls that neither Tab nor a key of their own reaches, and a Tab chain that does not close."""
    chain, here = [], window.nextInFocusChain()
    while here is not None and here is not window and len(chain) < _LONGEST_CHAIN:
        chain.append(here)
        here = here.nextInFocusChain()
    if here is not window:
        yield "the Tab chain does not close"
    reached = {one for one in chain if one.focusPolicy() & Qt.FocusPolicy.TabFocus}
    for control in controls(window, "focus"):
        if control not in reached and not _has_key(control) and not _is_in_group(control):
            yield f"{called(control)}: Tab does not reach it and it has no key"


def silent_rows(window: QWidget) -> Iterator[str]:
    """Rows of lists that say nothing."""
    for view in controls(window, "rows"):
        model = view.model() if isinstance(view, QAbstractItemView) else None
        for row in range(min(20, model.rowCount() if model else 0)):
            index: QModelIndex = model.index(row, 0)
            if not (index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)):
                yield f"{called(view)}: row {row} says nothing"


def small_targets(window: QWidget) -> Iterator[str]:
    """Buttons smaller than a finger or a shaking hand can hit."""
    for button in controls(window, "target"):
        size = button.size()
        if not isinstance(button, QAbstractButton) or isinstance(button.parentWidget(), QLineEdit):
            continue
        if isinstance(button, QCheckBox | QRadioButton) and size.height() >= button.sizeHint().height():
            continue
        if min(size.width(), size.height()) < LEAST_TARGET:
            yield f"{called(button)}: {size.width()} x {size.height()} px is too small to hit"


def keys_taken_twice(window: QWidget) -> Iterator[str]:
    """Keys that two actions want, and actions without a name."""
    wanted = defaultdict(list)
    for action in window.findChildren(QAction):
        if action.shortcuts() and not action.text():
            yield f"an action on {action.shortcut().toString()} has no text"
        for keys in action.shortcuts() if action.shortcutContext() != Qt.ShortcutContext.WidgetShortcut else []:
            wanted[keys.toString()].append(action.text())
    for shortcut in window.findChildren(QShortcut):
        if shortcut.context() is not Qt.ShortcutContext.WidgetShortcut:
            wanted[shortcut.key().toString()].append(f"a shortcut of {called(shortcut.parent())}")
    yield from (f"{keys}: taken by {', '.join(takers)}" for keys, takers in wanted.items() if keys and len(takers) > 1)


def cut_text(window: QWidget) -> Iterator[str]:
    """Labels, buttons and fields whose text does not fit, and layouts with less than their least size."""
    for widget in visible(window):
        if not skips(widget, "clip"):
            yield from (f"{called(widget)}: {why}" for why in _cuts(widget))


# --- what the checks share ---------------------------------------------------------------------------------


def visible(window: QWidget) -> list[QWidget]:
    """Everything in a window that is on the screen; of a window under a popover, which has all keys, nothing."""
    over = next((one for one in window.findChildren(Overlay) if one.isVisibleTo(window)), window)
    inside = [one for one in over.findChildren(QWidget) if not one.isWindow()]
    return [one for one in inside if one.isVisibleTo(window) and not one.size().isEmpty()]


def controls(window: QWidget, check: str) -> list[QWidget]:
    """What a person can act on, without the parts that Qt makes inside of it."""
    return [
        one
        for one in visible(window)
        if isinstance(one, _CONTROLS)
        and one.isEnabled()
        and not isinstance(one, _PARTS)
        and not isinstance(one.parentWidget(), _HOLDERS)
        and not skips(one, check)
        and not (isinstance(one, QTextEdit | QPlainTextEdit) and one.focusPolicy() is Qt.FocusPolicy.NoFocus)
    ]


def skips(widget: QWidget, check: str) -> bool:
    """Whether a widget says that a check is not for it."""
    return check in str(widget.property("walk_skips") or "").split(",")


def called(widget: object) -> str:
    """A widget in words: its class, its parent's and its text."""
    parent = widget.parentWidget() if isinstance(widget, QWidget) else None
    above = f"{type(parent).__name__}/" if parent is not None else ""
    return f"{above}{type(widget).__name__} “{text_of(widget)[:40]}”"


def text_of(widget: object) -> str:
    """The text that a widget shows, without mnemonics; empty for none."""
    for name in ("text", "placeholderText", "title"):
        give = getattr(widget, name, None)
        found = give() if callable(give) else None
        if isinstance(found, str) and found:
            return found.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return ""


def _has_key(control: QWidget) -> bool:
    keys = [action.shortcut() for action in control.actions()]
    if isinstance(control, QAbstractButton):
        keys.append(control.shortcut())
    if isinstance(control, QToolButton) and control.defaultAction() is not None:
        keys.append(control.defaultAction().shortcut())
    return any(not one.isEmpty() for one in keys)


def _is_in_group(control: QWidget) -> bool:
    if isinstance(control, QRadioButton):
        return True
    group = control.group() if isinstance(control, QAbstractButton) else None
    return group is not None and group.exclusive()


def _cuts(widget: QWidget) -> Iterator[str]:
    match widget:
        case ElidedLabel():
            pass  # gives way on purpose and has the rest in its tool tip
        case QLabel():
            yield from _cuts_of_label(widget)
        case QPushButton() | QToolButton() | QCheckBox() | QRadioButton():
            yield from _cuts_of_button(widget)
        case QLineEdit() if widget.placeholderText() and not widget.text():
            need = QFontMetrics(widget.font()).horizontalAdvance(widget.placeholderText())
            if need > widget.contentsRect().width() - 4:
                yield f"the placeholder needs {need} px, there are {widget.contentsRect().width()}"
        case QComboBox():
            need = QFontMetrics(widget.font()).horizontalAdvance(widget.currentText())
            if need > widget.width() - 24:
                yield f"the chosen line needs {need} px, the box has {widget.width()}"
        case _:
            yield from _cuts_of_layout(widget)


def _cuts_of_label(label: QLabel) -> Iterator[str]:
    text, room = label.text(), label.contentsRect()
    if not text or label.pixmap():
        return
    if label.wordWrap():
        need = label.heightForWidth(label.width())
        if need > label.height() + 2:
            yield f"needs {need} px of height, has {label.height()}"
        return
    lines = text.split("\n") if label.textFormat() is not Qt.TextFormat.RichText else [""]
    measure = QFontMetrics(label.font())
    wide, high = max(map(measure.horizontalAdvance, lines)), measure.height() * len(lines)
    if (wide > room.width() + 1 and not label.toolTip()) or high > room.height() + 3:
        yield f"needs {wide} x {high} px, has {room.width()} x {room.height()}"


def _cuts_of_button(button: QAbstractButton) -> Iterator[str]:
    text = text_of(button)
    alone = isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    if not text or (alone and not button.icon().isNull()):
        return
    measure = QFontMetrics(button.font())
    need = max(map(measure.horizontalAdvance, text.split("\n")))
    need += 0 if button.icon().isNull() else button.iconSize().width() + 4
    if need > button.width() - 2 or measure.height() > button.height():
        yield f"needs {need} x {measure.height()} px, has {button.width()} x {button.height()}"


def _cuts_of_layout(widget: QWidget) -> Iterator[str]:
    layout = widget.layout()
    if layout is None or isinstance(widget.parentWidget(), QAbstractScrollArea):
        return
    need = layout.totalMinimumSize()
    if need.width() > widget.width() + 1 or need.height() > widget.height() + 1:
        yield f"its parts need {need.width()} x {need.height()} px, it has {widget.width()} x {widget.height()}"


def shown_rect(widget: QWidget, window: QWidget) -> QRect:
    """The part of a widget that is not covered by the edges above it, in the window's coordinates."""
    part = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, part.topLeft() if not part.isNull() else QPoint()), part.size())
