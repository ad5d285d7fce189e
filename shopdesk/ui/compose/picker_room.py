"""Finds, fills and inserts templates for the open draft; everything that may take long is asked in the reading lane."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from shopdesk.domain.filling import Filled
from shopdesk.domain.template import Fit, Template
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.answer_desk import TemplateDesk
from shopdesk.ui.compose.composer import Composer
from shopdesk.ui.compose.picker import Picker
from shopdesk.ui.compose.presenter import ComposePresenter
from shopdesk.ui.compose.template_files import TemplateFiles
from shopdesk.ui.compose.wording import language_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import market_name

_MOST = 50


@dataclass(slots=True)
class Parts:
    """What it works with."""

    window: QWidget
    theme: Theme
    reading: WorkLane
    writing: WorkLane
    now: Callable[[], datetime]
    language: Callable[[], str]
    """What the window speaks."""
    presenter: ComposePresenter
    composer: Composer
    templates: Callable[[], TemplateDesk]
    market: Callable[[], str]
    """The marketplace of the open conversation."""
    agent: Callable[[], str] = str
    """Who signs; asked in the reading lane."""


class PickerRoom(QObject):
    """One for a composer; the popover lives from its opening to its end."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._asked = 0
        self._under_way = 0
        self._filled_asked = 0
        self._wants_enter = False
        self.picker: Picker | None = None
        self.files = TemplateFiles(parts.presenter, parts.templates, parts.reading)
        parts.composer.template_taken_back.connect(self.files.follow)

    def warm_up(self) -> None:
        """The library is opened, and the first time filled, before anybody asks for it."""
        parts = self._parts

        def stock(found: Sequence[Template]) -> None:
            if not found:
                parts.writing.submit(lambda: parts.templates().install_starter(), self._look_again)

        parts.reading.submit(lambda: parts.templates().find("", 1), stock)

    def open(self, *, slash: bool) -> None:
        """Show it; with `slash` a second one, or a space, is written in place of a template."""
        parts = self._parts
        if parts.presenter.draft is None:
            return
        self._wants_enter = False
        language = parts.language()
        picker = self.picker = Picker(parts.theme, parts.window, parts.composer, language)
        about = [language_text(parts.presenter.draft.language) if parts.presenter.draft.language else ""]
        picker.about.setText(" · ".join(one for one in (*about, market_name(parts.market())) if one))
        picker.typed.connect(lambda text: self._typed(picker, text, slash=slash))
        picker.chosen.connect(lambda template: self._preview(picker, template))
        picker.taken.connect(lambda: self._take(picker))
        picker.answered.connect(lambda values: self._fill(picker, values))
        picker.closed.connect(self._closed)
        picker.open(picker.field)
        self._find(picker, "")

    def put(self, template: Template, values: Mapping[str, str]) -> None:
        """Insert a template without a choice; what it asks for, and `values` do not say, stays open in the text."""
        draft = self._parts.presenter.draft

        def done(filled: Filled) -> None:
            now = self._parts.presenter.draft
            if draft is not None and now is not None and now.conversation_id == draft.conversation_id:
                self._insert(template, filled)

        self._parts.reading.submit(
            lambda: self._filled(template, values), done, self._parts.presenter.keeping.on_failure
        )

    def _look_again(self, installed: int) -> None:
        if installed and self.picker is not None:
            self._find(self.picker, self.picker.field.text())

    # --- inside -----------------------------------------------------------------------------------------------

    def _closed(self) -> None:
        self.picker = None
        self._parts.composer.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def _typed(self, picker: Picker, text: str, *, slash: bool) -> None:
        if slash and text in (" ", "/", "／"):
            picker.close_now()
            self._parts.composer.text.textCursor().insertText("/" + text.strip("/／"))
            return
        self._find(picker, text)

    def _find(self, picker: Picker, text: str) -> None:
        self._asked += 1
        asked = self._asked

        def work() -> Sequence[Template] | None:
            return self._parts.templates().find(text, _MOST, self._fit()) if asked == self._asked else None

        def done(found: Sequence[Template] | None) -> None:
            if found is None or asked != self._asked or self.picker is not picker:
                return
            self._asked = asked + 1  # nothing is under way any more
            picker.show_templates(found, text.strip())
            if self._wants_enter:
                self._take(picker)

        self._under_way = asked
        self._parts.reading.submit(work, done, self._parts.presenter.keeping.on_failure)

    def _fit(self) -> Fit:
        """What the answer is about; the language that the agent chose for it counts."""
        draft = self._parts.presenter.draft
        if draft is None or draft.conversation_id is None:
            return Fit(draft.language if draft is not None else "", self._parts.market())
        fit = self._parts.templates().fit_for(draft.conversation_id)
        return replace(fit, language=draft.language or fit.language)

    def _preview(self, picker: Picker, template: Template | None) -> None:
        self._filled_asked += 1
        asked = self._filled_asked
        if template is None:
            picker.show_filled(None)
            return

        def work() -> Filled | None:
            return self._filled(template, {}) if asked == self._filled_asked else None

        def done(filled: Filled | None) -> None:
            if filled is not None and asked == self._filled_asked and self.picker is picker:
                picker.show_filled(filled)

        self._parts.reading.submit(work, done, self._parts.presenter.keeping.on_failure)

    def _take(self, picker: Picker) -> None:
        """Enter: what is typed counts, also while it is still being looked for."""
        self._wants_enter = self._asked == self._under_way
        if not self._wants_enter:
            self._fill(picker, None)

    def _fill(self, picker: Picker, values: Mapping[str, str] | None) -> None:
        template = picker.list.template
        if template is None:
            return

        def done(filled: Filled) -> None:
            if self.picker is not picker:
                return
            if values is None and filled.to_ask:
                picker.ask(template, filled.to_ask, self._parts.now())
            else:
                picker.close_now()
                self._insert(template, filled)

        self._parts.reading.submit(
            lambda: self._filled(template, values or {}), done, self._parts.presenter.keeping.on_failure
        )

    def _filled(self, template: Template, values: Mapping[str, str]) -> Filled:
        draft = self._parts.presenter.draft
        conversation = draft.conversation_id if draft is not None else None
        language = draft.language if draft is not None else ""
        agent = self._parts.agent()
        return self._parts.templates().fill(template.id, conversation, values, language or None, agent)

    def _insert(self, template: Template, filled: Filled) -> None:
        presenter = self._parts.presenter
        before = presenter.insert(template, filled)
        if before is not None and presenter.draft is not None:
            self._parts.composer.insertions.remember(before, presenter.draft)
            self.files.inserted(filled)
