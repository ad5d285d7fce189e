"""Expected failures by name; `ui/error_texts.py` and `cli` turn them into sentences."""


class ShopdeskError(Exception):
    """Root of every failure that we expect; anything else is a bug."""


class Cancelled(ShopdeskError):
    """The user, or the end of the program, asked long work to stop."""


# --- mail servers ----------------------------------------------------------------------------------


class ServerProblem(ShopdeskError):
    """Something between us and a mail server; `host` names it, `detail` is the server's or system's own words."""

    def __init__(self, host: str = "", detail: str = "") -> None:
        super().__init__(f"{type(self).__name__}: {host}: {detail}")
        self.host = host
        self.detail = detail


class ServerUnreachable(ServerProblem):
    """No connection: name not found, port closed, no answer in time, network gone."""


class ProxyRefused(ServerUnreachable):
    """The proxy in between (`host` is its name) does not answer, wants another sign-in, or lets nothing through."""


class HostNotFound(ServerUnreachable):
    """Nobody knows a server of this name."""


class ConnectionLost(ServerProblem):
    """A connection that worked broke off or fell silent; the next try goes on where this one was."""


class ServerBusy(ServerProblem):
    """The server asks for patience: UNAVAILABLE, THROTTLED, LIMIT, too many connections."""


class NotAMailServer(ServerProblem):
    """Something else than the expected protocol answers on this port."""


class CertificateRefused(ServerProblem):
    """The TLS certificate is not trusted, expired, or for another name."""


class EncryptionMissing(ServerProblem):
    """STARTTLS was wanted and is not offered; nothing was sent in the clear."""


class SignInRefused(ServerProblem):
    """The server refused name and password (or token)."""


class SignInNeeded(ServerProblem):
    """No usable secret: keychain entry missing or the OAuth grant was taken back."""


class ServerRefused(ServerProblem):
    """The server understood a command and said NO or BAD to it."""


class FolderGone(ServerProblem):
    """The folder was renamed or removed on the server."""


# --- sending -----------------------------------------------------------------------------------------


class SendDelayed(ServerProblem):
    """The server does not take the mail now; it surely did not leave, and comes again by itself."""


class SendLimitReached(SendDelayed):
    """Too many mails left from this account for now; all of its mails wait a while."""


class SendRefused(ServerProblem):
    """The server will not take the mail; it surely did not leave."""


class SenderRefused(SendRefused):
    """The server does not let this account send under that address."""


class MailTooLarge(SendRefused):
    """More than the server takes; `detail` is its limit in bytes, or its words."""


class AnswerLost(ServerProblem):
    """The mail was handed over and the answer never came: nobody here knows whether it left."""


class MailLeft(ShopdeskError):
    """The mail has begun to leave, or has left: it cannot be taken back."""


class SendingNotSetUp(ShopdeskError):
    """A mailbox has no server for sending; the message names it."""


class OpenPlaceholder(ShopdeskError):
    """A draft has a gap or a placeholder that nobody filled; `start` is its place in the body (-1: the subject)."""

    def __init__(self, placeholder: str = "", start: int = -1) -> None:
        super().__init__(f"{placeholder} is not filled")
        self.placeholder = placeholder
        self.start = start


class TemplateFaulty(ShopdeskError):
    """A template cannot be filled: in which language, where in its words, and which word (or why)."""

    def __init__(self, language: str = "", start: int = 0, word: str = "") -> None:
        super().__init__(f"{language} {word}".strip())
        self.language = language
        self.start = start
        self.word = word


class TemplateFileRefused(ShopdeskError):
    """A file holds no templates that can be read: neither JSON nor CSV nor xlsx, or broken; the message says how."""


class TemplateFileEmpty(TemplateFileRefused):
    """A file has no templates in it."""


class TemplateFileTooLarge(TemplateFileRefused):
    """A file, or what it unpacks to, is larger than any library of templates."""


class TemplateFileWithoutColumns(TemplateFileRefused):
    """A table has no column for the words, or none for a key or name."""


class OrderFileRefused(ShopdeskError):
    """A file is no table of orders: neither text nor xlsx, or broken; the message says how."""


class OrderFileEmpty(OrderFileRefused):
    """A file has no rows below its header, or nothing at all."""


class OrderFileTooLarge(OrderFileRefused):
    """A file, or what it unpacks to, is larger than any export of orders."""


class OrderFileUnknown(OrderFileRefused):
    """No column of a file is known to hold order numbers; a person has to say which one does."""


class OrderFolderMissing(ShopdeskError):
    """The watched folder is not there or cannot be read; the message names it."""


# --- secrets, files, data --------------------------------------------------------------------------


class KeychainFailed(ShopdeskError):
    """The system keychain is missing, locked or refuses."""


class DataFolderBusy(ShopdeskError):
    """Another Shopdesk works on this data folder."""


class DataFolderUnusable(ShopdeskError):
    """The data folder cannot be made, read or written; the message names it and the reason."""


class DatabaseDamaged(ShopdeskError):
    """A database file is not ours, damaged or incomplete; the message names the file."""


class DatabaseTooNew(ShopdeskError):
    """A newer Shopdesk wrote this data folder; it is left untouched."""


class DiskFull(ShopdeskError):
    """No room to write; nothing half-written is kept."""


class FileNotSaved(ShopdeskError):
    """The place that a person chose for a file cannot be written; the message names it."""


class BackupNotChosen(ShopdeskError):
    """Nobody said yet where backups shall lie."""


class BackupFolderMissing(ShopdeskError):
    """The backup folder is not there, as when its drive is not connected; the message names it."""


class BackupFolderUnusable(ShopdeskError):
    """The backup folder cannot be read or written; the message names it and the reason."""


class BackupFolderTaken(ShopdeskError):
    """The folder lies among the data itself, or holds the backup of another desk; the message names it."""


class BackupFolderFull(DiskFull):
    """There is no room in the backup folder; the copies that were there are kept."""


class BackupDamaged(ShopdeskError):
    """A copy is not whole: the new one is thrown away, an older one is not brought back; the message says what."""


class BackupUnderway(ShopdeskError):
    """Another process makes a backup of the same data just now."""


class RestoreRefused(ShopdeskError):
    """The folder for what is to be brought back is not empty; the message names it."""


class DatabaseBusy(ShopdeskError):
    """Another program keeps the database locked."""


class NotFound(ShopdeskError):
    """What was asked for does not exist (any more)."""


class InputRefused(ShopdeskError):
    """What a person typed cannot be used; `field` names where, the message says why."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field}: {why}")
        self.field = field
        self.why = why


class MoveNotAllowed(ShopdeskError):
    """A case may not stand there yet; `missing` names the fields that have to be filled first."""

    def __init__(self, missing: tuple[str, ...] = ()) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


class AlreadyConnected(InputRefused):
    """The mail address belongs to a mailbox that the shop has."""

    def __init__(self) -> None:
        super().__init__("address", "is already connected")


# --- one mail ----------------------------------------------------------------------------------------


class MailRefused(ShopdeskError):
    """One mail cannot be taken; it is set aside with its raw bytes and this reason (a short English phrase)."""
