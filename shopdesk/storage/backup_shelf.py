"""Makes copies of a data folder in the backup folder: the raw mails that are new, the desk, what lies beside them."""

import hashlib
import logging
import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from shopdesk.domain.backup import BackupCopy, CheckedCopy, MadeBackup, to_keep
from shopdesk.domain.control import Control
from shopdesk.domain.errors import ShopdeskError
from shopdesk.storage.backup_copies import (
    DESK_FILE,
    EXTRA,
    FACTS,
    KEYS_FILE,
    belongs_to,
    check_backup,
    copies_in,
    keys_of,
    prepared,
    remove_copies,
)
from shopdesk.storage.backup_desk import DeskCounts, copy_desk, referred_mails, verify_desk
from shopdesk.storage.backup_files import (
    UNFINISHED,
    backup_failures,
    force,
    force_folder,
    need_room,
    sha256_of,
    size_of,
    take_away,
    write_facts,
)
from shopdesk.storage.backup_pool import MailPool
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.failures import named_failures
from shopdesk.storage.values import chunks, id_list

_SPARE = 32 << 20
"""Bytes that stay free beyond what is written."""
_BESIDE = ("window.ini", "dictionary.txt", "rules/*.json", "topics/*.json", "cases/*.json")
_CHUNK = 5_000

_log = logging.getLogger(__name__)


class BackupShelf:
    """Fits `backup_ports.BackupShelf`; one process at a time may call `make` for a data folder."""

    def __init__(self, desk: ShopDatabase, archive: ShopDatabase) -> None:
        self._desk = desk
        self._archive = archive

    @property
    def _data_folder(self) -> Path:
        return self._desk.path.parent

    def prepare(self, chosen: str, desk_id: str) -> str:
        """See `backup_copies.prepared`."""
        return str(prepared(Path(chosen), self._data_folder, desk_id))

    def same_disk(self, folder: str) -> bool:
        """Whether the folder lies on the disk of the data."""
        try:
            return Path(folder).stat().st_dev == self._data_folder.stat().st_dev
        except OSError:
            return False

    def copies(self, folder: str) -> Sequence[BackupCopy]:
        """All complete copies, newest first."""
        return copies_in(Path(folder))

    def size(self, folder: str) -> int:
        """Bytes of a whole backup."""
        with backup_failures(Path(folder)):
            return MailPool(Path(folder)).size + sum(one.bytes for one in copies_in(Path(folder)))

    def check(self, folder: str, control: Control | None = None) -> Sequence[CheckedCopy]:
        """Read every byte of the backup again."""
        return check_backup(Path(folder), control)

    def make(
        self, folder: str, desk_id: str, now: datetime, control: Control, forgets: datetime | None = None
    ) -> MadeBackup:
        """Write a copy, verify it, then let go of what is too old, or older than `forgets`.

        Until the last step of the new copy, and when anything fails before it, all older ones stay as they are.
        Raises the errors of backups in `domain.errors`, `Cancelled`, and what reading the desk raises.
        """
        root = Path(folder)
        with backup_failures(root):
            belongs_to(root, desk_id)
            round_ = _Round(self._desk, self._archive, root, now, control, forgets)
            try:
                copy, added = round_.copied()
            except BaseException:
                with suppress(OSError):  # it is in the way of nothing, and the next round takes it away
                    round_.clean()
                raise
            try:
                removed = round_.let_go()
                tidied = True
            except (ShopdeskError, OSError) as error:
                _log.warning("old copies of the backup could not be taken away: %s", error)
                removed, tidied = (), False
        return MadeBackup(copy, added, tuple(one.name for one in removed), tidied)


