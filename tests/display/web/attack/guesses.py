"""Somebody who guesses: `python -m tests.display.web.attack.guesses PORT TRIES WAYS SOURCE …` asks for wrong codes.

Each source is a loopback address with four connections, on which it asks for as many codes at once as the server lets
it. `WAYS` is `plain`, or `forwarded`: each request then says that it comes from another address. Prints how often which
status was answered, and `cut` how often a connection ended before.
"""

import asyncio
import json
import random
import re
import sys
from collections import Counter

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
EACH, AT_ONCE = 4, 4
STATUS = re.compile(rb"HTTP/1\.1 ([0-9]{3}) ")
chance = random.Random(5)


def guess() -> str:
    """A code that might be one."""
    return "".join(chance.choices(ALPHABET, k=17))


def asked(ways: str) -> bytes:
    """One request."""
    forwarded = f"X-Forwarded-For: 2001:db8:{chance.randrange(65536):x}:{chance.randrange(65536):x}::1\r\n"
    return f"GET /{guess()} HTTP/1.1\r\nHost: a\r\n{forwarded if ways == 'forwarded' else ''}\r\n".encode()


async def one(port: int, source: str, tries: int, ways: str, found: Counter[str]) -> None:
    """So many tries from one address, on one connection as long as the server holds it."""
    while tries > 0:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0))
        except OSError:
            await asyncio.sleep(0.05)
            continue
        while tries > 0:
            wanted = min(tries, AT_ONCE)
            answers = await some(reader, writer, wanted, ways)
            found.update(answers)
            tries -= wanted
            if len(answers) < wanted:
                found["cut"] += 1
                break
        writer.close()


async def some(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, count: int, ways: str) -> list[str]:
    """The statuses of some tries; none where the connection is over."""
    writer.write(b"".join(asked(ways) for _ in range(count)))
    statuses: list[str] = []
    rest = b""
    while len(statuses) < count:
        try:
            data = await reader.read(1 << 18)
        except ConnectionError:
            return statuses
        if not data:
            return statuses
        rest += data
        found = list(STATUS.finditer(rest))
        statuses += [match[1].decode() for match in found]
        rest = rest[found[-1].end() if found else 0 :][-20:]
    return statuses


async def main(port: int, tries: int, ways: str, sources: list[str]) -> None:
    """All of them at once."""
    found: Counter[str] = Counter()
    each = tries // (EACH * len(sources))
    await asyncio.gather(*(one(port, source, each, ways, found) for source in sources * EACH))
    print(json.dumps(found))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:]))
