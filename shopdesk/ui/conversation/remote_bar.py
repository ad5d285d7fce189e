"""The quiet bar under a mail that wants pictures from outside: Load, or always for this sender."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from shopdesk.domain.message import Direction, Message
from shopdesk.domain.remote_picture import RemoteState
from shopdesk.ui.conversation.decoding import guarded
from shopdesk.ui.conversation.remote import RemoteImages
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, Picture, plain_label
from shopdesk.ui.words import counted, translate


class RemoteBar(QFrame):
    """Nothing is loaded before a click, now or an earlier one on "Always"."""

    loaded = Signal(object, bool)
    """The numbers of the pictures that are in the store, and whether a person just asked for them."""

    def __init__(self, theme: Theme, message: Message, remote: RemoteImages) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self._message = message
        self._remote = remote
        self._state = RemoteState()
        self._by_person = False
        self.words = plain_label("meta2", "", wrap=True)
        self.load = Button(theme, "link")
        self.always = Button(theme, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(3), theme.px(8), theme.px(3))
        row.setSpacing(theme.px(8))
        row.addWidget(Picture(theme, "image-off", 14, "text3"))
        row.addWidget(self.words, 1)
        row.addWidget(self.load)
        row.addWidget(self.always)
        self.load.setText(translate("Conversation", "Load"))
        self.load.setAccessibleName(translate("Conversation", "Load the remote images"))
        self.always.setText(translate("Conversation", "Always for this sender"))
        self.always.setVisible(message.direction is Direction.INCOMING and bool(message.mail.sender.email))
        self.load.clicked.connect(self.begin)
        self.always.clicked.connect(self._begin_always)
        one = translate("Conversation", "1 remote image not loaded")
        many = translate("Conversation", "%1 remote images not loaded")
        self._say(counted(message.mail.remote_images, one, many))

    def look(self) -> None:
        """See how the pictures stand; those of a trusted sender are loaded."""
        self._remote.look(self._message, guarded(self, self._told_at_first))

    def begin(self) -> None:
        """A person wants the pictures."""
        self._by_person = True
        self._load()

    # --- inside --------------------------------------------------------------------------------------

    def _begin_always(self) -> None:
        def told(_: object) -> None:
            self.begin()

        self._remote.always(self._message, guarded(self, told), guarded(self, self._failed))

    def _told_at_first(self, state: RemoteState) -> None:
        self._state = state
        if state.shown:
            self.loaded.emit(state.shown, self._by_person)
        if state.always and state.left:
            self._load()
        else:
            self.setVisible(state.left > 0)

    def _load(self) -> None:
        self._say(translate("Conversation", "Loading images…"), can_load=False)
        told, failed = guarded(self, self._told), guarded(self, self._failed)
        self._remote.load(self._message, self._state, told, failed)

    def _told(self, state: RemoteState) -> None:
        self._state = state
        if state.left:
            one = translate("Conversation", "1 image could not be loaded")
            many = translate("Conversation", "%1 images could not be loaded")
            self._say(counted(state.left, one, many))
            self.load.setText(translate("Conversation", "Try again"))
        self.setVisible(state.left > 0)
        self.loaded.emit(state.shown, self._by_person)
        self._by_person = False

    def _failed(self, _: Exception) -> None:
        self._say(translate("Conversation", "The images could not be kept"))

    def _say(self, words: str, *, can_load: bool = True) -> None:
        self.words.setText(words)
        self.load.setEnabled(can_load)
        self.always.setEnabled(can_load)
