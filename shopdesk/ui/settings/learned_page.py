"""What Shopdesk has learned from corrections: each lesson can be taken away, and that can be taken back."""

from collections.abc import Callable
from datetime import datetime

from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Lesson, Told
from shopdesk.ui.desk import LearnedDesk
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.settings.list_page import ListDeeds, ListPage, ListWords
from shopdesk.ui.topic_words import mood_text, topic_text
from shopdesk.ui.words import card_time, translate


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


class LearnedPage(ListPage[Lesson]):
    """Conversations add to the list."""

    def __init__(
        self, doors: Doors, learned: LearnedDesk, write: Callable[[Lesson], None], undo: Callable[[], bool]
    ) -> None:
        """In: see `ListDeeds`."""
        words: ListWords[Lesson] = ListWords(
            heading=lambda: translate("Learned", "What Shopdesk has learned"),
            hint=lambda: translate(
                "Learned",
                "Whenever you say that a mail is about something else, Shopdesk reads the next one from this sender, "
                "or with these words, as you said.",
            ),
            empty=_empty_words,
            title=lesson_title,
            detail=lambda lesson: lesson_detail(lesson, doors.now()),
            off=_off_words,
            taken_off=lambda one: translate("Learned", "Removed: %1").replace("%1", lesson_title(one)),
            is_back=lambda: translate("Learned", "It is learned again."),
        )
        super().__init__(doors, ListDeeds(learned.lessons, write, undo), words, "trash-2")


def _empty_words() -> str:
    words = translate("Learned", "Nothing yet. %1 above a conversation shows what it is about and corrects it.")
    return words.replace("%1", "Shift+I")


def _off_words(lesson: Lesson) -> tuple[str, str]:
    name = translate("Settings", "Remove %1").replace("%1", lesson_title(lesson))
    return translate("Settings", "Remove"), name
