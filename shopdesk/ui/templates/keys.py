"""What the keys do on the page of templates."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shopdesk.ui.actions import Do
from shopdesk.ui.page import Run
from shopdesk.ui.templates.editor import TemplateEditor
from shopdesk.ui.templates.library_column import LibraryColumn
from shopdesk.ui.templates.presenter import TemplatesPresenter
from shopdesk.ui.templates.preview import PreviewPane


def _always() -> bool:
    return True


class PageKeys:
    """Moves the keys between list, editor and preview."""

    def __init__(
        self, column: LibraryColumn, editor: TemplateEditor, preview: PreviewPane, presenter: TemplatesPresenter
    ) -> None:
        self._column = column
        self._editor = editor
        self._preview = preview
        self._presenter = presenter
        column.search.down_pressed.connect(self.focus_list)
        column.search.returnPressed.connect(self.focus_list)
        column.list.opened.connect(self.focus_body)

    def runs(self) -> Mapping[Do, Run]:
        """What the actions of the table do here, and whether they can."""
        presenter, keeping = self._presenter, self._presenter.keeping
        return {
            Do.NEXT: (lambda: presenter.step(1), _always),
            Do.PREVIOUS: (lambda: presenter.step(-1), _always),
            Do.SEARCH: (self._focus_search, _always),
            Do.BACK: (self._back, _always),
            Do.NEXT_PANE: (lambda: self._go_pane(1), _always),
            Do.PREVIOUS_PANE: (lambda: self._go_pane(-1), _always),
            Do.SAVE_TEMPLATE: (keeping.save, lambda: presenter.current in presenter.library.edits),
            Do.UNDO: (keeping.undo, lambda: keeping.can_undo),
        }

    def focus_list(self) -> None:
        """Give the list the keys."""
        self._column.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_body(self) -> None:
        """Give the text the keys."""
        self._editor.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_search(self) -> None:
        self._column.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._column.search.selectAll()

    def _back(self) -> None:
        if self._column.search.hasFocus():
            self._column.search.clear()
        self.focus_list()

    def _go_pane(self, by: int) -> None:
        panes: list[tuple[QWidget, QWidget]] = [
            (self._column, self._column.list),
            (self._editor, self._editor.body),
            (self._preview, self._preview.body),
        ]
        focused = self._column.window().focusWidget()
        here = next((place for place, (pane, _) in enumerate(panes) if pane.isAncestorOf(focused)), -1 if by > 0 else 0)
        panes[(here + by) % len(panes)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)
