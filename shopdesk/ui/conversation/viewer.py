"""Looks at the pictures of a message one by one: arrows, Esc, save."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.message import Attachment, Message
from shopdesk.ui.conversation.pictures import Pictures
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, IconButton, plain_label
from shopdesk.ui.words import translate

BOX = QSize(2400, 1800)


class Canvas(QWidget):
    """Shows one picture as large as it fits, never larger than it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image = QImage()

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self.image = image
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        if not self.image.isNull():
            size = self.image.size()
            if size.width() > self.width() or size.height() > self.height():
                size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.drawImage(QRect(left, top, size.width(), size.height()), self.image)
        painter.end()


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
        self._message = message
        self._shown = list(shown)
        self._pictures = pictures
        self._place = self._shown.index(first)
        self.canvas = Canvas(theme)
        self._name = plain_label("label")
        self._back = IconButton(theme, "arrow-left")
        self._on = IconButton(theme, "arrow-right")
        self._save = Button(theme, "secondary", "download")
        self._arrange()
        self.resize(theme.px(960), theme.px(720))
        self.go(0)

    @property
    def current(self) -> Attachment:
        """Which picture is shown."""
        return self._shown[self._place]

    def go(self, by: int) -> None:
        """The next (+1) or previous (-1) picture; stays at the ends."""
        self._place = min(max(self._place + by, 0), len(self._shown) - 1)
        wanted = self.current
        self._name.setText(f"{wanted.name}   {self._place + 1} / {len(self._shown)}")
        self._back.setEnabled(self._place > 0)
        self._on.setEnabled(self._place + 1 < len(self._shown))
        self._pictures.ask(self._message.id, wanted, BOX, self._receiver(wanted))

    def _receiver(self, wanted: Attachment) -> Callable[[QImage], None]:
        alive = [True]
        self.destroyed.connect(alive.clear)

        def receive(image: QImage) -> None:
            if alive and self.current is wanted:
                self.canvas.show_image(image)

        return receive

    def _arrange(self) -> None:
        self.setWindowTitle(translate("Conversation", "Pictures"))
        self._back.name(translate("Conversation", "Previous picture"))
        self._on.name(translate("Conversation", "Next picture"))
        self._save.setText(translate("Conversation", "Save"))
        self._back.clicked.connect(lambda: self.go(-1))
        self._on.clicked.connect(lambda: self.go(1))
        self._save.clicked.connect(lambda: self.save_asked.emit(self.current))
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 8)
        for widget in (self._back, self._on, self._name):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addLayout(bar)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_K: -1, Qt.Key.Key_J: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.go(step)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._save.setText(translate("Conversation", "Save"))
        super().changeEvent(event)
