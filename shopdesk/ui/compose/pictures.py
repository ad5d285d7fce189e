"""Pictures inside of the text: a chip with a thumbnail stands for each, and edits and undo move it like a letter."""

import json
from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPainterPath,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextEdit

from shopdesk.domain.draft import PICTURE, DraftFile, DraftPicture
from shopdesk.domain.ids import DraftFileId
from shopdesk.ui.compose.blank_marks import fragments
from shopdesk.ui.compose.places import to_chars
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.words import size_text

_FILE = QTextFormat.Property.UserProperty.value + 11
_SIDE = (96, 56)
_NAME = 180
_HEIGHT = 68
WORDS = "application/x-shopdesk-words"
"""What is cut or copied inside of the program: text with its pictures."""


def pictures_in(document: QTextDocument, text: str) -> tuple[DraftPicture, ...]:
    """All pictures with places in characters of the document's text."""
    found = []
    for fragment in fragments(document):
        look = fragment.charFormat()
        if look.hasProperty(_FILE):
            file = DraftFileId(look.intProperty(_FILE))
            units = range(fragment.position(), fragment.position() + fragment.length())
            found += [DraftPicture(to_chars(text, unit), file) for unit in units]
    return tuple(found)


def insert_text(cursor: QTextCursor, text: str, look: QTextCharFormat) -> None:
    """Put words; the sign of a picture is none of them."""
    cursor.insertText(text.replace(PICTURE, ""), look)


class PictureShelf:
    """The thumbnails of one document."""

    def __init__(self, text: QTextEdit, theme: Theme) -> None:
        self._text = text
        self._theme = theme
        self._files: dict[int, DraftFile] = {}
        self._thumbs: dict[int, QImage] = {}

    @property
    def _document(self) -> QTextDocument:
        """Asked for each time: its wrapper may be gone before itself."""
        return self._text.document()

    def know(self, files: tuple[DraftFile, ...]) -> None:
        """Their names, while their bytes are not here yet."""
        for file in files:
            self._files[file.id] = file
            self._put(file.id)

    def show(self, file: DraftFileId, thumb: QImage) -> None:
        """The thumbnail of a picture that stands in the text, or will."""
        if not thumb.isNull():
            self._thumbs[file] = thumb
        self._put(file)
        self._document.markContentsDirty(0, self._document.characterCount())

    def insert(self, cursor: QTextCursor, file: DraftFileId) -> None:
        """Put a picture where a caret is, in a line that is as high as the picture."""
        look = QTextImageFormat()
        look.setName(f"picture:{file}")
        look.setProperty(_FILE, file)
        cursor.beginEditBlock()
        cursor.insertImage(look)
        tall = QTextBlockFormat()
        least = self._theme.px(22)
        tall.setLineHeight(least, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.mergeBlockFormat(tall)
        cursor.endEditBlock()

    def insert_with_pictures(self, cursor: QTextCursor, text: str, files: dict[int, DraftFileId]) -> None:
        """Put words with pictures. In: which file stands at which place of the text; other signs are left out."""
        begun = 0
        for place, file in sorted(files.items()):
            if text[place : place + 1] == PICTURE:
                insert_text(cursor, text[begun:place], QTextCharFormat())
                self.insert(cursor, file)
                begun = place + 1
        insert_text(cursor, text[begun:], QTextCharFormat())

    def restyle(self) -> None:
        """Colours or sizes changed."""
        for file in self._files:
            self._put(file)
        self._document.markContentsDirty(0, self._document.characterCount())

    # --- cut and paste ------------------------------------------------------------------------------------------

    def copied(self, cursor: QTextCursor) -> QMimeData:
        """A selection: plain words for others, with its pictures for this program."""
        raw = cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        files = [one.file for one in self._selected(cursor)]
        mime = QMimeData()
        mime.setText(raw.replace(PICTURE, ""))
        if files:
            mime.setData(WORDS, json.dumps([raw, files]).encode())
        return mime

    def paste(self, cursor: QTextCursor, mime: QMimeData) -> bool:
        """Put what was copied with its pictures; False when it is something else, or another draft's."""
        if not mime.hasFormat(WORDS):
            return False
        text, ids = json.loads(bytes(mime.data(WORDS).data()))
        if not set(ids) <= set(self._files):
            return False
        places = [place for place, sign in enumerate(text) if sign == PICTURE]
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self.insert_with_pictures(cursor, text, dict(zip(places, ids, strict=False)))
        cursor.endEditBlock()
        return True

    def _selected(self, cursor: QTextCursor) -> Iterator[DraftPicture]:
        text = self._document.toRawText()
        start, end = (to_chars(text, unit) for unit in (cursor.selectionStart(), cursor.selectionEnd()))
        return (one for one in pictures_in(self._document, text) if start <= one.place < end)

    # --- how it looks ---------------------------------------------------------------------------------------------

    def _put(self, file: int) -> None:
        address = QUrl(f"picture:{file}")
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, address, self._chip(file))

    def _chip(self, number: int) -> QImage:
        """Thumbnail, name and size on a calm ground, at twice the pixels."""
        theme, px = self._theme, self._theme.px
        file, thumb = self._files.get(number), self._thumbs.get(number)
        room = QSize(px(_SIDE[0]), px(_SIDE[1]))
        side = QSize(px(40), px(40))
        if thumb is not None:
            side = thumb.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        metrics = theme.metrics(12)
        name = metrics.elidedText(file.name if file else "", Qt.TextElideMode.ElideMiddle, px(_NAME))
        size = size_text(file.size) if file else ""
        words = max(metrics.horizontalAdvance(name), metrics.horizontalAdvance(size))
        width = side.width() + words + px(26)
        chip = QImage(2 * width, 2 * px(_HEIGHT), QImage.Format.Format_ARGB32_Premultiplied)
        chip.setDevicePixelRatio(2)
        chip.fill(Qt.GlobalColor.transparent)
        painter = QPainter(chip)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(theme.colour("border"))
        painter.setBrush(theme.colour("sunken"))
        ground = QRectF(0.5, 2.5, width - 5, px(_HEIGHT) - 5)
        painter.drawRoundedRect(ground, px(8), px(8))
        place = QRect(px(6), (px(_HEIGHT) - side.height()) // 2, side.width(), side.height())
        self._draw_thumb(painter, place, thumb)
        left, middle = place.right() + px(8), px(_HEIGHT) // 2
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("text"))
        painter.drawText(left, middle - px(3), name)
        painter.setPen(theme.colour("text2"))
        painter.drawText(left, middle + metrics.ascent() + px(1), size)
        painter.end()
        return chip

    def _draw_thumb(self, painter: QPainter, place: QRect, thumb: QImage | None) -> None:
        if thumb is None:
            inner = place.adjusted(place.width() // 4, place.height() // 4, -place.width() // 4, -place.height() // 4)
            self._theme.icons.draw(painter, "image", inner, self._theme.colour("text3"))
            return
        painter.save()
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(place), self._theme.px(4), self._theme.px(4))
        painter.setClipPath(edge)
        painter.drawImage(place, thumb)
        painter.restore()
