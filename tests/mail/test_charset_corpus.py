"""Forty mails whose charset is unusual, split or wrongly named: subject, sender, body and file name are readable."""

import base64
from quopri import encodestring

import pytest

from shopdesk.mail.charsets import decode_text, text_codec
from shopdesk.mail.read_mime import read_mail

CHINESE = "退款申请：订单尚未收到"
RARE = "朱镕基与囍字訂單"
JAPANESE = "注文番号①の返品について髙島屋"
KOREAN = "주문한 상품이 아직 오지 않았어요"
GERMAN = "Größe stimmt nicht, möchte zurückgeben – 20 €"
FRENCH = "Où est ma commande ? Très déçu"
RUSSIAN = "Где мой заказ? Верните деньги"
POLISH = "Gdzie jest moje zamówienie? Proszę o zwrot"
THAI = "สินค้ายังไม่มาถึง"
GREEK = "Πού είναι η παραγγελία μου"
HEBREW = "איפה ההזמנה שלי"
TURKISH = "Siparişim nerede, ücret iadesi istiyorum"


def _b(text: str, codec: str, label: str) -> bytes:
    return f"=?{label}?B?{base64.b64encode(text.encode(codec)).decode()}?=".encode()


def _mail(text: str, codec: str, label: str, transfer: str = "8bit", subject: bytes = b"", name: bytes = b"") -> bytes:
    body = text.encode(codec)
    if transfer == "base64":
        body = base64.encodebytes(body)
    elif transfer == "quoted-printable":
        body = encodestring(body)
    subject = subject or _b(text, codec, label)
    name = name or _b(text + ".pdf", codec, label)
    charset = f"; charset={label}".encode() if label else b""
    return (
        b"From: " + _b(text[:6], codec, label or "utf-8") + b" <buyer@example.com>\r\nSubject: " + subject + b"\r\n"
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain" + charset + b"\r\n"
        b"Content-Transfer-Encoding: " + transfer.encode() + b"\r\n\r\n" + body + b"\r\n--b\r\n"
        b'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="'
        + name
        + b'"\r\n\r\nPDF\r\n--b--\r\n'
    )


