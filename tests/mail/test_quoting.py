"""Quotes and signatures of mail programs in seven languages are told from the writer's own words."""
# ruff: noqa: E501 - samples of mail read better on one line

import pytest

from shopdesk.mail.quoting import own_html, split_quote
from shopdesk.mail.read_mime import read_mail

OWN = "Where is my parcel?\nPlease answer soon."

TAILS = {
    "Gmail English": "On Mon, Sep 2, 2024 at 10:03 AM Shop <shop@example.com> wrote:\n\n> Hello\n> Bye",
    "Gmail English wrapped": "On Mon, Sep 2, 2024 at 10:03 AM Lantern & Loom Support <\nsupport@lanternloom.example> wrote:\n\n> Hello",
    "Gmail German": "Am Mo., 2. Sept. 2024 um 10:03 Uhr schrieb Shop <shop@example.com>:\n\n> Hallo",
    "Gmail French": "Le lun. 2 sept. 2024 à 10:03, Shop <shop@example.com> a écrit :\n\n> Bonjour",
    "Gmail Spanish": "El lun, 2 sept 2024 a las 10:03, Shop (<shop@example.com>) escribió:\n\n> Hola",
    "Gmail Portuguese": "Em seg., 2 de set. de 2024 às 10:03, Shop <shop@example.com> escreveu:\n\n> Olá",
    "Gmail Italian": "Il giorno lun 2 set 2024 alle ore 10:03 Shop <shop@example.com> ha scritto:\n\n> Ciao",
    "Gmail Dutch": "Op ma 2 sep 2024 om 10:03 schreef Shop <shop@example.com>:\n\n> Hallo",
    "Gmail Chinese": "Shop <shop@example.com> 于2024年9月2日周一 10:03写道：\n\n> 您好",
    "Gmail Japanese": "2024年9月2日(月) 10:03 Shop <shop@example.com>:\n\n> こんにちは",
    "Apple Mail English": "> On 2 Sep 2024, at 10:03, Shop <shop@example.com> wrote:\n>\n> Hello",
    "Apple Mail German": "> Am 02.09.2024 um 10:03 schrieb Shop <shop@example.com>:\n>\n> Hallo",
    "Apple Mail Chinese": "> 在 2024年9月2日，10:03，Shop <shop@example.com> 写道：\n>\n> 您好",
    "Apple Mail Japanese": "2024/09/02 10:03、Shop <shop@example.com>のメール:\n\n> こんにちは",
    "Thunderbird English": "On 02/09/2024 10:03, Shop wrote:\n> Hello",
    "Thunderbird German": "Am 02.09.2024 um 10:03 schrieb Shop:\n> Hallo",
    "Thunderbird French": "Le 02/09/2024 à 10:03, Shop a écrit :\n> Bonjour",
    "Thunderbird Japanese": "Shop さんは書きました:\n> こんにちは 2024",
    "Outlook English": "From: Shop <shop@example.com>\nSent: Monday, 2 September 2024 10:03\nTo: Jane\nSubject: Re: Order\n\nHello",
    "Outlook with a drawn line": "________________________________\nFrom: Shop <shop@example.com>\nSent: Monday\nTo: Jane\nSubject: Order\n\nHello",
    "Outlook old": "-----Original Message-----\nFrom: Shop\nSent: Monday\n\nHello",
    "Outlook German": "Von: Shop <shop@example.com>\nGesendet: Montag, 2. September 2024 10:03\nAn: Jane\nBetreff: AW: Bestellung\n\nHallo",
    "Outlook old German": "-----Ursprüngliche Nachricht-----\nVon: Shop\nGesendet: Montag\n\nHallo",
    "Outlook French": "De : Shop <shop@example.com>\nEnvoyé : lundi 2 septembre 2024 10:03\nÀ : Jane\nObjet : RE: Commande\n\nBonjour",
    "Outlook Spanish": "De: Shop <shop@example.com>\nEnviado el: lunes, 2 de septiembre de 2024\nPara: Jane\nAsunto: RE: Pedido\n\nHola",
    "Outlook Portuguese": "De: Shop <shop@example.com>\nEnviada em: segunda-feira\nPara: Jane\nAssunto: RES: Pedido\n\nOlá",
    "Outlook Chinese": "发件人: Shop <shop@example.com>\n发送时间: 2024年9月2日 10:03\n收件人: Jane\n主题: 回复: 订单\n\n您好",
    "Outlook Chinese traditional": "寄件者: Shop <shop@example.com>\n寄件日期: 2024年9月2日\n收件者: Jane\n主旨: 訂單\n\n您好",
    "Outlook Japanese": "差出人: Shop <shop@example.com>\n送信日時: 2024年9月2日 10:03\n宛先: Jane\n件名: 注文\n\nこんにちは",
    "Outlook with stars": "*From:* Shop <shop@example.com>\n*Sent:* Monday\n*To:* Jane\n*Subject:* Order\n\nHello",
    "QQ": '------------------ 原始邮件 ------------------\n发件人: "Shop" <shop@example.com>;\n发送时间: 2024年9月2日(星期一) 上午10:03\n\n您好',
    "QQ in English": '------------------ Original ------------------\nFrom: "Shop" <shop@example.com>;\nDate: Mon, Sep 2, 2024\nTo: "Jane"\nSubject: Order\n\nHi',
    "NetEase": '在 2024-09-02 10:03:11，"Shop" <shop@example.com> 写道：\n您好\n谢谢',
    "NetEase in English": 'At 2024-09-02 10:03:11, "Shop" <shop@example.com> wrote:\nHello',
    "NetEase app": "---- 回复的原邮件 ----\n| 发件人 | Shop<shop@example.com> |\n| 日期 | 2024年9月2日 10:03 |\n| 收件人 | Jane |\n您好",
    "Foxmail": "发件人： shop@example.com\n发送时间： 2024-09-02 10:03\n收件人： jane@example.com\n主题： Re: 订单\n您好",
    "Yahoo": "    On Monday, September 2, 2024 at 10:03:11 AM GMT+2, Shop <shop@example.com> wrote:\n\n Hello",
    "WEB.DE": 'Gesendet: Montag, 02. September 2024 um 10:03 Uhr\nVon: "Shop" <shop@example.com>\nAn: jane@example.com\nBetreff: Bestellung\n\nHallo',
    "Samsung": "-------- Original message --------\nFrom: Shop <shop@example.com>\nDate: 02/09/2024 10:03 (GMT+01:00)\n\nHello",
    "forwarded with words above": "---------- Forwarded message ---------\nFrom: Shop <shop@example.com>\nDate: Mon\n\nHello",
    "Korean Gmail": "2024년 9월 2일 (월) 오전 10:03, Shop <shop@example.com>님이 작성:\n\n> 안녕하세요",
    "Russian": "пн, 2 сент. 2024 г. в 10:03, Shop <shop@example.com> написал:\n\n> Привет",
    "Polish": "W dniu 2.09.2024 o 10:03, Shop pisze:\n> Cześć",
    "bare marks": "> Hello\n> Bye",
}


