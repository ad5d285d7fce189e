"""A sentence for every expected failure: what happened and what to do."""

from shopdesk.domain import errors
from shopdesk.domain.errors import InputRefused, ServerProblem, ShopdeskError

_SERVER_TEXTS: dict[type[ServerProblem], str] = {
    errors.ServerUnreachable: "{host} cannot be reached{detail}; check the network, the name and the port",
    errors.ProxyRefused: "The proxy {host} does not let us through{detail}; check its settings, name and password",
    errors.HostNotFound: "There is no server called {host}{detail}; check the name",
    errors.ConnectionLost: "The connection to {host} broke off{detail}; run it again, it goes on where it was",
    errors.ServerBusy: "{host} asks for patience{detail}; try again in some minutes",
    errors.NotAMailServer: "{host} does not answer like a mail server{detail}; check the port and --security",
    errors.CertificateRefused: "The certificate of {host} is not trusted{detail};"
    " check the host name, or name the server's certificate with --ca",
    errors.EncryptionMissing: "{host} offers no STARTTLS{detail}, so nothing was sent;"
    " try --security tls with its port",
    errors.SignInRefused: "{host} refused the sign-in{detail};"
    " check user and password (many providers want an app password)",
    errors.SignInNeeded: "There is no usable sign-in for {host}{detail}; remove the mailbox and add it again",
    errors.ServerRefused: "{host} refused a command{detail}; try again, and if it stays so, look into the log",
    errors.FolderGone: "A folder at {host} is gone{detail}; run the sync again",
    errors.SendLimitReached: "{host} takes no more mails from this account for now{detail}; they come again in an hour",
    errors.SenderRefused: "{host} does not let this account send under that address{detail}; it was not sent",
    errors.SendDelayed: "{host} does not take the mail now{detail}; it comes again by itself, or with 'outbox send'",
    errors.SendRefused: "{host} does not take the mail{detail}; it was not sent",
    errors.MailTooLarge: "The mail is larger than {host} takes{detail}; send it with fewer or smaller files",
    errors.AnswerLost: "{host} was given the mail and never answered{detail};"
    " it is looked for in Sent and never sent again by itself",
    ServerProblem: "Something went wrong with {host}{detail}; try again",
}
_TEXTS: dict[type[ShopdeskError], str] = {
    errors.Cancelled: "Stopped; run it again, it goes on where it was",
    errors.KeychainFailed: "The system keychain does not give or take the password{detail}; unlock it or set one up",
    errors.DataFolderBusy: "Another Shopdesk works on this data folder; close it and try again",
    errors.DataFolderUnusable: "The data folder cannot be used{detail}; check its rights, or name another with --data",
    errors.DatabaseDamaged: "The database is damaged or incomplete{detail}; restore a backup of the data folder",
    errors.DatabaseTooNew: "A newer Shopdesk wrote this data folder{detail}; install that version",
    errors.DiskFull: "There is no room left on the disk; make some and run it again, nothing is half written",
    errors.BackupNotChosen: "No folder for backups is chosen yet; name one: backup FOLDER",
    errors.BackupFolderMissing: "There is no backup here ({what}); connect its drive, or name another folder",
    errors.BackupFolderUnusable: "The backup folder cannot be read or written{detail}; check it, or name another one",
    errors.BackupFolderTaken: "This folder is no place for the backup{detail}: it lies among the data, or holds the"
    " backup of another desk; name another one",
    errors.BackupFolderFull: "There is no room left in the backup folder{detail}; older copies are kept, make some room"
    " or name another folder",
    errors.BackupDamaged: "A copy in the backup is not whole{detail}; nothing was brought back or replaced by it",
    errors.BackupUnderway: "A backup is being made just now; wait until it is done",
    errors.RestoreRefused: "A backup is brought back into an empty folder only, and this one is not ({what});"
    " name another one, or move what is in it elsewhere",
    errors.DatabaseBusy: "Another program keeps the database locked; close it and try again",
    errors.NotFound: "Not found: {what}; see what there is with 'status' and 'mails'",
    errors.MailLeft: "The mail has left already; it cannot be taken back",
    errors.SendingNotSetUp: "This mailbox has no server for sending{detail}; remove it and add it again with --smtp",
    errors.OpenPlaceholder: "The mail is not finished{detail}; fill it in first",
    errors.TemplateFaulty: "The template cannot be filled{detail}; correct it in the window under Templates",
    errors.TemplateFileRefused: "The file cannot be read as templates{detail}; use JSON, CSV or xlsx",
    errors.TemplateFileEmpty: "There are no templates in the file",
    errors.TemplateFileTooLarge: "The file is too large for a file of templates; split it",
    errors.TemplateFileWithoutColumns: "The file has no columns for templates; its first row must name at least"
    " name and body",
    errors.OrderFileRefused: "The file cannot be read as a table of orders{detail};"
    " use the CSV, tab-separated or xlsx file as the marketplace exports it",
    errors.OrderFileEmpty: "There are no orders in the file",
    errors.OrderFileTooLarge: "The file is too large for a file of orders; export a shorter time",
    errors.OrderFileUnknown: "No column of the file is known to hold order numbers;"
    " name a preset with --preset, or map its columns in the window",
    errors.OrderFolderMissing: "The watched folder cannot be read{detail}; choose another in the window",
    errors.MoveNotAllowed: "The case may not go there yet; it lacks {what}",
    errors.MailRefused: "A mail could not be read{detail}; it is set aside with its raw bytes",
    ShopdeskError: "Something went wrong{detail}; look into the log",
}
_LONGEST_DETAIL = 300


def sentence_of(problem: ShopdeskError) -> str:
    """What happened and what to do, as one sentence for a person."""
    if isinstance(problem, InputRefused):
        subject = f"The {problem.field}" if problem.field[:1].isalpha() else problem.field
        return _finished(_one_line(f"{subject} {problem.why}"))
    if isinstance(problem, ServerProblem):
        return _of_server(type(problem), problem.host, problem.detail)
    text = next(_TEXTS[kind] for kind in type(problem).__mro__ if kind in _TEXTS)
    words = _one_line(str(problem))
    return _finished(text.format(detail=f" ({words})" if words else "", what=words or "such thing"))


def sentence_of_name(name: str, host: str, detail: str) -> str:
    """The same for a failure that was written down by its class name; unknown names get a general sentence."""
    kind = getattr(errors, name, None)
    if kind in _SERVER_TEXTS:
        return _of_server(kind, host, detail)
    return sentence_of(kind(detail) if kind in _TEXTS else ShopdeskError(detail))


def _of_server(kind: type[ServerProblem], host: str, detail: str) -> str:
    text = next(_SERVER_TEXTS[known] for known in kind.__mro__ if known in _SERVER_TEXTS)
    words = _one_line(detail)
    named = _one_line(host) or "the mail server"
    return _finished(_capital(text.format(host=named, detail=f" ({words})" if words else "")))


def _one_line(text: str) -> str:
    """Servers' and systems' words in one line, without control characters, bounded."""
    clean = "".join(sign if sign.isprintable() else " " for sign in text[: _LONGEST_DETAIL * 2])
    return " ".join(clean.split())[:_LONGEST_DETAIL].rstrip(".")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if text.startswith("the ") else text


def _finished(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else text + "."
