"""What mail providers call themselves, where their preparations are made, and what has to be done before."""

from dataclasses import dataclass

from shopdesk.domain.discovery import Found, Need
from shopdesk.ui.words import translate

_NAMES = {
    "gmail": "Google",
    "outlook": "Microsoft",
    "microsoft365": "Microsoft",
    "yahoo": "Yahoo",
    "aol": "AOL",
    "icloud": "iCloud",
    "fastmail": "Fastmail",
    "gmx": "GMX",
    "gmx.com": "GMX",
    "web.de": "WEB.DE",
    "t-online": "T-Online",
    "mail.ru": "Mail.ru",
    "yandex": "Yandex",
    "naver": "Naver",
    "seznam": "Seznam",
    "proton": "Proton",
    "tuta": "Tuta",
}
# Each address was looked up on 2026-11-22 in stored public pages, since nobody can sign in everywhere: a page of the
# provider itself, or the tables of two other mail programs (Thunderbird's of 2026-03, Delta Chat's of 2024-11).
# Where the page itself could not be confirmed, the provider's help about it stands instead.
_PAGES = {
    "gmail": "https://myaccount.google.com/apppasswords",  # Delta Chat; Google's help 185833
    "yahoo": "https://login.yahoo.com/account/security",  # Delta Chat; Yahoo's help SLN15241 names the same page
    "aol": "https://login.aol.com/account/security",  # Delta Chat
    "icloud": "https://support.apple.com/102654",  # Apple's own page, read
    "qq": "https://service.mail.qq.com/",  # Delta Chat, for the help; the page in the settings has no lasting address
    "exmail": "https://exmail.qq.com/",  # sign-in of Tencent, named by its resellers; no page of its own was found
    "netease": "https://mail.163.com/",  # Delta Chat; the code is made in the settings there
    "alimail": "https://help.aliyun.com/document_detail/444380.html",  # Alibaba's own page, read
    "fastmail": "https://www.fastmail.com/help/clients/apppassword.html",  # Fastmail's own page, read
    "gmx": "https://hilfe.gmx.net/pop-imap/einschalten.html",  # Thunderbird
    "gmx.com": "https://support.gmx.com/pop-imap/toggle.html",  # Delta Chat
    "web.de": "https://hilfe.web.de/pop-imap/einschalten.html",  # Thunderbird and Delta Chat
    "t-online": "https://www.telekom.de/hilfe/apps-dienste/e-mail/programme/passwort-verwalten",  # Thunderbird
    "mail.ru": "https://help.mail.ru/mail/security/protection/external",  # Delta Chat
    "yandex": "https://id.yandex.com/security/app-passwords",  # the tables of ten mail programs
    "naver": "https://help.naver.com/service/30029/contents/21342?osType=PC&lang=ko",  # Thunderbird
    "proton": "https://proton.me/mail/bridge",  # Delta Chat names the older protonmail.com/bridge, which leads here
    "outlook": "https://entra.microsoft.com/",  # the admin center that Microsoft's guides to registering a program name
    "microsoft365": "https://entra.microsoft.com/",
}
_ZOHO_PAGE = "https://www.zoho.com/mail/help/imap-access.html"  # Thunderbird and Delta Chat; the same for all its sites


@dataclass(frozen=True, slots=True)
class Help:
    """A few sentences, and a page of the provider (empty for none)."""

    words: str
    page: str = ""


def provider_name(key: str) -> str:
    """What people call a provider of the table; a general word for any other."""
    chinese = {
        "qq": translate("Wizard", "QQ Mail"),
        "exmail": translate("Wizard", "Tencent Exmail"),
        "netease": translate("Wizard", "NetEase Mail"),
        "netease-qiye": translate("Wizard", "NetEase business mail"),
        "aliyun": translate("Wizard", "Aliyun Mail"),
        "alimail": translate("Wizard", "Alimail"),
    }
    if key.startswith("zoho"):
        return "Zoho"
    return _NAMES.get(key) or chinese.get(key) or translate("Wizard", "the provider")


def provider_page(key: str) -> str:
    """Where the user prepares or repairs the sign-in; empty when we know no page."""
    return _ZOHO_PAGE if key.startswith("zoho") else _PAGES.get(key, "")


def help_for(found: Found) -> Help:
    """What has to be done at the provider before, in its order."""
    name = provider_name(found.provider)
    words = [text for need in found.needs if (text := _need_words(need, name))]
    gap = "" if words and words[0].endswith("。") else " "
    return Help(gap.join(words), provider_page(found.provider) if words else "")


def _need_words(need: Need, name: str) -> str:
    texts = {
        Need.SWITCH_ON: translate("Wizard", "First allow IMAP in the settings of %1; it is off at the beginning."),
        Need.APP_PASSWORD: translate(
            "Wizard", "%1 wants an app password here: make one on its page and paste it; the usual password is refused."
        ),
        Need.AUTHORIZATION_CODE: translate(
            "Wizard",
            "%1 wants an authorization code here, not your password: make one in its settings under IMAP and paste it.",
        ),
        Need.BROWSER: translate("Wizard", "%1 takes no passwords from mail programs: sign in with the browser."),
        Need.PROVIDER_ADDRESS: translate(
            "Wizard", "The sign-in name is your %1 address, not the address of your own domain: enter it below."
        ),
        Need.PROVIDER_PROGRAM: translate(
            "Wizard", "%1 needs its own program, the Bridge, to run here; take name and password from it."
        ),
        Need.BLOCKED_BY_DEFAULT: translate(
            "Wizard", "%1 blocks other mail programs for new companies: the postmaster has to allow them first."
        ),
        Need.NOT_POSSIBLE: translate("Wizard", "%1 has no IMAP, so no other program can read its mail."),
    }
    return texts[need].replace("%1", name)