@pytest.mark.parametrize("style", TAILS)
def test_a_quote_below_the_words_is_folded(style: str) -> None:
    text = f"{OWN}\n\n{TAILS[style]}\n"
    split = split_quote(text)
    assert split.own == OWN
    assert split.quoted.split() == TAILS[style].split()


SIGNATURES = [
    "-- \nJane Doe\nTel. 123", "--\nJane", "Sent from my iPhone", "Sent from my Samsung Galaxy smartphone.", "Get Outlook for iOS",
    "Get Outlook for Android <https://aka.ms/x>", "Von meinem iPhone gesendet", "Gesendet mit der GMX Mail App",
    "Envoyé de mon iPhone", "Enviado desde mi iPhone", "Enviado do meu iPhone", "Inviato da iPhone", "发自我的iPhone",
    "发自我的 iPhone", "发自我的手机", "從我的 iPhone 傳送", "iPhoneから送信", "Sent from Yahoo Mail on Android", "Sent via BlackBerry",
    "Sent from Outlook for iOS", "Gesendet von Outlook für Android", "Verzonden vanaf mijn iPhone",
]  # fmt: skip


@pytest.mark.parametrize("signature", SIGNATURES)
def test_a_signature_is_told_from_the_words(signature: str) -> None:
    split = split_quote(f"{OWN}\n\n{signature}\n")
    assert split.own == OWN
    assert split.signature == signature.strip()


def test_a_signature_above_a_quote_is_found() -> None:
    split = split_quote(f"{OWN}\n\n发自我的iPhone\n\nOn Mon, Sep 2, 2024, Shop <s@x.com> wrote:\n> Hello\n")
    assert (split.own, split.signature) == (OWN, "发自我的iPhone")


def test_answers_between_quoted_lines_are_kept() -> None:
    text = "On 02/09/2024 10:03, Shop wrote:\n> Which size?\nMedium.\n\n> Which colour?\nBlue, please.\n"
    assert split_quote(text).own == "Medium.\n\nBlue, please."


def test_an_answer_below_the_quote_is_kept() -> None:
    text = "On 02/09/2024 10:03, Shop wrote:\n> Which size?\n\nMedium.\n-- \nJane"
    split = split_quote(text)
    assert (split.own, split.signature) == ("Medium.", "-- \nJane")


