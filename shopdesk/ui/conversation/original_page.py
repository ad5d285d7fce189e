"""A mail as a page of its own for the browser: cleaned, with its pictures inside, unable to reach any network."""

import re
from base64 import b64encode
from collections.abc import Mapping
from html import escape, unescape

from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.message import Mail, Message
from shopdesk.domain.remote_picture import marked
from shopdesk.ui.conversation.mail_html import text_html
from shopdesk.ui.desk import Desk

MOST_BYTES = 30 << 20
"""Of all pictures of one page."""
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
_SOURCE = re.compile(r'<img src="((?:cid|remote):[^"]*)"')
_TYPE = re.compile(r"image/[a-z0-9.+-]+")


def original_page(mail: Mail, html: str, pictures: Mapping[str, tuple[str, bytes]]) -> str:
    """The page. In: safe HTML whose pictures have names (`cid:…`, `remote:…`); media type and bytes by name.

    The policy allows no request at all; links still work, and say nothing about where they were clicked.
    """

    def inside(found: re.Match[str]) -> str:
        media_type, content = pictures.get(unescape(found[1]), ("", b""))
        if not content or not _TYPE.fullmatch(media_type):
            return "<img"
        return f'<img src="data:{media_type};base64,{b64encode(content).decode("ascii")}"'

    facts = (mail.subject, f"{mail.sender.name} <{mail.sender.email}>", str(mail.sent_at or ""))
    head = "<br>".join(escape(fact) for fact in facts)
    return (
        '<!doctype html><html><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escape(mail.subject)}</title></head><body>"
        f'<p style="font: 13px sans-serif; opacity: 0.7">{head}</p><hr>{_SOURCE.sub(inside, html)}</body></html>'
    )


def picture_names(html: str) -> list[str]:
    """Names of the pictures that safe HTML shows, each once."""
    return list(dict.fromkeys(unescape(found) for found in _SOURCE.findall(html)))


def page_of(desk: Desk, message: Message) -> str:
    """The page of a message with its own pictures, and those from outside that are in the store.

    For the reading lane. Pictures that are missing, or too many, are left out.
    """
    state = desk.outside.pictures.state(message)
    html = marked(message.mail.html, state.shown) or text_html(message.mail.text)
    pictures: dict[str, tuple[str, bytes]] = {}
    room = MOST_BYTES
    for name in picture_names(html):
        media_type, content = _picture(desk, message, name)
        if len(content) <= room:
            pictures[name] = (media_type, content)
            room -= len(content)
    return original_page(message.mail, html, pictures)


def _picture(desk: Desk, message: Message, name: str) -> tuple[str, bytes]:
    kind, _, which = name.partition(":")
    try:
        if kind == "remote":
            found = desk.outside.pictures.content(message, int(which))
            return found.media_type, found.content
        own = next((one for one in message.mail.attachments if one.content_id == which), None)
        return ("", b"") if own is None else (own.media_type, desk.attachments.content(message.id, own.number))
    except ShopdeskError:
        return "", b""
