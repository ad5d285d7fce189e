"""Signing in: LOGIN and AUTHENTICATE with PLAIN, LOGIN, XOAUTH2, OAUTHBEARER (RFC 4616, 7628)."""

from __future__ import annotations

import base64
import binascii
import json

from shopdesk.demo.imap_parser import Refused, Token, as_bytes, as_upper
from shopdesk.demo.imap_session import Session

_FAILED = "NO [AUTHENTICATIONFAILED] Authentication failed."


def login(session: Session, arguments: list[Token]) -> bytes:
    """Answer LOGIN."""
    if len(arguments) != 2:  # noqa: PLR2004 — user and password
        raise Refused("BAD a user and a password are expected")
    if session.offers("LOGINDISABLED") and not session.wire.is_secure:
        raise Refused("NO [PRIVACYREQUIRED] encrypt first")
    user, password = (as_bytes(word).decode("utf-8", "replace") for word in arguments)
    return _by_password(session, user, password)


def authenticate(session: Session, arguments: list[Token]) -> bytes:
    """Answer AUTHENTICATE, with or without an initial response."""
    mechanism = as_upper(arguments[0]) if arguments else ""
    if not session.offers("AUTH=" + mechanism):
        raise Refused("NO [CANNOT] this mechanism is not offered")
    first = as_bytes(arguments[1]) if len(arguments) > 1 else None
    if mechanism == "LOGIN":
        user = _decode(session.ask(base64.b64encode(b"User Name\0")) if first is None else first)
        password = _decode(session.ask(base64.b64encode(b"Password\0")))
        return _by_password(session, user, password)
    text = _decode(session.ask(b"") if first is None else first)
    if mechanism == "PLAIN":
        pieces = text.split("\0")
        if len(pieces) != 3:  # noqa: PLR2004 — authorisation, user, password
            raise Refused("BAD unreadable response")
        return _by_password(session, pieces[1], pieces[2])
    return _by_token(session, text)


def _decode(answer: bytes) -> str:
    if answer == b"*":
        raise Refused("BAD cancelled")
    try:
        return base64.b64decode(b"" if answer == b"=" else answer, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError) as error:
        raise Refused("BAD unreadable base64") from error


def _by_password(session: Session, user: str, password: str) -> bytes:
    if not session.house.store.accepts(user, password):
        return _refuse(session)
    return _welcome(session, user)


def _by_token(session: Session, text: str) -> bytes:
    fields = dict(piece.partition("=")[::2] for piece in text.split("\x01"))
    user = fields.get("user", "")
    if not user:
        header = text.partition("\x01")[0]
        user = next((part[2:] for part in header.split(",") if part.startswith("a=")), "")
    token = fields.get("auth", "").removeprefix("Bearer ")
    if session.house.store.has_user(user) and session.house.check_token(user, token):
        return _welcome(session, user)
    challenge = {"status": "400", "schemes": "Bearer", "scope": "https://mail.google.com/"}
    session.ask(base64.b64encode(json.dumps(challenge).encode()))
    return _refuse(session)


def _refuse(session: Session) -> bytes:
    with session.house.lock:
        session.house.counts.refused_sign_ins += 1
    raise Refused(_FAILED)


def _welcome(session: Session, user: str) -> bytes:
    session.user = user
    with session.house.lock:
        session.house.counts.sign_ins += 1
    if session.behaviour.announces:
        return b"OK [CAPABILITY " + capability_line(session) + b"] welcome"
    return b"OK welcome"


def capability_line(session: Session) -> bytes:
    """The capabilities of the present state."""
    behaviour = session.behaviour
    before = behaviour.capabilities_before
    names = list(behaviour.capabilities if session.user or before is None else before)
    if session.tls is not None and not session.wire.is_secure:
        names.append("STARTTLS")
    return " ".join(dict.fromkeys(("IMAP4rev1", *names))).encode()
