"""Pictures as small previews and other files as chips."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.domain.message import Attachment
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.painted_button import PaintedButton
from shopdesk.ui.widgets.parts import Button, IconButton
from shopdesk.ui.words import size_text, translate

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
        self._failure = ""
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

    def show_failure(self, words: str) -> None:
        """It cannot be shown; say so in a few words."""
        self._failure = words
        self.setToolTip(f"{self.attachment.name}\n{words}")
        self.setAccessibleName(f"{self.attachment.name}: {words}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        painter.fillPath(shape, theme.colour("sunken"))
        if self._image.isNull():
            self._draw_placeholder(painter)
        else:
            painter.setClipPath(shape)
            self._draw_filled(painter)
            painter.setClipping(False)
        if self.shows_ring:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        painter.end()

    def _draw_placeholder(self, painter: QPainter) -> None:
        theme, side = self._theme, self._theme.px(20)
        top = theme.px(14) if self._failure else (self.height() - side) // 2
        place = QRect((self.width() - side) // 2, top, side, side)
        theme.icons.draw(painter, "image-off" if self._failure else "image", place, theme.colour("text3"))
        if self._failure:
            words = self.rect().adjusted(theme.px(8), top + side + theme.px(4), -theme.px(8), -theme.px(4))
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour("text2"))
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self._failure)

    def _draw_filled(self, painter: QPainter) -> None:
        wanted = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        left, top = (self.width() - wanted.width()) // 2, (self.height() - wanted.height()) // 2
        painter.drawImage(QRect(left, top, wanted.width(), wanted.height()), self._image)

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(THUMB.width()), self._theme.px(THUMB.height()))


class Chip(QWidget):
    """A file with its name (cut in the middle) and size; a click opens it, the arrow beside it saves it."""

    def __init__(self, theme: Theme, attachment: Attachment) -> None:
        super().__init__()
        self.attachment = attachment
        self.open = Button(theme, "chip", file_icon(attachment))
        self.save = IconButton(theme, "download", 28)
        metrics = theme.metrics(12, 500)
        name = metrics.elidedText(attachment.name, Qt.TextElideMode.ElideMiddle, theme.px(_NAME_WIDTH))
        self.open.setText(f"{name}  {size_text(attachment.size)}".replace("&", "&&"))
        warning = translate("Conversation", "This file could run a program. Open it only if you know the sender.")
        self.open.setToolTip(f"{attachment.name}\n{warning}" if attachment.risky else attachment.name)
        named = f"{attachment.name}, {size_text(attachment.size)}"
        self.open.setAccessibleName(translate("Conversation", "Open the file %1").replace("%1", named))
        self.save.name(translate("Conversation", "Save the file %1").replace("%1", attachment.name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        row.addWidget(self.open)
        row.addWidget(self.save)