@pytest.mark.parametrize(
    "text",
    [
        "---------- Forwarded message ---------\nFrom: Shop <shop@example.com>\nDate: Mon\nSubject: x\n\nHello",
        "Begin forwarded message:\n\nFrom: Shop <s@x.com>\nSubject: x\nDate: Mon\n\nHello",
        "-------- Weitergeleitete Nachricht --------\nVon: Shop\nAn: x\n\nHallo",
        "From: a@b.com\nSent: Monday\nTo: c\nSubject: x\n\nHello",
        "> only\n> a quote",
        "Sent from my iPhone",
        "-- \nJane",
        "----- Original Message -----\nFrom: x\n\nHello",
    ],
)
def test_a_mail_without_own_words_keeps_its_whole_text(text: str) -> None:
    assert split_quote(text).own == text.strip()
    assert read_mail(b"Content-Type: text/plain; charset=utf-8\n\n" + text.encode()).own_words == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "He wrote: the parcel is lost. I am sad.",
        "My colours:\nred\nblue",
        "To: you I say this\nFrom: the heart",
        "On Monday I got the parcel. My wife wrote:\nit is broken",
        "我在2024年9月2日收到了货，有问题：\n第一个坏了",
        "A list:\n- one\n- two\n--- three",
        "Total: 5\nDate: unknown\nColour: red",
    ],
)
def test_words_that_only_look_like_a_quote_are_kept(text: str) -> None:
    assert split_quote(text).own == text


def _html(body: str) -> bytes:
    return b"Content-Type: text/html; charset=utf-8\n\n" + body.encode()


HTML_STYLES = {
    "Gmail": '<div dir="ltr">Where is it?</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Sep 2, 2024 at 10:03 AM '
    'Shop &lt;<a href="mailto:s@x.com">s@x.com</a>&gt; wrote:<br></div><blockquote class="gmail_quote">OLD</blockquote></div>',
    "Outlook desktop": '<div><p>Where is it?</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Shop &lt;s@x.com&gt;<br>'
    "<b>Sent:</b> Monday<br><b>To:</b> Jane<br><b>Subject:</b> Order</p></div><p>OLD</p></div>",
    "Outlook web": '<div>Where is it?</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><font><b>From:</b> Shop &lt;s@x.com&gt;<br>'
    "<b>Sent:</b> Monday<br><b>To:</b> Jane<br><b>Subject:</b> Order</font></div><div>OLD</div>",
    "Apple Mail": '<div>Where is it?</div><div><br><blockquote type="cite"><div>On 2 Sep 2024, at 10:03, Shop wrote:</div><div>OLD</div></blockquote></div>',
    "QQ": "<div>Where is it?</div><div><br></div><div>------------------&nbsp;原始邮件&nbsp;------------------</div><div><b>发件人:</b> Shop</div><div>OLD</div>",
    "NetEase": '<div>Where is it?</div><br><p>At 2024-09-02 10:03:11, "Shop" &lt;s@x.com&gt; wrote:</p><blockquote>OLD</blockquote>',
    "Yahoo": '<div>Where is it?</div><div class="yahoo_quoted"><div>On Monday, September 2, 2024 at 10:03:11 AM, Shop &lt;s@x.com&gt; wrote:</div><div>OLD</div></div>',
    "Thunderbird": '<p>Where is it?</p><div class="moz-cite-prefix">Am 02.09.2024 um 10:03 schrieb Shop:<br></div><blockquote type="cite">OLD</blockquote>',
    "iPhone": '<div>Where is it?</div><div id="AppleMailSignature">Von meinem iPhone gesendet</div><div><br><blockquote type="cite">Am 02.09.2024 um 10:03 schrieb '
    "Shop &lt;s@x.com&gt;:<br><br>OLD</blockquote></div>",
}


@pytest.mark.parametrize("style", HTML_STYLES)
def test_a_quote_in_html_is_folded_and_kept_in_the_whole(style: str) -> None:
    mail = read_mail(_html(HTML_STYLES[style]))
    assert mail.own_words == "Where is it?"
    assert "OLD" in mail.text
    assert "OLD" in mail.html
    own = own_html(mail.html)
    assert "Where is it?" in own
    assert "OLD" not in own
    assert own.count("<div") == own.count("</div")


def test_html_without_a_quote_needs_no_second_form() -> None:
    assert own_html(read_mail(_html("<p>Only words</p>")).html) == ""
    assert own_html("") == ""


def test_html_that_a_window_would_wait_for_is_not_folded() -> None:
    quoted = "<p>Words</p><blockquote><p>old</p></blockquote>"
    assert own_html(quoted).startswith("<p>Words</p>")
    assert "old" not in own_html(quoted)
    assert own_html(quoted * 10_000) == ""
