"""The words that narrow a search, offered under the field while somebody types there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button
from shopdesk.ui.words import translate


def search_words() -> Sequence[tuple[str, str]]:
    """Pairs (what is typed, what it means) in the person's language."""
    return (
        (translate("Search", "from:"), translate("Search", "Name or address of the customer")),
        (translate("Search", "order:"), translate("Search", "Order number")),
        (translate("Search", "has:photo"), translate("Search", "Only with photos or files")),
        (translate("Search", "after:7d"), translate("Search", "Only of the last 7 days; a date works too")),
        (translate("Search", "before:"), translate("Search", "Only before a date, such as 2026-01-31")),
    )


def fitting(text: str, words: Sequence[str]) -> list[str]:
    """Those that may follow what was typed: all after a space, else those that begin like its last word."""
    last = "" if text[-1:].isspace() else text.rsplit(" ", maxsplit=1)[-1].casefold()
    used = text.casefold()
    return [word for word in words if word.casefold().startswith(last) and word.casefold() not in used]


def completed(text: str, word: str) -> str:
    """The typed text with its unfinished last word made into `word`."""
    begun = "" if text[-1:].isspace() else text.rsplit(" ", maxsplit=1)[-1]
    kept = text[: len(text) - len(begun)] if word.casefold().startswith(begun.casefold()) else f"{text} "
    return f"{kept}{word}" if word.endswith(":") else f"{kept}{word} "


class SearchHints(QFrame):
    """Small buttons that write such a word into the field; seen only while the keys are there."""

    def __init__(self, theme: Theme, field: QLineEdit) -> None:
        super().__init__()
        self._theme = theme
        self._field = field
        self.buttons = [Button(theme, "link") for _ in search_words()]
        self._row = QHBoxLayout(self)
        for place, button in enumerate(self.buttons):
            self._row.addWidget(button)
            button.clicked.connect(lambda _=False, place=place: self._take(place))
            button.installEventFilter(self)
        self._row.addStretch(1)
        field.installEventFilter(self)
        field.textChanged.connect(self._fit)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()
        QTimer.singleShot(0, self, self._look)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._look)
        return False

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for button, (word, meaning) in zip(self.buttons, search_words(), strict=True):
            button.setText(word)
            button.setAccessibleName(f"{word} {meaning}")
            button.setToolTip(meaning)

    def _look(self) -> None:
        """Whether the keys are in the field or on one of the buttons."""
        self.setVisible(self._field.hasFocus() or any(button.hasFocus() for button in self.buttons))
        self._fit()

    def _fit(self) -> None:
        if self.isVisible():
            shown = fitting(self._field.text(), [button.text() for button in self.buttons])
            for button in self.buttons:
                button.setVisible(button.text() in shown)

    def _take(self, place: int) -> None:
        self._field.setText(completed(self._field.text(), self.buttons[place].text()))
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(18), 0, px(12), px(4))
        self._row.setSpacing(px(4))
        self.retranslate()
