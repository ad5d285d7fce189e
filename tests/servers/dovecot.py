"""A private Dovecot on loopback: the real IMAP server that the tests speak with.

It needs Debian's ``dovecot-imapd``, leaves the system's own configuration alone and works as root and as an
ordinary user. Every user name exists, with the password "secret", so each test takes a fresh name.
"""

from __future__ import annotations

import contextlib
import getpass
import imaplib
import os
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from imapclient import imap_utf7

from tests.servers.certificates import Authority

PASSWORD = "secret"
START_LIMIT = 10.0


class NoDovecot(Exception):
    """Dovecot is not on this computer or does not start; the text says which and what to do."""


class PrivateDovecot:
    """One running Dovecot of our own; a context manager that ends it whatever happens.

    Plain connections with STARTTLS at `port`, TLS at `tls_port`, both on `host`; clients trust `ca_file`.
    """

    host = "127.0.0.1"
    password = PASSWORD

    def __init__(self, mail_format: str = "sdbox") -> None:
        self._mail_format = mail_format
        self._process: subprocess.Popen[bytes] | None = None
        self.port, self.tls_port = _free_ports(2)

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="shopdesk-dovecot-"))
        try:
            self._furnish()
            self.start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    # -- its life

    def start(self) -> None:
        """Start (again) at the same ports, with the mails of before."""
        program = _program("dovecot")
        ending = shutil.which("setpriv")  # so that it dies with us even when we are killed
        prefix = [ending, "--pdeathsig", "TERM", "--"] if ending else []
        command = [*prefix, program, "-F", "-c", str(self._folder / "dovecot.conf")]
        with (self._folder / "output.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        limit = time.monotonic() + START_LIMIT
        while not self._greets():
            if self._process.poll() is not None or time.monotonic() > limit:
                self.stop()
                raise NoDovecot(f"Dovecot did not start: {self._last_words()}")
            time.sleep(0.005)

    def stop(self) -> None:
        """End it and all its children, as an outage does; connections break."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        limit = time.monotonic() + START_LIMIT
        while self._is_heard() and time.monotonic() < limit:
            time.sleep(0.005)

    def kill_connections(self, user: str) -> None:
        """Cut every connection of `user` now."""
        self.doveadm("kick", user)

    def connections(self, user: str) -> int:
        """How many connections `user` has now."""
        lines = self.doveadm("-f", "tab", "who", "-1", user).splitlines()[1:]
        return sum(line.split("\t")[0] == user for line in lines)

    def doveadm(self, *words: str) -> str:
        """What Dovecot's administration command prints; a code above zero (nothing found) is no error."""
        command = [_program("doveadm"), "-c", str(self._folder / "dovecot.conf"), *words]
        return subprocess.run(command, check=False, capture_output=True, text=True).stdout

    # -- its mails

    @contextlib.contextmanager
    def session(self, user: str) -> Iterator[imaplib.IMAP4]:
        """A signed-in connection that is closed at the end of the block."""
        connection = self.connect(user)
        try:
            yield connection
        finally:
            with contextlib.suppress(imaplib.IMAP4.error, OSError):
                connection.logout()

    def connect(self, user: str) -> imaplib.IMAP4:
        """A signed-in plain connection; the caller logs out."""
        connection = imaplib.IMAP4(self.host, self.port, timeout=20)
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.login(user, PASSWORD)
        return connection

    def trust(self) -> ssl.SSLContext:
        """A client's TLS settings that trust this server and nothing else."""
        return ssl.create_default_context(cafile=self.ca_file)

    def append(
        self,
        user: str,
        folder: str,
        raw: bytes,
        flags: Iterable[str] = (),
        internal_date: datetime | None = None,
    ) -> int:
        """Put one mail into a folder, which is made if missing; out: its UID (RFC 4315)."""
        with self.session(user) as connection:
            return _append(connection, folder, raw, flags, internal_date)

    def fill(self, user: str, folder: str, mails: Iterable[bytes]) -> list[int]:
        """Put many mails into a folder over one connection; out: their UIDs."""
        with self.session(user) as connection:
            return [_append(connection, folder, raw) for raw in mails]

    # -- its home

    def _furnish(self) -> None:
        """Everything that it reads at its start, in a folder that its own users may enter."""
        self._folder.chmod(0o755)
        authority = Authority(self._folder)
        papers = authority.papers("localhost", "127.0.0.1")
        self.ca_file = authority.ca_file
        mail = self._folder / "mail"
        mail.mkdir()
        users = _OWNERS if os.geteuid() == 0 else {name: getpass.getuser() for name in _OWNERS}
        if os.geteuid() == 0:
            shutil.chown(mail, users["mail"], users["mail"])
        settings = _CONFIGURATION
        values = users | {
            "folder": str(self._folder),
            "certificate": str(papers.certificate),
            "key": str(papers.key),
            "format": self._mail_format,
            "port": str(self.port),
            "tls_port": str(self.tls_port),
            "group": _group(users["internal"]),
            "mail_group": _group(users["mail"]),
        }
        for name, value in values.items():
            settings = settings.replace(f"@{name}@", value)
        (self._folder / "dovecot.conf").write_text(settings)

    def _is_heard(self) -> bool:
        """Whether a child still holds the door; it takes some milliseconds to follow its master."""
        try:
            socket.create_connection((self.host, self.port), timeout=1).close()
        except ConnectionRefusedError:
            return False
        except OSError:
            return True
        return True

    def _greets(self) -> bool:
        try:
            with socket.create_connection((self.host, self.port), timeout=1) as door:
                return door.recv(4) == b"* OK"
        except OSError:
            return False

    def _last_words(self) -> str:
        logs = [self._folder / name for name in ("output.log", "dovecot.log")]
        return " | ".join("".join(log.read_text() for log in logs if log.exists()).splitlines()[-3:])


def _append(
    connection: imaplib.IMAP4,
    folder: str,
    raw: bytes,
    flags: Iterable[str] = (),
    internal_date: datetime | None = None,
) -> int:
    name = '"' + imap_utf7.encode(folder).decode("ascii").replace("\\", "\\\\").replace('"', '\\"') + '"'
    when = imaplib.Time2Internaldate(internal_date) if internal_date else ""
    words = (name, f"({' '.join(flags)})", when, raw)
    status, answer = connection.append(*words)
    if status == "NO" and b"TRYCREATE" in answer[0]:
        connection.create(name)
        status, answer = connection.append(*words)
    if status != "OK":
        raise AssertionError(f"Dovecot did not take a mail into {folder}: {answer!r}")
    return int(answer[0].split(b"]")[0].split()[-1])


def _program(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin")
    if found is None:
        raise NoDovecot("These tests need Dovecot: type 'sudo apt-get install dovecot-imapd'.")
    return found


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as doors:
        taken = [doors.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [door.getsockname()[1] for door in taken]


def _group(user: str) -> str:
    import grp
    import pwd

    return grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name


_OWNERS = {"internal": "dovecot", "login": "dovenull", "mail": "mail"}
"""Dovecot refuses to let strangers in as root, and mails belong to a third user."""

_CONFIGURATION = r"""
base_dir = @folder@/run
state_dir = @folder@/run
log_path = @folder@/dovecot.log
protocols = imap
listen = 127.0.0.1
default_internal_user = @internal@
default_internal_group = @group@
default_login_user = @login@
first_valid_uid = 1
ssl = yes
ssl_cert = <@certificate@
ssl_key = <@key@
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
auth_verbose = no
mail_location = @format@:@folder@/mail/%u
mail_fsync = never
mail_max_userip_connections = 100
mail_plugins = zlib
shutdown_clients = yes
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=@mail@ gid=@mail_group@ home=@folder@/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \Sent
    auto = create
  }
  mailbox Drafts {
    special_use = \Drafts
    auto = create
  }
  mailbox Junk {
    special_use = \Junk
    auto = create
  }
  mailbox Trash {
    special_use = \Trash
    auto = create
  }
}
protocol imap {
  mail_plugins = zlib imap_zlib
}
service imap-login {
  chroot =
  service_count = 0
  inet_listener imap {
    port = @port@
  }
  inet_listener imaps {
    port = @tls_port@
    ssl = yes
  }
}
service imap {
  process_limit = 200
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
  unix_listener stats-writer {
    mode = 0666
  }
}
"""
