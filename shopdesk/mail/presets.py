"""Servers, kind of sign-in and help by mail domain, so that typing the address is enough."""

from dataclasses import dataclass
from enum import StrEnum

from shopdesk.domain.mailbox import OAuthSetup, Security, Server, SignIn


class Secret(StrEnum):
    """What a provider wants to be typed as the password."""

    PASSWORD = "password"  # noqa: S105 - the name of a kind
    APP_PASSWORD = "app_password"  # noqa: S105
    AUTHORIZATION_CODE = "authorization_code"
    OAUTH_ONLY = "oauth_only"


class NameForm(StrEnum):
    """Which form of the address a server knows us by."""

    ADDRESS = "address"
    LOCAL_PART = "local_part"


@dataclass(frozen=True, slots=True)
class Preset:
    """How to reach one provider."""

    key: str
    """Short stable name; texts about preparations and failed sign-ins are found by it."""
    domains: tuple[str, ...]
    """Mail domains, each with all that lies beneath it when it starts with a dot."""
    imap: Server | None
    """None when the provider has no IMAP that we could use."""
    smtp: Server | None
    sign_in: SignIn = SignIn.PASSWORD
    secret: Secret = Secret.PASSWORD
    name_form: NameForm = NameForm.ADDRESS
    oauth: OAuthSetup | None = None
    """Endpoints and scopes; the client id is the shop's own and empty here."""
    must_switch_on: bool = False
    """IMAP is off until the user allows it in the provider's settings."""

    def user(self, address: str) -> str:
        """The sign-in name that goes with an address."""
        return address.rpartition("@")[0] if self.name_form is NameForm.LOCAL_PART else address


GOOGLE_OAUTH = OAuthSetup(
    authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
    token_url="https://oauth2.googleapis.com/token",  # noqa: S106 - an address
    client_id="",
    scopes=("https://mail.google.com/",),
    client_secret_needed=True,
)
"""Google's device sign-in does not allow mail; its desktop clients have a secret that is none."""

MICROSOFT_OAUTH = OAuthSetup(
    authorize_url="https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    token_url="https://login.microsoftonline.com/common/oauth2/v2.0/token",  # noqa: S106
    client_id="",
    scopes=(
        "https://outlook.office.com/IMAP.AccessAsUser.All",
        "https://outlook.office.com/SMTP.Send",
        "offline_access",
    ),
    device_url="https://login.microsoftonline.com/common/oauth2/v2.0/devicecode",
)

_IMAP_PORT = 993
_SMTP_PORT = 465
_SUBMISSION = 587


def _imap(host: str) -> Server:
    return Server(host, _IMAP_PORT, Security.TLS)


def _smtp(host: str) -> Server:
    return Server(host, _SMTP_PORT, Security.TLS)


def _submission(host: str) -> Server:
    return Server(host, _SUBMISSION, Security.STARTTLS)


def _zoho(end: str) -> Preset:
    domains = ("zoho.com", "zohomail.com") if end == "com" else (f"zoho.{end}", f"zohomail.{end}")
    return Preset(f"zoho-{end}", domains, _imap(f"imap.zoho.{end}"), _smtp(f"smtp.zoho.{end}"), must_switch_on=True)


