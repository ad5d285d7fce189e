"""Before a file is chosen: where to drop one, which folder is watched, what came of its last files."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.order_import import OrderFile
from shopdesk.ui.orders.wording import file_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, Picture, plain_label, restate
from shopdesk.ui.words import translate

_SHOWN = 4


class StartPage(QWidget):
    """Asks for a file or a folder."""

    file_asked = Signal()
    folder_asked = Signal()
    folder_left = Signal()
    watch_asked = Signal()
    """Show the orders that need somebody."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._folder = ""
        self._files: Sequence[OrderFile] = ()
        self._drop, self._kinds = plain_label("label"), plain_label("meta", wrap=True)
        self.choose = Button(theme, "primary", "folder-open")
        self._watch_head, self._watched = plain_label("head"), plain_label("text", wrap=True)
        self.watch, self.leave = Button(theme, "secondary"), Button(theme, "ghost")
        self.lines = [ElidedLabel("meta2") for _ in range(_SHOWN)]
        self.to_watch = Button(theme, "link", "truck")
        self._arrange()
        self.choose.clicked.connect(self.file_asked)
        self.watch.clicked.connect(self.folder_asked)
        self.leave.clicked.connect(self.folder_left)
        self.to_watch.clicked.connect(self.watch_asked)
        self.retranslate()

    def _arrange(self) -> None:
        px = self._theme.px
        card, inside = QFrame(), QVBoxLayout()
        card.setProperty("kind", "card")
        card.setLayout(inside)
        inside.setContentsMargins(px(24), px(28), px(24), px(28))
        inside.setSpacing(px(8))
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(Picture(self._theme, "file-spreadsheet", 32, "text3"), 0, middle)
        self._drop.setAlignment(middle)
        self._kinds.setAlignment(middle)
        inside.addWidget(self._drop)
        inside.addWidget(self._kinds)
        inside.addWidget(self.choose, 0, middle)
        row = QHBoxLayout()
        row.addWidget(self._watched, 1)
        row.addWidget(self.leave)
        row.addWidget(self.watch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(card)
        column.addSpacing(px(8))
        column.addWidget(self._watch_head)
        column.addLayout(row)
        for line in self.lines:
            column.addWidget(line)
        column.addWidget(self.to_watch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_state(self, folder: str, files: Sequence[OrderFile]) -> None:
        """The watched folder (empty for none) and its last files, newest first."""
        self._folder, self._files = folder, tuple(files)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._drop.setText(translate("Orders", "Drop a file of orders here"))
        self._kinds.setText(
            translate(
                "Orders",
                "CSV, tab-separated or xlsx, as Shopify, WooCommerce, Amazon, eBay, Etsy, TikTok, Shopee, Lazada, "
                "Taobao, Wish and others export it",
            )
        )
        self.choose.setText(translate("Orders", "Choose a file…"))
        self._watch_head.setText(translate("Orders", "Watched folder"))
        none = translate("Orders", "New order files in a folder can come in by themselves.")
        self._watched.setText(self._folder or none)
        self.watch.setText(translate("Orders", "Choose a folder…"))
        self.leave.setText(translate("Orders", "Stop watching"))
        self.leave.setVisible(bool(self._folder))
        self.to_watch.setText(translate("Orders", "Parcels to watch"))
        for place, line in enumerate(self.lines):
            file = self._files[place] if place < len(self._files) else None
            line.setVisible(file is not None)
            if file is not None:
                line.setText(file_words(file))
                restate(line, "type", "failed" if file.error else "meta2")
