"""The address is enough: providers of every kind are found, on a small internet of our own."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.discovery import Need, Source
from shopdesk.domain.errors import Cancelled, InputRefused
from shopdesk.domain.mailbox import Security, Server, SignIn
from shopdesk.mail.asking import Limits
from shopdesk.mail.autodiscovery import Autodiscovery
from shopdesk.mail.mx_providers import neighbours, preset_by_mx
from shopdesk.mail.presets import PRESETS
from tests.fakes.small_internet import SmallInternet

ME = "me@shop.example"
WELL_KNOWN = "/.well-known/autoconfig/mail/config-v1.1.xml"
CONFIG = "/mail/config-v1.1.xml"


def settings(imap: str, smtp: str = "", *, security: str = "SSL", port: int = 993, user: str = "%EMAILADDRESS%",
             authentication: str = "password-cleartext") -> bytes:  # fmt: skip
    outgoing = f"""<outgoingServer type="smtp"><hostname>{smtp}</hostname><port>465</port>
        <socketType>SSL</socketType><username>{user}</username></outgoingServer>"""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1"><emailProvider id="shop.example"><domain>shop.example</domain>
  <displayName>A host of shops</displayName>
  <incomingServer type="pop3"><hostname>pop.shop.example</hostname><port>995</port>
    <socketType>SSL</socketType></incomingServer>
  <incomingServer type="imap"><hostname>{imap}</hostname><port>{port}</port><socketType>{security}</socketType>
    <username>{user}</username><authentication>{authentication}</authentication></incomingServer>
  {outgoing if smtp else ""}
</emailProvider></clientConfig>""".encode()


def tls(host: str, port: int = 993) -> Server:
    return Server(host, port, Security.TLS)


def starttls(host: str, port: int = 587) -> Server:
    return Server(host, port, Security.STARTTLS)


@pytest.mark.parametrize(
    ("address", "imap", "smtp", "user", "needs"),
    [
        ("a@gmail.com", tls("imap.gmail.com"), tls("smtp.gmail.com", 465), "a@gmail.com", (Need.APP_PASSWORD,)),
        ("a@hotmail.com", tls("outlook.office365.com"), starttls("smtp-mail.outlook.com"), "a@hotmail.com",
         (Need.BROWSER,)),
        ("a@icloud.com", tls("imap.mail.me.com"), starttls("smtp.mail.me.com"), "a@icloud.com", (Need.APP_PASSWORD,)),
        ("1@qq.com", tls("imap.qq.com"), tls("smtp.qq.com", 465), "1@qq.com",
         (Need.SWITCH_ON, Need.AUTHORIZATION_CODE)),
        ("a@163.com", tls("imap.163.com"), tls("smtp.163.com", 465), "a@163.com",
         (Need.SWITCH_ON, Need.AUTHORIZATION_CODE)),
        ("a@qiye.aliyun.com", tls("imap.qiye.aliyun.com"), tls("smtp.qiye.aliyun.com", 465), "a@qiye.aliyun.com",
         (Need.BLOCKED_BY_DEFAULT, Need.SWITCH_ON, Need.APP_PASSWORD)),
        ("max@web.de", tls("imap.web.de"), starttls("smtp.web.de"), "max", (Need.SWITCH_ON,)),
        ("a@proton.me", starttls("127.0.0.1", 1143), starttls("127.0.0.1", 1025), "a@proton.me",
         (Need.PROVIDER_PROGRAM, Need.APP_PASSWORD)),
        ("a@tuta.com", None, None, "a@tuta.com", (Need.NOT_POSSIBLE,)),
    ],
)  # fmt: skip
def test_the_table_answers_without_any_network(
    address: str, imap: Server | None, smtp: Server | None, user: str, needs: tuple[Need, ...]
) -> None:
    control = SimpleControl()
    control.cancel()  # the first question to the network would raise
    found = Autodiscovery().search(f" {address} ", control).found
    assert found is not None
    assert (found.imap, found.smtp, found.user, found.needs) == (imap, smtp, user, needs)
    assert found.source is Source.TABLE
    assert (found.sign_in is SignIn.OAUTH) is (Need.BROWSER in needs)


