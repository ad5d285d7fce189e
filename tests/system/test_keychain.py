"""The keychain: any length, halves never count, every backend's trouble is one named error."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError, PasswordDeleteError

from shopdesk.domain.errors import KeychainFailed
from shopdesk.system.keychain import LONGEST_PART, Keychain

SECRET = 'ü"\\ 😀' * 900


class WindowsLike(KeyringBackend):
    """Keeps entries in memory and takes 2,560 bytes of UTF-16 at most, as Windows does."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.problem: Exception | None = None
        self.writes_left = 10_000

    def get_password(self, service: str, username: str) -> str | None:
        if self.problem:
            raise self.problem
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.problem:
            raise self.problem
        self.writes_left -= 1
        if self.writes_left < 0 or len(password.encode("utf-16-le")) > 2_560:
            raise OSError(1783, "CredWrite", "The stub received bad data")
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.problem:
            raise self.problem
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")


@pytest.fixture
def backend() -> Iterator[WindowsLike]:
    before = keyring.get_keyring()
    backend = WindowsLike()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.mark.parametrize("secret", ["", "a", 'with " and \\', "x" * LONGEST_PART, "x" * (LONGEST_PART + 1), SECRET])
def test_a_secret_of_any_length_comes_back(backend: WindowsLike, secret: str) -> None:
    Keychain().save("hello@shop.example", secret)
    assert Keychain().load("hello@shop.example") == secret


def test_a_shorter_secret_leaves_no_parts_of_the_longer_one(backend: WindowsLike) -> None:
    keychain = Keychain()
    keychain.save("a", "x" * 5_000)
    assert len(backend.entries) == 6
    keychain.save("a", "y" * 2_000)
    assert len(backend.entries) == 3
    keychain.save("a", "short")
    assert list(backend.entries.values()) == ["short"]


def test_removing_forgets_everything_and_only_that(backend: WindowsLike) -> None:
    keychain = Keychain()
    keychain.save("a", SECRET)
    keychain.save("b", "other")
    keychain.remove("a")
    keychain.remove("a")
    assert keychain.load("a") is None
    assert list(backend.entries.values()) == ["other"]


def test_a_secret_stored_by_halves_is_none(backend: WindowsLike) -> None:
    keychain = Keychain()
    keychain.save("a", "x" * 3_000)
    backend.writes_left = 1
    with pytest.raises(KeychainFailed):
        keychain.save("a", "y" * 3_000)
    assert keychain.load("a") is None


def test_a_secret_that_looks_like_a_header_is_kept(backend: WindowsLike) -> None:
    Keychain().save("a", "\x02parts:2:abc")
    assert Keychain().load("a") == "\x02parts:2:abc"


@pytest.mark.parametrize(
    "problem", [NoKeyringError("none"), KeyringLocked("locked"), OSError("bus gone"), ValueError("odd")]
)
def test_every_trouble_is_one_named_error_without_secrets(backend: WindowsLike, problem: Exception) -> None:
    backend.problem = problem
    keychain = Keychain()
    for act in (lambda: keychain.load("a"), lambda: keychain.save("a", "hidden"), lambda: keychain.remove("a")):
        with pytest.raises(KeychainFailed) as caught:
            act()
        assert "hidden" not in str(caught.value)
        assert caught.value.__cause__ is None


def test_two_mailboxes_do_not_share_a_service_name(backend: WindowsLike) -> None:
    Keychain().save("a", "1")
    Keychain().save("b", "2")
    assert len({service for service, _ in backend.entries}) == 2
