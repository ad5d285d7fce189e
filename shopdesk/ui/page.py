"""What every page of the window but the inbox is, to the window that turns to it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from shopdesk.domain.changes import Changes
    from shopdesk.ui.actions import Do

Run = tuple[Callable[[], object], Callable[[], bool]]
"""What a key does on the page, and whether it can be done at the moment."""


class Page(QWidget):
    """A page beside the rail. It keeps its scroll, its selection and its focus while another one is shown."""

    told = Signal(str, str)
    """A sentence for the toast, and the words of its undo button (empty: without one)."""
    changed = Signal()
    """Something was written that other parts of the window show too."""
    failed = Signal(object)
    """An exception that the person is to hear of."""

    def __init__(self) -> None:
        super().__init__()
        self.leaving = False
        """The next close asks nothing."""

    def opened(self) -> None:
        """The page was turned to: look at what may have changed."""

    def runs(self) -> "Mapping[Do, Run]":
        """What the keys do here instead of what they do in the inbox."""
        return {}

    def focus_list(self) -> None:
        """Give the part of the page that one works in the keys."""
        self.setFocus()

    def forget_steps(self) -> None:
        """A customer is erased: nothing that was done before may be taken back, as it could bring them back."""

    def apply(self, changes: "Changes") -> None:
        """Something was written, here or by the engine, while the page exists (shown or not)."""

    def may_close(self) -> bool:
        """The window is being closed. Out: False when it stays, as somebody wants to go on with what is not saved."""
        return True