@pytest.mark.parametrize(
    ("mail_host", "provider", "imap", "smtp", "needs"),
    [
        ("aspmx.l.google.com", "gmail", tls("imap.gmail.com"), tls("smtp.gmail.com", 465), (Need.APP_PASSWORD,)),
        ("shop-example.mail.protection.outlook.com", "microsoft365", tls("outlook.office365.com"),
         starttls("smtp.office365.com"), (Need.BROWSER,)),
        ("mxbiz1.qq.com", "exmail", tls("imap.exmail.qq.com"), tls("smtp.exmail.qq.com", 465),
         (Need.AUTHORIZATION_CODE,)),
        ("mxn.mxhichina.com", "alimail", tls("imap.qiye.aliyun.com"), tls("smtp.qiye.aliyun.com", 465),
         (Need.BLOCKED_BY_DEFAULT, Need.SWITCH_ON, Need.APP_PASSWORD)),
        ("qiye163mx01.mxmail.netease.com", "netease-qiye", tls("imap.qiye.163.com"), tls("smtp.qiye.163.com", 465), ()),
        ("mx.zoho.eu", "zoho-eu", tls("imappro.zoho.eu"), tls("smtppro.zoho.eu", 465), (Need.SWITCH_ON,)),
        ("in1-smtp.messagingengine.com", "fastmail", tls("imap.fastmail.com"), tls("smtp.fastmail.com", 465),
         (Need.APP_PASSWORD,)),
        ("mx01.mail.icloud.com", "icloud", tls("imap.mail.me.com"), starttls("smtp.mail.me.com"),
         (Need.PROVIDER_ADDRESS, Need.APP_PASSWORD)),
        ("mail.tutanota.de", "tuta", None, None, (Need.NOT_POSSIBLE,)),
        ("smtpin.rzone.de", "", tls("imap.strato.de"), tls("smtp.strato.de", 465), ()),
    ],
)  # fmt: skip
def test_a_domain_of_ones_own_is_known_by_who_takes_its_mail(
    tmp_path: Path, mail_host: str, provider: str, imap: Server | None, smtp: Server | None, needs: tuple[Need, ...]
) -> None:
    with SmallInternet(tmp_path) as internet:
        internet.dns.add("shop.example", "MX", "50 backup.example.", f"10 {mail_host.upper()}.")
        outcome = internet.search("Me@Shop.Example")
        assert internet.dns.asked == [("shop.example.", "MX")]
    found = outcome.found
    assert found is not None
    assert (found.provider, found.imap, found.smtp, found.needs) == (provider, imap, smtp, needs)
    assert (found.source, found.user, outcome.tried) == (Source.MX, "Me@Shop.Example", ())


def test_every_data_centre_of_zoho_has_its_own_servers_for_companies() -> None:
    for preset in (one for one in PRESETS if one.key.startswith("zoho-") and one.imap):
        assert preset.imap is not None
        end = preset.imap.host.removeprefix("imap.")
        company = preset_by_mx([f"mx2.{end}"])
        assert company is not None
        assert company.key == preset.key
        assert (company.imap, company.smtp) == (tls(f"imappro.{end}"), tls(f"smtppro.{end}", 465))


def test_the_domains_own_settings_are_taken_over_https(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "autoconfig.shop.example") as internet:
        internet.publish("autoconfig.shop.example", CONFIG, settings("box.host.example", "out.host.example"))
        outcome = internet.search("me+x&y@shop.example")
        assert internet.web.asked == [f"https://autoconfig.shop.example{CONFIG}?emailaddress=me%2Bx%26y%40shop.example"]
    found = outcome.found
    assert found is not None
    assert (found.imap, found.smtp) == (tls("box.host.example"), tls("out.host.example", 465))
    assert (found.source, found.user, found.provider) == (Source.AUTOCONFIG, "me+x&y@shop.example", "")
    assert not found.ask_first


def test_the_second_place_counts_and_redirects_to_https_are_followed(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "shop.example", "host.example") as internet:
        internet.publish("shop.example", WELL_KNOWN, (302, {"Location": f"https://host.example{CONFIG}?x=1"}, b""))
        settings_there = settings("%EMAILDOMAIN%.box.example", "out.example", user="%EMAILLOCALPART%.shop")
        internet.publish("host.example", CONFIG, settings_there)
        outcome = internet.search(ME)
    found = outcome.found
    assert found is not None
    assert (found.imap, found.user) == (tls("shop.example.box.example"), "me.shop")
    assert [one.what for one in outcome.tried] == [f"https://autoconfig.shop.example{CONFIG}"]


