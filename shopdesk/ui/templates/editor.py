"""One template: its name, what belongs to it, its words in each language, its questions."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.template import Fault, Template, Variant
from shopdesk.ui.actions import Do, action_tip
from shopdesk.ui.templates.completion import Offer, offers_for
from shopdesk.ui.templates.fault_lines import FaultLines
from shopdesk.ui.templates.fields import Fields
from shopdesk.ui.templates.inputs_editor import InputsEditor
from shopdesk.ui.templates.languages_bar import LanguagesBar
from shopdesk.ui.templates.library import Library
from shopdesk.ui.templates.preview_presenter import Faults, Part
from shopdesk.ui.templates.source_edit import SourceEdit
from shopdesk.ui.templates.wording import fault_words
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
        self._template: Template | None = None
        self._language = ""
        self._wished = ""
        self._loading = False
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name, self.state, self.refusal = QLineEdit(), plain_label("meta2"), plain_label("failed", wrap=True)
        self.versions, self.more = IconButton(theme, "clock"), IconButton(theme, "ellipsis")
        self.save = Button(theme, "primary")
        self.fields, self.languages = Fields(theme), LanguagesBar(theme)
        self.insert = Button(theme, "soft", "code")
        self.subject = SourceEdit(theme, self._offers, single=True)
        self.body = SourceEdit(theme, self._offers)
        self.faults, self.inputs = FaultLines(theme), InputsEditor(theme)
        self.title = QLineEdit()
        self._labels = (plain_label("meta2"), plain_label("meta2"), plain_label("meta2"))
        self._arrange()
        self._connect()
        self.retranslate()

    # --- what is shown ----------------------------------------------------------------------------------------

    @property
    def template(self) -> Template | None:
        """As it is typed now."""
        return self._template

    @property
    def language(self) -> str:
        """Which words are shown."""
        return self._language

    def show_template(self, template: Template) -> None:
        """Put another template in; nobody is told."""
        self.refusal.hide()
        self._put(template, same=self._template is not None and self._template.id == template.id)
        self.show_faults({})

    def adopt(self, template: Template) -> None:
        """The same template as it is kept; the caret and what can be undone stay."""
        self.refusal.hide()
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
        known = [one.name for one in self._offers()] if faults else []
        said: list[tuple[Fault, str]] = []
        for part, edit in ((Part.SUBJECT, self.subject), (Part.BODY, self.body)):
            here = faults.get((self._language, part), ())
            worded = [(one, fault_words(one, edit.source().count("\n", 0, one.start) + 1, known)) for one in here]
            edit.show_faults(worded)
            said += worded
        self.faults.show_faults(said)
        self.languages.show_faulty([language for language, _ in faults])

    @property
    def is_offering(self) -> bool:
        """Whether a list of placeholders is open: what was typed is not finished."""
        return any(edit.offers_shown is not None for edit in (self.subject, self.body))

    def choose_language(self, language: str) -> None:
        """Show the words in another language."""
        if self._template is not None and language != self._language:
            self._language = self._wished = language
            self._show_words(self._template)
            self.language_changed.emit()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.name.setPlaceholderText(translate("Templates", "Name of the template"))
        self.name.setAccessibleName(translate("Templates", "Name of the template"))
        self.versions.name(translate("Templates", "Versions"))
        self.more.name(translate("Templates", "More"))
        self.save.setText(translate("Templates", "Save"))
        self.save.setToolTip(action_tip(Do.SAVE_TEMPLATE))
        self.insert.setText(translate("Templates", "Placeholder"))
        self.insert.setAccessibleName(translate("Templates", "Insert a placeholder"))
        for label, words in zip(
            self._labels,
            (
                translate("Templates", "Name for those who read this language, empty for the same"),
                translate("Templates", "Subject, empty keeps the customer's"),
                translate("Templates", "Text"),
            ),
            strict=True,
        ):
            label.setText(words)
        self.title.setAccessibleName(translate("Templates", "Name in this language"))
        self.subject.setAccessibleName(translate("Templates", "Subject"))
        self.body.setAccessibleName(translate("Templates", "Text"))
        for part in (self.fields, self.languages, self.inputs):
            part.retranslate()

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        px = self._theme.px
        head, tools = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(px(8))
        self.name.setProperty("kind", "title")
        head.addWidget(self.name, 1)
        for widget in (self.state, self.versions, self.more, self.save):
            head.addWidget(widget)
        tools.addWidget(self.languages, 1)
        tools.addWidget(self.insert)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(20), px(20))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.refusal)
        column.addWidget(self.fields)
        column.addSpacing(px(4))
        column.addLayout(tools)
        for label, edit in zip(self._labels, (self.title, self.subject, self.body), strict=True):
            label.setBuddy(edit)
            column.addWidget(label)
            column.addWidget(edit, 1 if edit is self.body else 0)
        column.addWidget(self.faults)
        column.addWidget(self.inputs)
        self.refusal.hide()

    def _connect(self) -> None:
        self.title.setProperty("kind", "field")
        self.name.textEdited.connect(self._typed)
        self.title.textEdited.connect(self._typed)
        self.fields.changed.connect(self._typed)
        self.inputs.changed.connect(self._typed)
        self.subject.typed.connect(self._typed)
        self.body.typed.connect(self._typed)
        self.languages.chosen.connect(self.choose_language)
        self.languages.added.connect(self._add_language)
        self.languages.removed.connect(self._remove_language)
        self.insert.clicked.connect(self._begin_placeholder)
        self.faults.clicked.connect(self._go_to)

    def _put(self, template: Template, *, same: bool) -> None:
        self._loading = True
        self._template = template
        if self.name.text().strip() != template.name:
            self.name.setText(template.name)
        self.fields.offer(self._library)
        self.fields.show_template(template)
        self.inputs.show_inputs(template.inputs)
        codes = [one.language for one in template.variants]
        if not same or self._language not in codes:
            wishes = (self._wished, QLocale().name().partition("_")[0])
            self._language = next((code for code in wishes if code in codes), codes[0])
        self._loading = False
        self._show_words(template)

    def _show_words(self, template: Template) -> None:
        self._loading = True
        variant = template.variant(self._language) or template.variants[0]
        self.languages.show_languages([one.language for one in template.variants], self._language)
        first = variant == template.variants[0] and not variant.title
        self._labels[0].setHidden(first)
        self.title.setHidden(first)
        if self.title.text() != variant.title:
            self.title.setText(variant.title)
        self.title.setPlaceholderText(template.name)
        self.subject.show_source(variant.subject)
        self.body.show_source(variant.body)
        self._loading = False

    def _typed(self) -> None:
        if self._loading or self._template is None:
            return
        words = {"subject": self.subject.source(), "body": self.body.source(), "title": self.title.text()}
        changed = replace(
            self.fields.put_into(self._template),
            name=self.name.text() if self.name.text().strip() != self._template.name else self._template.name,
            inputs=self.inputs.inputs(),
            variants=tuple(
                replace(one, **words) if one.language == self._language else one
                for one in self._template.variants
            ),
        )
        self._tell(changed)

    def _tell(self, changed: Template) -> None:
        if changed != self._template:
            self._template = changed
            self.refusal.hide()
            self.edited.emit(changed)

    def _add_language(self, language: str) -> None:
        if self._template is not None:
            changed = replace(self._template, variants=(*self._template.variants, Variant(language, "")))
            self._tell(changed)
            self.choose_language(language)
            self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_language(self, language: str) -> None:
        if self._template is not None and len(self._template.variants) > 1:
            left = tuple(one for one in self._template.variants if one.language != language)
            self._tell(replace(self._template, variants=left))
            self.choose_language(left[0].language)

    def _offers(self) -> list[Offer]:
        return offers_for(self._template, self._library.snippets())

    def _begin_placeholder(self) -> None:
        (self.subject if self.subject.hasFocus() else self.body).begin_placeholder()

    def _go_to(self, fault: Fault) -> None:
        in_subject = any(one is fault for one in self.subject.known_faults())
        (self.subject if in_subject else self.body).go_to(fault)
