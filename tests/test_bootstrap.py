"""The two commands of the README: the environment is made once, kept right, and repaired."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
RUNTIME = """
import sys
def main():
    import greeting
    print(greeting.WORD, sys.prefix)
    return int(sys.argv[1]) if sys.argv[1:] else 0
"""


class Checkout:
    """A small source checkout with main.py, the real bootstrap and a lock of one package of our own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.shelf = root.parent / "shelf"
        for folder in (root / "packaging", root / "shopdesk", self.shelf):
            folder.mkdir(parents=True)
        shutil.copy(ROOT / "main.py", root)
        for script in (ROOT / "packaging").glob("*.py"):
            shutil.copy(script, root / "packaging")
        (root / "shopdesk" / "__init__.py").touch()
        (root / "shopdesk" / "__main__.py").write_text(RUNTIME)
        self.lock(self.package("1.0", "hello"))
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "DISPLAY"))
        } | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.shelf), "PIP_CONFIG_FILE": os.devnull}

    def package(self, version: str, word: str) -> str:
        """Put a wheel on the shelf; out: its line for a lock."""
        wheel = self.shelf / f"greeting-{version}-py3-none-any.whl"
        about = f"greeting-{version}.dist-info"
        with zipfile.ZipFile(wheel, "w") as box:
            box.writestr("greeting.py", f"WORD = {word!r}\n")
            box.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: greeting\nVersion: {version}\n")
            box.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            box.writestr(f"{about}/RECORD", "")
        return f"greeting=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"

    def lock(self, text: str) -> None:
        (self.root / "requirements.lock").write_text(text)

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(self.root / "main.py"), *words],
            cwd=self.root.parent,
            env=self.environment | environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, *words: str, **environment: str) -> tuple[int, str, str]:
        """Out: exit code, stdout, stderr."""
        with self.start(*words, **environment) as process:
            said = process.communicate(timeout=120)
        return process.returncode, *said

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / "shopdesk.stamp"


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "a checkout (客服)")


def part(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"under_test_{name}", ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_the_environment_is_made_kept_renewed_refused_and_repaired(checkout: Checkout) -> None:
    code, said, asides = checkout.run("0")
    assert (code, said.split(maxsplit=1)) == (0, ["hello", f"{checkout.root / '.venv'}\n"]), asides

    no_pip = {"PIP_FIND_LINKS": "/nowhere"}
    assert checkout.run("7", **no_pip) == (7, said, ""), "the second start asks nobody and hands on the exit code"

    checkout.lock(checkout.package("2.0", "welcome"))
    assert checkout.run("0")[1].startswith("welcome"), "another lock, another environment"

    good = (checkout.root / "requirements.lock").read_text()
    checkout.lock(checkout.package("3.0", "bonjour").split("sha256:")[0] + "sha256:" + "0" * 64 + "\n")
    code, said, asides = checkout.run("0")
    assert (code, said, "Traceback" in asides) == (1, "", False)
    assert "could not get its packages" in asides.splitlines()[-1], "one sentence says what could not be had"
    assert not checkout.stamp.exists()

    checkout.lock(good)
    (checkout.root / ".venv" / "pyvenv.cfg").unlink()
    code, said, _ = checkout.run("0")
    assert (code, said.split()[0]) == (0, "welcome"), "what is half there is made anew"


@pytest.mark.slow
def test_two_first_starts_at_once_share_the_work(checkout: Checkout) -> None:
    starts = [checkout.start("0") for _ in range(2)]
    said = [start.communicate(timeout=120) for start in starts]
    assert [start.returncode for start in starts] == [0, 0], said
    assert sorted(bool(asides) for _, asides in said) == [False, True], "only one of them prepares anything"


def test_a_damaged_environment_is_no_endless_loop(checkout: Checkout) -> None:
    code, said, asides = checkout.run("0", SHOPDESK_REENTERED="1")
    assert (code, said) == (1, "")
    assert asides.endswith("is damaged; delete that folder and start again.\n")


def test_an_environment_of_ones_own_is_used_as_it_is(checkout: Checkout) -> None:
    (checkout.root / "greeting.py").write_text("WORD = 'mine'")
    code, said, asides = checkout.run("3", SHOPDESK_OWN_PYTHON="1")
    assert (code, said.split()[0], asides) == (3, "mine", "")
    assert not (checkout.root / ".venv").exists()


def test_an_installed_app_prepares_nothing(checkout: Checkout) -> None:
    (checkout.root / "greeting.py").write_text("WORD = 'frozen'")
    script = str(checkout.root / "main.py")
    frozen = f"import sys, runpy; sys.frozen = True; runpy.run_path({script!r}, run_name='__main__')"
    command = [sys.executable, "-c", frozen]
    done = subprocess.run(command, cwd=checkout.root, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.split()[0]) == (0, "frozen"), done.stderr
    assert not (checkout.root / ".venv").exists()


@pytest.mark.parametrize(("words", "command"), [(["--data", "test", "demo"], "demo"), (["--json"], ""), ([], "")])
def test_the_command_is_found_behind_options(words: list[str], command: str, monkeypatch) -> None:
    monkeypatch.syspath_prepend(ROOT)
    import main

    assert main._command(words)[0] == command


def test_a_person_who_may_not_install_gets_the_line_to_type(monkeypatch) -> None:
    debian = part("debian")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(debian.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(debian, "OFFSCREEN", {"libnothere.so.9": "libnothere9"})
    monkeypatch.setattr(debian.shutil, "which", lambda name, **_: f"/usr/bin/{name}")
    assert "sudo apt-get install --no-install-recommends -y libnothere9'" in debian.ensure(["offscreen"])
    monkeypatch.setattr(debian.shutil, "which", lambda name, **_: None)
    assert (
        debian.ensure(["offscreen"]) == "Shopdesk needs what Debian calls libnothere9; install these and start again."
    )


def test_root_on_a_debian_gets_what_is_missing(monkeypatch, tmp_path: Path) -> None:
    debian = part("debian")
    installed = tmp_path / "installed"
    apt = tmp_path / "apt-get"
    apt.write_text(f'#!/bin/sh\necho "$@" >> {installed}\n')
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(debian.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(debian, "OFFSCREEN", {"libnothere.so.9": "libnothere9"})
    monkeypatch.setattr(debian, "_loads", lambda library: installed.exists())
    assert debian.ensure(["offscreen"]) == ""
    update, install = installed.read_text().splitlines()
    assert update.endswith(" update")
    assert install.endswith(" install -y --no-install-recommends libnothere9")
    assert debian.ensure(["offscreen"]) == ""
    assert len(installed.read_text().splitlines()) == 2, "nothing is asked for when nothing is missing"


def test_the_checks_stop_at_the_first_that_fails(monkeypatch, tmp_path: Path) -> None:
    checks = part("checks")
    monkeypatch.setattr(
        checks, "STAGES", {"good": ["-c", "pass"], "bad": ["-c", "exit(4)"], "never": ["-c", "exit(9)"]}
    )
    assert checks.run(tmp_path, []) == 4


def test_words_after_test_go_to_pytest_alone(tmp_path: Path) -> None:
    """And a run that finds no test has failed (pytest's exit code 5)."""
    assert part("checks").run(tmp_path, ["-q", "-p", "no:randomly"]) == 5
