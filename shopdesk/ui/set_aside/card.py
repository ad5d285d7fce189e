"""One mail that could not be read."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from shopdesk.ui.desk import Now
from shopdesk.ui.set_aside.presenter import Line, Reason
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.elided import ElidedLabel
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import card_time, translate


def reason_text(reason: Reason) -> str:
    """Why it could not be read, in a sentence."""
    return {
        Reason.TOO_NESTED: translate("SetAside", "Its parts are packed into each other too deeply."),
        Reason.TOO_MANY_PARTS: translate("SetAside", "It has far more parts than any real mail."),
        Reason.LONG_HEADERS: translate("SetAside", "Its header is far too long."),
        Reason.TOO_SLOW: translate("SetAside", "Reading it took too long."),
        Reason.READER_FAILED: translate("SetAside", "It is built in a way that Shopdesk does not understand yet."),
        Reason.OTHER: translate("SetAside", "It could not be understood."),
    }[reason]


def place_text(line: Line, now: Now) -> str:
    """Where it came from, when, and how large it is."""
    size = QLocale().formattedDataSize(line.size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    return " · ".join(part for part in (line.mailbox, line.folder, card_time(line.received_at, now()), size) if part)


class SetAsideCard(QFrame):
    """Says what is known of it; asks for another try or for its bytes."""

    retry_asked = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme, line: Line, now: Now) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.line = line
        sender, subject = ElidedLabel("name"), ElidedLabel("text")
        sender.setText(line.sender or translate("SetAside", "Unknown sender"))
        subject.setText(line.subject or translate("SetAside", "No readable subject"))
        where, why = plain_label("meta", place_text(line, now), wrap=True), plain_label("meta2", wrap=True)
        why.setText(reason_text(line.reason))
        why.setToolTip(line.detail)
        self.retry, self.save = Button(theme, "secondary", "refresh-cw"), Button(theme, "ghost", "download")
        self.retry.clicked.connect(self.retry_asked)
        self.save.clicked.connect(self.save_asked)
        column, px = QVBoxLayout(self), theme.px
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(4))
        for label in (sender, subject, where, why):
            column.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, px(6), 0, 0)
        buttons.addWidget(self.retry)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._name_buttons(sender.text())

    def _name_buttons(self, sender: str) -> None:
        line = self.line
        trying = translate("SetAside", "Trying…")
        self.retry.setText(trying if line.is_trying else translate("SetAside", "Try again"))
        self.retry.setEnabled(line.has_bytes and not line.is_trying)
        self.save.setText(translate("SetAside", "Save raw mail…"))
        self.save.setEnabled(line.has_bytes)
        for button in (self.retry, self.save):
            button.setAccessibleName(f"{button.text()} {sender}")
