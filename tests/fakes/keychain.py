"""A keychain in memory, so that no test ever opens the real one."""

from __future__ import annotations

import keyring.errors
from keyring.backend import KeyringBackend


class MemoryKeychain(KeyringBackend):
    """Forgets everything with its object."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        try:
            del self.secrets[service, username]
        except KeyError:
            raise keyring.errors.PasswordDeleteError(username) from None
