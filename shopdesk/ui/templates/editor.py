"""One template: its name, what belongs to it, its words in each language, its questions."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.template import Template, Variant
from shopdesk.ui.actions import Do, action_tip
from shopdesk.ui.overriding import override
from shopdesk.ui.templates.completion import Offer, offers_for
from shopdesk.ui.templates.fields import Fields
from shopdesk.ui.templates.files_row import FilesRow
from shopdesk.ui.templates.inputs_editor import InputsEditor
from shopdesk.ui.templates.library import Library
from shopdesk.ui.templates.preview_presenter import Faults
from shopdesk.ui.templates.words_editor import WordsEditor
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label, restate
from shopdesk.ui.words import translate


class TemplateEditor(QWidget):
    """Says each change as a whole template."""

    edited = Signal(object)
    """The `Template` as it is typed now."""
    language_changed = Signal()

    def __init__(self, theme: Theme, library: Library) -> None:
        super().__init__()
        self._theme = theme
        self._library = library
        self._loading = False
        self.template: Template | None = None
        """As it is typed now."""
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name, self.state, self.refusal = QLineEdit(), plain_label("meta2"), plain_label("failed", wrap=True)
        self.versions, self.more = IconButton(theme, "clock"), IconButton(theme, "ellipsis")
        self.save = Button(theme, "primary")
        self.fields, self.inputs, self.files = Fields(theme), InputsEditor(theme), FilesRow(theme)
        self.words = WordsEditor(theme, self.offers)
        self.subject, self.body = self.words.subject, self.words.body
        self.languages, self.faults = self.words.languages, self.words.faults
        self._arrange()
        self.name.textEdited.connect(self._typed)
        self.fields.changed.connect(self._typed)
        self.inputs.changed.connect(self._typed)
        self.files.changed.connect(self._typed)
        self.setAcceptDrops(True)
        self.words.changed.connect(self._words_typed)
        self.words.language_changed.connect(self.language_changed)
        self.retranslate()

    # --- what is shown ----------------------------------------------------------------------------------------

    @property
    def language(self) -> str:
        """Which words are shown."""
        return self.words.language

    @property
    def is_offering(self) -> bool:
        """Whether a list of placeholders is open: what was typed is not finished."""
        return self.words.is_offering

    def offers(self) -> list[Offer]:
        """What can be put into the words."""
        return offers_for(self.template, self._library.snippets())

    def show_template(self, template: Template) -> None:
        """Put another template in; nobody is told."""
        self._put(template, same=self.template is not None and self.template.id == template.id)
        self.show_faults({})

    def adopt(self, template: Template) -> None:
        """The same template as it is kept; the caret and what can be undone stay."""
        self._put(template, same=True)

    def show_unsaved(self, *, unsaved: bool) -> None:
        """Whether there is something to save."""
        restate(self.state, "type", "warning" if unsaved else "meta2")
        self.state.setText(translate("Templates", "Not saved") if unsaved else translate("Templates", "Saved"))
        self.save.setEnabled(unsaved)

    def show_refusal(self, words: str) -> None:
        """Why it could not be saved."""
        self.refusal.setText(words)
        self.refusal.show()

    def show_faults(self, faults: Faults) -> None:
        """Mark what is wrong, in the words and under them."""
        self.words.show_faults(faults)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.name.setPlaceholderText(translate("Templates", "Name of the template"))
        self.name.setAccessibleName(translate("Templates", "Name of the template"))
        self.versions.name(translate("Templates", "Versions"))
        self.more.name(translate("Templates", "More"))
        self.save.setText(translate("Templates", "Save"))
        self.save.setToolTip(action_tip(Do.SAVE_TEMPLATE))
        for part in (self.fields, self.words, self.inputs, self.files):
            part.retranslate()

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        px, head = self._theme.px, QHBoxLayout()
        head.setSpacing(px(8))
        self.name.setProperty("kind", "title")
        head.addWidget(self.name, 1)
        for widget in (self.state, self.versions, self.more, self.save):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(20), px(20))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.refusal)
        column.addWidget(self.fields)
        column.addSpacing(px(4))
        column.addWidget(self.words, 1)
        column.addWidget(self.inputs)
        column.addWidget(self.files)
        self.refusal.hide()

    def _put(self, template: Template, *, same: bool) -> None:
        self._loading = True
        self.template = template
        self.refusal.hide()
        if self.name.text().strip() != template.name:
            self.name.setText(template.name)
        self.fields.offer(self._library)
        self.fields.show_template(template)
        self.inputs.show_inputs(template.inputs)
        self.files.show_files(template.attachments)
        self.words.show_words(template, same=same)
        self._loading = False

    def _typed(self) -> None:
        if not self._loading and self.template is not None:
            typed = self.name.text()
            name = typed if typed.strip() != self.template.name else self.template.name
            typed_in = replace(self.fields.put_into(self.template), name=name, inputs=self.inputs.inputs())
            self._tell(replace(typed_in, attachments=self.files.files))

    def _words_typed(self, variants: tuple[Variant, ...]) -> None:
        if not self._loading and self.template is not None:
            self._tell(replace(self.template, variants=variants))

    def _tell(self, changed: Template) -> None:
        if changed != self.template:
            self.template = changed
            self.refusal.hide()
            self.edited.emit(changed)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.files.take([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()
