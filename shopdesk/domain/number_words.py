"""The words before a number that tell what it is the number of: en, de, fr, es, it, pt, zh, ja."""

import re
from dataclasses import dataclass
from enum import Enum

WINDOW = 48
"""Characters before a number in which such a word counts."""


class Topic(Enum):
    """What a number is the number of."""

    ORDER = "order"
    PARCEL = "parcel"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest telling word before a number; topic OTHER and not close when there is none."""

    topic: Topic = Topic.OTHER
    gap: str = ""
    """What stands between the word and the number, lower case."""
    is_close: bool = False
    """True when nothing but filling words and signs stand between."""
    is_announced: bool = False
    """True when it is said that a number follows: #, no., Nr., n°, 号 …"""


def plain_words(text: str) -> frozenset[str]:
    """The words of a text, parted by spaces."""
    return frozenset(text.split())


def _words(topic: Topic, text: str) -> dict[str, Topic]:
    return dict.fromkeys(text.split(), topic)


_LATIN = {
    **_words(
        Topic.ORDER,
        """order orders bestellung bestellungen auftrag commande commandes pedido pedidos ordine ordini orden ordenes
        órdenes encomenda encomendas compra purchase purchases receipt po zamówienie zamówienia""",
    ),
    **_words(
        Topic.PARCEL,
        """tracking track parcel package paket sendung suivi colis seguimiento rastreo paquete envío spedizione
        tracciamento pacco rastreio rastreamento shipment waybill awb consignment dhl ups usps fedex gls dpd hermes
        colissimo correios""",
    ),
    **_words(
        Topic.OTHER,
        """phone telephone phones call mobile cell handy whatsapp wechat fax contact item items article artikel sku ean
        isbn asin product customer client cliente clients invoice rechnung facture factura fattura iban konto account
        card zip plz postal date datum fecha data color colors colour colours farbe couleur apt apartment unit suite ste
        room floor ticket tickets case page seite size box version year jahr vat ust tax model modell part serial total
        betrag price preis tel telefon téléphone teléfono telefono qq""",
    ),
}
_STEMS = {
    "orde": (("order", Topic.ORDER),),
    "best": (("bestell", Topic.ORDER),),
    "auft": (("auftrag", Topic.ORDER),),
    "send": (("sendung", Topic.PARCEL),),
    "pake": (("paket", Topic.PARCEL),),
    "trac": (("tracking", Topic.PARCEL),),
    "kund": (("kunden", Topic.OTHER),),
    "rech": (("rechnung", Topic.OTHER),),
    "arti": (("artikel", Topic.OTHER),),
    "tele": (("tele", Topic.OTHER),),
    "post": (("postleitzahl", Topic.OTHER),),
    "call": (("call", Topic.OTHER),),
}
_EASTERN = {
    **_words(Topic.ORDER, "订单 訂單 注文 受注 オーダー"),
    **_words(Topic.PARCEL, "运单 運單 快递 快遞 物流 单号 單號 追跡 伝票 お問い合わせ番号 配送番号 荷物"),
    **_words(
        Topic.OTHER,
        "电话 電話 手机 手機 微信 颜色 色 客户 顧客 会員 商品 发票 身份证 卡号 银行 邮编 房 室 型号 金额 円 携帯 郵便",
    ),
}
_FILLING = plain_words(
    """no nos nr num number numbers nummer nummern numero numéro número ref reference referenz code id ids n o nº n° is
    are was ist lautet est es é è the my your our with mit meine meiner meinen meinem ihre ihrer ihren ihrem mi su mon
    votre ma il la le de du des del di da do d l under confirmation bestätigung confirmación and amazon ebay etsy
    walmart shopify shopee lazada aliexpress tiktok rakuten º ª"""
)
_FILLING_SIGNS = frozenset("号號码碼为為是编編番のはが了单單这這个個您我")
_ANNOUNCING = plain_words("no nos nr num number numbers nummer nummern numero numéro número id ids n")
_ANNOUNCING_END = ("nummer", "nummern", "nr", "number", "num", "no", "id")
_WORD = re.compile("[a-zß-öø-ÿœß-ž]+|[\u2e80-\u9fff]+")
_DIGIT = re.compile("[0-9]")
_SAME_SENTENCE = re.compile(r"(?>(?:[^0-9.!?。！？\n]|\n(?!\n))*)")
_LONGEST_LOOSE_GAP = 40
_EASTERN_WORD = re.compile("|".join(sorted(_EASTERN, key=len, reverse=True)))
_EAST = "\u2e80"
_PLAIN = _FILLING | _LATIN.keys()
_NOTHING = Near()
_STEM_ENDS = frozenset({"", "s", "ung", "ungs"})

