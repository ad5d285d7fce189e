"""The sentence of each refusal, and what to do about it."""

from collections.abc import Callable
from dataclasses import dataclass

from shopdesk.domain.errors import ServerProblem
from shopdesk.domain.trial import Part
from shopdesk.ui.wizard.providers import provider_name, provider_page
from shopdesk.ui.wizard.troubles import Kind, Trouble
from shopdesk.ui.words import translate


@dataclass(frozen=True, slots=True)
class TroubleWords:
    """What is the matter, what to do, and the provider's page for it (empty for none)."""

    sentence: str
    fix: str
    page: str = ""


_Words = Callable[[], tuple[str, str]]
_AT_THE_PROVIDER = {Kind.APP_PASSWORD_WANTED, Kind.CODE_WANTED, Kind.IMAP_OFF, Kind.CLIENT_BLOCKED}

_TEXTS: dict[Kind, _Words] = {
    Kind.ADDRESS_MALFORMED: lambda: (
        translate("Trouble", "This is not a mail address."),
        translate("Trouble", "It looks like name@shop.com."),
    ),
    Kind.ALREADY_CONNECTED: lambda: (
        translate("Trouble", "This address is connected already."),
        translate("Trouble", "Enter another one, or change this mailbox in the settings."),
    ),
    Kind.SERVER_NAME_MALFORMED: lambda: (
        translate("Trouble", "A server name or port cannot be used."),
        translate("Trouble", "A server looks like imap.shop.com with a port such as 993."),
    ),
    Kind.PASSWORD_MISSING: lambda: (
        translate("Trouble", "There is no password yet."),
        translate("Trouble", "Enter the password of this mailbox; it goes into the keychain of this computer only."),
    ),
    Kind.PASSWORD_WRONG: lambda: (
        translate("Trouble", "%host refused name or password."),
        translate("Trouble", "Type the password again; the eye shows it. Check the sign-in name under Edit."),
    ),
    Kind.APP_PASSWORD_WANTED: lambda: (
        translate("Trouble", "%host refused this password."),
        translate("Trouble", "It takes an app password here, not the usual one: make one on its page and paste it."),
    ),
    Kind.CODE_WANTED: lambda: (
        translate("Trouble", "%host refused this password."),
        translate(
            "Trouble", "It takes an authorization code here: switch IMAP on in its settings, make a code, and paste it."
        ),
    ),
    Kind.BROWSER_WANTED: lambda: (
        translate("Trouble", "Passwords of mail programs are not taken any more by %provider."),
        translate("Trouble", "Sign in with the browser instead."),
    ),
    Kind.IMAP_OFF: lambda: (
        translate("Trouble", "Reading mail by IMAP is switched off for this mailbox."),
        translate("Trouble", "Switch IMAP on in the settings of %provider, then try again."),
    ),
    Kind.CLIENT_BLOCKED: lambda: (
        translate("Trouble", "Other mail programs are blocked by %provider until the company allows them."),
        translate("Trouble", "The company's postmaster has to allow third-party clients; then make a password there."),
    ),
    Kind.SENDING_PASSWORD_WRONG: lambda: (
        translate("Trouble", "Receiving works, but %host refused name or password for sending."),
        translate("Trouble", "Check the sending server under Edit, or allow SMTP in the settings of %provider."),
    ),
    Kind.SENDING_MISSING: lambda: (
        translate("Trouble", "Receiving works, but no server for sending is known."),
        translate("Trouble", "Enter the SMTP server under Edit, or go on and only read mail for now."),
    ),
    Kind.HOST_UNKNOWN: lambda: (
        translate("Trouble", "There is no server called %host."),
        translate("Trouble", "Check its name under Edit; the provider's help page has it under IMAP and SMTP."),
    ),
    Kind.PROXY_REFUSED: lambda: (
        translate("Trouble", "The proxy %host does not let us through."),
        translate("Trouble", "Check the proxy in the settings under Connection, or ask who keeps the network."),
    ),
    Kind.NO_ANSWER: lambda: (
        translate("Trouble", "%host does not answer on port %port."),
        translate("Trouble", "A firewall may block this port. Try another network, or another port under Edit."),
    ),
    Kind.CONNECTION_REFUSED: lambda: (
        translate("Trouble", "Nothing listens on port %port of %host."),
        translate("Trouble", "Check the port under Edit: usually 993 for receiving, 465 or 587 for sending."),
    ),
    Kind.CONNECTION_LOST: lambda: (
        translate("Trouble", "The connection to %host broke off."),
        translate("Trouble", "Try again; if it stays so, a firewall or virus scanner may be in between."),
    ),
    Kind.NO_TLS: lambda: (
        translate("Trouble", "%host offers no encryption on port %port, so nothing was sent."),
        translate("Trouble", "Choose TLS with port 993 (465 for sending) under Edit; STARTTLS belongs to 143 and 587."),
    ),
    Kind.NO_MAIL_SERVER: lambda: (
        translate("Trouble", "Something else than a mail server answers at %host, port %port."),
        translate("Trouble", "Check server and port under Edit."),
    ),
    Kind.CERTIFICATE_UNKNOWN: lambda: (
        translate("Trouble", "The certificate of %host is not trusted, so nothing was sent."),
        translate("Trouble", "If this is your own server, look at its certificate. Else check its name under Edit."),
    ),
    Kind.CERTIFICATE_CHANGED: lambda: (
        translate("Trouble", "%host shows another certificate than the one that you trusted, so nothing was sent."),
        translate("Trouble", "If it was renewed, look at the new one. Else somebody may listen in: do not go on."),
    ),
    Kind.TOO_MANY: lambda: (
        translate("Trouble", "%host asks for patience: too many connections or sign-ins."),
        translate("Trouble", "Close other mail programs that use this mailbox, wait a few minutes, then try again."),
    ),
    Kind.SERVER_REFUSED: lambda: (
        translate("Trouble", "%host refused a request."),
        translate("Trouble", "Try again; if it stays so, give the copied details to your provider."),
    ),
    Kind.KEYCHAIN: lambda: (
        translate("Trouble", "The keychain of this computer is locked or missing, so the password cannot be kept."),
        translate("Trouble", "Unlock it (or set one up), then try again. Shopdesk keeps passwords nowhere else."),
    ),
    Kind.BROWSER_DECLINED: lambda: (
        translate("Trouble", "The sign-in was declined."),
        translate("Trouble", "Sign in again and allow the access to mail; check the client id."),
    ),
    Kind.BROWSER_EXPIRED: lambda: (
        translate("Trouble", "Nobody signed in in time."),
        translate("Trouble", "Begin the sign-in again."),
    ),
    Kind.OTHER: lambda: (
        translate("Trouble", "That did not work."),
        translate("Trouble", "Try again; if it stays so, the copied details help to find out why."),
    ),
}