LABELLED = [
    ("gb2312 that is GBK", RARE, "gbk", "gb2312", "base64"),
    ("gb2312 as it should be", CHINESE, "gb2312", "gb2312", "8bit"),
    ("gb2312 that is GB18030", RARE + "𠮷", "gb18030", "GB2312", "quoted-printable"),
    ("gbk", RARE, "gbk", "gbk", "8bit"),
    ("x-gbk", RARE, "gbk", "x-gbk", "base64"),
    ("gb18030", RARE, "gb18030", "gb18030", "base64"),
    ("cp936", CHINESE, "gbk", "cp936", "8bit"),
    ("hz of old times", CHINESE, "hz", "hz-gb-2312", "7bit"),
    ("big5", "訂單還沒收到，請退款", "big5", "big5", "8bit"),
    ("big5 of Outlook with a vendor character", "訂單碁銹", "cp950", "big5", "base64"),
    ("big5-hkscs", "訂單喺邊", "big5hkscs", "big5-hkscs", "base64"),
    ("iso-2022-jp", "注文番号の返品について", "iso2022_jp", "iso-2022-jp", "7bit"),
    ("iso-2022-jp with half-width kana", "ﾊﾝｶｸ注文", "iso2022_jp_ext", "iso-2022-jp", "7bit"),
    ("shift_jis with vendor characters", JAPANESE, "cp932", "shift_jis", "8bit"),
    ("x-sjis", JAPANESE, "cp932", "x-sjis", "base64"),
    ("windows-31j", JAPANESE, "cp932", "Windows-31J", "base64"),
    ("euc-jp", "注文番号の返品", "euc_jp", "euc-jp", "8bit"),
    ("ks_c_5601-1987 that is code page 949", KOREAN + " 똠방각하", "cp949", "ks_c_5601-1987", "8bit"),
    ("euc-kr", KOREAN, "euc_kr", "euc-kr", "base64"),
    ("windows-874", THAI, "cp874", "windows-874", "8bit"),
    ("tis-620", THAI, "tis_620", "tis-620", "base64"),
    ("iso-8859-1 that is code page 1252", GERMAN, "cp1252", "iso-8859-1", "quoted-printable"),
    ("iso-8859-15", "Größe 20 €", "iso8859_15", "iso-8859-15", "8bit"),
    ("windows-1252", GERMAN, "cp1252", "windows-1252", "8bit"),
    ("koi8-r", RUSSIAN, "koi8_r", "koi8-r", "8bit"),
    ("windows-1251", RUSSIAN, "cp1251", "windows-1251", "base64"),
    ("iso-8859-2", POLISH, "iso8859_2", "iso-8859-2", "quoted-printable"),
    ("windows-1253", GREEK, "cp1253", "windows-1253", "8bit"),
    ("iso-8859-8-i", HEBREW, "iso8859_8", "iso-8859-8-i", "8bit"),
    ("iso-8859-9 that is code page 1254", TURKISH, "cp1254", "iso-8859-9", "8bit"),
    ("utf-16", CHINESE, "utf_16", "utf-16", "base64"),
    ("utf-7", CHINESE, "utf_7", "utf-7", "7bit"),
    ("utf8mb4 of a database", CHINESE, "utf_8", "utf8mb4", "base64"),
    ("quoted charset in capitals", GERMAN, "utf_8", '"UTF-8"', "8bit"),
    ("mac roman", FRENCH, "mac_roman", "x-mac-roman", "quoted-printable"),
]
WRONG = [
    ("utf-8 that is code page 1252", FRENCH, "cp1252", "utf-8"),
    ("iso-8859-1 that is utf-8", FRENCH, "utf_8", "iso-8859-1"),
    ("iso-2022-jp that is utf-8", "注文番号の返品", "utf_8", "iso-2022-jp"),
    ("us-ascii that is utf-8", CHINESE, "utf_8", "us-ascii"),
    ("no charset, utf-8", CHINESE, "utf_8", ""),
    ("no charset, GBK", CHINESE, "gbk", ""),
    ("unknown charset, utf-8", GERMAN, "utf_8", "x-does-not-exist"),
    ("a codec that is no charset", GERMAN, "utf_8", "rot13"),
    ("a codec that unpacks", GERMAN, "utf_8", "zlib_codec"),
    ("the codec of host names", GERMAN, "utf_8", "idna"),
    ("us-ascii twice over", "plain words", "ascii", "us-ascii; charset=us-ascii"),
    ("the default of a Java program", GERMAN, "utf_8", "default_charset"),
    ("utf-8 that is GBK", CHINESE, "gbk", "utf-8"),
]


@pytest.mark.parametrize(("why", "text", "codec", "label", "transfer"), LABELLED, ids=[row[0] for row in LABELLED])
def test_a_vendor_charset_is_read_in_subject_sender_body_and_file_name(
    why: str, text: str, codec: str, label: str, transfer: str
) -> None:
    label_in_words = label.strip('"')
    raw = _mail(text, codec, label, transfer, _b(text, codec, label_in_words), _b(text + ".pdf", codec, label_in_words))
    mail = read_mail(raw.replace(f"=?{label}?".encode(), f"=?{label_in_words}?".encode()))
    assert mail.subject == text
    assert mail.text.strip() == text
    assert mail.own_words == text
    assert mail.sender.name == text[:6].strip()
    assert mail.attachments[0].name.removesuffix(".pdf").startswith(text.rstrip("?. ").replace("?", "_")[:10])


@pytest.mark.parametrize(("why", "text", "codec", "label"), WRONG, ids=[row[0] for row in WRONG])
def test_a_wrongly_labelled_body_is_readable(why: str, text: str, codec: str, label: str) -> None:
    mail = read_mail(_mail(text, codec, label, subject=b"x", name=b"x.pdf"))
    assert mail.text.strip() == text


def test_iso_2022_jp_of_windows_keeps_its_vendor_characters() -> None:
    # row 13 of JIS: the circled one is 0x2D21; Python's own codec refuses it
    body = b"\x1b$B-!\x1b(B \x1b(I1\x1b(B end\n\x1b$BCmJ8\x1b(B"
    assert decode_text(body, "iso-2022-jp-ms") == "① ｱ end\n注文"


