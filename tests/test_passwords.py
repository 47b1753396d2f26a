"""The password in a URL is never shown."""

import pytest

from tests.commands import Commands

SECRET = "s3cr3t"
UNREACHABLE = [
    f"postgresql://novbe:{SECRET}@127.0.0.1:1/novbe",
    f"postgres://novbe:{SECRET}@127.0.0.1:1/novbe",
    f"postgresql+psycopg://novbe:{SECRET}@127.0.0.1:1/novbe",
    f"postgresql://127.0.0.1:1/novbe?user=novbe&password={SECRET}",
    f"postgresql://novbe@127.0.0.1:1/novbe?sslpassword={SECRET}",
    f"postgresql://novbe:a%40{SECRET}@127.0.0.1:1/novbe",
    f"postgresql://novbe:a#{SECRET}@127.0.0.1:1/novbe",
    f"postgresql://novbe:{SECRET}#a@127.0.0.1:1/novbe",
    f"postgresql://novbe:{SECRET}?a@127.0.0.1:1/novbe",
    f"postgresql://novbe:{SECRET}@127.0.0.1:1/novbe?colour=red",
    f"postgresql://novbe:{SECRET}@[::1/novbe",
    f"postgresql://novbe:{SECRET}@127.0.0.1:port/novbe",
    f"mysql://novbe:{SECRET}@127.0.0.1:1/novbe",
]


@pytest.mark.parametrize("url", UNREACHABLE)
def test_a_password_is_never_shown(url: str) -> None:
    for line in ("board", "init", "take tax"):
        done = Commands(url)(*line.split(), "--json")
        assert (done.code, done.json["error"]) in {(1, "store-missing"), (1, "not-a-store")}
        assert SECRET not in done.out + done.err
        assert len(done.err.splitlines()) == 1


def test_a_password_is_not_shown_when_all_is_well(postgres_url: str) -> None:
    join = "&" if "?" in postgres_url else "?"
    done = Commands(f"{postgres_url}{join}password={SECRET}")("init", "--json")
    assert done.code == 0
    assert SECRET not in done.out + done.err