def test_settings_that_name_a_known_provider_bring_its_help_along(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "autoconfig.shop.example") as internet:
        there = settings("outlook.office365.com", authentication="OAuth2")
        internet.publish("autoconfig.shop.example", CONFIG, there)
        found = internet.search(ME).found
    assert found is not None
    assert (found.provider, found.sign_in, found.needs) == ("microsoft365", SignIn.OAUTH, (Need.BROWSER,))
    assert found.smtp == starttls("smtp.office365.com")
    assert found.oauth is not None


def test_servers_that_dns_names_are_taken_when_they_answer(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "old.shop.example", "in.shop.example", "out.shop.example") as internet:
        late, wrong = "20 0 993 unused.shop.example.", "1 0 993 old.shop.example."
        light, heavy = "10 1 993 gone.shop.example.", "10 9 1993 in.shop.example."
        internet.dns.add("_imaps._tcp.shop.example", "SRV", late, wrong, light, heavy)
        internet.dns.add("_submissions._tcp.shop.example", "SRV", "0 0 465 out.shop.example.")
        internet.imap("in.shop.example", 1993)
        internet.smtp("out.shop.example", 465)
        outcome = internet.search(ME)
    found = outcome.found
    assert found is not None
    assert (found.imap, found.smtp) == (tls("in.shop.example", 1993), tls("out.shop.example", 465))
    assert (found.source, found.user, found.ask_first) == (Source.SRV, ME, False)
    assert "old.shop.example:993" in [one.what for one in outcome.tried]


def test_starttls_services_are_tried_and_foreign_names_have_to_be_shown_first(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "mail.host.example") as internet:
        internet.dns.add("_imaps._tcp.shop.example", "SRV", "0 0 0 .")
        internet.dns.add("_imap._tcp.shop.example", "SRV", "0 0 143 mail.host.example.")
        internet.dns.add("_submissions._tcp.shop.example", "SRV", "0 0 0 .")
        internet.dns.add("_submission._tcp.shop.example", "SRV", "0 0 587 mail.host.example.")
        internet.imap("mail.host.example", 143, Security.STARTTLS)
        internet.smtp("mail.host.example", 587, Security.STARTTLS)
        found = internet.search(ME).found
    assert found is not None
    assert (found.imap, found.smtp) == (starttls("mail.host.example", 143), starttls("mail.host.example"))
    assert found.ask_first


def test_a_domain_that_says_it_has_no_imap_is_believed(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "imap.shop.example") as internet:
        internet.dns.add("_imaps._tcp.shop.example", "SRV", "0 0 0 .")
        internet.imap("imap.shop.example", 993)
        outcome = internet.search(ME)
    assert outcome.found is None
    assert ("_imaps._tcp.shop.example", "not offered") in [(one.what, one.detail) for one in outcome.tried]


def test_no_sending_is_guessed_where_dns_says_there_is_none(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "in.shop.example", "smtp.shop.example") as internet:
        internet.dns.add("_imaps._tcp.shop.example", "SRV", "0 0 993 in.shop.example.")
        internet.dns.add("_submissions._tcp.shop.example", "SRV", "0 0 0 .")
        internet.imap("in.shop.example", 993)
        internet.smtp("smtp.shop.example", 465)
        found = internet.search(ME).found
    assert found is not None
    assert (found.imap, found.smtp) == (tls("in.shop.example"), None)


def usual_names(internet: SmallInternet) -> None:
    internet.imap("imap.shop.example", 993)
    internet.smtp("smtp.shop.example", 465)


def one_name_and_starttls(internet: SmallInternet) -> None:
    internet.imap("mail.shop.example", 993)
    internet.smtp("mail.shop.example", 587, Security.STARTTLS)


def only_receiving(internet: SmallInternet) -> None:
    internet.imap("imap.shop.example", 993)


