"""The mails of a case as plain text, with their files; one click takes a file as evidence."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.case import Case
from shopdesk.domain.ids import MessageId
from shopdesk.domain.message import Attachment, Direction, Message
from shopdesk.ui.desk import Now
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import card_time, translate

MOST = 40
"""Mails that are shown, the newest ones; the inbox has them all."""
LONGEST = 2_000


class CaseMails(QScrollArea):
    """Oldest first; the newest is in sight."""

    taken = Signal(object, int)
    """A `MessageId` and the position of a file."""

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._messages: Sequence[Message] = ()
        self._case: Case | None = None
        self.chips: dict[tuple[int, int], Button] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()

    def show_messages(self, messages: Sequence[Message], case: Case | None) -> None:
        """Show these mails."""
        self._messages, self._case = messages[-MOST:], case
        self._build()

    def mark(self, case: Case) -> None:
        """Show which files are evidence now."""
        if self._case is None or case.evidence != self._case.evidence:
            self._case = case
            for (message, number), chip in self.chips.items():
                self._name(chip, message, number)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(translate("Cases", "Mails of this case"))
        self._build()

    # --- inside -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        px = self._theme.px
        self.chips = {}
        page = QWidget()
        page.setProperty("kind", "canvas")
        column = QVBoxLayout(page)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        for message in self._messages:
            column.addWidget(self._card(message))
        if not self._messages:
            column.addWidget(plain_label("meta", translate("Cases", "No mails are linked with this case."), wrap=True))
        column.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().rangeChanged.connect(lambda _, most: self.verticalScrollBar().setValue(most))

    def _card(self, message: Message) -> QFrame:
        px = self._theme.px
        card = QFrame()
        kind = {Direction.OUTGOING: "own", Direction.NOTE: "note"}.get(message.direction, "card")
        card.setProperty("kind", kind)
        column = QVBoxLayout(card)
        column.setContentsMargins(px(14), px(10), px(14), px(12))
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.addWidget(plain_label("name", message.mail.sender.shown or translate("Cases", "Note")), 1)
        head.addWidget(plain_label("meta", card_time(message.at, self._now())))
        column.addLayout(head)
        words = (message.mail.own_words or message.mail.text).strip()
        cut = words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…"
        column.addWidget(plain_label("body", cut, wrap=True, selectable=True))
        for file in message.mail.attachments:
            if not file.inline:
                column.addWidget(self._chip(message.id, file), 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _chip(self, message: MessageId, file: Attachment) -> Button:
        icon = "image" if file.media_type.startswith("image/") else "paperclip"
        chip = Button(self._theme, "chip", icon)
        chip.setProperty("file", file.name)
        self.chips[message, file.number] = chip
        self._name(chip, message, file.number)
        chip.clicked.connect(self._taker(message, file.number))
        return chip

    def _taker(self, message: MessageId, number: int) -> Callable[[bool], None]:
        def take(_: bool = False) -> None:  # noqa: FBT002 - a clicked button says so
            self.taken.emit(message, number)

        return take

    def _name(self, chip: Button, message: int, number: int) -> None:
        is_taken = self._case is not None and any(
            (piece.message_id, piece.number) == (message, number) for piece in self._case.evidence
        )
        words = translate("Cases", "%1 · evidence ✓") if is_taken else translate("Cases", "%1 · take as evidence")
        chip.setText(words.replace("%1", str(chip.property("file"))))
        chip.setEnabled(not is_taken)
