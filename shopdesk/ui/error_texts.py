"""Every expected failure as one sentence that says what to do, in the person's language."""

from collections.abc import Callable

from shopdesk.domain import errors
from shopdesk.ui.words import translate

_SERVER_TEXTS: dict[str, Callable[[], str]] = {
    "ServerUnreachable": lambda: translate(
        "Errors", "%1 does not answer. Check the internet connection; Shopdesk tries again by itself."
    ),
    "ProxyRefused": lambda: translate(
        "Errors", "The proxy %1 does not let Shopdesk through. Check it in Settings, under Connection."
    ),
    "HostNotFound": lambda: translate("Errors", "There is no server called %1. Check the name in the settings."),
    "ConnectionLost": lambda: translate(
        "Errors", "The connection to %1 broke off. The next try goes on where this one stopped."
    ),
    "ServerBusy": lambda: translate("Errors", "%1 asks for patience. Shopdesk tries again in a few minutes."),
    "NotAMailServer": lambda: translate("Errors", "%1 is no mail server of this kind. Check host name and port."),
    "CertificateRefused": lambda: translate(
        "Errors", "The certificate of %1 is not valid. Check the host name, or ask the provider; nothing was sent."
    ),
    "EncryptionMissing": lambda: translate(
        "Errors", "%1 offers no encryption. Choose TLS on another port; nothing was sent."
    ),
    "SignInRefused": lambda: translate(
        "Errors", "%1 refused name or password. Enter the password again, or make an app password with the provider."
    ),
    "SignInNeeded": lambda: translate("Errors", "No password for %1 is stored. Sign in to this mailbox again."),
    "ServerRefused": lambda: translate(
        "Errors", "%1 refused a request. Shopdesk tries again; if it stays, ask the provider."
    ),
    "FolderGone": lambda: translate("Errors", "A folder on %1 was renamed or removed. Shopdesk looks for it again."),
    "SendDelayed": lambda: translate("Errors", "%1 does not take the mail now. Shopdesk tries again by itself."),
    "SendLimitReached": lambda: translate(
        "Errors", "%1 takes no more mails from this account for now. Shopdesk tries again by itself in an hour."
    ),
    "SenderRefused": lambda: translate(
        "Errors",
        "%1 does not let this account send under that address. It was not sent."
        " Allow the address at the provider, or answer from the mailbox’s own address.",
    ),
    "SendRefused": lambda: translate("Errors", "%1 does not take this mail. It was not sent."),
    "MailTooLarge": lambda: translate(
        "Errors", "This mail is larger than %1 takes. Send it with fewer or smaller files; it was not sent."
    ),
    "AnswerLost": lambda: translate(
        "Errors", "%1 never said whether it took the mail. Look into Sent, then decide; it is not sent again by itself."
    ),
    "ServerProblem": lambda: translate("Errors", "Something is wrong with %1. Shopdesk tries again by itself."),
}

