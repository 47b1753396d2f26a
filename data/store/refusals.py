"""In which words a store says that it cannot be used."""

from data.refused import Refused, mark

SENTENCES = {
    "store-missing": mark("There is no store {store}, or it cannot be reached. Check NOVBE_STORE, or run: novbe init."),
    "store-newer": mark("The store {store} was written by a newer version of Növbə. Install that version."),
    "store-read-only": mark("The store {store} can only be read. Allow this user to write the file and its folder."),
    "store-full": mark("{store} cannot be written: the disk is full or failing. Nothing was changed; make room."),
    "store-busy": mark("The store {store} is busy. Nothing was changed; try again."),
    "not-a-store": mark("{store} is not a store of Növbə. Check NOVBE_STORE."),
}


def refusal(code: str, store: str) -> Refused:
    """The refusal `code` for the store shown as `store` (never with a password)."""
    return Refused(code, SENTENCES[code], store=store)
