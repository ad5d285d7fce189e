"""The words of a template in each of its languages: name, subject, text, and what is wrong in them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.template import Fault, Template, Variant
from shopdesk.ui.templates.completion import Offer, Offers
from shopdesk.ui.templates.fault_lines import FaultLines
from shopdesk.ui.templates.languages_bar import LanguagesBar
from shopdesk.ui.templates.preview_presenter import Faults, Part
from shopdesk.ui.templates.source_edit import SourceEdit
from shopdesk.ui.templates.wording import fault_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate


class WordsEditor(QWidget):
    """Shows one language at a time."""

    changed = Signal(object)
    """The variants, a tuple of `Variant`, as they are typed now."""
    language_changed = Signal()

    def __init__(self, theme: Theme, offers: Offers) -> None:
        super().__init__()
        self._theme = theme
        self._offers = offers
        self._variants: tuple[Variant, ...] = ()
        self._wished = ""
        self._loading = False
        self.language = ""
        """Which words are shown."""
        self.languages, self.insert = LanguagesBar(theme), Button(theme, "soft", "code")
        self.title = QLineEdit()
        self.subject, self.body = SourceEdit(theme, offers, single=True), SourceEdit(theme, offers)
        self.faults = FaultLines(theme)
        self._labels = (plain_label("meta2"), plain_label("meta2"), plain_label("meta2"))
        self._arrange()
        self.title.textEdited.connect(self._typed)
        self.subject.typed.connect(self._typed)
        self.body.typed.connect(self._typed)
        self.languages.chosen.connect(self.choose_language)
        self.languages.added.connect(self._add_language)
        self.languages.removed.connect(self._remove_language)
        self.insert.clicked.connect(self._begin_placeholder)
        self.faults.clicked.connect(self._go_to)
        self.retranslate()

    def show_words(self, template: Template, *, same: bool) -> None:
        """Show a template's words; `same` when it is the one that was shown: the language stays."""
        self._variants = template.variants
        self.title.setPlaceholderText(template.name)
        codes = [one.language for one in template.variants]
        if not same or self.language not in codes:
            wishes = (self._wished, QLocale().name().partition("_")[0])
            self.language = next((code for code in wishes if code in codes), codes[0])
        self._show()

    def show_faults(self, faults: Faults) -> None:
        """Mark what is wrong, in the words and under them."""
        known: Sequence[Offer] = self._offers() if faults else ()
        said: list[tuple[Fault, str]] = []
        for part, edit in ((Part.SUBJECT, self.subject), (Part.BODY, self.body)):
            text, here = edit.source(), faults.get((self.language, part), ())
            worded = [
                (one, fault_words(one, text.count("\n", 0, one.start) + 1, [each.name for each in known]))
                for one in here
            ]
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
        if language != self.language:
            self.language = self._wished = language
            self._show()
            self.language_changed.emit()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.insert.setText(translate("Templates", "Placeholder"))
        self.insert.setAccessibleName(translate("Templates", "Insert a placeholder"))
        words = (
            translate("Templates", "Name for those who read this language, empty for the same"),
            translate("Templates", "Subject, empty keeps the customer's"),
            translate("Templates", "Text"),
        )
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self.title.setAccessibleName(translate("Templates", "Name in this language"))
        self.subject.setAccessibleName(translate("Templates", "Subject"))
        self.body.setAccessibleName(translate("Templates", "Text"))
        self.languages.retranslate()

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        px, tools, column = self._theme.px, QHBoxLayout(), QVBoxLayout(self)
        self.title.setProperty("kind", "field")
        tools.addWidget(self.languages, 1)
        tools.addWidget(self.insert)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(tools)
        for label, edit in zip(self._labels, (self.title, self.subject, self.body), strict=True):
            label.setBuddy(edit)
            column.addWidget(label)
            column.addWidget(edit, 1 if edit is self.body else 0)
        column.addWidget(self.faults)

    def _show(self) -> None:
        self._loading = True
        variant = next(one for one in self._variants if one.language == self.language)
        self.languages.show_languages([one.language for one in self._variants], self.language)
        plain = variant is self._variants[0] and not variant.title
        self._labels[0].setHidden(plain)
        self.title.setHidden(plain)
        if self.title.text() != variant.title:
            self.title.setText(variant.title)
        self.subject.show_source(variant.subject)
        self.body.show_source(variant.body)
        self._loading = False

    def _typed(self) -> None:
        if not self._loading and self._variants:
            subject, body, title = self.subject.source(), self.body.source(), self.title.text()
            self._tell(
                replace(one, subject=subject, body=body, title=title) if one.language == self.language else one
                for one in self._variants
            )

    def _tell(self, variants: Iterable[Variant]) -> None:
        self._variants = tuple(variants)
        self.changed.emit(self._variants)

    def _add_language(self, language: str) -> None:
        self._tell((*self._variants, Variant(language, "")))
        self.choose_language(language)
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_language(self, language: str) -> None:
        left = tuple(one for one in self._variants if one.language != language)
        if left:
            self._tell(left)
            self.choose_language(left[0].language)

    def _begin_placeholder(self) -> None:
        (self.subject if self.subject.hasFocus() else self.body).begin_placeholder()

    def _go_to(self, fault: Fault) -> None:
        in_subject = any(one is fault for one in self.subject.known_faults())
        (self.subject if in_subject else self.body).go_to(fault)
