"""How mail programs quote the mail that is answered, in the languages of the demo shop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape

from shopdesk.demo.samples import Style


@dataclass(frozen=True)
class Quoted:
    """The mail that is answered."""

    name: str
    address: str
    to_name: str
    to_address: str
    subject: str
    at: datetime
    text: str


_DAYS = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "de": "Mo. Di. Mi. Do. Fr. Sa. So.",
    "es": "lun mar mié jue vie sáb dom",
    "fr": "lun. mar. mer. jeu. ven. sam. dim.",
    "ja": "月 火 水 木 金 土 日",
    "zh": "周一 周二 周三 周四 周五 周六 周日",
}
_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
}
_GMAIL = {
    "en": "On {day}, {month} {date}, {year} at {clock12} {name} <{address}> wrote:",
    "de": "Am {day}, {date}. {month} {year} um {clock} Uhr schrieb {name} <{address}>:",
    "es": "El {day}, {date} {month} {year} a las {clock}, {name} (<{address}>) escribió:",
    "fr": "Le {day} {date} {month} {year} à {clock}, {name} <{address}> a écrit :",
    "ja": "{year}年{number}月{date}日({day}) {clock} {name} <{address}>:",
    "zh": "{name} <{address}> 于{year}年{number}月{date}日{day} {clock}写道：",
}
_APPLE = {
    "en": "On {date} {month} {year}, at {clock}, {name} <{address}> wrote:",
    "de": "Am {date}.{number}.{year} um {clock} schrieb {name} <{address}>:",
    "es": "El {date} {month} {year}, a las {clock}, {name} <{address}> escribió:",
    "fr": "Le {date} {month} {year} à {clock}, {name} <{address}> a écrit :",
    "ja": "{year}/{number}/{date} {clock}、{name} <{address}>のメール:",
    "zh": "{year}年{number}月{date}日 {clock}，{name} <{address}> 写道：",
}
_OUTLOOK = {
    "en": ("From", "Sent", "To", "Subject"),
    "de": ("Von", "Gesendet", "An", "Betreff"),
    "es": ("De", "Enviado", "Para", "Asunto"),
    "fr": ("De", "Envoyé", "À", "Objet"),
    "ja": ("差出人", "送信日時", "宛先", "件名"),
    "zh": ("发件人", "发送时间", "收件人", "主题"),
}
_PHONE = {"en": "Sent from my iPhone", "de": "Von meinem iPhone gesendet", "zh": "发自我的iPhone"}
_NOON = 12


def with_quote(style: Style, language: str, text: str, quoted: Quoted | None) -> tuple[str, str]:
    """Text and HTML of an answer in a mail program's manner; None quotes nothing."""
    if style is Style.PHONE:
        text = f"{text}\n\n{_PHONE.get(language, _PHONE['en'])}"
    own = _as_html(text)
    if quoted is None:
        return text + "\n", _wrap(style, own, "")
    if style in (Style.GMAIL, Style.APPLE, Style.PHONE, Style.NETEASE):
        line = _attribution(style, language, quoted)
        marked = "\n".join(f"> {each}".rstrip() for each in quoted.text.split("\n"))
        return f"{text}\n\n{line}\n{marked}\n", _wrap(style, own, _quote_html(style, line, quoted))
    block = _header_block(style, language, quoted)
    return f"{text}\n\n{block}\n\n{quoted.text}\n", _wrap(style, own, _block_html(style, block, quoted))


def _attribution(style: Style, language: str, quoted: Quoted) -> str:
    at = quoted.at
    if style is Style.NETEASE:
        return f'在 {at:%Y-%m-%d %H:%M:%S}，"{quoted.name}" <{quoted.address}> 写道：'
    patterns = _GMAIL if style is Style.GMAIL else _APPLE
    months = _MONTHS.get(language, _MONTHS["en"]).split()
    hour = at.hour % _NOON or _NOON
    return patterns.get(language, patterns["en"]).format(
        day=_DAYS.get(language, _DAYS["en"]).split()[at.weekday()],
        month=months[at.month - 1],
        number=at.month,
        date=at.day,
        year=at.year,
        clock=f"{at:%H:%M}",
        clock12=f"{hour}:{at:%M} {'AM' if at.hour < _NOON else 'PM'}",
        name=quoted.name,
        address=quoted.address,
    )


def _header_block(style: Style, language: str, quoted: Quoted) -> str:
    at = quoted.at
    if style is Style.QQ:
        half = "上午" if at.hour < _NOON else "下午"
        weekday = "一二三四五六日"[at.weekday()]
        return (
            "------------------ 原始邮件 ------------------\n"
            f'发件人: "{quoted.name}" <{quoted.address}>;\n'
            f"发送时间: {at.year}年{at.month}月{at.day}日(星期{weekday}) {half}{at.hour % _NOON or _NOON}:{at:%M}\n"
            f'收件人: "{quoted.to_name}"<{quoted.to_address}>;\n'
            f"主题: {quoted.subject}"
        )
    if style is Style.FOXMAIL:
        return (
            f"\n发件人： {quoted.name}\n发送时间： {at:%Y-%m-%d %H:%M}\n"
            f"收件人： {quoted.to_name}\n主题： {quoted.subject}"
        )
    sender, sent, to, subject = _OUTLOOK.get(language, _OUTLOOK["en"])
    return (
        f"________________________________\n{sender}: {quoted.name} <{quoted.address}>\n"
        f"{sent}: {at:%d.%m.%Y %H:%M}\n{to}: {quoted.to_name} <{quoted.to_address}>\n{subject}: {quoted.subject}"
    )


def _quote_html(style: Style, line: str, quoted: Quoted) -> str:
    inner = _as_html(quoted.text)
    if style is Style.GMAIL:
        return (
            f'<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{escape(line)}<br></div>'
            '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid '
            f'rgb(204,204,204);padding-left:1ex">{inner}</blockquote></div>'
        )
    if style is Style.NETEASE:
        return (
            f'<br><pre>{escape(line)}</pre><blockquote id="isReplyContent" style="PADDING-LEFT: 1ex; '
            f'MARGIN: 0px 0px 0px 0.8ex; BORDER-LEFT: #ccc 1px solid">{inner}</blockquote>'
        )
    return f'<div><br><blockquote type="cite"><div>{escape(line)}</div><br><div>{inner}</div></blockquote></div>'


def _block_html(style: Style, block: str, quoted: Quoted) -> str:
    head, inner = _as_html(block.strip()), _as_html(quoted.text)
    if style is Style.QQ:
        title, _, rest = head.partition("<br>")
        return (
            '<div><br></div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">'
            f'{title}</div><div style="font-size: 12px;background:#efefef;padding:8px;">{rest}</div>'
            f"<div><br></div><div>{inner}</div>"
        )
    if style is Style.FOXMAIL:
        return (
            '<blockquote style="margin-Top: 0px; margin-Bottom: 0px; margin-Left: 0.5em"><div style="border:none;'
            f'border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm">{head}</div><div>{inner}</div></blockquote>'
        )
    head = head.partition("<br>")[2]
    return (
        '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">'
        f'<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" color="#000000">{head}</font></div>'
        f"<div>{inner}</div>"
    )


def _wrap(style: Style, own: str, quote: str) -> str:
    if style is Style.OUTLOOK:
        own = f'<div style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt">{own}</div>'
    else:
        own = f'<div dir="ltr">{own}</div>'
    return f"<html><head></head><body>{own}{quote}</body></html>"


def _as_html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
