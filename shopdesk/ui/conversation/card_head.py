"""The first line of a card: who, when, remarks, and what can be done with the message."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from shopdesk.domain.message import Direction, Message
from shopdesk.ui.actions import Do, action_text, shown_keys
from shopdesk.ui.conversation.wishes import Want
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.ghost_icon import GhostIcon
from shopdesk.ui.widgets.name_link import NameLink
from shopdesk.ui.widgets.parts import Pill, plain_label
from shopdesk.ui.words import card_time, translate


class CardHead(QHBoxLayout):
    """Name, time, pills, then the buttons at the right."""

    customer_clicked = Signal()
    original_clicked = Signal()
    menu_asked = Signal()

    def __init__(self, theme: Theme, message: Message, writer: str, now: datetime) -> None:
        super().__init__()
        self.original = GhostIcon(theme, "code") if message.mail.html else None
        self.more = GhostIcon(theme, "ellipsis") if message.direction is not Direction.NOTE else None
        self.setSpacing(theme.px(8))
        name = NameLink()
        name.setText(writer)
        if message.direction is Direction.INCOMING:
            name.make_clickable(action_text(Do.PANEL))
            name.clicked.connect(self.customer_clicked)
        self.addWidget(name)
        self.addWidget(plain_label("meta", card_time(message.at, now)))
        for tone, icon, text in remarks(message):
            self.addWidget(Pill(theme, tone, icon, text))
        self.addStretch(1)
        if self.original is not None:
            self.addWidget(self.original)
            self.original.name(original_text(), shown_keys(Do.ORIGINAL))
            self.original.clicked.connect(self.original_clicked)
        if self.more is not None:
            self.addWidget(self.more)
            self.more.name(translate("Conversation", "More about this message"))
            self.more.clicked.connect(self.menu_asked)


def original_text() -> str:
    """What showing the mail as it was designed is called."""
    return translate("Conversation", "Show the original mail")


def remarks(message: Message) -> list[tuple[str, str, str]]:
    """Pills beside the name: (tone, icon, words)."""
    found = []
    if message.direction is Direction.NOTE:
        found.append(("amber", "lock", translate("Conversation", "Only your team sees this")))
    if message.gone:
        found.append(("grey", "info", translate("Conversation", "No longer on the server")))
    if not message.mail.whole:
        found.append(("grey", "refresh-cw", translate("Conversation", "Beginning only, the rest is on its way")))
    return found


def notices(message: Message) -> list[str]:
    """What a reader has to know about a mail, each a sentence."""
    mail = message.mail
    said = {
        "encrypted": translate("Conversation", "This mail is encrypted. Save it to read it with a program that can."),
        "signed": translate("Conversation", "This mail is signed; the signature is not checked."),
        "text-differs-from-html": translate(
            "Conversation", "This mail says one thing as text and another as a page. The original may differ."
        ),
        "cut": translate("Conversation", "This mail is very long; save it to see all of it."),
        "external-body": translate("Conversation", "A file of this mail lies elsewhere and is not fetched."),
    }
    found = [sentence for kind, sentence in said.items() if kind in mail.special]
    name = mail.sender.name.strip().casefold()
    if "@" in name and name != mail.sender.key:
        found.append(translate("Conversation", "The true sender is %1.").replace("%1", mail.sender.email))
    return found


def want_text(want: Want) -> str:
    """What a wish is called in the menu of a message."""
    return {
        Want.BROWSER: translate("Conversation", "Open in the browser, to print it"),
        Want.SOURCE: translate("Conversation", "View source"),
        Want.SAVE_MAIL: translate("Conversation", "Save as .eml…"),
        Want.SAVE_ALL: translate("Conversation", "Save all files…"),
        Want.TEMPLATE: translate("Conversation", "Save as template"),
        Want.UNREAD_FROM: translate("Conversation", "Mark unread from here"),
        Want.SPLIT: translate("Conversation", "Split the conversation here"),
    }[want]


def wants_of(message: Message, *, is_first: bool) -> list[Want | None]:
    """What the menu of a message offers, in its order; None is a line between. In: the oldest cannot be split off."""
    wants: list[Want | None] = [Want.BROWSER, Want.SOURCE, Want.SAVE_MAIL]
    if message.mail.attachments:
        wants.append(Want.SAVE_ALL)
    if message.direction is Direction.OUTGOING:
        wants.append(Want.TEMPLATE)
    wants += [None, Want.UNREAD_FROM]
    return wants if is_first else [*wants, Want.SPLIT]


def new_menu(owner: QWidget) -> QMenu:
    """An empty menu that goes away with its owner, or when it was used."""
    menu = QMenu(owner)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
