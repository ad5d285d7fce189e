"""A file that goes along: its name, its size, and a button that leaves it out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import IconButton, Picture, plain_label
from shopdesk.ui.words import size_text, translate

_NAME_WIDTH = 170


class FileChip(QFrame):
    """The name is cut in the middle: its ending tells what it is."""

    def __init__(self, theme: Theme, name: str, media_type: str, size: int) -> None:
        super().__init__()
        self.name = name
        self.setProperty("kind", "bar")
        icon = "image" if media_type.startswith("image/") else "paperclip"
        label = plain_label("meta2")
        label.setText(theme.metrics(12).elidedText(name, Qt.TextElideMode.ElideMiddle, theme.px(_NAME_WIDTH)))
        label.setToolTip(name)
        self.remove = IconButton(theme, "x", 24)
        self.remove.name(translate("Composer", "Remove the file %1").replace("%1", name))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(2), theme.px(2), theme.px(2))
        row.setSpacing(theme.px(6))
        row.addWidget(Picture(theme, icon, 14, "text3"))
        row.addWidget(label, 1)
        row.addWidget(plain_label("meta", size_text(size)))
        row.addWidget(self.remove)
