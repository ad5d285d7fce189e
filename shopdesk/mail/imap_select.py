"""Opening a folder and learning what changed in it: plain, CONDSTORE, QRESYNC (RFC 7162)."""

from collections.abc import Mapping

from shopdesk.domain.connection import FolderNews
from shopdesk.domain.errors import FolderGone, ServerRefused
from shopdesk.domain.mailbox import Cursor
from shopdesk.mail.imap_connection import Answer
from shopdesk.mail.imap_errors import at_the_door, code_of, folder_refusal
from shopdesk.mail.imap_fetch import flags_of, numbers
from shopdesk.mail.imap_line import Line

MOST_VANISHED = 2_000_000
"""A server may name whole ranges that never held a mail; beyond this we compare UIDs instead."""


def open_folder(line: Line, raw_name: bytes, known: Cursor) -> FolderNews:
    """Look into a folder without changing a mail; at most two round trips, one or two more where it was numbered anew.

    Raises `FolderGone`, `ServerRefused`.
    """
    resync = "QRESYNC" in line.enabled and known.uidvalidity > 0 and known.modseq > 0
    verb = b"SELECT" if line.quirks.select_instead_of_examine else b"EXAMINE"
    answer = _select(line, verb, raw_name, known, resync=resync)
    with at_the_door(line.host):
        if known.uidvalidity and known.uidvalidity != _validity(answer):
            answer = _with_lasting_numbers(line, raw_name, known)
        uidvalidity = _validity(answer)
        modseq = answer.number("HIGHESTMODSEQ")
        same = uidvalidity == known.uidvalidity
        flags: Mapping[int, frozenset[str]] = {}
        complete = False
        if same and 0 < known.modseq <= modseq:
            if resync:
                flags, complete = flags_of(line.items(answer)), True
            else:
                flags, complete = _changed_flags(line, known.modseq, modseq)
        return FolderNews(
            uidvalidity=uidvalidity,
            uidnext=answer.number("UIDNEXT"),
            exists=answer.number("EXISTS"),
            modseq=modseq,
            flags=flags,
            flags_complete=complete,
            vanished=_vanished(answer) if resync and same and modseq else None,
        )


def _validity(answer: Answer) -> int:
    return answer.number("UIDVALIDITY") or 1


def _with_lasting_numbers(line: Line, raw_name: bytes, known: Cursor) -> Answer:
    """Open a folder for writing that was numbered anew: some servers number it anew until somebody did."""
    try:
        return _select(line, b"SELECT", raw_name, known, resync=False)
    except (FolderGone, ServerRefused):  # a folder for reading only
        return _select(line, b"EXAMINE", raw_name, known, resync=False)


def _select(line: Line, verb: bytes, raw_name: bytes, known: Cursor, *, resync: bool) -> Answer:
    name = line.folder_word(raw_name)
    extra: tuple[bytes, ...] = ()
    if resync:
        extra = (b"(QRESYNC (%d %d))" % (known.uidvalidity, known.modseq),)
    elif line.has_condstore and not line.counts_changes_already:
        extra = (b"(CONDSTORE)",)
    answer = line.run(verb, name, *extra)
    if answer.status == "BAD" and extra:
        answer = line.run(verb, name)
    if not answer.ok:
        raise folder_refusal(line.host, answer.text)
    line.client.engine.state = "SELECTED"
    line.client.engine.news = False
    return answer


def _changed_flags(line: Line, known: int, modseq: int) -> tuple[Mapping[int, frozenset[str]], bool]:
    """Flags changed since the known MODSEQ; incomplete when the server refuses to tell."""
    if known == modseq:
        return {}, True
    answer = line.run(b"UID FETCH 1:* (UID FLAGS) (CHANGEDSINCE %d)" % known)
    return flags_of(line.items(answer)), answer.ok and code_of(answer.text) != "MESSAGELIMIT"


def _vanished(answer: Answer) -> tuple[int, ...] | None:
    found: set[int] = set()
    for words in answer.untagged.get("VANISHED", []):
        more = numbers(words.rpartition(b" ")[2], 1 << 32, MOST_VANISHED - len(found))
        if more is None:
            return None
        found.update(more)
    return tuple(sorted(found))
