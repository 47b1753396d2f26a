"""The centre of the guards: that of the other tests, closed from 13 to 14, and with three tickets a day for tax."""

from data.centre import Centre, read
from tests.conftest import CENTRE

HOURS = 'hours = { mon-sun = ["00:00-13:00", "14:00-24:00"] }'
GUARDED = CENTRE.replace('languages = ["az", "en", "ru"]', f'languages = ["az", "en", "ru"]\n{HOURS}').replace(
    'series = "B"', 'series = "B"\nquota = 3'
)


def guarded() -> Centre:
    """The centre that the model describes."""
    return read(GUARDED, "guarded.toml")
