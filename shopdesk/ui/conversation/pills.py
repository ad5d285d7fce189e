"""Makes the pills in the head of a conversation: due time, topic, cases, shop, orders, whose it is."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.ids import CaseId, ConversationId
from shopdesk.domain.mood import Mood
from shopdesk.ui.actions import Actions, Do, action_text
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.topic_words import pill_text
from shopdesk.ui.widgets.parts import Pill, PillButton
from shopdesk.ui.words import DueWords, Urgency, due_words, market_name, translate

if TYPE_CHECKING:
    from shopdesk.domain.case import Case

MOST_ORDERS = 2
AnyPill = Pill | PillButton
_TONES = {
    Urgency.LATE: ("red", "clock-alert"),
    Urgency.PRESSING: ("red", "clock"),
    Urgency.SOON: ("amber", "clock"),
    Urgency.PLAIN: ("grey", "clock"),
}


class PillMaker:
    """Knows what is clicked, too."""

    def __init__(
        self,
        theme: Theme,
        actions: Actions,
        order_clicked: Callable[[str], object],
        case_clicked: Callable[[CaseId], object],
    ) -> None:
        self._theme = theme
        self._actions = actions
        self._order_clicked = order_clicked
        self._case_clicked = case_clicked
        self.topic: PillButton | None = None
        """The pill that says what it is about, made last."""
        self.cases: Mapping[ConversationId, Sequence[Case]] = {}
        """The open cases of conversations."""

    def due_pills(self, row: Conversation, now: datetime) -> list[AnyPill]:
        """When it is due, and whether a reply came back."""
        due = due_words(row, now)
        pills: list[AnyPill] = []
        if due is not None:
            tone, icon = _TONES[due.urgency]
            pills.append(self._due_pill(tone, icon, _due_text(due, row), row))
        if row.bounced:
            pills.append(self._pill("red", "circle-alert", _returned()))
        return pills

    def due_texts(self, row: Conversation, now: datetime) -> list[str]:
        """What those say."""
        due = due_words(row, now)
        return ([] if due is None else [_due_text(due, row)]) + ([_returned()] if row.bounced else [])

    def _due_pill(self, tone: str, icon: str, text: str, row: Conversation) -> AnyPill:
        if row.state is not ConversationState.NEEDS_REPLY:
            return self._pill(tone, icon, text)
        pill = PillButton(self._theme, tone, icon, text)
        pill.setToolTip(action_text(Do.WHY))
        pill.setAccessibleName(f"{text}. {action_text(Do.WHY)}")
        pill.clicked.connect(self._actions[Do.WHY].trigger)
        return pill

    def other_pills(self, row: Conversation) -> list[AnyPill]:
        """Shop, orders, whose it is."""
        pills: list[AnyPill] = [self._pill("grey", "store" if row.market else "mail", market_name(row.market))]
        for number in row.order_numbers[:MOST_ORDERS]:
            pill = PillButton(self._theme, "grey", "package", number)
            pill.setToolTip(translate("Conversation", "Copy the order number"))
            pill.setAccessibleName(translate("Conversation", "Copy order number %1").replace("%1", number))
            pill.clicked.connect(lambda _=False, number=number: self._order_clicked(number))
            pills.append(pill)
        return pills + ([self._pill("grey", "user", row.agent_name)] if row.agent_name else [])

    def other_texts(self, row: Conversation) -> list[str]:
        """What those say."""
        orders = row.order_numbers[:MOST_ORDERS]
        return [market_name(row.market), *orders, *([row.agent_name] if row.agent_name else [])]

    def topic_pills(self, row: Conversation) -> list[AnyPill]:
        """What it is about."""
        text, is_angry = pill_text(row.topic, row.mood), row.mood is Mood.ANGRY
        if not text:
            return []
        pill = PillButton(self._theme, "red" if is_angry else "grey", "angry" if is_angry else "tag", text)
        pill.setToolTip(action_text(Do.TOPIC))
        pill.setAccessibleName(f"{text}. {action_text(Do.TOPIC)}")
        pill.clicked.connect(self._actions[Do.TOPIC].trigger)
        self.topic = pill
        return [pill]

    def case_texts(self, row: Conversation) -> list[str]:
        """What the pills of its cases say."""
        if row.id not in self.cases:
            return []  # most have none, and pay for no imports
        from shopdesk.ui.conversation.case_pills import case_texts

        return case_texts(self.cases[row.id])

    def case_pills(self, row: Conversation, now: datetime) -> "list[PillButton]":
        """Its open cases."""
        if row.id not in self.cases:
            return []
        from shopdesk.ui.conversation.case_pills import case_pills

        return case_pills(self._theme, self.cases[row.id], now, self._case_clicked)

    def _pill(self, tone: str, icon: str, text: str) -> Pill:
        return Pill(self._theme, tone, icon, text)


def _due_text(due: DueWords, row: Conversation) -> str:
    if due.urgency is Urgency.LATE or row.state is not ConversationState.NEEDS_REPLY:
        return due.text
    return translate("Conversation", "Due in %1").replace("%1", due.text)


def _returned() -> str:
    return translate("Conversation", "Reply not delivered")
