"""Mails of erased customers that come again from a server, or were on their way while they were erased."""

from collections.abc import Sequence

from shopdesk.domain.ids import FolderId
from shopdesk.services.ports import Store, Work
from shopdesk.services.reading import Arrived


def without_erased(store: Store, folder: FolderId, mails: Sequence[Arrived]) -> list[Arrived]:
    """The mails of a folder that may be kept; it is written down where the others lie, so that nobody fetches them."""
    marks = {a.fetched.uid: a.fingerprint for a in mails}
    with store.reading() as work:
        erased = work.erasing.come_again(folder, marks)
    if erased:
        with store.writing() as work:
            work.erasing.leave_out(folder, sorted(erased))
    return [a for a in mails if a.fetched.uid not in erased]


def drop_erased(work: Work, folder: FolderId, mails: Sequence[tuple[int, str, str]]) -> frozenset[int]:
    """Within the transaction that files mails: those that were erased since their raw bytes went into the archive.

    In: (uid, fingerprint, sha256). Out: their UIDs; the raw bytes go after the commit.
    """
    erased = work.erasing.come_again(folder, {uid: mark for uid, mark, _ in mails})
    if erased:
        work.erasing.leave_out(folder, sorted(erased), [raw for uid, _, raw in mails if raw and uid in erased])
    return erased
