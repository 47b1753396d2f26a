"""What does each figure mean? The same words stand in the README and in every report for people."""

from typing import NamedTuple

from data.texts import mark


class Definition(NamedTuple):
    """A figure, and what it is: messages of the catalogues."""

    figure: str
    text: str


DEFINITIONS = (
    Definition(
        mark("arrived"),
        mark(
            "Tickets that began to wait in the period, its start included, its end not. "
            "An appointment arrives at its check-in; who is served without a ticket arrives as that begins."
        ),
    ),
    Definition(
        mark("waiting time"),
        mark(
            "Last call (a recall is one) before the ticket was first served − arrival; "
            "of an appointment from the later of slot and check-in. n: tickets that were called."
        ),
    ),
    Definition(
        mark("within target"),
        mark("Called within the target of the service, as the centre is set up now; n: those called."),
    ),
    Definition(mark("walk"), mark("Start − last call before it; n: starts.")),
    Definition(
        mark("service"),
        mark("Finish − start of each step, without the time on hold; n: steps that were finished."),
    ),
    Definition(
        mark("in system"),
        mark("End − taken, over all steps; n: tickets served to the end of their last step."),
    ),
    Definition(
        mark("no-show, abandoned, expired"),
        mark(
            "Each of the arrived, by what became of them; abandoned = cancelled + removed before any call + expired. "
            "What still waits or is on hold when its day is over has expired, with that day."
        ),
    ),
    Definition(
        mark("queue length"),
        mark(
            "How many wait: time-weighted mean, and maximum. "
            "The time is that from the first act of each service day to its last, or to now "
            "while a window is open or a ticket of the day waits, is on hold or in hand; n: that time."
        ),
    ),
    Definition(
        mark("occupancy"),
        mark(
            "Serving time of (open time − breaks) of a window, or of an operator while signed on, "
            "within the same time of each day; n: the open time − breaks."
        ),
    ),
    Definition(
        mark("recalls per call, transfers, out-of-turn calls"),
        mark("Counts; to resume a ticket is a call. n: calls."),
    ),
    Definition(
        mark("overtakings"),
        mark(
            "How often a ticket that could have been called saw one of its service that arrived later called in turn; "
            "the head start of a class allows it. "
            "A ticket that let others go first counts as having arrived so much later. n: calls."
        ),
    ),
    Definition(
        mark("breaches of the place rule"),
        mark(
            "Tickets with a better place that the window could have called in turn instead: must be 0. "
            "A ticket that was put back is not to be called before its pause is over (as it is set now), "
            "nor one that is kept for another window that is open. n: calls."
        ),
    ),
    Definition(
        mark("quantiles"),
        mark("P50, P90 and P95 by the nearest rank: the least value that so many of a hundred do not exceed."),
    ),
    Definition(
        mark("groups"),
        mark(
            "A ticket belongs to the hour, day, service, class and language it arrived with, "
            "and to the window and operator of its last call before it was first served; "
            "what is done with it to the service, window and operator of that act. "
            "Queue and occupancy go by the clock of the centre; weeks begin on Monday."
        ),
    ),
    Definition(
        mark("undone"),
        mark("What was undone counts as if it had not happened. No time is negative where a clock was set back."),
    ),
)
SATISFACTION = (
    Definition(
        mark("questions"),
        mark(
            "Those of SDG indicator 16.6.2 about government services: satisfaction with the visit, and whether it was "
            "easy to get to, at a fair cost, by a simple process, with equal treatment, in a reasonable time."
        ),
    ),
    Definition(
        mark("satisfied"),
        mark(
            "Very satisfied or satisfied; of the five others: strongly agree or agree. n: those who answered the "
            "question. Nobody has to, so they need not stand for all visitors. Few answers may be one person's."
        ),
    ),
    Definition(
        mark("95 % interval"),
        mark("Wilson's score interval of the share (1927): the fewer answers, the wider."),
    ),
    Definition(
        mark("service and month"),
        mark("The service that was served last, and the month of the ticket's service day."),
    ),
)
