"""The folder of a backup: whose it is, which copies lie in it, and whether they are whole."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from shopdesk.domain.backup import BackupCopy, CheckedCopy
from shopdesk.domain.control import Control, SimpleControl
from shopdesk.domain.errors import BackupDamaged, BackupFolderMissing, BackupFolderTaken, DatabaseTooNew
from shopdesk.storage.backup_desk import referred_mails, verify_desk
from shopdesk.storage.backup_files import (
    UNFINISHED,
    backup_failures,
    read_facts,
    sha256_of,
    take_away,
    write_facts,
)
from shopdesk.storage.backup_pool import MailPool

MARKER = "shopdesk-backup.json"
FACTS = "copy.json"
DESK_FILE = "desk.db"
KEYS_FILE = "mails.keys"
EXTRA = "files"
"""What lies beside the database in the data folder: preferences, word lists, rules of the shop."""
FORMAT = 1
_USUAL_NAME = "Shopdesk backup"
_KEY_SIZE = 32


def prepared(chosen: Path, data_folder: Path, desk_id: str) -> Path:
    """Make a folder that a person chose ready; out: the folder of the backup in it.

    It is the chosen one if that is empty or holds a backup already, else a new one in it. Raises `BackupFolderTaken`
    for a place among the data and for the backup of another desk, `BackupFolderUnusable`, `BackupFolderFull`.
    """
    with backup_failures(chosen):
        if _is_among(chosen.resolve(), data_folder.resolve()):
            raise BackupFolderTaken(str(chosen))
        chosen.mkdir(parents=True, exist_ok=True)
        inside = [path.name for path in chosen.iterdir()]
        root = chosen if MARKER in inside or not inside else chosen / _USUAL_NAME
        if (root / MARKER).exists():
            belongs_to(root, desk_id)
        else:
            root.mkdir(mode=0o700, exist_ok=True)
            write_facts(root / MARKER, {"program": "Shopdesk", "format": FORMAT, "desk": desk_id})
        (root / "copies").mkdir(mode=0o700, exist_ok=True)
        return root


def belongs_to(root: Path, desk_id: str) -> None:
    """Raise `BackupFolderMissing` when no backup lies there, `BackupFolderTaken` when it is of another desk."""
    if marker_of(root)["desk"] != desk_id:
        raise BackupFolderTaken(str(root))


def marker_of(root: Path) -> dict[str, object]:
    """What a backup says of itself; raises `BackupFolderMissing`, `DatabaseTooNew`, `BackupDamaged`."""
    if not (root / MARKER).exists():
        raise BackupFolderMissing(str(root))
    facts = read_facts(root / MARKER)
    if facts.get("program") != "Shopdesk" or not isinstance(facts.get("format"), int):
        raise BackupDamaged(f"{MARKER} cannot be read")
    if facts["format"] > FORMAT:
        raise DatabaseTooNew(f"{root}: format {facts['format']}, this program knows {FORMAT}")
    return facts


def root_of(folder: Path) -> Path:
    """The backup in a folder that a person names: that folder, or the one that was made in it."""
    within = folder / _USUAL_NAME
    return within if not (folder / MARKER).exists() and (within / MARKER).exists() else folder


def copies_in(root: Path) -> list[BackupCopy]:
    """All complete copies, newest first; raises `BackupFolderMissing`, `BackupFolderUnusable`."""
    with backup_failures(root):
        marker_of(root)
        found = [_copy_of(path) for path in (root / "copies").iterdir() if not path.name.startswith(UNFINISHED)]
    return sorted((one for one in found if one is not None), key=lambda one: one.made_at, reverse=True)


def check_backup(folder: Path, control: Control | None = None) -> Sequence[CheckedCopy]:
    """Read every byte of a backup again; out: all copies, newest first, each with what is not sound."""
    asked = control or SimpleControl()
    root = root_of(folder)
    copies = copies_in(root)
    with backup_failures(root):
        pool = MailPool(root)
        common = tuple(pool.faults(asked))
        held = pool.held() if not common else set()
        return [CheckedCopy(one, (*common, *_faults(root, one, held, asked, common))) for one in copies]


def keys_of(root: Path, copies: Iterable[BackupCopy]) -> set[bytes]:
    """Keys of the raw mails that copies need; raises `BackupDamaged`."""
    needed: set[bytes] = set()
    for one in copies:
        folder = root / "copies" / one.name
        content = (folder / KEYS_FILE).read_bytes()
        if hashlib.sha256(content).hexdigest() != read_facts(folder / FACTS)["keys_sha256"]:
            raise BackupDamaged(f"{one.name}: {KEYS_FILE} was changed")
        needed |= {content[at : at + _KEY_SIZE] for at in range(0, len(content), _KEY_SIZE)}
    return needed


def remove_copies(root: Path, copies: Iterable[BackupCopy]) -> None:
    """Take copies away."""
    for one in copies:
        take_away(root / "copies" / one.name)


def _copy_of(path: Path) -> BackupCopy | None:
    """None for what is no copy."""
    try:
        facts = read_facts(path / FACTS)
        made_at = datetime.fromisoformat(facts["made_at"])
        return BackupCopy(path.name, made_at, facts["messages"], facts["conversations"], facts["bytes"])
    except (BackupDamaged, KeyError, ValueError, TypeError, NotADirectoryError):
        return None


def _faults(root: Path, copy: BackupCopy, held: set[bytes], control: Control, common: Sequence[str]) -> list[str]:
    folder = root / "copies" / copy.name
    facts = read_facts(folder / FACTS)
    path = folder / DESK_FILE
    if not path.exists():
        return [f"{DESK_FILE} is missing"]
    if sha256_of(path, control) != facts["desk_sha256"]:
        return [f"{DESK_FILE} was changed"]
    try:
        verify_desk(path)
    except (BackupDamaged, DatabaseTooNew) as error:
        return [str(error)]
    missing = 0 if common else len(referred_mails(path) - held)
    if missing > facts["missing"]:
        return [f"{missing - facts['missing']} raw mails are missing"]
    return [f"{name} was changed" for name, sum_ in facts["files"].items() if not _is_same(folder / EXTRA / name, sum_)]


def _is_same(path: Path, sum_: str) -> bool:
    return path.exists() and sha256_of(path) == sum_


def _is_among(chosen: Path, data_folder: Path) -> bool:
    return chosen == data_folder or data_folder in chosen.parents
