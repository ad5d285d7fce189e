"""The raw mails of all copies of a backup, once: sealed files that are added, merged and dropped, never changed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from shopdesk.domain.control import Control
from shopdesk.domain.errors import BackupDamaged
from shopdesk.storage.backup_files import (
    UNFINISHED,
    force,
    force_folder,
    read_facts,
    sha256_of,
    size_of,
    take_away,
    write_facts,
)
from shopdesk.storage.database import Row
from shopdesk.storage.migrations import ARCHIVE

LARGEST = 256 << 20
"""Bytes of mails in one file: less is written anew when one of them has to go, and every drive takes such files."""
SMALL = 8 << 20
MOST_SMALL = 31
"""One file a day: when there are more small ones, they become one."""
_INDEX = "mails.json"
_KEEPS_DEAD = 0.3
Report = Callable[[int], None]
"""Told the bytes of each mail as it is written."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One sealed file."""

    name: str
    size: int
    sha256: str
    mails: int


class MailPool:
    """The folder `mails` of a backup with its index; for one process at a time, but for those who only read."""

    def __init__(self, root: Path) -> None:
        self._index = root / _INDEX
        self._folder = root / "mails"
        self.packs: list[Pack] = []
        if self._index.exists():
            self.packs = [Pack(**fields) for fields in read_facts(self._index)["packs"]]

    def tidy(self) -> None:
        """Take away what an interrupted round left, and forget files that are gone: their mails are copied again."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        whole = [pack for pack in self.packs if size_of(self._folder / pack.name) == pack.size]
        if whole != self.packs:
            self._save(whole)
        known = {pack.name for pack in self.packs}
        for path in self._folder.iterdir():
            if path.name not in known:
                take_away(path)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(pack.size for pack in self.packs)

    def held(self) -> set[bytes]:
        """The keys of all mails."""
        return {key for pack in self.packs for key in self._keys_of(pack)}

    def add(self, mails: Iterable[Row], report: Report = lambda size: None) -> int:
        """Write mails (key, packed bytes) that are not here yet; out: how many."""
        made = self._written(mails, report)
        if made:
            self._save([*self.packs, *made])
        return sum(pack.mails for pack in made)

    def drop(self, dead: Collection[bytes], control: Control, *, every: bool) -> None:
        """Write files anew that hold mails which no copy needs: `every` such file, else where it is worth it."""
        chosen = []
        for pack in self.packs:
            control.stop_if_cancelled()
            gone = sum(key in dead for key in self._keys_of(pack))
            if gone and (every or gone > pack.mails * _KEEPS_DEAD):
                chosen.append(pack)
        self._write_anew(chosen, dead, control)

    def merge(self, control: Control) -> None:
        """Make one of many small files."""
        small = [pack for pack in self.packs if pack.size < SMALL]
        if len(small) > MOST_SMALL:
            self._write_anew(small, (), control)

    def mails(self, wanted: Collection[bytes]) -> Iterator[Row]:
        """The mails (key, packed bytes) among the wanted ones."""
        for pack in self.packs:
            yield from self._mails_of(pack, lambda key: key in wanted)

    def faults(self, control: Control) -> list[str]:
        """What is not as it was sealed: files that are missing, cut or changed."""
        found = []
        for pack in self.packs:
            path = self._folder / pack.name
            if not path.exists():
                found.append(f"{pack.name} is missing")
            elif size_of(path) != pack.size or sha256_of(path, control) != pack.sha256:
                found.append(f"{pack.name} was changed")
        return found

    # --- inside -----------------------------------------------------------------------------------------------

    def _write_anew(self, packs: Sequence[Pack], dead: Collection[bytes], control: Control) -> None:
        if not packs:
            return

        def rows() -> Iterator[Row]:
            for pack in packs:
                for row in self._mails_of(pack, lambda key: key not in dead):
                    control.stop_if_cancelled()
                    yield row

        made = self._written(rows(), lambda size: None)
        self._save([*(pack for pack in self.packs if pack not in packs), *made])
        for pack in packs:
            take_away(self._folder / pack.name)

    def _save(self, packs: list[Pack]) -> None:
        write_facts(self._index, {"packs": [asdict(pack) for pack in packs]})
        self.packs = packs

    def _written(self, mails: Iterable[Row], report: Report) -> list[Pack]:
        """Sealed files with the mails; they count once they are in the index."""
        made: list[Pack] = []
        rest = iter(mails)
        while (first := next(rest, None)) is not None:
            made.append(self._sealed(_as_many_as_fit(first, rest), report))
        if made:
            force_folder(self._folder)
        return made

    def _sealed(self, mails: Iterable[Row], report: Report) -> Pack:
        unfinished = self._folder / f"{UNFINISHED}pack"
        unfinished.unlink(missing_ok=True)
        count = 0
        with closing(dbapi2.connect(str(unfinished), isolation_level=None)) as pack:
            for statement in (f"PRAGMA page_size = {ARCHIVE.page_size}", "PRAGMA journal_mode = OFF", "BEGIN"):
                pack.execute(statement)
            for step in ARCHIVE.steps:
                for statement in step.statements:
                    pack.execute(statement)
            for row in mails:
                pack.execute("INSERT INTO raw_mail (sha256, packed) VALUES (?, ?)", row)
                count += 1
                report(len(row[1]))
            pack.execute(f"PRAGMA application_id = {ARCHIVE.application_id}")
            pack.execute(f"PRAGMA user_version = {len(ARCHIVE.steps)}")
            pack.execute("COMMIT")
        force(unfinished)
        self._verify(unfinished, count)
        sum_ = sha256_of(unfinished)
        sealed = Pack(f"{sum_[:24]}.pack", size_of(unfinished), sum_, count)
        unfinished.replace(self._folder / sealed.name)
        return sealed

    def _verify(self, path: Path, mails: int) -> None:
        with closing(_reading(path)) as pack:
            said = pack.execute("PRAGMA integrity_check").fetchone()[0]
            held = pack.execute("SELECT count(*) FROM raw_mail").fetchone()[0]
        if said != "ok" or held != mails:
            raise BackupDamaged(f"{path.name}: {said}, {held} of {mails} mails")

    def _keys_of(self, pack: Pack) -> list[bytes]:
        with closing(_reading(self._folder / pack.name)) as opened:
            return [row[0] for row in opened.execute("SELECT sha256 FROM raw_mail")]

    def _mails_of(self, pack: Pack, wanted: Callable[[bytes], bool]) -> Iterator[Row]:
        with closing(_reading(self._folder / pack.name)) as opened:
            ids = [row[0] for row in opened.execute("SELECT id, sha256 FROM raw_mail ORDER BY id") if wanted(row[1])]
            for number in ids:
                yield opened.execute("SELECT sha256, packed FROM raw_mail WHERE id = ?", (number,)).fetchone()


def _reading(path: Path) -> dbapi2.Connection:
    """A sealed file: nobody writes it, so that no lock is asked for, which some network drives do not have."""
    return dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def _as_many_as_fit(first: Row, rest: Iterator[Row]) -> Iterator[Row]:
    size = len(first[1])
    yield first
    while size < LARGEST and (row := next(rest, None)) is not None:
        size += len(row[1])
        yield row
