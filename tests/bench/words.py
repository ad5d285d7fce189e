"""The sentences of the generated mails: an invented shop for tea and stationery and its customers."""

from dataclasses import dataclass

SHOP_NAME = "Heron & Quill"
SHOP_ADDRESS = "desk@heronquill.example"


@dataclass(frozen=True)
class Tongue:
    """One language: who writes, about what, in which words and charsets."""

    share: int
    first: tuple[str, ...]
    last: tuple[str, ...]
    things: tuple[str, ...]
    subjects: tuple[str, ...]
    hello: tuple[str, ...]
    asks: tuple[str, ...]
    answers: tuple[str, ...]
    bye: tuple[str, ...]
    wrote: str
    reply: str
    charsets: tuple[tuple[str, str], ...]
    filler: str
    spaced: bool = True


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


UTF8 = (("utf-8", "quoted-printable"), ("utf-8", "base64"), ("utf-8", "8bit"))

TONGUES = {
    "en": Tongue(
        45,
        _words("Ada Ben Cora Dylan Edith Finn Gwen Harvey Iris Jonas Keira Leo Maud Nigel Orla Percy"),
        _words("Abbott Barlow Crane Dunn Ellery Frost Gale Hobbs Irwin Jarvis Kemp Lowry Marsh Noble"),
        ("fountain pen", "green tea tin", "linen notebook", "ink bottle", "wax seal kit", "tea strainer"),
        _lines("""
            Order {o} has not arrived
            My money back for {o}, please
            The {p} came in pieces ({o})
            A question about your {p}
            Wrong colour in order {o}
            Invoice for {o}
            Please stop order {o}
        """),
        ("Hello,", "Good evening,", "Dear shop,", "Hi,"),
        _lines("""
            I ordered the {p} on {d} and have heard nothing since.
            The tracking page for {t} has not moved for {n} days.
            One side of the box was open and the {p} is scratched all over.
            Could you send me another one, or return the {n} euros I paid for postage?
            It is a present for my father, who turns seventy next week.
            Nobody at the post office knows anything about parcel {t}.
            Two photographs are attached so that you can judge for yourself.
            I bought from you {n} times before and was always content.
            If it has left already, tell me where to send it back to.
            My bank shows that the payment for {o} went through at once.
            The lid does not close and the ink has leaked into the paper.
            Is the {p} also sold without the wooden case?
        """),
        _lines("""
            Thank you for writing to us about {o}.
            We are sorry that the {p} did not reach you in one piece.
            Your parcel {t} went out on {d}, the carrier has been asked to look for it.
            A new {p} leaves our house tomorrow morning.
            The amount is on its way back, banks need up to {n} days for it.
        """),
        ("Kind regards", "Many thanks", "Yours", "Cheers"),
        "On {d}, {who} <{a}> wrote:",
        "Re: ",
        (("us-ascii", "7bit"), ("iso-8859-1", "quoted-printable"), ("windows-1252", "8bit"), *UTF8),
        "aeioubcdfglmnprstw",
    ),
    "zh": Tongue(
        20,
        _words("晓彤 建国 雪梅 志远 佳怡 文博 海燕 梓萱 国栋 丽华 俊杰 欣怡"),
        _words("沈 韩 冯 曹 彭 曾 萧 蔡 潘 田 董 袁 诸葛"),
        ("钢笔", "绿茶礼盒", "亚麻笔记本", "墨水", "火漆印章", "茶滤"),
        _lines("""
            订单{o}还没有收到
            申请退款 {o}
            {p}收到时已经摔坏（{o}）
            想问一下{p}
            订单{o}颜色发错
            补开发票 {o}
            请取消{o}
        """),
        ("您好，", "你好！", "老板您好："),
        _lines("""
            我{d}下单买了{p}，到现在没有任何消息。
            快递{t}的物流{n}天没有更新，是不是弄丢了？
            箱子一侧裂开，{p}上全是划痕。
            能不能重新寄一份，或者把运费{n}元退给我？
            这是给父亲七十岁生日准备的礼物。
            快递网点说查不到包裹{t}。
            附上两张照片，请您看看。
            之前买过{n}次都很满意。
            如果已经发货，请告诉我退货地址。
            盖子盖不紧，墨水漏到纸上了。
        """),
        _lines("""
            感谢您来信咨询订单{o}。
            很抱歉{p}没有完好送达。
            包裹{t}已于{d}寄出，我们已请快递查找。
            新的{p}明天上午寄出。
            款项已原路退回，银行需要{n}天处理。
        """),
        ("谢谢", "祝好", "顺祝商祺"),
        "{d}，{who} <{a}> 写道：",
        "回复: ",
        (("gbk", "base64"), ("gb18030", "8bit"), *UTF8),
        "春江水暖鸭先知竹外桃花三两枝明月松间照清泉石上流远上寒山石径斜白云生处有人家",
        spaced=False,
    ),
    "de": Tongue(
        15,
        _words("Anke Bernd Carola Detlef Elke Frieda Gerd Heike Ingo Jutta Käthe Ludger"),
        _words("Ahrens Böttcher Claßen Dörr Eßer Förster Göbel Hübner Jäckel Krüger Lüders Möller"),
        ("Füller", "Grüntee-Dose", "Leinen-Notizbuch", "Tintenglas", "Siegelwachs", "Teesieb"),
        _lines("""
            Bestellung {o} nicht angekommen
            Bitte um Erstattung zu {o}
            {p} zerbrochen geliefert ({o})
            Frage zu: {p}
            Falsche Farbe bei {o}
            Rechnung zu {o} fehlt
        """),
        ("Guten Abend,", "Hallo zusammen,", "Sehr geehrtes Team,"),
        _lines("""
            am {d} habe ich {p} bestellt und seither nichts gehört.
            Die Sendung {t} steht seit {n} Tagen an derselben Stelle.
            Der Karton war aufgerissen und das Stück ist völlig zerkratzt.
            Können Sie mir Ersatz schicken oder die {n} Euro Porto zurückzahlen?
            Es soll ein Geschenk für meinen Vater sein, der nächste Woche siebzig wird.
            Zwei Fotos hängen an, damit Sie sich selbst ein Bild machen können.
            Ich habe schon {n} Mal bei Ihnen gekauft und war immer zufrieden.
            Der Deckel schließt nicht, die Tinte ist über das Papier gelaufen.
        """),
        _lines("""
            vielen Dank für Ihre Zeilen zu {o}.
            Es tut uns leid, dass {p} nicht heil angekommen ist.
            Das Paket {t} ging am {d} hinaus, wir lassen es suchen.
            Der Betrag ist unterwegs, die Bank braucht bis zu {n} Tage.
        """),
        ("Freundliche Grüße", "Mit bestem Dank", "Schöne Grüße"),
        "Am {d} schrieb {who} <{a}>:",
        "AW: ",
        (("iso-8859-1", "quoted-printable"), ("windows-1252", "8bit"), *UTF8),
        "aeiouäöübdfghklmnrst",
    ),
    "es": Tongue(
        10,
        _words("Amaia Borja Celia Diego Elvira Fermín Gala Íñigo Jimena Nerea"),
        _words("Aragón Bermúdez Cañizares Díez Espín Fariñas Giráldez Herrán Ibarra"),
        ("pluma estilográfica", "lata de té verde", "cuaderno de lino", "tintero"),
        _lines("""
            El pedido {o} no ha llegado
            Devolución del importe de {o}
            {p}: llegó en pedazos ({o})
            Consulta sobre {p}
        """),
        ("Buenas tardes:", "Hola a todos:"),
        _lines("""
            Pedí {p} el {d} y no he sabido nada más.
            El envío {t} lleva {n} días sin moverse.
            La caja estaba abierta por un lado y todo está rayado.
            ¿Pueden mandarme otro o devolverme los {n} euros del envío?
            Es un regalo para mi padre, que cumple setenta años.
            Adjunto dos fotografías para que lo comprueben.
        """),
        _lines("""
            Gracias por escribirnos sobre {o}.
            Sentimos que {p} no llegara entera.
            El paquete {t} salió el {d} y lo estamos buscando.
        """),
        ("Saludos", "Muchas gracias"),
        "El {d}, {who} <{a}> escribió:",
        "RE: ",
        (("iso-8859-15", "quoted-printable"), *UTF8),
        "aeiouñlrnstdm",
    ),
    "ja": Tongue(
        10,
        _words("彩香 拓海 美穂 健一 千尋 亮 奈々 修平"),
        _words("石井 上野 江口 大塚 川島 北村 坂本 杉山"),
        ("万年筆", "緑茶の缶", "リネンのノート", "インク瓶", "茶こし"),
        _lines("""
            注文{o}がまだ届きません
            {o}の返金のお願い
            {p}が割れていました（{o}）
            {p}について
        """),
        ("はじめまして。", "お世話になります。"),
        _lines("""
            {d}に{p}を注文しましたが、その後連絡がありません。
            追跡番号{t}は{n}日間動いていません。
            箱の片側が開いていて、全体に傷があります。
            代わりの品を送っていただくか、送料{n}円を返していただけますか。
            父の古希の贈り物です。
            写真を二枚添付いたします。
        """),
        _lines("""
            {o}についてご連絡をありがとうございます。
            {p}が無事に届かず申し訳ございません。
            荷物{t}は{d}に発送し、運送会社に調査を依頼しました。
        """),
        ("よろしくお願いします。", "失礼いたします。"),
        "{d} {who} <{a}>:",
        "Re: ",
        (("iso-2022-jp", "7bit"), ("shift_jis", "base64"), *UTF8),
        "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみし",
        spaced=False,
    ),
}
