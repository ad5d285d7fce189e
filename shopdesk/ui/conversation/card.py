"""One message as a card: who, when, the words, what is folded, pictures and files."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.message import Address, Attachment, Direction, Message
from shopdesk.ui.actions import Do, action_text
from shopdesk.ui.conversation.files import THUMB, Chip, Thumb, is_picture
from shopdesk.ui.conversation.mail_html import Part, body_of, has_more
from shopdesk.ui.conversation.mail_text import MailText
from shopdesk.ui.conversation.pictures import Pictures
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.name_link import NameLink
from shopdesk.ui.widgets.parts import Avatar, Button, IconButton, Picture, Pill, plain_label
from shopdesk.ui.words import card_time, counted, initials, translate

_KINDS = {Direction.INCOMING: "card", Direction.OUTGOING: "own", Direction.NOTE: "note"}
INLINE_BOX = QSize(640, 1200)
CHIPS_PER_ROW = 2
THUMBS_PER_ROW = 4


def writer_of(message: Message, customer: Address) -> str:
    """The name over a message: the customer's as the conversation knows it (marketplaces add words), or "You"."""
    sender = message.mail.sender
    if message.direction is not Direction.INCOMING:
        return translate("Conversation", "You")
    return customer.shown if sender.key == customer.key else sender.shown


