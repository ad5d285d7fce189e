"""Servers that the tests of this folder share."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator

import pytest

from tests.servers.dovecot import PrivateDovecot


@pytest.fixture(scope="session")
def dovecot() -> Iterator[PrivateDovecot]:
    """One private Dovecot for the whole run; each test takes its own user."""
    if os.environ.get("SHOPDESK_SKIP_SERVERS") == "1":
        pytest.skip("SHOPDESK_SKIP_SERVERS=1")
    with PrivateDovecot() as server:
        yield server


@pytest.fixture
def user() -> str:
    """A user name that no other test has."""
    return f"user-{uuid.uuid4().hex[:12]}"
