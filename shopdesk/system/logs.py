"""Logging into the data folder: a file for each process, bounded in size, without secrets."""

import io
import logging
import os
import re
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

from shopdesk.system.paths import log_folder

LARGEST_FILE = 2_000_000
KEPT_FILES = 3
PROTOCOL_LOGGER = "shopdesk.protocol"
"""What connections to mail servers write their lines to; it has files of its own."""

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_STARS = "***"
_OURS = "shopdesk"
_SECRETS = (
    re.compile(
        r"(?i)((?:pass(?:word|wd|phrase)?|pwd|secret|(?:access_|refresh_|id_)?token|authorization[_ ]?code"
        r"|client_secret|code_verifier|device_code)[\"']?\s*[=:]\s*)(\"[^\"]*\"|'[^']*'|[^\s,;&)}\]]+)"
    ),
    re.compile(r"(?i)(bearer\s+)([A-Za-z0-9._~+/=-]{8,})"),
    re.compile(r"(\bLOGIN\s+(?:\"(?:[^\"\\]|\\.)*\"|\S+)\s+)(\"(?:[^\"\\]|\\.)*\"|\S+)"),
    re.compile(r"(?i)(\bAUTH(?:ENTICATE)?\s+[A-Z0-9-]+\s+)([A-Za-z0-9+/=]{8,})"),
    re.compile(r"(://[^/\s:@]+:)([^@\s/]+)(?=@)"),
)


def start_logging(data: Path, process: str) -> Path:
    """Send everything of level INFO and above to `logs/<process>.log`, connections to `logs/<process>-protocol.log`.

    In: the data folder and a short name such as `window`, `engine`. Out: the log file. A folder that cannot be
    written leaves errors on standard error only: missing logs are no reason not to start.
    """
    folder = log_folder(data)
    protocol = logging.getLogger(PROTOCOL_LOGGER)
    protocol.propagate = False
    protocol.setLevel(logging.INFO)
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(root, _file(folder / f"{process}.log"))
        _replace(protocol, _file(folder / f"{process}-protocol.log"))
    except OSError:
        _replace(root, _redacting(logging.StreamHandler(sys.stderr)))
        _replace(protocol, logging.NullHandler())
    return folder / f"{process}.log"


def redacted(text: str) -> str:
    """The text with everything that looks like a password or token replaced by stars."""
    for pattern in _SECRETS:
        text = pattern.sub(lambda found: found.group(1) + _STARS, text)
    return text


class _Redacting(logging.Formatter):
    """Formats a record with its traceback, then takes the secrets out."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


class _PrivateFile(RotatingFileHandler):
    """Its files, also those after a rotation, are readable by their owner only."""

    @override
    def _open(self) -> io.TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return open(descriptor, "a", encoding="utf-8", errors="replace")  # noqa: PTH123 - of a descriptor

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk costs lines of the log, and is told by whoever could not write what matters."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)

    @override
    def close(self) -> None:
        with suppress(OSError):  # lines for which there was no room
            super().close()


def _file(path: Path) -> logging.Handler:
    return _redacting(_PrivateFile(path, maxBytes=LARGEST_FILE, backupCount=KEPT_FILES))


def _redacting(handler: logging.Handler) -> logging.Handler:
    handler.setFormatter(_Redacting(_FORMAT))
    return handler


def _replace(logger: logging.Logger, handler: logging.Handler) -> None:
    for old in _ours(logger):
        logger.removeHandler(old)
        old.close()
    handler.set_name(_OURS)
    logger.addHandler(handler)


def _ours(logger: logging.Logger) -> list[logging.Handler]:
    return [handler for handler in logger.handlers if handler.get_name() == _OURS]
