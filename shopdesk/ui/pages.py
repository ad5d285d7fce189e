"""The pages of the window: the inbox, and others that are made at the first visit."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.ui.deeds import Deeds
from shopdesk.ui.desk import Desk
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.widgets.rail import Rail
from shopdesk.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from shopdesk.domain.changes import Changes
    from shopdesk.domain.ids import ConversationId
    from shopdesk.domain.template import Template
    from shopdesk.ui.templates.page import TemplatesPage

INBOX = "inbox"
TEMPLATES = "templates"


class Pages(QObject):
    """Shows one page at a time beside the rail; each keeps its scroll, its selection and its focus."""

    def __init__(
        self,
        window: QWidget,
        room: QHBoxLayout,
        inbox: InboxScreen,
        rail: Rail,
        deeds: Deeds,
        desk: Desk,
        around: Surroundings,
    ) -> None:
        super().__init__(window)
        self._room = room
        self._inbox = inbox
        self._rail = rail
        self._deeds = deeds
        self._desk = desk
        self._around = around
        self._made: dict[str, QWidget] = {INBOX: inbox}
        self._makers: Mapping[str, Callable[[], QWidget]] = {TEMPLATES: self._make_templates}
        self.current = INBOX
        self.toast: Toast | None = None
        self.tell_failure: Callable[[Exception], None] = lambda _: None
        inbox.wanted.connect(lambda: self.show(INBOX))

    @property
    def templates(self) -> "TemplatesPage":
        """The page of templates, made now if need be."""
        from shopdesk.ui.templates.page import TemplatesPage

        page = self._page(TEMPLATES)
        if not isinstance(page, TemplatesPage):
            raise TypeError(page)
        return page

    def show(self, key: str) -> None:
        """Turn to a page; the widget that had the keys on it gets them back."""
        if key != self.current:
            page, before = self._page(key), self._made[self.current]
            focused = page.focusWidget()
            self.current = key
            self._float_toast(page)
            before.hide()
            page.show()
            self._open(key, focused)
        self._rail.show_chosen(key)

    def new_template(self, words: "Template | None" = None) -> None:
        """Begin a template, wherever the person is: empty, or with words made of a reply."""
        self.show(TEMPLATES)
        self.templates.begin(words)

    def apply(self, changes: "Changes") -> None:
        """Something was written by the engine."""
        if changes.templates and TEMPLATES in self._made:
            self.templates.presenter.look()

    def may_close(self) -> bool:
        """The window is being closed. Out: False when a person wants to go on with what is not saved."""
        return TEMPLATES not in self._made or self.templates.may_close()

    def let_go(self) -> None:
        """The next close ends the program without a question."""
        if TEMPLATES in self._made:
            self.templates.leaving = True

    # --- inside -----------------------------------------------------------------------------------------------

    def _page(self, key: str) -> QWidget:
        if key not in self._made:
            page = self._makers[key]()
            page.hide()
            self._room.addWidget(page, 1)
            self._made[key] = page
        return self._made[key]

    def _open(self, key: str, focused: QWidget | None) -> None:
        if key == INBOX:
            self._deeds.elsewhere = None
        else:
            self._deeds.elsewhere = self.templates.runs()
            self.templates.opened()
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == INBOX:
            self._inbox.focus_list()
        else:
            self.templates.focus_list()

    def _float_toast(self, page: QWidget) -> None:
        if self.toast is not None:
            self.toast.float_over(page)

    def _make_templates(self) -> QWidget:
        from shopdesk.ui.templates.page import TemplatesPage

        lanes, around = self._around.lanes, self._around
        page = TemplatesPage(
            self._desk, around.theme, lanes.reading, lanes.writing, around.now, self._current_conversation
        )
        if self.toast is not None:
            page.told.connect(self.toast.say)
        page.failed.connect(self._failed)
        return page

    def _failed(self, error: Exception) -> None:
        self.tell_failure(error)

    def _current_conversation(self) -> "ConversationId | None":
        return self._inbox.presenter.current
