"""Asks a server on loopback over HTTP/3 for its head, as `curl -sI --http3-only` does: host, port, authority.

By GET, for aioquic counts the bytes of an answer to HEAD too, and misses those that its Content-Length names.
"""

import asyncio
import sys

from aioquic.asyncio.client import connect
from aioquic.asyncio.protocol import QuicConnectionProtocol
from aioquic.h3.connection import H3_ALPN, H3Connection
from aioquic.h3.events import HeadersReceived
from aioquic.quic.configuration import QuicConfiguration


class Client(QuicConnectionProtocol):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.http = H3Connection(self._quic)
        self.head = asyncio.get_running_loop().create_future()

    def quic_event_received(self, event):
        for answer in self.http.handle_event(event):
            if isinstance(answer, HeadersReceived) and not self.head.done():
                self.head.set_result(answer.headers)


async def main(host, port, authority):
    configuration = QuicConfiguration(alpn_protocols=H3_ALPN, server_name=host)
    configuration.load_verify_locations(authority)
    async with connect("127.0.0.1", int(port), configuration=configuration, create_protocol=Client) as client:
        stream = client._quic.get_next_available_stream_id()
        asked = [(":method", "GET"), (":scheme", "https"), (":authority", f"{host}:{port}"), (":path", "/")]
        client.http.send_headers(stream, [(name.encode(), value.encode()) for name, value in asked], end_stream=True)
        client.transmit()
        for name, value in await client.head:
            print("HTTP/3 " + value.decode() if name == b":status" else f"{name.decode()}: {value.decode()}")


asyncio.run(asyncio.wait_for(main(*sys.argv[1:]), 10))
