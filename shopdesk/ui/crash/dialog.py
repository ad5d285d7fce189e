"""The dialog about a bug: what happened, that the rest goes on, and what a person can do with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from shopdesk.ui.crash.report import Area
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, Picture, plain_label
from shopdesk.ui.words import counted, translate

WIDTH = 520


def area_text(area: Area) -> str:
    """Where it went wrong."""
    return {
        Area.INBOX: translate("Crash", "the list"),
        Area.CONVERSATION: translate("Crash", "the conversation"),
        Area.SETTINGS: translate("Crash", "the settings"),
        Area.MAILBOXES: translate("Crash", "the mailboxes"),
        Area.SEARCH: translate("Crash", "the search"),
        Area.STORE: translate("Crash", "the stored mail"),
        Area.SYNC: translate("Crash", "the sync"),
        Area.SHOPDESK: translate("Crash", "Shopdesk"),
    }[area]


class CrashDialog(QDialog):
    """Not modal: the window goes on."""

    folder_asked = Signal()
    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._title = plain_label("subject", wrap=True)
        self._words = plain_label("text", wrap=True)
        self._others = plain_label("meta", wrap=True)
        self._done = plain_label("meta", wrap=True)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setProperty("kind", "log")
        self._details.setTabChangesFocus(True)
        self.folder, self.copy = Button(theme, "secondary"), Button(theme, "secondary")
        self.more, self.go_on = Button(theme, "ghost"), Button(theme, "primary")
        self._arrange()
        self.folder.clicked.connect(self.folder_asked)
        self.copy.clicked.connect(self._copy)
        self.more.clicked.connect(self._toggle)
        self.go_on.clicked.connect(self.close)

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._title.text()} {self._words.text()}"

    def show_bug(self, area: Area, others: int, details: str, *, last_time: bool = False) -> None:
        """Say what happened; `last_time` when an earlier run ended by it."""
        self.setWindowTitle(translate("Crash", "Something went wrong"))
        if last_time:
            self._title.setText(translate("Crash", "Shopdesk ended unexpectedly last time"))
        else:
            text = translate("Crash", "Something went wrong in: %1")
            self._title.setText(text.replace("%1", area_text(area)))
        self._words.setText(translate("Crash", "Nothing was lost, and the rest goes on. The log has the details."))
        many = translate("Crash", "%1 other things went wrong before; the details have them all.")
        one = translate("Crash", "Something else went wrong before; the details have both.")
        self._others.setText(counted(others, one, many) if others else "")
        self._others.setVisible(bool(others))
        self._details.setPlainText(details)
        self._details.setAccessibleName(translate("Crash", "Details"))
        self.folder.setText(translate("Crash", "Show log folder"))
        self.copy.setText(translate("Crash", "Copy details"))
        self.go_on.setText(translate("Crash", "Go on"))
        self._done.hide()
        self._name_more()
        self._fit()
        self.show()
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, text: str) -> None:
        """A line about what was just done."""
        self._done.setText(text)
        self._done.show()

    def _arrange(self) -> None:
        px = self._theme.px
        head, buttons, texts = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        head.addWidget(Picture(self._theme, "circle-alert", 28, "amber"), 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(px(8))
        for label in (self._title, self._words, self._others, self._done):
            texts.addWidget(label)
        head.addLayout(texts, 1)
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        for button in (self.folder, self.copy, self.go_on):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        column.addLayout(head)
        column.addWidget(self._details, 1)
        column.addLayout(buttons)
        self._details.hide()
        self._done.hide()
        self._details.setMinimumHeight(px(180))

    def _copy(self) -> None:
        self.copy_asked.emit()
        self.say(translate("Crash", "Copied. There are no mails, addresses or passwords in it."))

    def _toggle(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self._name_more()
        self._fit()

    def _fit(self) -> None:
        """The height that the wrapped words need at this width."""
        width, layout = self._theme.px(WIDTH), self.layout()
        if layout is not None:
            layout.activate()
            self.resize(width, max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height()))

    def _name_more(self) -> None:
        hidden = self._details.isHidden()
        self.more.setText(translate("Crash", "Show details") if hidden else translate("Crash", "Hide details"))
