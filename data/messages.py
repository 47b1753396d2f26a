"""What does a supervisor tell a window? Rows of their own: not an act, and not in the log."""

from sqlalchemy import func, insert, select, update

from data import rights, views
from data.clock import micros, moment
from data.now import now
from data.refused import Refused
from data.store import Statement, Store
from data.tables import MESSAGE, PERSON, given
from data.typed import kept
from data.views import Signed

LOOKED_AT = 500
"""Only the newest are looked through for those not read yet, so that it costs the same after years."""
ADD = Statement(insert(MESSAGE).returning(MESSAGE.c.id), ("window", "person", "text", "at"))
NEWEST = Statement(select(func.max(MESSAGE.c.id)))
READ = Statement(update(MESSAGE).where(MESSAGE.c.id == given("message"), MESSAGE.c.read_at.is_(None)), ["read_at"])
WINDOW_OF = Statement(select(MESSAGE.c.window).where(MESSAGE.c.id == given("message")))
UNREAD = Statement(
    select(MESSAGE.c.id, MESSAGE.c.text, PERSON.c.name, MESSAGE.c.at)
    .join(PERSON, PERSON.c.id == MESSAGE.c.person, isouter=True)
    .where(MESSAGE.c.id > given("after"), MESSAGE.c.window == given("window"), MESSAGE.c.read_at.is_(None))
    .order_by(MESSAGE.c.id)
)


def message(store: Store, *, window: int, text: str, by: Signed | None = None) -> views.Message:
    """Tell a window something; its screen shows it at once, until it was read or the service day is over.

    Raises Refused: unknown-window, not-allowed (a text that is empty or cannot be kept), and as `rights.allow` does.
    """
    text = kept(text.strip())
    if not text:
        raise Refused("not-allowed", "A message needs a text.")
    with store.transaction():
        at = now(store).at
        rights.allow(store, store.centre, rights.MESSAGE, None, by)
        if store.centre.window(window).retired:
            raise Refused("unknown-window", "There is no window {window}.", window=window)
        (number,) = store.one(ADD, {"window": window, "person": by and by.person, "text": text, "at": at}) or (0,)
        return views.Message(number, text, by.name if by else "", moment(at))


def read(store: Store, *, message: int, by: Signed | None = None) -> None:
    """Note that a message was read; one that was read before stays as it is.

    Raises Refused `not-allowed` for one that there is not, and as `rights.allow` does.
    """
    with store.transaction():
        at, row = now(store).at, store.one(WINDOW_OF, {"message": message})
        if row is None:
            raise Refused("not-allowed", "There is no such message.")
        rights.allow(store, store.centre, rights.READ, row[0], by)
        store.run(READ, {"message": message, "read_at": at})


def unread(store: Store, window: int, day: str) -> tuple[views.Message, ...]:
    """What a window was told on a service day and has not read, the oldest first; inside a snapshot or a transaction.

    What was told on an earlier day is for nobody any more.
    """
    newest = (store.one(NEWEST) or (None,))[0]
    rows = store.all(UNREAD, {"after": newest - LOOKED_AT, "window": window}) if newest else []
    found = [views.Message(number, text, name or "", moment(at)) for number, text, name, at in rows]
    return tuple(each for each in found if store.centre.service_day(micros(each.at)) == day)
