"""Server names as people type them; providers by mail domain."""

from __future__ import annotations

import pytest

from shopdesk.domain.errors import InputRefused
from shopdesk.domain.mailbox import Security, SignIn
from shopdesk.mail.hosts import clean_host, is_loopback
from shopdesk.mail.presets import PRESETS, NameForm, Secret, preset_for
from shopdesk.mail.quirks import quirks_of


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("imap.example.com", "imap.example.com", None),
        ("  Imap.Example.COM. ", "imap.example.com", None),
        ("imaps://imap.example.com:993/INBOX", "imap.example.com", 993),
        ("https://user@imap.example.com/path?x", "imap.example.com", None),
        ("imap.example.com : 143", "imap.example.com", 143),
        ("münchen.example", "xn--mnchen-3ya.example", None),
        ("邮箱.example", "xn--c0zu34b.example", None),
        ("[::1]:143", "::1", 143),
        ("2001:DB8::1", "2001:db8::1", None),
        ("127.0.0.1:1143", "127.0.0.1", 1143),
        ("localhost", "localhost", None),
        ("my_host.local", "my_host.local", None),
    ],
)
def test_a_typed_server_is_understood(text: str, host: str, port: int | None) -> None:
    assert clean_host(text) == (host, port)


@pytest.mark.parametrize(
    "text",
    ["", " ", "://", "imap..example", "-x.example", "a" * 64 + ".example", "host:99999", "host:0", "host:abc", "a,b",
     "host\r\nHELO", "[::1]x:5", "x" * 300, "ü" * 80 + ".example", "%00", "a b c!"],
)  # fmt: skip
def test_what_cannot_be_a_server_is_refused(text: str) -> None:
    with pytest.raises(InputRefused):
        clean_host(text)


def test_loopback_is_known_by_its_name_only() -> None:
    assert [is_loopback(host) for host in ("localhost", "127.0.0.1", "127.9.9.9", "::1", "LocalHost.")] == [True] * 5
    assert [is_loopback(host) for host in ("localhost.example", "10.0.0.1", "mail.example", "")] == [False] * 4


@pytest.mark.parametrize(
    ("address", "key", "imap", "secret"),
    [
        ("a@gmail.com", "gmail", "imap.gmail.com", Secret.APP_PASSWORD),
        ("a@Outlook.com", "outlook", "outlook.office365.com", Secret.OAUTH_ONLY),
        ("a@shop.onmicrosoft.com", "microsoft365", "outlook.office365.com", Secret.OAUTH_ONLY),
        ("a@yahoo.co.uk", "yahoo", "imap.mail.yahoo.com", Secret.APP_PASSWORD),
        ("a@me.com", "icloud", "imap.mail.me.com", Secret.APP_PASSWORD),
        ("123@qq.com", "qq", "imap.qq.com", Secret.AUTHORIZATION_CODE),
        ("a@foxmail.com", "qq", "imap.qq.com", Secret.AUTHORIZATION_CODE),
        ("a@163.com", "netease", "imap.163.com", Secret.AUTHORIZATION_CODE),
        ("a@126.com", "netease", "imap.126.com", Secret.AUTHORIZATION_CODE),
        ("a@yeah.net", "netease", "imap.yeah.net", Secret.AUTHORIZATION_CODE),
        ("a@aliyun.com", "aliyun", "imap.aliyun.com", Secret.PASSWORD),
        ("a@zoho.eu", "zoho-eu", "imap.zoho.eu", Secret.PASSWORD),
        ("a@fastmail.com", "fastmail", "imap.fastmail.com", Secret.APP_PASSWORD),
        ("a@gmx.de", "gmx", "imap.gmx.net", Secret.PASSWORD),
        ("a@web.de", "web.de", "imap.web.de", Secret.PASSWORD),
        ("a@t-online.de", "t-online", "secureimap.t-online.de", Secret.APP_PASSWORD),
        ("a@mail.ru", "mail.ru", "imap.mail.ru", Secret.APP_PASSWORD),
        ("a@yandex.ru", "yandex", "imap.yandex.ru", Secret.APP_PASSWORD),
        ("a@naver.com", "naver", "imap.naver.com", Secret.APP_PASSWORD),
    ],
)
def test_the_address_is_enough(address: str, key: str, imap: str, secret: Secret) -> None:
    preset = preset_for(address)
    assert preset is not None
    assert preset.imap is not None
    assert (preset.key, preset.imap.host, preset.secret) == (key, imap, secret)


def test_unknown_domains_tell_nothing_and_some_providers_have_no_imap() -> None:
    assert preset_for("a@my-shop.example") is None
    assert preset_for("nonsense") is None
    assert preset_for("") is None
    tuta = preset_for("a@tuta.com")
    assert tuta is not None
    assert tuta.imap is None


def test_presets_never_speak_in_the_clear_and_name_each_domain_once() -> None:
    domains = [domain for preset in PRESETS for domain in preset.domains]
    assert len(domains) == len(set(domains))
    for preset in PRESETS:
        for server in (preset.imap, preset.smtp):
            assert server is None or server.security is not Security.NONE
            assert server is None or clean_host(server.host) == (server.host, None)
        assert (preset.sign_in is SignIn.OAUTH) is (preset.secret is Secret.OAUTH_ONLY)
        assert preset.oauth is None or preset.oauth.authorize_url.startswith("https://")


def test_sign_in_names_and_quirks_fit_together() -> None:
    web = preset_for("max@web.de")
    assert web is not None
    assert web.name_form is NameForm.LOCAL_PART
    assert web.user("max@web.de") == "max"
    gmail = preset_for("max@gmail.com")
    assert gmail is not None
    assert gmail.user("max@gmail.com") == "max@gmail.com"
    for key in ("gmail", "yahoo", "icloud", "qq", "netease", "yandex"):
        assert {quirks_of(p.imap.host).provider for p in PRESETS if p.key == key and p.imap} == {key}