@pytest.mark.parametrize(
    ("build", "imap", "smtp"),
    [
        (usual_names, tls("imap.shop.example"), tls("smtp.shop.example", 465)),
        (one_name_and_starttls, tls("mail.shop.example"), starttls("mail.shop.example")),
        (only_receiving, tls("imap.shop.example"), None),
    ],
)
def test_servers_under_usual_names_are_guessed(
    tmp_path: Path, build: Callable[[SmallInternet], None], imap: Server, smtp: Server | None
) -> None:
    with SmallInternet(tmp_path, "imap.shop.example", "mail.shop.example", "smtp.shop.example") as internet:
        build(internet)
        outcome = internet.search(ME)
    found = outcome.found
    assert found is not None
    assert (found.imap, found.smtp, found.source, found.user) == (imap, smtp, Source.GUESS, ME)
    assert (internet.control.done, internet.control.total) == (4, 5)


def test_the_host_that_takes_the_mail_may_give_it_out_too(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "server7.host.example") as internet:
        internet.dns.add("shop.example", "MX", "0 server7.host.example.")
        internet.imap("server7.host.example", 993)
        internet.smtp("server7.host.example", 587, Security.STARTTLS)
        found = internet.search(ME).found
    assert found is not None
    assert (found.imap, found.smtp) == (tls("server7.host.example"), starttls("server7.host.example"))
    assert (found.source, found.ask_first) == (Source.GUESS, True)


def test_servers_beside_the_host_that_takes_the_mail_are_tried(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "imap.host.example", "smtp.host.example") as internet:
        internet.dns.add("shop.example", "MX", "0 mx1.host.example.")
        internet.imap("imap.host.example", 993)
        internet.smtp("smtp.host.example", 465)
        found = internet.search(ME).found
    assert found is not None
    assert (found.imap, found.smtp) == (tls("imap.host.example"), tls("smtp.host.example", 465))


@pytest.mark.parametrize("host", ["shop.co.uk", "shop.com.au", "shop.example"])
def test_nobody_is_asked_under_a_domain_that_belongs_to_all(host: str) -> None:
    assert neighbours(host) == [host]
    assert neighbours(f"mx.{host}") == [f"mx.{host}", f"imap.{host}", f"mail.{host}"]


def test_a_certificate_for_another_name_is_no_find(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "imap.shop.example", "mail.shop.example") as internet:
        internet.imap("imap.shop.example", 993, named="parking.example")
        internet.imap("mail.shop.example", 993)
        outcome = internet.search(ME)
    assert outcome.found is not None
    assert outcome.found.imap == tls("mail.shop.example")
    assert ("imap.shop.example:993", "CertificateRefused") in [(one.what, one.problem) for one in outcome.tried]


def test_a_domain_that_does_not_exist_is_told_at_once(tmp_path: Path) -> None:
    with SmallInternet(tmp_path) as internet:
        outcome = internet.search("me@shpo.example")
        assert internet.dns.asked == [("shpo.example.", "MX")]
    assert outcome.found is None
    assert [(one.source, one.problem) for one in outcome.tried] == [(Source.MX, "NotFound")]


def test_silence_everywhere_ends_in_time_with_the_reasons_kept(tmp_path: Path) -> None:
    with SmallInternet(tmp_path) as internet:
        internet.dns.is_silent = True
        internet.limits = Limits(whole=0.8, step=0.3, one=0.2)
        began = time.monotonic()
        outcome = internet.search(ME)
        took = time.monotonic() - began
    assert outcome.found is None
    assert took < 1.3
    details = {one.detail for one in outcome.tried}
    assert details >= {"no answer from DNS in time", "no time left to ask"}
    assert {one.problem for one in outcome.tried} == {"ServerUnreachable"}


def test_nobody_waits_longer_than_fifteen_seconds() -> None:
    assert Limits().whole <= 15
    assert Limits().step <= 5
    assert Limits().one <= Limits().step


def test_a_cancelled_search_asks_nobody(tmp_path: Path) -> None:
    with SmallInternet(tmp_path) as internet:
        internet.control.cancel()
        with pytest.raises(Cancelled):
            internet.search(ME)
        assert internet.dns.asked == []


@pytest.mark.parametrize("address", ["", "me", "me@", "@shop.example", "me@gmail", "m e@shop.example", "me@127.0.0.1"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InputRefused) as refused:
        Autodiscovery().search(address, SimpleControl())
    assert refused.value.field == "address"
