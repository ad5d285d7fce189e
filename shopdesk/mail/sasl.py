"""First messages of the SASL mechanisms that mail servers want; IMAP and SMTP share them."""


def plain(user: str, password: str) -> bytes:
    """PLAIN (RFC 4616)."""
    return f"\0{user}\0{password}".encode()


def xoauth2(user: str, token: str) -> bytes:
    """XOAUTH2, Google's and Microsoft's own."""
    return f"user={user}\1auth=Bearer {token}\1\1".encode()


def oauthbearer(user: str, token: str) -> bytes:
    """OAUTHBEARER (RFC 7628)."""
    name = user.replace("=", "=3D").replace(",", "=2C")
    return f"n,a={name},\1auth=Bearer {token}\1\1".encode()
