"""What a template changed besides the words, so that undoing the words takes all of it back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTextEdit

from shopdesk.domain.draft import Draft


@dataclass(frozen=True, slots=True)
class Insertion:
    """The draft's facts before and after, how many steps could be undone after it, and what the text was then."""

    before: Draft
    after: Draft
    steps: int
    text: str


class Insertions(QObject):
    """Watches how far a document is undone."""

    undone = Signal(object)
    """The `Draft` whose facts hold again: before an insertion, or after it when it was done again."""

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self._text = text  # the document is asked for each time: its wrapper may be gone before itself
        self._done: list[Insertion] = []
        self._taken_back: list[Insertion] = []
        text.document().contentsChanged.connect(self._look)

    def remember(self, before: Draft, after: Draft) -> None:
        """A template was inserted just now."""
        self._taken_back.clear()
        steps, text = self._text.document().availableUndoSteps(), self._text.document().toRawText()
        self._done.append(Insertion(before, after, steps, text))

    def forget(self) -> None:
        """Another draft is shown."""
        self._done.clear()
        self._taken_back.clear()

    def _look(self) -> None:
        steps = self._text.document().availableUndoSteps()
        while self._done and steps < self._done[-1].steps:
            last = self._done.pop()
            self._taken_back.append(last)
            self.undone.emit(last.before)
        again = self._taken_back[-1] if self._taken_back else None
        if again is not None and steps >= again.steps and self._text.document().toRawText() == again.text:
            self._done.append(self._taken_back.pop())
            self.undone.emit(again.after)
