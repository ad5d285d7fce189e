"""Makes backups until it is killed; says on stdout when each one is complete. Run by `test_backups.py`."""

import sys
from datetime import timedelta
from pathlib import Path

from shopdesk.domain.control import SimpleControl
from shopdesk.storage.store import open_store
from tests.storage.make import keyed


def main(data: str, folder: str) -> None:
    """Add some raw mails and make a copy, again and again."""
    store = open_store(Path(data), lambda _: None)
    now = store.shelf.copies(folder)[0].made_at
    number = store.archive.count()
    while True:
        store.archive.add(keyed(*(f"{number + each} mail {'x' * 3_000}".encode() for each in range(40))))
        number += 40
        now += timedelta(days=1)
        made = store.shelf.make(folder, "desk", now, SimpleControl())
        sys.stdout.write(f"{made.copy.name}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
