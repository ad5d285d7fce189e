"""One message as a card: who, when, the words, what is folded, pictures and files."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from shopdesk.domain.message import Address, Direction, Message
from shopdesk.ui.conversation.card_files import CardFiles
from shopdesk.ui.conversation.card_head import CardHead, new_menu, notices, original_text, want_text, wants_of
from shopdesk.ui.conversation.decoding import guarded
from shopdesk.ui.conversation.files import Chip, Thumb
from shopdesk.ui.conversation.flowing import Flowing, FlowingFrame
from shopdesk.ui.conversation.mail_html import Part, body_of, has_more, is_designed
from shopdesk.ui.conversation.mail_text import MailText
from shopdesk.ui.conversation.pictures import Pictures
from shopdesk.ui.conversation.remote_bar import RemoteBar
from shopdesk.ui.conversation.wishes import Wish
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.ghost_icon import GhostIcon
from shopdesk.ui.widgets.parts import Avatar, Button, plain_label
from shopdesk.ui.words import card_time, initials, translate

_KINDS = {Direction.INCOMING: "card", Direction.OUTGOING: "own", Direction.NOTE: "note"}
INLINE_BOX = QSize(640, 1200)


def writer_of(message: Message, customer: Address) -> str:
    """The name over a message: the customer's as the conversation knows it (marketplaces add words), or "You"."""
    sender = message.mail.sender
    if message.direction is not Direction.INCOMING:
        return translate("Conversation", "You")
    return customer.shown if sender.key == customer.key else sender.shown


