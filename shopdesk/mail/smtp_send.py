"""Hands one mail over step by step, so that after each step it is known whether the mail can have left (RFC 5321)."""

import re
import smtplib
from collections.abc import Callable, Sequence
from contextlib import suppress

from shopdesk.domain.connection import Credential
from shopdesk.domain.errors import (
    AnswerLost,
    ConnectionLost,
    MailTooLarge,
    SendDelayed,
    SenderRefused,
    SendLimitReached,
    SendRefused,
    ServerProblem,
)
from shopdesk.domain.mailbox import Mailbox
from shopdesk.domain.outbox import RefusedRecipient
from shopdesk.mail.imap_errors import one_line
from shopdesk.mail.network import Network
from shopdesk.mail.smtp import Talk, at_the_post_office, signed_in
from shopdesk.mail.timeouts import DEFAULT_TIMEOUTS, Timeouts

SECONDS_FOR_THE_LAST_ANSWER = 600.0
"""RFC 5321, 4.5.3.2.6: whoever waits less makes mails of which nobody knows whether they left."""
_GO_ON = 354
_PIECE = 1 << 16
_LIMIT = re.compile(
    r"[45]\.[45]\.5\b|too many (messages|mails|emails)|frequency limit|\b(MI:DMC|MI:IMF|RP:TR[CL]|HL:ITC|DT:SUM)\b"
    r"|(sending|message|daily|hourly|user|rate)[ -](sending )?(limit|quota|rate)[^.]{0,20}(exceeded|reached)"
    r"|exceeded[^.]{0,30}(sending|daily|hourly|message|rate)[ -](limit|quota)",
    re.IGNORECASE,
)
"""How providers say that too much was sent: Gmail's 5.4.5, the codes of Coremail, and plain words."""
_SENDER = re.compile(
    r"5\.7\.60|5\.2\.252|send ?as|mail ?from (address )?must|(sender|from)([ -]?(address|header))?[^.]{0,40}"
    r"(not (be )?(owned|allowed|verified|authori[sz]ed|permitted|yours)|reject|refused|must|mismatch)"
    r"|not (owned|one of your|a local sender|local sender)|not authori[sz]ed to send|relaying disallowed as",
    re.IGNORECASE,
)
"""How providers say that the account may not send under this address."""
_DOT_FIRST = re.compile(rb"(?m)^\.")


class SmtpPost:
    """Fits `services.sending_ports.PostOffice`: opens connections over which mails leave."""

    def __init__(
        self,
        timeouts: Timeouts = DEFAULT_TIMEOUTS,
        *,
        network: Network | None = None,
        last_answer: float = SECONDS_FOR_THE_LAST_ANSWER,
    ) -> None:
        self._timeouts = timeouts
        self._network = network or Network()
        self._last_answer = last_answer

    def open(self, mailbox: Mailbox, credential: Credential) -> "SmtpDelivery":
        """Connect, encrypt, sign in; raises `ServerProblem`s. The mailbox must have a server for sending."""
        server = mailbox.smtp
        if server is None:
            raise SendRefused("", "this mailbox has no server for sending")
        secrets = (credential.password, credential.token)
        with at_the_post_office(server.host, list(secrets)):
            talk = signed_in(mailbox, server, credential.user, secrets, self._timeouts, self._network)
        return SmtpDelivery(talk, server.host, self._last_answer)