PRESETS: tuple[Preset, ...] = (
    Preset(
        "gmail", ("gmail.com", "googlemail.com"), _imap("imap.gmail.com"), _smtp("smtp.gmail.com"),
        secret=Secret.APP_PASSWORD, oauth=GOOGLE_OAUTH,
    ),
    Preset(
        "outlook", ("outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.de", "outlook.fr", "outlook.es",
                    "outlook.it", "outlook.jp", "hotmail.de", "hotmail.fr", "hotmail.co.uk", "hotmail.it", "hotmail.es",
                    "live.de", "live.fr", "live.co.uk", "live.nl", "live.cn", "passport.com"),
        _imap("outlook.office365.com"), _submission("smtp-mail.outlook.com"),
        sign_in=SignIn.OAUTH, secret=Secret.OAUTH_ONLY, oauth=MICROSOFT_OAUTH,
    ),
    Preset(
        "microsoft365", (".onmicrosoft.com",), _imap("outlook.office365.com"), _submission("smtp.office365.com"),
        sign_in=SignIn.OAUTH, secret=Secret.OAUTH_ONLY, oauth=MICROSOFT_OAUTH,
    ),
    Preset(
        "yahoo", ("yahoo.com", "yahoo.de", "yahoo.fr", "yahoo.es", "yahoo.it", "yahoo.co.uk", "yahoo.ca",
                  "yahoo.com.br", "yahoo.com.mx", "yahoo.com.ar", "yahoo.com.au", "yahoo.in", "yahoo.co.in",
                  "yahoo.com.tw", "yahoo.com.hk", "yahoo.com.sg", "ymail.com", "rocketmail.com", "myyahoo.com"),
        _imap("imap.mail.yahoo.com"), _smtp("smtp.mail.yahoo.com"), secret=Secret.APP_PASSWORD,
    ),
    Preset(
        "aol", ("aol.com", "aol.de", "aol.co.uk", "aim.com"), _imap("imap.aol.com"), _smtp("smtp.aol.com"),
        secret=Secret.APP_PASSWORD,
    ),
    Preset(
        "icloud", ("icloud.com", "me.com", "mac.com"), _imap("imap.mail.me.com"), _submission("smtp.mail.me.com"),
        secret=Secret.APP_PASSWORD,
    ),
    Preset(
        "qq", ("qq.com", "vip.qq.com", "foxmail.com"), _imap("imap.qq.com"), _smtp("smtp.qq.com"),
        secret=Secret.AUTHORIZATION_CODE, must_switch_on=True,
    ),
    Preset(
        "exmail", ("exmail.qq.com",), _imap("imap.exmail.qq.com"), _smtp("smtp.exmail.qq.com"),
        secret=Secret.AUTHORIZATION_CODE,
    ),
    *(
        Preset(
            "netease", (domain, f"vip.{domain}"), _imap(f"imap.{domain}"), _smtp(f"smtp.{domain}"),
            secret=Secret.AUTHORIZATION_CODE, must_switch_on=True,
        )
        for domain in ("163.com", "126.com", "yeah.net")
    ),
    Preset("netease-qiye", ("qiye.163.com",), _imap("imap.qiye.163.com"), _smtp("smtp.qiye.163.com")),
    Preset(
        "aliyun", ("aliyun.com", "alibaba.com.cn"), _imap("imap.aliyun.com"), _smtp("smtp.aliyun.com"),
    ),
    Preset(
        "alimail", ("qiye.aliyun.com", "mxhichina.com"), _imap("imap.qiye.aliyun.com"),
        _smtp("smtp.qiye.aliyun.com"), secret=Secret.APP_PASSWORD, must_switch_on=True,
    ),
    *(_zoho(end) for end in ("com", "eu", "in", "com.au", "jp", "com.cn")),
    Preset(
        "zoho-ca", ("zohocloud.ca",), _imap("imap.zohocloud.ca"), _smtp("smtp.zohocloud.ca"), must_switch_on=True,
    ),
    Preset(
        "fastmail", ("fastmail.com", "fastmail.fm", "fastmail.de", "fastmail.net", "fastmail.org"),
        _imap("imap.fastmail.com"), _smtp("smtp.fastmail.com"), secret=Secret.APP_PASSWORD,
    ),
    Preset("gmx", ("gmx.net", "gmx.de", "gmx.at", "gmx.ch", "gmx.eu"), _imap("imap.gmx.net"), _smtp("mail.gmx.net"),
           must_switch_on=True),
    Preset("gmx.com", ("gmx.com", "gmx.us", "gmx.co.uk", "gmx.fr", "gmx.es", "gmx.it"), _imap("imap.gmx.com"),
           _smtp("mail.gmx.com"), must_switch_on=True),
    Preset("web.de", ("web.de",), _imap("imap.web.de"), _submission("smtp.web.de"), must_switch_on=True,
           name_form=NameForm.LOCAL_PART),
    Preset("t-online", ("t-online.de", "magenta.de"), _imap("secureimap.t-online.de"), _smtp("securesmtp.t-online.de"),
           secret=Secret.APP_PASSWORD, must_switch_on=True),
    Preset("mail.ru", ("mail.ru", "inbox.ru", "list.ru", "bk.ru", "internet.ru"), _imap("imap.mail.ru"),
           _smtp("smtp.mail.ru"), secret=Secret.APP_PASSWORD),
    Preset("yandex", ("yandex.ru", "ya.ru", "yandex.by", "yandex.kz", "yandex.ua"), _imap("imap.yandex.ru"),
           _smtp("smtp.yandex.ru"), secret=Secret.APP_PASSWORD, must_switch_on=True),
    Preset("yandex", ("yandex.com", "yandex.com.tr"), _imap("imap.yandex.com"), _smtp("smtp.yandex.com"),
           secret=Secret.APP_PASSWORD, must_switch_on=True),
    # Since 2025 with a password for this program only, which needs its two-step verification.
    Preset("naver", ("naver.com",), _imap("imap.naver.com"), _smtp("smtp.naver.com"),
           secret=Secret.APP_PASSWORD, must_switch_on=True),
    Preset("seznam", ("seznam.cz", "email.cz", "post.cz", "spoluzaci.cz"), _imap("imap.seznam.cz"),
           _smtp("smtp.seznam.cz")),
    Preset(
        "proton", ("proton.me", "protonmail.com", "protonmail.ch", "pm.me"),
        Server("127.0.0.1", 1143, Security.STARTTLS), Server("127.0.0.1", 1025, Security.STARTTLS),
        secret=Secret.APP_PASSWORD, must_switch_on=True,
    ),
    Preset("tuta", ("tuta.com", "tutanota.com", "tutanota.de", "tutamail.com", "tuta.io", "keemail.me"), None, None),
)  # fmt: skip
"""In the order in which they are tried; the first that fits is taken."""


def preset_for(address: str) -> Preset | None:
    """The provider of an address, None when its domain is not known (a domain of one's own tells nothing)."""
    domain = address.strip().rpartition("@")[2].casefold().rstrip(".")
    return next((preset for preset in PRESETS if any(_fits(domain, known) for known in preset.domains)), None)


def _fits(domain: str, known: str) -> bool:
    return domain.endswith(known) if known.startswith(".") else domain == known
