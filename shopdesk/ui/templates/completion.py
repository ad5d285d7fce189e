"""Offers placeholders and snippets while a template is written; the keys stay in the text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from shopdesk.domain.pinyin import pinyin_initials
from shopdesk.domain.template import Template
from shopdesk.ui.placeholder_words import placeholder_words
from shopdesk.ui.templates.pick_list import Pick, PickList
from shopdesk.ui.templates.wording import labels_of
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.announcing import announce
from shopdesk.ui.words import translate

_WIDTH = 380
_ROWS = 7
_OPEN = re.compile(r"\{\{-?[ \t]*([\w.\-]*)\Z")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be put into a template: its source, its name, and what it is in words."""

    source: str
    name: str
    words: str


Offers = Callable[[], Sequence[Offer]]


def offers_for(template: Template | None, snippets: Sequence[Template]) -> list[Offer]:
    """Everything that can stand in a template: its own inputs first, then the catalogue, then snippets."""
    from shopdesk.services.template_values import CATALOGUE

    labels = labels_of(template) if template is not None else {}
    names = [*(f"input.{name}" for name in labels), *CATALOGUE]
    offers = [Offer(f"{{{{ {name} }}}}", name, placeholder_words(name, labels)) for name in names]
    snippet = translate("Templates", "Snippet: %1")
    own = template.key if template is not None else ""
    return offers + [
        Offer(f"{{% render '{one.key}' %}}", one.key, snippet.replace("%1", one.name))
        for one in snippets
        if one.key != own
    ]


def typed_name(before: str) -> str | None:
    """What was typed of a placeholder in the text before the caret; None when the caret is in none."""
    found = _OPEN.search(before)
    return found[1] if found else None


def opened_at(before: str) -> int:
    """Where the braces begin that the caret stands in."""
    found = _OPEN.search(before)
    return found.start() if found else len(before)


def fitting(offers: Sequence[Offer], typed: str) -> list[Offer]:
    """The offers that fit what was typed, by name, by words or by their pinyin initials; those that begin so first."""
    word = typed.casefold()
    found = [
        (not one.name.startswith(word), place, one)
        for place, one in enumerate(offers)
        if word in one.name or word in one.words.casefold() or pinyin_initials(one.words).startswith(word)
    ]
    return [one for *_, one in sorted(found, key=lambda each: each[:2])]


class CompletionList(QFrame):
    """Floats over the window beside the caret."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self.setProperty("kind", "popover")
        self.list = PickList(theme)
        self.list.setAccessibleName(translate("Templates", "Placeholders"))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)
        self.list.selectionModel().currentChanged.connect(self._say)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], caret: QRect, editor: QWidget) -> None:
        """Open it under (or above) the caret, whose rectangle is in the editor's coordinates."""
        self.list.show_picks([Pick(one.words, one.name, one) for one in offers])
        px, window = self._theme.px, self._window
        height = min(self.list.full_height(), _ROWS * px(32)) + 10
        width = min(px(_WIDTH), window.width() - px(24))
        below, above = (editor.mapTo(window, place) for place in (caret.bottomLeft(), caret.topLeft()))
        left = min(max(below.x(), px(8)), window.width() - width - px(8))
        fits = below.y() + px(4) + height < window.height()
        top = QPoint(left, below.y() + px(4)) if fits else QPoint(left, above.y() - px(4) - height)
        self.setGeometry(QRect(top, self.size()))
        self.setFixedSize(width, height)
        self.show()
        self.raise_()

    def _say(self) -> None:
        pick = self.list.current
        if pick is not None and self.isVisible() and QAccessible.isActive():
            announce(self, f"{pick.title}, {pick.detail}")
