"""Journeys go to the same real server as the server tests."""

from tests.servers.conftest import dovecot, user

__all__ = ["dovecot", "user"]