class MessageCard(QWidget):
    """A card with its avatar beside it; customers stand left, we stand right."""

    link_clicked = Signal(str)
    customer_clicked = Signal()
    save_asked = Signal(object, object)
    """A `Message` and its `Attachment`."""
    picture_clicked = Signal(object, object)
    """A `Message` and its `Attachment`."""

    def __init__(self, theme: Theme, message: Message, customer: Address, pictures: Pictures, now: datetime) -> None:
        super().__init__()
        self.message = message
        self._theme = theme
        self._pictures = pictures
        self._now = now
        self._writer = writer_of(message, customer)
        self._part = Part.OWN_WORDS
        self.text = MailText(theme)
        self.fold = Button(theme, "fold")
        self.original = IconButton(theme, "code", 24)
        self.thumbs: list[Thumb] = []
        self.chips: list[Chip] = []
        self._frame = QFrame()
        self._frame.setProperty("kind", _KINDS[message.direction])
        self._name = NameLink()
        self._time = plain_label("meta")
        self._inside = QVBoxLayout(self._frame)
        self._arrange()
        self._fill()
        self.text.link_clicked.connect(self.link_clicked)
        queued = Qt.ConnectionType.QueuedConnection  # it is asked for in the middle of a layout
        self.text.picture_wanted.connect(self._load_inline, queued)
        self.fold.clicked.connect(self.toggle_fold)
        self.original.clicked.connect(self.toggle_original)

    @property
    def part(self) -> Part:
        """How much of the mail is shown."""
        return self._part

    def toggle_fold(self) -> None:
        """Show or hide the quoted text."""
        self._show(Part.OWN_WORDS if self._part is Part.WHOLE else Part.WHOLE)

    def toggle_original(self) -> None:
        """Show the mail as it was designed, or its words again."""
        self._show(Part.OWN_WORDS if self._part is Part.ORIGINAL else Part.ORIGINAL)

    # --- building --------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        theme, own = self._theme, self.message.direction is not Direction.INCOMING
        avatar = Avatar(theme, 32)
        sender = self.message.mail.sender
        shown = sender.shown if own else self._writer
        avatar.show_person(initials(shown or "?"), sender.email)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(44) if own else 0, 0, 0 if own else theme.px(44), 0)
        row.setSpacing(theme.px(12))
        top = Qt.AlignmentFlag.AlignTop
        if own:
            row.addWidget(self._frame, 1)
            row.addWidget(avatar, 0, top)
        else:
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(avatar, 0, top)
            row.addWidget(self._frame, 1)
        self._inside.setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(12))
        self._inside.setSpacing(theme.px(6))

    def _fill(self) -> None:
        mail = self.message.mail
        self._inside.addLayout(self._head())
        self._inside.addWidget(self.text)
        self._inside.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.fold.setText("···")
        shown = [a for a in mail.attachments if is_picture(a)]
        files = [a for a in mail.attachments if not is_picture(a) and not a.inline]
        self._add_grid([self._thumb(a) for a in shown], THUMBS_PER_ROW)
        self._add_grid([self._chip(a) for a in files], CHIPS_PER_ROW)
        if mail.remote_images:
            self._inside.addWidget(self._remote_bar(mail.remote_images))
        if self.message.bounced:
            words = translate("Conversation", "Not delivered: %1").replace("%1", self.message.bounced)
            self._inside.addWidget(plain_label("failed", words, wrap=True))
        self.original.setVisible(bool(mail.html))
        self.setAccessibleName(f"{self._writer}, {card_time(self.message.at, self._now)}")
        self.text.setAccessibleName(translate("Conversation", "Message from %1").replace("%1", self._writer))
        self._show(Part.OWN_WORDS)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(self._theme.px(8))
        self._name.setText(self._writer)
        self._time.setText(card_time(self.message.at, self._now))
        head.addWidget(self._name)
        if self.message.direction is Direction.INCOMING:
            self._name.make_clickable(action_text(Do.PANEL))
            self._name.clicked.connect(self.customer_clicked)
        head.addWidget(self._time)
        for tone, icon, text in self._remarks():
            head.addWidget(Pill(self._theme, tone, icon, text))
        head.addStretch(1)
        head.addWidget(self.original)
        self.original.name(translate("Conversation", "Show the original mail"), "V")
        return head

    def _remarks(self) -> list[tuple[str, str, str]]:
        """Pills beside the name: (tone, icon, words)."""
        message, remarks = self.message, []
        if message.direction is Direction.NOTE:
            remarks.append(("amber", "lock", translate("Conversation", "Only your team sees this")))
        if message.gone:
            remarks.append(("grey", "info", translate("Conversation", "No longer on the server")))
        if not message.mail.whole:
            remarks.append(("grey", "refresh-cw", translate("Conversation", "Beginning only, the rest is on its way")))
        return remarks

    def _thumb(self, attachment: Attachment) -> Thumb:
        thumb = Thumb(self._theme, attachment)
        box = THUMB * (self._theme.px(2) or 2)
        self._pictures.ask(self.message.id, attachment, box, guarded(thumb, thumb.show_picture), fill=True)
        thumb.clicked.connect(lambda: self.picture_clicked.emit(self.message, attachment))
        self.thumbs.append(thumb)
        return thumb

    def _chip(self, attachment: Attachment) -> Chip:
        chip = Chip(self._theme, attachment)
        chip.save_asked.connect(lambda wanted: self.save_asked.emit(self.message, wanted))
        self.chips.append(chip)
        return chip

    def _add_grid(self, widgets: "list[Thumb] | list[Chip]", columns: int) -> None:
        if not widgets:
            return
        grid = QGridLayout()
        grid.setSpacing(self._theme.px(8))
        for place, widget in enumerate(widgets):
            grid.addWidget(widget, place // columns, place % columns)
        grid.setColumnStretch(columns, 1)
        self._inside.addLayout(grid)

    def _remote_bar(self, count: int) -> QFrame:
        bar = QFrame()
        bar.setProperty("kind", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(self._theme.px(10), self._theme.px(6), self._theme.px(10), self._theme.px(6))
        row.addWidget(Picture(self._theme, "image-off", 14, "text3"))
        one = translate("Conversation", "1 remote image not loaded")
        many = translate("Conversation", "%1 remote images not loaded")
        row.addWidget(plain_label("meta2", counted(count, one, many)))
        row.addStretch(1)
        return bar

    # --- showing ---------------------------------------------------------------------------------------

    def _show(self, part: Part) -> None:
        self._part = part
        body = body_of(self.message.mail, part)
        self.text.show_body(body)
        self.fold.setVisible(part is not Part.ORIGINAL and has_more(self.message.mail))
        unfolded = part is Part.WHOLE
        self.fold.setAccessibleName(
            translate("Conversation", "Hide quoted text") if unfolded else translate("Conversation", "Show quoted text")
        )
        self.fold.setToolTip(self.fold.accessibleName())

    def _load_inline(self, content_id: str) -> None:
        for attachment in self.message.mail.attachments:
            if attachment.content_id == content_id:
                show = guarded(self.text, lambda image: self.text.show_picture(content_id, image))
                self._pictures.ask(self.message.id, attachment, INLINE_BOX, show)


def guarded(owner: QWidget, receiver: Callable[[QImage], None]) -> Callable[[QImage], None]:
    """The receiver, silent once its widget is gone: a lane may answer after the conversation was left."""
    alive = [True]
    owner.destroyed.connect(alive.clear)

    def receive(image: QImage) -> None:
        if alive:
            receiver(image)

    return receive
