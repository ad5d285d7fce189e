"""What is left in the evening, conversation by conversation: hand over, snooze, and the rest behind three dots."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from shopdesk.domain.agent import Agent
from shopdesk.domain.conversation import Conversation
from shopdesk.ui.desk import Now
from shopdesk.ui.snooze import SnoozeChoice, snooze_offers
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Avatar, Button, IconButton
from shopdesk.ui.words import future_time, initials, translate

_DIGITS = 9


class LeftMenus(QObject):
    """Whom to hand a conversation to, and what else may be decided; the menus outlive their line, which is made anew
    at each look."""

    handed = Signal(object, object)
    """(Conversation, Agent)"""
    later = Signal(object, object)
    """(Conversation, moment)"""
    settled = Signal(object)
    opened = Signal(object)
    team_asked = Signal()

    def __init__(self, card: QWidget, now: Now) -> None:
        super().__init__(card)
        self._card = card
        self._now = now
        self.menu: QMenu | None = None
        self.others: Sequence[Agent] = ()
        """Everybody who works here but whoever is on duty."""

    def hand_over(self, conversation: Conversation, at: QPoint) -> None:
        """To whom? Each name has a digit as its key."""
        menu = self._made(translate("Today", "Hand over: %1").replace("%1", conversation.customer_name))
        for place, agent in enumerate(self.others, 1):
            name = agent.name.replace("&", "&&")
            text = f"&{place}  {name}" if place <= _DIGITS else name
            self._line(menu, text, partial(self.handed.emit, conversation, agent))
        menu.addSeparator()
        self._line(menu, translate("Today", "Add a person…"), self.team_asked.emit)
        self._pop_up(menu, at)

    def the_rest(self, conversation: Conversation, at: QPoint) -> None:
        """Done, open, other moments."""
        menu, now = self._made(translate("Today", "More: %1").replace("%1", conversation.customer_name)), self._now()
        self._line(menu, translate("Today", "Mark done"), partial(self.settled.emit, conversation))
        self._line(menu, translate("Today", "Open the conversation"), partial(self.opened.emit, conversation))
        menu.addSeparator()
        for offer in snooze_offers(now):
            if offer.choice is not SnoozeChoice.TOMORROW:  # it has a button of its own
                words = translate("Today", "Snooze until %1").replace("%1", future_time(offer.until, now))
                self._line(menu, words, partial(self.later.emit, conversation, offer.until))
        if not self.others:
            menu.addSeparator()
            self._line(menu, translate("Today", "Add a person…"), self.team_asked.emit)
        self._pop_up(menu, at)

    # --- inside ---------------------------------------------------------------------------------------------

    def _made(self, name: str) -> QMenu:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu = QMenu(self._card)
        menu.setAccessibleName(name)
        return menu

    def _line(self, menu: QMenu, text: str, run: Callable[[], object]) -> None:
        action = QAction(text, menu)
        action.triggered.connect(lambda _=False: run())
        menu.addAction(action)

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])


class LeftRow(QWidget):
    """A conversation that is to be decided about."""

    snoozed = Signal(object)
    """Until tomorrow morning."""

    def __init__(self, theme: Theme, conversation: Conversation, menus: LeftMenus, due: str) -> None:
        super().__init__()
        self.conversation = conversation
        self._theme = theme
        self._menus = menus
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(2), theme.px(16), theme.px(2))
        row.setSpacing(theme.px(8))
        avatar = Avatar(theme, 28)
        avatar.show_person(initials(conversation.customer_name), conversation.customer_email)
        row.addWidget(avatar)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_elided("label", conversation.customer_name))
        words.addWidget(_elided("meta2", " · ".join(part for part in (conversation.subject, due) if part)))
        row.addLayout(words, 1)
        self.hand = Button(theme, "ghost", "user-plus", self)
        self.later, self.more = Button(theme, "secondary", "clock", self), IconButton(theme, "ellipsis", 28, self)
        for button in (self.hand, self.later, self.more):
            row.addWidget(button)
        self._say(menus.others)
        self.hand.setVisible(bool(menus.others))
        self.hand.clicked.connect(lambda _=False: self.hand_over())
        self.later.clicked.connect(lambda _=False: self.snoozed.emit(conversation))
        self.more.clicked.connect(lambda _=False: menus.the_rest(conversation, _under(self.more)))

    def hand_over(self) -> None:
        """To the only colleague there is, else ask to whom."""
        others = self._menus.others
        if len(others) == 1:
            self._menus.handed.emit(self.conversation, others[0])
        elif others:
            self._menus.hand_over(self.conversation, _under(self.hand))

    # --- inside ---------------------------------------------------------------------------------------------

    def _say(self, others: Sequence[Agent]) -> None:
        if len(others) == 1:
            first = others[0].name.partition(" ")[0].replace("&", "&&")
            self.hand.setText(translate("Today", "Hand to %1").replace("%1", first))
        else:
            self.hand.setText(translate("Today", "Hand to…"))
        self.later.setText(translate("Today", "Tomorrow 9:00"))
        about = f"{self.conversation.customer_name}, {self.conversation.subject}"
        for button in (self.hand, self.later):
            button.setAccessibleName(f"{button.text()}: {about}")
        self.more.name(translate("Today", "More: %1").replace("%1", about))


def _under(button: QAbstractButton) -> QPoint:
    return button.mapToGlobal(button.rect().bottomLeft())


def _elided(kind: str, text: str) -> ElidedLabel:
    label = ElidedLabel(kind)
    label.setText(text)
    return label
