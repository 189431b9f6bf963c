"""A server that answers every request as a model would, after a fixed time, and does no more.

`python -m benchmarks._stub_model SECONDS` prints its port and serves until it is stopped.
"""

import asyncio
import json
import re
import sys

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_COMMUNE = re.compile(rb"la commune de ([A-Z][a-z]+)")

USAGE = {"prompt_tokens": 900, "completion_tokens": 40, "total_tokens": 940}


class _Connection(asyncio.Protocol):
    def __init__(self, delay_s: float) -> None:
        self._delay_s = delay_s
        self._read = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        head = self._read.find(b"\r\n\r\n")
        length = _LENGTH.search(self._read, 0, head) if head >= 0 else None
        if length is None or len(self._read) < head + 4 + int(length[1]):
            return
        commune = _COMMUNE.search(self._read)
        answer = _answer(commune[1].decode() if commune else "")
        self._read.clear()
        asyncio.get_running_loop().call_later(self._delay_s, self._transport.write, answer)  # type: ignore[attr-defined]


def _answer(commune: str) -> bytes:
    written = f"Espèce, hauteur et année de plantation des arbres de la commune de {commune}."
    body = json.dumps(
        {
            "id": "chatcmpl-stub",
            "object": "chat.completion",
            "created": 1,
            "model": "stub",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": "stop",
                    "message": {
                        "role": "assistant",
                        "content": json.dumps({"short_description": written}, ensure_ascii=False),
                    },
                }
            ],
            "usage": USAGE,
        }
    ).encode()
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n"
    return f"{head}\r\n".encode() + body


async def main(delay_s: float) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Connection(delay_s), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1])))