def test_a_character_split_over_two_encoded_words_is_whole() -> None:
    octets = "退款申请".encode()
    first, second = base64.b64encode(octets[:4]).decode(), base64.b64encode(octets[4:]).decode()
    mail = read_mail(f"Subject: =?utf-8?B?{first}?=\r\n =?UTF-8?B?{second}?=\r\n\r\nx".encode())
    assert mail.subject == "退款申请"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (b"=?utf-8?Q?a?==?utf-8?Q?b?=", "ab"),
        (b"Re:=?utf-8?B?5L2g5aW9?=(1)", "Re:你好(1)"),
        (b"=?x-unknown?B?5L2g5aW9?=", "你好"),
        (b"=?utf-8?B?5L2g5aW9", "你好"),
        (b"=?utf-8?B?5L2g5a", "你"),
        (b"=?utf-8?Q?What_is_this??=", "What is this?"),
        (b"=?utf-8?Q?two words?=", "two words"),
        (b"=?utf-8*en?Q?language?=", "language"),
        (b"=?iso-8859-1?q?Gr=F6=DFe?= passt", "Größe passt"),
        (b"a =?utf-8?Q?b?= c =?utf-8?Q?d?=\r\n =?utf-8?Q?e?=", "a b c de"),
        (b"=?gb2312?B?1OfJz7rD?= =?big5?B?p0Gmbg==?=", "早上好你好"),
        (b"=?utf-8?X?nothing?=", "=?utf-8?X?nothing?="),
        ("你好 Größe".encode(), "你好 Größe"),
        ("订单退款".encode("gbk"), "订单退款"),
        ("Größe".encode("latin-1"), "Größe"),
        (b"broken \xe4\xbd utf-8 \xff", None),
    ],
)
def test_a_subject_is_readable(header: bytes, expected: str | None) -> None:
    subject = read_mail(b"Subject: " + header + b"\r\n\r\nbody").subject
    subject.encode()
    assert subject == expected if expected is not None else subject.startswith("broken")


def test_raw_headers_follow_the_charset_of_the_body() -> None:
    raw = (
        b"Subject: "
        + RUSSIAN.encode("koi8-r")
        + b"\nContent-Type: text/plain; charset=koi8-r\n\n"
        + RUSSIAN.encode("koi8-r")
    )
    assert read_mail(raw).subject == RUSSIAN


def test_a_few_broken_characters_do_not_turn_the_rest_into_rubbish() -> None:
    text = decode_text(CHINESE.encode() * 5 + b"\xe4\xbd", "utf-8")
    assert text.startswith(CHINESE)


@pytest.mark.parametrize(
    "label", ["", "  ", "x" * 500, "a\0b", "../../etc", "base64_codec", "unicode_escape", "undefined"]
)
def test_what_is_no_charset_is_not_used(label: str) -> None:
    assert text_codec(label) == ""


def test_html_names_its_charset_itself_when_the_header_does_not() -> None:
    html = '<html><head><meta charset="gbk"></head><body>' + RARE + "</body></html>"
    raw = b"Content-Type: text/html\n\n" + html.encode("gbk")
    assert read_mail(raw).text == RARE


@pytest.mark.parametrize(
    ("parameter", "expected"),
    [
        (b"filename*0*=gb2312''%B7%A2; filename*1*=%C6%B1.pdf", "发票.pdf"),
        (b"filename*=utf-8''%E5%8F%91%E7%A5%A8.pdf", "发票.pdf"),
        (b"filename*0=long; filename*1=name.pdf", "longname.pdf"),
        (b'filename="=?utf-8?B?5Y+R56Wo?=.pdf"', "发票.pdf"),
        (b'filename="' + "发票.pdf".encode("gbk") + b'"', "发票.pdf"),
        (b'filename="' + "发票.pdf".encode() + b'"', "发票.pdf"),
        (b'filename="C:\\Users\\me\\invoice.pdf"', "invoice.pdf"),
        (b"filename=no quotes here.pdf", "no quotes here.pdf"),
        (b'filename="semi;colon.pdf"', "semi;colon.pdf"),
        (b'filename="unclosed.pdf', "unclosed.pdf"),
        (b"filename==?utf-8?Q?Rechnung_M=C3=BCller=2Epdf?=", "Rechnung Müller.pdf"),
    ],
)
def test_a_file_name_is_readable_however_it_is_written(parameter: bytes, expected: str) -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhi\n--b\nContent-Disposition: attachment; "
        + parameter
        + b"\n\nX\n--b--"
    )
    assert read_mail(raw).attachments[0].name == expected
