"""A ticket is found by its whole code, and its time tells nothing of the codes there are but how they begin."""

from data import tickets, views, visitor
from data.store import Store
from tests.data import raw
from tests.data.kinds import postgres_only
from tests.data.refusing import refused

BEGIN, END = "ABCDE", "0" * 12
COPIES = """
    INSERT INTO ticket SELECT copied.* FROM ticket, unnest(%(codes)s::text[]) WITH ORDINALITY AS made (code, n),
    jsonb_populate_record(ticket, jsonb_build_object('id', 1000 + n, 'number', 1000 + n, 'code', made.code)) AS copied
"""


def recoded(url: str, ticket: views.Ticket, code: str) -> None:
    raw.run(url, f"UPDATE ticket SET code = '{code}' WHERE code = '{ticket.code}'")


def copied(url: str, codes: list[str]) -> None:
    """As many tickets like the only one there is, with these codes."""
    with raw.connected(url) as connection:
        connection.execute(COPIES, {"codes": codes})
        connection.execute("ANALYZE ticket")


def test_codes_that_begin_alike_are_told_apart(store: Store, url: str) -> None:
    """From the first to the last that begins so; and what lies beside them is another one's."""
    codes = [BEGIN + rest for rest in ("0" * 12, "0" * 11 + "1", "7KQ00000000Z", "Z" * 11 + "Y", "Z" * 12)]
    codes += ["ABCDD" + "Z" * 12, "ABCDF" + END]
    names = {}
    for code in codes:
        taken = visitor.take(store, service="id-card")
        recoded(url, taken, code)
        names[code] = taken.ticket
    assert {code: visitor.ticket(store, code=code).ticket for code in codes} == names
    assert visitor.ticket(store, code=f"novbe:{codes[2].lower()}").ticket == names[codes[2]]
    for wrong in (BEGIN + "0" * 11 + "2", BEGIN + "Z" * 10 + "YZ", "ABCDG" + END, BEGIN, END + BEGIN, BEGIN * 4):
        assert refused(store, lambda wrong=wrong: visitor.ticket(store, code=wrong)) == "unknown-code"
        assert refused(store, lambda wrong=wrong: visitor.cancel(store, code=wrong)) == "unknown-code"


def test_a_code_that_was_purged_is_nobodys(store: Store, url: str) -> None:
    visitor.take(store, service="id-card")
    raw.run(url, "UPDATE ticket SET code = NULL")
    for code in ("", "0" * 17, "Z" * 17):
        assert refused(store, lambda code=code: visitor.ticket(store, code=code)) == "unknown-code"


@postgres_only
def test_the_database_is_asked_through_the_index_of_the_codes(store: Store, url: str) -> None:
    visitor.take(store, service="id-card")
    copied(url, [f"{n:017}" for n in range(2_000)])
    sql, bound = tickets.ALIKE.bound(store.backend.compiler, {"first": BEGIN + END, "last": BEGIN + "Z" * 12})
    with raw.connected(url) as connection:
        plan = [line for (line,) in connection.execute(f"EXPLAIN {sql}", bound)]
    assert any("ticket_code_key" in line for line in plan), plan
    assert not any("Seq Scan" in line for line in plan), plan


@postgres_only
def test_codes_are_in_the_order_of_their_characters_whatever_the_database(store: Store, url: str) -> None:
    """In Estonian Z comes before T, in Czech CH after H; the server of these tests knows no language's order."""
    said = "SELECT collation_name FROM information_schema.columns WHERE table_name = 'ticket' AND column_name = 'code'"
    assert raw.rows(url, said) == [("C",)]
