"""What a conversation is about, why that is thought, and what it is instead."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Correction, MailReading, Told, Topic
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.topic_words import mood_text, topic_texts
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import Button, line, plain_label
from shopdesk.ui.words import translate

WIDTH = 500
_EDGE = 12
_ACROSS = 3
_MOST_WORDS = 5
Say = Callable[[Correction], None]


def reason_lines(reading: MailReading) -> list[str]:
    """Why a mail was read so, one sentence for each thing that was read."""
    lines = [
        _line(translate("Topics", "Topic because of %1"), reading.because_of(Told.TOPIC)),
        _line(translate("Topics", "Mood because of %1"), reading.because_of(Told.MOOD, Told.INTENSITY)),
        _line(translate("Topics", "Urgent because of %1"), reading.because_of(Told.URGENCY)),
        _line(translate("Topics", "Learned from you: %1"), reading.because_of(Told.CORRECTION)),
    ]
    return [line for line in lines if line] or [translate("Topics", "No word told what it is about")]


def _line(sentence: str, words: tuple[str, ...]) -> str:
    quoted = translate("Words", ", ", "between the parts of a spoken sentence").join(
        translate("Topics", "“%1”").replace("%1", word) for word in words[:_MOST_WORDS]
    )
    return sentence.replace("%1", quoted) if words else ""


class TopicPopover(Overlay):
    """The reasons above, the corrections below; what is chosen is said at once."""

    lessons_asked = Signal()
    """What was learned shall be shown."""

    def __init__(self, theme: Theme, window: QWidget, reading: MailReading, say: Say, at: QPoint) -> None:
        super().__init__(theme, window, scrim=False)
        self._at = window.mapFromGlobal(at)
        self._say = say
        self.reasons = reason_lines(reading)
        texts = topic_texts().items()
        self.topics = {Topic(topic): self._choice(text, reading.topic == topic) for topic, text in texts}
        self.moods = {mood: self._choice(mood_text(mood), reading.mood is mood) for mood in Mood}
        self.urgent = self._choice(translate("Topics", "Urgent"), reading.urgent)
        self.lessons = Button(theme, "link")
        self.lessons.setText(translate("Topics", "What was learned…"))
        self.close_button = Button(theme, "secondary")
        self.close_button.setText(translate("Topics", "Close"))
        self._column = QVBoxLayout(self.frame)
        self._arrange()
        self.setAccessibleName(translate("Topics", "What is it about?"))
        self.setAccessibleDescription("\n".join(self.reasons))
        self._connect(reading)

    def start(self) -> None:
        """Show it, with the keys on what it is now."""
        self.open(next(button for button in self.topics.values() if button.isChecked()))

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(14), px(16), px(12))
        self._column.setSpacing(px(8))
        width = min(px(WIDTH), self.width() - 2 * px(_EDGE))
        height = max(self.frame.heightForWidth(width), self.frame.sizeHint().height())
        left = max(px(_EDGE), min(self._at.x(), self.width() - width - px(_EDGE)))
        top = max(px(_EDGE), min(self._at.y() + px(4), self.height() - height - px(_EDGE)))
        return QRect(left, top, width, height)

    # --- inside -------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._head(translate("Topics", "What is it about?"))
        for reason in self.reasons:
            self._column.addWidget(plain_label("meta", reason, wrap=True))
        self._column.addWidget(line())
        self._grid(self.topics)
        self._column.addWidget(line())
        self._head(translate("Topics", "How does the customer feel?"))
        self._grid({**self.moods})
        foot = QHBoxLayout()
        foot.addWidget(self.urgent)
        foot.addStretch(1)
        foot.addWidget(self.lessons)
        foot.addWidget(self.close_button)
        self._column.addLayout(foot)

    def _head(self, text: str) -> QLabel:
        label = plain_label("label", text)
        self._column.addWidget(label)
        return label

    def _grid(self, buttons: Mapping[Topic, Button] | Mapping[Mood, Button]) -> None:
        grid = QGridLayout()
        grid.setSpacing(self._theme.px(4))
        for number, button in enumerate(buttons.values()):
            grid.addWidget(button, number // _ACROSS, number % _ACROSS)
        self._column.addLayout(grid)

    def _choice(self, text: str, checked: bool) -> Button:
        button = Button(self._theme, "language")
        button.setText(text.replace("&", "&&"))
        button.setCheckable(True)
        button.setChecked(checked)
        button.setAutoDefault(False)
        return button

    def _connect(self, reading: MailReading) -> None:
        for topic, button in self.topics.items():
            button.clicked.connect(partial(self._choose, Correction(topic=topic)))
        for mood, button in self.moods.items():
            button.clicked.connect(partial(self._choose, Correction(mood=mood)))
        self.urgent.clicked.connect(partial(self._choose, Correction(urgent=not reading.urgent)))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.close_now)
        self.lessons.setAutoDefault(False)
        self.lessons.clicked.connect(self._ask_lessons)

    def _ask_lessons(self) -> None:
        self.close_now()
        self.lessons_asked.emit()

    def _choose(self, correction: Correction, _: bool = False) -> None:  # noqa: FBT002
        self.close_now()
        self._say(correction)
