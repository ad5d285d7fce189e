"""Looks at the pictures of a message one by one: arrows, zoom, save, Esc."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.message import Attachment, Message
from shopdesk.ui.conversation.canvas import STEP, Canvas
from shopdesk.ui.conversation.decoding import failure_words, guarded
from shopdesk.ui.conversation.pictures import Pictures
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label
from shopdesk.ui.words import translate

BOX = QSize(3000, 2400)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_K: -1, Qt.Key.Key_J: 1}
_ZOOMS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP, Qt.Key.Key_0: 0.0}


class Viewer(QDialog):
    """A window over the pictures of one message."""

    save_asked = Signal(object)
    """The `Attachment`."""

    def __init__(
        self,
        theme: Theme,
        message: Message,
        shown: Sequence[Attachment],
        first: Attachment,
        pictures: Pictures,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._message = message
        self._shown = list(shown)
        self._pictures = pictures
        self._place = self._shown.index(first)
        self.canvas = Canvas(theme)
        self.name = ElidedLabel("label")
        self.count = plain_label("meta")
        self.percent = plain_label("meta")
        self._back = IconButton(theme, "arrow-left")
        self._on = IconButton(theme, "arrow-right")
        self._nearer = IconButton(theme, "zoom-in")
        self._further = IconButton(theme, "zoom-out")
        self._save = Button(theme, "secondary", "download")
        self._arrange()
        self._connect()
        self.retranslate()
        self.resize(theme.px(960), theme.px(720))
        self.go(0)
        self.canvas.setFocus()  # on a button the arrows would go to the next button

    @property
    def current(self) -> Attachment:
        """Which picture is shown."""
        return self._shown[self._place]

    def go(self, by: int) -> None:
        """The next (+1) or previous (-1) picture; stays at the ends."""
        self._place = min(max(self._place + by, 0), len(self._shown) - 1)
        wanted = self.current
        self.name.setText(wanted.name)
        counted = translate("Conversation", "%1 of %2").replace("%1", str(self._place + 1))
        self.count.setText(counted.replace("%2", str(len(self._shown))))
        self.canvas.setAccessibleName(f"{wanted.name}, {self.count.text()}")
        self._back.setEnabled(self._place > 0)
        self._on.setEnabled(self._place + 1 < len(self._shown))
        self.canvas.show_image(QImage())
        self._ask(wanted)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(translate("Conversation", "Pictures"))
        self._back.name(translate("Conversation", "Previous picture"), "←")
        self._on.name(translate("Conversation", "Next picture"), "→")
        self._nearer.name(translate("Conversation", "Zoom in"), "+")
        self._further.name(translate("Conversation", "Zoom out"), "-")
        self._save.setText(translate("Conversation", "Save"))

    # --- inside ----------------------------------------------------------------------------------------

    def _ask(self, wanted: Attachment) -> None:
        def received(image: QImage) -> None:
            if self.current is wanted:
                self.canvas.show_image(image)

        def failed(error: Exception) -> None:
            if self.current is wanted:
                self.canvas.show_words(failure_words(error, whole=self._message.mail.whole))

        self._pictures.ask(self._message.id, wanted, BOX, guarded(self, received), guarded(self, failed))

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.go(-1))
        self._on.clicked.connect(lambda: self.go(1))
        self._nearer.clicked.connect(lambda: self.canvas.zoom(STEP))
        self._further.clicked.connect(lambda: self.canvas.zoom(1 / STEP))
        self._save.clicked.connect(lambda: self.save_asked.emit(self.current))
        self.canvas.zoomed.connect(lambda: self.percent.setText(f"{self.canvas.percent} %"))

    def _arrange(self) -> None:
        px = self._theme.px
        bar = QHBoxLayout()
        bar.setContentsMargins(px(12), px(8), px(12), px(8))
        bar.setSpacing(px(8))
        for widget in (self._back, self._on, self.count):
            bar.addWidget(widget)
        bar.addWidget(self.name, 1)
        for right in (self._further, self.percent, self._nearer, self._save):
            bar.addWidget(right)
        self._save.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addLayout(bar)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go(_STEPS[key])
        elif key in _ZOOMS:
            factor = _ZOOMS[key]
            self.canvas.zoom(factor) if factor else self.canvas.fit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.go(0)
        super().changeEvent(event)
