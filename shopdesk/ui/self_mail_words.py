"""What the test mail to oneself says, and what is said of it: how far it came, and what to do about a refusal."""

from collections.abc import Callable

from shopdesk.domain import errors
from shopdesk.domain.trial import SelfMail, SelfMailStep
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.words import translate

_LONGEST_SAYING = 200
_Words = Callable[[], str]
_Table = tuple[tuple[type[errors.ShopdeskError], _Words], ...]


def self_mail_words() -> tuple[str, str]:
    """Subject and text of the mail."""
    return (
        translate("TestMail", "Test mail from Shopdesk"),
        translate(
            "TestMail", "You sent this mail to yourself to see whether sending works. It does. You may delete it."
        ),
    )


def offer_words() -> str:
    """The button."""
    return translate("TestMail", "Send a test mail to myself")


def running_words(address: str) -> str:
    """While it is under way."""
    return translate("TestMail", "A test mail to %1 is on its way …").replace("%1", address)


def outcome_words(outcome: SelfMail, address: str) -> str:
    """One or two sentences. In: the mailbox's address."""
    failure = outcome.failure
    if failure is None:
        left = translate(
            "TestMail", "The test mail left. It comes to the inbox of %1 within a minute, or into its spam."
        )
        return left.replace("%1", address)
    words = _words(outcome.step, failure)
    if words is None:
        return error_text(failure)
    server = failure.host if isinstance(failure, errors.ServerProblem) else ""
    sentence = words().replace("%1", server or translate("Errors", "The mail server")).replace("%2", address)
    return sentence + _saying(failure)


def _words(step: SelfMailStep, failure: errors.ShopdeskError) -> _Words | None:
    """The error texts of other places promise that Shopdesk tries again by itself; here it does not."""
    for kind, words in _CONTENT if step is SelfMailStep.CONTENT else _BEFORE:
        if isinstance(failure, kind):
            return words
    return None


def _saying(failure: errors.ShopdeskError) -> str:
    """What the server said, where it said something about the mail."""
    if not isinstance(failure, errors.SendRefused | errors.SendDelayed) or not failure.detail:
        return ""
    said = translate("TestMail", "It said: “%1”").replace("%1", failure.detail[:_LONGEST_SAYING])
    return f" {said}"


_FAMILY: _Table = (
    (
        errors.MailTooLarge,
        lambda: translate(
            "TestMail", "%1 has no room for the mail: the mailbox may be full. Make room, then send it again."
        ),
    ),
    (
        errors.SendLimitReached,
        lambda: translate("TestMail", "%1 takes no more mails from this account for now. Send it again in an hour."),
    ),
    (
        errors.SendDelayed,
        lambda: translate("TestMail", "%1 does not take the mail now. Send it again in a few minutes."),
    ),
    (
        errors.ConnectionLost,
        lambda: translate("TestMail", "The connection to %1 broke off before it took the mail. Send it again."),
    ),
)
_CONTENT: _Table = (
    *_FAMILY,
    (
        errors.SendRefused,
        lambda: translate("TestMail", "%1 took the address, but refused the mail itself. Ask the provider why."),
    ),
    (
        errors.AnswerLost,
        lambda: translate(
            "TestMail", "%1 never said whether it took the mail. Look into the inbox before you send another."
        ),
    ),
)
_BEFORE: _Table = (
    *_FAMILY,
    (
        errors.SenderRefused,
        lambda: translate("TestMail", "%1 does not let this account send under %2. Allow the address there first."),
    ),
    (
        errors.SendRefused,
        lambda: translate(
            "TestMail", "%1 takes no mail from %2 to itself. Check whether this account may send under this address."
        ),
    ),
    (
        errors.InputRefused,
        lambda: translate("TestMail", "Mail cannot be sent under %2: servers do not take such letters."),
    ),
    (errors.HostNotFound, lambda: translate("TestMail", "There is no server called %1. Check its name.")),
    (
        errors.ProxyRefused,
        lambda: translate("TestMail", "The proxy %1 lets nothing through. Check it under Connection."),
    ),
    (
        errors.ServerUnreachable,
        lambda: translate("TestMail", "%1 does not answer. Check the internet connection, then send it again."),
    ),
    (errors.ServerBusy, lambda: translate("TestMail", "%1 asks for patience. Send it again in a few minutes.")),
    (
        errors.ServerRefused,
        lambda: translate("TestMail", "%1 refused a request before the mail. Ask the provider why."),
    ),
)