class MessageCard(Flowing):
    """A card with its avatar beside it; customers stand left, we stand right."""

    link_clicked = Signal(str)
    customer_clicked = Signal()
    asked = Signal(object)
    """A `Wish`."""

    def __init__(
        self, theme: Theme, message: Message, customer: Address, pictures: Pictures, now: datetime,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.message = message
        self.is_first = False
        """True for the oldest message of the conversation."""
        self._theme = theme
        self._pictures = pictures
        self._writer = writer_of(message, customer)
        self._part = Part.OWN_WORDS
        self._loaded: frozenset[int] = frozenset()
        self._frame = FlowingFrame(self)
        self._frame.setProperty("kind", _KINDS[message.direction])
        self._inside = QVBoxLayout(self._frame)
        self._head = CardHead(theme, message, self._writer, now)
        self._inside.addLayout(self._head)  # before the text is made: Tab goes this way
        self.text = MailText(theme, self._frame)
        self.fold = Button(theme, "fold") if has_more(message) else None
        self.files = CardFiles(theme, message, pictures) if CardFiles.has_any(message) else None
        self.remote = RemoteBar(theme, message, pictures.remote) if message.mail.remote_images else None
        self._arrange()
        self._fill(card_time(message.at, now))
        self._connect()
        if self.remote is not None:
            self.remote.look()

    @property
    def part(self) -> Part:
        """How much of the mail is shown."""
        return self._part

    @property
    def more(self) -> GhostIcon | None:
        """Opens the menu of the message; notes have none."""
        return self._head.more

    @property
    def thumbs(self) -> list[Thumb]:
        """Its pictures."""
        return self.files.thumbs if self.files is not None else []

    @property
    def chips(self) -> list[Chip]:
        """Its other files."""
        return self.files.chips if self.files is not None else []

    def toggle_fold(self) -> None:
        """Show or hide the quoted text."""
        self.show_part(Part.OWN_WORDS if self._part is Part.WHOLE else Part.WHOLE)

    def toggle_original(self) -> None:
        """Show the mail as it was designed, or its words again."""
        self.show_part(Part.OWN_WORDS if self._part is Part.ORIGINAL else Part.ORIGINAL)

    def show_part(self, part: Part) -> None:
        """Show so much of the mail."""
        self._part = part
        self.text.show_body(body_of(self.message, part, self._loaded))
        if self.fold is None:
            return
        self.fold.setVisible(part is not Part.ORIGINAL)
        unfolded = part is Part.WHOLE
        self.fold.setAccessibleName(
            translate("Conversation", "Hide quoted text") if unfolded else translate("Conversation", "Show quoted text")
        )
        self.fold.setToolTip(self.fold.accessibleName())

    def menu(self) -> QMenu:
        """What can be done with this message."""
        menu = new_menu(self.window())  # what it does may take the card away
        copy = menu.addAction(self._theme.icon("copy"), translate("Conversation", "Copy text"))
        copy.triggered.connect(self.copy_text)
        if self.message.mail.html:
            words = translate("Conversation", "Show the words only")
            original = original_text() if self._part is not Part.ORIGINAL else words
            menu.addAction(self._theme.icon("code"), original).triggered.connect(self.toggle_original)
        for want in wants_of(self.message, is_first=self.is_first):
            if want is None:
                menu.addSeparator()
                continue
            wish = Wish(want, self.message)
            menu.addAction(want_text(want)).triggered.connect(lambda _=False, wish=wish: self.asked.emit(wish))
        return menu

    def copy_text(self) -> None:
        """Put what is selected on the clipboard, or all that is shown."""
        selected = self.text.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        QApplication.clipboard().setText(selected or self.text.toPlainText())

    # --- building --------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        theme, own = self._theme, self.message.direction is not Direction.INCOMING
        avatar = Avatar(theme, 32)
        sender = self.message.mail.sender
        shown = sender.shown if own else self._writer
        avatar.show_person(initials(shown or "?"), sender.email)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(44) if own else 0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        top = Qt.AlignmentFlag.AlignTop
        if own:
            row.addWidget(self._frame, 1)
            row.addWidget(avatar, 0, top)
        else:
            row.addWidget(avatar, 0, top)
            row.addWidget(self._frame, 1)
        self._inside.setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(12))
        self._inside.setSpacing(theme.px(6))

    def _fill(self, time: str) -> None:
        message, inside = self.message, self._inside
        inside.addWidget(self.text)
        if self.fold is not None:
            inside.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
            self.fold.setText("···")
            self.fold.clicked.connect(self.toggle_fold)
        for sentence in notices(message):
            inside.addWidget(plain_label("meta2", sentence, wrap=True))
        if self.files is not None:
            inside.addWidget(self.files)
        if self.remote is not None:
            inside.addWidget(self.remote)
        if message.bounced:
            words = translate("Conversation", "Not delivered: %1").replace("%1", message.bounced)
            inside.addWidget(plain_label("failed", words, wrap=True))
        self.setAccessibleName(f"{self._writer}, {time}")
        self.text.setAccessibleName(translate("Conversation", "Message from %1").replace("%1", self._writer))
        self.show_part(Part.OWN_WORDS)

    def _connect(self) -> None:
        self.text.link_clicked.connect(self.link_clicked)
        queued = Qt.ConnectionType.QueuedConnection  # it is asked for in the middle of a layout
        self.text.picture_wanted.connect(self._load_picture, queued)
        self.text.menu_asked.connect(lambda place: self.menu().popup(place))
        self._head.original_clicked.connect(self.toggle_original)
        self._head.customer_clicked.connect(self.customer_clicked)
        self._head.menu_asked.connect(self._open_menu)
        if self.files is not None:
            self.files.asked.connect(self.asked)
        if self.remote is not None:
            self.remote.loaded.connect(self._show_loaded)

    def _open_menu(self) -> None:
        if self.more is None:
            return
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    # --- pictures --------------------------------------------------------------------------------------

    def _show_loaded(self, places: frozenset[int], by_person: bool) -> None:
        """Pictures from outside are in the store now: show the mail with them, unless they stand in its quotes."""
        self._loaded = places
        if by_person or self._part is Part.ORIGINAL or is_designed(self.message):
            self.show_part(Part.ORIGINAL)

    def _load_picture(self, name: str) -> None:
        def shown(image: QImage) -> None:
            self.text.show_picture(name, image)

        show = guarded(self.text, shown)
        kind, _, which = name.partition(":")
        if kind == "remote":
            self._pictures.remote.ask(self.message, int(which), INLINE_BOX, show)
            return
        for attachment in self.message.mail.attachments:
            if attachment.content_id == which:
                self._pictures.ask(self.message.id, attachment, INLINE_BOX, show)