class SmtpDelivery:
    """One signed-in connection; mails go one after the other."""

    def __init__(self, talk: Talk, host: str, last_answer: float) -> None:
        self._talk = talk
        self._host = host
        self._last_answer = last_answer

    def begin(self, sender: str, recipients: Sequence[str], size: int) -> Sequence[RefusedRecipient]:
        """MAIL and RCPT. Out: the recipients that the server does not take, some of them only for now.

        After a failure nothing was given: `SendDelayed` (later), `SendRefused`, `MailTooLarge`, `ConnectionLost`.
        """
        with at_the_post_office(self._host, []):
            self._check_size(size)
            with suppress(smtplib.SMTPServerDisconnected):
                self._talk.rset()
            sizes = f" SIZE={size}" if self._talk.has_extn("size") else ""
            self._must(*self._talk.docmd(f"MAIL FROM:<{sender}>{sizes}"))
            refused = [self._recipient(one) for one in recipients]
            found = [one for one in refused if one is not None]
            if len(found) == len(recipients):
                later = any(one.reason.startswith("4") for one in found)
                raise (SendDelayed if later else SendRefused)(self._host, found[0].reason)
            return found

    def give(self, raw: bytes, about_to_give: Callable[[], None]) -> None:
        """DATA, the mail, the dot. `about_to_give` is called right before the word DATA: it writes that down.

        Returns when the server took the mail. `SendDelayed`, `SendRefused`, `ConnectionLost`: it surely did not.
        `AnswerLost`: nobody knows.
        """
        about_to_give()
        with at_the_post_office(self._host, []):
            code, words = self._talk.docmd("DATA")
            if code != _GO_ON:
                self._must(code if code >= 400 else 500, words)  # noqa: PLR2004 - the failures of SMTP
            content = _DOT_FIRST.sub(b"..", raw)
            if not content.endswith(b"\r\n"):
                content += b"\r\n"
            self._write(content)
        code, words = self._dot()
        self._must(code, words)

    def close(self) -> None:
        """QUIT, if the server still listens; errors mean nothing any more."""
        with suppress(smtplib.SMTPException, OSError, ValueError):
            self._talk.quit()
        self._talk.close()

    # --- inside -------------------------------------------------------------------------------------------

    def _write(self, content: bytes) -> None:
        """Without its dot the server must not take a mail: a connection lost in here means that it did not leave."""
        line = self._talk.sock
        if line is None:
            raise ConnectionLost(self._host, "the connection is closed")
        for start in range(0, len(content), _PIECE):
            line.sendall(content[start : start + _PIECE])

    def _dot(self) -> tuple[int, bytes]:
        try:
            if self._talk.sock is not None:
                self._talk.sock.settimeout(self._last_answer)
                self._talk.sock.sendall(b".\r\n")
            code, words = self._talk.getreply()
        except (smtplib.SMTPException, OSError, ValueError) as problem:
            raise AnswerLost(self._host, one_line(str(problem)) or type(problem).__name__) from None
        if not 200 <= code <= 599:  # noqa: PLR2004 - not an answer of SMTP: as good as none
            raise AnswerLost(self._host, one_line(f"{code} {words.decode('utf-8', 'replace')}"))
        return code, words

    def _recipient(self, email: str) -> RefusedRecipient | None:
        code, words = self._talk.docmd(f"RCPT TO:<{email}>")
        if 200 <= code <= 299:  # noqa: PLR2004 - success in SMTP
            return None
        if code < 400:  # noqa: PLR2004 - the connection broke, or another protocol
            raise ConnectionLost(self._host, one_line(f"{code} {words.decode('utf-8', 'replace')}"))
        return RefusedRecipient(email, one_line(f"{code} {words.decode('utf-8', 'replace')}"))

    def _check_size(self, size: int) -> None:
        """The limit that the server told (RFC 1870), before anything is uploaded."""
        limit = self._talk.esmtp_features.get("size", "").strip()
        if limit.isascii() and limit.isdigit() and 0 < int(limit) < size:
            raise MailTooLarge(self._host, limit)

    def _must(self, code: int, words: bytes) -> None:
        if 200 <= code <= 299:  # noqa: PLR2004 - success in SMTP
            return
        detail = one_line(f"{code} {words.decode('utf-8', 'replace')}")
        raise _failure_of(code, detail)(self._host, detail)


def _failure_of(code: int, detail: str) -> type[ServerProblem]:
    """What an answer that is no yes means."""
    if code < 400:  # noqa: PLR2004 - neither yes nor no
        return ConnectionLost
    words = detail.casefold()
    if code == 552 and ("size" in words or "large" in words):  # noqa: PLR2004 - RFC 1870; else a full mailbox
        return MailTooLarge
    if _LIMIT.search(detail):
        return SendLimitReached
    if code <= 499:  # noqa: PLR2004 - later
        return SendDelayed
    return SenderRefused if _SENDER.search(detail) else SendRefused
