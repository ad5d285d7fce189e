"""What a day taught: lessons and suggestions, kept in the wrap-up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from shopdesk.domain.day import DayKind, DayNote, NoteKind
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.today.presenter import TodayShown
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.widgets.segments import Segments
from shopdesk.ui.words import translate

_KINDS = (NoteKind.LESSON, NoteKind.SUGGESTION)


def lesson_words(note: DayNote) -> str:
    """One of them, with its kind and its writer."""
    kind = translate("Today", "Lesson") if note.kind is NoteKind.LESSON else translate("Today", "Suggestion")
    words = translate("Today", "%1: %2").replace("%1", kind).replace("%2", note.text)
    return f"{words} ({note.by})" if note.by else words


class LessonsCard(QFrame):
    """A field, and what was kept today."""

    kept = Signal(object, str)
    """(`NoteKind`, words)"""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.head, self.lines = plain_label("card-head"), plain_label("body", wrap=True, selectable=True)
        self.kind, self.field, self.keep = Segments(len(_KINDS)), QLineEdit(), Button(theme, "secondary")
        self.kind.show_chosen(0)
        self.field.setProperty("kind", "field")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.kind)
        row.addWidget(self.field, 1)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(10))
        column.addWidget(self.head)
        column.addLayout(row)
        column.addWidget(self.lines)
        self.field.returnPressed.connect(self.keep_typed)
        self.keep.clicked.connect(lambda _=False: self.keep_typed())

    def show_day(self, shown: TodayShown) -> None:
        """In the evening only."""
        self.head.setText(translate("Today", "Lessons and suggestions"))
        names = (translate("Today", "Lesson"), translate("Today", "Suggestion"))
        self.kind.say(names, self.head.text())
        self.field.setPlaceholderText(translate("Today", "What to do otherwise next time"))
        self.field.setAccessibleName(self.head.text())
        self.keep.setText(translate("Today", "Keep"))
        self.lines.setText("\n".join(lesson_words(note) for note in shown.lessons))
        self.lines.setVisible(bool(shown.lessons))
        self.setVisible(shown.digest.run.kind is DayKind.WRAP_UP)

    def keep_typed(self) -> None:
        """What stands in the field is kept, and the field is empty again."""
        words = self.field.text().strip()
        if words:
            self.field.clear()
            self.kept.emit(_KINDS[self.kind.current], words)
