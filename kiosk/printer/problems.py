"""What a visitor reads when there is no paper. The number and the code are on the screen all the time."""

from data.refused import mark

SENTENCES = {
    "paper-out": mark("The printer is out of paper. Please take a photo of this screen."),
    "cover-open": mark("The cover of the printer is open. Please take a photo of this screen."),
    "slow": mark("The printer takes too long. Please take a photo of this screen."),
    "cut-off": mark("The printer stopped while it was printing. Please take a photo of this screen."),
}
NOT_WORKING = mark("The printer does not work at the moment. Please take a photo of this screen.")
UNSURE = mark("If no paper comes out, please take a photo of this screen.")

SAID_BY_PRINTER = frozenset({"paper-out", "cover-open", "error", "offline"})
"""Problems that are over only when the printer says so itself."""


def sentence(problem: str) -> str:
    """The sentence, in English, for a problem: paper-out, cover-open, error, offline, slow, cut-off, silent,
    unreachable or no-access."""
    return SENTENCES.get(problem, NOT_WORKING)
