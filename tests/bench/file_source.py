"""A mail source that reads a Maildir on this disk: fills a desk as a sync would, without a server between."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from shopdesk.domain.connection import Credential, FolderNews
from shopdesk.domain.mailbox import Cursor, FolderRole, Mailbox, ServerFolder
from shopdesk.domain.message import Fetched


class FileSession:
    """Fits `MailSession`; the UIDs follow the order of receipt."""

    batch_limit = 500
    can_idle = False

    def __init__(self, maildir: Path) -> None:
        self._files = sorted((maildir / "cur").iterdir(), key=lambda path: int(path.name.partition(".")[0]))

    def folders(self) -> Sequence[ServerFolder]:
        return [ServerFolder("INBOX", FolderRole.INBOX)]

    def open_folder(self, name: str, known: Cursor) -> FolderNews:
        number = len(self._files)
        return FolderNews(1, number + 1, number, flags_complete=True, vanished=())

    def uids(self, first: int = 1, since: date | None = None) -> Sequence[int]:
        return range(first, len(self._files) + 1)

    def beginnings(self, uids: Sequence[int]) -> Sequence[Fetched]:
        return self.whole(uids)

    def whole(self, uids: Sequence[int]) -> Sequence[Fetched]:
        return [self._fetched(uid) for uid in uids]

    def flags(self, uids: Sequence[int]) -> Mapping[int, frozenset[str]]:
        return {}

    def wait_for_news(self, seconds: float, stop: Callable[[], bool]) -> bool:
        return False

    def close(self) -> None:
        """Nothing is open."""

    def _fetched(self, uid: int) -> Fetched:
        path = self._files[uid - 1]
        raw = path.read_bytes().replace(b"\n", b"\r\n")
        received = datetime.fromtimestamp(int(path.name.partition(".")[0]), UTC)
        flags = frozenset({"\\Seen"} if "S" in path.name.rpartition(",")[2] else ())
        return Fetched(uid, flags, received, len(raw), raw, whole=True)


class FileSource:
    """Fits `MailSource`."""

    def __init__(self, maildir: Path) -> None:
        self._maildir = maildir

    def open(self, mailbox: Mailbox, credential: Credential) -> FileSession:
        return FileSession(self._maildir)

    def check_sending(self, mailbox: Mailbox, credential: Credential) -> None:
        """There is nobody to send to."""
