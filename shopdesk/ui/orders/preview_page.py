"""What a file would bring: its kind, what is new, what is wrong, its first orders, its columns."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.order_import import OrderPreview
from shopdesk.ui.orders.columns import ColumnBoxes
from shopdesk.ui.orders.wording import example_words, order_words, preset_words, problem_words, summary_words
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, Picture, plain_label, restate
from shopdesk.ui.words import translate

_SHOWN = 5
_OWN = "own"


class PreviewPage(QWidget):
    """Lets a person say what the file is."""

    preset_chosen = Signal(str)

    def __init__(self, theme: Theme, titles: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self._titles = [pair for pair in titles if pair[0] != _OWN]
        self.preview: OrderPreview | None = None
        self.name, self.summary = ElidedLabel("subject"), plain_label("label", wrap=True)
        self._kind_label, self.kind = plain_label("text"), CalmBox(theme)
        self.details = ElidedLabel("meta")
        self.orders = [ElidedLabel("text") for _ in range(_SHOWN)]
        self.problems: list[QWidget] = []
        self._problem_list = QVBoxLayout()
        self.fold, self.columns = Button(theme, "link"), ColumnBoxes(theme)
        self._card = QFrame()
        self._arrange()
        self.kind.activated.connect(lambda _: self.preset_chosen.emit(str(self.kind.currentData())))
        self.fold.clicked.connect(self._toggle_columns)
        self._kind_label.setBuddy(self.kind)

    def _arrange(self) -> None:
        px = self._theme.px
        row, inside = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self._kind_label)
        row.addWidget(self.kind)
        row.addWidget(self.details, 1)
        self._card.setProperty("kind", "card")
        inside.setContentsMargins(px(14), px(10), px(14), px(10))
        inside.setSpacing(px(4))
        for line in self.orders:
            inside.addWidget(line)
        self._card.setLayout(inside)
        self._problem_list.setSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.name)
        column.addWidget(self.summary)
        column.addLayout(row)
        column.addWidget(self._scrolled(), 1)

    def _scrolled(self) -> QScrollArea:
        px, page, scroll = self._theme.px, QWidget(), QScrollArea()
        page.setProperty("kind", "canvas")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        body = QVBoxLayout(page)
        body.setContentsMargins(0, 0, px(8), 0)
        body.setSpacing(px(10))
        body.addWidget(self._card)
        body.addLayout(self._problem_list)
        body.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.columns)
        body.addStretch(1)
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def show_preview(self, preview: OrderPreview) -> None:
        """Another file, or the same one read otherwise."""
        is_other = self.preview is None or self.preview.sha256 != preview.sha256
        self.preview = preview
        if is_other:
            self.columns.setVisible(not preview.is_known)
        if not self.columns.isHidden():
            self.columns.show_preview(preview)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        preview = self.preview
        if preview is None:
            return
        self.name.setText(preview.name)
        unknown = translate("Orders", "Which column has the order numbers? Choose it below.")
        nothing = translate("Orders", "No order of this file can be used.")
        self.summary.setText((summary_words(preview) or nothing) if preview.is_known else unknown)
        restate(self.summary, "type", "label" if preview.found.orders else "warning")
        self._kind_label.setText(translate("Orders", "Kind of file"))
        self.kind.setAccessibleName(self._kind_label.text())
        self._fill_kinds(preview)
        rows = translate("Orders", "%1 rows").replace("%1", str(preview.found.rows))
        self.details.setText(" · ".join(filter(None, (rows, preview.encoding.upper()))))
        for place, line in enumerate(self.orders):
            line.setVisible(place < len(preview.found.orders))
            if place < len(preview.found.orders):
                line.setText(order_words(preview.found.orders[place]))
        self._card.setVisible(bool(preview.found.orders))
        self._show_problems(preview)
        self.columns.retranslate()
        self._name_fold()

    def _fill_kinds(self, preview: OrderPreview) -> None:
        with QSignalBlocker(self.kind):
            self.kind.clear()
            self.kind.addItem(translate("Orders", "Own table"), _OWN)
            for key, title in self._titles:
                self.kind.addItem(preset_words(key, title), key)
            self.kind.setCurrentIndex(max(self.kind.findData(preview.mapping.preset), 0))

    def _show_problems(self, preview: OrderPreview) -> None:
        for line in self.problems:
            line.hide()
            line.deleteLater()
        self.problems = []
        for one in preview.found.problems:
            line, row, texts = QWidget(), QHBoxLayout(), QVBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            texts.setSpacing(0)
            what, where = plain_label("text", problem_words(one), wrap=True), ElidedLabel("meta")
            where.setText(example_words(one))
            texts.addWidget(what)
            texts.addWidget(where)
            row.addWidget(Picture(self._theme, "triangle-alert", 16, "amber"), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(texts, 1)
            line.setLayout(row)
            self._problem_list.addWidget(line)
            self.problems.append(line)

    def _toggle_columns(self) -> None:
        self.columns.setVisible(self.columns.isHidden())
        if self.preview is not None and not self.columns.isHidden():
            self.columns.show_preview(self.preview)
        self._name_fold()

    def _name_fold(self) -> None:
        shown, hidden = translate("Orders", "Hide the columns"), translate("Orders", "Choose the columns…")
        self.fold.setText(hidden if self.columns.isHidden() else shown)
