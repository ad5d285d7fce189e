"""Folders, connection and About of the sample shop, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import FolderId, MailboxId
from shopdesk.domain.mailbox import Folder, FolderRole
from shopdesk.domain.network import Authority, NetworkSettings, Proxy
from tests.ui.fake_attachments import FakePictures

COMPANY = Authority(
    "Lumen Home Root CA, Lumen Home GmbH",
    "Lumen Home Root CA, Lumen Home GmbH",
    datetime(2024, 3, 1, tzinfo=UTC),
    datetime(2034, 3, 1, tzinfo=UTC),
    "3f" * 32,
    "-----BEGIN CERTIFICATE-----\n",
)
NAMES = (
    ("INBOX", FolderRole.INBOX, True), ("Sent", FolderRole.SENT, True), ("Archive", FolderRole.ARCHIVE, True),
    ("Trash", FolderRole.TRASH, False), ("Junk", FolderRole.JUNK, False), ("Orders/2025", FolderRole.OTHER, True),
)  # fmt: skip


@dataclass(frozen=True)
class FakeLicence:
    name: str
    version: str
    text: str


@dataclass
class FakeFolders:
    folders: list[Folder] = field(default_factory=list)
    refuses: Exception | None = None

    def of(self, mailbox: MailboxId) -> Sequence[Folder]:
        return self.folders

    def choose(self, mailbox: MailboxId, folder: FolderId, *, wanted: bool) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.folders = [replace(one, wanted=wanted) if one.id == folder else one for one in self.folders]


@dataclass
class FakeConnection:
    now: NetworkSettings = field(default_factory=lambda: NetworkSettings(authorities=(COMPANY,)))
    password: str | None = None

    def settings(self) -> NetworkSettings:
        return self.now

    def choose_proxy(self, proxy: Proxy, password: str | None = None) -> None:
        if proxy.port and not proxy.host:
            raise InputRefused("proxy host", "is not a server name")
        self.now, self.password = replace(self.now, proxy=proxy), password

    def trust(self, content: bytes) -> Sequence[Authority]:
        if not content.startswith(b"-----BEGIN"):
            raise InputRefused("certificate", "no certificate")
        new = replace(COMPANY, subject="Warehouse CA", fingerprint="a4" * 32)
        self.now = replace(self.now, authorities=(*self.now.authorities, new))
        return [new]

    def distrust(self, fingerprint: str) -> None:
        left = tuple(one for one in self.now.authorities if one.fingerprint != fingerprint)
        self.now = replace(self.now, authorities=left)


@dataclass
class FakeAbout:
    shown: list[Path] = field(default_factory=list)
    version: str = "0.1.0"
    data_folder: Path = Path("/home/anna/.local/share/Shopdesk")
    log_folder: Path = Path("/home/anna/.local/share/Shopdesk/logs")

    def licences(self) -> Sequence[FakeLicence]:
        text = "Permission is hereby granted, free of charge, to any person obtaining a copy"
        return [FakeLicence(name, "1.0", text) for name in ("Shopdesk", "Python", "Qt, PySide6", "Lucide, Feather")]

    def show(self, folder: Path) -> None:
        self.shown.append(folder)


class FakeOutside:
    """Fits `OutsideDesk`."""

    @cached_property
    def folders(self) -> FakeFolders:
        made = [Folder(FolderId(n), MailboxId(1), name, role, on) for n, (name, role, on) in enumerate(NAMES, 1)]
        return FakeFolders(made)

    @cached_property
    def connection(self) -> FakeConnection:
        return FakeConnection()

    @cached_property
    def about(self) -> FakeAbout:
        return FakeAbout()

    @cached_property
    def pictures(self) -> FakePictures:
        return FakePictures()
