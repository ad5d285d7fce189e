"""The shop that the tests of this folder work on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from shopdesk.services.sign_ins import secret_name
from shopdesk.system.keychain import Keychain
from tests.fakes.clock import StoppedClock
from tests.fakes.keychain import MemoryKeychain
from tests.services.bench import SHOP, Bench


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one mailbox, INBOX and Sent; copying it is cheaper than making one for each test."""
    folder = tmp_path_factory.mktemp("furnished") / "data"
    real = keyring.get_keyring()
    keyring.set_keyring(MemoryKeychain())
    with Bench(folder, StoppedClock()) as bench:
        bench.connect()
    keyring.set_keyring(real)
    return folder


@pytest.fixture
def shop_folder(furnished: Path, data_folder: Path) -> Path:
    """A data folder with one mailbox, whose secret is in the keychain."""
    shutil.copytree(furnished, data_folder)
    Keychain().save(secret_name(SHOP), "secret")
    return data_folder


@pytest.fixture
def bench(shop_folder: Path, clock: StoppedClock) -> Iterator[Bench]:
    """A shop with one mailbox, INBOX and Sent."""
    with Bench(shop_folder, clock) as bench:
        yield bench
