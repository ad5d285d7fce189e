"""The first line of the composer: what is written, to whom, in which language."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QWidget

from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.ui.actions import Do, shown_keys
from shopdesk.ui.compose.wording import LANGUAGES, all_people, kind_text, language_text, people_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, IconButton
from shopdesk.ui.words import translate

_ANSWERS = (DraftKind.REPLY, DraftKind.REPLY_ALL, DraftKind.FORWARD)
_KEYS = {DraftKind.REPLY: Do.REPLY, DraftKind.REPLY_ALL: Do.REPLY_ALL, DraftKind.FORWARD: Do.FORWARD}
_PEOPLE_WIDTH, _PEOPLE_LEAST = 220, 64
"""In px at 100 %."""


class ComposeHead(QWidget):
    """Reply | Internal note, the recipients in short, the language."""

    kind_chosen = Signal(object)
    """A `DraftKind`."""
    language_chosen = Signal(str)
    people_asked = Signal()
    """Show or hide the lines with the recipients and the subject."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._draft: Draft | None = None
        self.answer, self.note = QPushButton(), QPushButton()
        self.kinds = IconButton(theme, "chevron-down", 24)
        self.people = Button(theme, "link")
        self.language = Button(theme, "ghost", "globe")
        self._group = QButtonGroup(self)
        for word in (self.answer, self.note):
            word.setProperty("kind", "word")
            word.setCheckable(True)
            word.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(word)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.answer, self.kinds, self.note, self.people):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.language)
        self.answer.clicked.connect(lambda: self.kind_chosen.emit(self._answer_kind()))
        self.note.clicked.connect(lambda: self.kind_chosen.emit(DraftKind.NOTE))
        self.kinds.clicked.connect(self._show_kinds)
        self.people.clicked.connect(self.people_asked)
        self.language.clicked.connect(self._show_languages)
        theme.changed.connect(self.retranslate)

    def show_draft(self, draft: Draft) -> None:
        """Say what this draft is."""
        self._draft = draft
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        if self._draft is None:
            return
        px, draft = self._theme.px, self._draft
        self._row.setSpacing(px(4))
        is_note = draft.kind is DraftKind.NOTE
        self.answer.setText(kind_text(self._answer_kind()))
        self.note.setText(kind_text(DraftKind.NOTE))
        self.note.setVisible(draft.conversation_id is not None)
        self.kinds.setVisible(draft.conversation_id is not None)
        (self.note if is_note else self.answer).setChecked(True)
        for word in (self.answer, self.note):  # the chosen one is bold, and nothing moves when that is another one
            word.setMinimumWidth(self._theme.metrics(13, 600).horizontalAdvance(word.text()) + px(14))
        self.kinds.name(translate("Composer", "Reply, reply all or forward"))
        words = people_words(draft)
        self.people.setEnabled(not is_note)
        self.people.setAccessibleName(translate("Composer", "Recipients: %1").replace("%1", words))
        self.people.setToolTip(all_people((*draft.to, *draft.cc, *draft.bcc)))
        self.language.setVisible(not is_note)
        self.language.setToolTip(translate("Composer", "Language of the templates"))
        said = translate("Composer", "Language of the templates: %1")
        self.language.setAccessibleName(said.replace("%1", language_text(draft.language)))
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Shorten the people where room is short; then the language is only its sign. In: what there is, in px."""
        if self._draft is None:
            return
        px, words = self._theme.px, people_words(self._draft)
        self.language.setText(language_text(self._draft.language))
        self._show_people(words, px(_PEOPLE_LEAST))
        if self._wanted() > width:
            self.language.setText("")  # it has a name and a tool tip
        self._show_people(words, px(_PEOPLE_WIDTH))
        over = self._wanted() - width
        if over > 0:
            shown = self._theme.metrics(12, 500).horizontalAdvance(self.people.text())
            self._show_people(words, max(shown - over, px(_PEOPLE_LEAST)))

    def kinds_menu(self) -> QMenu:
        """The ways to answer."""
        menu = QMenu(self)
        for kind in _ANSWERS:
            action = menu.addAction(f"{kind_text(kind)}\t{shown_keys(_KEYS[kind])}")
            action.triggered.connect(lambda _=False, kind=kind: self.kind_chosen.emit(kind))
        return menu

    def languages_menu(self) -> QMenu:
        """The languages that templates may be in."""
        menu = QMenu(self)
        for code, name in LANGUAGES.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(self._draft is not None and self._draft.language.startswith(code))
            action.triggered.connect(lambda _=False, code=code: self.language_chosen.emit(code))
        return menu

    def _show_people(self, words: str, width: int) -> None:
        cut = self._theme.metrics(12, 500).elidedText(words, Qt.TextElideMode.ElideRight, width)
        self.people.setText(cut.replace("&", "&&"))

    def _wanted(self) -> int:
        self._row.invalidate()
        return self._row.sizeHint().width()

    def _answer_kind(self) -> DraftKind:
        kind = self._draft.kind if self._draft is not None else DraftKind.REPLY
        return DraftKind.REPLY if kind is DraftKind.NOTE else kind

    def _show_kinds(self) -> None:
        _pop_up(self.kinds_menu(), self.kinds)

    def _show_languages(self) -> None:
        _pop_up(self.languages_menu(), self.language)


def _pop_up(menu: QMenu, over: QWidget) -> None:
    place = over.mapToGlobal(QPoint(0, 0))
    menu.exec(QPoint(place.x(), place.y() - menu.sizeHint().height()))
    menu.deleteLater()
