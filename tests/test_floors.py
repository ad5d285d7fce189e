"""The import contracts catch what they are there for."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TRESPASSES = {
    "floors": ("domain", "def late():\n    import shopdesk.services"),
    "engine-doors": ("jobs", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import shopdesk.mail"),
    "ui-doors": ("ui", "import shopdesk.storage"),
    "screens": ("ui/inbox", "import shopdesk.ui.conversation"),
    "qt-only-in-ui": ("services", "import PySide6.QtCore"),
    "database-only-in-storage": ("services", "def late():\n    import peewee"),
    "network-only-in-mail": ("services", "import socket"),
    "keyring-only-in-system": ("mail", "import keyring"),
    "threads-only-in-jobs": ("services", "from concurrent.futures import ThreadPoolExecutor"),
    "no-knots": ("domain", "import shopdesk.domain.trespass_no_knots_too"),
}
"""Contract -> the floor that breaks it, and how."""

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "shopdesk", tmp_path / "shopdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path / "shopdesk"


def broken_contracts(copy: Path) -> set[str]:
    code = "from importlinter.cli import lint_imports; exit(lint_imports(no_logo=True, no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=copy.parent, check=False, capture_output=True, text=True)
    said = re.sub(r"\s+", " ", done.stdout)
    assert "Analyzed" in said, done.stdout + done.stderr
    return {contract["id"] for contract in CONTRACTS if f"{contract['name']} BROKEN" in said}


@pytest.mark.slow
def test_every_contract_sees_a_trespasser(copy: Path) -> None:
    for contract, (floor, text) in TRESPASSES.items():
        module = "trespass_" + contract.replace("-", "_")
        (copy / floor / f"{module}.py").write_text(f'"""A trespasser."""\n\n{text}\n')
    (copy / "domain" / "trespass_no_knots_too.py").write_text("import shopdesk.domain.trespass_no_knots\n")
    assert {contract["id"] for contract in CONTRACTS} == set(TRESPASSES), "a new contract needs its trespasser"
    assert broken_contracts(copy) == set(TRESPASSES)


@pytest.mark.slow
def test_a_new_folder_has_to_be_placed_first(copy: Path) -> None:
    (copy / "attic").mkdir()
    (copy / "attic" / "__init__.py").write_text('"""Nobody knows whose floor this is."""\n')
    assert "floors" in broken_contracts(copy)