@dataclass(slots=True)
class _Round:
    """The making of one copy."""

    desk: ShopDatabase
    archive: ShopDatabase
    root: Path
    now: datetime
    control: Control
    forgets: datetime | None
    done: int = 0
    total: int = 0

    def copied(self) -> tuple[BackupCopy, int]:
        """The new copy, and how many raw mails it added to the backup."""
        copies = self.root / "copies"
        copies.mkdir(exist_ok=True)
        self.clean()
        pool = MailPool(self.root)
        pool.tidy()
        new = self._unknown(pool.held())
        mails, desk = self._size_of(new), size_of(self.desk.path)
        need_room(self.root, mails + mails // 20 + desk + _SPARE)
        self.total = mails + 2 * desk
        added = pool.add(self._mails(new), self._report)
        unfinished = copies / f"{UNFINISHED}{_free_name(copies, self.now)}"
        unfinished.mkdir()
        counts = self._copy_desk(unfinished / DESK_FILE)
        needed = referred_mails(unfinished / DESK_FILE)
        # What came in meanwhile; what is not in the archive either is a finding of `check`, and no reason to
        # have no backup at all.
        held = pool.held()
        late = self._unknown(held, among=needed)
        if late:
            added += pool.add(self._mails(late), self._report)
            held = pool.held()
        copy = self._sealed(unfinished, counts, needed, len(needed - held))
        self.control.report(self.total, self.total)
        return copy, added

    def clean(self) -> None:
        """Take away what was begun and never finished, here or in a round before."""
        for folder in (self.root, self.root / "copies", self.root / "mails"):
            for path in folder.glob(f"{UNFINISHED}*"):
                take_away(path)

    def let_go(self) -> Sequence[BackupCopy]:
        """Take away what is too old, and the raw mails that nothing needs any more; out: the copies that went."""
        all_ = copies_in(self.root)
        kept = [one for one in to_keep(all_) if self.forgets is None or one.made_at >= self.forgets]
        gone = [one for one in all_ if one not in kept]
        remove_copies(self.root, gone)
        pool = MailPool(self.root)
        if gone or self.forgets is not None:
            dead = pool.held() - keys_of(self.root, kept)
            pool.drop(dead, self.control, every=self.forgets is not None)
        pool.merge(self.control)
        return gone

    # --- inside -----------------------------------------------------------------------------------------------

    def _report(self, size: int) -> None:
        self.control.stop_if_cancelled()
        self.done += size
        self.control.report(min(self.done, self.total), self.total)

    def _unknown(self, held: Collection[bytes], among: Collection[bytes] | None = None) -> list[int]:
        """Numbers of the raw mails in the archive that the backup lacks, in the order of their arrival."""
        with named_failures(self.archive.path):
            rows = self.archive.rows("SELECT id, sha256 FROM raw_mail")
        return sorted(id_ for id_, key in rows if key not in held and (among is None or key in among))

    def _size_of(self, numbers: Sequence[int]) -> int:
        statement = "SELECT coalesce(sum(length(packed)), 0) FROM raw_mail WHERE id IN (SELECT value FROM json_each(?))"
        with named_failures(self.archive.path):
            return sum(int(self.archive.value(statement, (id_list(some),))) for some in chunks(numbers, _CHUNK))

    def _mails(self, numbers: Sequence[int]) -> Iterator[Row]:
        """One at a time: no state of the archive is held, and no more than one mail is in memory."""
        for number in numbers:
            with named_failures(self.archive.path):
                row = self.archive.row("SELECT sha256, packed FROM raw_mail WHERE id = ?", (number,))
            if row is not None:  # a removed mailbox may take its mails away meanwhile
                yield row

    def _copy_desk(self, path: Path) -> DeskCounts:
        counts = copy_desk(self.desk, path, self.control, self._report, forgets=self.forgets is not None)
        verify_desk(path, counts)
        return counts

    def _sealed(self, unfinished: Path, counts: DeskCounts, needed: set[bytes], missing: int) -> BackupCopy:
        keys = b"".join(sorted(needed))
        (unfinished / KEYS_FILE).write_bytes(keys)
        force(unfinished / KEYS_FILE)
        files = _copied_beside(self.desk.path.parent, unfinished / EXTRA)
        size = sum(size_of(path) for path in unfinished.rglob("*") if path.is_file())
        facts = {
            "made_at": self.now.astimezone(UTC).isoformat(),
            "messages": counts.messages,
            "conversations": counts.conversations,
            "bytes": size,
            "missing": missing,
            "desk_sha256": sha256_of(unfinished / DESK_FILE, self.control),
            "keys_sha256": hashlib.sha256(keys).hexdigest(),
            "files": files,
        }
        write_facts(unfinished / FACTS, facts)
        self.control.stop_if_cancelled()
        final = unfinished.with_name(unfinished.name.removeprefix(UNFINISHED))
        unfinished.replace(final)
        force_folder(final.parent)
        return BackupCopy(final.name, self.now, counts.messages, counts.conversations, size)


def _free_name(copies: Path, now: datetime) -> str:
    name = f"{now.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}"
    taken = {path.name for path in copies.iterdir()}
    return next(one for number in count(1) if (one := f"{name}-{number}" if number > 1 else name) not in taken)


def _copied_beside(data_folder: Path, to: Path) -> dict[str, str]:
    """Copy the small files that belong to the data; out: their sha256 by name."""
    found = {}
    for pattern in _BESIDE:
        for path in sorted(data_folder.glob(pattern)):
            name = path.relative_to(data_folder).as_posix()
            target = to / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            force(target)
            found[name] = sha256_of(target)
    return found
