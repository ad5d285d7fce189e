"""A line between a client and a local server that is as long and as narrow as asked for.

`python -m tests.bench.slow_line PORT ROUND_TRIP_MS MBIT` prints the port that it listens on and serves until killed.
"""

import asyncio
import sys
import time

_PIECE = 16_384
_ON_THE_WAY = 256
"""Pieces that one direction holds: more than the line's own delay is worth, so that only its width holds it back."""


class SlowLine:
    """Every connection to it goes on to `port`, half a round trip late in each direction, at a bounded speed."""

    def __init__(self, port: int, round_trip: float, bytes_a_second: float) -> None:
        """`round_trip` in seconds; both directions have `bytes_a_second` each, shared by no two connections."""
        self._port = port
        self._delay = round_trip / 2
        self._speed = bytes_a_second

    async def serve(self) -> None:
        """Listen, print the port, and never return."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    async def _connected(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        await asyncio.sleep(2 * self._delay)  # the handshake
        far, onward = await asyncio.open_connection("127.0.0.1", self._port)
        await asyncio.gather(self._carry(near, onward), self._carry(far, back), return_exceptions=True)

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        """One direction: each piece takes its time to be put on the line, and then the line's delay."""
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(_ON_THE_WAY)
        arriving = asyncio.create_task(_arrive(under_way, target))
        free_at = 0.0
        while piece := await source.read(_PIECE):
            free_at = max(free_at, time.monotonic()) + len(piece) / self._speed
            await under_way.put((free_at + self._delay, piece))
        await under_way.put((time.monotonic() + self._delay, b""))
        await arriving


async def _arrive(under_way: "asyncio.Queue[tuple[float, bytes]]", target: asyncio.StreamWriter) -> None:
    while True:
        due, piece = await under_way.get()
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        if not piece:
            target.close()
            return
        target.write(piece)
        await target.drain()


if __name__ == "__main__":
    asyncio.run(SlowLine(int(sys.argv[1]), float(sys.argv[2]) / 1000, float(sys.argv[3]) * 125_000).serve())
