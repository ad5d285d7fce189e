"""The guards of the test run catch what they are there for."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import hypothesis
import hypothesis.strategies as st
import keyring
import pytest

from tests.fakes import leftovers
from tests.fakes.keychain import MemoryKeychain

ROOT = Path(__file__).parent.parent


@pytest.fixture
def outcome(tmp_path: Path):
    """Runs one test text under the project's own guards; out: what pytest prints."""

    def run(text: str) -> str:
        file = tmp_path / "test_inner.py"
        file.write_text("import pytest\n" + textwrap.dedent(text))
        options = [
            "-p",
            "no:cacheprovider",
            "-p",
            "no:randomly",
            f"--rootdir={ROOT}",
            f"-c{ROOT / 'pyproject.toml'}",
        ]
        command = [sys.executable, "-m", "pytest", *options, "-p", "tests.conftest", str(file)]
        return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True).stdout

    return run


@pytest.mark.slow
def test_a_warning_of_the_app_fails_a_test_that_does_not_expect_it(outcome) -> None:
    said = outcome(
        """
        import logging
        def test_silent(): logging.getLogger("shopdesk.mail").info("fine")
        def test_loud(): logging.getLogger("shopdesk.mail").warning("the server is %s", "odd")
        @pytest.mark.expects_log("server is odd")
        def test_expected(): logging.getLogger("shopdesk.mail").warning("the server is %s", "odd")
        def test_foreign(): logging.getLogger("elsewhere").error("not ours")
        """
    )
    assert "4 passed, 1 error" in said
    assert "ERROR at teardown of test_loud" in said


@pytest.mark.slow
@pytest.mark.gui
def test_a_forgotten_window_fails_its_test(outcome) -> None:
    said = outcome(
        """
        from PySide6.QtWidgets import QWidget
        def test_tidy(qtbot):
            window = QWidget(); qtbot.addWidget(window); window.show()
        def test_forgetful(qapp):
            global window
            window = QWidget(); window.setObjectName("lost"); window.show()
        """
    )
    assert "2 passed, 1 error" in said
    assert "window QWidget lost" in said


def test_a_running_thread_is_seen_until_it_ends() -> None:
    before = leftovers.threads()
    go_on = threading.Event()
    worker = threading.Thread(target=go_on.wait, name="worker")
    worker.start()
    left = leftovers.left_after(leftovers.threads, before, grace=0.05)
    go_on.set()
    worker.join()
    assert [what.split()[1] for what in left] == ["worker"]
    assert not leftovers.left_after(leftovers.threads, before)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows children in /proc")
def test_a_running_child_is_seen_until_it_ends() -> None:
    before = leftovers.children()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        left = leftovers.left_after(leftovers.children, before, grace=0.05)
        assert any(f"process {child.pid}:" in what for what in left)
        child.communicate(b"\n")
    assert not leftovers.left_after(leftovers.children, before)


def test_secrets_of_a_test_stay_in_memory(keychain: MemoryKeychain) -> None:
    keyring.set_password("Shopdesk", "shop@example.com", "hush")
    assert keychain.secrets == {("Shopdesk", "shop@example.com"): "hush"}
    keyring.delete_password("Shopdesk", "shop@example.com")
    assert keyring.get_password("Shopdesk", "shop@example.com") is None


@hypothesis.given(st.text())
def test_property_tests_go_together_with_the_guards(text: str) -> None:
    assert text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") == text
