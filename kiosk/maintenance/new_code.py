"""`novbe kiosk --set-code`: asked at the terminal, since what stands in a command can be read by others."""

from data.cli.answers import answer, answering
from data.cli.opened import opened
from data.cli.signed import secret
from data.environment import environment
from data.refused import Refused, mark

NEW = mark("New maintenance code, at least 6 digits:")
AGAIN = mark("Once more:")
DONE = mark("The maintenance code is set, for every kiosk of this centre.")


def set_code() -> int:
    """Ask twice, and keep the code; the exit code. Without a terminal, both are lines of stdin."""
    from data import maintenance
    from data.texts import words

    say = words(environment().language)
    with answering(False), opened() as store:
        code, again = (secret(prompt) for prompt in (NEW, AGAIN))
        if code != again:
            raise Refused("not-allowed", "These two codes are not the same.")
        maintenance.set_code(store, code)
        answer(False, {}, say(DONE))
    return 0