_TEXTS: dict[str, Callable[[], str]] = {
    "Cancelled": lambda: translate("Errors", "Stopped. What was done so far is kept."),
    "KeychainFailed": lambda: translate(
        "Errors", "The system's keychain is locked or missing. Unlock it, then try again."
    ),
    "DataFolderBusy": lambda: translate(
        "Errors", "Another Shopdesk works on this data folder. Close it first, or choose another folder."
    ),
    "DataFolderUnusable": lambda: translate(
        "Errors", "The data folder cannot be read or written. Check its rights, or choose another folder."
    ),
    "DatabaseDamaged": lambda: translate(
        "Errors", "A data file is damaged. Leave everything as it is and bring back the last backup."
    ),
    "DatabaseTooNew": lambda: translate(
        "Errors", "A newer Shopdesk wrote this data folder. Install the newest version; nothing was changed."
    ),
    "DiskFull": lambda: translate(
        "Errors", "The disk is full. Make room, then try again; nothing half-written is kept."
    ),
    "FileNotSaved": lambda: translate("Errors", "The file cannot be saved there. Choose another place."),
    "BackupNotChosen": lambda: translate("Errors", "No backup folder is chosen yet. Choose one in Settings, Backups."),
    "BackupFolderMissing": lambda: translate(
        "Errors", "The backup folder is not there. Connect its drive, or choose another folder in Settings, Backups."
    ),
    "BackupFolderUnusable": lambda: translate(
        "Errors", "The backup folder cannot be read or written. Check its drive, or choose another folder."
    ),
    "BackupFolderTaken": lambda: translate(
        "Errors", "This folder lies among the data, or holds another desk’s backup. Choose another folder."
    ),
    "BackupFolderFull": lambda: translate(
        "Errors", "The backup drive is full. Make room there, or choose another folder; older copies are kept."
    ),
    "BackupDamaged": lambda: translate(
        "Errors", "The new copy is not whole and was thrown away. Older copies are kept; try again, or check the drive."
    ),
    "BackupUnderway": lambda: translate("Errors", "A backup is being made just now. Wait until it is done."),
    "RestoreRefused": lambda: translate("Errors", "A backup is brought back into an empty folder only."),
    "DatabaseBusy": lambda: translate("Errors", "Another program keeps the data busy. Try again in a moment."),
    "NotFound": lambda: translate(
        "Errors", "That is not here any more, or not here yet. Try again after the next sync."
    ),
    "MoveNotAllowed": lambda: translate("Errors", "The case cannot stand there yet: something is still missing."),
    "InputRefused": lambda: translate("Errors", "This cannot be used. Check what was typed."),
    "AlreadyConnected": lambda: translate("Errors", "This address is connected already."),
    "MailLeft": lambda: translate("Errors", "This mail has left already. It cannot be taken back."),
    "SendingNotSetUp": lambda: translate(
        "Errors", "This mailbox has no server for sending. Add one in Settings, under Mailboxes; the draft is kept."
    ),
    "OpenPlaceholder": lambda: translate("Errors", "Something in this mail is still open. Fill it in, then send it."),
    "TemplateFaulty": lambda: translate(
        "Errors", "Something in this template cannot be filled in. Open it in Templates; the place is marked there."
    ),
    "TemplateFileRefused": lambda: translate(
        "Errors", "This file cannot be read as templates. Use JSON, CSV or xlsx; a file of Shopdesk shows the form."
    ),
    "TemplateFileEmpty": lambda: translate("Errors", "There are no templates in this file."),
    "TemplateFileTooLarge": lambda: translate(
        "Errors", "This file is too large for a file of templates. Split it, then import the parts."
    ),
    "TemplateFileWithoutColumns": lambda: translate(
        "Errors", "This file has no columns for templates. The first row must name at least “name” and “body”."
    ),
    "OrderFileRefused": lambda: translate(
        "Errors", "This file cannot be read as a table of orders. Use the file as the marketplace exports it."
    ),
    "OrderFileEmpty": lambda: translate("Errors", "There are no orders in this file."),
    "OrderFileTooLarge": lambda: translate(
        "Errors", "This file is too large for a file of orders. Export a shorter time."
    ),
    "OrderFileUnknown": lambda: translate(
        "Errors", "No column of this file is known to hold order numbers. Choose the columns yourself."
    ),
    "OrderFolderMissing": lambda: translate("Errors", "The watched folder cannot be read. Choose another one."),
    "MailRefused": lambda: translate("Errors", "This mail cannot be read. It is set aside with all its bytes."),
    "ShopdeskError": lambda: translate("Errors", "That did not work. Try again."),
}

_SHORT: dict[str, Callable[[], str]] = {
    "SignInRefused": lambda: translate("Errors", "%1: password refused"),
    "SignInNeeded": lambda: translate("Errors", "%1: sign in again"),
    "ServerUnreachable": lambda: translate("Errors", "%1: offline"),
    "ProxyRefused": lambda: translate("Errors", "%1: proxy refused"),
    "HostNotFound": lambda: translate("Errors", "%1: server not found"),
    "ConnectionLost": lambda: translate("Errors", "%1: connection lost"),
    "ServerBusy": lambda: translate("Errors", "%1: server asks for patience"),
    "CertificateRefused": lambda: translate("Errors", "%1: certificate not valid"),
    "EncryptionMissing": lambda: translate("Errors", "%1: no encryption"),
    "NotAMailServer": lambda: translate("Errors", "%1: no mail server there"),
    "KeychainFailed": lambda: translate("Errors", "%1: keychain locked"),
    "DiskFull": lambda: translate("Errors", "%1: disk full"),
}


def error_text(error: Exception) -> str:
    """One sentence for any failure; what we did not expect says where the story is."""
    if isinstance(error, errors.ServerProblem):
        return problem_text(type(error).__name__, error.host)
    if isinstance(error, errors.ShopdeskError):
        return problem_text(type(error).__name__)
    return translate("Errors", "Something unexpected happened. The log file has the details; nothing was lost.")


def problem_text(name: str, host: str = "") -> str:
    """One sentence for the class name of a `ShopdeskError`; unknown names get the general sentence."""
    if name in _SERVER_TEXTS:
        return _SERVER_TEXTS[name]().replace("%1", host or translate("Errors", "The mail server"))
    return _TEXTS.get(name, _TEXTS["ShopdeskError"])()


def short_problem(name: str, mailbox: str) -> str:
    """A few words for the line under the list: which mailbox, what is the matter."""
    text = _SHORT.get(name, lambda: translate("Errors", "%1: sync stopped"))
    return text().replace("%1", mailbox)
