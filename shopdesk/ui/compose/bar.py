"""The last line of the composer: templates and files at the left, sending at the right."""

import sys

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, IconButton
from shopdesk.ui.words import translate


def key_text(keys: str) -> str:
    """Keys as this system writes them, with the sign for Enter."""
    if sys.platform == "darwin":
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return keys.replace("Return", "↵").replace("+↵", " ↵")


class ComposeBar(QWidget):
    """Buttons; where room is short, those with a key or a menu of their own give way."""

    templates_asked = Signal()
    files_asked = Signal()
    discard_asked = Signal()
    send_asked = Signal(bool)
    template_wanted = Signal()
    """Make a template of what is written."""
    later_asked = Signal(QPoint)
    """Where to ask when it shall leave (global)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_note = False
        self._alone = False
        self._done_words = "", ""
        self.templates = Button(theme, "soft", "notebook-text")
        self.attach = IconButton(theme, "paperclip")
        self.later = IconButton(theme, "calendar-clock")
        self.keep = IconButton(theme, "bookmark-plus")
        self.discard = IconButton(theme, "trash-2")
        self.send = Button(theme, "secondary")
        self.done = Button(theme, "primary", "send")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.templates, self.attach, self.keep, self.later, self.discard):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.send)
        self._row.addWidget(self.done)
        self.templates.clicked.connect(self.templates_asked)
        self.attach.clicked.connect(self.files_asked)
        self.later.clicked.connect(self._ask_later)
        self.discard.clicked.connect(self.discard_asked)
        self.keep.clicked.connect(self.template_wanted)
        self.send.clicked.connect(lambda: self.send_asked.emit(False))  # noqa: FBT003 - what a signal carries
        self.done.clicked.connect(lambda: self.send_asked.emit(True))  # noqa: FBT003
        theme.changed.connect(self.retranslate)

    def show_for(self, *, note: bool, alone: bool) -> None:
        """The buttons of a note or of a mail; `alone`: it belongs to no conversation that could be done."""
        self._is_note = note
        for widget in (self.attach, self.later):
            widget.setVisible(not note)
        self.send.setVisible(not note and not alone)
        self._alone = alone
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._row.setSpacing(self._theme.px(6))
        send = translate("Composer", "Send")
        done = send if self._alone else translate("Composer", "Send && done")
        words = translate("Composer", "Save note") if self._is_note else done
        self._done_words = f"{words}  {key_text('Ctrl+Return')}", words
        self.done.setAccessibleName(words.replace("&&", "&"))
        self.done.setToolTip(f"{words.replace('&&', '&')} ({key_text('Ctrl+Return')})")
        self.send.setText(send)
        self.send.setToolTip(f"{send} ({key_text('Ctrl+Shift+Return')})")
        self.templates.setAccessibleName(translate("Composer", "Templates"))
        self.templates.setToolTip(translate("Composer", "Templates (/ at the beginning of a line)"))
        self.attach.name(translate("Composer", "Attach files"))
        self.later.name(translate("Composer", "Send later"))
        self.discard.name(translate("Composer", "Discard the draft"))
        self.keep.name(translate("Composer", "Save as template"))
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Leave out what is not needed when there is little room."""
        self.keep.setVisible(not self._is_note)
        self.templates.setText(f"{translate('Composer', 'Templates')}  /")
        self.done.setText(self._done_words[0])
        if self._wanted() > width:
            self.done.setText(self._done_words[1])
        if self._wanted() > width:
            self.templates.setText("/")
        if self._wanted() > width:
            self.keep.hide()  # it is a command too
        if self._wanted() > width:
            self.templates.setText("")

    def _wanted(self) -> int:
        self._row.invalidate()
        return self._row.sizeHint().width()

    def _ask_later(self) -> None:
        self.later_asked.emit(self.later.mapToGlobal(QPoint(0, 0)))
