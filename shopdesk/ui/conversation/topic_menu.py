"""What a conversation is about, why that is thought, and what it is instead."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.domain.reading_of_mail import Correction, MailReading, Mood, Told, Topic
from shopdesk.ui.topic_words import mood_text, topic_texts
from shopdesk.ui.words import translate

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


class TopicMenu(QMenu):
    """The reasons above, the corrections below; what is chosen is said at once."""

    def __init__(self, parent: QWidget, reading: MailReading, say: Say) -> None:
        super().__init__(parent)
        self._say = say
        self.setAccessibleName(translate("Topics", "What is it about?"))
        for line in reason_lines(reading):
            self.addAction(line.replace("&", "&&")).setEnabled(False)
        self.addSeparator()
        topics = QActionGroup(self)
        for topic, text in topic_texts().items():
            chosen = Correction(topic=Topic(topic))
            topics.addAction(self._choice(self, text, chosen, checked=reading.topic == topic))
        self.addSeparator()
        moods = QActionGroup(self)
        for mood in Mood:
            moods.addAction(self._choice(self, mood_text(mood), Correction(mood=mood), checked=reading.mood is mood))
        self.addSeparator()
        urgent = Correction(urgent=not reading.urgent)
        self._choice(self, translate("Topics", "Urgent"), urgent, checked=reading.urgent)

    def _choice(self, menu: QMenu, text: str, correction: Correction, *, checked: bool) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(partial(self._chosen, correction))
        return action

    def _chosen(self, correction: Correction, _: bool = False) -> None:  # noqa: FBT002
        self._say(correction)
