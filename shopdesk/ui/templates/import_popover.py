"""What a file of templates would do, and what happens where both sides differ."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.template import Template
from shopdesk.domain.template_exchange import ImportChoice, ImportPreview, ImportRow, ImportState
from shopdesk.ui.overriding import override
from shopdesk.ui.templates.wording import language_name, shown_name
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.calm_box import CalmBox
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import Button, Pill, plain_label
from shopdesk.ui.words import counted, translate

_SIZE = (720, 560)
_SHOWN = 60
"""Rows of each kind; more of them are counted."""
_TONES = {ImportState.NEW: "blue", ImportState.CHANGED: "amber", ImportState.REFUSED: "red"}


def summary_words(preview: ImportPreview) -> str:
    """How many there are of each kind."""
    kinds = (
        (ImportState.NEW, translate("Templates", "%1 new")),
        (ImportState.CHANGED, translate("Templates", "%1 different")),
        (ImportState.SAME, translate("Templates", "%1 the same")),
        (ImportState.REFUSED, translate("Templates", "%1 not usable")),
    )
    numbers = [(len(preview.of(state)), words) for state, words in kinds]
    return " · ".join(words.replace("%1", str(number)) for number, words in numbers if number)


def state_word(state: ImportState) -> str:
    """What a template of the file is to the library."""
    return {
        ImportState.NEW: translate("Templates", "New"),
        ImportState.CHANGED: translate("Templates", "Different"),
        ImportState.SAME: translate("Templates", "The same"),
        ImportState.REFUSED: translate("Templates", "Not usable"),
    }[state]


def difference_words(mine: Template, theirs: Template) -> str:
    """What is not the same on both sides."""
    parts = [language_name(one.language) for one in theirs.variants if mine.variant(one.language) != one]
    for name, words in (
        ("name", translate("Templates", "name")),
        ("topic", translate("Templates", "topic")),
        ("tags", translate("Templates", "tags")),
        ("inputs", translate("Templates", "questions")),
        ("next_state", translate("Templates", "after sending")),
        ("follow_up_days", translate("Templates", "follow-up")),
        ("cc", translate("Templates", "copy to")),
    ):
        if getattr(mine, name) != getattr(theirs, name):
            parts.append(words)
    return translate("Templates", "Differs: %1").replace("%1", ", ".join(parts)) if parts else ""


def refused_words(row: ImportRow) -> str:
    """Why a template of the file cannot be used."""
    reason = {
        "key": translate("Templates", "its key cannot be used"),
        "name": translate("Templates", "it has no name"),
        "text": translate("Templates", "it has no words"),
        "language": translate("Templates", "its language is not known"),
        "inputs": translate("Templates", "a question of it cannot be used"),
        "template": translate("Templates", "its words have a fault: %1").replace("%1", row.why),
    }.get(row.field, translate("Templates", "it cannot be read"))
    return translate("Templates", "Row %1: %2").replace("%1", str(row.place)).replace("%2", reason)


class ImportLine(QFrame):
    """One template of the file."""

    def __init__(self, theme: Theme, row: ImportRow) -> None:
        super().__init__()
        self.row = row
        self.setProperty("kind", "card")
        self.choice = CalmBox(theme)
        name, detail = ElidedLabel("label"), ElidedLabel("meta2")
        name.setText(shown_name(row.theirs) if row.theirs is not None else f"/{row.key}")
        detail.setText(self._details())
        texts, line = QVBoxLayout(), QHBoxLayout(self)
        texts.setSpacing(0)
        texts.addWidget(name)
        texts.addWidget(detail)
        line.setContentsMargins(theme.px(12), theme.px(8), theme.px(10), theme.px(8))
        line.setSpacing(theme.px(10))
        line.addLayout(texts, 1)
        line.addWidget(Pill(theme, _TONES.get(row.state, "grey"), "", state_word(row.state)))
        line.addWidget(self.choice)
        for choice, words in (
            (ImportChoice.MINE, translate("Templates", "Keep mine")),
            (ImportChoice.THEIRS, translate("Templates", "Take theirs")),
            (ImportChoice.BOTH, translate("Templates", "Keep both")),
        ):
            self.choice.addItem(words, choice)
        self.choice.setAccessibleName(translate("Templates", "What to do with %1").replace("%1", name.text()))
        self.choice.setVisible(row.state is ImportState.CHANGED)

    def _details(self) -> str:
        row = self.row
        if row.state is ImportState.REFUSED:
            return refused_words(row)
        if row.state is ImportState.CHANGED and row.mine is not None and row.theirs is not None:
            return difference_words(row.mine, row.theirs) or f"/{row.key}"
        return f"/{row.key}"


class ImportPopover(Overlay):
    """Asks before anything is done."""

    accepted = Signal(object)
    """The `ImportChoice` by key."""

    def __init__(self, theme: Theme, window: QWidget, preview: ImportPreview) -> None:
        super().__init__(theme, window, scrim=True)
        self.preview = preview
        rows = [row for state in _TONES for row in preview.of(state)[:_SHOWN]]
        self.lines = [ImportLine(theme, row) for row in rows]
        self.take_all, self.leave, self.bring = (Button(theme, kind) for kind in ("ghost", "secondary", "primary"))
        self._arrange()
        self._others = ImportChoice.MINE
        """What happens to those that are only counted."""
        for line in self.lines:
            line.choice.currentIndexChanged.connect(self._count)
        self._count()
        self.take_all.setText(translate("Templates", "Take theirs everywhere"))
        self.take_all.setVisible(bool(preview.of(ImportState.CHANGED)))
        self.leave.setText(translate("Templates", "Cancel"))
        self.take_all.clicked.connect(self._take_all)
        self.leave.clicked.connect(self.close_now)
        self.bring.clicked.connect(self._bring)

    def choices(self) -> Mapping[str, ImportChoice]:
        """What was chosen, by key."""
        shown = {line.row.key: ImportChoice(line.choice.currentData()) for line in self.lines}
        return {row.key: shown.get(row.key, self._others) for row in self.preview.of(ImportState.CHANGED)}

    def show_preview(self) -> None:
        """Open it."""
        self.open(self.bring if self.bring.isEnabled() else self.leave)

    def _arrange(self) -> None:
        px = self._theme.px
        inside, scroll, foot = QWidget(), QScrollArea(), QHBoxLayout()
        inside.setProperty("kind", "surface")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        list_ = QVBoxLayout(inside)
        list_.setContentsMargins(0, 0, px(8), 0)
        list_.setSpacing(px(6))
        for line in self.lines:
            list_.addWidget(line)
        left = len(self.preview.rows) - len(self.preview.of(ImportState.SAME)) - len(self.lines)
        if left > 0:
            more = translate("Templates", "and %1 more").replace("%1", str(left))
            list_.addWidget(plain_label("meta", more))
        list_.addStretch(1)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot.addWidget(self.take_all)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.bring)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(10))
        column.addWidget(plain_label("subject", translate("Templates", "Bring in templates")))
        column.addWidget(plain_label("text", summary_words(self.preview), wrap=True))
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def _count(self) -> None:
        taken = sum(choice is not ImportChoice.MINE for choice in self.choices().values())
        count = len(self.preview.of(ImportState.NEW)) + taken
        one, many = translate("Templates", "Bring in 1 template"), translate("Templates", "Bring in %1 templates")
        self.bring.setText(counted(count, one, many) if count else translate("Templates", "Nothing to bring in"))
        self.bring.setEnabled(bool(count))

    def _take_all(self) -> None:
        self._others = ImportChoice.THEIRS
        for line in self.lines:
            line.choice.setCurrentIndex(line.choice.findData(ImportChoice.THEIRS))
        self._count()

    def _bring(self) -> None:
        choices = self.choices()
        self.close_now()
        self.accepted.emit(choices)

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        width, height = min(px(_SIZE[0]), self.width() - px(48)), min(px(_SIZE[1]), self.height() - px(48))
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
