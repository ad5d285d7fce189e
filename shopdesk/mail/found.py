"""From servers and what the table knows about their provider to what the user is told."""

from shopdesk.domain.discovery import Found, Need, Source
from shopdesk.domain.mailbox import Server, SignIn
from shopdesk.mail.hosts import is_loopback
from shopdesk.mail.mx_providers import preset_by_server
from shopdesk.mail.presets import Preset, Secret, preset_for

_BLOCKS_OTHERS = {"alimail"}
_WANTS_ITS_OWN_NAME = {"icloud"}
_NEED_OF_SECRET = {
    Secret.APP_PASSWORD: Need.APP_PASSWORD,
    Secret.AUTHORIZATION_CODE: Need.AUTHORIZATION_CODE,
    Secret.OAUTH_ONLY: Need.BROWSER,
}


def found_in_table(preset: Preset, address: str, source: Source) -> Found:
    """A provider of the table for an address."""
    return Found(
        preset.imap, preset.smtp, preset.user(address), preset.sign_in, preset.key, source,
        needs_of(preset, address), preset.oauth,
    )  # fmt: skip


def found_at(imap: Server, smtp: Server | None, address: str, source: Source, *, user: str = "") -> Found:
    """Servers that the domain named or that answered; the table may know whose they are."""
    preset = preset_by_server(imap.host)
    if preset is None:
        return Found(imap, smtp, user or address, SignIn.PASSWORD, "", source)
    return Found(
        imap, smtp or preset.smtp, user or preset.user(address), preset.sign_in, preset.key, source,
        needs_of(preset, address), preset.oauth,
    )  # fmt: skip


def needs_of(preset: Preset, address: str) -> tuple[Need, ...]:
    """What has to be done before a sign-in at this provider, in this order."""
    if preset.imap is None:
        return (Need.NOT_POSSIBLE,)
    is_own_domain = preset_for(address) is not preset
    needs = {
        Need.BLOCKED_BY_DEFAULT: preset.key in _BLOCKS_OTHERS,
        Need.PROVIDER_PROGRAM: is_loopback(preset.imap.host),
        Need.SWITCH_ON: preset.must_switch_on and not is_loopback(preset.imap.host),
        Need.PROVIDER_ADDRESS: preset.key in _WANTS_ITS_OWN_NAME and is_own_domain,
    }
    own_secret = _NEED_OF_SECRET.get(preset.secret)
    return (*(need for need, applies in needs.items() if applies), *((own_secret,) if own_secret else ()))
