"""SEARCH in the open folder (RFC 3501, section 6.4.4; ESEARCH RFC 4731; MODSEQ RFC 7162)."""

from __future__ import annotations

from shopdesk.demo.behaviour import Behaviour, Quirk
from shopdesk.demo.imap_folder import StoredMail
from shopdesk.demo.imap_parser import (
    Refused,
    Token,
    as_list,
    as_upper,
    spell_set,
)
from shopdesk.demo.imap_search_keys import Reader, all_of
from shopdesk.demo.imap_session import Session

_CHARSETS = ("UTF-8", "US-ASCII")


def search(session: Session, arguments: list[Token], *, uid: bool) -> bytes:
    """Answer SEARCH or UID SEARCH."""
    behaviour = session.behaviour
    arguments, wants = _return_options(session, arguments)
    if arguments and as_is_word(arguments[0], "CHARSET"):
        if behaviour.has(Quirk.SEARCH_CHARSET_REFUSED):
            raise Refused("BAD Parse command error")
        if len(arguments) == 1 or as_upper(arguments[1]) not in _CHARSETS:
            raise Refused("NO [BADCHARSET (UTF-8 US-ASCII)] unknown charset")
        arguments = arguments[2:]
    if not arguments:
        raise Refused("BAD a search key is expected")
    selected = session.folder()
    reader = Reader(arguments, selected, behaviour)
    test = all_of(reader)
    if reader.uses_modseq:
        session.enabled.add("CONDSTORE")
    with session.house.store.lock:
        known = set(selected.uids)
        found = [mail for mail in selected.folder.mails if mail.uid in known and test(mail)]
    _limit(behaviour, found)
    numbers = [mail.uid if uid else selected.number(mail.uid) for mail in found]
    top = max((mail.modseq for mail in found), default=0) if reader.uses_modseq else 0
    session.say(_esearch(session, wants, numbers, top, uid=uid) if wants is not None else _plain(numbers, top))
    return b"OK searched"


def as_is_word(token: Token, word: str) -> bool:
    """Say whether a token is this word."""
    return not isinstance(token, list) and token.upper() == word.encode()


def _limit(behaviour: Behaviour, found: list[StoredMail]) -> None:
    limit = behaviour.message_limit
    if limit is not None and len(found) > limit:
        raise Refused(f"NO [MESSAGELIMIT {limit}] too many messages found")


def _plain(numbers: list[int], top: int) -> bytes:
    words = b"".join([b" %d" % number for number in numbers])
    return b"SEARCH" + words + (b" (MODSEQ %d)" % top if top else b"")


def _return_options(session: Session, arguments: list[Token]) -> tuple[list[Token], list[str] | None]:
    if not (len(arguments) > 1 and as_is_word(arguments[0], "RETURN")):
        return arguments, None
    if not session.offers("ESEARCH"):
        raise Refused("BAD unknown search key RETURN")
    options = [as_upper(word) for word in as_list(arguments[1])]
    return arguments[2:], options or ["ALL"]


def _esearch(session: Session, wants: list[str], numbers: list[int], top: int, *, uid: bool) -> bytes:
    pieces = [b'ESEARCH (TAG "' + session.tag + b'")']
    if uid:
        pieces.append(b"UID")
    if numbers and "MIN" in wants:
        pieces.append(b"MIN %d" % min(numbers))
    if numbers and "MAX" in wants:
        pieces.append(b"MAX %d" % max(numbers))
    if "COUNT" in wants:
        pieces.append(b"COUNT %d" % len(numbers))
    if numbers and "ALL" in wants:
        pieces.append(b"ALL " + spell_set(numbers))
    if top:
        pieces.append(b"MODSEQ %d" % top)
    return b" ".join(pieces)