AFTER_ORDER = re.compile(r"\s{0,2}[号號番]?(?:这个|這個|那个|的|の)?(?:订单|訂單|注文)")
"""Chinese and Japanese put the word behind the number."""
BETWEEN_NUMBERS = re.compile(r"[\s,;、，；/&+#]*(?:and|und|et|y|e|or|oder|ou|和|及|与|跟|と)?[\s#]*")
"""What stands between numbers of a row."""
UNITS_AFTER = re.compile(
    r"\s?(?:pcs|pieces?|units?|items?|stück|stk|piezas|pièces|pezzi|peças|times|eur|usd|gbp|rmb|euros?|dollars?|yuan"
    r"|kg|km|cm|mm|days?|people|个|個|件|元|块|台|只|本|枚|円)(?![^\W\d_])|\s?[€$£¥%个個件元块台只枚円]"
)
"""What makes a number before it a quantity or a price."""


def nearest_word(before: str, *, only_close: bool) -> Near:
    """The telling word that stands last in the text before a number.

    In: at most `WINDOW` characters before the number, and whether a word counts only if nothing but filling words and
    signs follow it; else it counts in the same sentence. Out: topic OTHER, not close, when there is none.
    """
    lower = before.lower()
    is_close = True
    for found in _WORD.finditer(lower[::-1]):  # most numbers are judged by one or two words
        word = found.group()[::-1]
        if word < _EAST and word not in _PLAIN and word[:4] not in _STEMS:
            is_close = False
        else:
            topic, first, last, fits = _look_up(word)
            is_close = is_close and fits
            if topic is not None:
                start = len(lower) - found.end()
                return _near(topic, word[first:last], lower[start + last :], is_close, lower[:start])
        if only_close and not is_close:
            break
    return _NOTHING


def _near(topic: Topic, word: str, gap: str, is_close: bool, before: str) -> Near:  # noqa: FBT001
    if is_close and _DIGIT.search(gap) is None:
        return Near(topic, gap, is_close=True, is_announced=_is_announced(word, gap))
    if len(gap) > _LONGEST_LOOSE_GAP or _SAME_SENTENCE.fullmatch(gap) is None:
        return _NOTHING
    if any(_look_up(word)[0] is Topic.OTHER for word in _WORD.findall(before)):
        return _NOTHING
    return Near(topic, gap)


def _look_up(word: str) -> tuple[Topic | None, int, int, bool]:
    """Topic of a word, where its telling part starts and ends, and whether the rest of it may stand in a gap."""
    topic = _LATIN.get(word)
    if topic is not None:
        return topic, 0, len(word), True
    if word >= _EAST:
        return _look_up_eastern(word)
    for stem, stem_topic in _STEMS.get(word[:4], ()):
        if word.startswith(stem):
            rest = word[len(stem) :]
            return stem_topic, 0, len(word), rest in _STEM_ENDS or rest.endswith(_ANNOUNCING_END)
    return None, 0, 0, word in _FILLING


def _look_up_eastern(run: str) -> tuple[Topic | None, int, int, bool]:
    """The same for a run of Chinese or Japanese, where words are not parted: the last one counts."""
    found = None
    for word in _EASTERN_WORD.finditer(run):
        found = word
    rest = run[found.end() :] if found else run
    fits = all(sign in _FILLING_SIGNS for sign in rest)
    return (_EASTERN[found.group()], *found.span(), fits) if found else (None, 0, 0, fits)


def _is_announced(word: str, gap: str) -> bool:
    """Whether the word itself or the gap says that a number follows."""
    if word.endswith(_ANNOUNCING_END) or any(sign in "#№°º号號番编編" for sign in gap):
        return True
    return any(found.group() in _ANNOUNCING for found in _WORD.finditer(gap))
