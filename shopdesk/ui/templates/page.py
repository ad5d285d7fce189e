"""The page of templates: the library on the left, one template with its preview on the right."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedWidget

from shopdesk.domain.changes import Changes
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import ConversationId, TemplateId
from shopdesk.domain.template import Template
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.actions import Do
from shopdesk.ui.desk import Desk, Now
from shopdesk.ui.overriding import override
from shopdesk.ui.page import Page, Run
from shopdesk.ui.templates.editor import TemplateEditor
from shopdesk.ui.templates.exchange import LibraryExchange
from shopdesk.ui.templates.keys import PageKeys
from shopdesk.ui.templates.leaving import ask_leaving
from shopdesk.ui.templates.library import LibraryLine, Only, Wanted
from shopdesk.ui.templates.library_column import LibraryColumn
from shopdesk.ui.templates.presenter import TemplatesPresenter
from shopdesk.ui.templates.preview import PreviewPane
from shopdesk.ui.templates.tools import TemplateTools
from shopdesk.ui.templates.try_out import TryOut
from shopdesk.ui.templates.wording import refusal_words, shown_name
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_page import CalmPage, CalmWords
from shopdesk.ui.widgets.leaving import Leaving
from shopdesk.ui.words import translate

_COLUMN = 300
_ROOMY = 1280
"""From this width, in px at 100 %, the list has more room."""
_EDITOR, _PREVIEW = 520, 320
_BESIDE = 880
"""From this width of editor and preview together, in px at 100 %, they stand side by side."""


class TemplatesPage(Page):
    """Fits `TemplatesView`."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        reading: WorkLane,
        writing: WorkLane,
        now: Now,
        conversation: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._conversation = conversation
        self.ask: Callable[[int], Leaving] = lambda count: ask_leaving(self.window(), count)
        self.presenter = TemplatesPresenter(desk, reading, writing, self, now)
        self.column = LibraryColumn(theme)
        self.editor = TemplateEditor(theme, self.presenter.library)
        self.preview = PreviewPane(theme)
        self.try_out = TryOut(theme, desk, reading, self.editor, self.preview)
        self.calm = CalmPage(theme)
        self.keys = PageKeys(self.column, self.editor, self.preview, self.presenter)
        self.tools = TemplateTools(theme, self.editor, self.presenter, now)
        self.exchange = LibraryExchange(theme, desk, reading, writing, self)
        self._beside: bool | None = None
        self._sides, self._stack, self._area = QSplitter(Qt.Orientation.Horizontal), QStackedWidget(), QScrollArea()
        self._arrange()
        self._connect()
        self.retranslate()

    # --- what the window asks -------------------------------------------------------------------------------

    @override
    def opened(self) -> None:
        self.presenter.look()
        self.try_out.follow(self._conversation())

    @override
    def runs(self) -> Mapping[Do, Run]:
        return self.keys.runs()

    @override
    def focus_list(self) -> None:
        self.keys.focus_list()

    @override
    def apply(self, changes: Changes) -> None:
        if changes.templates:
            self.presenter.look()

    @override
    def may_close(self) -> bool:
        count = len(self.presenter.library.unsaved())
        if self.leaving or not count:
            return True
        answer = self.ask(count)
        if answer is Leaving.SAVE:
            self.presenter.keeping.save_all(self._leave)
        return answer is Leaving.DISCARD

    # --- what the presenter shows ---------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[LibraryLine], current: TemplateId | None) -> None:
        """See `TemplatesView`."""
        self.column.offer(self.presenter.library)
        self.column.show_wanted(self.presenter.wanted)
        self.column.show_lines(lines, current)

    def show_template(self, template: Template | None) -> None:
        """See `TemplatesView`."""
        self._furnish()
        self._stack.setCurrentWidget(self.calm if template is None else self._sides)
        if template is None:
            self._say_calm()
            return
        self.editor.show_template(template)
        self.try_out.now()
        self._area.verticalScrollBar().setValue(0)

    def adopt(self, template: Template) -> None:
        """See `TemplatesView`."""
        self.editor.adopt(template)
        self.try_out.now()

    def show_unsaved(self, *, unsaved: bool) -> None:
        """See `TemplatesView`."""
        self.editor.show_unsaved(unsaved=unsaved)

    def show_refusal(self, error: Exception) -> None:
        """See `TemplatesView`."""
        typed = self.editor.template
        taken = ""
        if isinstance(error, InputRefused) and error.field == "key" and typed is not None:
            others = (one for one in self.presenter.library.saved.values() if one.id != typed.id)
            taken = next((shown_name(one) for one in others if one.key == typed.key.casefold()), "")
        words = refusal_words(error, taken)
        if words:
            self.editor.show_refusal(words)
        else:
            self.failed.emit(error)

    def show_failure(self, error: Exception) -> None:
        """See `TemplatesView`."""
        self.failed.emit(error)

    def tell_deleted(self, template: Template) -> None:
        """See `TemplatesView`."""
        words = translate("Templates", "Deleted “%1”").replace("%1", shown_name(template))
        self.told.emit(words, translate("Toast", "Undo  Z"))

    def new_words(self) -> tuple[str, str]:
        """See `TemplatesView`."""
        return QLocale().name().partition("_")[0], translate("Templates", "%1 (copy)")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for part in (self.column, self.editor, self.preview):
            part.retranslate()
        self._say_calm()
        self.presenter.show_again()

    # --- inside ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """From the outside in: whatever gets another parent is styled again with all that is in it."""
        edge = QFrame()
        edge.setProperty("kind", "line")
        edge.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.column)
        row.addWidget(edge)
        row.addWidget(self._stack, 1)
        for page in (self.calm, self._sides):
            self._stack.addWidget(page)
        self._sides.setHandleWidth(1)
        self._sides.setChildrenCollapsible(False)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sides.addWidget(self._area)

    def _furnish(self) -> None:
        """Put editor and preview in when the library answered: the page is painted by then."""
        if self._area.widget() is None:
            self._area.setWidget(self.editor)
            self._sides.addWidget(self.preview)
            for place in (0, 1):
                self._sides.setStretchFactor(place, 2 - place)
            self._beside = None
            self.fit()

    def _connect(self) -> None:
        presenter, column, editor = self.presenter, self.column, self.editor
        column.wanted.connect(presenter.want)
        column.list.chosen.connect(presenter.choose)
        column.list.delete_asked.connect(presenter.keeping.delete)
        column.new.clicked.connect(lambda _=False: self.begin())
        editor.edited.connect(presenter.edit)
        editor.save.clicked.connect(lambda _=False: presenter.keeping.save())
        self.try_out.failed.connect(self.failed)
        column.import_asked.connect(self.exchange.bring_in)
        column.export_asked.connect(self.exchange.take_out)
        column.starter_asked.connect(self.exchange.add_starter)
        self.calm.clicked.connect(self.exchange.add_starter)
        self.exchange.told.connect(lambda words: self.told.emit(words, ""))
        self.exchange.changed.connect(presenter.look)
        self.exchange.failed.connect(self.failed)
        self._theme.changed.connect(self.fit)
        self.fit()

    def begin(self, words: Template | None = None) -> None:
        """A new template, with the keys in its name; with these words, when there are some already."""
        self.presenter.begin(words)
        self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_to_review(self) -> None:
        """Only those that are to be looked over."""
        self.column.show_wanted(Wanted(only=Only.REVIEW))
        self.presenter.want(Wanted(only=Only.REVIEW))

    def fit(self) -> None:
        """Give each part its place at the present width and text size."""
        px = self._theme.px
        self.column.setFixedWidth(px(_COLUMN) if self.width() < px(_ROOMY) else px(_COLUMN + 40))
        room = self.width() - self.column.width()
        beside = room >= px(_BESIDE)
        self._area.setMinimumWidth(px(_EDITOR))
        self.preview.setMinimumWidth(px(_PREVIEW) if beside else 0)
        self.preview.setMinimumHeight(0 if beside else px(170))
        if self._beside is not beside:
            self._beside = beside
            self._sides.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            whole, part = (room, px(_PREVIEW + 40)) if beside else (self.height(), self.height() * 36 // 100)
            self._sides.setSizes([whole - part, part])

    def _leave(self) -> None:
        """Everything is saved."""
        self.leaving = True
        QTimer.singleShot(0, self.window(), self.window().close)

    def _say_calm(self) -> None:
        if not self.presenter.library.all():
            words = translate("Templates", "Answers you write often, filled in for each customer.")
            button = translate("Templates", "Add the starter templates")
            self.calm.say(CalmWords("notebook-text", translate("Templates", "No templates yet"), words, button))
        else:
            words = translate("Templates", "Choose one on the left, or begin a new one.")
            self.calm.say(CalmWords("notebook-text", translate("Templates", "No template chosen"), words))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._beside = None
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
