"""What a person asks of a message: open a link, look at a picture, save a file."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.message import Attachment, Message
from shopdesk.ui.conversation.files import is_picture
from shopdesk.ui.conversation.outside import ask_and_open, ask_where, written
from shopdesk.ui.conversation.viewer import Viewer
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import translate


class Errands(QObject):
    """Runs them for one window; what it has to say it says through the screen."""

    def __init__(self, window: QWidget, screen: InboxScreen, around: Surroundings) -> None:
        super().__init__(window)
        self._window = window
        self._screen = screen
        self._around = around

    def open_link(self, target: str) -> None:
        """Show where a link leads, then open it."""
        try:
            ask_and_open(self._window, target, self._around.opener)
        except ShopdeskError as error:
            self._screen.stage.told.emit(error_text(error))

    def look_at(self, message: Message, attachment: Attachment) -> None:
        """Show the pictures of a message, beginning with this one."""
        shown = [one for one in message.mail.attachments if is_picture(one)]
        viewer = Viewer(self._around.theme, message, shown, attachment, self._screen.pictures, self._window)
        viewer.setWindowModality(Qt.WindowModality.WindowModal)
        viewer.save_asked.connect(lambda wanted: self.save(message, wanted))
        viewer.show()

    def save(self, message: Message, attachment: Attachment) -> None:
        """Ask where, then write the file in a lane."""
        path = ask_where(self._window, attachment)
        if path is None:
            return

        def saved(_: object) -> None:
            self._screen.stage.told.emit(translate("Toast", "Saved as %1").replace("%1", path.name))

        self._screen.pictures.save(
            message.id,
            attachment,
            lambda content: written(path, content),
            saved,
            lambda error: self._screen.stage.told.emit(error_text(error)),
        )
