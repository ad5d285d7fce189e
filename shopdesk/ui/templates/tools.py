"""The editor's menu and the versions of a template."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from shopdesk.domain.template import Template
from shopdesk.ui.desk import Now
from shopdesk.ui.templates.editor import TemplateEditor
from shopdesk.ui.templates.presenter import TemplatesPresenter
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import translate

if TYPE_CHECKING:
    from shopdesk.ui.templates.versions import VersionsPopover


class TemplateTools(QObject):
    """Opens them."""

    def __init__(self, theme: Theme, editor: TemplateEditor, presenter: TemplatesPresenter, now: Now) -> None:
        super().__init__(editor)
        self._theme = theme
        self._editor = editor
        self._presenter = presenter
        self._now = now
        self.versions: VersionsPopover | None = None
        """The popover while it is open."""
        editor.versions.clicked.connect(self.open_versions)
        editor.more.clicked.connect(self.open_menu)

    def menu(self) -> QMenu:
        """What else can be done with the template."""
        presenter, menu = self._presenter, QMenu(self._editor)
        menu.addAction(translate("Templates", "Duplicate")).triggered.connect(presenter.duplicate)
        reviewed = menu.addAction(translate("Templates", "Mark as reviewed"))
        reviewed.triggered.connect(presenter.mark_reviewed)
        reviewed.setEnabled((presenter.current or 0) > 0)
        revert = menu.addAction(translate("Templates", "Forget the changes"))
        revert.triggered.connect(presenter.revert)
        revert.setEnabled(presenter.current in presenter.library.edits)
        menu.addSeparator()
        menu.addAction(translate("Templates", "Delete")).triggered.connect(presenter.keeping.delete)
        return menu

    def open_menu(self) -> None:
        """Show it under its button."""
        menu, button = self.menu(), self._editor.more
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def open_versions(self) -> None:
        """Show what the template was."""
        self._presenter.versions(self._show_versions)

    def _show_versions(self, versions: Sequence[Template]) -> None:
        from shopdesk.ui.templates.versions import VersionsPopover

        self.versions = popover = VersionsPopover(self._theme, self._editor.window(), versions, self._now)
        popover.restored.connect(self._restore)
        popover.closed.connect(self._closed)
        popover.show_versions()

    def _closed(self) -> None:
        self.versions = None

    def _restore(self, version: Template) -> None:
        now = self._presenter.library.get(self._presenter.current)
        if now is not None:
            kept = {"uses": now.uses, "changed_at": now.changed_at, "changed_by": now.changed_by}
            again = replace(version, id=now.id, reviewed_at=now.reviewed_at, **kept)  # type: ignore[arg-type]
            self._editor.adopt(again)
            self._editor.edited.emit(again)
