"""The text behind "Copy details": for whoever helps; in English, and without any secret."""

import re
from collections.abc import Sequence

from shopdesk import __version__
from shopdesk.domain.discovery import Tried
from shopdesk.domain.mailbox import Server
from shopdesk.domain.trial import Tick
from shopdesk.ui.wizard.entry import Entry
from shopdesk.ui.wizard.troubles import Trouble

_LONGEST = 4_000
_SHORTEST_SECRET = 3


def details_text(entry: Entry, ticks: Sequence[Tick], trouble: Trouble | None, tried: Sequence[Tried]) -> str:
    """What was tried and what the servers said; the address is cut to its domain."""
    lines = [
        f"Shopdesk {__version__}: connecting a mailbox",
        f"address: …@{entry.domain}",
        f"receiving: {_server(entry.imap)}",
        f"sending: {_server(entry.smtp)}",
        f"sign-in: {'browser' if entry.proof and entry.proof.tokens else 'password'}",
    ]
    if entry.found is not None:
        lines.append(f"found by: {entry.found.source} {entry.found.provider}".rstrip())
    lines += [f"{tick.part}: {_result(tick)}" for tick in ticks]
    if trouble is not None:
        lines.append(f"problem: {trouble.kind}: {_words(trouble.failure)}")
    lines += [f"tried {one.source}: {one.what}: {one.problem}: {one.detail}" for one in tried]
    return _hidden("\n".join(lines), entry)[:_LONGEST]


def _result(tick: Tick) -> str:
    if tick.failure is not None:
        return _words(tick.failure)
    if tick.is_left_out:
        return "not tried"
    parts = (tick.tls, f"{tick.milliseconds} ms", f"{len(tick.folders)} folders" if tick.folders else "")
    return " ".join(["works", *(part for part in parts if part)])


def _words(failure: Exception | None) -> str:
    return "" if failure is None else str(failure)


def _server(server: Server | None) -> str:
    if server is None:
        return "none"
    pinned = " (certificate trusted by fingerprint)" if server.fingerprint else ""
    return f"{server.host}:{server.port} {server.security}{pinned}"


def _hidden(text: str, entry: Entry) -> str:
    """Servers repeat what they were told; a very short password is hidden where it stands as a word of its own."""
    for secret in sorted(entry.secrets, key=len, reverse=True):
        if len(secret) >= _SHORTEST_SECRET:
            text = text.replace(secret, "***")
        else:
            text = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", "***", text)
    local = entry.address.rpartition("@")[0]
    return text.replace(entry.address, f"…@{entry.domain}") if local else text
