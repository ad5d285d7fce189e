"""The rules of the house that neither ruff nor mypy nor import-linter can check."""

from __future__ import annotations

import ast
import importlib
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import shopdesk

ROOT = Path(__file__).parent.parent
PRODUCT = ROOT / "shopdesk"
LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40
METHODS_OF_A_CLASS = 20
SAYS_NOTHING = {"manager", "helper", "helpers", "util", "utils", "base", "impl"}
HOST = re.compile(r"https?:|\b(?:pypi|pythonhosted|npmjs|(?:deb|security)\.debian)\.(?:org|com)\b")
LOCKS = ("requirements.lock", "requirements-test.lock")


@dataclass(frozen=True)
class Source:
    """One parsed file."""

    path: Path
    text: str
    tree: ast.Module

    def at(self, node: ast.stmt | ast.expr) -> str:
        return f"{self.path.relative_to(ROOT)}:{node.lineno}"

    def named(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield node


@cache
def sources(folder: Path) -> tuple[Source, ...]:
    texts = [(path, path.read_text("utf-8")) for path in sorted(folder.rglob("*.py"))]
    return tuple(Source(path, text, ast.parse(text)) for path, text in texts)


def words(name: str) -> list[str]:
    """sign_in, SignIn and signIn are all the words sign and in."""
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)]


def test_a_file_stays_short() -> None:
    lengths = {
        source.path: sum(bool(line.strip()) for line in source.text.splitlines())
        for source in sources(PRODUCT)
    }
    assert {str(path): lines for path, lines in lengths.items() if lines > LINES_OF_A_FILE} == {}


def test_a_function_stays_short() -> None:
    too_long = [
        f"{source.at(node)} {node.name}"
        for source in (*sources(PRODUCT), *sources(ROOT / "packaging"))
        for node in source.named()
        if not isinstance(node, ast.ClassDef) and (node.end_lineno or 0) - node.lineno >= LINES_OF_A_FUNCTION
    ]
    assert too_long == []


def test_a_class_has_few_methods() -> None:
    too_many = [
        f"{source.at(node)} {node.name}"
        for source in sources(PRODUCT)
        for node in source.named()
        if isinstance(node, ast.ClassDef)
        and sum(_is_own_method(part) for part in node.body) > METHODS_OF_A_CLASS
    ]
    assert too_many == []


def _is_own_method(node: ast.stmt) -> bool:
    """Neither one that Python calls nor one that an interface dictates."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or node.name.startswith("__"):
        return False
    return not any(getattr(mark, "id", "") == "override" for mark in node.decorator_list)


def test_names_say_something() -> None:
    named = [(source.at(node), node.name) for source in sources(PRODUCT) for node in source.named()]
    named += [(str(source.path), source.path.stem) for source in sources(PRODUCT)]
    assert [f"{place} {name}" for place, name in named if set(words(name)) & SAYS_NOTHING] == []
    nouns = [(place, name) for place, name in named if name[0].isupper() or place.endswith(".py")]
    assert [f"{place} {name}" for place, name in nouns if words(name)[-1:] in (["data"], ["info"])] == []


def test_looks_come_from_the_theme_alone() -> None:
    dressed = [
        source.at(node)
        for source in sources(PRODUCT)
        if PRODUCT / "ui" / "theme" not in source.path.parents
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "setStyleSheet"
    ]
    assert dressed == []


def test_a_test_says_what_must_be_true() -> None:
    silent = [
        f"{source.at(node)} {node.name}"
        for source in sources(ROOT / "tests")
        for node in source.named()
        if node.name.startswith("test_") and not any(_claims(part) for part in ast.walk(node))
    ]
    assert silent == []


def _claims(node: ast.AST) -> bool:
    """An assertion, or a call that by its name makes one."""
    if isinstance(node, ast.Assert):
        return True
    name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
    return bool(set(words(name)) & {"raises", "warns", "fail", "assert", "check", "expect", "wait", "verify"})


@pytest.mark.parametrize(("letter", "schema"), [("a", "ARCHIVE"), ("m", "DESK")])
def test_every_migration_is_listed_in_order_and_without_a_gap(letter: str, schema: str) -> None:
    from shopdesk.storage import migrations

    folder = PRODUCT / "storage" / "migrations"
    names = sorted(path.stem for path in folder.glob(f"{letter}[0-9]*.py"))
    assert [int(name[1:5]) for name in names] == list(range(1, len(names) + 1))
    modules = [importlib.import_module(f"{migrations.__name__}.{name}") for name in names]
    assert getattr(migrations, schema).steps == tuple(module.STEP for module in modules)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_hashes_everything(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not HOST.search(text)
    assert not re.search(r"^--|@ ", text, re.MULTILINE), "options and addresses do not belong into a lock"
    for package in re.split(r"\n(?=\S)", text.strip()):
        assert package.startswith("#") or "--hash=sha256:" in package, package.splitlines()[0]


def test_the_test_lock_holds_the_whole_lock() -> None:
    """So that one environment serves the app and its tests."""
    pins = re.compile(r"^[a-z0-9-]+==\S+", re.MULTILINE)
    locked = [set(pins.findall((ROOT / lock).read_text("utf-8"))) for lock in LOCKS]
    assert len(locked[0]) > 10
    assert locked[0] <= locked[1]


def test_the_locks_hold_what_the_project_asks_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for lock, asked in zip(
        LOCKS, (project["dependencies"], project["optional-dependencies"]["test"]), strict=True
    ):
        locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / lock).read_text("utf-8"), re.MULTILINE))
        assert {re.split(r"[=<>;]", line)[0] for line in asked} <= locked


def test_the_version_stands_in_one_place_and_is_repeated_truly() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == shopdesk.__version__


def test_no_committed_file_names_a_package_registry() -> None:
    hosts = re.compile(HOST.pattern.removeprefix("https?:|"))
    named = [path for path in _committed() if hosts.search(path.read_bytes().decode("utf-8", "replace"))]
    assert named == []


def test_the_packaging_folder_is_no_package() -> None:
    """With an __init__.py it would shadow the library of the same name."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def _committed() -> list[Path]:
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("without git nobody knows what is committed")
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]
