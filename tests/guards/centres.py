"""The centre of the guards: that of the other tests, closed from 13 to 14, with three tickets a day for tax.

After the tax comes the notary, after the passport both; a window may have a lunch break.

Identity cards are booked by 20 minutes, taxes by 15; the last ticket is given when it closes. Codes are kept for two
days.
"""

from data.centre import Centre, read
from tests.conftest import CENTRE

HOURS = 'hours = { mon-sun = ["00:00-13:00", "14:00-24:00"] }'
RULES = '\n[rules]\nlast_ticket = "0s"\n[[breaks]]\nid = "lunch"\nname = { en = "Lunch" }\n'
GUARDED = (
    CENTRE.replace('trust = "local"', 'trust = "local"\nretention = 2')
    .replace('languages = ["az", "en", "ru"]', f'languages = ["az", "en", "ru"]\n{HOURS}')
    .replace('series = "B"', 'series = "B"\nquota = 3\nduration = "15m"\nthen = ["notary"]')
    .replace('series = "A"', 'series = "A"\nduration = "20m"', 1)
    .replace('id = "passport"', 'id = "passport"\nthen = ["tax", "notary"]')
    + RULES
)


def guarded() -> Centre:
    """The centre that the model describes."""
    return read(GUARDED, "guarded.toml")
