"""The program as a process of its own, as scripts and support start it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


class Program:
    """`python -m shopdesk --data FOLDER …` with a keychain in a file."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "PYTHON_KEYRING_BACKEND": "tests.fakes.file_keyring.FileKeyring",
            "TEST_KEYRING_FILE": str(folder / "keys.json"),
            "PYTHONWARNINGS": "error",
        }
        self.environment.pop("SHOPDESK_DATA", None)

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start it and go on."""
        return subprocess.Popen(
            [sys.executable, "-m", "shopdesk", "--data", str(self.data), *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, *words: str, given: str = "", timeout: float = 120) -> subprocess.CompletedProcess[str]:
        """Start it and wait for its end."""
        return subprocess.run(
            [sys.executable, "-m", "shopdesk", "--data", str(self.data), *words],
            env=self.environment,
            input=given,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    def mails(self) -> list[dict[str, Any]]:
        """What `mails` lists."""
        done = self.run("mails")
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]
