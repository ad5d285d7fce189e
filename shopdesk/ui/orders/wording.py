"""Words of the import: what columns mean, what is wrong with rows, what was done."""

from shopdesk.domain.order import Order
from shopdesk.domain.order_import import OrderFile, OrderImportDone, OrderPreview, ProblemCount, RowProblem
from shopdesk.ui.error_texts import problem_text
from shopdesk.ui.words import counted, money, translate


def field_words(field: str) -> str:
    """What a column can mean."""
    return {
        "number": translate("Orders", "Order number"),
        "placed_at": translate("Orders", "Date of the order"),
        "state": translate("Orders", "Status"),
        "payment_state": translate("Orders", "Status of the payment"),
        "shipping_state": translate("Orders", "Status of shipping"),
        "return_state": translate("Orders", "Status of the return"),
        "paid_at": translate("Orders", "Paid on"),
        "shipped_at": translate("Orders", "Shipped on"),
        "delivered_at": translate("Orders", "Delivered on"),
        "cancelled_at": translate("Orders", "Cancelled on"),
        "ship_by": translate("Orders", "Ship by"),
        "promised_at": translate("Orders", "Promised delivery"),
        "last_scan_at": translate("Orders", "Last scan"),
        "email": translate("Orders", "Mail address or alias"),
        "customer_name": translate("Orders", "Customer"),
        "user": translate("Orders", "Name at the marketplace"),
        "phone": translate("Orders", "Phone"),
    }.get(field) or _more_field_words(field)


def _more_field_words(field: str) -> str:
    return {
        "ship_name": translate("Orders", "Recipient"),
        "street": translate("Orders", "Street"),
        "city": translate("Orders", "City"),
        "region": translate("Orders", "Region"),
        "postcode": translate("Orders", "Postcode"),
        "country": translate("Orders", "Country"),
        "item": translate("Orders", "Item"),
        "sku": translate("Orders", "SKU"),
        "variant": translate("Orders", "Variant"),
        "quantity": translate("Orders", "Quantity"),
        "price": translate("Orders", "Price of one"),
        "item_total": translate("Orders", "Price of the line"),
        "line_total": translate("Orders", "Line with shipping and tax"),
        "total": translate("Orders", "Sum of the order"),
        "currency": translate("Orders", "Currency"),
        "refunded": translate("Orders", "Refunded"),
        "tracking": translate("Orders", "Parcel number"),
        "carrier": translate("Orders", "Carrier"),
        "note": translate("Orders", "Note"),
        "shop": translate("Orders", "Shop"),
    }.get(field, field)


def preset_words(key: str, title: str) -> str:
    """What a kind of file is called; a preset of the shop's own keeps its title."""
    return {
        "shopify": translate("Orders", "Shopify orders"),
        "woocommerce": translate("Orders", "WooCommerce orders (Analytics)"),
        "woocommerce-addon": translate("Orders", "WooCommerce orders (export add-on)"),
        "amazon-unshipped": translate("Orders", "Amazon unshipped or new orders"),
        "amazon-all": translate("Orders", "Amazon all orders"),
        "ebay": translate("Orders", "eBay orders report"),
        "etsy-orders": translate("Orders", "Etsy sold orders"),
        "etsy-items": translate("Orders", "Etsy sold order items"),
        "tiktok": translate("Orders", "TikTok Shop orders"),
        "shopee": translate("Orders", "Shopee orders"),
        "lazada": translate("Orders", "Lazada orders"),
        "taobao": translate("Orders", "Taobao or Tmall orders"),
        "taobao-items": translate("Orders", "Taobao or Tmall items"),
        "wish": translate("Orders", "Wish orders"),
        "dianxiaomi": translate("Orders", "Dianxiaomi orders"),
    }.get(key, title)


def problem_words(one: ProblemCount) -> str:
    """How many rows have what is wrong, and what becomes of them."""
    singular, plural = {
        RowProblem.NO_NUMBER: (
            translate("Orders", "1 row has no order number and is left out"),
            translate("Orders", "%1 rows have no order number and are left out"),
        ),
        RowProblem.DAMAGED_NUMBER: (
            translate("Orders", "1 row has a number that a spreadsheet program rounded, and is left out"),
            translate("Orders", "%1 rows have numbers that a spreadsheet program rounded, and are left out"),
        ),
        RowProblem.RAGGED: (
            translate("Orders", "1 row has too many or too few cells and is left out"),
            translate("Orders", "%1 rows have too many or too few cells and are left out"),
        ),
        RowProblem.BAD_DATE: (
            translate("Orders", "1 date cannot be read; the order comes in without it"),
            translate("Orders", "%1 dates cannot be read; the orders come in without them"),
        ),
        RowProblem.BAD_AMOUNT: (
            translate("Orders", "1 amount cannot be read; the order comes in without it"),
            translate("Orders", "%1 amounts cannot be read; the orders come in without them"),
        ),
        RowProblem.BAD_QUANTITY: (
            translate("Orders", "1 quantity cannot be read and counts as one piece"),
            translate("Orders", "%1 quantities cannot be read and count as one piece"),
        ),
        RowProblem.UNKNOWN_STATE: (
            translate("Orders", "1 status is not known; the order comes in without it"),
            translate("Orders", "%1 statuses are not known; the orders come in without them"),
        ),
    }[one.problem]
    return counted(one.count, singular, plural)


def example_words(one: ProblemCount) -> str:
    """The first places."""
    row = translate("Orders", "Row %1")
    return " · ".join(f"{row.replace('%1', str(each.row))}: {each.text[:40]}" for each in one.examples[:3])


def summary_words(preview: OrderPreview) -> str:
    """What an import would do."""
    parts = (
        (preview.added, translate("Orders", "1 new"), translate("Orders", "%1 new")),
        (preview.changed, translate("Orders", "1 changed"), translate("Orders", "%1 changed")),
        (preview.same, translate("Orders", "1 the same"), translate("Orders", "%1 the same")),
        (preview.found.refused, translate("Orders", "1 row left out"), translate("Orders", "%1 rows left out")),
    )
    return " · ".join(counted(number, one, many) for number, one, many in parts if number)


def done_words(done: OrderImportDone) -> str:
    """What an import did."""
    words = translate("Orders", "Brought in: %1 new, %2 changed, %3 the same")
    numbers = (done.added, done.changed, done.same)
    for place, number in enumerate(numbers, 1):
        words = words.replace(f"%{place}", str(number))
    return words


def file_words(file: OrderFile) -> str:
    """What came of a file of the watched folder."""
    return f"{file.name}: {problem_text(file.error) if file.error else done_words(file.done)}"


def order_words(order: Order) -> str:
    """An order in one line."""
    who = order.customer_name or order.email or order.user
    parts = (order.number, who, order.item, money(order.total, order.currency))
    return " · ".join(part for part in parts if part)