def trouble_words(trouble: Trouble) -> TroubleWords:
    """What to say about a refusal."""
    failure = trouble.failure
    host = failure.host if isinstance(failure, ServerProblem) and failure.host else ""
    server = trouble.server
    values = {
        "%host": host or (server.host if server else "") or translate("Trouble", "The server"),
        "%port": str(server.port) if server else "?",
        "%provider": provider_name(trouble.provider),
    }
    sentence, fix = (_filled(text, values) for text in _TEXTS[trouble.kind]())
    page = provider_page(trouble.provider) if trouble.kind in _AT_THE_PROVIDER else ""
    return TroubleWords(sentence, fix, page)


def line_title(part: Part, *, failed: bool) -> str:
    """What a line of the test card is called before it is decided, and when it failed."""
    if failed:
        return {
            Part.SIGN_IN: translate("Wizard", "Not signed in"),
            Part.FOLDERS: translate("Wizard", "Folders not seen"),
            Part.SENDING: translate("Wizard", "Sending does not work"),
        }[part]
    return {
        Part.SIGN_IN: translate("Wizard", "Sign in"),
        Part.FOLDERS: translate("Wizard", "Look at the folders"),
        Part.SENDING: translate("Wizard", "Check sending"),
    }[part]


def _filled(text: str, values: dict[str, str]) -> str:
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text
