"""What belongs to a template besides its words: key, topic, tags, what happens after sending."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.template import Template
from shopdesk.ui.templates.library import Library
from shopdesk.ui.templates.wording import state_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.widgets.switch import Switch
from shopdesk.ui.words import translate

_STATES = (None, ConversationState.WAITING, ConversationState.DONE, ConversationState.NEEDS_REPLY)
_MOST_DAYS = 365
_COLUMNS = 3


def tags_of(text: str) -> tuple[str, ...]:
    """Tags from what was typed, each once; commas of any script part them."""
    words = text.replace("，", ",").replace("、", ",").split(",")
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


class Fields(QWidget):
    """A grid of labelled fields."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.key, self.topic, self.tags, self.cc = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.state, self.days = CalmBox(theme), QLineEdit()
        self.snippet, self._snippet_words = Switch(theme), plain_label("meta2", wrap=True)
        self._labels: list[QLabel] = []
        self._template: Template | None = None
        self._arrange()
        for edit in (self.key, self.topic, self.tags, self.cc, self.days):
            edit.setProperty("kind", "field")
            edit.textEdited.connect(self.changed)
        for state in _STATES:
            self.state.addItem("", state)
        self.days.setValidator(QIntValidator(0, _MOST_DAYS, self.days))
        self.state.activated.connect(self.changed)
        self.snippet.toggled.connect(self.changed)
        self.retranslate()

    def show_template(self, template: Template) -> None:
        """Show what belongs to a template; nobody is told."""
        self._template = template
        blockers = [QSignalBlocker(one) for one in (self.state, self.snippet)]
        for edit, text in (
            (self.key, template.key),
            (self.topic, template.topic),
            (self.tags, ", ".join(template.tags)),
            (self.cc, template.cc),
            (self.days, str(template.follow_up_days or "")),
        ):
            if edit.text() != text:
                edit.setText(text)
        self.state.setCurrentIndex(max(self.state.findData(template.next_state), 0))
        self.snippet.setChecked(template.is_snippet)
        del blockers

    def put_into(self, template: Template) -> Template:
        """The template with what was typed here."""
        tags = template.tags if self.tags.text() == ", ".join(template.tags) else tags_of(self.tags.text())
        return replace(
            template,
            key=self.key.text().strip().lstrip("/／"),
            topic=self.topic.text().strip(),
            tags=tags,
            cc=self.cc.text().strip(),
            next_state=_STATES[self.state.currentIndex()],
            follow_up_days=int(self.days.text() or 0) or None,
            is_snippet=self.snippet.isChecked(),
        )

    def offer(self, library: Library) -> None:
        """Offer the topics that there are."""
        completer = QCompleter(library.topics(), self.topic)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.topic.setCompleter(completer)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        words = (
            translate("Templates", "Key"),
            translate("Templates", "Topic"),
            translate("Templates", "Tags, with commas"),
            translate("Templates", "After sending"),
            translate("Templates", "Follow up after days"),
            translate("Templates", "Copy to (Cc)"),
        )
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
            buddy = label.buddy()
            if buddy is not None:
                buddy.setAccessibleName(text)
        for place, state in enumerate(_STATES):
            self.state.setItemText(place, state_words(state))
        self.days.setPlaceholderText(translate("Templates", "none"))
        self.key.setPlaceholderText(translate("Templates", "such as dmg"))
        piece = translate("Templates", "A snippet: a piece for other templates")
        self.snippet.setAccessibleName(piece)
        self._snippet_words.setText(piece)

    def _arrange(self) -> None:
        px = self._theme.px
        column, grid = QVBoxLayout(self), QGridLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        for place, field in enumerate((self.key, self.topic, self.tags, self.state, self.days, self.cc)):
            label = plain_label("meta2")
            label.setBuddy(field)
            self._labels.append(label)
            row = 2 * (place // _COLUMNS)
            grid.addWidget(label, row, place % _COLUMNS)
            grid.addWidget(field, row + 1, place % _COLUMNS)
            grid.setColumnStretch(place % _COLUMNS, 1)
        column.addLayout(grid)
        last = QHBoxLayout()
        last.setSpacing(px(8))
        last.addWidget(self.snippet)
        last.addWidget(self._snippet_words, 1)
        column.addLayout(last)
