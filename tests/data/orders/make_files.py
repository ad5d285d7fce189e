# ruff: noqa: E501 - headers and rows are easier to compare with real files when they are not folded
"""Writes one order file for each kind of export, in the encoding and with the traps that the real ones have."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import Workbook

HERE = Path(__file__).parent


def csv_line(cells: list[str], separator: str = ",") -> str:
    """Cells as a CSV writes them."""
    return separator.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & set(f'{separator}"\n') else cell for cell in cells)


def table(header: str, rows: list[dict[str, str]], separator: str = ",", end: str = "\r\n") -> str:
    """A header (comma-separated names) and rows by name."""
    names = [name.strip() for name in header.split(",")]
    lines = [csv_line(names, separator)]
    lines += [csv_line([row.get(name, "") for name in names], separator) for row in rows]
    return end.join(lines) + end


SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,"
    "Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,"
    "Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,"
    "Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,"
    "Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,"
    "Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,"
    "Tags,Risk Level,Source,Lineitem discount,Phone"
)
AMAZON_NEW = (
    "order-id,order-item-id,purchase-date,payments-date,reporting-date,promise-date,days-past-promise,buyer-email,buyer-name,buyer-phone-number,"
    "sku,product-name,quantity-purchased,currency,item-price,item-tax,shipping-price,shipping-tax,ship-service-level,recipient-name,"
    "ship-address-1,ship-address-2,ship-address-3,ship-city,ship-state,ship-postal-code,ship-country,ship-phone-number,delivery-start-date,"
    "delivery-end-date,delivery-time-zone,delivery-Instructions,sales-channel"
)
AMAZON_ALL = (
    "amazon-order-id,merchant-order-id,purchase-date,last-updated-date,order-status,fulfillment-channel,sales-channel,order-channel,url,"
    "ship-service-level,product-name,sku,asin,item-status,quantity,currency,item-price,item-tax,shipping-price,shipping-tax,gift-wrap-price,"
    "gift-wrap-tax,item-promotion-discount,ship-promotion-discount,ship-city,ship-state,ship-postal-code,ship-country,promotion-ids,"
    "is-business-order,purchase-order-number,price-designation"
)
EBAY = (
    "Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer Note,Buyer Address 1,Buyer Address 2,Buyer City,Buyer State,"
    "Buyer Zip,Buyer Country,Ship To Name,Ship To Phone,Ship To Address 1,Ship To Address 2,Ship To City,Ship To State,Ship To Zip,"
    "Ship To Country,Item Number,Item Title,Custom Label,Sold Via Promoted Listings,Quantity,Sold For,Shipping And Handling,Total Price,"
    "Payment Method,Sale Date,Paid On Date,Ship By Date,Minimum Estimated Delivery Date,Maximum Estimated Delivery Date,Shipped On Date,"
    "Feedback Left,Feedback Received,My Item Note,PayPal Transaction ID,Shipping Service,Tracking Number,Transaction ID,Variation Details"
)
ETSY_ORDERS = (
    "Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,Street 1,Street 2,Ship City,"
    "Ship State,Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Shipping,Sales Tax,"
    "Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,Adjusted Card Processing Fees,Adjusted Net Order Amount,Buyer,"
    "Order Type,Payment Type,InPerson Discount,InPerson Location,SKU"
)
ETSY_ITEMS = (
    "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,"
    "Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Address1,Ship Address2,Ship City,Ship State,"
    "Ship Zipcode,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU"
)
TIKTOK = (
    "Order ID,Order Status,Order Substatus,Cancelation/Return Type,Normal or Pre-order,SKU ID,Seller SKU,Product Name,Variation,Quantity,"
    "Sku Quantity of return,SKU Unit Original Price,SKU Subtotal After Discount,Order Amount,Order Refund Amount,Created Time,Paid Time,RTS Time,"
    "Shipped Time,Delivered Time,Cancelled Time,Cancel By,Cancel Reason,Fulfillment Type,Warehouse Name,Tracking ID,Delivery Option,"
    "Shipping Provider Name,Buyer Message,Buyer Username,Recipient,Phone #,Country,Province,District,Detail Address,Zipcode,Package ID,Seller Note"
)
SHOPEE = (
    "Order ID,Order Status,Cancel reason,Return / Refund Status,Tracking Number*,Shipping Option,Estimated Ship Out Date,Ship Time,"
    "Order Creation Date,Order Paid Time,Product Name,SKU Reference No.,Variation Name,Original Price,Deal Price,Quantity,Product Subtotal,"
    "Username (Buyer),Receiver Name,Phone Number,Delivery Address,Town,City,Province,Grand Total,Remark from buyer,Note"
)
SHOPEE_VN = (
    "Mã đơn hàng,Ngày đặt hàng,Trạng thái đơn hàng,Mã vận đơn,Đơn Vị Vận Chuyển,Tên sản phẩm,Tên phân loại hàng,Giá ưu đãi,Số lượng,"
    "Tổng giá trị đơn hàng (VND),Người Mua,Tên Người nhận,Số điện thoại,Tỉnh/Thành phố,Địa chỉ nhận hàng,Nhận xét từ Người mua"
)
LAZADA = (
    "orderItemId,orderType,guarantee,lazadaId,sellerSku,lazadaSku,createTime,updateTime,orderNumber,customerName,customerEmail,shippingName,"
    "shippingAddress,shippingPhone,shippingCity,shippingPostCode,shippingCountry,billingName,itemName,variation,paidPrice,unitPrice,"
    "trackingCode,shippingProvider,status"
)
TAOBAO = (
    "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,"
    "收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,"
    "卖家服务费,买家服务费,发票抬头,是否手机订单"
)
TAOBAO_ITEMS = "子订单编号,主订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码,退款状态,退款金额"
WISH = (
    "Date,Order ID,Transaction ID,Order State,SKU,Product,Product ID,Quantity,Price,Cost,Shipping,Total Cost,Days to Fulfill,Hours to Fulfill,"
    "Size,Color,Name,First Name,Last Name,Street Address 1,Street Address 2,City,State,Zipcode,Country,Phone Number,Shipped on Date,Provider,"
    "Tracking,Last Updated"
)
ERP = "订单号,店铺账号,SKU,属性,数量,单价,币种,买家姓名,地址1,地址2,城市,省/州,国家二字码,邮编,手机,电话,Email,买家备注,下单时间,客服备注"
WOO = "Date,Order #,N. Revenue,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Attribution"
WOO_FR = "Date,Commande n°,Ventes nettes,État,Client,Type de client,Produit(s),Articles vendus,Code(s) promo,Attribution"
WOO_ADDON = (
    "Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Email (Billing),Phone (Billing),"
    "First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),Postcode (Shipping),Country Code (Shipping),"
    "Payment Method Title,Order Total Amount,Order Refund Amount,Item Name,SKU,Quantity,Item Cost"
)


def shopify() -> bytes:
    first = {
        "Name": "#1001", "Email": "emily.chen@mail.example", "Financial Status": "paid", "Paid at": "2026-11-12 09:15:22 +0100",
        "Fulfillment Status": "fulfilled", "Fulfilled at": "2026-11-13 08:00:00 +0100", "Currency": "EUR", "Total": "107.90",
        "Created at": "2026-11-12 09:15:20 +0100", "Lineitem quantity": "1", "Lineitem name": 'Linen table lamp, sand 12"',
        "Lineitem price": "78.00", "Lineitem sku": "LAMP-1", "Billing Name": "Emily Chen", "Shipping Name": "Emily Chen",
        "Shipping Address1": "Torstraße 12", "Shipping Address2": "c/o Müller", "Shipping City": "Berlin", "Shipping Zip": "'01067",
        "Shipping Country": "DE", "Shipping Phone": "'+49 30 1234567", "Notes": "Ring twice,\nplease", "Refunded Amount": "0.00",
        "Vendor": "Lumen & Linen",
    }  # fmt: skip
    second = {"Name": "#1001", "Email": "emily.chen@mail.example", "Created at": "2026-11-12 09:15:20 +0100",
              "Lineitem quantity": "2", "Lineitem name": "Mug", "Lineitem price": "12.50", "Lineitem sku": "00123"}  # fmt: skip
    third = {"Name": "#1002", "Email": "max@mail.example", "Financial Status": "pending", "Fulfillment Status": "unfulfilled", "Currency": "EUR",
             "Total": "12.50", "Created at": "2026-11-13 10:00:00 +0100", "Lineitem quantity": "1", "Lineitem name": "Mug",
             "Lineitem price": "12.50", "Shipping Name": "Max", "Shipping Country": "DE"}  # fmt: skip
    fourth = {"Name": "#1003", "Email": "ida@mail.example", "Financial Status": "partially_refunded", "Fulfillment Status": "fulfilled",
              "Currency": "EUR", "Total": "50.00", "Created at": "2026-11-01 10:00:00 +0100", "Lineitem quantity": "1", "Lineitem name": "=Bowl",
              "Lineitem price": "50.00", "Refunded Amount": "20.00", "Cancelled at": ""}  # fmt: skip
    return table(SHOPIFY, [first, second, third, fourth], end="\n").encode()


def amazon_new() -> bytes:
    row = {
        "order-id": "304-8812047-5521934", "order-item-id": "01234567890123", "purchase-date": "2026-11-12T08:15:22+00:00",
        "payments-date": "2026-11-12T08:16:00+00:00", "promise-date": "2026-11-14T22:59:59+00:00",
        "buyer-email": "q7x2mk9tplv3wz1@marketplace.amazon.de", "buyer-name": "Anna Schmidt", "sku": "LAMP-1",
        "product-name": "Linen table lamp, sand – größer", "quantity-purchased": "2", "currency": "EUR", "item-price": "156.00", "item-tax": "0.00",
        "shipping-price": "4.90", "shipping-tax": "0.00", "recipient-name": "Anna Schmidt", "ship-address-1": "Torstraße 12",
        "ship-city": "Berlin", "ship-postal-code": "01067", "ship-country": "DE", "ship-phone-number": "+49 30 123456",
        "delivery-end-date": "2026-11-18T22:59:59+00:00", "sales-channel": "Amazon.de",
    }  # fmt: skip
    more = {**row, "order-item-id": "01234567890124", "sku": "BULB", "product-name": "Bulb", "quantity-purchased": "1", "item-price": "9.00",
            "shipping-price": "0.00"}  # fmt: skip
    return table(AMAZON_NEW, [row, more], "\t").encode("cp1252")


def amazon_all() -> bytes:
    row = {
        "amazon-order-id": "250-1111111-7777777", "purchase-date": "2026-11-10T21:05:00+09:00", "order-status": "Shipped",
        "sales-channel": "Amazon.co.jp", "product-name": "リネンのテーブルランプ（サンド）", "sku": "LAMP-1", "asin": "B00TEST123", "quantity": "1",
        "currency": "JPY", "item-price": "9,800", "item-tax": "980", "ship-city": "世田谷区", "ship-state": "東京都", "ship-postal-code": "154-0001",
        "ship-country": "JP",
    }  # fmt: skip
    gone = {**row, "amazon-order-id": "250-2222222-8888888", "order-status": "Cancelled", "product-name": "マグカップ", "item-price": ""}
    return table(AMAZON_ALL, [row, gone], "\t").encode("cp932")


def ebay() -> bytes:
    head = {
        "Sales Record Number": "1205", "Order Number": "27-11894-20311", "Buyer Username": "marco_r", "Buyer Name": "Marco Rossi",
        "Buyer Email": "marco_f2x8@members.ebay.it", "Ship To Name": "Marco Rossi", "Ship To Phone": "+39 02 1234567",
        "Ship To Address 1": "Via Roma 8", "Ship To City": "Milano", "Ship To Zip": "20121", "Ship To Country": "Italy",
        "Total Price": "€63,80", "Sale Date": "Nov-10-26", "Paid On Date": "Nov-10-26", "Ship By Date": "Nov-13-26",
        "Maximum Estimated Delivery Date": "Nov-20-26", "Shipped On Date": "Nov-12-26", "Shipping Service": "DHL Paket",
        "Tracking Number": "00340434161094042557",
    }  # fmt: skip
    one = {"Sales Record Number": "1206", "Order Number": "27-11894-20311", "Item Number": "110552", "Item Title": "Linen shirt", "Custom Label": "SHIRT-M",
           "Quantity": "1", "Sold For": "€39,90", "Variation Details": "[Size:M]"}  # fmt: skip
    two = {**one, "Sales Record Number": "1207", "Item Title": "Scarf", "Custom Label": "SCARF", "Sold For": "€19,00", "Variation Details": ""}
    unpaid = {"Sales Record Number": "1208", "Order Number": "22-10951-77403", "Buyer Username": "sean", "Buyer Name": "Seán Murphy",
              "Buyer Email": "sean_f2x8vn31kd@members.ebay.ie", "Ship To Country": "Ireland", "Item Title": "Oak candle holder", "Quantity": "1",
              "Sold For": "€24,00", "Total Price": "€24,00", "Sale Date": "Nov-18-26"}  # fmt: skip
    body = table(EBAY, [head, one, two, unpaid], ";")
    return ("\r\n" + body + "\r\n4; record(s) downloaded,from ,Nov-01-26, to Nov-19-26\r\nSeller ID : lumen_linen\r\n").encode("utf-8-sig")


def etsy_orders() -> bytes:
    row = {"Sale Date": "11/12/26", "Order ID": "3190551203", "Buyer User ID": "sophiel", "Full Name": "Sophie Laurent", "First Name": "Sophie",
           "Last Name": "Laurent", "Number of Items": "2", "Date Shipped": "11/14/26", "Street 1": "12 Rue de l’Église", "Ship City": "Lyon",
           "Ship Zipcode": "69001", "Ship Country": "France", "Currency": "EUR", "Order Value": "40.00", "Order Total": "44.50",
           "Adjusted Order Total": "0.00", "Buyer": "Sophie (sophiel)", "SKU": "BRAC-1"}  # fmt: skip
    row["Adjusted Order Total"] = ""
    return table(ETSY_ORDERS, [row], end="\n").encode()


def etsy_items() -> bytes:
    row = {"Sale Date": "11/12/26", "Item Name": "Brass bracelet, engraved", "Buyer": "Sophie (sophiel)", "Quantity": "2", "Price": "20.00",
           "Item Total": "40.00", "Currency": "EUR", "Transaction ID": "4055", "Listing ID": "99", "Date Paid": "11/12/2026",
           "Ship Name": "Sophie Laurent", "Ship Address1": "12 Rue de l’Église", "Ship City": "Lyon", "Ship Zipcode": "69001", "Ship Country": "France",
           "Order ID": "3190551203", "Variations": "Length:18 cm", "SKU": "BRAC-1"}  # fmt: skip
    return table(ETSY_ITEMS, [row], end="\n").encode()


def tiktok() -> bytes:
    names = TIKTOK.split(",")
    explained = {name: f"Explanation of {name}." for name in names}
    explained["Order ID"] = "Platform unique order ID."
    row = {"Order ID": "576461413038785752\t", "Order Status": "Shipped", "Order Substatus": "In transit", "SKU ID": "1729384756", "Seller SKU": "MUG-S",
           "Product Name": "Stoneware mug set, sage", "Variation": "Sage, 2 pcs", "Quantity": "1", "SKU Unit Original Price": "GBP 24.00",
           "Order Amount": "GBP 27.50", "Order Refund Amount": "0", "Created Time": "13/11/2026 10:30:25\t", "Paid Time": "13/11/2026 10:31:00\t",
           "Shipped Time": "14/11/2026 09:00:00\t", "Tracking ID": "JVGL0123456789\t", "Shipping Provider Name": "Evri", "Buyer Username": "meilin",
           "Recipient": "Mei Lin", "Phone #": "(+44)7700900123", "Country": "United Kingdom", "Province": "England", "District": "Leeds",
           "Detail Address": "4 Mill Lane", "Zipcode": "LS1 4AB"}  # fmt: skip
    return table(TIKTOK, [explained, row], end="\n").encode("utf-8-sig")


def shopee() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.append(["Order report"])
    sheet.append(["From 2026-11-01", "to 2026-11-19"])
    names = SHOPEE.split(",")
    sheet.append(names)
    row = {"Order ID": "2611126QJ4V8AB", "Order Status": "Shipping", "Tracking Number*": "SPXMY012345678", "Shipping Option": "SPX Express",
           "Estimated Ship Out Date": "2026-11-14 23:59", "Ship Time": "2026-11-13 11:20", "Order Creation Date": "2026-11-12 10:30",
           "Order Paid Time": "2026-11-12 10:31", "Product Name": "Linen cushion cover", "SKU Reference No.": "0071", "Variation Name": "Sand,50x50",
           "Deal Price": "39.90", "Quantity": "2", "Username (Buyer)": "aisyah_88", "Receiver Name": "A****h", "Phone Number": "******12",
           "Delivery Address": "8, Jalan Ampang", "City": "Kuala Lumpur", "Province": "KL", "Grand Total": "84.70"}  # fmt: skip
    sheet.append([row.get(name, "") for name in names])
    return _saved(book)


def shopee_vn() -> bytes:
    row = {"Mã đơn hàng": "2611137HKD92XQ", "Ngày đặt hàng": "2026-11-13 08:15", "Trạng thái đơn hàng": "Hoàn thành", "Mã vận đơn": "SPXVN0987654321",
           "Đơn Vị Vận Chuyển": "SPX Express", "Tên sản phẩm": "Đèn bàn vải lanh", "Tên phân loại hàng": "Cát", "Giá ưu đãi": "480.000",
           "Số lượng": "1", "Tổng giá trị đơn hàng (VND)": "₫510.000", "Người Mua": "minhanh", "Tên Người nhận": "Nguyễn Minh Anh",
           "Số điện thoại": "0901234567", "Tỉnh/Thành phố": "Hà Nội", "Địa chỉ nhận hàng": "12 Phố Huế"}  # fmt: skip
    return table(SHOPEE_VN, [row], ";").encode("utf-16")


def lazada() -> bytes:
    book = Workbook()
    sheet = book.active
    names = LAZADA.split(",")
    sheet.append(names)
    row = {"orderItemId": 501234567890123, "sellerSku": "LAMP-1", "createTime": "12 Nov 2026 10:30", "orderNumber": 401234567890123,
           "customerName": "Somchai", "shippingName": "Somchai P.", "shippingAddress": "99 Sukhumvit Rd", "shippingPhone": "66812345678",
           "shippingCity": "Bangkok", "shippingPostCode": "10110", "shippingCountry": "Thailand", "itemName": "Table lamp", "variation": "Sand",
           "paidPrice": 890, "unitPrice": 900.5, "trackingCode": "LZDTH01", "shippingProvider": "LEX TH", "status": "delivered"}  # fmt: skip
    sheet.append([row.get(name) for name in names])
    sheet.append([{**row, "orderItemId": 501234567890124}.get(name) for name in names])
    return _saved(book)


def taobao() -> bytes:
    names = [name.strip() for name in TAOBAO.split(",")]
    row = {"订单编号": '="4038127719923456789"', "买家会员名": "wangfang_88", "总金额": "478.00", "买家实际支付金额": "468.00",
           "订单状态": "卖家已发货，等待买家确认", "买家留言": "请尽快发货", "收货人姓名": "王芳", "收货地址": "上海 上海市 徐汇区 漕溪北路 18 号 2 室",
           "联系电话": "'", "联系手机": "'13800138000", "订单创建时间": "2026-11-12 10:30:22", "订单付款时间": "2026-11-12 10:31:05",
           "宝贝标题": "亚麻台灯 沙色", "物流单号": "No:SF1234567890123", "物流公司": "顺丰速运", "宝贝总数量": "2", "店铺名称": "流明家居"}  # fmt: skip
    unpaid = {"订单编号": '="4038127719923450001"', "买家会员名": "liwei", "总金额": "99.00", "买家实际支付金额": "0.00", "订单状态": "等待买家付款",
              "收货人姓名": "李喆", "收货地址": "广东省 深圳市 南山区", "联系手机": "'13900139000", "订单创建时间": "2026-11-18 20:01:02",
              "宝贝标题": "粗陶杯", "宝贝总数量": "1"}  # fmt: skip
    lines = [",".join(names)]
    lines += [",".join(row_.get(name, "") for name in names) for row_ in (row, unpaid)]
    return ("\r\n".join(lines) + "\r\n").encode("gb18030")


def taobao_items() -> bytes:
    row = {"子订单编号": '="4038127719923456790"', "主订单编号": '="4038127719923456789"', "标题": "亚麻台灯", "价格": "239.00", "购买数量": "2",
           "商品属性": "颜色:沙色", "订单状态": "卖家已发货，等待买家确认", "商家编码": "LAMP-1", "退款状态": "没有申请退款", "退款金额": "0.00"}  # fmt: skip
    back = {**row, "子订单编号": '="4038127719923456791"', "标题": "灯泡", "价格": "10.00", "购买数量": "1", "商品属性": "", "商家编码": "BULB",
            "退款状态": "退款成功", "退款金额": "10.00"}  # fmt: skip
    names = TAOBAO_ITEMS.split(",")
    return "\r\n".join([",".join(names), *(",".join(each.get(name, "") for name in names) for each in (row, back))]).encode("gb18030")


def wish() -> bytes:
    row = {"Date": "11-12-2026", "Order ID": "5fa1c0ffee00aa11bb22cc33", "Transaction ID": "5fa1c0ffee", "Order State": "SHIPPED", "SKU": "MUG-S",
           "Product": "Mug", "Product ID": "5e0", "Quantity": "2", "Price": "$8.00", "Cost": "$6.80", "Shipping": "$2.00", "Total Cost": "$17.60",
           "Days to Fulfill": "4", "Size": "M", "Color": "sage", "First Name": "Dana", "Last Name": "White", "Street Address 1": "5 Oak St", "City": "Austin",
           "State": "Texas", "Zipcode": "73301", "Country": "US", "Phone Number": "5125550100", "Shipped on Date": "11-14-2026", "Provider": "YunExpress",
           "Tracking": "YT2631234567890123"}  # fmt: skip
    return table(WISH, [row], end="\n").encode()


def erp() -> bytes:
    row = {"订单号": "DXM-000451", "店铺账号": "amazon-de-01", "SKU": "LAMP-1", "属性": "沙色", "数量": "1", "单价": "78.00", "币种": "EUR", "买家姓名": "Jonas Weber",
           "地址1": "Lindenweg 3", "城市": "Köln", "省/州": "NRW", "国家二字码": "DE", "邮编": "=\"50667\"", "手机": "015112345678",
           "Email": "z4p1ry8wn6kqt0c@marketplace.amazon.de", "下单时间": "2026/11/12 10:30:22", "客服备注": "已催发货"}  # fmt: skip
    return table(ERP, [row]).encode("gb18030")


def woo() -> bytes:
    row = {"Date": "2026-11-12 10:30:00", "Order #": "00451", "N. Revenue": "103.00", "Status": "Completed", "Customer": "Petra Lorenz",
           "Customer type": "returning", "Product(s)": "1× Wool rug, moss, 2× Mug", "Items sold": "3"}  # fmt: skip
    return table(WOO, [row], end="\n").encode("utf-8-sig")


def woo_fr() -> bytes:
    row = {"Date": "2026-11-12 10:30:00", "Commande n°": "452", "Ventes nettes": "1 103,50", "État": "En cours", "Client": "Élodie Mercier",
           "Produit(s)": "1× Lampe", "Articles vendus": "1"}  # fmt: skip
    return table(WOO_FR, [row], ";").encode("cp1252")


def woo_addon() -> bytes:
    row = {"Order Number": "453", "Order Status": "Processing", "Order Date": "12.11.2026 10:30", "First Name (Billing)": "Greta",
           "Last Name (Billing)": "Sommer", "Email (Billing)": "greta.sommer@mail.example", "Phone (Billing)": "0664123456",
           "Address 1&2 (Shipping)": "Hauptplatz 5", "City (Shipping)": "Linz", "Postcode (Shipping)": "4020", "Country Code (Shipping)": "AT",
           "Order Total Amount": "64.00", "Item Name": "Walnut board", "SKU": "BOARD", "Quantity": "1", "Item Cost": "64.00"}  # fmt: skip
    return table(WOO_ADDON, [row], end="\n").encode()


def own() -> bytes:
    return "Bestellnummer|Bestelldatum|Kunde|E-Mail|Artikel|Menge|Summe|Währung|Ort\n000712|03.04.2026|Jörg Größe|joerg@mail.example|Öllampe|1|1.250,00|EUR|Köln\n".encode("cp1252")


def _saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FILES = {
    "shopify.csv": shopify, "amazon-unshipped.txt": amazon_new, "amazon-all-japan.txt": amazon_all, "ebay.csv": ebay, "etsy-orders.csv": etsy_orders,
    "etsy-items.csv": etsy_items, "tiktok.csv": tiktok, "shopee.xlsx": shopee, "shopee-vietnam.csv": shopee_vn, "lazada.xlsx": lazada,
    "taobao.csv": taobao, "taobao-items.csv": taobao_items, "wish.csv": wish, "dianxiaomi.csv": erp, "woocommerce.csv": woo,
    "woocommerce-french.csv": woo_fr, "woocommerce-addon.csv": woo_addon, "own.csv": own,
}  # fmt: skip

if __name__ == "__main__":
    for name, make in FILES.items():
        (HERE / name).write_bytes(make())
