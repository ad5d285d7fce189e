"""What Shopdesk has learned from corrections: each lesson can be taken away, and that can be taken back."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Lesson, Told
from shopdesk.ui.desk import LearnedDesk
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.overriding import override
from shopdesk.ui.settings.controls import Page
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.topic_words import mood_text, topic_text
from shopdesk.ui.widgets.parts import Button, plain_label, restate
from shopdesk.ui.words import card_time, translate

MOST = 200
"""So many lines are shown, the newest."""


def lesson_title(lesson: Lesson) -> str:
    """Whom or which words it is about, and what that is."""
    quoted = translate("Words", ", ", "between the parts of a spoken sentence").join(
        translate("Topics", "“%1”").replace("%1", word) for word in lesson.words
    )
    whom = lesson.sender or quoted
    return translate("Learned", "%1 → %2").replace("%2", _said(lesson.told, lesson.says)).replace("%1", whom)


def lesson_detail(lesson: Lesson, now: datetime) -> str:
    """What the rules read instead, when it was learned, from whom."""
    before = translate("Learned", "read as “%1” before").replace("%1", _said(lesson.told, lesson.was))
    when = "" if lesson.learned_at is None else card_time(lesson.learned_at, now)
    return " · ".join(part for part in (before, when, lesson.by) if part)


def _said(told: Told, value: str) -> str:
    if told is Told.TOPIC:
        return topic_text(value)
    if told is Told.MOOD:
        return mood_text(Mood(value)) if value in set(Mood) else value
    return translate("Learned", "Urgent") if value else translate("Learned", "Not urgent")


class LearnedPage(Page):
    """Asks for the lessons each time it is turned to: conversations add to them."""

    def __init__(
        self, doors: Doors, learned: LearnedDesk, write: Callable[[int], None], undo: Callable[[], bool]
    ) -> None:
        """In: `write` takes a lesson away as a step that can be undone; `undo` takes the newest such step back, False
        when something else was done since."""
        super().__init__(doors.theme)
        self._doors = doors
        self._learned = learned
        self._write = write
        self._undo = undo
        self._lessons: Sequence[Lesson] = ()
        self.lines: list[LessonLine] = []
        self.heading(
            lambda: translate("Learned", "What Shopdesk has learned"),
            lambda: translate(
                "Learned",
                "Whenever you say that a mail is about something else, Shopdesk reads the next one from this sender, "
                "or with these words, as you said.",
            ),
        )
        self.empty = self.label("text", self._empty_words)
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._list = QVBoxLayout(self._card)
        self.said, self.back = plain_label("meta2", wrap=True), Button(doors.theme, "secondary", "undo-2")
        self.more = self.label("meta", self._more_words)
        self._arrange()
        self.back.clicked.connect(lambda _=False: self._take_back())

    @override
    def opened(self) -> None:
        self._tell("")
        self._look()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._took(self._lessons)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Z and self.back.isVisible():
            self._take_back()
            return
        super().keyPressEvent(event)

    # --- inside -----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        for widget in (self.empty, self._card, self.more, self.back):
            widget.hide()
        told = QHBoxLayout()
        told.addWidget(self.said, 1)
        told.addWidget(self.back)
        self.say(self.back.setText, lambda: translate("Learned", "Undo  Z"))
        self.column.addLayout(told)
        self.column.addWidget(self.empty)
        self.column.addWidget(self._card)
        self.column.addWidget(self.more)
        self.column.addStretch(1)

    def _empty_words(self) -> str:
        words = translate("Learned", "Nothing yet. %1 above a conversation shows what it is about and corrects it.")
        return words.replace("%1", "Shift+I")

    def _more_words(self) -> str:
        older = QLocale().toString(max(len(self._lessons) - MOST, 0))
        return translate("Learned", "%1 older ones are not shown.").replace("%1", older)

    def _look(self, place: int = -1) -> None:
        """Read anew, and give the keys to a line."""

        def took(lessons: Sequence[Lesson]) -> None:
            self._took(lessons)
            if place >= 0 and self.lines:
                self.lines[min(place, len(self.lines) - 1)].remove.setFocus(Qt.FocusReason.OtherFocusReason)

        self._doors.reading.submit(self._learned.lessons, took, self._failed)

    def _took(self, lessons: Sequence[Lesson]) -> None:
        self._lessons = list(lessons)
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [LessonLine(self._doors, lesson) for lesson in self._lessons[:MOST]]
        for place, line in enumerate(self.lines):
            self._list.addWidget(line)
            line.remove.clicked.connect(lambda _=False, place=place: self._forget(place))
        self._card.setVisible(bool(self.lines))
        self.empty.setVisible(not self.lines)
        self.more.setText(self._more_words())
        self.more.setVisible(len(self._lessons) > MOST)

    def _forget(self, place: int) -> None:
        lesson = self._lessons[place]
        self._write(lesson.id)
        self._tell(translate("Learned", "Removed: %1").replace("%1", lesson_title(lesson)))
        self.back.show()
        self._afterwards(place)

    def _take_back(self) -> None:
        self.back.hide()
        if self._undo():
            self._tell(translate("Learned", "It is learned again."))
            self._afterwards(0)

    def _afterwards(self, place: int) -> None:
        """The store lane is in order: what was asked of it before is done then."""
        self._doors.writing.submit(lambda: None, lambda _: self._look(place), self._failed)

    def _failed(self, error: Exception) -> None:
        self._tell(error_text(error), "failed")

    def _tell(self, sentence: str, kind: str = "meta2") -> None:
        restate(self.said, "type", kind)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.back.hide()


class LessonLine(QFrame):
    """One lesson, and the way to take it away."""

    def __init__(self, doors: Doors, lesson: Lesson) -> None:
        super().__init__()
        self.remove = Button(doors.theme, "ghost", "trash-2")
        title = lesson_title(lesson)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label("text", title, wrap=True))
        words.addWidget(plain_label("meta2", lesson_detail(lesson, doors.now()), wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.remove)
        self.remove.setText(translate("Settings", "Remove"))
        self.remove.setAccessibleName(translate("Settings", "Remove %1").replace("%1", title))
