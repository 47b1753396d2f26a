"""Who is next, and why? A place is a number of microseconds: the smallest is called first."""


def arrival(at: int, newest_waiting: int | None) -> int:
    """When a visitor counts as come: now, but not before the newest who still waits (a clock may be set back)."""
    return at if newest_waiting is None else max(at, newest_waiting)


def place(arrival: int, head_start: int) -> int:
    """Arrival less the head start of the class, all in microseconds; equal places go by the order of taking.

    One fixed number gives a bound: among tickets of one service, nobody is overtaken by one who came more than the
    largest head start later. (Accumulating priority with equal slopes; Stanford, Taylor and Ziedins, Queueing Systems
    77, 2014, for the family.)
    """
    return arrival - head_start
