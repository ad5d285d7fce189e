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
    "web.de": "WEB.DE",
    "t-online": "T-Online",
    "mail.ru": "Mail.ru",
    "yandex": "Yandex",
    "naver": "Naver",
    "seznam": "Seznam",
    "proton": "Proton",
    "tuta": "Tuta",
}
_PAGES = {
    "gmail": "https://myaccount.google.com/apppasswords",
    "yahoo": "https://login.yahoo.com/account/security",
    "aol": "https://login.aol.com/account/security",
    "icloud": "https://account.apple.com/account/manage",
    "qq": "https://wx.mail.qq.com/",
    "exmail": "https://exmail.qq.com/",
    "netease": "https://mail.163.com/",
    "alimail": "https://qiye.aliyun.com/",
    "fastmail": "https://app.fastmail.com/settings/security",
    "gmx": "https://www.gmx.net/",
    "web.de": "https://web.de/",
    "mail.ru": "https://account.mail.ru/user/2-step-auth/passwords",
    "yandex": "https://id.yandex.com/security/app-passwords",
    "naver": "https://mail.naver.com/",
    "proton": "https://proton.me/mail/bridge",
    "outlook": "https://entra.microsoft.com/",
    "microsoft365": "https://entra.microsoft.com/",
}


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
    return "https://accounts.zoho.com/home" if key.startswith("zoho") else _PAGES.get(key, "")


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
