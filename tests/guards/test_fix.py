from data import visitor, window, board, log
def test_a(store, clock):
    t = visitor.take(store, service="id-card")
    window.open(store, window=1); window.call(store, window=1)
    assert log.verify(store).ok
    print(store.url)
def test_b(store, sqlite_store): pass
