"""What a person asks of a message: open a link, look at a picture, open and save files, see the mail as it came."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from shopdesk.domain.errors import NotFound, ShopdeskError
from shopdesk.domain.file_risk import FileRisk
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.message import Attachment, Message
from shopdesk.ui.conversation.files import file_icon, is_picture
from shopdesk.ui.conversation.outside import (
    Answer,
    ask_about_file,
    ask_and_open,
    ask_folder,
    ask_to_save,
    ask_where,
)
from shopdesk.ui.conversation.wishes import Want, Wish
from shopdesk.ui.desk import Desk
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings
from shopdesk.ui.words import counted, translate

T = TypeVar("T")
Fetch = Callable[[MailboxId | None], None]
_LONGEST_NAME = 80


class Errands(QObject):
    """Runs them for one window; what it has to say it says through the screen."""

    def __init__(
        self, window: QWidget, screen: InboxScreen, desk: Desk, around: Surroundings, fetch: Fetch
    ) -> None:
        """In: `fetch` lets the engine look for news in a mailbox at once."""
        super().__init__(window)
        self._window = window
        self._screen = screen
        self._desk = desk
        self._around = around
        self._fetch = fetch
        self.whole: dict[Want, Callable[[Message], None]] = {
            Want.SAVE_ALL: self.save_all,
            Want.FETCH_REST: self.fetch_rest,
            Want.BROWSER: self.open_in_browser,
            Want.SOURCE: self.show_source,
            Want.SAVE_MAIL: self.save_mail,
        }
        """What is done with a whole message; other rooms add theirs."""
        self._of_file: Mapping[Want, Callable[[Message, Attachment], None]] = {
            Want.OPEN_FILE: self.open_file,
            Want.SAVE_FILE: self.save,
            Want.LOOK_AT: self.look_at,
            Want.DRAG_FILE: self.drag,
        }

    def carry_out(self, wish: Wish) -> None:
        """Do what somebody wished."""
        if wish.attachment is not None:
            self._of_file[wish.want](wish.message, wish.attachment)
        else:
            self.whole[wish.want](wish.message)

    def open_link(self, target: str) -> None:
        """Show where a link leads, then open it."""
        try:
            ask_and_open(self._window, target, self._around.opener)
        except ShopdeskError as error:
            self._tell(error_text(error))

    # --- files ---------------------------------------------------------------------------------------

    def open_file(self, message: Message, attachment: Attachment) -> None:
        """Open a file with the system's program; what could do harm only after a question."""

        def judged(risk: FileRisk) -> None:
            answer = Answer.OPEN
            if risk is not FileRisk.NONE:
                answer = ask_about_file(self._window, attachment.name, risk)
            if answer is Answer.OPEN:
                self._read(message, lambda: self._desk.attachments.lend(message.id, attachment), self._open)
            elif answer is Answer.SAVE:
                self.save(message, attachment)

        self._read(message, lambda: self._desk.attachments.risk(message.id, attachment), judged)

    def look_at(self, message: Message, attachment: Attachment) -> None:
        """Show the pictures of a message, beginning with this one."""
        from shopdesk.ui.conversation.viewer import Viewer

        shown = [one for one in message.mail.attachments if is_picture(one)]
        viewer = Viewer(self._around.theme, message, shown, attachment, self._screen.pictures, self._window)
        viewer.setWindowModality(Qt.WindowModality.WindowModal)
        viewer.save_asked.connect(lambda wanted: self.save(message, wanted))
        viewer.show()

    def save(self, message: Message, attachment: Attachment) -> None:
        """Ask where, then write the file in a lane."""
        path = ask_where(self._window, attachment.name, translate("Conversation", "Save file"))
        if path is not None:
            self._read(
                message,
                lambda: self._desk.attachments.save(message.id, attachment, path),
                lambda _: self._tell_saved(path),
            )

    def drag(self, message: Message, attachment: Attachment) -> None:
        """Let a file be dropped elsewhere as a copy of its own; what could do harm is asked about as for saving."""
        from shopdesk.ui.conversation.drag_out import drag_out

        desk = self._desk.attachments

        def judged_and_given() -> tuple[FileRisk, Path | None]:
            risk = desk.risk(message.id, attachment)
            return risk, desk.give(message.id, attachment) if risk is FileRisk.NONE else None

        def begin(found: tuple[FileRisk, Path | None]) -> None:
            risk, path = found
            if path is not None:
                drag_out(self._window, path, self._around.theme.icon(file_icon(attachment)).pixmap(32, 32))
            elif ask_to_save(self._window, attachment.name, risk):
                self.save(message, attachment)

        self._read(message, judged_and_given, begin)

    def save_all(self, message: Message) -> None:
        """Ask for a folder, then write all files into it: none over another."""
        folder = ask_folder(self._window)
        if folder is None:
            return

        def saved(count: int) -> None:
            one, many = translate("Toast", "1 file saved in %2"), translate("Toast", "%1 files saved in %2")
            self._tell(counted(count, one, many).replace("%2", folder.name or str(folder)))

        files = message.mail.attachments
        self._read(message, lambda: len(self._desk.attachments.save_all(message.id, files, folder)), saved)

    def fetch_rest(self, message: Message) -> None:
        """Let the engine bring in what is missing of a mail."""
        self._fetch(message.mailbox_id)
        self._tell(translate("Toast", "The rest of this mail is being fetched"))

    # --- the mail itself -------------------------------------------------------------------------------

    def open_in_browser(self, message: Message) -> None:
        """Show the cleaned mail as a page that can load nothing."""
        from shopdesk.ui.conversation.original_page import page_of

        def page() -> Path:
            return self._desk.attachments.lend_page("mail.html", page_of(self._desk, message))

        self._read(message, page, self._open)

    def show_source(self, message: Message) -> None:
        """Show headers and raw text."""
        from shopdesk.ui.conversation.source_window import SourceWindow

        def show(raw: bytes) -> None:
            window = SourceWindow(self._around.theme, raw, message.mail.subject, self._window)
            window.save_asked.connect(lambda: self.save_mail(message))
            window.show()

        self._read(message, lambda: self._desk.attachments.raw(message.id), show)

    def save_mail(self, message: Message) -> None:
        """Ask where, then write exactly the server's bytes."""
        path = ask_where(self._window, mail_name(message), translate("Conversation", "Save mail"))
        if path is not None:
            self._read(
                message, lambda: self._desk.attachments.save_raw(message.id, path), lambda _: self._tell_saved(path)
            )

    # --- inside ----------------------------------------------------------------------------------------

    def _read(self, message: Message, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def failed(error: Exception) -> None:
            self._tell(self._why(message, error))

        self._around.lanes.reading.submit(work, done, failed)

    def _why(self, message: Message, error: Exception) -> str:
        if isinstance(error, NotFound) and not message.mail.whole:
            if message.gone:
                return translate("Toast", "The server no longer has this mail, and only its beginning was fetched.")
            return translate("Toast", "The rest of this mail is not here yet. Try again in a moment.")
        return error_text(error)

    def _open(self, path: Path) -> None:
        try:
            self._around.opener.open_file(path)
        except ShopdeskError:
            self._tell(translate("Toast", "No program opened %1. Save it instead.").replace("%1", path.name))

    def _tell_saved(self, path: Path) -> None:
        self._tell(translate("Toast", "Saved as %1").replace("%1", path.name))

    def _tell(self, words: str) -> None:
        self._screen.stage.told.emit(words)


def mail_name(message: Message) -> str:
    """A file name for a mail: its subject without what file names cannot hold."""
    subject = "".join(sign if sign.isalnum() or sign in " -_." else " " for sign in message.mail.subject)
    name = " ".join(subject.split())[:_LONGEST_NAME].strip(" .") or "mail"
    return f"{name}.eml"
