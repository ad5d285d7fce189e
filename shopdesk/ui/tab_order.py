"""Where Tab goes next in the inbox: rail, list, head, messages, composer, panel, whatever was built when."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def step(window: QWidget, regions: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the keys to the next stop, or the one before. Out: False when the focus is not in one of the regions.

    In: the regions in their order; where one lies in another, the inner one counts. Qt itself goes by the order in
    which widgets were made, and ours are made when they are needed.
    """
    here = window.focusWidget()
    stops = _stops(window, regions)
    if here not in stops:
        return False
    following = stops[(stops.index(here) + (1 if forward else -1)) % len(stops)]
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _show(following)
    return True


def _stops(window: QWidget, regions: Sequence[QWidget]) -> list[QWidget]:
    stops: list[tuple[int, int, int, QWidget]] = []
    for number, widget in enumerate(_shown(window)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
            region = _region_of(widget, regions)
            if region is not None:
                stops.append((region, _height(widget), number, widget))
    return [widget for *_, widget in sorted(stops, key=lambda stop: stop[:3])]


def _shown(widget: QWidget) -> Iterator[QWidget]:
    """Everything shown in a widget, in the order in which it was made or raised.

    Not by `nextInFocusChain`: PySide takes what it returns for a child of the one that was asked, even the window for
    a child of its last button, and for gone together with it.
    """
    for child in _parts(widget):
        if not child.isHidden() and not child.isWindow():
            yield child
            yield from _shown(child)


def _region_of(widget: QWidget, regions: Sequence[QWidget]) -> int | None:
    above: QWidget | None = widget
    while above is not None:
        if above in regions:
            return regions.index(above)
        above = above.parentWidget()
    return None


def _height(widget: QWidget) -> int:
    """How far down a scrolled page the part lies that a widget belongs to: parts may be swapped for others later."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    page = area.widget() if area is not None else None
    parts = _parts(page)
    while len(parts) == 1 and parts[0] is not widget:
        parts = _parts(parts[0])
    return next((part.y() for part in parts if part is widget or part.isAncestorOf(widget)), 0)


def _parts(page: QWidget | None) -> list[QWidget]:
    return [] if page is None else page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _show(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
