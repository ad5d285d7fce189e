"""Joins the editor with its preview: checks after a pause, fills, lets a conversation be chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import Desk
from shopdesk.ui.templates.editor import TemplateEditor
from shopdesk.ui.templates.preview import PreviewPane
from shopdesk.ui.templates.preview_presenter import Checked, PreviewPresenter
from shopdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from shopdesk.ui.templates.conversation_picker import ConversationPicker

PAUSE_MS = 200
"""After so short a pause what was typed is checked and filled."""


class TryOut(QObject):
    """Fits `PreviewView`."""

    failed = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, reading: WorkLane, editor: TemplateEditor, pane: PreviewPane) -> None:
        super().__init__(editor)
        self._theme = theme
        self._editor = editor
        self._pane = pane
        self._picker: ConversationPicker | None = None
        self._by_hand = False
        self.presenter = PreviewPresenter(desk, reading, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._paused)
        editor.edited.connect(lambda _: self._pause.start())
        editor.language_changed.connect(self.now)
        pane.conversation_wanted.connect(self.open_picker)

    def now(self) -> None:
        """Check and fill at once."""
        self._pause.stop()
        if self._editor.template is not None:
            self.presenter.look(self._editor.template, self._editor.language)

    def follow(self, conversation: ConversationId | None) -> None:
        """Fill for the conversation that is open in the inbox; one that was chosen by hand stays."""
        if self._by_hand:
            self.now()
        else:
            self.presenter.try_on(conversation)

    def open_picker(self) -> "ConversationPicker":
        """Ask which conversation to fill for."""
        from shopdesk.ui.templates.conversation_picker import ConversationPicker

        button = self._pane.choose
        place = button.mapToGlobal(QPoint(button.width(), button.height()))
        picker = ConversationPicker(self._theme, self._editor.window(), place, self.presenter.offer)
        picker.chosen.connect(self._chosen)
        picker.closed.connect(self._picker_closed)
        self._picker = picker
        picker.open(picker.field)
        self.presenter.offer("")
        return picker

    def _paused(self) -> None:
        if self._editor.is_offering:
            self._pause.start()
        else:
            self.now()

    def _chosen(self, row: Conversation) -> None:
        self._by_hand = True
        self.presenter.choose(row)

    def _picker_closed(self) -> None:
        self._picker = None

    # --- what the presenter shows -----------------------------------------------------------------------------

    def show_checked(self, checked: Checked) -> None:
        """See `PreviewView`."""
        self._editor.show_faults(checked.faults)
        if self._editor.template is not None:
            self._pane.show_filled(checked.filled, self._editor.template)

    def show_conversation(self, row: Conversation | None) -> None:
        """See `PreviewView`."""
        self._pane.show_conversation(row)

    def offer_conversations(self, rows: Sequence[Conversation]) -> None:
        """See `PreviewView`."""
        if self._picker is not None:
            self._picker.show_rows(rows)

    def show_failure(self, error: Exception) -> None:
        """See `PreviewView`."""
        self.failed.emit(error)
