"""Message sets of commands: from a token to messages, with the limits that servers put on them."""

from __future__ import annotations

from shopdesk.demo.behaviour import Quirk
from shopdesk.demo.imap_folder import StoredMail
from shopdesk.demo.imap_parser import Refused, Token, parse_ranges, pick
from shopdesk.demo.imap_session import Session


def chosen_uids(session: Session, token: Token, *, uid: bool) -> list[int]:
    """UIDs that a message set means in the open folder; raises Refused where the server would."""
    selected = session.folder()
    ranges = parse_ranges(token)
    falling = any(first and last and first > last for first, last in ranges)
    if falling and session.behaviour.has(Quirk.FALLING_RANGE_REFUSED):
        raise Refused("BAD UID parameters")
    if uid:
        indexes = pick(ranges, selected.uids)
    else:
        count = len(selected.uids)
        if any((first or 0) > count or (last or 0) > count for first, last in ranges):
            raise Refused("BAD message number out of range")
        indexes = pick(ranges, range(1, count + 1))
    limit = session.behaviour.message_limit
    if limit is not None and len(indexes) > limit:
        raise Refused(f"NO [MESSAGELIMIT {limit}] too many messages in one command")
    return [selected.uids[index] for index in indexes]


def chosen_mails(session: Session, token: Token, *, uid: bool) -> list[StoredMail]:
    """Messages that a message set means, without those that left meanwhile; hold the store's lock."""
    wanted = chosen_uids(session, token, uid=uid)
    mails = session.folder().folder.mails
    if len(wanted) * 4 > len(mails):
        names = set(wanted)
        return [mail for mail in mails if mail.uid in names]
    found = (session.folder().folder.find(number) for number in wanted)
    return [mail for mail in found if mail is not None]
