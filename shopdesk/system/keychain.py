"""The system keychain by way of keyring; long secrets go in parts, for Windows takes 1,280 characters an entry."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.errors import KeyringError, PasswordDeleteError

from shopdesk.domain.errors import KeychainFailed

LONGEST_PART = 1_200
"""Characters that fit one entry of every system's keychain."""

_SERVICE = "Shopdesk"
_USER = "secret"
_HEADER = "\x02parts:"
_MOST_PARTS = 64


class Keychain:
    """Fits `services.ports.Secrets`.

    Each secret has a service name of its own, since Windows keeps only one user for each. The backend is keyring's
    choice (`PYTHON_KEYRING_BACKEND` works as keyring documents it).
    """

    def load(self, name: str) -> str | None:
        """The secret stored under a name, None when there is none or when it was stored by halves."""
        with _at_the_door():
            entry = keyring.get_password(_service(name), _USER)
            if entry is None or not entry.startswith(_HEADER):
                return entry
            count, digest = _read_header(entry)
            parts = [keyring.get_password(_service(name, number), _USER) for number in range(count)]
        secret = "".join(part or "" for part in parts)
        return secret if count and _digest(secret) == digest else None

    def save(self, name: str, secret: str) -> None:
        """Store or replace a secret of any length: parts first, what names them last."""
        with _at_the_door():
            before = self._parts_of(name)
            pieces = _pieces(secret)
            for number, piece in enumerate(pieces):
                keyring.set_password(_service(name, number), _USER, piece)
            entry = f"{_HEADER}{len(pieces)}:{_digest(secret)}" if pieces else secret
            keyring.set_password(_service(name), _USER, entry)
            self._drop_parts(name, range(len(pieces), before))

    def remove(self, name: str) -> None:
        """Forget a secret; no error when there is none."""
        with _at_the_door():
            before = self._parts_of(name)
            _drop(_service(name))
            self._drop_parts(name, range(before))

    def _parts_of(self, name: str) -> int:
        entry = keyring.get_password(_service(name), _USER)
        return _read_header(entry)[0] if entry is not None and entry.startswith(_HEADER) else 0

    def _drop_parts(self, name: str, numbers: range) -> None:
        for number in numbers:
            _drop(_service(name, number))


def _service(name: str, part: int | None = None) -> str:
    return f"{_SERVICE} {name}" if part is None else f"{_SERVICE} {name} #{part}"


def _pieces(secret: str) -> list[str]:
    """Empty when the secret fits one entry and cannot be taken for a header."""
    if _length(secret) <= LONGEST_PART and not secret.startswith(_HEADER):
        return []
    pieces, piece, length = [], "", 0
    for character in secret:
        more = _length(character)
        if length + more > LONGEST_PART:
            pieces.append(piece)
            piece, length = "", 0
        piece, length = piece + character, length + more
    return [*pieces, piece]


def _length(text: str) -> int:
    """Windows counts UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _read_header(entry: str) -> tuple[int, str]:
    count, _, digest = entry.removeprefix(_HEADER).partition(":")
    return (int(count), digest) if count.isascii() and count.isdigit() and int(count) <= _MOST_PARTS else (0, "")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _drop(service: str) -> None:
    try:
        keyring.delete_password(service, _USER)
    except PasswordDeleteError:
        if keyring.get_password(service, _USER) is not None:
            raise


@contextmanager
def _at_the_door() -> Iterator[None]:
    """Backends raise whatever their system library raises; none of their texts may reach a log with a secret in it."""
    try:
        yield
    except KeyringError as problem:
        raise KeychainFailed(type(problem).__name__) from None
    except Exception as problem:  # noqa: BLE001 - D-Bus, ctypes and COM errors have no common root
        raise KeychainFailed(type(problem).__name__) from None
