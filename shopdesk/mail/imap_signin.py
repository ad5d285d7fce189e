"""Signing in to an IMAP server: LOGIN, AUTHENTICATE PLAIN, XOAUTH2, OAUTHBEARER."""

from shopdesk.domain.errors import ServerProblem, ServerRefused, SignInNeeded, SignInRefused
from shopdesk.mail.imap_connection import Answer, Connection, Literal, in_quotes
from shopdesk.mail.imap_errors import at_the_door, cleaned, refusal
from shopdesk.mail.quirks import Quirks
from shopdesk.mail.sasl import oauthbearer, plain, xoauth2

MOST_TRIES = 2
"""Some providers lock an account after a few refused tries."""


def sign_in_names(user: str, address: str, quirks: Quirks) -> tuple[str, ...]:
    """The names to try, at most `MOST_TRIES` of them."""
    name = user or address
    local, at, domain = name.rpartition("@")
    if at and domain.casefold() in quirks.local_part_first:
        return (local, name)
    return (name,)


def sign_in(engine: Connection, host: str, names: tuple[str, ...], password: str, token: str) -> None:
    """Sign in with the first name that the server takes; a token is used instead of the password when not empty.

    Raises `SignInRefused`, `SignInNeeded` (no secret at all), `ServerBusy`, `ServerRefused`, `ConnectionLost`; no
    secret shows in them, even if the server repeats it.
    """
    if engine.state != "NONAUTH":  # PREAUTH: the server knows us by the way we came
        return
    if not password and not token:
        raise SignInNeeded(host, "no password is stored")
    problem: ServerProblem = SignInRefused(host, "no name to sign in with")
    for name in names[:MOST_TRIES]:
        with at_the_door(host, [password, token]):
            answer = _with_token(engine, name, token) if token else _with_password(engine, name, password)
            if answer.ok:
                engine.state = "AUTH"
                return
            problem = _problem(host, answer)
        problem = cleaned(problem, [password, token])
        if not isinstance(problem, SignInRefused):
            break
    raise problem


def _with_token(engine: Connection, name: str, token: str) -> Answer:
    if "AUTH=XOAUTH2" not in engine.capabilities and "AUTH=OAUTHBEARER" in engine.capabilities:
        return engine.run_sasl(b"OAUTHBEARER", [oauthbearer(name, token), b"\1"])
    return engine.run_sasl(b"XOAUTH2", [xoauth2(name, token)])


def _with_password(engine: Connection, name: str, password: str) -> Answer:
    """LOGIN where the texts are plain enough, else AUTHENTICATE PLAIN in UTF-8, else LOGIN with literals."""
    words = [in_quotes(text.encode()) for text in (name, password)]
    no_login = "LOGINDISABLED" in engine.capabilities
    if no_login or any(isinstance(word, Literal) for word in words):
        if "AUTH=PLAIN" in engine.capabilities:
            return engine.run_sasl(b"PLAIN", [plain(name, password)])
        if no_login and "AUTH=LOGIN" in engine.capabilities:
            return engine.run_sasl(b"LOGIN", [name.encode(), password.encode()])
    return engine.run(b"LOGIN", *words)


def _problem(host: str, answer: Answer) -> ServerProblem:
    problem = refusal(host, answer.text, signing_in=True)
    if answer.status == "BAD" and isinstance(problem, SignInRefused):
        return ServerRefused(host, problem.detail)
    return problem
