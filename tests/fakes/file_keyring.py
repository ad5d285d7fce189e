"""A keyring backend in a file, for tests that start the program as a process of its own."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class FileKeyring(KeyringBackend):
    """Keeps secrets as JSON in the file that the environment variable TEST_KEYRING_FILE names."""

    priority = 1  # type: ignore[assignment]

    def _all(self) -> dict[str, str]:
        path = Path(os.environ["TEST_KEYRING_FILE"])
        return dict(json.loads(path.read_text())) if path.exists() else {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._all().get(f"{service}\0{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        kept = self._all() | {f"{service}\0{username}": password}
        Path(os.environ["TEST_KEYRING_FILE"]).write_text(json.dumps(kept))

    def delete_password(self, service: str, username: str) -> None:
        kept = self._all()
        kept.pop(f"{service}\0{username}", None)
        Path(os.environ["TEST_KEYRING_FILE"]).write_text(json.dumps(kept))
