"""What happened, and is it untouched?"""

from data.log.events import calls, events
from data.log.verify import verify

__all__ = ["calls", "events", "verify"]
