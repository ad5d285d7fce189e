"""Lets requests go out by our one door, so that proxy and trust hold for it too."""

import socket
import time
from typing import Any

from requests.adapters import HTTPAdapter
from typing_extensions import override
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from shopdesk.mail.network import Network


class NetworkAdapter(HTTPAdapter):
    """Connects to one host by way of a `Network`; its `ServerUnreachable`s come through as they are."""

    def __init__(self, network: Network, host: str, timeout: float) -> None:
        """In: the most seconds that connecting may take."""
        self._network = network
        self._host = host
        self._seconds = timeout
        super().__init__()

    @override
    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **named: Any) -> None:
        pools = PoolManager(connections, maxsize=maxsize, block=block, ssl_context=self._network.trust(self._host))
        pools.pool_classes_by_scheme = self._pool_classes()
        self.poolmanager = pools

    def _pool_classes(self) -> dict[str, Any]:
        network, seconds = self._network, self._seconds

        def way_to(connection: HTTPConnection) -> socket.socket:
            connected = network.dial(connection.host, connection.port, time.monotonic() + seconds)
            connected.settimeout(seconds)
            return connected

        class Plain(HTTPConnection):
            @override
            def _new_conn(self) -> socket.socket:
                return way_to(self)

        class Safe(HTTPSConnection):
            @override
            def _new_conn(self) -> socket.socket:
                return way_to(self)

        plain = type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": Plain})
        safe = type("SafePool", (HTTPSConnectionPool,), {"ConnectionCls": Safe})
        return {"http": plain, "https": safe}
