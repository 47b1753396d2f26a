"""What was sent with a form."""

from urllib.parse import parse_qsl

from starlette.requests import Request

from data.refused import Refused
from display.web.told import TOO_LARGE

MOST_BYTES = 4096
MOST_FIELDS = 32


async def fields(request: Request) -> dict[str, str]:
    """The fields of a form; the last where one comes twice. Raises Refused `too-large`."""
    body = await request.body()
    if len(body) > MOST_BYTES:
        raise Refused("too-large", TOO_LARGE)
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise Refused("too-large", TOO_LARGE) from None
    return dict(pairs)
