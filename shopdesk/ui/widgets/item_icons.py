"""A picture for what was bought, by the words of its name."""


def item_icon(item: str) -> str:
    """The name of an icon; a parcel for what no word tells."""
    words = item.casefold()
    return next((icon for icon, names in _THINGS if any(name in words for name in names.split())), "package")


_THINGS = (
    ("lamp", "lamp light lampe leuchte 灯"),
    ("coffee", "mug cup coffee tasse becher 杯 壶"),
    ("shirt", "shirt scarf jacket dress sweater coat jeans shirts hemd schal 衫 衣 围巾 裙 裤"),
    ("flame", "candle kerze 蜡烛 烛台"),
    ("amphora", "vase 花瓶"),
    ("wine", "glass carafe bottle glas 瓶"),
    ("notebook", "notebook book diary buch 笔记本 书"),
    ("archive", "box organiser organizer drawer kiste 收纳 盒"),
    ("gem", "bracelet necklace earring jewel schmuck 手链 项链 戒指 耳环"),
    ("watch", "watch clock uhr 表 钟"),
    ("footprints", "shoe boot sneaker schuh 鞋"),
    ("sofa", "chair sofa cushion stuhl kissen 椅 沙发 靠垫"),
    ("headphones", "headphone speaker earbud kopfhörer 耳机 音箱"),
    ("camera", "camera kamera 相机"),
    ("shopping-bag", "bag backpack tasche 包"),
)
