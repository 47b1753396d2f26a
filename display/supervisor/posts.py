"""The windows: who is where, with which ticket, since when."""

from datetime import datetime

from textual.content import Content

from data.overview.views import Post
from data.texts import Words, mark
from display.parts.wording import waited
from display.supervisor.panel import cut
from display.supervisor.seen import Seen
from display.supervisor.table import Column, table
from display.supervisor.wording import HAND, state

WINDOWS = mark("Windows")
WINDOW, STATE, TICKET, SINCE = mark("No."), mark("State"), mark("Ticket"), mark("Since")
PERSON, SERVES = mark("Operator"), mark("Services")


def windows(seen: Seen, now: datetime, say: Words, width: int, height: int) -> list[Content]:
    """A line for each window; those that work first where not all have room."""
    posts = seen.overview.posts
    if len(posts) > height - 2:
        posts = sorted(posts, key=lambda post: (post.state == "closed", post.window))
    columns = (
        Column(say(WINDOW), right=True),
        Column(say(STATE), flexible=True, least=8),
        Column(say(TICKET)),
        Column("", weight=2),
        Column(say(SINCE), right=True),
        Column(say(PERSON), flexible=True, weight=1, least=8),
        Column(say(SERVES), flexible=True, weight=3),
    )
    return cut(WINDOWS, table(columns, [_window(post, seen, now, say) for post in posts], width), height, say)


def _window(post: Post, seen: Seen, now: datetime, say: Words) -> tuple[Content, ...]:
    hand = post.hand
    since = hand.since if hand else post.since
    return (
        Content.styled(str(post.window), "bold"),
        state(post, seen, say),
        Content.styled(hand.ticket, "bold $primary") if hand else Content(),
        Content(say(HAND[hand.state])) if hand else Content(),
        Content(waited(now - since, say)) if since and post.state != "closed" else Content(),
        Content(" ".join(post.person.split())),
        Content.styled(", ".join(map(seen.service, post.services)), "$secondary"),
    )
