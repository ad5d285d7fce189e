"""mbsync and notmuch: what the same work costs elsewhere."""

import os
import shutil
import subprocess
import time
from pathlib import Path


def missing() -> str:
    """What to install; empty when both are here."""
    absent = [
        package for program, package in (("mbsync", "isync"), ("notmuch", "notmuch")) if not shutil.which(program)
    ]
    return f"not compared: type 'sudo apt-get install {' '.join(absent)}'" if absent else ""


def settle() -> None:
    """Let the disk have what the run before wrote, so that nobody waits for another's bytes.

    The peer syncs none of its files: a gigabyte of them would be written while the next run waits for its own.
    """
    os.sync()
    time.sleep(1.2)  # mbsync naps by itself when a Maildir changed within this second


class MbsyncAndNotmuch:
    """A Maildir filled by mbsync and indexed by notmuch, without fsync and compression."""

    def __init__(self, folder: Path, port: int, user: str) -> None:
        self._folder = folder
        mail = folder / "mail"
        mail.mkdir(parents=True)
        (folder / "mbsyncrc").write_text(_MBSYNC.format(port=port, user=user, mail=mail))
        (folder / "notmuchrc").write_text(_NOTMUCH.format(mail=mail))

    def sync(self) -> float:
        """Seconds of mbsync and notmuch new together."""
        settle()
        began = time.perf_counter()
        self._run("mbsync", "-q", "-c", str(self._folder / "mbsyncrc"), "-a")
        self._run("notmuch", "new", "--quiet")
        return time.perf_counter() - began

    def index(self, maildir: Path) -> float:
        """Seconds to index an existing Maildir."""
        (self._folder / "notmuchrc").write_text(_NOTMUCH.format(mail=maildir))
        began = time.perf_counter()
        self._run("notmuch", "new", "--quiet")
        return time.perf_counter() - began

    def count(self) -> int:
        """Mails that can be found."""
        return int(self._run("notmuch", "count", "--exclude=false", "*"))

    def search(self, words: str) -> float:
        """Seconds of the first 50 threads, newest first, as a process."""
        began = time.perf_counter()
        self._run("notmuch", "search", "--limit=50", words)
        return time.perf_counter() - began

    def nothing(self) -> float:
        """Seconds of a notmuch process that does nothing; to be taken off a search."""
        began = time.perf_counter()
        self._run("notmuch", "--version")
        return time.perf_counter() - began

    def _run(self, *command: str) -> str:
        environment = os.environ | {"NOTMUCH_CONFIG": str(self._folder / "notmuchrc"), "HOME": str(self._folder)}
        return subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, text=True).stdout


_MBSYNC = """
FSync no

IMAPAccount shop
Host 127.0.0.1
Port {port}
User {user}
Pass secret
SSLType None
AuthMechs LOGIN
DisableExtension COMPRESS=DEFLATE

IMAPStore there
Account shop

MaildirStore here
Path {mail}/
Inbox {mail}/INBOX
SubFolders Verbatim

Channel all
Far :there:
Near :here:
Patterns INBOX
Create Near
SyncState *
"""
_NOTMUCH = """
[database]
path={mail}
[user]
name=Bench
primary_email=bench@heronquill.example
[new]
tags=inbox
ignore=.mbsyncstate;.uidvalidity;.isyncuidmap.db
[maildir]
synchronize_flags=true
"""
