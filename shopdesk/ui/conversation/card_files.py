"""The pictures and files under a message."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.message import Attachment, Message
from shopdesk.ui.conversation.decoding import failure_words, guarded
from shopdesk.ui.conversation.drag_out import DragStart
from shopdesk.ui.conversation.files import THUMB, Chip, Thumb, is_picture
from shopdesk.ui.conversation.pictures import Pictures
from shopdesk.ui.conversation.wishes import Want, Wish
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

CHIPS_PER_ROW = 2
THUMBS_PER_ROW = 4
MANY = 3
"""From so many on, saving all of them at once is offered; two photos are looked at."""


class CardFiles(QWidget):
    """Previews, chips, "Save all", and while only the beginning of a mail is here: "Fetch now"."""

    asked = Signal(object)
    """A `Wish`."""

    def __init__(self, theme: Theme, message: Message, pictures: Pictures) -> None:
        super().__init__()
        self._theme = theme
        self._message = message
        self._pictures = pictures
        attachments = message.mail.attachments
        self.thumbs = [self._thumb(one) for one in attachments if is_picture(one)]
        self.chips = [self._chip(one) for one in attachments if not is_picture(one) and not one.inline]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._add_grid(self.thumbs, THUMBS_PER_ROW)
        self._add_grid(self.chips, CHIPS_PER_ROW)
        self.save_all: Button | None = None
        self.fetch: Button | None = None
        if not message.mail.whole:
            self.fetch = self._add_fetch()
        elif len(self.chips) > 1 or len(self.thumbs) + len(self.chips) >= MANY:
            self.save_all = self._add_save_all()

    @staticmethod
    def has_any(message: Message) -> bool:
        """Whether there is anything to show here."""
        return not message.mail.whole or any(is_picture(a) or not a.inline for a in message.mail.attachments)

    def _thumb(self, attachment: Attachment) -> Thumb:
        thumb = Thumb(self._theme, attachment)
        box = THUMB * (self._theme.px(2) or 2)
        whole = self._message.mail.whole

        def failed(error: Exception) -> None:
            thumb.show_failure(failure_words(error, whole=whole))

        shown, refused = guarded(thumb, thumb.show_picture), guarded(thumb, failed)
        self._pictures.ask(self._message.id, attachment, box, shown, refused, fill=True)
        thumb.clicked.connect(self._asks(Want.LOOK_AT, attachment))
        DragStart(thumb, self._asks(Want.DRAG_FILE, attachment))
        return thumb

    def _chip(self, attachment: Attachment) -> Chip:
        chip = Chip(self._theme, attachment)
        chip.open.clicked.connect(self._asks(Want.OPEN_FILE, attachment))
        DragStart(chip.open, self._asks(Want.DRAG_FILE, attachment))
        chip.save.clicked.connect(self._asks(Want.SAVE_FILE, attachment))
        return chip

    def _asks(self, want: Want, attachment: Attachment | None = None) -> Callable[[], None]:
        return lambda: self.asked.emit(Wish(want, self._message, attachment))

    def _add_grid(self, widgets: Sequence[QWidget], columns: int) -> None:
        if not widgets:
            return
        grid = QGridLayout()
        grid.setSpacing(self._theme.px(8))
        for place, widget in enumerate(widgets):
            grid.addWidget(widget, place // columns, place % columns)
        grid.setColumnStretch(columns, 1)
        self._column.addLayout(grid)

    def _add_save_all(self) -> Button:
        button = Button(self._theme, "link", "download")
        button.setText(translate("Conversation", "Save all files…"))
        button.clicked.connect(self._asks(Want.SAVE_ALL))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _add_fetch(self) -> Button:
        button = Button(self._theme, "link", "refresh-cw")
        button.setText(translate("Conversation", "Fetch now"))
        button.clicked.connect(self._asks(Want.FETCH_REST))
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        words = translate("Conversation", "Files and the rest of this mail are still on their way.")
        row.addWidget(plain_label("meta2", words, wrap=True), 1)
        row.addWidget(button)
        self._column.addLayout(row)
        return button
