"""Pictures as small previews and other files as chips."""

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from shopdesk.domain.message import Attachment
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.widgets.parts import Button
from shopdesk.ui.words import translate

THUMB = QSize(132, 96)
_NAME_WIDTH = 220
_ICONS = (
    ("image/", "image"),
    ("application/pdf", "file-text"),
    ("text/", "file-text"),
    ("application/zip", "file-archive"),
    ("spreadsheet", "file-spreadsheet"),
    ("excel", "file-spreadsheet"),
    ("csv", "file-spreadsheet"),
)


def file_icon(attachment: Attachment) -> str:
    """The icon of a file's type; a risky one warns."""
    if attachment.risky:
        return "triangle-alert"
    return next((icon for key, icon in _ICONS if key in attachment.media_type), "file")


def is_picture(attachment: Attachment) -> bool:
    """True for what is shown as a preview."""
    return attachment.media_type in {"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"}


class Thumb(PaintedButton):
    """A preview of 132 x 96 px with rounded corners."""

    def __init__(self, theme: Theme, attachment: Attachment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self.attachment = attachment
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(attachment.name)
        self.setAccessibleName(translate("Conversation", "Picture %1").replace("%1", attachment.name))
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def has_picture(self) -> bool:
        """True once the picture is here."""
        return not self._image.isNull()

    def show_picture(self, image: QImage) -> None:
        """The picture is here."""
        self._image = image
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        painter.fillPath(shape, theme.colour("sunken"))
        if self._image.isNull():
            side = theme.px(20)
            place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
            theme.icons.draw(painter, "image", place, theme.colour("text3"))
        else:
            painter.setClipPath(shape)
            self._draw_filled(painter)
            painter.setClipping(False)
        if self.shows_ring:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        painter.end()

    def _draw_filled(self, painter: QPainter) -> None:
        wanted = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        left, top = (self.width() - wanted.width()) // 2, (self.height() - wanted.height()) // 2
        painter.drawImage(QRect(left, top, wanted.width(), wanted.height()), self._image)

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(THUMB.width()), self._theme.px(THUMB.height()))


class Chip(Button):
    """A file with its name (cut in the middle) and size; a click asks to save it."""

    save_asked = Signal(object)
    """The `Attachment`."""

    def __init__(self, theme: Theme, attachment: Attachment) -> None:
        super().__init__(theme, "chip", file_icon(attachment))
        self.attachment = attachment
        metrics = theme.metrics(12, 500)
        name = metrics.elidedText(attachment.name, Qt.TextElideMode.ElideMiddle, theme.px(_NAME_WIDTH))
        size = QLocale().formattedDataSize(attachment.size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        self.setText(f"{name}  {size}".replace("&", "&&"))
        warning = translate("Conversation", "This file could run a program. Save it only if you know the sender.")
        self.setToolTip(f"{attachment.name}\n{warning}" if attachment.risky else attachment.name)
        self.setAccessibleName(translate("Conversation", "Save the file %1").replace("%1", attachment.name))
        self.clicked.connect(lambda: self.save_asked.emit(attachment))
