"""What the machine chooses among, and how often."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from tests.guards.records import SERIES, SLOT

PAUSES = st.sampled_from([0, 0, 1, 5, 10, 15, 45, 60])
JUMPS = st.sampled_from(
    [
        *({"seconds": 11}, {"minutes": 2}, {"minutes": 5}, {"minutes": 31}, {"hours": 3}, {"hours": 14}, {"days": 1}),
        *({"days": 3}, {"minutes": -5}, {"minutes": -60}, {"minutes": -61}, {"hours": -5}, {"hours": -25}),
    ]
)
REGRETS = st.sampled_from([None, None, 0, 10, 11])
SERVICES = st.sampled_from([*[*SERIES] * 3, "moon"])
CLASSES = st.sampled_from([*["normal", "priority"] * 4, "immediate", "royal"])
REASONS = st.sampled_from([*["it is so"] * 6, " ", None])
BOOKED = st.sampled_from([*[*SLOT] * 4, "notary", "moon"])
SLOTS = st.sampled_from([*range(4), *range(4), -1, 8, 30, 72, 100, 90 * 72, 91 * 72])
OFF = st.sampled_from([*[0] * 8, 60, -0.000_001])
COMES = st.sampled_from([-30, -30, -10, 0, 5, 10, 25, -31, 10.1])
MIDNIGHT = datetime(2026, 11, 24, 20, tzinfo=UTC)
KEYS = st.sampled_from([None, None, None, None, "one", "two"])
