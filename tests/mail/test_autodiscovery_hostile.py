"""What strangers publish about their servers: nothing in it may harm us, keep us waiting, or lead into the clear."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from shopdesk.domain.errors import (
    CertificateRefused,
    ConnectionLost,
    EncryptionMissing,
    InputRefused,
    NotAMailServer,
    ServerBusy,
    ServerProblem,
    ServerRefused,
    ServerUnreachable,
)
from shopdesk.domain.mailbox import Security, Server
from shopdesk.mail.autoconfig_xml import read_autoconfig
from shopdesk.mail.dns_names import Names
from shopdesk.mail.lookup import public_host
from shopdesk.mail.network_lookup import NetworkLookup
from tests.fakes.small_internet import SmallInternet

ME = "me@shop.example"
HOST = "autoconfig.shop.example"
CONFIG = "/mail/config-v1.1.xml"
URL = f"https://{HOST}{CONFIG}"


def settings(server: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{before}<clientConfig version="1.1"><emailProvider id="x">'
        f'<incomingServer type="imap">{server}</incomingServer></emailProvider></clientConfig>'
    ).encode()


def server(
    host: str = "in.example", port: str = "993", security: str = "SSL", user: str = "me", how: str = "plain"
) -> str:
    return (
        f"<hostname>{host}</hostname><port>{port}</port><socketType>{security}</socketType>"
        f"<username>{user}</username><authentication>{how}</authentication>"
    )


GOOD = settings(server())
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(settings(server("&l9;"), f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'), id="billion laughs"),
        pytest.param(settings(server("&file;"), '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>'),
                     id="a file of this computer"),
        pytest.param(settings(server(), '<!DOCTYPE x SYSTEM "https://elsewhere.example/x.dtd">'), id="an outer DTD"),
        pytest.param(settings(server(), '<!DOCTYPE x [<!ENTITY % p SYSTEM "https://a.example/p">%p;]>'),
                     id="parameter entity"),
        pytest.param(settings(server("&unknown;")), id="unknown entity"),
        pytest.param(b"<!DOCTYPE html><html><body>This domain is for sale</body></html>", id="a parked page"),
        pytest.param(b"<html><body><p>unclosed</body></html>", id="broken"),
        pytest.param(b"<clientConfig/>", id="nothing in it"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\x00\xff\xfe" * 1000, id="bytes"),
        pytest.param(b'<?xml version="1.0" encoding="no-such"?><clientConfig/>', id="unknown encoding"),
        pytest.param(b"<clientConfig>" * 20 + b"</clientConfig>" * 20, id="deep"),
        pytest.param(b"<clientConfig>" + b"<a/>" * 3_000 + b"</clientConfig>", id="wide"),
        pytest.param(GOOD[:-5], id="cut off"),
    ],
)  # fmt: skip
def test_xml_that_is_no_settings_is_refused_quickly(raw: bytes) -> None:
    began = time.perf_counter()
    with pytest.raises(ServerRefused) as refused:
        read_autoconfig(raw, ME, HOST)
    assert time.perf_counter() - began < 0.5
    assert refused.value.host == HOST
    assert "root:" not in refused.value.detail


@pytest.mark.parametrize(
    "written",
    [
        server("in example.com"),
        server("in.example/path"),
        server("https://in.example"),
        server("in.example:993"),
        server("someone@in.example"),
        server("10.0.0.1"),
        server("[::1]"),
        server("localhost"),
        server("mail"),
        server(""),
        server("in.example\nx.example"),
        server("%NONSENSE%.example"),
        server("a" * 64 + ".example"),
        server(port="0"),
        server(port="99999"),
        server(port="x"),
        server(port=""),
        server(port="٩٩٣"),
        server(security="plain"),
        server(security=""),
        server(how="GSSAPI"),
        "<port>993</port>",
        "",
    ],
)
def test_a_server_that_we_must_not_or_cannot_use_is_left_out(written: str) -> None:
    assert read_autoconfig(settings(written), ME, HOST).imap == ()


@pytest.mark.parametrize(
    ("written", "user"),
    [
        ("%EMAILADDRESS%", ME),
        ("%EMAILLOCALPART%", "me"),
        ("%emaildomain%\\%EMAILLOCALPART%", "shop.example\\me"),
        ("%REALNAME%", ME),
        ("100%", ME),
        ("", ME),
        ("a b", ME),
        ("x" * 400, ME),
        (" padded ", "padded"),
        ("<b>me</b>", ME),
    ],
)
def test_sign_in_names_are_filled_or_the_address_is_taken(written: str, user: str) -> None:
    offers = read_autoconfig(settings(server(user=written)), ME, HOST)
    assert [(offer.server, offer.user) for offer in offers.imap] == [(Server("in.example", 993, Security.TLS), user)]


def test_placeholders_inside_an_address_are_not_filled_again() -> None:
    offers = read_autoconfig(settings(server(user="%EMAILLOCALPART%")), "%EMAILDOMAIN%@shop.example", HOST)
    assert [offer.user for offer in offers.imap] == ["%EMAILDOMAIN%@shop.example"]


@pytest.mark.parametrize(
    ("text", "host"),
    [(" In.Example.COM. ", "in.example.com"), ("münchen.example", "xn--mnchen-3ya.example"), ("_x.y", "_x.y")],
)
def test_proper_names_are_taken(text: str, host: str) -> None:
    assert public_host(text) == host
    with pytest.raises(InputRefused):
        public_host(f"{text}:1")


# --- https -------------------------------------------------------------------------------------------


def fetch(internet: SmallInternet, seconds: float = 3.0) -> bytes:
    return internet.lookup.fetch_https(URL, time.monotonic() + seconds)


def chunked(visitor: BaseHTTPRequestHandler) -> None:
    visitor.protocol_version = "HTTP/1.1"
    visitor.send_response(200)
    visitor.send_header("Transfer-Encoding", "chunked")
    visitor.end_headers()
    visitor.wfile.write(b"%x\r\n%s\r\n0\r\n\r\n" % (len(GOOD), GOOD))


def endless(visitor: BaseHTTPRequestHandler) -> None:
    visitor.send_response(200)
    visitor.end_headers()
    while True:
        visitor.wfile.write(b" " * 65_536)


def endless_headers(visitor: BaseHTTPRequestHandler) -> None:
    visitor.wfile.write(b"HTTP/1.0 100 Continue\r\n\r\n" * 100_000)


def dripping(visitor: BaseHTTPRequestHandler) -> None:
    visitor.send_response(200)
    visitor.end_headers()
    for _ in range(50):
        visitor.wfile.write(b" ")
        time.sleep(0.05)


def garbage(visitor: BaseHTTPRequestHandler) -> None:
    visitor.wfile.write(b"\x00" * 5_000 + b"\r\n\r\n")


def test_chunked_answers_are_read(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, HOST) as internet:
        internet.publish(HOST, CONFIG, chunked)
        assert fetch(internet) == GOOD


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        pytest.param(b" " * 10_000_000, ServerRefused, id="10 MB"),
        pytest.param(endless, ServerRefused, id="endless"),
        pytest.param(endless_headers, ServerUnreachable, id="endless headers"),
        pytest.param(dripping, ServerUnreachable, id="dripping"),
        pytest.param(garbage, ServerUnreachable, id="no http"),
        pytest.param((404, {}, GOOD), ServerRefused, id="404"),
        pytest.param((301, {}, GOOD), ServerRefused, id="redirect without place"),
        pytest.param((301, {"Location": URL}, b""), ServerRefused, id="redirect in a circle"),
        pytest.param((301, {"Location": f"http://{HOST}{CONFIG}"}, b""), EncryptionMissing, id="redirect to http"),
        pytest.param((302, {"Location": "file:///etc/passwd"}, b""), EncryptionMissing, id="redirect to a file"),
        pytest.param((302, {"Location": "https://127.0.0.1/x"}, b""), ServerRefused, id="redirect into this computer"),
        pytest.param((302, {"Location": "https://localhost/x"}, b""), ServerRefused, id="redirect to localhost"),
        pytest.param((302, {"Location": f"https://{HOST}:8443/x"}, b""), ServerRefused, id="redirect to a port"),
        pytest.param((302, {"Location": f"https://{HOST}:x/x"}, b""), ServerRefused, id="redirect to no port"),
        pytest.param((302, {"Location": f"https://a:b@{HOST}/x"}, b""), ServerRefused, id="redirect with a name"),
        pytest.param((302, {"Location": f"https://{HOST}/a b"}, b""), ServerRefused, id="redirect with a blank"),
        pytest.param((302, {"Location": "https://[x/"}, b""), ServerRefused, id="redirect to nonsense"),
    ],
)
def test_a_web_server_can_neither_flood_nor_stall_nor_lead_us_astray(
    tmp_path: Path,
    page: bytes | tuple[int, dict[str, str], bytes] | Callable[[BaseHTTPRequestHandler], None],
    problem: type[ServerProblem],
) -> None:
    with SmallInternet(tmp_path, HOST) as internet:
        internet.publish(HOST, CONFIG, page)
        patience = 0.6 if page in (endless_headers, dripping) else 10.0  # a busy computer shakes hands slowly
        began = time.monotonic()
        with pytest.raises(problem):
            fetch(internet, patience)
        assert time.monotonic() - began < patience + 1


def test_settings_are_never_taken_from_a_server_with_another_name(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "www.shop.example") as internet:
        internet.dns.add(HOST, "A", "127.0.0.1")
        internet.publish(HOST, CONFIG, GOOD)
        with pytest.raises(CertificateRefused):
            fetch(internet)
        assert internet.web.asked == []


def test_hostile_settings_end_in_nothing_found_with_the_reason_kept(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, HOST, "shop.example") as internet:
        internet.publish(HOST, CONFIG, settings(server("&l9;"), f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'))
        internet.publish("shop.example", f"/.well-known/autoconfig{CONFIG}", settings(server(how="OAuth2")))
        outcome = internet.search(ME)
    assert outcome.found is None
    assert [(one.problem, one.detail) for one in outcome.tried[:2]] == [
        ("ServerRefused", "a DTD in it"),
        ("ServerRefused", "no server in it that we could use"),
    ]
    assert ME not in "".join(one.what + one.detail for one in outcome.tried)


# --- DNS ---------------------------------------------------------------------------------------------


def test_dns_records_that_cannot_be_servers_are_left_out(tmp_path: Path) -> None:
    with SmallInternet(tmp_path, "in.shop.example") as internet:
        internet.dns.add("shop.example", "MX", "5 .", "10 a\\032b.example.", "20 MX.Example.")
        internet.dns.add("_imaps._tcp.shop.example", "SRV", "0 0 993 127.0.0.1.", "1 0 993 localhost.",
                         "2 0 993 in.shop.example.")  # fmt: skip
        names = Names(internet.dns.resolver())
        soon = time.monotonic() + 2
        assert names.mx("shop.example", soon) == ["mx.example"]
        assert [target.host for target in names.srv("_imaps._tcp.shop.example", soon)] == ["in.shop.example"]
        assert names.srv("_imap._tcp.shop.example", soon) == []


def test_a_name_with_several_addresses_is_reached_over_the_one_that_answers(tmp_path: Path) -> None:
    with SmallInternet(tmp_path) as internet, socket.create_server(("127.0.0.1", 0)) as door:
        internet.dns.add("in.shop.example", "A", "127.0.0.2", "127.0.0.1")
        reached = internet.lookup._dial("in.shop.example", door.getsockname()[1], time.monotonic() + 2)
        assert reached.getpeername()[0] == "127.0.0.1"
        reached.close()
        with pytest.raises(ServerUnreachable, match="no such name"):
            internet.lookup._dial("out.shop.example", 1, time.monotonic() + 2)


# --- mail servers ------------------------------------------------------------------------------------


def served(*says: bytes, security: Security = Security.STARTTLS, smtp: bool = False) -> None:
    """Let a server say things, each after a line of ours but the first, and try it."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(5)

        def serve() -> None:
            visitor, _ = door.accept()
            visitor.settimeout(5)
            with visitor:
                for number, words in enumerate(says):
                    if number:
                        heard.append(visitor.recv(4096))
                    visitor.sendall(words)

        thread = threading.Thread(target=serve)
        thread.start()
        port = door.getsockname()[1]
        lookup = NetworkLookup(reach=lambda _host, _port, _deadline: socket.create_connection(("127.0.0.1", port)))
        one = Server("in.shop.example", 143, security)
        try:
            (lookup.try_smtp if smtp else lookup.try_imap)(one, time.monotonic() + 1)
        finally:
            thread.join()
            assert all(line in {b"a1 STARTTLS\r\n", b"EHLO localhost\r\n", b"STARTTLS\r\n"} for line in heard)


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        ((b"HTTP/1.1 400 Bad Request\r\n",), NotAMailServer),
        ((b"* BYE too busy\r\n",), ServerBusy),
        ((b"* PREAUTH hello\r\n",), NotAMailServer),
        ((b"* OK hello\r\n", b"a1 NO not here\r\n"), EncryptionMissing),
        ((b"* OK hello\r\n", b"* CAPABILITY x\r\na1 BAD\r\n"), EncryptionMissing),
        ((b"* OK hello\r\n", b"a1 OK go\r\n* OK injected\r\n"), NotAMailServer),
        ((b"* OK hello\r\n", b"* x\r\n" * 200), NotAMailServer),
        ((b"x" * 20_000,), NotAMailServer),
        ((b"* OK he",), ConnectionLost),
        ((b"",), ConnectionLost),
    ],
)
def test_what_is_no_protected_imap_server_is_no_find(says: tuple[bytes, ...], problem: type[ServerProblem]) -> None:
    with pytest.raises(problem):
        served(*says)


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        ((b"554 no\r\n",), NotAMailServer),
        ((b"421 later\r\n",), ServerBusy),
        ((b"220-one\r\n220 two\r\n", b"500 what\r\n"), NotAMailServer),
        ((b"220 hi\r\n", b"250-a\r\n250 b\r\n", b"502 no such command\r\n"), EncryptionMissing),
        ((b"220 hi\r\n", b"250 b\r\n", b"220 go\r\n250 injected\r\n"), NotAMailServer),
    ],
)
def test_what_is_no_protected_smtp_server_is_no_find(says: tuple[bytes, ...], problem: type[ServerProblem]) -> None:
    with pytest.raises(problem):
        served(*says, smtp=True)


def test_a_silent_server_costs_its_deadline_and_nothing_is_tried_in_the_clear() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        lookup = NetworkLookup(reach=lambda _host, _port, _deadline: socket.create_connection(("127.0.0.1", port)))
        began = time.monotonic()
        with pytest.raises(ConnectionLost, match="no answer in time"):
            lookup.try_imap(Server("in.shop.example", 143, Security.STARTTLS), time.monotonic() + 0.2)
        assert time.monotonic() - began < 0.6
        with pytest.raises(EncryptionMissing):
            lookup.try_imap(Server("in.shop.example", 143, Security.NONE), time.monotonic() + 0.2)
